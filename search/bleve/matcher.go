package bleve

import (
	"context"
	"math"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// matcher walks the documents of one segment that match a part of a query, in
// order. It begins before the first.
type matcher interface {
	// seek moves to the first match that is at or after doc, and returns it;
	// none is the end. A doc at or before the current match stays on it.
	seek(doc uint32) uint32
	// score is that of the current match.
	score() float64
	// cost is about how many documents match.
	cost() uint64
}

const none = math.MaxUint32

// fault is the first error that the matchers of a request met: postings that
// cannot be read, or that nobody waits any longer. They go to their end then.
type fault struct {
	ctx   context.Context // of the one request that the matchers live for
	steps int
	err   error
}

// step looks at the deadline now and then, also while nothing matches.
func (f *fault) step() error {
	if f.steps++; f.steps%stepsPerLook == 0 && f.err == nil {
		f.err = f.ctx.Err()
	}
	return f.err
}

const stepsPerLook = 4096

func (f *fault) set(err error) uint32 {
	if f.err == nil {
		f.err = err
	}
	return none
}

// BM25's constants. Turns are long, so that a word repeated goes on to count
// for longer than it does in abstracts (1.2).
const (
	bm25K = 2.0
	bm25B = 0.75
)

// termMatcher walks the postings of a term and scores them by BM25.
type termMatcher struct {
	postings segment.PostingsIterator
	fault    *fault
	count    uint64
	doc      uint32
	begun    bool
	places   places
	weight   float64 // inverse document frequency, times what the query makes of it
	lengths
}

func (m *termMatcher) seek(doc uint32) uint32 {
	if m.begun && m.doc >= doc {
		return m.doc
	}
	if err := m.fault.step(); err != nil {
		m.doc, m.begun = none, true
		return none
	}
	var p segment.Posting
	var err error
	if doc == 0 || m.begun && doc == m.doc+1 {
		p, err = m.postings.Next()
	} else {
		p, err = m.postings.Advance(uint64(doc))
	}
	m.begun = true
	switch {
	case err != nil:
		m.doc = m.fault.set(err)
	case p == nil:
		m.doc = none
	default:
		m.doc, m.places = uint32(p.Number()), places(p.Frequency()) // #nosec G115 -- numbers of documents are 32 bits
	}
	return m.doc
}

func (m *termMatcher) score() float64 { return m.weight * m.saturation(m.doc, m.places.count()) }
func (m *termMatcher) cost() uint64   { return m.count }

// lengths says how long texts are: a long one has more of every word.
type lengths struct {
	length *numbers // terms of the segment's documents
	base   float64
	slope  float64 // for each term of the text
}

func newLengths(of *numbers, average float64) lengths {
	if average == 0 {
		return lengths{length: of, base: bm25K}
	}
	return lengths{length: of, base: bm25K * (1 - bm25B), slope: bm25K * bm25B / average}
}

// saturation is what a word that occurs so often in a document tells.
func (l *lengths) saturation(doc uint32, occurrences int) float64 {
	freq := float64(occurrences)
	return freq * (bm25K + 1) / (freq + l.base + l.slope*float64(l.length.at(doc)))
}

// bitmapMatcher walks a set of documents, all of one score.
type bitmapMatcher struct {
	set   *roaring.Bitmap
	it    roaring.IntPeekable
	doc   uint32
	begun bool
	value float64
}

func newBitmapMatcher(set *roaring.Bitmap, value float64) *bitmapMatcher {
	return &bitmapMatcher{set: set, it: set.Iterator(), value: value}
}

func (m *bitmapMatcher) seek(doc uint32) uint32 {
	if m.begun && m.doc >= doc {
		return m.doc
	}
	m.begun = true
	m.it.AdvanceIfNeeded(doc)
	if !m.it.HasNext() {
		m.doc = none
		return none
	}
	m.doc = m.it.Next()
	return m.doc
}

func (m *bitmapMatcher) score() float64 { return m.value }
func (m *bitmapMatcher) cost() uint64   { return m.set.GetCardinality() }

// allMatcher walks all documents that are not deleted.
type allMatcher struct {
	docs    uint32
	deleted *roaring.Bitmap
	doc     uint32
	begun   bool
}

func (m *allMatcher) seek(doc uint32) uint32 {
	if m.begun && m.doc >= doc {
		return m.doc
	}
	m.begun = true
	for ; doc < m.docs; doc++ {
		if m.deleted == nil || !m.deleted.Contains(doc) {
			m.doc = doc
			return doc
		}
	}
	m.doc = none
	return none
}

func (m *allMatcher) score() float64 { return 0 }
func (m *allMatcher) cost() uint64   { return uint64(m.docs) }

// noneMatcher is at its end from the beginning.
type noneMatcher struct{}

func (noneMatcher) seek(uint32) uint32 { return none }
func (noneMatcher) score() float64     { return 0 }
func (noneMatcher) cost() uint64       { return 0 }
