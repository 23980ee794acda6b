package web_test

import (
	"context"
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/search/query"
)

// The fake is an Explorer, too.
var _ search.Explorer = (*fake)(nil)

func (f *fake) Matrix(_ context.Context, req search.MatrixRequest) (*search.Matrix, error) {
	if f.fail != nil {
		return nil, f.fail
	}
	r := search.Request{Query: req.Query, Filters: req.Filters}
	m := &search.Matrix{
		Rows: f.counts(r, search.FacetRequest{Field: req.Rows, Size: req.RowsSize}),
		Cols: f.counts(r, search.FacetRequest{Field: req.Cols, Size: req.ColsSize}),
	}
	hits := f.matching(r, "")
	m.Total = len(hits)
	for _, row := range m.Rows {
		cells := make([]int, len(m.Cols))
		for i, col := range m.Cols {
			for _, h := range hits {
				if slices.Contains(h.values(req.Rows), row.Value) && slices.Contains(h.values(req.Cols), col.Value) {
					cells[i]++
				}
			}
		}
		m.Cells = append(m.Cells, cells)
	}
	return m, nil
}

func (f *fake) Timeline(_ context.Context, req search.TimelineRequest) (*search.Timeline, error) {
	if f.fail != nil {
		return nil, f.fail
	}
	t := &search.Timeline{}
	n := make(map[string]int)
	for _, h := range f.matching(search.Request{Query: req.Query, Filters: req.Filters}, "") {
		t.Total++
		start := h.report.Date.First()
		switch {
		case start == "":
			t.Undated++
		case req.Unit == search.ByMonth:
			n[start[:7]]++
		default:
			n[start[:4]]++
		}
	}
	for start, count := range n {
		t.Steps = append(t.Steps, search.Step{Start: start, Count: count})
	}
	slices.SortFunc(t.Steps, func(a, b search.Step) int { return strings.Compare(a.Start, b.Start) })
	return t, nil
}

func (f *fake) Similar(_ context.Context, id corpus.InterventionID, size int) ([]search.Hit, error) {
	var out []search.Hit
	for _, h := range f.matching(search.Request{}, "") {
		if h.in.ID != id && len(out) < size && len(h.in.Tags.IDs(corpus.Theme)) > 0 {
			out = append(out, h.hit(query.Term{Text: "remittances"}))
		}
	}
	return out, f.fail
}

func (f *fake) Suggest(_ context.Context, typed string, size int) ([]search.Suggestion, error) {
	if f.fail != nil {
		return nil, f.fail
	}
	var out []search.Suggestion
	for _, field := range []string{"rcp", "country", search.FieldSpeaker, "theme"} {
		for _, c := range f.counts(search.Request{}, search.FacetRequest{Field: field, Prefix: typed, Size: size}) {
			asked := query.Field{Name: field, Value: c.Value}
			out = append(out, search.Suggestion{Field: field, Value: c.Value, Label: c.Value, Count: c.Count, Query: asked.String()})
		}
	}
	return out[:min(len(out), size)], nil
}
