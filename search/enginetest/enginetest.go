// Package enginetest holds every engine to one behaviour.
//
// In: a function that opens the engine. Out: tests that pass or fail. What is
// exact by the contract of package search (which interventions match, what is
// counted, in which order pages follow) is compared with an oracle: plain Go over
// the reports, slow and obviously right. What engines may do in their own way
// (scores, the choice of a passage) is tested for what it promises.
package enginetest

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"briefsearch/corpus"
	"briefsearch/search"
)

// Opener opens the engine whose data is in a folder, and makes it when the
// folder is not there.
type Opener func(t *testing.T, dir string) search.Engine

// Run holds an engine to the behaviour that package search promises.
func Run(t *testing.T, open Opener) {
	t.Helper()
	run(t, open, 1)
}

// RunRemote is Run for an engine that is asked over a network: every promise, and one
// in ten of the random requests.
func RunRemote(t *testing.T, open Opener) {
	t.Helper()
	run(t, open, 10)
}

func run(t *testing.T, open Opener, oneIn int) {
	t.Helper()
	for _, tt := range []struct {
		name string
		run  func(*testing.T, Opener)
	}{
		{"empty", testEmpty},
		{"store", testStore},
		{"replace", testReplace},
		{"reopen", testReopen},
		{"words", testWords},
		{"languages", testLanguages},
		{"a language of few texts", testFewTexts},
		{"concepts", testConcepts},
		{"passages", testPassages},
		{"sections", testSections},
		{"facets", testFacets},
		{"people", testPeople},
		{"forms", testForms},
		{"refusals", testRefusals},
		{"cursors", testCursors},
		{"deadline", testDeadline},
		{"readers beside a writer", testAtomic},
		{"oracle", func(t *testing.T, open Opener) { t.Helper(); testOracle(t, open, oneIn) }},
		{"tables, timelines and groups", func(t *testing.T, open Opener) { t.Helper(); testExplore(t, open, oneIn) }},
		{"refusals of an explorer", testExploreRefusals},
		{"similar", testSimilar},
		{"suggestions", testSuggest},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Helper()
			tt.run(t, open)
		})
	}
}

// equal compares what was put with what came back: nil and empty lists are one,
// and geometry may be rounded.
func equal() cmp.Options {
	return cmp.Options{cmpopts.EquateEmpty(), cmpopts.EquateApprox(0, 0.01), cmp.Comparer(func(a, b time.Time) bool { return a.Equal(b) })}
}

// start opens an engine on an empty folder and puts reports.
func start(t *testing.T, open Opener, reports ...*corpus.Report) search.Engine {
	t.Helper()
	e := open(t, t.TempDir()+"/index")
	t.Cleanup(func() {
		if err := e.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	put(t, e, reports...)
	return e
}

func put(t *testing.T, e search.Writer, reports ...*corpus.Report) {
	t.Helper()
	for _, r := range reports {
		if err := e.Put(t.Context(), r); err != nil {
			t.Fatalf("put %s: %v", r.ID, err)
		}
	}
}

func find(t *testing.T, e search.Searcher, req search.Request) *search.Result {
	t.Helper()
	res, err := e.Search(t.Context(), req)
	if err != nil {
		t.Fatalf("search %v: %v", req.Query, err)
	}
	return res
}

func ids(hits []search.Hit) []string {
	out := make([]string, 0, len(hits))
	for _, h := range hits {
		out = append(out, string(h.ID))
	}
	return out
}

func wantCode(t *testing.T, what string, err error, want corpus.Code) {
	t.Helper()
	if corpus.CodeOf(err) != want {
		t.Errorf("%s: %v has code %q, want %q", what, err, corpus.CodeOf(err), want)
	}
}

func testEmpty(t *testing.T, open Opener) {
	t.Helper()
	e := start(t, open)
	ctx := t.Context()
	res := find(t, e, search.Request{Size: 10, Facets: []search.FacetRequest{{Field: "rcp", Size: 5}}})
	if res.Total != 0 || res.TotalReports != 0 || len(res.Hits) != 0 || len(res.Facets["rcp"]) != 0 || res.Next != "" {
		t.Errorf("an empty index answers %+v", res)
	}
	if reports, total, err := e.Reports(ctx, "", 10); err != nil || len(reports) != 0 || total != 0 {
		t.Errorf("reports of an empty index: %v, %d, %v", reports, total, err)
	}
	if sources, err := e.Sources(ctx); err != nil || len(sources) != 0 {
		t.Errorf("sources of an empty index: %v, %v", sources, err)
	}
	stats, err := e.Stats(ctx)
	if err != nil || stats.Reports != 0 || stats.Interventions != 0 || stats.Schema != search.SchemaVersion {
		t.Errorf("stats of an empty index: %+v, %v", stats, err)
	}
	if err := e.Delete(ctx, "nothing"); err != nil {
		t.Errorf("delete what is not there: %v", err)
	}
}

func testStore(t *testing.T, open Opener) {
	t.Helper()
	w := newWorld(1)
	older, newer, undated := w.report("older"), w.report("newer"), w.report("undated")
	older.Date, newer.Date, undated.Date = "2004", "2006-06-20", ""
	older.Sections = []corpus.Section{{Title: "Background", Page: 2, Text: "How it began.\n\nAnd went on."}}
	e := start(t, open, older, undated, newer)
	ctx := t.Context()
	checkStored(ctx, t, e, older)
	checkStored(ctx, t, e, newer)

	checkListed(t, e, newer.ID, older.ID, undated.ID)
	sources, err := e.Sources(ctx)
	if err != nil {
		t.Fatal(err)
	}
	want := map[corpus.ReportID]corpus.Source{older.ID: older.Source, newer.ID: newer.Source, undated.ID: undated.Source}
	if diff := cmp.Diff(want, sources, equal()); diff != "" {
		t.Errorf("sources: -want +got\n%s", diff)
	}
	_, err = e.Report(ctx, "nothing")
	wantCode(t, "report", err, corpus.NotFound)
	_, err = e.Sections(ctx, "nothing")
	wantCode(t, "sections", err, corpus.NotFound)
	for _, id := range []corpus.InterventionID{"nothing", "", corpus.InterventionID(older.ID), search.SectionID(older.ID, 1)} {
		_, err = e.Intervention(ctx, id)
		wantCode(t, "intervention", err, corpus.NotFound)
	}
}

// checkStored compares a report and its interventions with what is stored.
func checkStored(ctx context.Context, t *testing.T, e search.Store, want *corpus.Report) {
	t.Helper()
	got, err := e.Report(ctx, want.ID)
	if err != nil {
		t.Fatal(err)
	}
	outline := *want
	outline.Interventions = nil
	for _, in := range want.Interventions {
		in.Words = len(search.FoldedWords(in.Text))
		in.Text, in.Lines, in.Tags = "", nil, nil
		outline.Interventions = append(outline.Interventions, in)
	}
	outline.Sections = nil
	for _, s := range want.Sections {
		outline.Sections = append(outline.Sections, corpus.Section{Title: s.Title, Page: s.Page})
	}
	if diff := cmp.Diff(&outline, got, equal()); diff != "" {
		t.Errorf("report %s: -want +got\n%s", want.ID, diff)
	}
	sections, err := e.Sections(ctx, want.ID)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want.Sections, sections, equal()); diff != "" {
		t.Errorf("sections of %s: -want +got\n%s", want.ID, diff)
	}
	for i := range want.Interventions {
		in := &want.Interventions[i]
		turn, err := e.Intervention(ctx, in.ID)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(in, turn.Intervention, equal()); diff != "" {
			t.Errorf("intervention %s: -want +got\n%s", in.ID, diff)
		}
		if turn.Report.ID != want.ID || turn.Report.Title != want.Title || turn.Report.Source.SHA256 != want.Source.SHA256 {
			t.Errorf("intervention %s is of report %+v", in.ID, turn.Report)
		}
		checkNeighbour(t, want, i-1, turn.Previous)
		checkNeighbour(t, want, i+1, turn.Next)
	}
	checkTogether(ctx, t, e, want)
}

// checkTogether reads the interventions of a report at once, from the last to the
// first.
func checkTogether(ctx context.Context, t *testing.T, e search.Store, want *corpus.Report) {
	t.Helper()
	ids := []corpus.InterventionID{"nowhere"}
	var alone []*search.Turn
	for i := range slices.Backward(want.Interventions) {
		turn, err := e.Intervention(ctx, want.Interventions[i].ID)
		if err != nil {
			t.Fatal(err)
		}
		turn.Previous, turn.Next = nil, nil
		ids, alone = append(ids, turn.Intervention.ID), append(alone, turn)
	}
	together, err := e.Interventions(ctx, ids)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(alone, together, equal()); diff != "" {
		t.Errorf("interventions of %s, each and all: -each +all\n%s", want.ID, diff)
	}
}

func checkNeighbour(t *testing.T, r *corpus.Report, at int, got *search.Neighbour) {
	t.Helper()
	if at < 0 || at >= len(r.Interventions) {
		if got != nil {
			t.Errorf("there is a neighbour %+v beyond the end of the report", got)
		}
		return
	}
	want := r.Interventions[at]
	if got == nil || got.ID != want.ID || got.Speaker.Name != want.Speaker.Name {
		t.Errorf("neighbour %+v, want %s by %s", got, want.ID, want.Speaker.Name)
	}
}

func testReplace(t *testing.T, open Opener) {
	t.Helper()
	w := newWorld(2)
	first, other := w.report("same"), w.report("other")
	second := w.report("same")
	e := start(t, open, first, other, second)
	ctx := t.Context()
	checkStored(ctx, t, e, second)
	total := len(second.Interventions) + len(other.Interventions)
	if res := find(t, e, search.Request{}); res.Total != total || res.TotalReports != 2 {
		t.Errorf("%d interventions of %d reports, want %d of 2", res.Total, res.TotalReports, total)
	}
	kept := map[corpus.InterventionID]bool{}
	for _, in := range second.Interventions {
		kept[in.ID] = true
	}
	for _, in := range first.Interventions {
		if _, err := e.Intervention(ctx, in.ID); !kept[in.ID] && corpus.CodeOf(err) != corpus.NotFound {
			t.Errorf("intervention %s was replaced and is still there: %v", in.ID, err)
		}
	}
	for range 2 {
		if err := e.Delete(ctx, other.ID); err != nil {
			t.Fatal(err)
		}
	}
	stats, err := e.Stats(ctx)
	if err != nil || stats.Reports != 1 || stats.Interventions != len(second.Interventions) || stats.Bytes <= 0 {
		t.Errorf("stats %+v, %v", stats, err)
	}
	wantCode(t, "a report without an id", e.Put(ctx, &corpus.Report{}), corpus.Invalid)
	twice := w.report("twice")
	twice.Interventions = append(twice.Interventions, twice.Interventions[0])
	wantCode(t, "an intervention twice", e.Put(ctx, twice), corpus.Invalid)
	if res := find(t, e, search.Request{}); res.TotalReports != 1 {
		t.Errorf("what was refused is there: %d reports", res.TotalReports)
	}
	empty := &corpus.Report{ID: "empty", Title: "Nobody spoke"}
	put(t, e, empty)
	checkStored(ctx, t, e, empty)
}

func testReopen(t *testing.T, open Opener) {
	t.Helper()
	w := newWorld(3)
	a, b := w.report("a"), w.report("b")
	dir := t.TempDir() + "/index"
	e := open(t, dir)
	put(t, e, a, b)
	req := search.Request{Size: 50, Facets: []search.FacetRequest{{Field: "country", Size: 50}}}
	before := find(t, e, req)
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	e = open(t, dir)
	after := find(t, e, req)
	if diff := cmp.Diff(before, after, cmpopts.IgnoreFields(search.Result{}, "Took")); diff != "" {
		t.Errorf("after opening again: -before +after\n%s", diff)
	}
	checkStored(t.Context(), t, e, a)
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	_, err := e.Search(t.Context(), search.Request{})
	wantCode(t, "a search after Close", err, corpus.Unavailable)
}

// checkListed lists all reports, one page after the other.
func checkListed(t *testing.T, e search.Store, want ...corpus.ReportID) {
	t.Helper()
	for size := 1; size <= len(want)+1; size++ {
		if diff := cmp.Diff(want, listed(t, e, size, len(want))); diff != "" {
			t.Errorf("reports, the newest first, %d at once: -want +got\n%s", size, diff)
		}
	}
	_, _, err := e.Reports(t.Context(), "nothing", 1)
	wantCode(t, "list behind a report that is not there", err, corpus.NotFound)
}

// listed is all reports, so many at once.
func listed(t *testing.T, e search.Store, size, want int) (ids []corpus.ReportID) {
	t.Helper()
	for after := corpus.ReportID(""); ; after = ids[len(ids)-1] {
		page, total, err := e.Reports(t.Context(), after, size)
		if err != nil || total != want {
			t.Fatalf("%d reports behind %q: %d in all, %v", size, after, total, err)
		}
		if len(page) == 0 {
			return ids
		}
		for _, r := range page {
			if ids = append(ids, r.ID); len(r.Interventions) != 0 {
				t.Errorf("the head of %s has interventions", r.ID)
			}
		}
	}
}
