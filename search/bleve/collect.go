package bleve

import (
	"context"

	"briefsearch/search"
)

// collector takes the matches of a request one by one, tests the filters, counts
// the facets and keeps the best.
//
// Facets are counted in the same pass, although each ignores the filter on its
// own field: a match that no filter refuses is a hit and counts everywhere; one
// that a single filter refuses counts in the facet of that filter alone.
type collector struct {
	view    *view
	fields  []search.Field
	filters []filter
	counted []int      // the fields that are counted
	counts  [][]uint32 // by field, then by ordinal; nil when not counted
	report  int        // the field of reports
	date    int        // the field of dates
	reports bits
	top     top

	total, totalReports int
}

func (e *Engine) collector(v *view, filters []filter, facets []search.FacetRequest, t top) *collector {
	c := &collector{
		view: v, fields: e.keywords, filters: filters, top: t,
		report: e.columns.at[search.FieldReport], date: e.columns.at[search.FieldDate],
		counts: make([][]uint32, len(e.keywords)),
	}
	c.reports = newBits(len(v.values[c.report]))
	for _, f := range facets {
		at := e.columns.at[f.Field]
		if c.counts[at] == nil {
			c.counts[at] = make([]uint32, len(v.values[at]))
			c.counted = append(c.counted, at)
		}
	}
	return c
}

// checkEvery is after how many matches the deadline is looked at.
const checkEvery = 1024

// collect walks the matches of one segment in the texts of one analyser.
func (c *collector) collect(ctx context.Context, seg int, analyser uint8, m matcher) error {
	cols := c.view.segments[seg].columns
	seen := 0
	for doc := m.seek(0); doc != none; doc = m.seek(doc + 1) {
		if seen++; seen%checkEvery == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
		}
		if cols.analyser[doc] == analyser {
			c.take(seg, cols, doc, m)
		}
	}
	return nil
}

func (c *collector) take(seg int, cols *columns, doc uint32, m matcher) {
	refused, hit := c.test(cols, doc)
	if !hit {
		if refused >= 0 {
			c.count(refused, cols, doc)
		}
		return
	}
	c.total++
	for _, o := range cols.fields[c.report].of(doc) {
		if c.reports.addNew(o) {
			c.totalReports++
		}
	}
	for _, at := range c.counted {
		c.count(at, cols, doc)
	}
	c.offer(seg, cols, doc, m)
}

// test says whether a document passes all filters, and if not, which field alone
// refuses it; -1 when more than one does.
func (c *collector) test(cols *columns, doc uint32) (refused int, hit bool) {
	refused = -1
	for i := range c.filters {
		f := &c.filters[i]
		if f.holds(cols.fields[f.field].of(doc)) {
			continue
		}
		if refused >= 0 {
			return -1, false
		}
		refused = f.field
	}
	return refused, refused < 0
}

func (c *collector) count(field int, cols *columns, doc uint32) {
	counts := c.counts[field]
	if counts == nil {
		return
	}
	for _, o := range cols.fields[field].of(doc) {
		counts[o]++
	}
}

func (c *collector) offer(seg int, cols *columns, doc uint32, m matcher) {
	if c.top.size == 0 {
		return
	}
	k := candidate{score: m.score(), id: cols.id(doc), segment: seg, doc: doc}
	if dates := cols.fields[c.date].of(doc); len(dates) > 0 {
		k.date = c.view.values[c.date][dates[0]]
	}
	c.top.offer(&k)
}
