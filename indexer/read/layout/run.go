// Package layout turns what a page shows, runs of glyphs at their places, into
// what it says: paragraphs, headings, items, footnotes and rows of tables, in
// reading order.
//
// In: Pages of Runs, from any source that knows positions: the PDF reader today,
// another PDF engine or text recognition tomorrow. Out: block.Blocks, which
// package read hands on. The steps stand one in a file: lines.go joins runs to
// lines, order.go brings lines into reading order, furniture.go takes running
// heads and page numbers away, group.go joins lines to paragraphs, kinds.go says
// what each of them is, and compose.go writes the text.
package layout

import "math"

// Run is a stretch of glyphs on one baseline, set in one font, without a gap as
// wide as a space between them. Places are in PDF points from the top left corner
// of the page as it is seen, y downwards.
type Run struct {
	Text   string  // in logical order within the run; may hold spaces, also at its ends
	Font   string  // name, for comparing
	Size   float64 // of the type, as it stands on the page
	X, Y   float64 // where the first glyph that is no blank stands on the baseline
	W      float64 // from there to the end of the last such glyph
	DX, DY float64 // direction of the baseline, of length 1; text across has 1, 0
	Bold   bool
	Italic bool
	Hidden bool // drawn without ink, as under a scan that was recognised before
}

// Page is one page. Pages without runs are there too.
type Page struct {
	Number        int // from 1
	Width, Height float64
	Runs          []Run // in the order in which the file draws them
	Pictures      int   // images, and drawings as rich as one
	Shown         int   // bytes of strings that the page shows, read or not; 0 when not known

	way      strength // the direction of almost all its text; neutral where it goes both ways
	turned   int      // quarters by which it was turned, counterclockwise, to be upright
	sin, cos float64  // of the angle by which its lines ran down the page before they were straightened
}

func (r *Run) end() float64 { return r.X + r.W }

// alike says whether two runs are set in the same way on the same baseline.
func (r *Run) alike(o *Run) bool {
	return r.Font == o.Font && r.Bold == o.Bold && r.Italic == o.Italic && r.Hidden == o.Hidden && r.Size == o.Size && math.Abs(r.Y-o.Y) < 0.02*r.Size
}

// level says whether the run reads across the page, as almost all text does.
func (r *Run) level() bool { return r.DX > 0.98 && math.Abs(r.DY) < 0.17 }
