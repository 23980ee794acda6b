package sample_test

import (
	"slices"
	"testing"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
)

// TestGoldUsesTheVocabulary finds ids that are misspelt.
func TestGoldUsesTheVocabulary(t *testing.T) {
	v, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	for name, g := range golds(t) {
		t.Run(name, func(t *testing.T) {
			for _, in := range g.Turns {
				in.checkIDs(t, v)
			}
		})
	}
}

func (in *turn) checkIDs(t *testing.T, v *vocabulary.Vocabulary) {
	t.Helper()
	for kind, ids := range map[corpus.Kind][]string{
		corpus.RCP:          slices.Concat(in.RCPs, in.RCPSpeaksFor),
		corpus.Country:      in.Countries,
		corpus.Organisation: in.Orgs,
		corpus.Theme:        slices.Concat(in.Themes, in.ThemesNot),
	} {
		for _, id := range ids {
			if e, ok := v.Entry(kind, id); !ok || e.ID != id {
				t.Errorf("%s: the vocabulary has no %s %q", in.Speaker, kind, id)
			}
		}
	}
	if in.Country != "" && !slices.Contains(in.Countries, in.Country) {
		t.Errorf("%s: speaks for %s, which is not among the countries", in.Speaker, in.Country)
	}
}
