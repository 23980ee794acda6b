package enginetest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/search/query"
)

// told makes a report of interventions that say what they are told.
func told(id, language string, texts ...string) *corpus.Report {
	r := &corpus.Report{ID: corpus.ReportID(id), Title: "What was told", Language: language, Date: "2006-06-20"}
	for i, text := range texts {
		r.Interventions = append(r.Interventions, corpus.Intervention{
			ID: corpus.InterventionID(fmt.Sprintf("%s-%d", id, i+1)), N: i + 1, Text: text, Language: language,
			PageFrom: i + 1, PageTo: i + 1,
		})
	}
	return r
}

func term(s string) query.Node { return query.Term{Text: s} }

func testWords(t *testing.T, open Opener) {
	t.Helper()
	e := start(t, open, told("w", "en",
		"The minister spoke of remittances and of cross-border workers in the U.N. system.",
		"Workers cross a border; a remittance follows.",
		"Études of Côte d'Ivoire: the State's borders number 1,500.",
		"Nothing of this kind: the president of the council.",
	))
	for _, tt := range []struct {
		query query.Node
		want  []string
	}{
		{term("remittance"), []string{"w-1", "w-2"}},
		{term("REMITTANCES"), []string{"w-1", "w-2"}},
		{term("etudes"), []string{"w-3"}},
		{term("Ivoire"), []string{"w-3"}},
		{term("state"), []string{"w-3"}},
		{term("UN"), []string{"w-1"}},
		{term("1500"), []string{"w-3"}},
		{term("cross-border"), []string{"w-1"}},
		{query.Phrase{Text: "cross border"}, []string{"w-1"}},
		{query.Phrase{Text: "cross border", Slop: 1}, []string{"w-1", "w-2"}},
		{query.Phrase{Text: "president of the council"}, []string{"w-4"}},
		{query.And{query.Term{Text: "the", Stop: true}, term("remittances")}, []string{"w-1", "w-2"}},
		{query.Prefix{Text: "remittan"}, []string{"w-1", "w-2"}},
		{query.Prefix{Text: "Étu"}, []string{"w-3"}},
		{query.Fuzzy{Text: "remitances"}, []string{"w-1", "w-2"}},
		{query.And{term("workers"), query.Not{Of: term("minister")}}, []string{"w-2"}},
		{query.And{}, nil},
		{query.Or{}, nil},
		{term(""), nil},
		{term("???"), nil},
		{query.Field{Name: "nothing", Value: "x"}, nil},
	} {
		got := ids(find(t, e, search.Request{Query: tt.query, Size: 10, Sort: search.ByDate}).Hits)
		if diff := cmp.Diff(tt.want, got, equal()); diff != "" {
			t.Errorf("%#v: -want +got\n%s", tt.query, diff)
		}
	}
	best := find(t, e, search.Request{Query: query.Any{term("remittance"), term("border"), term("council"), term("follows"), term("cross")}, Size: 1})
	if len(best.Hits) != 1 || best.Hits[0].ID != "w-2" {
		t.Errorf("the best answer to a question is %v", ids(best.Hits))
	}
}

func testLanguages(t *testing.T, open Opener) {
	t.Helper()
	e := start(t, open,
		told("l1", "en", "They discussed migrations."), told("l2", "fr", "Les migrations discutées par les délégations."),
		told("l3", "es", "Se habló de las migraciones."), told("l4", "ru", "Обсуждали вопросы миграции."),
		told("l5", "zh", "移民政策很重要"), told("l6", "ar", "ناقشوا الهجرة"), told("l7", "", "Migrations again."))
	for _, tt := range []struct {
		word string
		want []string
	}{
		{"migrations", []string{"l1-1", "l2-1", "l7-1"}},
		{"délégation", []string{"l2-1"}},
		{"delegations", []string{"l2-1"}},
		{"migracion", []string{"l3-1"}},
		{"миграция", []string{"l4-1"}},
		{"移民", []string{"l5-1"}},
		{"政策", []string{"l5-1"}},
		{"الهجرة", []string{"l6-1"}},
	} {
		got := ids(find(t, e, search.Request{Query: term(tt.word), Size: 10, Sort: search.ByDate}).Hits)
		if diff := cmp.Diff(tt.want, got, equal()); diff != "" {
			t.Errorf("%s: -want +got\n%s", tt.word, diff)
		}
	}
}

// A word of a language in which the index has few texts is not rare for that: Spanish
// "pueblo" has the stem of "Puebla".
func testFewTexts(t *testing.T, open Opener) {
	t.Helper()
	var english []string
	for range 30 {
		english = append(english, "The delegates went on to other matters.")
	}
	english = append(english, "The talks of Puebla were held long ago.")
	e := start(t, open, told("en", "en", english...), told("es", "es", "El pueblo habla del pueblo.", "Habla el pueblo.", "Otro asunto."))
	res := find(t, e, search.Request{Query: term("Puebla"), Size: 10})
	if got := ids(res.Hits); len(got) != 3 || got[0] != "en-31" {
		t.Errorf("Puebla finds %v, want the English word first", got)
	}
}

func testConcepts(t *testing.T, open Opener) {
	t.Helper()
	r := told("c", "en", "Here the northern talks went on.", "They spoke of NT at length.", "Nothing of the kind.")
	for i, words := range []string{"northern talks", "NT"} {
		in := &r.Interventions[i]
		start := strings.Index(in.Text, words)
		in.Tags = corpus.Tags{{Kind: corpus.RCP, ID: "NT", Label: "Northern Talks", Evidence: []corpus.Evidence{
			{Start: start, End: start + len(words), Text: words, Via: "alias"},
		}}}
	}
	e := start(t, open, r)
	for _, tt := range []struct {
		of   query.Node
		want []string
	}{
		{term("NT"), []string{"c-2", "c-1"}},
		{query.Phrase{Text: "Northern Talks"}, []string{"c-1", "c-2"}},
	} {
		q := query.Concept{Of: tt.of, Field: "rcp", ID: "NT"}
		res := find(t, e, search.Request{Query: q, Size: 10})
		if diff := cmp.Diff(tt.want, ids(res.Hits)); diff != "" {
			t.Errorf("%v, the literal words first: -want +got\n%s", q, diff)
		}
		for _, h := range res.Hits {
			if len(h.Passages) == 0 || len(h.Passages[0].Marks) == 0 {
				t.Errorf("%v: nothing is marked in %s: %+v", q, h.ID, h.Passages)
			}
		}
	}
}

func testFacets(t *testing.T, open Opener) {
	t.Helper()
	r := told("f", "en", "one", "two", "three", "four")
	for i, name := range []string{"Émile", "Emma", "Zoe", "Zoe"} {
		r.Interventions[i].Speaker.Name = name
	}
	e := start(t, open, r)
	facet := func(prefix string, size int, f search.Filter) []search.Count {
		f.Field = "speaker"
		return find(t, e, search.Request{
			Filters: []search.Filter{f}, Facets: []search.FacetRequest{{Field: "speaker", Prefix: prefix, Size: size}},
		}).Facets["speaker"]
	}
	for _, tt := range []struct {
		name   string
		prefix string
		size   int
		filter search.Filter
		want   []search.Count
	}{
		{name: "the most frequent first", size: 2, want: []search.Count{{Value: "Zoe", Count: 2}, {Value: "Emma", Count: 1}}},
		{name: "without accents", prefix: "émi", size: 5, want: []search.Count{{Value: "Émile", Count: 1}}},
		{name: "none", size: 0},
		{
			name: "selected ones come in addition", size: 1, filter: search.Filter{Any: []string{"Emma", "Nobody"}},
			want: []search.Count{{Value: "Zoe", Count: 2}, {Value: "Emma", Count: 1, Selected: true}, {Value: "Nobody", Selected: true}},
		},
		{
			name: "and excluded ones", size: 1, prefix: "ém", filter: search.Filter{None: []string{"Zoe"}},
			want: []search.Count{{Value: "Zoe", Count: 2, Excluded: true}, {Value: "Emma", Count: 1}},
		},
	} {
		if diff := cmp.Diff(tt.want, facet(tt.prefix, tt.size, tt.filter), equal()); diff != "" {
			t.Errorf("%s: -want +got\n%s", tt.name, diff)
		}
	}
}

func testRefusals(t *testing.T, open Opener) {
	t.Helper()
	e := start(t, open, told("r", "en", "some words"))
	for _, tt := range []struct {
		file string
		req  search.Request
	}{
		{"size", search.Request{Size: -1}},
		{"size", search.Request{Size: search.MaxSize + 1}},
		{"sort", search.Request{Sort: "best"}},
		{"cursor", search.Request{Cursor: "rubbish"}},
		{"cursor", search.Request{Cursor: strings.Repeat("A", 5000)}},
		{"facets", search.Request{Facets: []search.FacetRequest{{Field: "nothing", Size: 1}}}},
		{"facets", search.Request{Facets: []search.FacetRequest{{Field: search.FieldText, Size: 1}}}},
		{"facets", search.Request{Facets: []search.FacetRequest{{Field: "rcp", Size: -1}}}},
		{"nothing", search.Request{Filters: []search.Filter{{Field: "nothing", Any: []string{"x"}}}}},
		{"rcp", search.Request{Filters: []search.Filter{{Field: "rcp", From: "2006"}}}},
		{"rcp", search.Request{Filters: []search.Filter{{Field: "rcp"}, {Field: "rcp"}}}},
	} {
		_, err := e.Search(t.Context(), tt.req)
		var known *corpus.Error
		if !errors.As(err, &known) || known.Code != corpus.Invalid || known.File != tt.file {
			t.Errorf("%+v: %v, want an Invalid about %s", tt.req, err, tt.file)
		}
	}
}

func testCursors(t *testing.T, open Opener) {
	t.Helper()
	w := newWorld(5)
	e := start(t, open)
	for range 6 {
		w.change(t, e)
	}
	for _, by := range []search.Sort{search.ByRelevance, search.ByDate, search.ByDateDesc} {
		for _, q := range []query.Node{nil, term(common[0])} {
			req := search.Request{Query: q, Sort: by, Size: 7}
			if !compare(t, e, w.truth, req, true) {
				t.Errorf("paging by %s over %v", by, q)
			}
		}
	}
	next := find(t, e, search.Request{Size: 1}).Next
	for _, req := range []search.Request{
		{Size: 1, Query: term(common[0])},
		{Size: 1, Sort: search.ByDate},
		{Size: 1, Filters: []search.Filter{{Field: "rcp", Any: []string{"RCM"}}}},
	} {
		req.Cursor = next
		_, err := e.Search(t.Context(), req)
		wantCode(t, "the cursor of another search", err, corpus.Invalid)
	}
}

func testDeadline(t *testing.T, open Opener) {
	t.Helper()
	e := start(t, open, told("d", "en", "some words"))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := e.Search(ctx, search.Request{Size: 1}); !errors.Is(err, context.Canceled) {
		t.Errorf("a search that nobody waits for: %v", err)
	}
	late, stop := context.WithDeadline(t.Context(), time.Now().Add(-time.Second))
	defer stop()
	_, err := e.Search(late, search.Request{Size: 1})
	wantCode(t, "a search out of time", err, corpus.Timeout)
	if err := e.Put(ctx, told("x", "en", "more words")); !errors.Is(err, context.Canceled) {
		t.Errorf("a put that nobody waits for: %v", err)
	}
}

// testAtomic searches while a report is replaced again and again: it is always
// there, and always whole.
func testAtomic(t *testing.T, open Opener) {
	t.Helper()
	e := start(t, open, told("a", "en", "even words", "even words"))
	var done atomic.Bool
	var readers sync.WaitGroup
	for range 2 {
		readers.Go(func() {
			for !done.Load() {
				if err := seesWhole(t.Context(), e); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	for i := range 20 {
		if i%2 == 0 {
			put(t, e, told("a", "en", "odd words", "odd words", "odd words"))
		} else {
			put(t, e, told("a", "en", "even words", "even words"))
		}
	}
	done.Store(true)
	readers.Wait()
}

func seesWhole(ctx context.Context, e search.Searcher) error {
	res, err := e.Search(ctx, search.Request{Query: term("words"), Size: 10})
	if err != nil {
		return err
	}
	if n := res.Total; n != 2 && n != 3 || n != len(res.Hits) || mixed(res.Hits) {
		return fmt.Errorf("a search saw half a report: %d, %v", n, res.Hits)
	}
	return nil
}

func mixed(hits []search.Hit) bool {
	return slices.ContainsFunc(hits, func(h search.Hit) bool {
		return len(h.Passages) == 0 || h.Passages[0].Text != hits[0].Passages[0].Text
	})
}
