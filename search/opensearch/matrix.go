package opensearch

import (
	"context"
	"slices"
	"strings"

	"briefsearch/search"
)

// maxCells is how many cells of a table are counted at once.
const maxCells = 20_000

// Matrix implements search.Explorer.
func (e *Engine) Matrix(ctx context.Context, req search.MatrixRequest) (m *search.Matrix, err error) {
	if err := req.Check(); err != nil {
		return nil, err
	}
	err = e.read(ctx, "count table", func(s *state) error {
		m, err = e.session(s, search.Request{Query: req.Query, Filters: req.Filters}).matrix(ctx, req)
		return err
	})
	return m, err
}

// matrix counts the values of both sides; then the cells of those that are shown.
func (s *session) matrix(ctx context.Context, req search.MatrixRequest) (*search.Matrix, error) {
	if err := s.prepare(ctx); err != nil {
		return nil, err
	}
	matching := s.matching(none)
	found, err := s.find(ctx, object{"size": 0, "query": matching, "aggs": object{
		"rows": object{"filter": everything(), "aggs": s.frequent(req.Rows, req.RowsSize)},
		"cols": object{"filter": everything(), "aggs": s.frequent(req.Cols, req.ColsSize)},
	}})
	if err != nil {
		return nil, err
	}
	m := &search.Matrix{Total: found.Hits.Total.Value}
	m.Rows = s.margin(found.Aggs["rows"], req.Rows, req.RowsSize)
	m.Cols = s.margin(found.Aggs["cols"], req.Cols, req.ColsSize)
	m.Cells = make([][]int, len(m.Rows))
	for i := range m.Cells {
		m.Cells[i] = make([]int, len(m.Cols))
	}
	if len(m.Rows)*len(m.Cols) == 0 {
		return m, nil
	}
	rows, cols := s.shown(req.Rows, m.Rows), s.shown(req.Cols, m.Cols)
	for some := range slices.Chunk(rows, max(1, maxCells/len(cols))) {
		if err := s.cells(ctx, matching, req, m, some, cols); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// margin is the most frequent values of one side.
func (s *session) margin(counts aggregation, field string, size int) []search.Count {
	own := search.FilterOn(s.req.Filters, field)
	var list []search.Count
	for value, n := range s.tally(field, counts.Inside, counts.Several) {
		list = append(list, search.Count{Value: value, Count: n, Selected: slices.Contains(own.Any, value)})
	}
	slices.SortFunc(list, search.MostFrequent)
	return list[:min(len(list), size)]
}

// shown is the keys of the values that are shown.
func (s *session) shown(field string, counts []search.Count) []string {
	list := make([]string, 0, len(counts))
	for _, c := range counts {
		list = append(list, c.Value)
	}
	return s.keysOf(field, list)
}

// cells counts some rows of a table.
func (s *session) cells(ctx context.Context, matching object, req search.MatrixRequest, m *search.Matrix, rows, cols []string) error {
	across := values(req.Rows, len(rows), rows)
	across["aggs"] = object{inside: values(req.Cols, len(cols), cols)}
	found, err := s.find(ctx, object{"size": 0, "query": matching, "aggs": object{"rows": across}})
	if err != nil {
		return err
	}
	place := func(counts []search.Count) map[string]int {
		at := make(map[string]int, len(counts))
		for i, c := range counts {
			at[c.Value] = i
		}
		return at
	}
	down, beside := place(m.Rows), place(m.Cols)
	for _, row := range found.Aggs["rows"].Buckets {
		i := down[s.valueOf(req.Rows, row.Key)]
		for _, col := range row.Inside.Buckets {
			m.Cells[i][beside[s.valueOf(req.Cols, col.Key)]] += col.Count
		}
	}
	return nil
}

// Timeline implements search.Explorer.
func (e *Engine) Timeline(ctx context.Context, req search.TimelineRequest) (line *search.Timeline, err error) {
	width, err := req.Width()
	if err != nil {
		return nil, err
	}
	err = e.read(ctx, "count by time", func(s *state) error {
		line, err = e.session(s, search.Request{Query: req.Query, Filters: req.Filters}).timeline(ctx, width)
		return err
	})
	return line, err
}

func (s *session) timeline(ctx context.Context, width int) (*search.Timeline, error) {
	if err := s.prepare(ctx); err != nil {
		return nil, err
	}
	found, err := s.find(ctx, object{
		"size": 0, "query": s.matching(none), "aggs": object{"days": values(search.FieldDate, maxValues, nil)},
	})
	if err != nil {
		return nil, err
	}
	line := &search.Timeline{Total: found.Hits.Total.Value}
	line.Undated = line.Total
	steps := make(map[string]int)
	for _, b := range found.Aggs["days"].Buckets {
		steps[b.Key[:min(len(b.Key), width)]] += b.Count
		line.Undated -= b.Count
	}
	for start, n := range steps {
		line.Steps = append(line.Steps, search.Step{Start: start, Count: n})
	}
	slices.SortFunc(line.Steps, func(a, b search.Step) int { return strings.Compare(a.Start, b.Start) })
	return line, nil
}
