package indexer_test

import (
	"os"
	"path/filepath"
	"testing"

	"briefsearch/corpus"
	"briefsearch/indexer"
	"briefsearch/indexer/eval"
)

// TestGold holds everything that careful readers found in the reports: of the
// samples always, and of real reports where they are.
func TestGold(t *testing.T) {
	for _, tc := range []struct{ name, dir string }{
		{"samples", "../corpus/sample/gold"},
		{"real reports", "../../shared/gold"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			dir := filepath.FromSlash(tc.dir)
			if _, err := os.Stat(dir); err != nil {
				t.Skip("shared reports not present: only the samples are compared with their gold")
			}
			results, err := eval.Dir(t.Context(), dir, newMaker(t, indexer.Config{}))
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range results {
				if corpus.CodeOf(r.Err) == corpus.NeedsOCR {
					continue // recognition is tested with the program
				}
				for _, f := range eval.Fields() {
					if s := r.Scores[f]; s != nil && s.Measured() && s.F1() < 1 {
						t.Errorf("%s, %s: F1 %.3f", filepath.Base(r.File), f, s.F1())
					}
				}
				for _, miss := range r.Misses {
					t.Errorf("%s: %s", filepath.Base(r.File), miss)
				}
			}
		})
	}
}
