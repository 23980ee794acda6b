package enginetest

import (
	"strings"
	"testing"

	"briefsearch/corpus"
	"briefsearch/search"
)

// testForms holds an engine to search.FieldForm: reports that hold one text are forms of
// one work, which follows what is put and deleted.
func testForms(t *testing.T, open Opener) {
	t.Helper()
	form := func(id, file string) *corpus.Report {
		r := told(id, "en", strings.Join(words, " of migration and ")+".", strings.Join(words[3:], " for "), strings.Join(words, " by the "))
		r.Source.File, r.Sketch = file, corpus.SketchOf(r)
		return r
	}
	check := func(e search.Engine, first string) {
		t.Helper()
		res := find(t, e, search.Request{
			Filters: []search.Filter{{Field: search.FieldForm, None: []string{search.FormOther}}}, Size: 10,
			Facets: []search.FacetRequest{{Field: search.FieldWork, Size: 10}},
		})
		if res.Total != 4 || res.TotalReports != 2 {
			t.Errorf("%d interventions of %d reports are found, want 4 of 2", res.Total, res.TotalReports)
		}
		counts := res.Facets[search.FieldWork]
		if len(counts) != 1 || counts[0].Value != first || counts[0].Count != 3 {
			t.Errorf("the works are %+v, want %q in 3", counts, first)
		}
	}
	e := start(t, open, form("a", "a.txt"), form("b", "b.pdf"), told("c", "en", "Too short to be known again."))
	check(e, "b")
	if err := e.Put(t.Context(), form("d", "d.docx")); err != nil {
		t.Fatal(err)
	}
	check(e, "b")
	if err := e.Delete(t.Context(), "b"); err != nil {
		t.Fatal(err)
	}
	check(e, "a")
}
