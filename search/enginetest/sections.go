package enginetest

import (
	"slices"
	"testing"

	"briefsearch/corpus"
	"briefsearch/search"
)

// testSections holds an engine to finding what nobody said: apart from the
// interventions, and never among them.
func testSections(t *testing.T, open Opener) {
	t.Helper()
	r := told("s", "en", "The minister spoke of remittances.")
	r.Sections = []corpus.Section{
		{Title: "Background", Page: 2, Text: "Remittances had grown.\n\nThe harbour had not."},
		{Title: "The harbour", Page: 3, Text: "It lies in the north.", Tags: corpus.Tags{{
			Kind: corpus.Theme, ID: "harbours", Label: "Harbours", Evidence: []corpus.Evidence{{Start: 0, End: 2, Text: "It", Via: "term"}},
		}}},
	}
	e := start(t, open, r)
	for _, tt := range []struct {
		word     string
		sections bool
		want     []corpus.InterventionID
	}{
		{"remittances", false, []corpus.InterventionID{"s-1"}},
		{"remittances", true, []corpus.InterventionID{search.SectionID("s", 1)}},
		{"harbour", false, nil},
		{"harbour", true, []corpus.InterventionID{search.SectionID("s", 2), search.SectionID("s", 1)}},
		{"minister", true, nil},
	} {
		res := find(t, e, search.Request{
			Query: term(tt.word), Sections: tt.sections, Size: 10, Facets: []search.FacetRequest{{Field: search.FieldReport, Size: 5}},
		})
		checkIDs(t, tt.word, res, tt.want)
		if counts := res.Facets[search.FieldReport]; len(tt.want) > 0 && (len(counts) != 1 || counts[0].Count != len(tt.want)) {
			t.Errorf("%s is counted %+v, want %d", tt.word, counts, len(tt.want))
		}
	}
	hit := find(t, e, search.Request{Query: term("harbour"), Sections: true, Size: 1}).Hits[0]
	if hit.Section != "The harbour" || hit.N != 2 || hit.Page != 3 || hit.Report.ID != "s" || hit.Speaker.Name != "" {
		t.Errorf("the hit is %+v", hit)
	}
	tagged := []search.Filter{{Field: string(corpus.Theme), Any: []string{"harbours"}}}
	checkIDs(t, "a section's tag", find(t, e, search.Request{Filters: tagged, Sections: true, Size: 10}), []corpus.InterventionID{hit.ID})
	checkIDs(t, "a section's tag among turns", find(t, e, search.Request{Filters: tagged, Size: 10}), nil)
	checkSuggested(t, e, "remitt", 1)
	checkSuggested(t, e, "harb", 0)
	stats, err := e.Stats(t.Context())
	if err != nil || stats.Interventions != 1 {
		t.Errorf("stats are %+v, %v: sections are no interventions", stats, err)
	}
}

// checkSuggested looks for a word that so many interventions have.
func checkSuggested(t *testing.T, e search.Engine, typed string, count int) {
	t.Helper()
	x, ok := e.(search.Explorer)
	if !ok {
		return
	}
	got, err := x.Suggest(t.Context(), typed, 5)
	if err != nil || count == 0 && len(got) > 0 || count > 0 && (len(got) != 1 || got[0].Count != count) {
		t.Errorf("%s suggests %+v, %v", typed, got, err)
	}
}

func checkIDs(t *testing.T, what string, res *search.Result, want []corpus.InterventionID) {
	t.Helper()
	var got []corpus.InterventionID
	for i := range res.Hits {
		got = append(got, res.Hits[i].ID)
	}
	if res.Total != len(want) || !slices.Equal(got, want) {
		t.Errorf("%s: %d hits %v, want %v", what, res.Total, got, want)
	}
}
