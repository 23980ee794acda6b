// Package read turns the bytes of one file into a Document: blocks of text in
// reading order, each with its style, its pages and the boxes of its lines.
//
// In: a File. Out: a Document, or a *corpus.Error that says why there is none.
// Package segment is next. This package knows nothing of speakers.
package read

import (
	"context"

	"briefsearch/corpus"
)

// File is one input.
type File struct {
	Name    string // base name; says nothing about the format
	Content []byte
}

// Limits bound what one file may cost. A zero field means its default.
type Limits struct {
	Pages int   // pages read at most
	Text  int64 // bytes of text, after decompression
}

// Reader reads one file format. A Reader is safe for concurrent use.
//
// A format is added by writing a Reader and adding it to All.
type Reader interface {
	// Name is what inspect prints as "reader".
	Name() string
	// Sniff says whether a file is of this format, by its content.
	Sniff(f File) bool
	// Read returns the document. Its error is a *corpus.Error with Code
	// NeedsOCR, Encrypted, Corrupt, Unsupported, Empty or Timeout. It keeps
	// to ctx and stays within the limits.
	Read(ctx context.Context, f File, lim Limits) (*Document, error)
}

// Document is what a reader found in a file.
type Document struct {
	Reader   string // name of the reader
	Title    string // as the file's own metadata has it, or ""
	Language string // as the file's own metadata has it, or ""
	Pages    int
	OCR      bool
	Blocks   []Block // in reading order, running heads and page numbers left out
}

// BlockKind is what a block is in the layout of its page.
type BlockKind uint8

// The kinds of block.
const (
	Paragraph BlockKind = iota
	Heading
	Item     // of a list
	Footnote // set apart from the running text
	Row      // of a table, cells separated by tabs
)

// Block is a paragraph, whole, also when it goes on on another page.
//
// Text is in NFC, with ligatures resolved and words that were divided at a line
// end joined again. It has single spaces and no line end. All offsets are bytes
// of Text.
type Block struct {
	Kind   BlockKind
	Level  int // of a heading, from 1; of an item's nesting, from 0
	Text   string
	Marker string // of an item or a footnote: "–", "3.", "(a)"; not part of Text
	Spans  []Span // stretches set in bold, italic or as a superscript mark, in order
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
