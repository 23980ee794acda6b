package label

import (
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/opening"
)

// IsWeak says whether a label is words in capitals that may be a title as well.
func (l Label) IsWeak() bool {
	return l.Style == Shouted && !l.Stamped && l.Speaker.Honorific == "" && !l.Speaker.Presiding && l.Speaker.Role == "" && l.Speaker.Name != ""
}

// IsStrong says whether a label names an office or a form of address, and not a time alone.
func (l Label) IsStrong() bool {
	return l.Style != Plain && (!l.Stamped || l.Style == Formal) && !l.IsWeak()
}

// MayBeNone says whether only other labels tell that a label is one.
func (l Label) MayBeNone() bool { return l.Salutes || l.Dashed && l.Style == Plain }

// isParty parses a label that names no person, but the State or body that speaks:
// "Ghana:", "Permanent Representative of Egypt, on behalf of the Group of 77:".
func (l *Label) isParty(bare string, names grammar.Names) bool {
	sp := corpus.Speaker{AsPrinted: l.Speaker.AsPrinted}
	text := grammar.StripArticle(bare)
	if m := opening.Delegate.FindStringSubmatchIndex(bare); m != nil {
		sp.Role = strings.ToLower(bare[m[2]:m[3]])
		text = bare[m[1]:]
	}
	if b := grammar.BehalfOf.FindStringIndex(text); b != nil {
		sp.OnBehalfOf = grammar.Groups(text[b[1]:])
		text = text[:b[0]]
	}
	text = strings.Trim(text, " ,;–—-")
	code, known := names.Country(text)
	if !known && !grammar.MayBeWord(text) {
		code, known = names.Organisation(text)
		sp.Organisation = text
	}
	if !known {
		return false
	}
	sp.Country = code
	l.Speaker, l.Party = sp, true
	return true
}

// LeavesNoDoubt says whether a label is one even if no other is like it.
func (l Label) LeavesNoDoubt() bool {
	return !l.Salutes && (l.IsSure() || l.Style == Formal && (l.Closed || l.Bracketed))
}

// HasHolder says whether a label is an office with its holder in parentheses: "The Minister for Roads
// (Mr. Brook)".
func (l Label) HasHolder() bool {
	return l.held && l.Style == Formal && l.Speaker.Honorific != "" && l.Speaker.Role != ""
}

// TakeOutlet takes the letters behind a name for whom its bearer works for: "Ada Brook LBC/AP".
func (l *Label) TakeOutlet() {
	cut := strings.LastIndexByte(l.Speaker.Name, ' ')
	if cut < 0 || l.Speaker.Organisation != "" {
		return
	}
	name, outlet := l.Speaker.Name[:cut], l.Speaker.Name[cut+1:]
	if strings.Contains(name, " ") && grammar.IsShoutedWord(outlet) && !grammar.IsInitial(outlet) && strings.ToUpper(name) != name && !grammar.IsShoutedWord(grammar.LastWord(name)) {
		l.Speaker.Name, l.Speaker.Organisation = name, outlet
	}
}

// interpreted is the note on the language of a speech behind the name of who made it, which leaves no
// doubt of a label.
var interpreted = regexp.MustCompile(`^[^:]{3,120}\((?i:` + grammar.Lists.Any("spoke") + `)[^():]{0,40}\) ?:`)

// IsInterpreted says whether a text begins with a label that has such a note.
func IsInterpreted(text string) bool { return interpreted.MatchString(text) }
