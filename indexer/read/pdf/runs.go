package pdf

import (
	"math"
	"strings"

	"briefsearch/indexer/read/layout"
)

// matrix is an affine map as PDF writes it: [a b c d e f].
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

func matrixOf(args operands) matrix {
	var m matrix
	for i := range m {
		m[i] = args.number(i)
	}
	return m
}

// times applies a first, then b.
func (a matrix) times(b matrix) matrix {
	return matrix{
		a[0]*b[0] + a[1]*b[2], a[0]*b[1] + a[1]*b[3],
		a[2]*b[0] + a[3]*b[2], a[2]*b[1] + a[3]*b[3],
		a[4]*b[0] + a[5]*b[2] + b[4], a[4]*b[1] + a[5]*b[3] + b[5],
	}
}

func (a matrix) shifted(x, y float64) matrix {
	a[4], a[5] = x*a[0]+y*a[2]+a[4], x*a[1]+y*a[3]+a[5]
	return a
}

func (a matrix) apply(x, y float64) (px, py float64) {
	return x*a[0] + y*a[2] + a[4], x*a[1] + y*a[3] + a[5]
}

// runBuilder joins glyphs to runs. Its coordinates are those of the page as it is
// seen, for the first matrix of the page turns them so.
type runBuilder struct {
	cur     layout.Run
	text    []byte
	endX    float64
	endY    float64
	scale   float64 // of an advance in text space to the page
	font    *font
	size    float64
	dx, dy  float64
	bold    bool
	hidden  bool
	spacing float64 // behind the last glyph, on the page
	inked   bool    // the run has a glyph that is no blank
}

// style takes the state in which the glyphs that follow are drawn.
func (b *runBuilder) style(gs *state, m matrix) {
	b.scale = math.Hypot(m[0], m[1])
	size := math.Hypot(m[2], m[3]) * math.Abs(gs.size)
	dx, dy := 1.0, 0.0
	if b.scale > 0 {
		dx, dy = m[0]/b.scale, m[1]/b.scale
	}
	if gs.size < 0 {
		dx, dy = -dx, -dy
	}
	b.font, b.size, b.dx, b.dy = gs.font, size, dx, dy
	b.bold = gs.font.bold || gs.render == 2
	b.hidden = gs.render == 3 || gs.render == 7
}

// Shares of the type size: a gap wider than splitAt may be a space and begins a
// new run, as does a step back.
const (
	splitAt  = 0.1
	maxPlace = 1e6
)

// add takes a glyph that is drawn at x, y. Its ink is advance wide; spacing is what
// the font's state puts behind every glyph.
func (b *runBuilder) add(page *layout.Page, g glyph, x, y, advance, spacing float64) {
	if math.IsNaN(x+y+advance+b.size) || math.Abs(x)+math.Abs(y)+math.Abs(advance) > maxPlace {
		return
	}
	if advance < 0 {
		advance = 0
	}
	blank := strings.TrimSpace(g.text) == ""
	if !b.fits(g, x, y) {
		b.flush(page)
		b.cur = layout.Run{Font: b.font.name, Size: b.size, X: x, Y: y, DX: b.dx, DY: b.dy, Bold: b.bold, Italic: b.font.italic, Hidden: b.hidden}
		b.inked = false
	}
	if !blank && !b.inked {
		b.cur.X, b.cur.Y, b.inked = x, y, true
	}
	b.text = append(b.text, g.text...)
	b.endX, b.endY = x+b.dx*advance, y+b.dy*advance
	b.spacing = max(spacing, 0)
	if !blank || !b.inked {
		// The sum of the advances would miss the kerning between the glyphs.
		b.cur.W = max(b.cur.W, (b.endX-b.cur.X)*b.dx+(b.endY-b.cur.Y)*b.dy)
	}
	if g.split {
		b.flush(page)
	}
}

// fits says whether a glyph goes on where the run has ended.
func (b *runBuilder) fits(g glyph, x, y float64) bool {
	if len(b.text) == 0 || g.split || b.cur.Font != b.font.name || b.cur.Bold != b.bold || b.cur.Hidden != b.hidden {
		return false
	}
	if math.Abs(b.cur.Size-b.size) > 0.01*b.size || b.cur.DX*b.dx+b.cur.DY*b.dy < 0.999 {
		return false
	}
	limit := splitAt * b.size
	vx, vy := x-b.endX, y-b.endY
	along := vx*b.dx + vy*b.dy
	return along >= -limit && along <= limit+b.spacing && math.Abs(vy*b.dx-vx*b.dy) <= 0.02*b.size
}

func (b *runBuilder) flush(page *layout.Page) {
	if len(b.text) > 0 {
		b.cur.Text = string(b.text)
		page.Runs = append(page.Runs, b.cur)
	}
	b.text = b.text[:0]
	b.cur = layout.Run{}
}
