package read_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
)

// sound checks what Block and Document promise.
func sound(tb testing.TB, doc *read.Document) {
	tb.Helper()
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if b.Text == "" || len(b.Lines) == 0 || b.Lines[0].Start != 0 || !utf8.ValidString(b.Text) || !norm.NFC.IsNormalString(b.Text) {
			tb.Fatalf("unsound block %+v", b)
		}
		if strings.Contains(b.Text, "  ") || strings.ContainsAny(b.Text, "\n\r") {
			tb.Fatalf("unsound white space in %q", b.Text)
		}
		soundOffsets(tb, b, doc.Pages)
	}
}

func soundOffsets(tb testing.TB, b *read.Block, pages int) {
	tb.Helper()
	last := -1
	for _, l := range b.Lines {
		if l.Start <= last || l.Start > len(b.Text) || l.Page < 1 || l.Page > pages {
			tb.Fatalf("unsound lines of %+v", b)
		}
		last = l.Start
	}
	last = 0
	for _, s := range b.Spans {
		if s.Start < last || s.Start >= s.End || s.End > len(b.Text) {
			tb.Fatalf("unsound spans of %+v", b)
		}
		last = s.End
	}
}

// runningLine are the wordings of the running heads and feet of these reports.
var runningLine = regexp.MustCompile(`^(?:A/HRC/\d+/\d+|Page \d+|GE\.\d+-\d+|\d+/\d+ \d+-\d+|\d+-\d+ \d+/\d+|\d{1,2}|A/79/PV\.29.*|S/PV\.8422.*|Check against delivery)$`)

func TestReportsAreReadWhole(t *testing.T) {
	pdfinfo, err := exec.LookPath("pdfinfo")
	if err != nil {
		t.Log("pdfinfo is not installed: page counts are not compared")
	}
	var files []string
	for _, folder := range []string{"upr", "verbatim", "statements", "hansard"} {
		files = append(files, shared(t, "reports/"+folder+"/*.pdf")...)
	}
	for _, file := range files {
		if filepath.Base(file) == "rw_en.pdf" {
			continue // a scan
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			doc, err := readFile(t, file)
			if err != nil {
				t.Fatal(err)
			}
			sound(t, doc)
			if want := pagesOf(t, pdfinfo, file); want > 0 && doc.Pages != want {
				t.Errorf("%d pages, pdfinfo counts %d", doc.Pages, want)
			}
			checkRunningLines(t, doc)
		})
	}
}

func pagesOf(t *testing.T, pdfinfo, file string) int {
	t.Helper()
	if pdfinfo == "" {
		return 0
	}
	out, err := exec.Command(pdfinfo, file).Output()
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(out), "Pages:")
	n, err := strconv.Atoi(strings.Fields(rest)[0])
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// checkRunningLines looks for running lines behind the cover, and for pages that
// gave nothing.
func checkRunningLines(t *testing.T, doc *read.Document) {
	t.Helper()
	pages := map[int]bool{}
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		for _, l := range b.Lines {
			pages[l.Page] = true
		}
		atEdge := b.Lines[0].Box.Y < 100 || b.Lines[0].Box.Y > 700
		if b.Page() > 1 && atEdge && runningLine.MatchString(b.Text) {
			t.Errorf("page %d: running line %q among the text", b.Page(), b.Text)
		}
	}
	if len(pages) != doc.Pages {
		t.Errorf("text on %d of %d pages", len(pages), doc.Pages)
	}
}

func TestParagraphsGoOnAcrossPages(t *testing.T) {
	small := regexp.MustCompile(`^[a-z]`)
	for _, file := range append(shared(t, "reports/upr/*.pdf"), shared(t, "reports/verbatim/*.pdf")...) {
		doc, err := readFile(t, file)
		if err != nil {
			t.Fatal(err)
		}
		torn := 0
		for i := range doc.Blocks {
			if b := &doc.Blocks[i]; b.Kind == read.Paragraph && small.MatchString(b.Text) {
				torn++
			}
		}
		if torn > 1 {
			t.Errorf("%s: %d paragraphs begin within a sentence", filepath.Base(file), torn)
		}
	}
}

func TestArabicIsInLogicalOrder(t *testing.T) {
	doc, err := readFile(t, shared(t, "reports/statements/lb_ar.pdf")[0])
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for i := range doc.Blocks {
		all.WriteString(doc.Blocks[i].Text + "\n")
	}
	for _, want := range []string{"الأمم المتحدة", "لبنان", "2024"} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("no %q in the text", want)
		}
	}
}

func TestTextReportsAreSound(t *testing.T) {
	for _, file := range append(shared(t, "reports/enb/*.md"), shared(t, "reports/transcripts/*.md")...) {
		doc, err := readFile(t, file)
		if err != nil {
			t.Fatal(err)
		}
		sound(t, doc)
		if strings.Contains(file, "enb") && doc.Title == "" {
			t.Errorf("%s: no title from its front matter", filepath.Base(file))
		}
	}
}

func TestOddFilesGetAStatus(t *testing.T) {
	for _, file := range shared(t, "oddpdf/*.pdf") {
		start := time.Now()
		doc, err := readFile(t, file)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s took %v", filepath.Base(file), took)
		}
		known := []corpus.Code{corpus.NeedsOCR, corpus.Encrypted, corpus.Corrupt, corpus.Empty}
		if err == nil {
			sound(t, doc)
		} else if !slices.Contains(known, corpus.CodeOf(err)) || corpus.HintOf(err) == "" {
			t.Errorf("%s: %s: %v, want a status that the file earns, with a hint", filepath.Base(file), corpus.CodeOf(err), err)
		}
	}
}

func BenchmarkPDF(b *testing.B) {
	var files []read.File
	size, pages := int64(0), 0
	for _, name := range shared(b, "reports/upr/*.pdf") {
		content, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		files = append(files, read.File{Name: name, Content: content})
		size += int64(len(content))
	}
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		pages = 0
		for _, f := range files {
			doc, err := read.Read(b.Context(), f, read.Limits{})
			if err != nil {
				b.Fatal(err)
			}
			pages += doc.Pages
		}
	}
	b.ReportMetric(float64(pages*b.N)/b.Elapsed().Seconds(), "pages/s")
}
