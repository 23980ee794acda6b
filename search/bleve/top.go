package bleve

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"briefsearch/search"
)

// candidate is a document that may be shown.
type candidate struct {
	score   float64
	date    string // first day, "" when unknown
	id      []byte // read when it is needed
	rank    uint32 // of the id in the segment
	segment int    // or elsewhere
	doc     uint32
	mates   int // hits of its report, when they are grouped
}

// elsewhere is the segment of a candidate of which the id alone is known.
const elsewhere = -1

// order compares two candidates by the sort asked for. Equal ones are in the
// order of their ids, so no two are equal.
func (t *top) order(a, b *candidate) int {
	var c int
	switch t.by {
	case search.ByDate, search.ByDateDesc:
		switch {
		case a.date == "" || b.date == "":
			c = cmp.Compare(len(b.date), len(a.date)) // undated last
		case t.by == search.ByDate:
			c = strings.Compare(a.date, b.date)
		default:
			c = strings.Compare(b.date, a.date)
		}
	case search.ByRelevance:
		c = cmp.Compare(b.score, a.score)
	}
	switch {
	case c != 0:
		return c
	case a.segment == b.segment && a.segment != elsewhere:
		return cmp.Compare(a.rank, b.rank)
	default:
		return bytes.Compare(t.idOf(a), t.idOf(b))
	}
}

// idOf reads the id of a candidate, once.
func (t *top) idOf(c *candidate) []byte {
	if c.id == nil {
		id, err := t.view.segments[c.segment].DocID(uint64(c.doc))
		t.err = cmp.Or(t.err, err)
		c.id = slices.Clone(id)
	}
	return c.id
}

// top keeps the first candidates of an order: a heap with the last one on top.
type top struct {
	by    search.Sort
	size  int
	after *candidate // only what comes after it, or nil
	heap  []candidate
	more  bool // something did not fit
	view  *view
	err   error // the first of reading an id
}

func (t *top) offer(c *candidate) {
	if t.after != nil && t.order(c, t.after) <= 0 {
		return
	}
	if len(t.heap) < t.size {
		t.heap = append(t.heap, *c)
		t.up(len(t.heap) - 1)
		return
	}
	t.more = true
	if t.size == 0 || t.order(c, &t.heap[0]) >= 0 {
		return
	}
	t.heap[0] = *c
	t.down(0)
}

// below says whether a score is too low to be kept, which most are.
func (t *top) below(score float64) bool {
	if t.by != search.ByRelevance || len(t.heap) < t.size || score >= t.heap[0].score {
		return false
	}
	t.more = true
	return true
}

func (t *top) up(i int) {
	for i > 0 {
		parent := (i - 1) / 2
		if t.order(&t.heap[i], &t.heap[parent]) <= 0 {
			return
		}
		t.heap[i], t.heap[parent] = t.heap[parent], t.heap[i]
		i = parent
	}
}

func (t *top) down(i int) {
	for {
		last := i
		for c := 2*i + 1; c <= 2*i+2 && c < len(t.heap); c++ {
			if t.order(&t.heap[c], &t.heap[last]) > 0 {
				last = c
			}
		}
		if last == i {
			return
		}
		t.heap[i], t.heap[last] = t.heap[last], t.heap[i]
		i = last
	}
}

// sorted returns the candidates in order, with their ids.
func (t *top) sorted() ([]candidate, error) {
	slices.SortFunc(t.heap, func(a, b candidate) int { return t.order(&a, &b) })
	for i := range t.heap {
		t.idOf(&t.heap[i])
	}
	return t.heap, t.err
}

// groups keeps the best hit of every report.
type groups struct {
	best map[uint32]candidate // by ordinal of the report
	hits []uint32
}

func newGroups(reports int) *groups {
	return &groups{best: make(map[uint32]candidate), hits: make([]uint32, reports)}
}

func (g *groups) offer(c *collector, cols *columns, k *candidate) {
	if o, ok := cols.fields[c.report].first(k.doc); ok {
		if best, ok := g.best[o]; !ok || c.top.order(k, &best) < 0 {
			g.best[o] = *k
		}
	}
}

// settle offers the best of the reports to the page.
func (g *groups) settle(t *top) {
	for o, k := range g.best {
		k.mates = int(g.hits[o])
		t.offer(&k)
	}
}
