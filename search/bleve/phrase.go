package bleve

import (
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// phraseMatcher is where terms stand in order, with no more than slop words
// beyond the distances asked for. It finds the documents that have all terms
// first, and reads positions of those only.
type phraseMatcher struct {
	all   matcher // documents with all terms
	fault *fault
	terms []positions
	gaps  []int // distance of a term from the one before it; gaps[0] is 0
	slop  int
	freq  float64
	doc   uint32
	begun bool
	bm25  *termMatcher // weight and lengths
}

// positions walks the places of one term.
type positions struct {
	postings segment.PostingsIterator
	doc      uint32
	begun    bool
	at       []int
}

// read returns the places of the term in a document that has it.
func (p *positions) read(doc uint32) ([]int, error) {
	if p.begun && p.doc == doc {
		return p.at, nil
	}
	var posting segment.Posting
	var err error
	if p.begun && doc != p.doc+1 || !p.begun && doc > 0 {
		posting, err = p.postings.Advance(uint64(doc))
	} else {
		posting, err = p.postings.Next()
	}
	p.begun, p.doc, p.at = true, doc, p.at[:0]
	if err != nil || posting == nil || posting.Number() != uint64(doc) {
		return nil, err
	}
	for _, l := range posting.Locations() {
		p.at = placesOf(p.at, l)
	}
	return p.at, nil
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
		n, err := m.occurrences(doc)
		if err != nil {
			doc = m.fault.set(err)
			break
		}
		if n > 0 {
			m.freq = float64(n)
			break
		}
		doc++
	}
	m.doc = doc
	return doc
}

// occurrences counts the places of a document at which the phrase begins.
func (m *phraseMatcher) occurrences(doc uint32) (int, error) {
	places := make([][]int, len(m.terms))
	for i := range m.terms {
		at, err := m.terms[i].read(doc)
		if err != nil {
			return 0, err
		}
		places[i] = at
	}
	return phraseStarts(places, m.gaps, m.slop, nil), nil
}

// phraseStarts counts the places in the first list from which the others follow
// in order. For each start the nearest followers are the best ones, so taking
// those is exact. The places must be sorted. found, when not nil, is told each
// occurrence.
func phraseStarts(places [][]int, gaps []int, slop int, found func([]int)) int {
	count := 0
	next := make([]int, len(places)) // where to look on in each list
	chosen := make([]int, len(places))
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

func (m *phraseMatcher) score() float64 {
	m.bm25.doc = m.doc
	return m.bm25.weight * m.bm25.saturation(m.freq)
}

func (m *phraseMatcher) cost() uint64 { return m.all.cost() }
