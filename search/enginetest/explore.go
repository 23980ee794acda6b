package enginetest

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/search/query"
)

// explorer skips an engine that is none.
func explorer(t *testing.T, e search.Engine) search.Explorer {
	t.Helper()
	x, ok := e.(search.Explorer)
	if !ok {
		t.Skip("the engine is no search.Explorer")
	}
	return x
}

// testExplore compares tables, timelines and groups with the oracle.
func testExplore(t *testing.T, open Opener, oneIn int) {
	t.Helper()
	rounds, perRound := 5, 80
	if full() {
		rounds, perRound = 50, 200 // ten thousand requests
	}
	w := newWorld(21)
	e := start(t, open)
	x := explorer(t, e)
	var facets []string
	for _, f := range search.Fields() {
		if f.Facet {
			facets = append(facets, f.Name)
		}
	}
	for range rounds {
		w.change(t, e)
		for range perRound / oneIn {
			req := w.request()
			req.Sections = false // tables count interventions
			hits := w.truth.hits(req)
			sides := w.some(facets, len(facets))
			for len(sides) < 2 {
				sides = w.some(facets, len(facets))
			}
			checkMatrix(t, x, req, hits, sides[0], sides[1], 1+w.IntN(40))
			checkTimeline(t, x, req, hits, one(w, []search.Unit{"", search.ByYear, search.ByMonth}))
			checkGroups(t, e, req, hits)
			if t.Failed() {
				t.Fatalf("%v %+v", req.Query, req)
			}
		}
	}
}

// hits are the documents that match a request.
func (o oracle) hits(req search.Request) []document {
	return slices.DeleteFunc(o.documents(), func(d document) bool {
		return d.section != req.Sections || !d.holds(req.Query) || !d.passesAllBut(req.Filters, "")
	})
}

// margin is the most frequent values of a field.
func margin(hits []document, field string, size int) []string {
	counts := make(map[string]int)
	for _, d := range hits {
		for _, v := range d.values(field) {
			counts[v]++
		}
	}
	var values []string
	for v := range counts {
		values = append(values, v)
	}
	slices.SortFunc(values, func(a, b string) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), strings.Compare(a, b)) })
	return values[:min(len(values), size)]
}

func values(counts []search.Count) []string {
	var out []string
	for _, c := range counts {
		out = append(out, c.Value)
	}
	return out
}

func checkMatrix(t *testing.T, x search.Explorer, req search.Request, hits []document, rows, cols string, size int) {
	t.Helper()
	m, err := x.Matrix(t.Context(), search.MatrixRequest{
		Query: req.Query, Filters: req.Filters, Rows: rows, Cols: cols, RowsSize: size, ColsSize: size,
	})
	if err != nil {
		t.Fatal(err)
	}
	if m.Total != len(hits) {
		t.Errorf("a table of %d hits, want %d", m.Total, len(hits))
	}
	wantRows, wantCols := margin(hits, rows, size), margin(hits, cols, size)
	if diff := gocmp.Diff([][]string{wantRows, wantCols}, [][]string{values(m.Rows), values(m.Cols)}, equal()); diff != "" {
		t.Errorf("%s by %s: -want +got\n%s", rows, cols, diff)
		return
	}
	want := make([][]int, len(wantRows))
	for i, row := range wantRows {
		for _, col := range wantCols {
			want[i] = append(want[i], both(hits, rows, row, cols, col))
		}
	}
	if diff := gocmp.Diff(want, m.Cells, equal()); diff != "" {
		t.Errorf("%s by %s: -want +got\n%s", rows, cols, diff)
	}
}

// both is how many documents have two values.
func both(hits []document, rows, row, cols, col string) int {
	n := 0
	for _, d := range hits {
		if slices.Contains(d.values(rows), row) && slices.Contains(d.values(cols), col) {
			n++
		}
	}
	return n
}

func checkTimeline(t *testing.T, x search.Explorer, req search.Request, hits []document, unit search.Unit) {
	t.Helper()
	line, err := x.Timeline(t.Context(), search.TimelineRequest{Query: req.Query, Filters: req.Filters, Unit: unit})
	if err != nil {
		t.Fatal(err)
	}
	width := len("2006")
	if unit == search.ByMonth {
		width = len("2006-01")
	}
	want, undated := make(map[string]int), 0
	for _, d := range hits {
		if first := d.report.Date.First(); first == "" {
			undated++
		} else {
			want[first[:width]]++
		}
	}
	got := make(map[string]int)
	for _, s := range line.Steps {
		got[s.Start] = s.Count
	}
	inOrder := slices.IsSortedFunc(line.Steps, func(a, b search.Step) int { return strings.Compare(a.Start, b.Start) })
	if diff := gocmp.Diff(want, got); diff != "" || line.Total != len(hits) || line.Undated != undated || !inOrder {
		t.Errorf("by %s: %+v, want %d hits, %d undated, -want +got\n%s", unit, line, len(hits), undated, diff)
	}
}

// checkGroups asks for the best hit of each report.
func checkGroups(t *testing.T, e search.Searcher, req search.Request, hits []document) {
	t.Helper()
	all := make(map[corpus.ReportID]int)
	for _, d := range hits {
		all[d.report.ID]++
	}
	req.PerReport, req.Size, req.Facets, req.Cursor = true, 7, nil, ""
	got := make(map[corpus.ReportID]int)
	for {
		res := find(t, e, req)
		if res.Total != len(hits) {
			t.Errorf("by report: %d hits, want %d", res.Total, len(hits))
		}
		for _, h := range res.Hits {
			if _, ok := got[h.Report.ID]; ok {
				t.Errorf("report %s twice", h.Report.ID)
			}
			got[h.Report.ID] = h.InReport
		}
		if req.Cursor = res.Next; req.Cursor == "" {
			break
		}
	}
	if diff := gocmp.Diff(all, got); diff != "" {
		t.Errorf("by report: -want +got\n%s", diff)
	}
}

// testSimilar wants what shares rare words and tags before what shares common
// ones.
func testSimilar(t *testing.T, open Opener) {
	t.Helper()
	r := told("s", "en",
		"Seasonal herding permits and pasture were discussed at the meeting.",
		"The meeting heard of pasture and of permits for herding.",
		"The meeting ended.", "Fish and boats.", "Boats and harbours, without any of it.")
	r.Interventions[0].Tags = corpus.Tags{{Kind: corpus.Theme, ID: "herding"}}
	r.Interventions[3].Tags = corpus.Tags{{Kind: corpus.Theme, ID: "herding"}}
	other := told("o", "fr", "Rien de tel.", "Pasture, herding permits: once more by the same.")
	other.Interventions[0].Tags = corpus.Tags{{Kind: corpus.Theme, ID: "herding"}}
	r.Interventions[0].Speaker = corpus.Speaker{Name: "Ada Brook", Country: "FJ"}
	other.Interventions[1].Speaker = corpus.Speaker{Name: "Brook", Country: "FJ"}
	e := start(t, open, r, other)
	x := explorer(t, e)
	hits, err := x.Similar(t.Context(), "s-1", 10)
	if err != nil {
		t.Fatal(err)
	}
	got := ids(hits)
	if len(got) < 3 || got[0] != "s-2" || slices.Contains(got, "s-1") || slices.Contains(got, "s-5") || slices.Contains(got, "o-2") || !slices.Contains(got, "o-1") {
		t.Errorf("like s-1: %v", got)
	}
	if len(hits) > 0 && (len(hits[0].Passages) == 0 || len(hits[0].Passages[0].Marks) == 0) {
		t.Errorf("nothing is marked: %+v", hits[0])
	}
	_, err = x.Similar(t.Context(), "nothing", 10)
	wantCode(t, "like what is not there", err, corpus.NotFound)
	_, err = x.Similar(t.Context(), "s-1", -1)
	wantCode(t, "a negative size", err, corpus.Invalid)
}

func testSuggest(t *testing.T, open Opener) {
	t.Helper()
	r := told("g", "en", "Remittances were praised.", "Remittances, and remand.", "Nothing.")
	for i, name := range []string{"José Guzmán", "Ana Guzmán", "José Guzmán"} {
		r.Interventions[i].Speaker.Name = name
	}
	r.Interventions[2].Tags = corpus.Tags{{Kind: corpus.Country, ID: "ID"}}
	named := told("n", "en", "Nothing: penguins.", "Nothing.", "Nothing.", "Nothing: a penguin.")
	for i, tags := range []corpus.Tags{
		{{Kind: corpus.Country, ID: "JO"}}, {{Kind: corpus.Country, ID: "JO"}, {Kind: corpus.Country, ID: "PE"}}, {{Kind: corpus.Country, ID: "TT"}}, {{Kind: corpus.Theme, ID: "trafficking"}},
	} {
		named.Interventions[i].Tags = tags
	}
	e := start(t, open, r, named)
	x := explorer(t, e)
	for _, tt := range []struct {
		typed string
		want  []string // field, value, count and query
	}{
		// The beginning of a label comes before one within, and both leave out other
		// names: Transjordan, however frequent.
		{"tri", []string{"country TT 1 country:TT"}},
		{"tr", []string{"country TT 1 country:TT", "theme trafficking 1 theme:trafficking"}},
		{"transj", []string{"country JO 2 country:JO"}},
		// A name that all the words begin leaves out those that the last one does.
		{"trafficking in per", []string{"theme trafficking 1 theme:trafficking"}},
		{"peng", []string{"word penguin 2 penguin"}}, // one of the forms of a word
		{"guz", []string{`speaker José Guzmán 2 speaker:"José Guzmán"`, `speaker Ana Guzmán 1 speaker:"Ana Guzmán"`}},
		{"praise of jose g", []string{`speaker José Guzmán 2 praise of speaker:"José Guzmán"`}},
		{"indon", []string{"country ID 1 country:ID"}},
		{"speaker:an", []string{`speaker Ana Guzmán 1 speaker:"Ana Guzmán"`}},
		{"the rem", []string{"word remittances 2 the remittances", "word remand 1 the remand"}},
		{"xyz", nil},
		{"", nil},
		{`"(*`, nil},
	} {
		list, err := x.Suggest(t.Context(), tt.typed, 5)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range list {
			got = append(got, strings.Join([]string{s.Field, s.Value, strconv.Itoa(s.Count), s.Query}, " "))
		}
		if diff := gocmp.Diff(tt.want, got, equal()); diff != "" {
			t.Errorf("%q: -want +got\n%s", tt.typed, diff)
		}
	}
	_, err := x.Suggest(t.Context(), "a", 1000)
	wantCode(t, "too many suggestions", err, corpus.Invalid)
}

func testExploreRefusals(t *testing.T, open Opener) {
	t.Helper()
	x := explorer(t, start(t, open))
	for _, req := range []search.MatrixRequest{
		{Rows: "nothing", Cols: "rcp", RowsSize: 1, ColsSize: 1},
		{Rows: "rcp", Cols: "rcp", RowsSize: 1, ColsSize: 1},
		{Rows: "rcp", Cols: "theme", RowsSize: 0, ColsSize: 1},
		{Rows: "rcp", Cols: "theme", RowsSize: 1, ColsSize: search.MaxMatrix + 1},
		{Rows: "rcp", Cols: "theme", RowsSize: 1, ColsSize: 1, Filters: []search.Filter{{Field: "nothing"}}},
	} {
		_, err := x.Matrix(t.Context(), req)
		wantCode(t, "a table that makes no sense", err, corpus.Invalid)
	}
	_, err := x.Timeline(t.Context(), search.TimelineRequest{Unit: "week"})
	wantCode(t, "an unknown unit", err, corpus.Invalid)
	line, err := x.Timeline(t.Context(), search.TimelineRequest{Query: query.Term{Text: "x"}})
	if err != nil || line.Total != 0 || len(line.Steps) != 0 {
		t.Errorf("an empty timeline: %+v, %v", line, err)
	}
}
