package read

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"strconv"
	"strings"

	"briefsearch/corpus"
)

// ODT reads OpenDocument texts, the file format of LibreOffice.
func ODT() Reader { return odt{} }

type odt struct{}

func (odt) Name() string { return "odt" }

const odtType = "mimetypeapplication/vnd.oasis.opendocument.text"

func (odt) Sniff(f File) bool {
	return bytes.HasPrefix(f.Content, []byte(zipMagic)) && bytes.Contains(f.Content[:min(len(f.Content), 200)], []byte(odtType))
}

func (odt) Read(ctx context.Context, f File, lim Limits) (*Document, error) {
	lim = lim.orDefault()
	archive, err := zip.NewReader(bytes.NewReader(f.Content), int64(len(f.Content)))
	if err != nil {
		return nil, corrupt(f, err)
	}
	parts := docxParts{archive: archive, budget: xmlPerText * lim.Text}
	locked := false
	parts.each("META-INF/manifest.xml", func(e xml.StartElement, _ *xml.Decoder) {
		locked = locked || e.Name.Local == "encryption-data"
	})
	if locked {
		return nil, fault(corpus.Encrypted, f, "Open it with its password, save a copy without one, and add the copy.", errors.New("the document is encrypted"))
	}
	body, err := parts.open("content.xml")
	if err != nil {
		return nil, corrupt(f, err)
	}
	w := &odtWriter{ctx: ctx, doc: &Document{}, styles: newODTStyles(), counters: map[string]*[listLevels]int{}, page: 1, limit: lim}
	named := &odtStyleReader{into: w.styles}
	parts.each("styles.xml", func(e xml.StartElement, _ *xml.Decoder) { named.take(e) })
	w.reader = &odtStyleReader{into: w.styles}
	if err := w.read(body); err != nil {
		var syntax *xml.SyntaxError
		if !errors.As(err, &syntax) || len(w.doc.Blocks) == 0 {
			return nil, err
		}
	}
	w.doc.Pages = min(w.page, lim.Pages)
	w.doc.Title, w.doc.Language = odtProperties(parts)
	partLines(w.doc)
	return w.doc, nil
}

// odtProperties are the title and language that the document states of itself.
func odtProperties(parts docxParts) (title, language string) {
	parts.each("meta.xml", func(start xml.StartElement, d *xml.Decoder) {
		var text string
		switch start.Name.Local {
		case "title", "language":
			if d.DecodeElement(&text, &start) != nil {
				return
			}
			if start.Name.Local == "title" {
				title = oneLine(text)
			} else {
				language = oneLine(text)
			}
		}
	})
	return title, language
}

func (w *odtWriter) read(d *xml.Decoder) error {
	return eachToken(w.ctx, d, func() bool { return w.text <= w.limit.Text }, func(t xml.Token) error { return w.token(d, t) })
}

func (w *odtWriter) token(d *xml.Decoder, t xml.Token) error {
	switch t := t.(type) {
	case xml.StartElement:
		if odtSkipped(t.Name) {
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

// odtSkipped names what a reader of the printed document does not see.
func odtSkipped(name xml.Name) bool {
	switch name.Local {
	case "title":
		return strings.Contains(name.Space, "svg") // of a picture
	case "tracked-changes", "annotation", "annotation-end", "sequence-decls", "forms", "desc", "script", "table-of-content-source", "ruby-text", "object":
		return true
	}
	return false
}

func (w *odtWriter) start(e xml.StartElement) {
	switch e.Name.Local {
	case "p", "h":
		w.open(e)
	case "span":
		w.spans = append(w.spans, attribute(e, "style-name"))
		w.restyle()
	case "tab":
		w.b.Space()
	case "line-break":
		w.b.Line(w.page)
	case "s":
		w.b.Space()
	case "soft-page-break":
		w.turn()
	case "list":
		w.openList(e)
	case "list-item":
		w.item = true
		if n, err := strconv.Atoi(attribute(e, "start-value")); err == nil && len(w.lists) > 0 {
			w.counter()[w.depth()] = max(n-1, 0)
		}
	case "table-cell", "covered-table-cell":
		w.cells++
	case "note":
		w.openNote()
	case "note-citation":
		w.citing = w.note != nil
	default:
		w.reader.take(e)
	}
}

func (w *odtWriter) end(name string) {
	switch name {
	case "p", "h":
		w.close()
	case "span":
		if n := len(w.spans); n > 0 {
			w.spans = w.spans[:n-1]
		}
		w.restyle()
	case "list":
		if n := len(w.lists); n > 0 {
			w.lists = w.lists[:n-1]
		}
	case "list-item":
		w.item = false
	case "table-cell", "covered-table-cell":
		if w.cells--; w.cells == 0 {
			w.b.Cell()
		}
	case "table-row":
		if w.cells == 0 {
			w.finish(Row, 0, "")
		}
	case "note":
		w.closeNote()
	case "note-citation":
		w.citing = false
	}
}

func (w *odtWriter) chars(s string) {
	switch {
	case w.citing:
		w.note.marker += strings.TrimSpace(s)
		return
	case w.inside == 0 || w.raised && superscriptMark.MatchString(s) && w.b.Len() > 0:
		return
	}
	w.b.Text(s)
	w.text += int64(len(s))
}
