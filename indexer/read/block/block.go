// Package block holds what every reader makes of a file, its blocks of text,
// and the Builder that makes them alike: single spaces, NFC, ligatures resolved,
// words divided at a line end joined again.
//
// In: pieces of text with their style and place. Out: Blocks. Package read
// hands them on under names of its own; they live here so that the readers in
// packages below read can make them too.
package block

import "briefsearch/corpus"

// Kind is what a block is in the layout of its page.
type Kind uint8

// The kinds of block.
const (
	Paragraph Kind = iota
	Heading
	Item     // of a list
	Footnote // set apart from the running text
	Row      // of a table, cells separated by tabs
)

// String is the kind's name, for tests and messages.
func (k Kind) String() string {
	switch k {
	case Paragraph:
		return "paragraph"
	case Heading:
		return "heading"
	case Item:
		return "item"
	case Footnote:
		return "footnote"
	case Row:
		return "row"
	}
	return "unknown"
}

// Block is a paragraph, whole, also when it goes on on another page.
//
// Text is in NFC, with ligatures resolved and words that were divided at a line
// end joined again. It has single spaces and no line end. All offsets are bytes
// of Text.
type Block struct {
	Kind   Kind
	Level  int // of a heading, from 1; of an item's nesting, from 0
	Text   string
	Marker string // of an item or a footnote: "–", "3.", "(a)"; not part of Text
	Voice  string // who speaks, where the file says so in its data: Text begins with it and a colon
	Chairs bool   // the file says that who speaks presides
	Spans  []Span // stretches set in bold or italic, in order
	Lines  []Line // never empty; the first starts at 0
}

// Span is a stretch of a block's text in a style of its own.
type Span struct {
	Start, End int // bytes
	Bold       bool
	Italic     bool
}

// Line is where a printed line begins in a block's text. A format without
// printed lines has one Line for each page that the block touches.
type Line struct {
	Start int // bytes
	Page  int // from 1
	Box   *corpus.Box
	Full  bool // the next line begins with a word for which this one has no room; known with Box
}

// Page is the page on which the block begins.
func (b *Block) Page() int { return b.Lines[0].Page }

// LastPage is the page on which the block ends.
func (b *Block) LastPage() int { return b.Lines[len(b.Lines)-1].Page }

// LeadingBold is the length in bytes of the bold stretch that opens the block, 0
// when it does not open in bold.
func (b *Block) LeadingBold() int {
	end := 0
	for _, s := range b.Spans {
		if !s.Bold || s.Start > end {
			break
		}
		end = s.End
	}
	return end
}

// AllBold says whether the whole block is set in bold.
func (b *Block) AllBold() bool { return b.LeadingBold() == len(b.Text) && b.Text != "" }

// Prefix puts words before the block's text, on its first line.
func (b *Block) Prefix(words string) {
	b.Text = words + b.Text
	for i := range b.Spans {
		b.Spans[i].Start += len(words)
		b.Spans[i].End += len(words)
	}
	for i := 1; i < len(b.Lines); i++ {
		b.Lines[i].Start += len(words)
	}
}
