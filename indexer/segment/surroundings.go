package segment

import (
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
)

// A speaker whose paragraph does not name a State may have it from what stands
// around: the heading above, a label before the name, the report that is presented.

// stateLabel is a State before the speaker whom a paragraph introduces: "POLAND: Ada
// Brook, Minister of …, said".
var stateLabel = regexp.MustCompile(`^\p{Lu}[\p{L} '’-]{2,40}: `)

// ownDelegate is who speaks for the State that such a label names.
var ownDelegate = regexp.MustCompile(`^(?:The|La|Le|El) (delegation|delegate|representative|d[ée]l[ée]gation|d[ée]l[ée]gu[ée]e?|repr[ée]sentante?|delegaci[óo]n|delegad[oa]|representante)\b`)

// labelledState parses a paragraph that begins so.
func (n narrative) labelledState(text string) (opening, bool) {
	lead := stateLabel.FindString(text)
	if lead == "" {
		return opening{}, false
	}
	code, ok := n.names.Country(stripArticle(strings.TrimRight(lead, ": ")))
	if !ok {
		return opening{}, false
	}
	if m := ownDelegate.FindStringSubmatchIndex(text[len(lead):]); m != nil && reports(text[len(lead)+m[1]:]) {
		sp := corpus.Speaker{AsPrinted: text[:len(lead)+m[1]], Role: strings.ToLower(text[len(lead)+m[2] : len(lead)+m[3]]), Country: code}
		return opening{speaker: sp, said: true, clause: true, end: len(lead) + m[1]}, true
	}
	if reports(text[len(lead):]) { // "Ghana: noted that …"
		sp := corpus.Speaker{AsPrinted: strings.TrimRight(lead, ": "), Country: code}
		return opening{speaker: sp, said: true, clause: true, end: len(lead)}, true
	}
	o, ok := introduction(text[len(lead):], n.names)
	if !ok || !n.introduces(o) {
		o, ok = officeFirst(text[len(lead):], n.names)
	}
	o.speaker.Country, o.speaker.AsPrinted = code, lead+o.speaker.AsPrinted
	o.end += len(lead)
	return o, ok
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
func reviewedState(blocks []read.Block, names Names) string {
	for i := range min(len(blocks), reviewedBlocks) {
		text := blocks[i].Text
		if m := presented.FindStringIndex(text); m != nil {
			if found := names.Countries(corpus.Head(text[m[1]:], nameLimit)); len(found) > 0 {
				return found[0]
			}
		}
	}
	return ""
}

// itemised parses an item of minutes, which begins with a label or with a State alone: "•
// Ghana reported that …".
func (n narrative) itemised(b *read.Block) (opening, bool) {
	if b.Kind != read.Item {
		return opening{}, false
	}
	if o, ok := minuted(b.Text, n.names); ok {
		return o, true
	}
	if isNumbered(b) || !stateSpeaks(sentence(b.Text), n.names) {
		return opening{}, false
	}
	c := clauses{names: n.names, narrated: true, states: true}
	sp, used, ok := c.clause(b.Text, false)
	return opening{speaker: sp, said: true, clause: true, end: used}, ok
}

// minutedLabel is the label of a bulleted minute: "Name (Organisation):".
var minutedLabel = regexp.MustCompile(`^[^():]{2,60}(?: \([^()]{2,80}\))? ?:\s`)

// minuted parses an item of bulleted minutes: "X (IOM): said …".
func minuted(text string, names Names) (opening, bool) {
	m := minutedLabel.FindString(text)
	if m == "" {
		return opening{}, false
	}
	if office := strings.TrimRight(m, " :"); presidingOffice.MatchString(office) {
		sp := corpus.Speaker{Name: officeName(office), AsPrinted: office, Presiding: true}
		return opening{speaker: sp, said: true, clause: true, end: len(office)}, true
	}
	if o, ok := minutedParty(text, m, names); ok {
		return o, true
	}
	o, ok := introduction(text, names)
	sure := o.speaker.Honorific != "" || o.clause && strings.Contains(m, "(")
	return o, ok && o.said && o.end <= len(m) && sure
}

// minutedParty parses an item that a State or an organisation is named for: "Ghana:
// asked for more time".
func minutedParty(text, label string, names Names) (opening, bool) {
	party := strings.TrimRight(label, " :")
	o := opening{said: true, clause: true, end: len(party), speaker: corpus.Speaker{AsPrinted: party}}
	if !reports(text[len(label):]) {
		return opening{}, false
	}
	if code, ok := names.Country(stripArticle(party)); ok {
		o.speaker.Country = code
		return o, true
	}
	country, ok := names.Organisation(stripArticle(party))
	o.speaker.Organisation, o.speaker.Country = stripArticle(party), country
	return o, ok
}

// countedTitle says whether a numbered item is a title: a few words that end no sentence,
// before something that is not the next item.
func (w *narrator) countedTitle(b *read.Block, i int) bool {
	if b.Kind != read.Item || !isNumbered(b) || !isCaption(b) || i+1 >= len(w.blocks) {
		return false
	}
	next := &w.blocks[i+1]
	return isProse(next) && (next.Kind != read.Item || !isNumbered(next))
}

// voiced parses a paragraph that tells what a State or a body holds, where delegations
// speak all over: "Pour la Belgique, la détention …", "Lamps for All regretted …".
func (w *narrator) voiced(text string) (opening, bool) {
	if !w.delegations {
		return opening{}, false
	}
	if lead := toWhom.FindString(text); lead != "" {
		run := nameRun(text[len(lead):])
		code, ok := w.names.Country(run)
		ok = ok && strings.HasPrefix(text[len(lead)+len(run):], ", ")
		return opening{speaker: corpus.Speaker{Country: code, AsPrinted: run}, said: true, clause: true, end: len(lead) + len(run)}, ok
	}
	if introductory.MatchString(text) {
		return opening{}, false
	}
	sp, ok := anyBody(text)
	if _, known := w.names.Country(stripArticle(sp.AsPrinted)); !ok || known || !campaigns.MatchString(sp.AsPrinted) {
		return opening{}, false
	}
	return opening{speaker: sp, said: true, clause: true, end: len(sp.AsPrinted)}, true
}

// campaigns is in the names of bodies that are no States' and in no person's.
var campaigns = regexp.MustCompile(`(?i)\b` + lists.Any("campaigns") + `\b`)

// surrounding is the State that a speaker without one has from what stands around
// the paragraph that introduces him.
func (w *narrator) surrounding(o opening, b *read.Block) string {
	if o.speaker.Country != "" || o.speaker.Name == "" {
		return o.speaker.Country
	}
	if _, known := w.names.Organisation(o.speaker.Organisation); known {
		return ""
	}
	if n := len(w.headings); n > 0 {
		if code, ok := w.names.Country(stripArticle(strings.TrimRight(w.headings[n-1].Text, " :"))); ok {
			return code
		}
	}
	if presents.MatchString(sentence(b.Text)) {
		return w.reviewed
	}
	return ""
}

// officeOf is a role without the body or the adjective of the State that stands before it:
// "the Rwandan Minister of Labour".
func (n narrative) officeOf(role string) string {
	role = stripArticle(role)
	role = role[len(bodyLead.FindString(role)):]
	if stateOfAdjective(role, n.names) != "" {
		_, role, _ = strings.Cut(role, " ")
	}
	return role
}
