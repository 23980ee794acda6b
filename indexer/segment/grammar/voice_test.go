package grammar_test

import (
	"testing"

	"briefsearch/indexer/segment/grammar"
)

// TestInFirstPerson tells words of a speaker for himself from the States and from numbers.
func TestInFirstPerson(t *testing.T) {
	for text, own := range map[string]bool{
		"Yesterday I lit the lamp.":                  true,
		"Keepers tell us that oil is dear.":          true,
		"The US asked what Annex I Parties had lit.": false,
		"In Part I of the record, I am silent.":      true,
		"Working Group I met at noon.":               false,
	} {
		if got := grammar.InFirstPerson(text); got != own {
			t.Errorf("%q: %v", text, got)
		}
	}
}
