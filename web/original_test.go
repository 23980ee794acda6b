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

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/indexer"
	"briefsearch/web"
)

// printedReport is a real file with the report that is made of it.
func printedReport(t *testing.T) *corpus.Report {
	t.Helper()
	v, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join("..", "corpus", "sample", "reports", "declaration-groupe-africain.pdf")
	r, err := indexer.NewMaker(v, indexer.Config{}).Make(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Interventions) == 0 {
		t.Fatal("the sample has no intervention")
	}
	return r
}

// boxedText is the text of the page of the original on the stage that stands
// within the boxes, as pdf.js reads it.
const boxedText = `(async () => {
	const { dataset } = document.querySelector("details.original");
	const pdfjs = await import(dataset.pdfjs);
	pdfjs.GlobalWorkerOptions.workerSrc = dataset.worker;
	const sheet = await (await pdfjs.getDocument(dataset.file).promise).getPage(Number(document.querySelector(".page").dataset.page));
	const stage = document.querySelector(".page").getBoundingClientRect();
	const viewport = sheet.getViewport({ scale: stage.width / sheet.getViewport({ scale: 1 }).width });
	const boxes = [...document.querySelectorAll(".line-box")].map((b) => b.getBoundingClientRect());
	return (await sheet.getTextContent()).items.filter((item) => {
		const [x, y] = viewport.convertToViewportPoint(item.transform[4] + item.width / 2, item.transform[5] + item.height / 4);
		const at = [x + stage.left, y + stage.top];
		return boxes.some((b) => b.left <= at[0] && at[0] <= b.right && b.top <= at[1] && at[1] <= b.bottom);
	}).map((item) => item.str).join("");
})()`

// TestOriginalIsBoxed compares, by position, what is boxed on the printed page
// with what the intervention says.
func TestOriginalIsBoxed(t *testing.T) {
	chrome := browser(t)
	r := printedReport(t)
	server := httptest.NewServer(site(t, &fake{reports: []*corpus.Report{r}}))
	t.Cleanup(server.Close)
	b := chrome.open(t, server.URL)
	b.wide(1280)
	in := r.Interventions[0]
	b.open("/interventions/" + string(in.ID))
	b.run(chromedp.Click("details.original summary"))
	for page := in.PageFrom; page <= in.PageTo; page++ {
		b.is(`document.querySelector(".page").dataset.page`, page)
		got, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](boxedText, chromedp.EvalAwaitPromise))
		if err != nil {
			t.Fatal(err)
		}
		if want := letters(onPage(&in, page)); want != letters(got) {
			t.Errorf("page %d: the boxes hold\n%s\nwant\n%s", page, letters(got), want)
		}
		b.do(`document.querySelector(".page-turner button:last-child").click()`)
	}
	b.is(`document.querySelector(".page-turner button:last-child").disabled`, true)
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
	}, s)
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
