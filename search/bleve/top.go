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
	id      []byte
	segment int
	doc     uint32
	mates   int // hits of its report, when they are grouped
}

// order compares two candidates by the sort asked for. Equal ones are in the
// order of their ids, so no two are equal.
func order(by search.Sort, a, b *candidate) int {
	var c int
	switch by {
	case search.ByDate, search.ByDateDesc:
		switch {
		case a.date == "" || b.date == "":
			c = cmp.Compare(len(b.date), len(a.date)) // undated last
		case by == search.ByDate:
			c = strings.Compare(a.date, b.date)
		default:
			c = strings.Compare(b.date, a.date)
		}
	case search.ByRelevance:
		c = cmp.Compare(b.score, a.score)
	}
	if c == 0 {
		c = bytes.Compare(a.id, b.id)
	}
	return c
}

// top keeps the first candidates of an order: a heap with the last one on top.
type top struct {
	by    search.Sort
	size  int
	after *candidate // only what comes after it, or nil
	heap  []candidate
	more  bool // something did not fit
}

func (t *top) offer(c *candidate) {
	if t.after != nil && order(t.by, c, t.after) <= 0 {
		return
	}
	if len(t.heap) < t.size {
		t.heap = append(t.heap, *c)
		t.up(len(t.heap) - 1)
		return
	}
	t.more = true
	if t.size == 0 || order(t.by, c, &t.heap[0]) >= 0 {
		return
	}
	t.heap[0] = *c
	t.down(0)
}

func (t *top) up(i int) {
	for i > 0 {
		parent := (i - 1) / 2
		if order(t.by, &t.heap[i], &t.heap[parent]) <= 0 {
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
			if order(t.by, &t.heap[c], &t.heap[last]) > 0 {
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

// sorted returns the candidates in order.
func (t *top) sorted() []candidate {
	slices.SortFunc(t.heap, func(a, b candidate) int { return order(t.by, &a, &b) })
	return t.heap
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
	for _, o := range cols.fields[c.report].of(k.doc) {
		if best, ok := g.best[o]; !ok || order(c.top.by, k, &best) < 0 {
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
