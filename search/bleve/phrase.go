package bleve

import (
	segment "github.com/blevesearch/scorch_segment_api/v2"

	"briefsearch/search/words"
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
	follow words.Follower
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
	return m.follow.Starts(m.places, m.gaps, m.slop, nil), nil
}

func (m *phraseMatcher) score() float64 { return m.weight * m.saturation(m.doc, m.count) }

func (m *phraseMatcher) cost() uint64 { return m.all.cost() }
