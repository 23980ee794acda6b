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
	tallies []*tally   // by field; nil when not counted
	counts  [][]uint32 // by field, then by ordinal, in the end
	report  int        // the field of reports
	date    int        // the field of dates
	reports bits
	top     top

	passed   []uint32                 // documents of the segment at hand that are not counted yet
	hitsOnly bool                     // refused documents count nowhere
	grouped  *groups                  // by report, or nil
	each     func(*columns, []uint32) // told the hits, some at a time; may be nil

	total, totalReports int
}

func (e *Engine) collector(v *view, filters []filter, facets []search.FacetRequest, t top) *collector {
	c := &collector{
		view: v, fields: e.keywords, filters: filters, top: t,
		report: e.columns.at[search.FieldReport], date: e.columns.at[search.FieldDate],
		counts: make([][]uint32, len(e.keywords)), tallies: make([]*tally, len(e.keywords)),
	}
	c.top.view = v
	c.passed = make([]uint32, 0, flushEvery)
	c.reports = newBits(len(v.values[c.report]))
	for _, f := range facets {
		at := e.columns.at[f.Field]
		c.countField(at)
	}
	return c
}

// countField has a field counted.
func (c *collector) countField(at int) {
	if c.tallies[at] == nil {
		c.tallies[at] = newTally(len(c.view.values[at]))
		c.counted = append(c.counted, at)
	}
}

// release gives back what counting took. The counts are gone then.
func (c *collector) release() {
	for _, at := range c.counted {
		c.tallies[at].release()
	}
	c.counted, c.tallies, c.counts = nil, nil, nil
}

const (
	checkEvery = 1024 // matches, after which the deadline is looked at
	flushEvery = 512  // documents that are counted at once
)

// collect walks the matches of one segment in the texts of one code.
func (c *collector) collect(ctx context.Context, seg int, code uint8, m matcher) error {
	cols := c.view.segments[seg].columns
	seen := 0
	for doc := m.seek(0); doc != none; doc = m.seek(doc + 1) {
		if seen++; seen%checkEvery == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
		}
		if cols.analyser[doc] == code {
			c.take(seg, cols, doc, m)
		}
	}
	c.flush(cols)
	return nil
}

func (c *collector) take(seg int, cols *columns, doc uint32, m matcher) {
	if len(c.filters) > 0 {
		refused, hit := c.test(cols, doc)
		if !hit {
			if refused >= 0 && !c.hitsOnly && c.tallies[refused] != nil {
				cols.fields[refused].count(c.tallies[refused], []uint32{doc})
			}
			return
		}
	}
	c.offer(seg, cols, doc, m)
	c.passed = append(c.passed, doc)
	if len(c.passed) == cap(c.passed) {
		c.flush(cols)
	}
}

// test says whether a document passes all filters, and if not, which field alone
// refuses it; -1 when more than one does.
func (c *collector) test(cols *columns, doc uint32) (refused int, hit bool) {
	refused = -1
	for i := range c.filters {
		f := &c.filters[i]
		if f.holds(&cols.fields[f.field], doc) {
			continue
		}
		if refused >= 0 {
			return -1, false
		}
		refused = f.field
	}
	return refused, refused < 0
}

// flush counts the documents that passed, one column after the other, which is
// several times as fast as one document after the other.
func (c *collector) flush(cols *columns) {
	c.total += len(c.passed)
	reports := &cols.fields[c.report]
	for _, doc := range c.passed {
		o, ok := reports.first(doc)
		if !ok {
			continue
		}
		if c.reports.addNew(o) {
			c.totalReports++
		}
		if c.grouped != nil {
			c.grouped.hits[o]++
		}
	}
	for _, at := range c.counted {
		cols.fields[at].count(c.tallies[at], c.passed)
	}
	if c.each != nil && len(c.passed) > 0 {
		c.each(cols, c.passed)
	}
	c.passed = c.passed[:0]
}

func (c *collector) offer(seg int, cols *columns, doc uint32, m matcher) {
	if c.top.size == 0 {
		return
	}
	score := m.score()
	if c.grouped == nil && c.top.below(score) {
		return
	}
	k := candidate{score: score, rank: cols.rank[doc], segment: seg, doc: doc}
	if o, ok := cols.fields[c.date].first(doc); ok {
		k.date = c.view.values[c.date][o]
	}
	if c.grouped != nil {
		c.grouped.offer(c, cols, &k)
		return
	}
	c.top.offer(&k)
}
