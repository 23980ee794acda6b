package tag_test

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"briefsearch/corpus"
)

// TestTables tags the sentences of each table, a turn apiece, and compares the
// values of its kind, whatever their order. A line is "language | ids or - | text".
func TestTables(t *testing.T) {
	for _, kind := range []corpus.Kind{corpus.RCP, corpus.Country, corpus.Organisation, corpus.Theme, corpus.Act} {
		t.Run(string(kind), func(t *testing.T) {
			f, err := os.Open(filepath.Join("testdata", string(kind)+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close() //nolint:errcheck // read only
			tg, s := tagger(t), bufio.NewScanner(f)
			for n := 1; s.Scan(); n++ {
				parts := strings.SplitN(s.Text(), " | ", 3)
				if len(parts) < 3 {
					continue
				}
				want := strings.Fields(strings.Trim(parts[1], "- "))
				slices.Sort(want)
				r := &corpus.Report{Language: parts[0], Interventions: []corpus.Intervention{{Language: parts[0], Text: parts[2]}}}
				tg.Tag(r)
				got := r.Interventions[0].Tags.IDs(kind)
				slices.Sort(got)
				if !slices.Equal(want, got) {
					t.Errorf("%s.txt:%d: %s: got %v, want %v", kind, n, parts[2], got, want)
				}
			}
		})
	}
}
