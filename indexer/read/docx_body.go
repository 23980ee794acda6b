package read

import (
	"context"
	"encoding/xml"
	"strconv"
	"strings"

	"briefsearch/indexer/read/block"
)

// docxWriter makes blocks of the body of a document, or of its footnotes.
type docxWriter struct {
	ctx       context.Context
	doc       *Document
	styles    docxStyles
	numbering *docxNumbering
	notes     map[string]Block // by id
	limit     Limits
	page      int
	text      int64

	b       block.Builder
	para    docxParagraph
	run     docxRun
	cells   int     // nesting of table cells
	waiting []Block // footnotes of the paragraph that is being read
}

type docxParagraph struct {
	style    string
	outline  int
	numbered docxNumbered
}

type docxRun struct {
	style        string
	bold, italic *bool
	raised       bool
}

func (w *docxWriter) read(d *xml.Decoder) error {
	return eachToken(w.ctx, d, func() bool { return w.text <= w.limit.Text }, func(t xml.Token) error { return w.token(d, t) })
}

func (w *docxWriter) token(d *xml.Decoder, t xml.Token) error {
	switch t := t.(type) {
	case xml.StartElement:
		if skipped(t.Name.Local) {
			return d.Skip()
		}
		w.start(t)
	case xml.EndElement:
		w.end(t.Name.Local)
	case xml.CharData:
		w.chars(string(t))
	}
	return nil
}

// skipped names what a reader of the printed document does not see: the old form
// of what stands beside it in a new one, deleted text, field codes and comments.
func skipped(name string) bool {
	switch name {
	case "Fallback", "del", "moveFrom", "instrText", "pict", "sectPr", "rPrChange", "pPrChange":
		return true
	}
	return false
}

func (w *docxWriter) start(e xml.StartElement) {
	switch e.Name.Local {
	case "p":
		w.para, w.run = docxParagraph{}, docxRun{}
		w.b.Page(w.page)
	case "pStyle":
		w.para.style = attribute(e, "val")
	case "outlineLvl":
		if n, err := strconv.Atoi(attribute(e, "val")); err == nil && n < 9 {
			w.para.outline = n + 1
		}
	case "numId":
		w.para.numbered.id = attribute(e, "val")
	case "ilvl":
		w.para.numbered.level, _ = strconv.Atoi(attribute(e, "val"))
	case "tc":
		w.cells++
	case "footnoteReference", "endnoteReference":
		if note, ok := w.notes[attribute(e, "id")]; ok {
			note.Lines = []Line{{Page: w.page}}
			w.waiting = append(w.waiting, note)
		}
	default:
		w.inRun(e)
	}
}

func (w *docxWriter) inRun(e xml.StartElement) {
	v := on(e)
	switch e.Name.Local {
	case "r":
		w.run = docxRun{}
	case "rStyle":
		w.run.style = attribute(e, "val")
	case "b":
		w.run.bold = &v
	case "i":
		w.run.italic = &v
	case "vertAlign":
		w.run.raised = attribute(e, "val") == "superscript"
	case "t":
		w.style()
	case "tab", "ptab":
		w.b.Space()
	case "noBreakHyphen":
		w.b.Text("-")
	case "br", "cr":
		if attribute(e, "type") == "page" {
			w.b.Space()
			w.turn()
			return
		}
		w.b.Line(w.page)
	case "lastRenderedPageBreak":
		w.turn()
	}
}

func (w *docxWriter) turn() {
	if w.page < w.limit.Pages {
		w.page++
		w.b.Page(w.page)
	}
}

func (w *docxWriter) style() {
	bold := w.styles.bold(w.para.style) || w.styles.bold(w.run.style)
	if w.run.bold != nil {
		bold = *w.run.bold
	}
	italic := w.styles.italic(w.para.style) || w.styles.italic(w.run.style)
	if w.run.italic != nil {
		italic = *w.run.italic
	}
	w.b.Style(bold, italic)
}

func (w *docxWriter) chars(s string) {
	if strings.TrimSpace(s) == "" && strings.ContainsAny(s, "\n\r") {
		return // between elements
	}
	if w.run.raised && superscriptMark.MatchString(s) && w.b.Len() > 0 {
		return
	}
	w.b.Text(s)
	w.text += int64(len(s))
}

func (w *docxWriter) end(name string) {
	switch name {
	case "p":
		if w.cells > 0 {
			w.b.Space()
			return
		}
		w.paragraph()
	case "tc":
		w.cells--
		if w.cells == 0 {
			w.b.Cell()
		}
	case "tr":
		if w.cells == 0 {
			w.b.Page(w.page)
			w.finish(Row, 0, "")
		}
	case "r":
		w.run = docxRun{}
		w.b.Style(false, false)
	}
}

func (w *docxWriter) paragraph() {
	kind, level, marker := Paragraph, 0, ""
	heading := w.para.outline
	if heading == 0 {
		heading = w.styles.heading(w.para.style)
	}
	numbered := w.para.numbered
	if numbered.id == "" {
		numbered = w.styles.numbered(w.para.style)
	}
	if w.b.Len() > 0 && numbered.id != "" && numbered.id != "0" {
		marker = w.numbering.marker(numbered)
	}
	switch {
	case heading > 0:
		kind, level = Heading, heading
		marker = ""
	case marker != "":
		kind, level = Item, numbered.level
	default:
		if m := plainMarker.FindSubmatchIndex(w.b.Tail()); m != nil {
			kind = Item
		}
	}
	w.finish(kind, level, marker)
}

func (w *docxWriter) finish(kind BlockKind, level int, marker string) {
	if out, ok := w.b.Finish(kind, level, marker); ok {
		if kind == Item && marker == "" {
			takeMarker(&out)
		}
		w.doc.Blocks = append(w.doc.Blocks, out)
	}
	w.doc.Blocks = append(w.doc.Blocks, w.waiting...)
	w.waiting = nil
}

// itemise makes an item of a paragraph that begins with a marker typed into the text.
func itemise(b *Block) {
	if b.Kind == Paragraph && plainMarker.MatchString(b.Text) {
		b.Kind = Item
		takeMarker(b)
	}
}

// takeMarker moves a marker that was typed into the text out of it.
func takeMarker(b *Block) {
	m := plainMarker.FindStringSubmatchIndex(b.Text)
	if m == nil {
		b.Kind = Paragraph
		return
	}
	b.Marker = b.Text[m[2]:m[3]]
	cut := len(b.Text) - len(strings.TrimLeft(b.Text[m[3]:], " "))
	b.Text = b.Text[cut:]
	spans := b.Spans[:0]
	for _, s := range b.Spans {
		s.Start, s.End = max(s.Start-cut, 0), s.End-cut
		if s.End > 0 {
			spans = append(spans, s)
		}
	}
	b.Spans = spans
	for i := range b.Lines {
		b.Lines[i].Start = max(b.Lines[i].Start-cut, 0)
	}
}

// docxNotes reads the footnotes of a document, by id.
func docxNotes(ctx context.Context, parts docxParts, like *docxWriter) map[string]Block {
	notes := map[string]Block{}
	d, err := parts.open("word/footnotes.xml")
	if err != nil {
		return notes
	}
	n := 0
	for {
		t, err := d.Token()
		if err != nil {
			return notes
		}
		e, ok := t.(xml.StartElement)
		if !ok || e.Name.Local != "footnote" || attribute(e, "type") != "" {
			continue
		}
		inner := &docxWriter{ctx: ctx, doc: &Document{}, styles: like.styles, numbering: like.numbering, limit: like.limit, page: 1}
		if err := inner.note(d); err != nil {
			return notes
		}
		n++
		if b, ok := inner.b.Finish(Footnote, 0, strconv.Itoa(n)); ok {
			notes[attribute(e, "id")] = b
		}
	}
}

// note reads to the end of one footnote, its paragraphs run together.
func (w *docxWriter) note(d *xml.Decoder) error {
	for {
		t, err := d.Token()
		if err != nil {
			return err
		}
		if end, ok := t.(xml.EndElement); ok {
			switch end.Name.Local {
			case "footnote":
				return nil
			case "p":
				w.b.Space()
				continue
			}
		}
		if err := w.token(d, t); err != nil {
			return err
		}
	}
}
