package segment_test

import (
	"path/filepath"
	"testing"

	"briefsearch/corpus/vocabulary"
	"briefsearch/indexer"
	"briefsearch/indexer/eval"
)

// TestKinds reads, segments and tags invented reports of many kinds, each in the form
// in which such records are printed: parliaments, summary records, bulletins,
// briefings, minutes, workshops, and prose in which nobody speaks. Their gold is
// beside them, and must be met.
func TestKinds(t *testing.T) {
	v, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	results, err := eval.Dir(t.Context(), filepath.Join("testdata", "kinds"), indexer.NewMaker(v, indexer.Config{}))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range results {
		t.Run(filepath.Base(r.File), func(t *testing.T) {
			if r.Err != nil {
				t.Fatal(r.Err)
			}
			for _, miss := range r.Misses {
				t.Error(miss)
			}
		})
	}
}
