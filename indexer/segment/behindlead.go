package segment

import (
	"strings"
	"unicode"

	"briefsearch/corpus"
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
		return opening{}, false
	}
	o, ok := organ(text, n.names)
	return o, ok && o.speaker.Name != ""
}

// leads are the places in the first bytes of a text at which its subject may begin: behind
// a comma, or behind "In his welcome speech".
func leads(text string) []int {
	lead := ownLead.FindString(text)
	if lead == "" || strings.HasPrefix(text[len(lead):], ", ") {
		return commas(text, insertionLimit)
	}
	return append([]int{len(lead) + 1}, commas(text, insertionLimit)...)
}

// ownLead begins a sentence with the speech in which something was said.
var ownLead = regexp.MustCompile(`^(?i)` + lists.Any("own-speech"))
