package tag_test

import (
	"slices"
	"testing"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
)

// TestEveryNameIsFound writes each term of each theme in a text of its
// language, and every RCP, organisation and State by each of its names.
func TestEveryNameIsFound(t *testing.T) {
	v, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	tg := tagger(t)
	for _, kind := range []corpus.Kind{corpus.Theme, corpus.RCP, corpus.Organisation, corpus.Country} {
		for e := range v.Entries(kind) {
			if e.Group == vocabulary.GroupGlobal {
				continue
			}
			for _, a := range e.Aliases {
				if a.Weak || a.NeedsContext || a.Tongue {
					continue
				}
				lang := a.Language
				if lang == "" {
					lang = "en"
				}
				in := corpus.Intervention{Language: lang, Text: "— (" + a.Text + ") —"}
				r := &corpus.Report{Language: lang, Interventions: []corpus.Intervention{in}}
				tg.Tag(r)
				if got := r.Interventions[0].Tags.IDs(kind); !slices.Contains(got, e.ID) {
					t.Errorf("%s %s: %q gives %v", kind, e.ID, a.Text, got)
				}
			}
		}
	}
}
