package bleve

import (
	"context"
	"slices"
	"strings"

	"briefsearch/search"
)

var _ search.Explorer = (*Engine)(nil)

// Matrix implements search.Explorer.
func (e *Engine) Matrix(ctx context.Context, req search.MatrixRequest) (m *search.Matrix, err error) {
	if err := req.Check(); err != nil {
		return nil, err
	}
	sides := []side{{field: req.Rows, size: req.RowsSize, at: e.columns.at[req.Rows]}, {field: req.Cols, size: req.ColsSize, at: e.columns.at[req.Cols]}}
	err = e.read(ctx, "count table", func(v *view) error {
		m, err = e.session(ctx, v, search.Request{Query: req.Query, Filters: req.Filters}).matrix(sides)
		return err
	})
	return m, err
}

// side is the rows or the columns of a table.
type side struct {
	field string
	size  int
	at    int     // of the field
	place []int32 // of an ordinal: 1 + row or column, or 0 when it has none
	chose []search.Count
}

// batch is hits of one segment.
type batch struct {
	cols *columns
	docs []uint32
}

// matrix finds the hits and counts the values of both sides; then, over the hits
// it kept, it counts the cells of the values that are shown.
func (s *session) matrix(sides []side) (*search.Matrix, error) {
	filters := s.filters(s.view, s.req.Filters)
	c := s.collector(s.view, filters, nil, top{by: search.ByRelevance})
	defer c.release()
	for _, side := range sides {
		c.countAlso(side.at)
	}
	var hits []batch
	c.each = func(cols *columns, docs []uint32) { hits = append(hits, batch{cols, slices.Clone(docs)}) }
	if err := s.collect(c); err != nil {
		return nil, err
	}
	for i := range sides {
		sides[i].choose(c, s.req.Filters)
	}
	rows, cols := &sides[0], &sides[1]
	m := &search.Matrix{Total: c.total, Rows: rows.chose, Cols: cols.chose, Cells: make([][]int, len(rows.chose))}
	for i := range m.Cells {
		m.Cells[i] = make([]int, len(cols.chose))
	}
	for _, b := range hits {
		if err := s.ctx.Err(); err != nil {
			return nil, err
		}
		b.cells(rows, cols, m.Cells)
	}
	return m, nil
}

func (b batch) cells(rows, cols *side, cells [][]int) {
	across, down := &b.cols.fields[cols.at], &b.cols.fields[rows.at]
	var at, beside []uint32
	for _, doc := range b.docs {
		at, beside = down.of(doc, at[:0]), across.of(doc, beside[:0])
		for _, o := range at {
			row := rows.place[o]
			if row == 0 {
				continue
			}
			for _, p := range beside {
				if col := cols.place[p]; col > 0 {
					cells[row-1][col-1]++
				}
			}
		}
	}
}

// choose takes the most frequent values. Only hits are counted here, so the
// filter on the side's own field holds as well.
func (s *side) choose(c *collector, filters []search.Filter) {
	own := search.FilterOn(filters, s.field)
	values := c.view.values[s.at]
	s.place = make([]int32, len(values))
	for o, n := range c.counts[s.at] {
		if n == 0 {
			continue
		}
		value := values[o]
		s.chose = append(s.chose, search.Count{Value: value, Count: int(n), Selected: slices.Contains(own.Any, value)})
	}
	slices.SortFunc(s.chose, search.MostFrequent)
	s.chose = s.chose[:min(len(s.chose), s.size)]
	where := make(map[string]int32, len(s.chose))
	for i, k := range s.chose {
		where[k.Value] = int32(i + 1) // #nosec G115 -- at most MaxMatrix
	}
	for o := range s.place {
		if c.counts[s.at][c.view.first(s.at, uint32(o))] > 0 { // #nosec G115 -- as in the dictionary
			s.place[o] = where[values[o]]
		}
	}
}

// countAlso counts a field that is no facet of the request. A filter on it does
// not add to its counts: those of the hits alone are wanted.
func (c *collector) countAlso(at int) {
	c.countField(at)
	c.hitsOnly = true
}

// Timeline implements search.Explorer.
func (e *Engine) Timeline(ctx context.Context, req search.TimelineRequest) (line *search.Timeline, err error) {
	width, err := req.Width()
	if err != nil {
		return nil, err
	}
	err = e.read(ctx, "count by time", func(v *view) error {
		line, err = e.session(ctx, v, search.Request{Query: req.Query, Filters: req.Filters}).timeline(width)
		return err
	})
	return line, err
}

func (s *session) timeline(width int) (*search.Timeline, error) {
	filters := s.filters(s.view, s.req.Filters)
	c := s.collector(s.view, filters, nil, top{by: search.ByRelevance})
	defer c.release()
	c.countAlso(c.date)
	if err := s.collect(c); err != nil {
		return nil, err
	}
	line := &search.Timeline{Total: c.total, Undated: c.total}
	steps := make(map[string]int)
	for o, n := range c.counts[c.date] {
		if day := s.view.values[c.date][o]; n > 0 {
			steps[day[:min(len(day), width)]] += int(n)
			line.Undated -= int(n)
		}
	}
	for start, n := range steps {
		line.Steps = append(line.Steps, search.Step{Start: start, Count: n})
	}
	slices.SortFunc(line.Steps, func(a, b search.Step) int { return strings.Compare(a.Start, b.Start) })
	return line, nil
}
