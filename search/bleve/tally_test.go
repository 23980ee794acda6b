package bleve_test

import (
	"slices"
	"testing"

	"briefsearch/search/bleve"
)

// TestTallyOfASearchThatIsGivenUp counts and never sums up, as a search does whose
// time is over. What it counted must not be in the tally of a later one.
func TestTallyOfASearchThatIsGivenUp(t *testing.T) {
	given := bleve.NewCounter()
	given.Release()
	if !given.IsEmpty() {
		t.Error("counts of a search that was given up are left")
	}
	for range 3 { // some of them in the same memory
		again := bleve.NewCounter()
		if got := again.Sum(); !slices.Equal(got, []uint32{2, 2}) {
			t.Errorf("counted %v, want 2 and 2", got)
		}
		again.Release()
	}
}
