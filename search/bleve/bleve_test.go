package bleve_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/search/bleve"
	"briefsearch/search/query"
)

func open(t *testing.T, dir string) search.Engine {
	t.Helper()
	e, err := bleve.Open(context.Background(), dir)
	if err != nil {
		t.Fatalf("open: %v (hint: %s)", err, corpus.HintOf(err))
	}
	return e
}

func TestSmoke(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "ix")
	e := open(t, dir)
	ctx := context.Background()
	for i := range 3 {
		r := &corpus.Report{ID: corpus.ReportID(fmt.Sprintf("rep%d", i)), Title: "T", Date: "2006-06-20", Language: "en"}
		for j := range 4 {
			r.Interventions = append(r.Interventions, corpus.Intervention{
				Text:    fmt.Sprintf("Mr. Ada %d said that remittances matter for cross-border workers.\n\nThe Puebla Process talks about visas %d.", j, j),
				Speaker: corpus.Speaker{Name: fmt.Sprintf("Ada %d", j)}, Language: "en", PageFrom: 1, PageTo: 2,
			})
		}
		corpus.AssignIDs(r)
		if err := e.Put(ctx, r); err != nil {
			t.Fatal(err)
		}
	}
	res, err := e.Search(ctx, search.Request{Query: query.And{query.Term{Text: "Remittance"}, query.Term{Text: "workers"}}, Size: 2,
		Facets:  []search.FacetRequest{{Field: "speaker", Size: 10}, {Field: "report", Size: 10}},
		Filters: []search.Filter{{Field: "speaker", Any: []string{"Ada 1"}}}})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%+v", res)
	if res.Total != 3 || res.TotalReports != 3 {
		t.Errorf("total %d in %d", res.Total, res.TotalReports)
	}
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	e = open(t, dir)
	defer e.Close()
	turn, err := e.Intervention(ctx, res.Hits[0].ID)
	if err != nil || turn.Previous == nil || turn.Next == nil {
		t.Fatal(turn, err)
	}
}
