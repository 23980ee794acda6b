package bleve

import (
	"cmp"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// andMatcher is where all parts match; its score is their sum.
type andMatcher struct {
	parts  []matcher // in the order of the query, so that sums do not vary
	byCost []matcher
	doc    uint32
	begun  bool
}

func newAnd(parts []matcher) matcher {
	if len(parts) == 1 {
		return parts[0]
	}
	m := &andMatcher{parts: parts, byCost: slices.Clone(parts)}
	slices.SortStableFunc(m.byCost, func(a, b matcher) int { return cmp.Compare(a.cost(), b.cost()) })
	return m
}

// narrow leaves to terms that must all match the documents that have all of them.
// To find these in the sets of documents takes less than to look for the next
// one again and again in postings, of which all that lie between are read.
func narrow(parts []matcher) {
	var both *roaring.Bitmap
	var narrowed []segment.OptimizablePostingsIterator
	for _, p := range parts {
		t, ok := p.(*termMatcher)
		if !ok {
			continue
		}
		list, ok := t.postings.(segment.OptimizablePostingsIterator)
		if !ok || list.ActualBitmap() == nil { // the term has one document
			continue
		}
		if both == nil {
			both = list.ActualBitmap()
		} else {
			both = roaring.And(both, list.ActualBitmap())
		}
		narrowed = append(narrowed, list)
	}
	if len(narrowed) < 2 {
		return
	}
	for _, list := range narrowed {
		list.ReplaceActual(both)
	}
}

func (m *andMatcher) seek(doc uint32) uint32 {
	if m.begun && m.doc >= doc {
		return m.doc
	}
	m.begun = true
	for doc != none {
		next := doc
		for _, p := range m.byCost {
			if next = p.seek(doc); next != doc {
				break
			}
		}
		if next == doc {
			break
		}
		doc = next
	}
	m.doc = doc
	return doc
}

func (m *andMatcher) score() float64 {
	var sum float64
	for _, p := range m.parts {
		sum += p.score()
	}
	return sum
}

func (m *andMatcher) cost() uint64 { return m.byCost[0].cost() }

// orMatcher is where a part matches; its score is the sum of those that do.
type orMatcher struct {
	parts []matcher
	docs  []uint32 // where each part stands
	heap  []int    // positions of parts, the one that stands first on top
	doc   uint32
	begun bool
}

func newOr(parts []matcher) matcher {
	if len(parts) == 1 {
		return parts[0]
	}
	return &orMatcher{parts: parts, docs: make([]uint32, len(parts))}
}

func (m *orMatcher) seek(doc uint32) uint32 {
	if m.begun && m.doc >= doc {
		return m.doc
	}
	if !m.begun {
		m.begun = true
		for i, p := range m.parts {
			if m.docs[i] = p.seek(doc); m.docs[i] != none {
				m.heap = append(m.heap, i)
			}
		}
		for i := len(m.heap)/2 - 1; i >= 0; i-- {
			m.down(i)
		}
	}
	for len(m.heap) > 0 && m.docs[m.heap[0]] < doc {
		top := m.heap[0]
		if m.docs[top] = m.parts[top].seek(doc); m.docs[top] == none {
			last := len(m.heap) - 1
			m.heap[0] = m.heap[last]
			m.heap = m.heap[:last]
		}
		m.down(0)
	}
	m.doc = none
	if len(m.heap) > 0 {
		m.doc = m.docs[m.heap[0]]
	}
	return m.doc
}

func (m *orMatcher) down(i int) {
	for {
		least := i
		for c := 2*i + 1; c <= 2*i+2 && c < len(m.heap); c++ {
			if m.docs[m.heap[c]] < m.docs[m.heap[least]] {
				least = c
			}
		}
		if least == i {
			return
		}
		m.heap[i], m.heap[least] = m.heap[least], m.heap[i]
		i = least
	}
}

func (m *orMatcher) score() float64 {
	var sum float64
	for i, p := range m.parts {
		if m.docs[i] == m.doc {
			sum += p.score()
		}
	}
	return sum
}

func (m *orMatcher) cost() uint64 {
	var sum uint64
	for _, p := range m.parts {
		sum += p.cost()
	}
	return sum
}

// notMatcher is where of matches and without does not.
type notMatcher struct {
	of, without matcher
	doc         uint32
	begun       bool
}

func (m *notMatcher) seek(doc uint32) uint32 {
	if m.begun && m.doc >= doc {
		return m.doc
	}
	m.begun = true
	for {
		doc = m.of.seek(doc)
		if doc == none || m.without.seek(doc) != doc {
			break
		}
		doc++
	}
	m.doc = doc
	return doc
}

func (m *notMatcher) score() float64 { return m.of.score() }
func (m *notMatcher) cost() uint64   { return m.of.cost() }
