package label

import (
	"strings"

	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// smallAddress is a label that begins with a form of address in small letters, as minutes of many
// countries have it: "κ. Λύχνος:", "p. Lampa:", "g. Svetilka:". With a capital most of them are
// initials.
var smallAddress = regexp.MustCompile(`^(` + grammar.Lists.Any("small-address") + `\.? )(?:\p{Lu}\. ?)*\p{Lu}[\pL'’ .-]{1,50}(?: \([^():]{1,40}\))? ?:`)

// known is a form of address that stands for others while their label is parsed.
const known = "Mr. "

// smallAddressed parses a label that begins with a form of address in small letters.
func smallAddressed(text string, names grammar.Names) Label {
	m := smallAddress.FindStringSubmatchIndex(text)
	if m == nil {
		return Label{}
	}
	l := Of(known+text[m[3]:], names)
	if l.Style == None || !strings.HasPrefix(l.Speaker.AsPrinted, known) {
		return Label{}
	}
	l.End += m[3] - len(known)
	l.Speaker.Honorific = strings.TrimSpace(text[:m[3]])
	l.Speaker.AsPrinted = text[:m[3]] + l.Speaker.AsPrinted[len(known):]
	return l
}
