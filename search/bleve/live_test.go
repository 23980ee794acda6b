package bleve_test

import (
	"testing"
	"time"

	"briefsearch/search/bleve"
)

// TestLive reads beside a writer that comes and goes, and sees what it wrote.
func TestLive(t *testing.T) {
	dir := made(t)
	live, err := bleve.OpenLive(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	defer shut(t, live)
	reports := func() int {
		stats, err := live.Stats(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return stats.Reports
	}
	before := reports()
	for i, id := range []string{"second", "third"} {
		writer := open(t, dir)
		if err := writer.Put(t.Context(), report(id, "more words")); err != nil {
			t.Fatal(err)
		}
		shut(t, writer)
		want := before + 1 + i
		for end := time.Now().Add(20 * time.Second); reports() != want; time.Sleep(20 * time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("%d reports, want %d", reports(), want)
			}
		}
	}
}
