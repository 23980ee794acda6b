package read

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"briefsearch/indexer/read/block"
)

// partLines makes paragraphs of the lines that a page of the web or a text of Word breaks
// by hand ("<br>"): each says something of its own, a speaker's label, a title. Where
// most sentences go on over the breaks, a program has made them, and they only wrap the
// text. Then, and in titles and tables, no line is left of them but one for each page.
func partLines(doc *Document) {
	wraps := wrapsByHand(doc)
	var out []Block
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		at := takeBreaks(b)
		if wraps || len(at) == 0 || b.Kind != Paragraph && (b.Kind != Item || b.Marker == "•") {
			out = append(out, *b)
			continue
		}
		for _, part := range b.Split(at) {
			itemise(&part)
			out = append(out, part)
		}
	}
	doc.Blocks = out
}

// takeBreaks takes the lines that begin within a page off a block, and is where they begin.
func takeBreaks(b *Block) []int {
	var at []int
	page := 0
	b.Lines = slices.DeleteFunc(b.Lines, func(l Line) bool {
		if l.Page != page {
			page = l.Page
			return false
		}
		at = append(at, l.Start)
		return true
	})
	return at
}

// wrapsByHand says whether sentences go on over a third of the breaks within paragraphs.
func wrapsByHand(doc *Document) bool {
	breaks, over := breaksOver(doc)
	return over*3 > breaks
}

// breaksOver counts the breaks within paragraphs, and those over which a sentence goes on.
func breaksOver(doc *Document) (breaks, over int) {
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		for _, l := range b.Lines[1:] {
			breaks++
			if first, _ := utf8.DecodeRuneInString(b.Text[l.Start:]); unicode.IsLower(first) && block.Unfinished(b.Text[:l.Start]) {
				over++
			}
		}
	}
	return breaks, over
}
