package read_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"briefsearch/indexer/read"
	"briefsearch/indexer/read/ocr"
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
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
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
