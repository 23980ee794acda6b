package read_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"briefsearch/indexer/read"
)

// shared returns the files that match a pattern in the folder of real reports
// beside the checkout, and skips the test when there is none.
func shared(tb testing.TB, pattern string) []string {
	tb.Helper()
	dir, err := os.Getwd()
	if err != nil {
		tb.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			tb.Fatal("no go.mod above the test")
		}
		dir = parent
	}
	files, err := filepath.Glob(filepath.Join(filepath.Dir(dir), "shared", pattern))
	if err != nil {
		tb.Fatal(err)
	}
	if len(files) == 0 {
		tb.Skipf("shared reports not present: nothing matches shared/%s, so real reports are not read", pattern)
	}
	return files
}

// readFile reads a file as the indexer does, within ten seconds.
func readFile(tb testing.TB, name string) (*read.Document, error) {
	tb.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		tb.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return read.Read(ctx, read.File{Name: filepath.Base(name), Content: content}, read.Limits{})
}

// words are the words of a document in reading order, quotation marks made
// straight and footnotes at the end, as both differ from one typesetting to the
// next. What follows the block that begins with until is left out.
func words(doc *read.Document, until string) []string {
	var text, notes []string
	ended := false
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		s := straight.Replace(b.Text)
		ended = ended || until != "" && strings.HasPrefix(s, until)
		switch {
		case b.Kind == read.Footnote:
			notes = append(notes, strings.Fields(s)...)
		case !ended:
			text = append(text, strings.Fields(s)...)
		}
	}
	return append(text, notes...)
}

var straight = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "↩", "")

// orderedF1 compares two lists of words by their longest common subsequence.
func orderedF1(a, b []string) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	prev, cur := make([]int, len(b)+1), make([]int, len(b)+1)
	for i := range a {
		for j := range b {
			if a[i] == b[j] {
				cur[j+1] = prev[j] + 1
			} else {
				cur[j+1] = max(prev[j+1], cur[j])
			}
		}
		prev, cur = cur, prev
	}
	return 2 * float64(prev[len(b)]) / float64(len(a)+len(b))
}
