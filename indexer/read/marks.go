package read

import "regexp"

var (
	// looseMark is the mark of an item that stands alone.
	looseMark = regexp.MustCompile(`^(?:\d{1,4}[.)]|\([a-zA-Z0-9]{1,4}\)|[a-z]\)|[-•‣▪◦–—])$`)
	// looseNumber is the number of a heading, or of a part of a paragraph, that does. It is
	// not the time of day.
	looseNumber = regexp.MustCompile(`^(?:(?:[IVXLC]{1,6}|[A-Z])\.|\d{1,4}\.\d{1,3}\.|(?:2[4-9]|[3-9]\d|\d{3,4})\.\d{1,3})$`)
)

// gatherMarks puts a mark that stands alone before the paragraph that it marks: where
// marks hang in the margin, programs that turn pages to text write them as lines of
// their own. A column of marks without their texts stays as it is.
func gatherMarks(blocks []Block) []Block {
	out := blocks[:0]
	for i := range blocks {
		if !isLoose(blocks, i) || isLoose(blocks, i-1) || isLoose(blocks, i+1) || !mark(blocks, i+1, blocks[i].Text) {
			out = append(out, blocks[i])
		}
	}
	return out
}

// isLoose says whether a block is a mark and nothing else.
func isLoose(blocks []Block, i int) bool {
	if i < 0 || i >= len(blocks) {
		return false
	}
	b := &blocks[i]
	return b.Marker == "" && (b.Kind == Paragraph || b.Kind == Heading) && (looseMark.MatchString(b.Text) || looseNumber.MatchString(b.Text))
}

// mark gives a block its mark, or a title its number. It says whether the block can have one.
func mark(blocks []Block, i int, mark string) bool {
	if i >= len(blocks) || blocks[i].Marker != "" {
		return false
	}
	b := &blocks[i]
	switch {
	case looseNumber.MatchString(mark):
		b.Prefix(mark + " ")
	case b.Kind == Paragraph:
		b.Kind, b.Marker = Item, mark
	default:
		return false
	}
	return true
}
