package read_test

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"briefsearch/indexer/read"
	"briefsearch/indexer/read/ocr"
	"briefsearch/indexer/read/pdf/pdftest"
	"briefsearch/indexer/read/pdfium"
)

// second is a PDFium that is compiled once for all test runs.
func second(tb testing.TB) *pdfium.Engine {
	tb.Helper()
	e := pdfium.New(filepath.Join(os.TempDir(), "briefsearch-test-pdfium"))
	tb.Cleanup(func() {
		if err := e.Close(); err != nil {
			tb.Error(err)
		}
	})
	return e
}

// readBySecond reads a file by PDFium alone.
func readBySecond(tb testing.TB, e *pdfium.Engine, name string, content []byte) (*read.Document, error) {
	tb.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	return read.With(ctx, read.Aids{PDF: e, SecondOnly: true}, read.File{Name: filepath.Base(name), Content: content}, read.Limits{})
}

// TestSecondEngineReadsTheSame holds the second engine to what the first is held
// to, for the same layout makes the text of both.
func TestSecondEngineReadsTheSame(t *testing.T) {
	text, err := readFile(t, shared(t, "reports/seed/*.txt")[0])
	if err != nil {
		t.Fatal(err)
	}
	e, want := second(t), words(text, "")
	for _, file := range shared(t, "reports/seed/*.pdf") {
		if strings.Contains(file, "scan") {
			continue
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			doc, err := readBySecond(t, e, file, content)
			if err != nil {
				t.Fatal(err)
			}
			sound(t, doc)
			got := words(doc, "ANNEX")
			f1 := orderedF1(want, got)
			t.Logf("ordered word F1 %.4f", f1)
			if f1 < 0.99 || doc.Reader != "pdfium" {
				t.Errorf("ordered word F1 %.4f by %s, want at least 0.99 by pdfium", f1, doc.Reader)
				differ(t, want, got)
			}
			sameTurns(t, doc)
		})
	}
}

// TestSecondEngineMendsPages has a font on its second page whose codes only PDFium
// knows, and its first page as the built-in engine reads it.
func TestSecondEngineMendsPages(t *testing.T) {
	f := pdftest.New("<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/GBK-EUC-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/X" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000>>]>>")
	f.Page(pdftest.Text(pdftest.Lines("F1", 10, 50, 700, 12, slices.Repeat([]string{"The bridge was opened in spring, said the minister."}, 20)...)...))
	f.Page("BT /F3 10 Tf 50 700 Td <D6D0CEC4> Tj ET")
	doc, err := read.With(t.Context(), read.Aids{PDF: second(t)}, read.File{Name: "x", Content: f.Bytes()}, read.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	sound(t, doc)
	last := doc.Blocks[len(doc.Blocks)-1]
	if doc.Reader != "ledongthuc" || last.Text != "中文" || last.Page() != 2 {
		t.Errorf("%q on page %d by %s", last.Text, last.Page(), doc.Reader)
	}
}

// TestDamagedCopies damages copies of a file byte by byte. The two engines together
// read every copy that the second reads alone, and no less of it.
func TestDamagedCopies(t *testing.T) {
	f := pdftest.New("")
	for range 5 {
		f.Page(pdftest.Text(pdftest.Lines("F1", 10, 50, 780, 15, slices.Repeat([]string{"The bridge was opened in spring, said the minister."}, 40)...)...))
	}
	good := f.Bytes()
	e, rnd := second(t), rand.New(rand.NewPCG(1, 2))
	length := func(content []byte, alone bool) int {
		doc, err := read.With(t.Context(), read.Aids{PDF: e, SecondOnly: alone}, read.File{Name: "x", Content: content}, read.Limits{})
		if err != nil {
			return 0
		}
		n := 0
		for i := range doc.Blocks {
			n += len(doc.Blocks[i].Text)
		}
		return n
	}
	read1 := 0
	for i := range 60 {
		content := slices.Clone(good)
		switch i % 3 {
		case 0:
			content = content[:len(content)*(50+rnd.IntN(50))/100]
		case 1:
			for range 1 + len(content)/500 {
				content[rnd.IntN(len(content))] = byte(rnd.IntN(256))
			}
		case 2:
			at := rnd.IntN(len(content) - 500)
			content = slices.Delete(content, at, at+rnd.IntN(500))
		}
		both, alone := length(content, false), length(content, true)
		if both*100 < alone*97 {
			t.Errorf("copy %d: %d bytes of text by both engines, %d by the second alone", i, both, alone)
		}
		if both > 0 {
			read1++
		}
	}
	t.Logf("%d of 60 copies read", read1)
}

func TestScanIsRecognised(t *testing.T) {
	if !ocr.Installed() || testing.Short() {
		t.Skip("Tesseract is not installed, or there is no time: no scan is recognised")
	}
	text, err := readFile(t, shared(t, "reports/seed/*.txt")[0])
	if err != nil {
		t.Fatal(err)
	}
	file := shared(t, "reports/seed/*scan*.pdf")[0]
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	e := second(t)
	doc, err := read.With(ctx, read.Aids{PDF: e, OCR: ocr.New(e)}, read.File{Name: filepath.Base(file), Content: content}, read.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	sound(t, doc)
	want, got := words(text, ""), words(doc, "ANNEX")
	f1 := orderedF1(want, got)
	t.Logf("ordered word F1 %.4f", f1)
	if f1 < 0.95 || !doc.OCR || len(doc.Scanned) > 0 {
		t.Errorf("ordered word F1 %.4f, recognised %v, still scanned %v", f1, doc.OCR, doc.Scanned)
		differ(t, want, got)
	}
	sameTurns(t, doc)
}
