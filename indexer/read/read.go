// Package read turns the bytes of one file into a Document: blocks of text in
// reading order, each with its style, its pages and the boxes of its lines.
//
// In: a File. Out: a Document, or a *corpus.Error that says why there is none.
// Package segment is next. This package knows nothing of speakers.
package read

import (
	"context"

	"briefsearch/indexer/read/block"
)

// File is one input.
type File struct {
	Name      string // base name; says nothing about the format
	Content   []byte
	Passwords []string // to try when the file is locked; the empty one is always tried
}

// Limits bound what one file may cost. A zero field means its default.
type Limits struct {
	Pages int   // pages read at most
	Text  int64 // bytes of text, after decompression
}

// The limits of a file when the caller sets none. A report of 5,000 pages and
// 64 MB of text is beyond anything that a secretariat has published.
const (
	DefaultPages = 5000
	DefaultText  = 64 << 20
)

func (l Limits) orDefault() Limits {
	if l.Pages <= 0 {
		l.Pages = DefaultPages
	}
	if l.Text <= 0 {
		l.Text = DefaultText
	}
	return l
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
	Reader   string // name of the reader, or of the engine that it used
	Title    string // as the file's own metadata has it, or ""
	Language string // as the file's own metadata has it, or ""
	Symbol   string // that running heads bear, which are no blocks, or ""
	Pages    int
	OCR      bool
	Scanned  []int             // pages that are pictures without text, from 1
	Voices   bool              // the data say before each speech whose it is
	Meta     map[string]string // what else the file's own metadata says, by lower-case name: "author", "date"
	Blocks   []Block           // in reading order, running heads and page numbers left out
}

// A Block is a paragraph, whole, also when it goes on on another page. Package
// block says what it promises.
type Block = block.Block

// BlockKind is what a block is in the layout of its page.
type BlockKind = block.Kind

// The kinds of block.
const (
	Paragraph = block.Paragraph
	Heading   = block.Heading
	Item      = block.Item     // of a list
	Footnote  = block.Footnote // set apart from the running text
	Row       = block.Row      // of a table, cells separated by tabs
)

// Span is a stretch of a block's text in a style of its own.
type Span = block.Span

// Line is where a printed line begins in a block's text.
type Line = block.Line
