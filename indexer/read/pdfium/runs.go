package pdfium

import (
	"math"
	"unicode"
	"unicode/utf16"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
	"golang.org/x/text/unicode/bidi"

	"briefsearch/indexer/read/layout"
	"briefsearch/indexer/read/pdf"
)

// runs joins the characters of a page to runs. Every question to PDFium costs a
// call into its memory, so what does not change within a word is asked once.
type runs struct {
	doc  *Document
	text references.FPDF_TEXTPAGE
	page *layout.Page
	view view

	cur      style
	chars    []rune
	from     place                 // of the run's first character
	last     glyph                 // of its last one
	box      structs.FPDF_FS_RECTF // of that, which tells its line and the size of its font
	blank    bool                  // a space came behind it
	alone    bool                  // it is a run of its own
	leftward bool                  // the page has text that is written from right to left
	known    bool                  // the next one may stand as it does
	high     rune                  // the first half of a character
	hidden   bool                  // any text of the page is
}

// place is one on the page, in the coordinates of its content.
type place struct{ x, y float64 }

// glyph is where a character stands and how wide it is.
type glyph struct {
	place
	advance float64
}

// style is what the characters of a word share.
type style struct {
	font         string
	bold, italic bool
	hidden       bool
	size         float64
	dx, dy       float64 // direction of the baseline, in the coordinates of the content
}

// upright says whether the box of a character tells where it stands.
func (s *style) upright() bool { return s.dx > 0.999 }

func (s *style) like(o *style) bool {
	return s.font == o.font && s.bold == o.bold && s.italic == o.italic && s.hidden == o.hidden &&
		math.Abs(s.size-o.size) < 0.01*s.size && s.dx*o.dx+s.dy*o.dy > 0.999
}

// Shares of the type size.
const (
	splitAt     = 0.1  // a wider gap between glyphs begins a new run
	splitTurned = 0.25 // in turned text, where the width of a glyph is that of its ink
	wideSpace   = 0.6  // as does a wider space
	stepBack    = -0.3 // and a glyph that begins so far before the end of the last
	offLine     = 0.02 // or stands so far off its baseline
	maxPlace    = 1e6
)

// char adds character i. A character without a place is none on the page.
func (r *runs) char(i int) error {
	res, err := r.doc.lib.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: r.text, Index: i})
	if err != nil {
		return err
	}
	c := r.printed(res.Unicode)
	if c == 0 {
		return nil
	}
	if c == '\n' {
		r.flush()
		r.known = false
		return nil
	}
	var box *structs.FPDF_FS_RECTF
	if res, err := r.doc.lib.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: r.text, Index: i}); err == nil {
		box = &res.Rect
	}
	switch {
	case unicode.IsSpace(c):
		r.space(box)
		r.known = false
	case box != nil:
		r.ink(i, c, *box)
	}
	return nil
}

// ink adds a character that is no blank.
func (r *runs) ink(i int, c rune, box structs.FPDF_FS_RECTF) {
	left := float64(box.Left)
	same := r.known && r.cur.upright() && box.Top == r.box.Top && box.Bottom == r.box.Bottom && left-r.last.x-r.last.advance < splitAt*r.cur.size
	r.box = box
	if same {
		r.add(c, &r.cur, glyph{place{left, r.last.y}, float64(box.Right) - left})
		return
	}
	s, g, ok := r.ask(i, box)
	if ok {
		r.add(c, &s, g)
	}
	r.known = ok
}

// printed is the character that a code of PDFium stands for, 0 for none. PDFium
// gives characters beyond the first 65,536 in two halves, and marks hyphens at the
// ends of lines by codes that are no characters.
func (r *runs) printed(code uint) rune {
	high := r.high
	r.high = 0
	c := rune(min(code, unicode.MaxRune+1))
	switch {
	case c == 0x02 || c == 0xfffe:
		return '-'
	case c == '\r' || c == '\n':
		return '\n'
	case utf16.IsSurrogate(c):
		if both := utf16.DecodeRune(high, c); both != unicode.ReplacementChar {
			return both
		}
		r.high = c
		return 0
	case c > unicode.MaxRune || c < ' ' && c != '\t':
		return 0
	}
	return c
}

// ask asks PDFium how and where a character stands.
func (r *runs) ask(i int, box structs.FPDF_FS_RECTF) (s style, g glyph, ok bool) {
	lib := r.doc.lib
	size, err := lib.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: r.text, Index: i})
	if err != nil {
		return s, g, false
	}
	at, err := lib.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: r.text, Index: i})
	if err != nil {
		return s, g, false
	}
	s.size, s.dx = math.Abs(size.FontSize), 1
	if m, err := lib.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: r.text, Index: i}); err == nil {
		s.size *= math.Hypot(float64(m.Matrix.C), float64(m.Matrix.D))
		if scale := math.Hypot(float64(m.Matrix.A), float64(m.Matrix.B)); scale > 0 {
			s.dx, s.dy = float64(m.Matrix.A)/scale, float64(m.Matrix.B)/scale
		}
	}
	if info, err := lib.FPDFText_GetFontInfo(&requests.FPDFText_GetFontInfo{TextPage: r.text, Index: i}); err == nil {
		s.font, s.bold, s.italic = pdf.FontStyle(info.FontName, int64(info.Flags))
	}
	if w, err := lib.FPDFText_GetFontWeight(&requests.FPDFText_GetFontWeight{TextPage: r.text, Index: i}); err == nil {
		s.bold = s.bold || pdf.IsBoldWeight(s.font, w.FontWeight)
	}
	s.hidden = r.cur.hidden
	if r.cur.font != s.font || len(r.page.Runs) == 0 {
		s.hidden = r.doc.isHidden(r.text, i)
		r.hidden = r.hidden || s.hidden
	}
	g = glyph{place{at.X, at.Y}, float64(box.Right) - at.X}
	if !s.upright() {
		g.advance = r.extent(i, &s)
	}
	return s, g, finite(s.size, g.x, g.y, g.advance)
}

// extent is how long a character of turned text is along its line.
func (r *runs) extent(i int, s *style) float64 {
	b, err := r.doc.lib.FPDFText_GetCharBox(&requests.FPDFText_GetCharBox{TextPage: r.text, Index: i})
	if err != nil {
		return s.size / 2
	}
	return math.Abs((b.Right-b.Left)*s.dx) + math.Abs((b.Top-b.Bottom)*s.dy)
}

func finite(values ...float64) bool {
	for _, v := range values {
		if math.IsNaN(v) || math.Abs(v) > maxPlace {
			return false
		}
	}
	return true
}

// add puts a character into the run, or begins a new one with it. Characters that
// are written from right to left have runs of their own, and on a page of such
// text those without a direction; the layout orders them by their places. Those of
// one ligature stay together.
func (r *runs) add(c rune, s *style, g glyph) {
	if n := len(r.page.Runs); r.alone && g.place == r.last.place && n > 0 {
		r.page.Runs[n-1].Text = ligature(r.page.Runs[n-1].Text, c)
		return
	}
	p, _ := bidi.LookupRune(c)
	class := p.Class()
	r.leftward = r.leftward || class == bidi.R || class == bidi.AL
	r.alone = r.leftward && class != bidi.L && class != bidi.EN && class != bidi.AN
	if r.alone || !r.fits(s, g) {
		if gap := g.x - r.last.x - r.last.advance; len(r.chars) > 0 && s.font != r.cur.font && s.upright() && gap > splitAt*s.size {
			r.blank = true // PDFium leaves out a narrow space that another font follows
		}
		r.flush()
	}
	if len(r.chars) == 0 {
		r.cur, r.from = *s, g.place
	}
	if r.blank { // also at the beginning: it may be too narrow for the layout to see
		r.chars = append(r.chars, ' ')
	}
	r.chars, r.last, r.blank = append(r.chars, c), g, false
	if r.alone {
		r.flush()
	}
}

// ligature adds a letter of a ligature to those before it. PDFium gives the letters
// of the one that Arabic always has, lam and alef, in either order.
func ligature(before string, c rune) string {
	switch before {
	case "ا", "أ", "إ", "آ":
		if c == 'ل' {
			return string(c) + before
		}
	}
	return before + string(c)
}

func (r *runs) fits(s *style, g glyph) bool {
	if len(r.chars) == 0 || !s.like(&r.cur) {
		return false
	}
	if g.place == r.last.place {
		return true // the letters of a ligature
	}
	vx, vy := g.x-r.last.x, g.y-r.last.y
	gap := vx*s.dx + vy*s.dy - r.last.advance
	widest := splitAt * s.size
	switch {
	case r.blank:
		widest = wideSpace * s.size
	case !s.upright():
		widest = splitTurned * s.size
	}
	return gap >= stepBack*s.size && gap <= widest && math.Abs(vy*s.dx-vx*s.dy) <= offLine*s.size
}

// space takes a blank. Between words from right to left it is a run of its own,
// for their glyphs often leave no gap.
func (r *runs) space(box *structs.FPDF_FS_RECTF) {
	if r.alone && box != nil && finite(float64(box.Left), float64(box.Right)) {
		r.chars, r.from = append(r.chars[:0], ' '), place{float64(box.Left), r.last.y}
		r.last = glyph{r.from, float64(box.Right - box.Left)}
		r.flush()
		return
	}
	r.blank = true
}

// flush writes the run to the page.
func (r *runs) flush() {
	if len(r.chars) == 0 {
		return
	}
	if r.blank {
		r.chars = append(r.chars, ' ')
	}
	s := &r.cur
	x, y := r.view.point(r.from.x, r.from.y)
	dx, dy := r.view.direction(s.dx, s.dy)
	end := (r.last.x-r.from.x)*s.dx + (r.last.y-r.from.y)*s.dy + r.last.advance
	r.page.Runs = append(r.page.Runs, layout.Run{
		Text: string(r.chars), Font: s.font, Size: s.size, X: x, Y: y, W: max(end, 0), DX: dx, DY: dy,
		Bold: s.bold, Italic: s.italic, Hidden: s.hidden,
	})
	r.chars, r.blank = r.chars[:0], false
}
