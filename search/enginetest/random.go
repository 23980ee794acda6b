package enginetest

import (
	"fmt"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/search/query"
)

// testOracle compares random requests with the oracle while reports are put,
// replaced and deleted.
func testOracle(t *testing.T, open Opener, oneIn int) {
	t.Helper()
	rounds, perRound := 20, 500 // ten thousand requests
	switch {
	case full():
		rounds, perRound = 50, 1000
	case testing.Short():
		rounds, perRound = 4, 100
	}
	w := newWorld(99)
	e := start(t, open)
	for round := range rounds {
		w.change(t, e)
		for i := range perRound / oneIn {
			req := w.request()
			if !compare(t, e, w.truth, req, i%20 == 0) {
				t.Fatalf("round %d, request %d: %v %+v", round, i, req.Query, req)
			}
		}
	}
}

// full says that tests run as often as is promised, which takes minutes; see make
// proof.
func full() bool { return os.Getenv("BRIEFSEARCH_FULL") != "" }

// change puts new reports, replaces some and deletes some.
func (w *world) change(t *testing.T, e search.Writer) {
	t.Helper()
	for range 8 {
		r := w.report(fmt.Sprintf("r%02d", w.IntN(60)))
		put(t, e, r)
		w.reports[r.ID] = r
	}
	for range 2 {
		id := corpus.ReportID(fmt.Sprintf("r%02d", w.IntN(60)))
		if err := e.Delete(t.Context(), id); err != nil {
			t.Fatal(err)
		}
		delete(w.reports, id)
	}
	w.truth = newOracle(w.reports)
}

// request invents a request.
func (w *world) request() search.Request {
	req := search.Request{
		Query: w.query(3), Sort: one(w, []search.Sort{"", search.ByRelevance, search.ByDate, search.ByDateDesc}),
		Size: one(w, []int{0, 1, 7, 30, 100}), Sections: w.IntN(6) == 0,
	}
	var facets []string
	for _, f := range search.Fields() {
		if f.Facet {
			facets = append(facets, f.Name)
		}
	}
	for _, field := range w.some(facets, 6) {
		req.Facets = append(req.Facets, search.FacetRequest{Field: field, Size: 1000})
	}
	for _, field := range w.some(facets, 3) {
		f := search.Filter{Field: field}
		values := append(w.valuesOf(field), "nothing")
		f.Any = w.some(values, 3)
		if w.IntN(3) == 0 {
			f.None = w.some(values, 2)
		}
		req.Filters = append(req.Filters, f)
	}
	if w.IntN(4) == 0 {
		f := search.Filter{Field: search.FieldDate, From: "2001-02-03"}
		if w.IntN(2) == 0 {
			f.To = "2002-10-11"
		}
		req.Filters = append(req.Filters, f)
	}
	return req
}

func (w *world) valuesOf(field string) []string {
	var values []string
	for _, d := range w.truth.all {
		values = append(values, d.values(field)...)
	}
	slices.Sort(values)
	return slices.Compact(values)
}

// query invents a tree. Its words are those of the texts, and one that is
// nowhere.
func (w *world) query(depth int) query.Node {
	if depth == 3 && w.IntN(6) == 0 {
		return nil
	}
	if depth > 0 && w.IntN(2) == 0 {
		parts := make([]query.Node, 1+w.IntN(3))
		for i := range parts {
			parts[i] = w.query(depth - 1)
		}
		switch w.IntN(4) {
		case 0:
			return query.And(parts)
		case 1:
			return query.Or(parts)
		case 2:
			return query.Any(parts)
		default:
			return query.Not{Of: parts[0]}
		}
	}
	return w.leaf()
}

func (w *world) leaf() query.Node {
	word := one(w, append([]string{"nowhere"}, words...))
	switch w.IntN(9) {
	case 0:
		return query.Phrase{Text: one(w, common) + " " + word}
	case 1:
		return query.Phrase{Text: word + " " + one(w, common) + " " + one(w, words), Slop: w.IntN(6)}
	case 2:
		return query.Prefix{Text: word[:1+w.IntN(3)]}
	case 3:
		return query.Fuzzy{Text: word[:3] + "x" + word[4:]}
	case 4:
		return query.Field{Name: "speaker", Value: one(w, []string{"ada", "CELIK", "ben celik", "nobody"})}
	case 5:
		return query.Field{Name: "year", From: one(w, []string{"", "2001"}), To: "2002"}
	case 6:
		return query.Concept{Of: query.Term{Text: word}, Field: "rcp", ID: one(w, []string{"RCM", "NONE"})}
	default:
		return query.Term{Text: word}
	}
}

// compare asks the engine and the oracle.
func compare(t *testing.T, e search.Searcher, o oracle, req search.Request, allPages bool) bool {
	t.Helper()
	want := o.answer(req)
	res := find(t, e, req)
	ok := res.Total == len(want.ids) && res.TotalReports == want.reports
	if !ok {
		t.Errorf("%d hits of %d reports, want %d of %d", res.Total, res.TotalReports, len(want.ids), want.reports)
	}
	for _, f := range req.Facets {
		ok = checkCounts(t, f.Field, res.Facets[f.Field], want.counts[f.Field], req.Filters) && ok
	}
	hits := res.Hits
	if len(hits) != min(req.Size, len(want.ids)) || (res.Next != "") != (req.Size > 0 && len(want.ids) > req.Size) {
		t.Errorf("%d hits on a page of %d, of %d; next %q", len(hits), req.Size, len(want.ids), res.Next)
		return false
	}
	for allPages && res.Next != "" {
		req.Cursor = res.Next
		res = find(t, e, req)
		if res.Total != len(want.ids) {
			t.Errorf("total %d on a later page, want %d", res.Total, len(want.ids))
			return false
		}
		hits = append(hits, res.Hits...)
	}
	return checkOrder(t, req, ids(hits), hits, want.ids) && ok
}

func checkCounts(t *testing.T, field string, got []search.Count, want map[string]int, filters []search.Filter) bool {
	t.Helper()
	counts := make(map[string]int)
	for i, k := range got {
		if k.Count > 0 {
			counts[k.Value] = k.Count
		}
		var own search.Filter
		if j := slices.IndexFunc(filters, func(f search.Filter) bool { return f.Field == field }); j >= 0 {
			own = filters[j]
		}
		if k.Selected != slices.Contains(own.Any, k.Value) || k.Excluded != slices.Contains(own.None, k.Value) ||
			k.Count == 0 && !k.Selected && !k.Excluded {
			t.Errorf("facet %s: %+v under %+v", field, k, own)
			return false
		}
		if i > 0 && (k.Count > got[i-1].Count || k.Count == got[i-1].Count && k.Value <= got[i-1].Value) {
			t.Errorf("facet %s is out of order at %+v", field, k)
			return false
		}
	}
	if diff := cmp.Diff(want, counts); diff != "" {
		t.Errorf("facet %s: -want +got\n%s", field, diff)
		return false
	}
	return true
}

// checkOrder compares the order of hits: by date exactly, by relevance that
// scores fall and ids rise among equals.
func checkOrder(t *testing.T, req search.Request, got []string, hits []search.Hit, want []string) bool {
	t.Helper()
	if req.Sort == search.ByDate || req.Sort == search.ByDateDesc {
		if diff := cmp.Diff(want[:len(got)], got, equal()); diff != "" {
			t.Errorf("hits by %s: -want +got\n%s", req.Sort, diff)
			return false
		}
		return true
	}
	for i := 1; i < len(hits); i++ {
		a, b := hits[i-1], hits[i]
		if a.Score < b.Score || a.Score == b.Score && a.ID >= b.ID {
			t.Errorf("%s (%g) stands before %s (%g)", a.ID, a.Score, b.ID, b.Score)
			return false
		}
	}
	for _, id := range got {
		if !slices.Contains(want, id) {
			t.Errorf("%s is no match", id)
			return false
		}
	}
	return true
}
