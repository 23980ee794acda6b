package indexer_test

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"briefsearch/indexer"
)

// TestConverted reads PDF files, and the texts that pdftotext makes of them in its three
// ways: line by line, by the looks of the page, and in the order of the file. Who speaks
// must be the same; numbers in the margin, running lines and columns are in the way.
func TestConverted(t *testing.T) {
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Fatal("pdftotext is not installed: apt-get install poppler-utils")
	}
	const least = 0.97 // F1 over all reports
	files := []string{"segment/testdata/kinds/upr22.pdf"}
	for _, more := range []string{"upr/[a-c]*.pdf", "verbatim/*.pdf"} {
		found, err := filepath.Glob(filepath.Join("../../shared/reports", more))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	maker := newMaker(t, indexer.Config{})
	var want [][]string
	for _, file := range files {
		want = append(want, voicesOf(t, maker, file))
	}
	for _, way := range []string{"-q", "-layout", "-raw"} {
		t.Run(strings.TrimPrefix(way, "-"), func(t *testing.T) {
			same, all := 0, 0
			for i, file := range files {
				text, err := exec.CommandContext(t.Context(), program, way, file, "-").Output()
				if err != nil {
					t.Fatalf("%s: %v", file, err)
				}
				path := filepath.Join(t.TempDir(), filepath.Base(file)+".txt")
				write(t, path, string(text))
				got := voicesOf(t, maker, path)
				same += 2 * common(want[i], got)
				all += len(want[i]) + len(got)
			}
			if f1 := float64(same) / float64(all); f1 < least {
				t.Errorf("F1 of %d turns is %.3f, want %v at least", all/2, f1, least)
			}
		})
	}
}

// voicesOf is who speaks in a report, and in what words each turn begins.
func voicesOf(t *testing.T, maker *indexer.Maker, path string) []string {
	t.Helper()
	r, err := maker.Make(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	var voices []string
	for i := range r.Interventions {
		in := &r.Interventions[i]
		letters := strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return unicode.ToLower(r)
			}
			return -1
		}, in.Text)
		voices = append(voices, in.Speaker.Name+"|"+in.Speaker.Country+"|"+letters[:min(len(letters), 24)])
	}
	return voices
}

// common counts what two lists share.
func common(a, b []string) int {
	left := map[string]int{}
	for _, s := range a {
		left[s]++
	}
	n := 0
	for _, s := range b {
		if left[s] > 0 {
			left[s]--
			n++
		}
	}
	return n
}
