package read_test

import (
	"context"
	"os"
	"testing"
	"time"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/read/pdf/pdftest"
)

// fuzz reads bytes with one reader and checks what every reader promises.
func fuzz(t *testing.T, r read.Reader, content []byte) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	doc, err := r.Read(ctx, read.File{Name: "x", Content: content}, read.Limits{Pages: 50, Text: 1 << 20})
	switch {
	case err == nil:
		sound(t, doc)
	case ctx.Err() != nil:
		t.Fatalf("too slow: %v", err)
	}
}

func FuzzText(f *testing.F) {
	f.Add([]byte("ROADS\nThe co-\noperation of all.\n\n\n\n12. And\ton.\f\xff\xfe"))
	f.Fuzz(func(t *testing.T, content []byte) { fuzz(t, read.Text(), content) })
}

func FuzzSubtitles(f *testing.F) {
	f.Add([]byte("WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n<v Ada Brook>Roads,\n<i>and</i> rails.\n\n00:02.000 --> 00:03.000\nLuis: No.\n"))
	f.Fuzz(func(t *testing.T, content []byte) { fuzz(t, read.Subtitles(), content) })
}

func FuzzMarkdown(f *testing.F) {
	f.Add([]byte("---\ntitle: x\n---\n# A<sup>1</sup>\n\n**b** [l](mailto:x) | `c`\n\n| a | b |\n|-|-|\n- i\n\n\n\n[^1]: n\n&amp; <b>x</i> __y__"))
	f.Fuzz(func(t *testing.T, content []byte) { fuzz(t, read.Markdown(), content) })
}

func FuzzHTML(f *testing.F) {
	f.Add([]byte("<html lang=en><title>x</title><p>a<b>c<ol><li>d<table><tr><td>e<p>f</table><sup>1</sup>50. g"))
	f.Fuzz(func(t *testing.T, content []byte) { fuzz(t, read.HTML(), content) })
}

func FuzzXML(f *testing.F) {
	f.Add([]byte("<TEI><teiHeader><person xml:id=b><surname>B</surname></person></teiHeader><note type=speaker>A</note><u who=#b><seg>c<note>d</note></seg><from>e</from><br/>f<P>g"))
	f.Fuzz(func(t *testing.T, content []byte) { fuzz(t, read.XML(), content) })
}

func FuzzDOC(f *testing.F) {
	content, err := os.ReadFile(lamps)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(content)
	f.Fuzz(func(t *testing.T, content []byte) { fuzz(t, read.DOC(), content) })
}

// FuzzDOCX fuzzes the body of a document: that the archive is sound is the
// business of archive/zip.
func FuzzDOCX(f *testing.F) {
	f.Add(docxBody)
	f.Fuzz(func(t *testing.T, body string) { fuzz(t, read.DOCX(), []byte(docx(t, body, nil))) })
}

func FuzzODT(f *testing.F) {
	f.Add(odtBody)
	f.Fuzz(func(t *testing.T, body string) { fuzz(t, read.ODT(), []byte(odt(t, body, ""))) })
}

func FuzzRTF(f *testing.F) {
	f.Add([]byte(rtfText))
	f.Fuzz(func(t *testing.T, content []byte) { fuzz(t, read.RTF(), content) })
}

func FuzzPDF(f *testing.F) {
	f.Add(pdftest.New("").Page("BT /F1 10 Tf 50 700 Td (one) Tj ET").Bytes())
	f.Fuzz(func(t *testing.T, content []byte) {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		doc, err := read.Read(ctx, read.File{Name: "x", Content: append([]byte("%PDF-1.4\n"), content...)}, read.Limits{Pages: 50, Text: 1 << 20})
		if err == nil {
			sound(t, doc)
		} else if corpus.CodeOf(err) == corpus.Internal {
			t.Fatal(err)
		}
	})
}
