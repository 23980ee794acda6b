package segment

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/label"
	"briefsearch/indexer/segment/matter"
	"briefsearch/indexer/segment/opening"
)

// A speaker whose paragraph does not name a State may have it from what stands
// around: the heading above, a label before the name, the report that is presented.

// stateLabel is a State before the speaker whom a paragraph introduces: "POLAND: Ada
// Brook, Minister of …, said".
var stateLabel = regexp.MustCompile(`^\p{Lu}[\p{L} '’-]{2,40}: `)

// ownDelegate is who speaks for the State that such a label names.
var ownDelegate = regexp.MustCompile(`^(?:The|La|Le|El) (` + grammar.Lists.Any("delegate") + `)\b`)

// stateBefore is such a label with its colon, and the State that it names, "" where it
// names something else.
func (n narrative) stateBefore(text string) (lead, code string) {
	lead = stateLabel.FindString(text)
	code, _ = n.names.Country(grammar.StripArticle(strings.TrimRight(lead, ": ")))
	return lead, code
}

// labelledState parses a paragraph that begins so.
func (n narrative) labelledState(text string) (opening.Opening, bool) {
	lead, code := n.stateBefore(text)
	said := text[len(lead):]
	if o, ok := n.minutedParty(lead, said); ok || lead == "" || code == "" {
		return o, ok
	}
	if m := ownDelegate.FindStringSubmatchIndex(said); m != nil && grammar.Reports(said[m[1]:]) {
		sp := corpus.Speaker{AsPrinted: text[:len(lead)+m[1]], Role: strings.ToLower(said[m[2]:m[3]]), Country: code}
		return opening.Opening{Speaker: sp, Said: true, Clause: true, End: len(lead) + m[1]}, true
	}
	o, ok := opening.Introduction(said, n.names)
	if !ok || !n.introduces(o) {
		o, ok = opening.OfficeFirst(said, n.names)
	}
	o.Speaker.Country, o.Speaker.AsPrinted = code, lead+o.Speaker.AsPrinted
	o.End += len(lead)
	return o, ok
}

// minutedParty parses what minutes name before a colon, and then tell what it said: a State or
// a body ("Ghana: asked for more time", "OIM: Señaló …", "La Secretaría Técnica: Indicó …").
func (n narrative) minutedParty(lead, said string) (opening.Opening, bool) {
	said = decapitalised(said)
	name := strings.TrimRight(lead, " :\n")
	o := opening.Opening{Said: true, Clause: true, End: len(lead), Speaker: corpus.Speaker{AsPrinted: name}}
	if lead == "" || !grammar.Reports(said) {
		return opening.Opening{}, false
	}
	party := grammar.StripArticle(name)
	if code, ok := n.names.Country(party); ok {
		o.Speaker.Country = code
		return o, true
	}
	if code, ok := n.names.Organisation(party); ok {
		o.Speaker.Organisation, o.Speaker.Country = party, code
		return o, true
	}
	if organ, ok := opening.Organ(name+" "+said, n.names); ok && organ.End == len(name) {
		o.Speaker = organ.Speaker
		return o, true
	}
	o.Speaker.Organisation = name
	return o, n.labels && opening.IsAcronym(name)
}

// labelsStates says whether paragraphs of a document name States so.
func (n narrative) labelsStates(doc *read.Document) bool {
	found := 0
	for i := range doc.Blocks {
		text := doc.Blocks[i].Text
		if lead, code := n.stateBefore(text); code != "" && grammar.Reports(decapitalised(text[len(lead):])) {
			found++
		}
	}
	return found > 1
}

// decapitalised is a sentence as it goes on behind its subject.
func decapitalised(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToLower(r)) + text[size:]
}

// presented names the State whose report a body considers, and presents is what the
// head of its delegation does with it.
var (
	presented = regexp.MustCompile(`(?i)\b(?:periodic|initial|national) reports? (?:submitted by|of) (?:the )?|\brapport (?:initial |périodique |national )?(?:présenté par |de |du |des )(?:la |le |les |l['’])?`)
	presents  = regexp.MustCompile(`\bprésent(?:ant|é) (?:le|son) rapport\b|^Présentant (?:le|son) rapport\b|\b(?:presenting|introducing) (?:the|its|his|her) (?:[\pL-]+ ){0,3}reports?\b|\b[Hh]ead of (?:the|its) delegation\b`)
)

// reviewedBlocks is how far into a report it says whose report was considered.
const reviewedBlocks = 12

// reviewedState is the State whose report was considered, or "".
func reviewedState(blocks []read.Block, names grammar.Names) string {
	for i := range min(len(blocks), reviewedBlocks) {
		text := blocks[i].Text
		if m := presented.FindStringIndex(text); m != nil {
			if found := names.Countries(corpus.Head(text[m[1]:], grammar.NameLimit)); len(found) > 0 {
				return found[0]
			}
		}
	}
	return ""
}

// itemised parses an item of minutes, which begins with a label or with a State alone: "•
// Ghana reported that …".
func (n narrative) itemised(b *read.Block) (opening.Opening, bool) {
	if b.Kind != read.Item {
		return opening.Opening{}, false
	}
	if o, ok := n.minuted(b.Text); ok {
		return o, true
	}
	if matter.IsNumbered(b) || !stateSpeaks(opening.Sentence(b.Text), n.names) {
		return opening.Opening{}, false
	}
	c := opening.Clauses{Names: n.names, Narrated: true, States: true}
	sp, used, ok := c.Clause(b.Text, false)
	return opening.Opening{Speaker: sp, Said: true, Clause: true, End: used}, ok
}

// minutedLabel is the label of a bulleted minute: "Name (Organisation):".
var minutedLabel = regexp.MustCompile(`^[^():]{2,60}(?: \([^()]{2,80}\))? ?:\s`)

// minuted parses an item of bulleted minutes: "X (IOM): said …".
func (n narrative) minuted(text string) (opening.Opening, bool) {
	m := minutedLabel.FindString(text)
	if m == "" {
		return opening.Opening{}, false
	}
	if office := strings.TrimRight(m, " :"); label.PresidingOffice.MatchString(office) && !label.IsCast(text[len(m):]) {
		sp := corpus.Speaker{Name: grammar.OfficeName(office), AsPrinted: office, Presiding: true}
		return opening.Opening{Speaker: sp, Said: true, Clause: true, End: len(office)}, true
	}
	if o, ok := n.minutedParty(m, text[len(m):]); ok {
		return o, true
	}
	o, ok := opening.Introduction(text, n.names)
	sure := o.Speaker.Honorific != "" || o.Clause && strings.Contains(m, "(")
	return o, ok && o.Said && o.End <= len(m) && sure
}

// countedTitle says whether a numbered item is a title: a few words that end no sentence,
// before something that is not the next item.
func (w *narrator) countedTitle(b *read.Block, i int) bool {
	if b.Kind != read.Item || !matter.IsNumbered(b) || !matter.IsCaption(b) || i+1 >= len(w.blocks) {
		return false
	}
	next := &w.blocks[i+1]
	return matter.IsProse(next) && (next.Kind != read.Item || !matter.IsNumbered(next))
}

// voiced parses a paragraph that tells what a State or a body holds, where delegations
// speak all over: "Pour la Belgique, la détention …", "Lamps for All regretted …".
func (w *narrator) voiced(text string) (opening.Opening, bool) {
	if !w.delegations {
		return opening.Opening{}, false
	}
	if lead := opening.ToWhom.FindString(text); lead != "" {
		run := grammar.NameRun(text[len(lead):])
		code, ok := w.names.Country(run)
		ok = ok && strings.HasPrefix(text[len(lead)+len(run):], ", ")
		return opening.Opening{Speaker: corpus.Speaker{Country: code, AsPrinted: run}, Said: true, Clause: true, End: len(lead) + len(run)}, ok
	}
	if opening.Introductory.MatchString(text) {
		return opening.Opening{}, false
	}
	sp, ok := opening.AnyBody(text)
	name := grammar.StripArticle(sp.AsPrinted)
	if _, known := w.names.Country(name); !ok || known || !campaigns.MatchString(name) || w.isOrgan(name) {
		return opening.Opening{}, false
	}
	return opening.Opening{Speaker: sp, Said: true, Clause: true, End: len(sp.AsPrinted)}, true
}

// isOrgan says whether a body stands alone on a line of the cover: it is the one that met.
func (w *narrator) isOrgan(name string) bool {
	for i := range min(len(w.blocks), matter.TitleBlocks) {
		b, end := &w.blocks[i], len(w.blocks[i].Text)
		for _, l := range slices.Backward(b.Lines) {
			if strings.EqualFold(strings.TrimSpace(b.Text[l.Start:end]), name) {
				return true
			}
			end = l.Start
		}
	}
	return false
}

// campaigns is in the names of bodies that are no States' and in no person's.
var campaigns = regexp.MustCompile(`(?i)\b` + grammar.Lists.Any("campaigns") + `\b`)

// surrounding is the State that a speaker without one has from what stands around
// the paragraph that introduces him.
func (w *narrator) surrounding(o opening.Opening, b *read.Block) string {
	if o.Speaker.Country != "" || o.Speaker.Name == "" {
		return o.Speaker.Country
	}
	if _, known := w.names.Organisation(o.Speaker.Organisation); known {
		return ""
	}
	if n := len(w.headings); n > 0 {
		if code, ok := w.names.Country(grammar.StripArticle(strings.TrimRight(w.headings[n-1].Text, " :"))); ok {
			return code
		}
	}
	if presents.MatchString(opening.Sentence(b.Text)) {
		return w.reviewed
	}
	return ""
}

// officeOf is a role without the body or the adjective of the State that stands before it:
// "the Rwandan Minister of Labour".
func (n narrative) officeOf(role string) string {
	role = grammar.StripArticle(role)
	role = role[len(opening.BodyLead.FindString(role)):]
	if grammar.StateOfAdjective(role, n.names) != "" {
		_, role, _ = strings.Cut(role, " ")
	}
	return role
}
