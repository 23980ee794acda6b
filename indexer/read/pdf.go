package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"unicode"

	"briefsearch/corpus"
	"briefsearch/indexer/read/block"
	"briefsearch/indexer/read/layout"
	"briefsearch/indexer/read/pdf"
)

// PDF reads PDF files that have a text layer.
func PDF() Reader { return pdfFile{} }

type pdfFile struct{}

func (pdfFile) Name() string { return "ledongthuc" }

// Sniff finds the header in the first bytes: mail programs and servers put things
// before it.
func (pdfFile) Sniff(f File) bool {
	return bytes.Contains(f.Content[:min(len(f.Content), 1024)], []byte("%PDF-"))
}

// unpackedPerText is how many bytes of content streams a byte of text may take.
const unpackedPerText = 4

func (pdfFile) Read(ctx context.Context, f File, lim Limits) (*Document, error) {
	lim = lim.orDefault()
	d, err := pdf.Open(ctx, f.Content, pdf.Limits{Pages: lim.Pages, Bytes: unpackedPerText * lim.Text})
	switch {
	case errors.Is(err, pdf.ErrEncrypted):
		return nil, fault(corpus.Encrypted, f, "Open it with its password, save a copy without one, and add the copy.", err)
	case err != nil:
		return nil, err
	}
	var p positioned
	for i, size := 0, int64(0); i < d.NumPages() && size <= lim.Text; i++ {
		page, err := d.Page(i)
		if err != nil {
			return nil, err
		}
		size += p.add(&page)
	}
	doc := p.document()
	doc.Title, doc.Language = block.Clean(d.Title()), block.Clean(d.Language())
	if err := unreadable(f, doc, d.Damaged()); err != nil {
		return nil, err
	}
	return doc, nil
}

// positioned makes a document of pages of runs, whatever they come from.
type positioned struct {
	layout        layout.Composer
	pictures      []int // pages with pictures
	pages         int
	hidden, shown int // bytes of text
}

func (p *positioned) add(page *layout.Page) (size int64) {
	p.pages++
	if page.Pictures > 0 {
		p.pictures = append(p.pictures, page.Number)
	}
	for i := range page.Runs {
		if page.Runs[i].Hidden {
			p.hidden += len(page.Runs[i].Text)
		} else {
			p.shown += len(page.Runs[i].Text)
		}
	}
	return p.layout.Add(page)
}

func (p *positioned) document() *Document {
	doc := &Document{Pages: p.pages, OCR: p.hidden > p.shown, Blocks: p.layout.Blocks()}
	lettered := map[int]bool{}
	for i := range doc.Blocks {
		for _, l := range doc.Blocks[i].Lines {
			lettered[l.Page] = true
		}
	}
	for _, n := range p.pictures {
		if !lettered[n] {
			doc.Scanned = append(doc.Scanned, n)
		}
	}
	return doc
}

// unreadable says why there is nothing to read in a document, if so.
func unreadable(f File, doc *Document, damaged bool) error {
	letters := 0
	for i := range doc.Blocks {
		for _, r := range doc.Blocks[i].Text {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				letters++
			}
		}
	}
	switch n := len(doc.Scanned); {
	case letters > 0 && (n == 0 || letters >= 20*n):
		return nil
	case n > 0:
		return fault(corpus.NeedsOCR, f, "Install Tesseract with the report's languages, or add a copy that has a text layer.",
			fmt.Errorf("%s without text", pictures(n, doc.Pages)))
	case letters > 0:
		return nil
	case damaged:
		return corrupt(f, errors.New("its pages cannot be read"))
	}
	return fault(corpus.Empty, f, "Open it and see whether it shows any text.", errors.New("its pages hold no text"))
}

func pictures(n, of int) string {
	switch {
	case of == 1:
		return "the page is a picture"
	case n == of:
		return fmt.Sprintf("all %d pages are pictures", n)
	}
	return fmt.Sprintf("%d of %d pages are pictures", n, of)
}
