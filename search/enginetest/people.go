package enginetest

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/search/query"
)

// spoken is a report of these speakers.
func spoken(id string, speakers ...corpus.Speaker) *corpus.Report {
	r := told(id, "en", make([]string, len(speakers))...)
	for i, s := range speakers {
		r.Interventions[i].Speaker, r.Interventions[i].Text = s, "All that was told here is one word: migration."
	}
	return r
}

// testPeople holds an engine to search.People: one person is one value in all
// reports, namesakes are two, and both follow what is put and deleted.
func testPeople(t *testing.T, open Opener) {
	t.Helper()
	e := start(t, open,
		spoken("a", corpus.Speaker{Name: "Robert Brook", Organisation: "Union"}, corpus.Speaker{Name: "Li", Country: "CN"}),
		spoken("b", corpus.Speaker{Name: "Brook", Organisation: "Union"}, corpus.Speaker{Name: "Brook", Organisation: "Union", Honorific: "Mr."}),
	)
	checkSpeakers(t, e, map[string]int{"Robert Brook": 3, "Li": 1})
	for name, req := range map[string]search.Request{
		"filter": {Filters: []search.Filter{{Field: search.FieldSpeaker, Any: []string{"Robert Brook"}}}, Size: 10},
		"query":  {Query: query.Field{Name: search.FieldSpeaker, Value: "robert brook"}, Size: 10},
	} {
		res := find(t, e, req)
		if res.Total != 3 || res.Hits[0].Person != "Robert Brook" {
			t.Errorf("%s: the person is found in %d interventions, want 3: %+v", name, res.Total, res.Hits)
		}
	}
	if x, ok := e.(search.Explorer); ok {
		typed, err := x.Suggest(t.Context(), "brook", 5)
		if err != nil || len(typed) == 0 || typed[0].Value != "Robert Brook" || typed[0].Count != 3 {
			t.Errorf("suggested are %+v, %v", typed, err)
		}
	}
	if err := e.Put(t.Context(), spoken("c", corpus.Speaker{Name: "Li", Country: "SG"})); err != nil {
		t.Fatal(err)
	}
	checkSpeakers(t, e, map[string]int{"Robert Brook": 3, "Li (CN)": 1, "Li (SG)": 1})
	turn, err := e.Intervention(t.Context(), "c-1")
	if err != nil || turn.Person != "Li (SG)" {
		t.Errorf("the turn is by %+v, %v", turn, err)
	}
	if err := e.Delete(t.Context(), "a"); err != nil {
		t.Fatal(err)
	}
	checkSpeakers(t, e, map[string]int{"Brook": 2, "Li": 1})
}

func checkSpeakers(t *testing.T, e search.Engine, want map[string]int) {
	t.Helper()
	got := make(map[string]int)
	res := find(t, e, search.Request{Facets: []search.FacetRequest{{Field: search.FieldSpeaker, Size: 10}}})
	for _, c := range res.Facets[search.FieldSpeaker] {
		got[c.Value] = c.Count
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("speakers: -want +got\n%s", diff)
	}
}
