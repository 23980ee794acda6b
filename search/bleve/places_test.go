package bleve_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"briefsearch/search/bleve"
)

func TestPlacesAreReadAsWritten(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	lists := [][]int{{1}, {2047}, {1, 2}, {7, 8, 16}, {8, 15, 79}, {1 << 30}, {1, 1 << 30}}
	for range 2000 {
		var at []int
		last, widest := 0, 1+r.IntN(3000)
		for range 1 + r.IntN(40) {
			last += 1 + r.IntN(widest)
			at = append(at, last)
		}
		lists = append(lists, at)
	}
	packed := 0
	for _, at := range lists {
		number, counted, again, all := bleve.Places(at)
		if number >= 1<<bleve.PlacesBits || number < 2 {
			t.Fatalf("%v: %x is out of bounds", at, number)
		}
		if counted != len(at) || !slices.Equal(again, at) {
			t.Errorf("%v became %v, counted %d", at, again, counted)
		}
		if all {
			packed++
		}
	}
	if packed < 100 || packed == len(lists) {
		t.Errorf("%d of %d are packed", packed, len(lists))
	}
}
