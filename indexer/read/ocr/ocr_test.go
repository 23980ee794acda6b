package ocr_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefsearch/indexer/read/ocr"
	"briefsearch/indexer/read/pdf"
	"briefsearch/indexer/read/pdf/pdftest"
	"briefsearch/indexer/read/pdfium"
)

func TestRecognise(t *testing.T) {
	if !ocr.Installed() {
		t.Skip("Tesseract is not installed")
	}
	e := pdfium.New(filepath.Join(os.TempDir(), "briefsearch-test-pdfium"))
	t.Cleanup(func() { _ = e.Close() })
	lines := pdftest.Lines("F1", 14, 80, 700, 30, "The bridge was opened in spring,", "and the delegates walked over it.")
	content := pdftest.New("").Page("").Page(pdftest.Text(lines...)).Bytes()

	pages, err := ocr.New(e).Recognise(t.Context(), content, pdf.Options{Pages: 10}, []int{1, 2})
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, r := range pages[2].Runs {
		got.WriteString(r.Text)
	}
	if want := "The bridge was opened in spring, and the delegates walked over it. "; got.String() != want {
		t.Errorf("got %q, want %q", got.String(), want)
	}
	if r := pages[2].Runs[0]; r.X < 75 || r.X > 85 || r.Y < 137 || r.Y > 147 || r.Size < 10 || r.Size > 18 {
		t.Errorf("the first word stands at %v, %v in size %v", r.X, r.Y, r.Size)
	}
	if _, ok := pages[1]; ok || len(pages) != 1 {
		t.Errorf("text on an empty page: %v", pages)
	}
}
