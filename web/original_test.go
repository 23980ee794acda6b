package web_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/chromedp/chromedp"
	"golang.org/x/text/unicode/norm"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/indexer"
	"briefsearch/indexer/read/pdf/pdftest"
	"briefsearch/web"
)

// madeOf is the report that is made of a file.
func madeOf(t *testing.T, file string) *corpus.Report {
	t.Helper()
	v, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	r, err := indexer.NewMaker(v, indexer.Config{}).Make(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Interventions) == 0 {
		t.Fatalf("%s has no intervention", file)
	}
	return r
}

func printedReport(t *testing.T) *corpus.Report {
	t.Helper()
	return madeOf(t, filepath.Join("..", "corpus", "sample", "reports", "declaration-groupe-africain.pdf"))
}

// boxedText is the text that can be selected within the boxes, by where it
// stands on the screen.
const boxedText = `(() => {
	const boxes = [...document.querySelectorAll(".line-box:not(.passage)")].map((b) => b.getBoundingClientRect());
	return [...document.querySelectorAll(".text-layer span")].filter((span) => {
		const s = span.getBoundingClientRect();
		const x = (s.left + s.right) / 2, y = (s.top + s.bottom) / 2;
		return boxes.some((b) => b.left <= x && x <= b.right && b.top <= y && y <= b.bottom);
	}).map((span) => span.textContent).join("");
})()`

// TestOriginalIsBoxed compares, by position, what is boxed on the printed page
// with what the intervention says, for PDFs in one column and in two.
func TestOriginalIsBoxed(t *testing.T) {
	chrome := browser(t)
	sample, seed := filepath.Join("..", "corpus", "sample"), filepath.Join("..", "..", "shared", "reports", "seed")
	for _, c := range []struct {
		file  string
		turns []int // counted from 0
	}{
		{filepath.Join(sample, "reports", "declaration-groupe-africain.pdf"), []int{0}},
		{filepath.Join(sample, "source", "briefing-rcp-2018-two-column.pdf"), []int{1, 3}},
		{filepath.Join(seed, "rcp-briefing-2006-latex-two-column.pdf"), []int{2}},
		{filepath.Join(seed, "rcp-briefing-2006-chrome-two-column.pdf"), []int{3}},
	} {
		t.Run(filepath.Base(c.file), func(t *testing.T) {
			if _, err := os.Stat(c.file); err != nil {
				t.Skip("the file is not there")
			}
			r := madeOf(t, c.file)
			server := httptest.NewServer(site(t, &fake{reports: []*corpus.Report{r}}))
			t.Cleanup(server.Close)
			b := chrome.open(t, server.URL)
			b.wide(1280)
			for _, n := range c.turns {
				b.boxed(&r.Interventions[n])
			}
		})
	}
}

// boxed turns the pages of an intervention.
func (b *tab) boxed(in *corpus.Intervention) {
	b.t.Helper()
	b.open("/interventions/" + string(in.ID))
	b.run(chromedp.Click("details.original summary"))
	for page := in.PageFrom; page <= in.PageTo; page++ {
		b.is(`document.querySelector(".page").dataset.page`, page)
		got, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](boxedText))
		if err != nil {
			b.t.Fatal(err)
		}
		if want := letters(onPage(in, page)); want != letters(got) {
			b.t.Errorf("page %d: the boxes hold\n%s\nwant\n%s", page, letters(got), want)
		}
		b.do(`document.querySelector(".page-turner button:last-child").click()`)
	}
	b.is(`document.querySelector(".page-turner button:last-child").disabled`, true)
}

// TestOriginalOpensWhereItWasFound comes from a search to a turn of two pages.
func TestOriginalOpensWhereItWasFound(t *testing.T) {
	chrome := browser(t)
	r := printedReport(t)
	server := httptest.NewServer(site(t, &fake{reports: []*corpus.Report{r}}))
	t.Cleanup(server.Close)
	b := chrome.open(t, server.URL)
	b.wide(1280)
	b.open("/?q=passeurs")
	b.run(chromedp.Click("article.hit h2 a"), chromedp.WaitVisible("details.original"))
	b.is(`document.querySelector("mark.sought").textContent`, "passeurs")
	b.run(chromedp.Click("details.original summary"))
	b.is(`document.querySelector(".page").dataset.page`, 2)
	found := strings.ReplaceAll(boxedText, ":not(.passage)", ".passage")
	got, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](found))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(letters(got), "tientàdireunmotdespasseurs") || len(got) > 1000 {
		t.Errorf("the passage is %s", got)
	}
	// What is selected is what is printed.
	b.do(`getSelection().selectAllChildren(document.querySelector(".text-layer"))`)
	b.is(`getSelection().toString().includes("passeurs")`, true)
}

// TestPictureHasItsWords selects what was recognised in its place, on a page that
// has nothing but its number in print, and on one that is turned.
func TestPictureHasItsWords(t *testing.T) {
	chrome := browser(t)
	file := filepath.Join(t.TempDir(), "scan.pdf")
	printed := pdftest.Text(pdftest.Line{Font: "F1", Size: 9, X: 280, Y: 40, Text: "Page 1"})
	if err := os.WriteFile(file, pdftest.New("").Page(printed).PageWith("/Rotate 90", "").Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	r := &corpus.Report{
		ID: "scan", Title: "A scan", OCR: true, Pages: 2, Language: "en", Layout: "prose", Reader: "ocr",
		Source: corpus.Source{File: "scan.pdf", Path: file, Size: info.Size(), Modified: info.ModTime()},
		Interventions: []corpus.Intervention{{
			Language: "en", PageFrom: 1, PageTo: 2, Text: "Boats come in at night,\nand leave by day.\n\nThat is all.",
			Lines: []corpus.Line{
				{Start: 0, Page: 1, Box: &corpus.Box{X: 72, Y: 100, W: 300, H: 14}},
				{Start: 24, Page: 1, Box: &corpus.Box{X: 72, Y: 120, W: 200, H: 14}},
				{Start: 43, Page: 2, Box: &corpus.Box{X: 90, Y: 60, W: 160, H: 12}},
			},
		}},
	}
	corpus.AssignIDs(r)
	server := httptest.NewServer(site(t, &fake{reports: []*corpus.Report{r}}))
	t.Cleanup(server.Close)
	b := chrome.open(t, server.URL)
	b.wide(1280)
	b.boxed(&r.Interventions[0])
	b.is(`document.querySelectorAll(".text-layer span").length`, 1)
	// The words are as long as what they stand over.
	b.is(`(() => {
		const word = document.querySelector(".text-layer span").getBoundingClientRect(), box = document.querySelector(".line-box").getBoundingClientRect();
		return Math.abs(word.left - box.left) < 3 && Math.abs(word.right - box.right) < 3 && Math.abs(word.top - box.top) < 4;
	})()`, true)
}

// onPage is what an intervention says on one page.
func onPage(in *corpus.Intervention, page int) string {
	runes := []rune(in.Text)
	var b strings.Builder
	for i, l := range in.Lines {
		end := len(runes)
		if i+1 < len(in.Lines) {
			end = in.Lines[i+1].Start
		}
		if l.Page == page {
			b.WriteString(string(runes[l.Start:end]))
		}
	}
	return b.String()
}

// letters leaves spaces, hyphens and other marks out, which readers write each
// in their way.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, norm.NFKC.String(s))
}

func TestOriginalFile(t *testing.T) {
	r := printedReport(t)
	h := site(t, &fake{reports: []*corpus.Report{r}})
	path := fmt.Sprintf("/api/v1/reports/%s/file", r.ID)
	res, body := get(t, h, path)
	if res.StatusCode != http.StatusOK || !strings.HasPrefix(body, "%PDF-") || res.Header.Get("Content-Type") != "application/pdf" {
		t.Errorf("%d %v", res.StatusCode, res.Header)
	}
	if again, _ := get(t, h, path, "If-None-Match", res.Header.Get("ETag")); again.StatusCode != http.StatusNotModified {
		t.Errorf("the file is sent again: %d", again.StatusCode)
	}
	if part, body := get(t, h, path, "Range", "bytes=0-4"); part.StatusCode != http.StatusPartialContent || body != "%PDF-" {
		t.Errorf("a part of it: %d %q", part.StatusCode, body)
	}
	other := filepath.Join(t.TempDir(), "other.pdf")
	if err := os.WriteFile(other, []byte("another file"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, moved := range []string{other, "/no/such/file.pdf", t.TempDir()} {
		r.Source.Path = moved
		res, body := get(t, h, path)
		if res.StatusCode != http.StatusNotFound || strings.Contains(body, moved) {
			t.Errorf("%s: %d %s", moved, res.StatusCode, body)
		}
	}
}

// TestOriginalsMayBeWithheld looks for what leads to a file.
func TestOriginalsMayBeWithheld(t *testing.T) {
	r := printedReport(t)
	engine := &fake{reports: []*corpus.Report{r}}
	for _, hidden := range []bool{false, true} {
		h := site(t, engine, func(o *web.Options) { o.HideOriginals = hidden })
		res, _ := get(t, h, fmt.Sprintf("/api/v1/reports/%s/file", r.ID))
		if (res.StatusCode == http.StatusNotFound) != hidden {
			t.Errorf("hidden %v: the file is answered %d", hidden, res.StatusCode)
		}
		for _, path := range []string{"/api/v1/openapi.json", "/reports/" + string(r.ID), "/interventions/" + string(r.Interventions[0].ID)} {
			if _, body := get(t, h, path); strings.Contains(body, "/file") == hidden {
				t.Errorf("hidden %v: %s leads to a file: %v", hidden, path, !hidden)
			}
		}
	}
}
