package segment

import (
	"slices"
	"strings"
	"unicode"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/opening"
)

// The subject of a paragraph may stand behind an introductory clause: "In conclusion, Ms.
// Brook said …", "In his welcome speech the Minister of Labour, Mr. Ek, noted …".

// behindLead parses who speaks behind an introductory clause without a name that the
// paragraph could begin with: a head of State, a delegation, an organ of the meeting.
func (n narrative) behindLead(whole string, at int) (opening.Opening, bool) {
	text := whole[at:]
	if o, ok := opening.Leader(text, n.names); ok {
		return o, true
	}
	if o, ok := opening.Delegation(text, n.names); ok {
		return o, true
	}
	o, ok := opening.OfficeFirst(text, n.names)
	upper := unicode.IsUpper(grammar.FirstRune(text))
	if ok = ok && (upper && o.Speaker.Country != "" || o.Parts > 1 && (o.IsSetOff() || ownLead.MatchString(whole))); ok || upper {
		return o, ok // "Speaking at the opening, Minister of Ports of Ghana, Ada Brook, said"
	}
	o, ok = opening.Organ(text, n.names)
	return o, ok && o.Speaker.Name != ""
}

// leads are the places in the first bytes of a text at which its subject may begin: behind
// a comma, or behind "In his welcome speech". Whom somebody speaks for is no subject.
func leads(text string) []int {
	places := opening.Commas(text, opening.InsertionLimit)
	if lead := ownLead.FindString(text); lead != "" && len(lead) < len(text)-1 && !strings.HasPrefix(text[len(lead):], ", ") {
		places = append([]int{len(lead) + 1}, places...)
	}
	from := 0
	return slices.DeleteFunc(places, func(at int) bool {
		segment := text[from:at]
		from = at
		return grammar.BehalfOf.MatchString(segment)
	})
}

// ownLead begins a sentence with the speech in which something was said, or with whose turn it is.
var ownLead = regexp.MustCompile(`^(?i)` + grammar.Lists.Any("own-speech"))

// holding recognises the office of somebody who has been named with it, and of nobody else: "The
// Interim Minister welcomed …".
func holding(people *grammar.People, text string) (opening.Opening, bool) {
	text = strings.TrimRight(text, " ")
	bare := grammar.StripArticle(text[len(civility.FindString(text)):])
	lead := len(text) - len(bare)
	if lead == 0 || !grammar.StartsRole(bare) {
		return opening.Opening{}, false
	}
	c := grammar.ClauseOf(bare)
	office := bare[:c.End]
	if !c.Said || strings.ContainsAny(office, ",(") || len(office) > grammar.NameLimit || opening.PresidingRole.MatchString(office) && !strings.HasPrefix(grammar.Fold(office), "vice") {
		return opening.Opening{}, false
	}
	sp, ok := people.Holder(office)
	sp.AsPrinted = text[:lead+c.End]
	return opening.Opening{Speaker: sp, Said: true, End: lead + c.End}, ok
}

// civility stands before an office in French: "monsieur le Secrétaire général".
var civility = regexp.MustCompile(`^(?i:m\.|mme|monsieur|madame) `)

// returning recognises a speaker who takes the floor again and is named by
// surname: "Ms. Ramgoolie replied that …".
func (w *narrator) returning(b *read.Block) (opening.Opening, bool) {
	o, ok := opening.Introduction(b.Text, w.names)
	if ok && o.Said && !o.Clause && o.Speaker.Honorific == "" && grammar.Reports(b.Text[o.End:]) {
		if o, ok := w.again(o); ok {
			return o, true // newspapers leave the form of address out
		}
	}
	if t, titled := opening.Titled(b.Text); titled && w.people.Knows(t.Speaker) {
		t, opens := w.again(t)
		t.Clause = opens // his office is told
		return t, opens
	}
	if !ok || !o.Said || o.Speaker.Honorific == "" {
		return w.introduced(b)
	}
	if o.Clause {
		return opening.Opening{}, false
	}
	return w.again(o)
}

// introduced recognises a speaker behind an introductory clause: "Responding to
// questions, Mr. Brook said …".
func (w *narrator) introduced(b *read.Block) (opening.Opening, bool) {
	text := b.Text
	lead := opening.Sentence(corpus.Head(text, opening.InsertionLimit))
	if !opening.Introductory.MatchString(lead) && !ownLead.MatchString(lead) || w.inTurn() && opening.ToldAside(opening.Sentence(text)) >= 0 {
		return opening.Opening{}, false
	}
	for _, at := range leads(lead) {
		if o, opens, found := w.behind(b, at); found {
			return o, opens
		}
	}
	return w.farDelegation(text)
}

// behind parses who speaks at a byte of a paragraph, behind words that lead to him, and says whether
// that opens a turn.
func (w *narrator) behind(b *read.Block, at int) (o opening.Opening, opens, found bool) {
	text := b.Text
	if o, found = holding(w.people, text[at:]); !found {
		o, found = w.behindLead(text, at)
	}
	if found {
		o, opens = w.standing(o, at)
		return o, opens, true
	}
	o, found = opening.Introduction(text[at:], w.names)
	full := opening.IsFullName(o) && ownLead.MatchString(text)
	switch {
	case !found || !o.Said || o.Speaker.Honorific == "" && !full && !w.introduces(o) && !w.people.Knows(o.Speaker):
		return o, false, false
	case o.Clause || full:
		o.Speaker.Country = w.surrounding(o, b)
		o, opens = w.standing(o, at)
	default:
		o.End += at
		o, opens = w.again(o)
	}
	return o, opens, true
}

// pronounSpeaks parses a speech in which a pronoun says something that stands for whom the paragraph
// before has named: "In her opening remarks, she recalled …".
func pronounSpeaks(text string, met corpus.Speaker) (opening.Opening, bool) {
	lead := ownLead.FindString(text)
	m := pronounBehind.FindString(text[len(lead):])
	if lead == "" || m == "" || met.Name == "" || !grammar.Reports(text[len(lead)+len(m):]) {
		return opening.Opening{}, false
	}
	met.AsPrinted = text[:len(lead)+len(m)]
	return opening.Opening{Speaker: met, Parts: 1, Said: true, End: len(met.AsPrinted)}, true
}

// quotes parses a quotation of somebody who has been named, by the surname alone: "“Fog is a danger,”
// said Brook."
func (n narrative) quotes(people *grammar.People, text string) (opening.Opening, bool) {
	o, ok := opening.Attribution(text, n.names)
	if ok || !o.Quote || o.Speaker.Name == "" {
		return o, false
	}
	o.Speaker.Name = grammar.LastWord(o.Speaker.Name)
	return o, people.Knows(o.Speaker)
}

// pronounBehind is such a pronoun.
var pronounBehind = regexp.MustCompile(`^,? (?:he|she|il|elle)\b`)

// standing is an opening that stands at a byte of its paragraph, of whom is met there, and
// whether it opens a turn.
func (w *narrator) standing(o opening.Opening, at int) (opening.Opening, bool) {
	o.End += at
	o.Speaker = w.people.Meet(o.Speaker)
	return o, !w.continues(o)
}

// farDelegation parses a delegation that is the subject behind a long clause, or between
// dashes: "As the Committee went on — with ropes — the delegate of Colombia said".
func (w *narrator) farDelegation(text string) (opening.Opening, bool) {
	lead := opening.Sentence(corpus.Head(text, opening.SubjectReach))
	for at := range lead {
		if !strings.HasPrefix(lead[at:], "the ") || !strings.HasSuffix(lead[:at], ", ") && !strings.HasSuffix(lead[:at], "— ") {
			continue
		}
		if o, ok := opening.Delegation(text[at:], w.names); ok {
			return w.standing(o, at)
		}
	}
	return opening.Opening{}, false
}

// again completes a speaker who has spoken before, and says whether he takes the
// floor anew.
func (w *narrator) again(o opening.Opening) (opening.Opening, bool) {
	before := o.Speaker.Name
	if !w.people.Knows(o.Speaker) && (!w.meeting || o.Speaker.Honorific == "") {
		return opening.Opening{}, false
	}
	o.Speaker = w.people.Meet(o.Speaker)
	return o, !w.continues(o) && before != ""
}
