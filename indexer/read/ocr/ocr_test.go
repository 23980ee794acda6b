package ocr_test

import (
	"math"
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

// A page that lies on its side is read, and its words are where they are seen.
func TestRecogniseOnSide(t *testing.T) {
	if !ocr.Installed() {
		t.Skip("Tesseract is not installed")
	}
	e := pdfium.New(filepath.Join(os.TempDir(), "briefsearch-test-pdfium"))
	t.Cleanup(func() { _ = e.Close() })
	said := []string{
		"The bridge was opened in spring, and the delegates", "walked over it on the morning of the second day.",
		"They asked who would keep the lamps, and the mayor", "answered that nobody had been found who wanted to",
		"live so far from the market and from the harbour.", "The road to the north stays closed until the rains end.",
	}
	text := pdftest.Text(pdftest.Lines("F1", 14, 80, 500, 24, said...)...)
	content := pdftest.New("").Page("0 1 -1 0 595 0 cm " + text).Page("0 -1 1 0 0 842 cm " + text).Bytes()

	pages, err := ocr.New(e).Recognise(t.Context(), content, pdf.Options{Pages: 10}, []int{1, 2})
	if err != nil {
		t.Fatal(err)
	}
	for n, down := range map[int]float64{1: -1, 2: 1} {
		page := pages[n]
		var got strings.Builder
		for i, r := range page.Runs {
			got.WriteString(r.Text)
			if r.DX != 0 || r.DY != down || r.X < 0 || r.X > page.Width || r.Y < 0 || r.Y > page.Height {
				t.Errorf("page %d, word %d: at %v, %v, runs %v, %v", n, i, r.X, r.Y, r.DX, r.DY)
			}
		}
		if want := strings.Join(said, " ") + " "; got.String() != want {
			t.Errorf("page %d: %q, want %q", n, got.String(), want)
		}
		if math.Abs(page.Width-595) > 2 || math.Abs(page.Height-842) > 2 {
			t.Errorf("page %d: %v by %v", n, page.Width, page.Height)
		}
	}
}
