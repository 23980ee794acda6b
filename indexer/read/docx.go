package read

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"

	"briefsearch/corpus"
)

// DOCX reads Word documents: the file format of Office since 2007, which other
// word processors write too.
func DOCX() Reader { return docx{} }

type docx struct{}

func (docx) Name() string { return "docx" }

const (
	docxMain = "word/document.xml"
	zipMagic = "PK\x03\x04"
)

func (docx) Sniff(f File) bool {
	return bytes.HasPrefix(f.Content, []byte(zipMagic)) && bytes.Contains(f.Content, []byte(docxMain))
}

func (docx) Read(ctx context.Context, f File, lim Limits) (*Document, error) {
	lim = lim.orDefault()
	archive, err := zip.NewReader(bytes.NewReader(f.Content), int64(len(f.Content)))
	if err != nil {
		return nil, corrupt(f, err)
	}
	parts := docxParts{archive: archive, budget: xmlPerText * lim.Text}
	body, err := parts.open(docxMain)
	if err != nil {
		return nil, corrupt(f, err)
	}
	w := &docxWriter{ctx: ctx, doc: &Document{}, page: 1, limit: lim}
	w.styles = parseStyles(parts)
	w.numbering = parseNumbering(parts)
	w.notes = docxNotes(ctx, parts, w)
	if err := w.read(body); err != nil {
		var syntax *xml.SyntaxError
		if !errors.As(err, &syntax) || len(w.doc.Blocks) == 0 {
			return nil, err
		}
	}
	w.doc.Pages = min(w.page, lim.Pages)
	w.doc.Title, w.doc.Language = docxProperties(parts)
	if len(w.doc.Blocks) == 0 {
		return nil, fault(corpus.Empty, f, "Open it and see whether it shows any text.", errors.New("there is no text in it"))
	}
	partLines(w.doc)
	return w.doc, nil
}

// xmlPerText is how many bytes of XML a byte of text may take.
const xmlPerText = 8

// docxParts are the parts of a document. Together they give no more bytes than
// the budget, however small the archive is.
type docxParts struct {
	archive *zip.Reader
	budget  int64
}

func (p docxParts) open(name string) (*xml.Decoder, error) {
	for _, file := range p.archive.File {
		if file.Name != name {
			continue
		}
		rd, err := file.Open()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		d := xml.NewDecoder(io.LimitReader(rd, p.budget))
		d.Strict = true
		return d, nil
	}
	return nil, fmt.Errorf("%s is missing", name)
}

// each calls do for every element of a part, until it ends or is damaged. A part
// that is missing has none.
func (p docxParts) each(name string, do func(start xml.StartElement, d *xml.Decoder)) {
	d, err := p.open(name)
	if err != nil {
		return
	}
	for {
		t, err := d.Token()
		if err != nil {
			return
		}
		if start, ok := t.(xml.StartElement); ok {
			do(start, d)
		}
	}
}

// docxProperties are the title and language that the document states of itself.
func docxProperties(parts docxParts) (title, language string) {
	parts.each("docProps/core.xml", func(start xml.StartElement, d *xml.Decoder) {
		var text string
		switch start.Name.Local {
		case "title":
			if d.DecodeElement(&text, &start) == nil {
				title = oneLine(text)
			}
		case "language":
			if d.DecodeElement(&text, &start) == nil {
				language = oneLine(text)
			}
		}
	})
	return title, language
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// on says whether a property like <w:b/> is switched on.
func on(e xml.StartElement) bool {
	switch attribute(e, "val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}
