package bleve

import (
	"slices"

	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// phraseMatcher is where terms stand in order, with no more than slop words
// beyond the distances asked for. It finds the documents that have all terms
// first, and looks at the positions in those only.
type phraseMatcher struct {
	all    matcher // documents with all terms
	fault  *fault
	terms  []phraseTerm
	gaps   []int // distance of a term from the one before it; gaps[0] is 0
	slop   int
	places [][]int // of the terms in a document
	follow follower
	count  int // of the phrase in the current document
	doc    uint32
	begun  bool
	weight float64
	lengths
}

// phraseTerm is a term of a phrase, and where its places are when there are too
// many for the number of its matcher.
type phraseTerm struct {
	*termMatcher
	list segment.PostingsList
	long segment.PostingsIterator // with locations; nil until it is needed
}

// positions adds the places of the term in the current document to a list.
func (t *phraseTerm) positions(to []int) ([]int, error) {
	at, all := t.places.positions(to)
	if all {
		return at, nil
	}
	if t.long == nil {
		t.long = t.list.Iterator(true, true, true, nil)
	}
	posting, err := t.long.Advance(uint64(t.doc))
	if err != nil || posting == nil || posting.Number() != uint64(t.doc) {
		return at, err
	}
	for _, l := range posting.Locations() {
		at = positionsOf(l, at)
	}
	return at, nil
}

func (m *phraseMatcher) seek(doc uint32) uint32 {
	if m.begun && m.doc >= doc {
		return m.doc
	}
	m.begun = true
	for {
		doc = m.all.seek(doc)
		if doc == none {
			break
		}
		n, err := m.occurrences()
		if err != nil {
			doc = m.fault.set(err)
			break
		}
		if n > 0 {
			m.count = n
			break
		}
		doc++
	}
	m.doc = doc
	return doc
}

// occurrences counts the places at which the phrase begins, in the document that
// all terms stand on.
func (m *phraseMatcher) occurrences() (int, error) {
	for i := range m.terms {
		at, err := m.terms[i].positions(m.places[i][:0])
		if err != nil {
			return 0, err
		}
		m.places[i] = at
	}
	return m.follow.starts(m.places, m.gaps, m.slop, nil), nil
}

// follower looks for places that follow each other. It may be used again.
type follower struct {
	next   []int // where to look on in each list
	chosen []int
}

// starts counts the places in the first list from which the others follow
// in order. For each start the nearest followers are the best ones, so taking
// those is exact. The places must be sorted. found, when not nil, is told each
// occurrence.
func (f *follower) starts(places [][]int, gaps []int, slop int, found func([]int)) int {
	count := 0
	f.next, f.chosen = slices.Grow(f.next[:0], len(places))[:len(places)], slices.Grow(f.chosen[:0], len(places))[:len(places)]
	next, chosen := f.next, f.chosen
	clear(next)
	for _, start := range places[0] {
		chosen[0] = start
		spare := slop
		for i := 1; i < len(places) && spare >= 0; i++ {
			least := chosen[i-1] + gaps[i]
			list := places[i]
			for next[i] < len(list) && list[next[i]] < least {
				next[i]++
			}
			if next[i] == len(list) {
				return count // nor will it follow a later start
			}
			chosen[i] = list[next[i]]
			spare -= chosen[i] - least
		}
		if spare < 0 {
			continue
		}
		count++
		if found != nil {
			found(chosen)
		}
	}
	return count
}

func (m *phraseMatcher) score() float64 { return m.weight * m.saturation(m.doc, m.count) }

func (m *phraseMatcher) cost() uint64 { return m.all.cost() }
