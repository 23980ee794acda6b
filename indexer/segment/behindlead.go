package segment

import (
	"slices"
	"strings"
	"unicode"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
)

// The subject of a paragraph may stand behind an introductory clause: "In conclusion, Ms.
// Brook said …", "In his welcome speech the Minister of Labour, Mr. Ek, noted …".

// returns says whether somebody who has been introduced, or a delegation, is said to
// speak behind a few words: "In conclusion, Ms. Brook said …".
func (n narrative) returns(text string, known map[string]bool, press bool) bool {
	lead := sentence(corpus.Head(text, insertionLimit))
	for _, at := range append([]int{0}, leads(lead)...) {
		o, ok := introduction(text[at:], n.names)
		if ok && o.said && (o.speaker.Honorific != "" && (known[lastWord(o.speaker.Name)] || press && at > 0 && introductory.MatchString(text)) || at > 0 && o.clause && n.introduces(o) && introductory.MatchString(text)) {
			return true
		}
		if at == 0 {
			continue
		}
		if _, ok := n.behindLead(text[at:]); ok {
			return true // "Echoing that, President Brook of Ghana said"
		}
	}
	return false
}

// behindLead parses who speaks behind an introductory clause without a name that the
// paragraph could begin with: a head of State, a delegation, an organ of the meeting.
func (n narrative) behindLead(text string) (opening, bool) {
	if o, ok := leader(text, n.names); ok {
		return o, true
	}
	if o, ok := delegation(text, n.names); ok {
		return o, true
	}
	if unicode.IsUpper(firstRune(text)) {
		o, ok := officeFirst(text, n.names)
		return o, ok && o.speaker.Country != "" // "Speaking at the opening, Minister of Ports of Ghana, Ada Brook, said"
	}
	o, ok := organ(text, n.names)
	return o, ok && o.speaker.Name != ""
}

// leads are the places in the first bytes of a text at which its subject may begin: behind
// a comma, or behind "In his welcome speech". Whom somebody speaks for is no subject.
func leads(text string) []int {
	places := commas(text, insertionLimit)
	if lead := ownLead.FindString(text); lead != "" && !strings.HasPrefix(text[len(lead):], ", ") {
		places = append([]int{len(lead) + 1}, places...)
	}
	from := 0
	return slices.DeleteFunc(places, func(at int) bool {
		segment := text[from:at]
		from = at
		return behalfOf.MatchString(segment)
	})
}

// ownLead begins a sentence with the speech in which something was said.
var ownLead = regexp.MustCompile(`^(?i)` + lists.Any("own-speech"))

// returning recognises a speaker who takes the floor again and is named by
// surname: "Ms. Ramgoolie replied that …".
func (w *narrator) returning(b *read.Block) (opening, bool) {
	o, ok := introduction(b.Text, w.names)
	if ok && o.said && !o.clause && o.speaker.Honorific == "" && reports(b.Text[o.end:]) {
		if o, ok := w.again(o); ok {
			return o, true // newspapers leave the form of address out
		}
	}
	if !ok || !o.said || o.speaker.Honorific == "" {
		return w.introduced(b)
	}
	if o.clause {
		return opening{}, false
	}
	return w.again(o)
}

// introduced recognises a speaker behind an introductory clause: "Responding to
// questions, Mr. Brook said …".
func (w *narrator) introduced(b *read.Block) (opening, bool) {
	text := b.Text
	lead := sentence(corpus.Head(text, insertionLimit))
	if !introductory.MatchString(lead) {
		return opening{}, false
	}
	for _, at := range leads(lead) {
		o, ok := w.behindLead(text[at:])
		if ok {
			return w.standing(o, at)
		}
		o, ok = introduction(text[at:], w.names)
		if !ok || !o.said || o.speaker.Honorific == "" && !w.introduces(o) {
			continue
		}
		if o.clause {
			o.speaker.Country = w.surrounding(o, b)
			return w.standing(o, at)
		}
		o.end += at
		return w.again(o)
	}
	return w.farDelegation(text)
}

// standing is an opening that stands at a byte of its paragraph, of whom is met there, and
// whether it opens a turn.
func (w *narrator) standing(o opening, at int) (opening, bool) {
	o.end += at
	o.speaker = w.people.meet(o.speaker)
	return o, !w.continues(o)
}

// farDelegation parses a delegation that is the subject behind a long clause, or between
// dashes: "As the Committee went on — with ropes — the delegate of Colombia said".
func (w *narrator) farDelegation(text string) (opening, bool) {
	lead := sentence(corpus.Head(text, subjectReach))
	for at := range lead {
		if !strings.HasPrefix(lead[at:], "the ") || !strings.HasSuffix(lead[:at], ", ") && !strings.HasSuffix(lead[:at], "— ") {
			continue
		}
		if o, ok := delegation(text[at:], w.names); ok {
			return w.standing(o, at)
		}
	}
	return opening{}, false
}

// again completes a speaker who has spoken before, and says whether he takes the
// floor anew.
func (w *narrator) again(o opening) (opening, bool) {
	before := o.speaker.Name
	m := w.people.find(o.speaker, foldedWords(o.speaker.Name))
	if m == nil && (!w.meeting || o.speaker.Honorific == "") {
		return opening{}, false
	}
	o.speaker = w.people.meet(o.speaker)
	return o, !w.continues(o) && before != ""
}
