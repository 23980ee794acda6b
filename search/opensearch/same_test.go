package opensearch_test

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/indexer"
	"briefsearch/search"
	"briefsearch/search/bleve"
	"briefsearch/search/query"
)

// both puts the sample reports into this engine and into that of one machine.
func both(t *testing.T, v *vocabulary.Vocabulary) (cluster, machine search.Engine) {
	t.Helper()
	machine, err := bleve.Open(t.Context(), filepath.Join(t.TempDir(), "index"))
	if err != nil {
		t.Fatal(err)
	}
	cluster = open(t, t.TempDir())
	maker := indexer.NewMaker(v, indexer.Config{})
	for _, e := range []search.Engine{cluster, machine} {
		t.Cleanup(func() {
			if err := e.Close(); err != nil {
				t.Error(err)
			}
		})
		sum, err := maker.Run(context.Background(), []string{filepath.FromSlash("../../corpus/sample/reports")}, e, indexer.Options{})
		if err != nil || !sum.OK() {
			t.Fatalf("index: %+v, %v", sum, err)
		}
	}
	return cluster, machine
}

// TestSameAnswers asks both engines what a person might, about the sample reports.
func TestSameAnswers(t *testing.T) {
	if node == "" {
		t.Skip("BRIEFSEARCH_NODE is not set: there is no server (make test sets it)")
	}
	v, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	cluster, machine := both(t, v)
	var facets []search.FacetRequest
	for _, f := range search.Fields() {
		if f.Facet {
			facets = append(facets, search.FacetRequest{Field: f.Name, Size: 10})
		}
	}
	for _, typed := range []string{
		"", "remittances", "labour migration", `"regional consultative"`, `"regional processes"~3`, "remit*", "migrasion~", "imgration~", "remitances",
		"what did Nigeria say about sending money home", "RCM", "migration -remittances", "country:NG", "speaker:etcheverria", "year:2018..2019", "remesas OR réfugiés",
	} {
		q, _ := query.Parse(typed, v, query.Options{})
		for _, req := range []search.Request{
			{Query: q, Size: 100, Facets: facets},
			{Query: q, Size: 100, Sort: search.ByDateDesc, Facets: facets, Filters: []search.Filter{{Field: "country", None: []string{"NG"}}, {Field: "language", Any: []string{"en", "es"}}}},
			{Query: q, Size: 100, PerReport: true},
			{Query: q, Facets: []search.FacetRequest{{Field: search.FieldSpeaker, Size: 2}, {Field: search.FieldReport, Size: 5, Prefix: "re"}}},
			{Query: q, Size: 100, Sections: true},
		} {
			compareAnswers(t, typed, req, cluster, machine)
		}
	}
	for _, typed := range []string{"remit", "migr", "joaq", "country:n", "regional con"} {
		want, err := machine.(search.Explorer).Suggest(t.Context(), typed, 10)
		if err != nil {
			t.Fatal(err)
		}
		got, err := cluster.(search.Explorer).Suggest(t.Context(), typed, 10)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%q suggests: %v, -machine +cluster\n%s", typed, err, diff)
		}
	}
}

func compareAnswers(t *testing.T, typed string, req search.Request, cluster, machine search.Engine) {
	t.Helper()
	want, err := machine.Search(t.Context(), req)
	if err != nil {
		t.Fatal(err)
	}
	got, err := cluster.Search(t.Context(), req)
	if err != nil {
		t.Fatal(err)
	}
	if req.PerReport { // which turn is the best is for each engine to say
		for _, res := range []*search.Result{want, got} {
			for i, h := range res.Hits {
				res.Hits[i] = search.Hit{ID: corpus.InterventionID(h.Report.ID), InReport: h.InReport}
			}
		}
	}
	for _, res := range []*search.Result{want, got} {
		if req.Order() == search.ByRelevance {
			slices.SortFunc(res.Hits, func(a, b search.Hit) int { return strings.Compare(string(a.ID), string(b.ID)) })
		}
	}
	same := cmp.Options{cmpopts.EquateEmpty(), cmpopts.IgnoreFields(search.Result{}, "Took"), cmpopts.IgnoreFields(search.Hit{}, "Score")}
	if diff := cmp.Diff(want, got, same); diff != "" {
		t.Errorf("%q, %+v: -machine +cluster\n%s", typed, req, diff)
	}
}
