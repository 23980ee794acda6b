package pdfium

import (
	"errors"
	"math"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"briefsearch/indexer/read/layout"
)

// Bounds of one page. A page beyond them is cut short.
const (
	maxChars   = 1_000_000
	maxObjects = 1000 // looked at for pictures
	checkEvery = 1024 // characters between two looks at the context
)

// fewChars is how many characters a page may have and yet be a picture.
const fewChars = 100

// Page reads page i, from 0. A page that PDFium cannot load is empty. The error
// is that of the context.
func (d *Document) Page(i int) (layout.Page, error) {
	out := layout.Page{Number: i + 1, Width: 595, Height: 842}
	if err := d.ctx.Err(); err != nil {
		return out, err
	}
	if err := d.read(i, &out); err != nil {
		d.damaged = true
	}
	return out, d.ctx.Err()
}

func (d *Document) read(i int, out *layout.Page) error {
	page := d.page(i)
	v, err := d.view(page)
	if err != nil {
		return err
	}
	out.Width, out.Height = v.width(), v.height()
	text, err := d.lib.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: page})
	if err != nil {
		return err
	}
	defer func() {
		_, _ = d.lib.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage}) // the document frees it at last
	}()
	count, err := d.lib.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text.TextPage})
	if err != nil {
		return err
	}
	r := &runs{page: out, view: v, text: text.TextPage, doc: d}
	for c := range min(count.Count, maxChars) {
		if c%checkEvery == 0 && d.ctx.Err() != nil {
			return d.ctx.Err()
		}
		if err := r.char(c); err != nil {
			return err
		}
	}
	r.flush()
	if count.Count < fewChars || r.hidden {
		out.Pictures = d.pictures(page)
	}
	return nil
}

func (d *Document) page(i int) requests.Page {
	return requests.Page{ByIndex: &requests.PageByIndex{Document: d.doc, Index: i}}
}

// pictures counts the images among the first objects of a page, and the page's
// drawings as one when they are many.
func (d *Document) pictures(page requests.Page) int {
	count, err := d.lib.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: page})
	if err != nil {
		return 0
	}
	images, paths := 0, 0
	for i := range min(count.Count, maxObjects) {
		switch d.objectType(page, i) {
		case enums.FPDF_PAGEOBJ_IMAGE, enums.FPDF_PAGEOBJ_SHADING, enums.FPDF_PAGEOBJ_FORM:
			images++
		case enums.FPDF_PAGEOBJ_PATH:
			paths++
		case enums.FPDF_PAGEOBJ_UNKNOWN, enums.FPDF_PAGEOBJ_TEXT:
		}
	}
	if paths > 300 {
		images++
	}
	return images
}

func (d *Document) objectType(page requests.Page, i int) enums.FPDF_PAGEOBJ {
	o, err := d.lib.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: page, Index: i})
	if err != nil {
		return enums.FPDF_PAGEOBJ_UNKNOWN
	}
	t, err := d.lib.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: o.PageObject})
	if err != nil {
		return enums.FPDF_PAGEOBJ_UNKNOWN
	}
	return t.Type
}

// isHidden says whether a character is drawn without ink.
func (d *Document) isHidden(text references.FPDF_TEXTPAGE, i int) bool {
	o, err := d.lib.FPDFText_GetTextObject(&requests.FPDFText_GetTextObject{TextPage: text, Index: i})
	if err != nil {
		return false
	}
	m, err := d.lib.FPDFTextObj_GetTextRenderMode(&requests.FPDFTextObj_GetTextRenderMode{PageObject: o.TextObject})
	return err == nil && (m.TextRenderMode == enums.FPDF_TEXTRENDERMODE_INVISIBLE || m.TextRenderMode == enums.FPDF_TEXTRENDERMODE_CLIP)
}

// view is the visible part of a page in the coordinates of its content, and how
// the page is turned when it is shown.
type view struct {
	x0, y0, x1, y1 float64
	turns          int // quarter turns clockwise
}

func (d *Document) view(page requests.Page) (view, error) {
	b, err := d.lib.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: page})
	if err != nil {
		return view{}, err
	}
	r, err := d.lib.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: page})
	if err != nil {
		return view{}, err
	}
	v := view{
		x0: float64(min(b.Rect.Left, b.Rect.Right)), x1: float64(max(b.Rect.Left, b.Rect.Right)),
		y0: float64(min(b.Rect.Bottom, b.Rect.Top)), y1: float64(max(b.Rect.Bottom, b.Rect.Top)),
		turns: int(r.PageRotation) % 4,
	}
	if w := v.x1 - v.x0; math.IsNaN(w) || w < 1 || v.y1-v.y0 < 1 {
		return view{}, errors.New("a page without a size")
	}
	return v, nil
}

func (v view) width() float64 {
	if v.turns%2 == 1 {
		return v.y1 - v.y0
	}
	return v.x1 - v.x0
}

func (v view) height() float64 {
	if v.turns%2 == 1 {
		return v.x1 - v.x0
	}
	return v.y1 - v.y0
}

// point maps a place of the content to the page as it is seen, from its top left
// corner.
func (v view) point(x, y float64) (px, py float64) {
	switch v.turns {
	case 1:
		return y - v.y0, x - v.x0
	case 2:
		return v.x1 - x, y - v.y0
	case 3:
		return v.y1 - y, v.x1 - x
	}
	return x - v.x0, v.y1 - y
}

// direction maps a direction of the content to one of the page, where 1, 0 is to
// the right and 0, 1 down.
func (v view) direction(dx, dy float64) (px, py float64) {
	switch v.turns {
	case 1:
		return dy, dx
	case 2:
		return -dx, dy
	case 3:
		return -dy, -dx
	}
	return dx, -dy
}
