package relevance_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"briefsearch/search/bleve"
	"briefsearch/search/relevance"
)

// shared is the folder of the same name beside the checkout, or "".
func shared(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for dir != filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		dir = filepath.Dir(dir)
	}
	found := filepath.Join(filepath.Dir(dir), "shared")
	if _, err := os.Stat(found); err != nil {
		return ""
	}
	return found
}

func TestCranfield(t *testing.T) {
	dir := shared(t)
	if dir == "" {
		t.Skip("shared reports not present: the Cranfield collection is not measured")
	}
	got, err := relevance.Run(context.Background(), filepath.Join(dir, "relevance", "cranfield"), bleve.Open, relevance.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("nDCG@10 %.4f, MAP %.4f over %d queries", got.NDCG10, got.MAP, got.Queries)
	if got.NDCG10 < 0.39 || got.MAP < 0.31 {
		t.Errorf("nDCG@10 %.4f and MAP %.4f, want 0.39 and 0.31", got.NDCG10, got.MAP)
	}
}
