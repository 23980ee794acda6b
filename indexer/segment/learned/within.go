package learned

import (
	"strings"
	"unicode"

	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/matter"
)

// A text that has lost its paragraphs may have labels of surnames alone, "Brook: … Vega: …". They
// are looked for behind the ends of sentences.

// flat are the bytes at which labels begin within a block, and where no label leaves no doubt, those
// of names that several speeches of such a text open with.
func (h *Heard) flat(b *read.Block, names grammar.Names) []int {
	at := flat(b, names)
	if len(at) > 0 {
		return at
	}
	if met := h.metWithin(b.Text); len(met) > 0 {
		return met
	}
	within := labelsWithin(b)
	if len(b.Text) < flatText || len(within) < FormalEnough || len(b.Text) < longLines*len(b.Lines) && !takeTurns(b.Text, within) {
		return nil
	}
	for _, i := range within {
		h.met[nameAt(b.Text[i:])] = true
	}
	return within
}

// metWithin are the bytes at which labels of such names begin, in a text that may be shorter.
func (h *Heard) metWithin(text string) []int {
	var at []int
	if len(h.met) > 0 {
		for _, m := range labelWithin.FindAllStringSubmatchIndex(text, -1) {
			if h.met[nameAt(text[m[2]:])] && !matter.InNote(text[:m[2]]) {
				at = append(at, m[2])
			}
		}
	}
	return at
}

// takeTurns says whether labels at some bytes are those of a few people in turn.
func takeTurns(text string, at []int) bool {
	names := map[string]int{}
	for _, i := range at {
		names[nameAt(text[i:])]++
	}
	return len(names) > 1 && 2*len(names) < len(at)
}

// nameAt is what stands before the colon of a label that a text begins with.
func nameAt(text string) string {
	name, _, _ := strings.Cut(text, ":")
	return name
}

// longLines is how many bytes the lines of a text have that has lost its paragraphs. Where they are
// shorter, the labels within are those of a few people in turn.
const longLines = 150

// labelWithin is what may be a label and a colon between two sentences, perhaps behind a dash
// and a form of address.
var labelWithin = regexp.MustCompile(`(?:[.;!?؟»…)]|--) ((?:[-–—] ?)?(?:\pL{1,4}\. ?)?(?:\p{Lu}|\p{Arabic})[^.:!?؟;]{1,70}:(?:[-–—]| ))`)

// labelsWithin are the bytes at which such labels begin in a text in which somebody speaks.
func labelsWithin(b *read.Block) []int {
	if strings.Count(b.Text, ":") < FormalEnough || !grammar.IsVoiced(b.Text) {
		return nil
	}
	var at []int
	for _, m := range labelWithin.FindAllStringSubmatchIndex(b.Text, -1) {
		text := b.Text[m[2]:m[3]]
		lead, _ := leadOf(text)
		if first := grammar.FirstRune(strings.TrimLeft(b.Text[m[3]:], " «“\"(–—-…¿¡")); !unicode.IsLetter(first) || unicode.IsLower(first) || matter.InNote(b.Text[:m[2]]) {
			continue // "OpPos: p.go", "(Abg. Dr. Brook: Na geh!)"
		}
		if _, ok := newOpening(strings.TrimRight(text[lead:], ":-–— "), byColon, false); ok {
			at = append(at, m[2])
		}
	}
	return at
}
