package learned

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/segment/grammar"
)

// cut is where an opening may close.
type cut struct {
	by       closedBy
	end, max int // bytes of the words, and with what closes them
}

// noName are marks that no name has.
var noName = map[rune]bool{'!': true, '?': true, ';': true, '|': true, '"': true, '“': true, '”': true, '«': true, '»': true, '…': true, '。': true, '؟': true, '\t': true}

// smallMost is how many more words an opening has in small letters than in others, and
// smallOffice how many where they may be the office of whom it names.
const (
	smallMost   = 3
	smallOffice = 12
)

// cuts are where an opening of a text may close. Its first printed line ends at a
// byte, 0 where nothing tells.
func cuts(text string, line int) []cut {
	var out []cut
	depth, small, most := 0, 0, smallMost
	for i, r := range corpus.Head(text, formLimit) {
		if i == line && i > 0 {
			out = append(out, cut{byLine, i, i})
		}
		if depth = max(0, depth+nesting(r)); depth > 0 {
			continue
		}
		c, ok := cutAt(text, i, r)
		if ok {
			out = append(out, c)
		}
		small += smallness(text, i, r)
		most = max(most, mostBehind(text[:i], r))
		if ok && c.by != byDash && c.by != byStop || small > most || isForeign(text, i, r) {
			return out
		}
	}
	if len(text) <= formLimit && text != "" {
		out = append(out, cut{byLine, len(text), len(text)})
	}
	return out
}

// mostBehind is how many more words in small letters an opening may have behind a mark.
func mostBehind(before string, mark rune) int {
	if mark == ',' && isNamed(strings.Fields(before)) {
		return smallOffice
	}
	return smallMost
}

func nesting(r rune) int {
	switch r {
	case '(', '[', '（':
		return 1
	case ')', ']', '）':
		return -1
	}
	return 0
}

// smallness is 1 for the first letter of a word that is small, -1 for a capital: a
// sentence has more of the first. Letters that stand alone may be those of a name that
// is spaced out.
func smallness(text string, i int, r rune) int {
	switch {
	case i > 0 && text[i-1] != ' ', strings.HasPrefix(text[i+utf8.RuneLen(r):], " "):
	case grammar.IsSmall(r):
		return 1
	case unicode.IsUpper(r):
		return -1
	}
	return 0
}

// isForeign says whether a mark is one that no name has. Between letters a quotation
// mark belongs to a word, as in Hebrew.
func isForeign(text string, i int, r rune) bool {
	inside := i > 0 && i+1 < len(text) && text[i-1] >= utf8.RuneSelf && text[i+1] >= utf8.RuneSelf
	return noName[r] && (r != '"' || !inside)
}

// cutAt is the cut that a mark makes.
func cutAt(text string, i int, r rune) (cut, bool) {
	rest := text[i+utf8.RuneLen(r):]
	switch r {
	case ':', '：':
		clock := i > 0 && rest != "" && grammar.IsDigit(text[i-1]) && grammar.IsDigit(rest[0])
		said := strings.TrimLeft(rest, "-–—>") // "Ada Brook:– Thank you", "<Ada Brook:>"
		return cut{byColon, i, len(text) - len(said)}, !clock && !strings.HasPrefix(rest, "//")
	case '-', '–', '—':
		return dashCut(text, i, rest)
	case kashida:
		if i > 0 && (text[i-1] == ' ' || text[i-1] == ')') {
			return dashCut(text, i, rest)
		}
	case '.':
		return cut{byStop, i, i + 1}, stopsOpening(text[:i], rest)
	case ']', '】', '］':
		return bracketCut(text, i, rest)
	}
	return cut{}, false
}

// bracketCut is the cut at the bracket that closes a text which one opens, in a script without
// capitals: "[林小雨]: 大家好". What leads to an opening takes the wide ones along.
func bracketCut(text string, i int, rest string) (cut, bool) {
	name := strings.TrimLeft(text[:i], "[")
	said := strings.TrimLeft(rest, ":： ")
	c := cut{byBracket, i, len(text) - len(said)}
	if strings.ContainsAny(rest[:len(rest)-len(said)], ":：") {
		c.by = byColon
	}
	return c, grammar.IsCaseless(grammar.FirstRune(name)) && (text[i] != ']' || text[0] == '[') && !strings.ContainsAny(name, "[【［")
}

// kashida stretches words in Arabic and Persian, and stands for a dash between them.
const kashida = 'ـ'

// dashCut is the cut at a dash that has spaces around it, or stands behind a full stop
// or a parenthesis.
func dashCut(text string, i int, rest string) (cut, bool) {
	before := strings.TrimRight(text[:i], " \u00a0")
	said := strings.TrimLeft(rest, "-–—ـ \u00a0")
	switch {
	case strings.HasSuffix(before, "."):
		if len(said) == len(rest) && utf8.RuneCountInString(grammar.LastWord(before)) <= shortLong && unicode.IsUpper(grammar.FirstRune(rest)) && !unicode.Is(unicode.Latin, grammar.FirstRune(rest)) {
			return cut{}, false // "ЗАМ.-МИНИСТЪР"
		}
		return cut{byStopDash, len(before) - 1, len(text) - len(said)}, true
	case len(before) < i && (rest == "" || len(said) < len(rest)), strings.HasSuffix(before, ")"), isGluedDash(before, rest):
		return cut{byDash, len(before), len(text) - len(said)}, true
	}
	return cut{}, false
}

// isGluedDash says whether a dash stands right behind a word and before a space, in a script
// that divides no words by one.
func isGluedDash(before, rest string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	return unicode.Is(unicode.Arabic, last) && strings.HasPrefix(rest, " ")
}

// abbreviation is how many letters the longest abbreviation has within an office.
const abbreviation = 3

// shortLong is how many letters the longest abbreviation has.
const shortLong = 5

// stopsOpening says whether a full stop ends more than an abbreviation. Where a dash
// follows, that is what closes.
func stopsOpening(before, rest string) bool {
	said := strings.TrimLeft(rest, " \u00a0")
	if said == "" || len(said) == len(rest) {
		return said == ""
	}
	if strings.ContainsRune("-–—", grammar.FirstRune(said)) {
		return false
	}
	word := grammar.LastWord(before)
	if name, office, ok := strings.Cut(before, ", "); ok && office != word && describe.InCapitals(name) {
		return utf8.RuneCountInString(word) > abbreviation && grammar.IsSmall(grammar.FirstRune(word))
	}
	n := utf8.RuneCountInString(word)
	return n > shortLong || strings.HasSuffix(word, ")") || grammar.IsDotted(word) && len(word) < len(before) ||
		n > abbreviation && describe.InCapitals(word) && !grammar.IsShoutedWord(grammar.WordAt(said)) // not "HON. ADA BROOK."
}
