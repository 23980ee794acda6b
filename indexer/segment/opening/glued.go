package opening

import (
	"slices"
	"strings"

	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// glued are two words between which a converter lost the space: the second group begins the
// later one: "ofGHANA", "GHANAsaid", "GHANA,with", "lamps.GHANA", "TheChairman",
// "representativeof".
var glued = regexp.MustCompile(`\b(?:of|by|for|with|and|the|from|to|that)()\p{Lu}(?:\p{Lu}{2}|\p{Ll}{2})|\b\p{Lu}{2}[\p{Lu}’'-]+()(\p{Ll}{4,})\b|\p{L},()\p{L}|(?:\p{Ll}{3}|\p{Lu}\))\.()\p{Lu}|\d{4}\.()\p{Lu}\p{Ll}|\bThe()\p{Lu}\p{Ll}{4}|(?:representative|observer|delegat(?:e|ion))s?()of\b`)

// verbBehind is the group of a verb that may be one behind a name in capitals.
const verbBehind = 3

// Unglue puts the spaces back that a text has lost, and is where these are in it.
func Unglue(text string) (string, []int) {
	found := glued.FindAllStringSubmatchIndex(text, -1)
	if found == nil {
		return text, nil
	}
	var b strings.Builder
	var at []int
	from := 0
	for _, m := range found {
		if verb := m[2*verbBehind]; verb >= 0 && !grammar.Saying[text[verb:m[2*verbBehind+1]]] {
			continue // "LDCs"
		}
		space := slices.Max([]int{m[2], m[4], m[8], m[10], m[12], m[14], m[16]})
		b.WriteString(text[from:space])
		at = append(at, b.Len())
		b.WriteByte(' ')
		from = space
	}
	b.WriteString(text[from:])
	return b.String(), at
}

// reglue is where a byte of a text with its spaces put back was before.
func reglue(at int, spaces []int) int {
	n, _ := slices.BinarySearch(spaces, at)
	return at - n
}
