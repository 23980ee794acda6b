package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// A list of States has at least so many characters, and at most so many between
// its parentheses.
const (
	leastListed = 3
	mostListed  = 600
)

// listEnd is what may stand behind the States that close a recommendation.
var listEnd = regexp.MustCompile(`^[\d* ]*[;.,:؛،；。]?(?: ?(?:and|et|y|и))?[\d*]*$`)

// closingList is where the words in the parentheses that close a text begin and
// end: the States that make a recommendation. The names of States may have
// parentheses of their own.
func closingList(text string) (from, to int, ok bool) {
	to = strings.LastIndexAny(text, ")]")
	if to < 0 || !listEnd.MatchString(text[to+1:]) {
		return 0, 0, false
	}
	for at := 0; ; at = from {
		open := strings.IndexAny(text[at:to], "([")
		if open < 0 {
			return 0, 0, false
		}
		from = at + open + 1
		if isListed(text[from:to]) {
			return from, to, true
		}
	}
}

// isListed says whether a text can be what stands between the outer parentheses.
func isListed(text string) bool {
	least := leastListed
	if unicode.Is(unicode.Han, grammar.FirstRune(text)) {
		least = 2
	}
	for {
		own := strings.IndexAny(text, "()[]")
		if own < 0 {
			own = len(text)
		}
		if n := utf8.RuneCountInString(text[:own]); n < least || n > mostListed {
			return false
		}
		if own == len(text) {
			return true
		}
		if text[own] != '(' {
			return false
		}
		text, least = text[own+1:], 0
		end := strings.IndexAny(text, "()")
		if end < 0 || text[end] != ')' {
			return false
		}
		text = text[end+1:]
	}
}

// leastRecommended is how many words a recommendation has at least.
const leastRecommended = 2

// nextRecommendation is what stands between two recommendations of a paragraph.
var nextRecommendation = regexp.MustCompile(`[)\]][\d*]*(?:[ \x{a0}]?;[ \x{a0}]+[^ (\x{a0}]|\.[ \x{a0}]+\p{Lu})`)

// recommendations are the bytes at which each recommendation of a paragraph ends: "Sign
// the one treaty (Peru); report on the other in time (Chad, Fiji);" are two.
func (g subjects) recommendations(text string) []int {
	var ends []int
	from := 0
	for _, at := range nextRecommendation.FindAllStringIndex(text, -1) {
		end := at[0] + strings.IndexAny(text[at[0]:], ";.") + 1
		if g.isRecommendation(text[max(from, end-recommenderReach):end]) {
			ends, from = append(ends, end), end
		}
	}
	if _, ok := g.recommends(text); ok {
		ends = append(ends, len(text))
	}
	return ends
}

// isRecommendation says whether a text says something before the States that close it.
func (g subjects) isRecommendation(text string) bool {
	from, _, ok := closingList(strings.ToValidUTF8(text, ""))
	if !ok || grammar.CountWords(text[:from-1], leastRecommended) < leastRecommended {
		return false
	}
	_, ok = g.recommends(text)
	return ok
}

// recommenderReach is how many bytes the States of one recommendation may take.
const recommenderReach = 800

// recommends parses a recommendation: what is recommended, then the States that do.
// The first one is its speaker, the others stand beside it.
func (g subjects) recommends(text string) (corpus.Speaker, bool) {
	tail := strings.ToValidUTF8(text[max(0, len(text)-recommenderReach):], "")
	lists := g.lists(strings.TrimRight(tail, " "))
	if lists == nil {
		return corpus.Speaker{}, false
	}
	var sp corpus.Speaker
	for i, name := range lists {
		one, used, ok := g.named(grammar.StripArticle(name))
		group := grammar.BehalfOf.FindStringIndex(name)
		switch {
		case i > 0 && group != nil && group[0] == 0: // "Cuba, on behalf of the African Group"
			sp.OnBehalfOf = append(sp.OnBehalfOf, grammar.Groups(name[group[1]:])...)
		case i == 0 && (!ok || used < len(grammar.StripArticle(name))):
			return corpus.Speaker{}, false
		case i == 0:
			sp = one
			sp.AsPrinted = name
		default:
			sp.JoinedBy = append(sp.JoinedBy, name)
		}
	}
	return sp, sp.AsPrinted != ""
}

// lists are the names in the parentheses that close a text, in order: "(Algeria,
// Peru)", or each in its own: "(Algeria) (Peru)".
func (g subjects) lists(tail string) []string {
	var out []string
	for {
		from, to, ok := closingList(tail)
		if !ok {
			return out
		}
		names := g.splitStates(tail[from:to])
		if out != nil && !g.startsState(names[0]) {
			return out
		}
		out = append(names, out...)
		tail = strings.TrimRight(tail[:from-1], " ;,\u00a0")
		if !strings.HasSuffix(tail, ")") {
			return out
		}
	}
}

// splitStates divides "Algeria, Republic of Korea and Peru". The States that have
// an "and" in their names stay whole.
func (g subjects) splitStates(list string) []string {
	var out []string
	for _, part := range stateSeparator.Split(list, -1) {
		part = strings.TrimSpace(part)
		head, tail := cutAny(part, " and ", " et ", " y ")
		if _, whole := g.names.Country(grammar.StripArticle(part)); !whole && tail != "" {
			out = append(out, head)
			part = tail
		}
		if part != "" {
			out = append(out, part)
		}
	}
	return out
}

var stateSeparator = regexp.MustCompile(`\s*[,;/،、]\s*(?:and |et |y )?`)
