package bleve

import (
	"context"
	"fmt"
	"math"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"

	"briefsearch/search"
	"briefsearch/search/suggest"
	"briefsearch/search/words"
)

// columnStore keeps the values of the keyword fields as small integers, one
// column for each segment and field. A segment never changes, so its columns are
// read once; deletions are Bleve's business and stay outside. The integers are
// ordinals into one dictionary for each field, shared by all segments, so that
// counts over several segments add up in one array.
type columnStore struct {
	fields []search.Field
	at     map[string]int // position of a field in fields

	names []suggest.List

	mu       sync.Mutex
	dicts    []*dictionary
	meanings []*meaning          // by field; nil where each term is its own value
	segments map[uint64]*columns // by Bleve's number of the segment
	newest   *view               // which requests share until the index changes
}

// census counts what is alive in a snapshot.
type census struct {
	reports int
	turns   int // interventions
	all     scale
	by      []scale // by analyser
}

// scale is what a word is measured by: many texts without it make it tell more, and
// long ones make it tell less. A word of one language is measured by the texts in that
// language, or any word of a language with few texts would be thought rare.
type scale struct {
	texts int     // interventions and sections
	terms float64 // in a text, on average
}

func (s *scale) add(terms uint32) { s.texts, s.terms = s.texts+1, s.terms+float64(terms) }

// average makes of the sum of terms what is in a text.
func (s *scale) average() { s.terms /= float64(max(1, s.texts)) }

// idf is the weight of a term that stands in count of the texts.
func (s *scale) idf(count uint64) float64 {
	return words.Rarity(count, uint64(s.texts)) // #nosec G115 -- a count
}

// dictionary is the terms of a field. It only grows: terms that no document has
// any more cost an entry until the index is opened again.
type dictionary struct {
	terms []string
	uses  []uint32 // how often each was read; only ever more
	index map[string]uint32
}

// columns are the values of the documents of one segment.
type columns struct {
	docs     int
	fields   []column
	analyser []uint8  // 1 + position among the analysers, the sections' after the turns'; 0 is no text
	terms    numbers  // in the text, stop words left aside
	rank     []uint32 // place of the document's name among the names of the segment
	reports  *roaring.Bitmap
	sections *roaring.Bitmap
	used     []int // documents by analyser, as in analyser
}

// numbers are small ones, in one or two bytes each where that is enough.
type numbers struct {
	narrow []uint16
	tiny   []uint8
	wide   []uint32
}

func newNumbers(n int, most uint32) numbers {
	switch {
	case most <= math.MaxUint8:
		return numbers{tiny: make([]uint8, n)}
	case most <= math.MaxUint16:
		return numbers{narrow: make([]uint16, n)}
	default:
		return numbers{wide: make([]uint32, n)}
	}
}

func (n *numbers) at(i uint32) uint32 {
	switch {
	case n.narrow != nil:
		return uint32(n.narrow[i])
	case n.tiny != nil:
		return uint32(n.tiny[i])
	default:
		return n.wide[i]
	}
}

func (n *numbers) set(i, v uint32) { // newNumbers was told the greatest
	switch {
	case n.narrow != nil:
		n.narrow[i] = uint16(v) // #nosec G115
	case n.tiny != nil:
		n.tiny[i] = uint8(v) // #nosec G115
	default:
		n.wide[i] = v
	}
}

// column holds the values of each document in so many slots, which are enough for
// most: up to maxWidth, or maxTinyWidth of one byte. A slot is firstSlot and an
// ordinal; less than moreValues and no value at all; or, the last one, moreValues,
// and then the values from there on are in more. So documents are counted without
// asking how many values they have, which a processor cannot foresee.
type column struct {
	width uint32
	slots numbers
	more  overflow
}

// overflow is further slots of some documents, which are in order.
type overflow struct {
	docs   []uint32
	starts []uint32 // one more than docs
	slots  []uint32
}

// of is the further slots of a document, and a place to look from for a later
// one.
func (o *overflow) of(doc uint32, from int) ([]uint32, int) {
	step := 1
	for from+step < len(o.docs) && o.docs[from+step] < doc {
		step *= 2
	}
	at, found := slices.BinarySearch(o.docs[from:min(len(o.docs), from+step+1)], doc)
	at += from
	if !found {
		return nil, at
	}
	return o.slots[o.starts[at]:o.starts[at+1]], at
}

const (
	// Neighbouring documents have different slots of those for no value: a
	// processor waits when it adds to the same number again and again.
	noValues   = 8
	moreValues = noValues
	firstSlot  = moreValues + 1 // of ordinal 0
	maxWidth   = 4

	maxTinyWidth = 8 // of slots of one byte
)

// eachSlot hands on the values of a document until it is told to stop.
func (c *column) eachSlot(doc uint32, do func(ordinal uint32) bool) {
	for i := doc * c.width; i < (doc+1)*c.width; i++ {
		slot := c.slots.at(i)
		if slot < moreValues {
			return
		}
		if slot == moreValues {
			more, _ := c.more.of(doc, 0)
			for _, slot := range more {
				if !do(slot - firstSlot) {
					return
				}
			}
			return
		}
		if !do(slot - firstSlot) {
			return
		}
	}
}

// of adds the ordinals of a document to a list.
func (c *column) of(doc uint32, to []uint32) []uint32 {
	c.eachSlot(doc, func(o uint32) bool {
		to = append(to, o)
		return true
	})
	return to
}

// first is the first ordinal of a document, and whether it has any.
func (c *column) first(doc uint32) (uint32, bool) {
	slot := c.slots.at(doc * c.width)
	if slot == moreValues {
		more, _ := c.more.of(doc, 0)
		slot = more[0]
	}
	return slot - firstSlot, slot >= firstSlot
}

// any says whether a document has an ordinal of a set.
func (c *column) any(doc uint32, set bits) bool {
	for i := doc * c.width; i < (doc+1)*c.width; i++ {
		switch slot := c.slots.at(i); {
		case slot < moreValues:
			return false
		case slot == moreValues:
			more, _ := c.more.of(doc, 0)
			return slices.ContainsFunc(more, func(slot uint32) bool { return set.has(slot - firstSlot) })
		case set.has(slot - firstSlot):
			return true
		}
	}
	return false
}

func newColumnStore(fields []search.Field) *columnStore {
	s := &columnStore{
		fields: fields, at: make(map[string]int), segments: make(map[uint64]*columns),
		names: make([]suggest.List, len(fields)), meanings: make([]*meaning, len(fields)),
	}
	for i, f := range fields {
		s.at[f.Name] = i
		s.dicts = append(s.dicts, &dictionary{index: make(map[string]uint32)})
	}
	return s
}

func (d *dictionary) ordinal(term string, uses uint64) uint32 {
	o, ok := d.index[term]
	if !ok {
		o = uint32(len(d.terms)) // #nosec G115 -- as many terms as documents, at most
		d.terms, d.uses = append(d.terms, term), append(d.uses, 0)
		d.index[term] = o
	}
	d.uses[o] += uint32(uses) // #nosec G115 -- a number of documents
	return o
}

// view is the index at one moment: what a request sees from its beginning to
// its end. It never changes.
type view struct {
	snapshot *scorch.IndexSnapshot
	segments []segmentView
	keys     [][]string // the terms, by field
	values   [][]string // what the terms stand for
	meanings []*meaning // as in the store
	ordinals func(field int, term string) (uint32, bool)
	listing  atomic.Pointer[[]listed] // when somebody asked for it
	census
}

type segmentView struct {
	*scorch.SegmentSnapshot
	*columns
}

func (v *view) close() { _ = v.snapshot.Close() }

// view takes a snapshot of the index and reads the columns that are not there
// yet.
func (e *Engine) view(ctx context.Context) (*view, error) {
	snapshot, err := e.snapshot()
	if err != nil {
		return nil, err
	}
	v, err := e.columns.view(ctx, snapshot, e.analysers)
	if err != nil {
		_ = snapshot.Close()
		return nil, err
	}
	return v, nil
}

func (s *columnStore) view(ctx context.Context, snapshot *scorch.IndexSnapshot, analysers []*words.Analyser) (*view, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.newest != nil && s.newest.snapshot == snapshot {
		return s.newest, nil
	}
	v := &view{snapshot: snapshot}
	if err := s.open(ctx, v, analysers); err != nil {
		return nil, err
	}
	for _, d := range s.dicts {
		v.keys = append(v.keys, d.terms[:len(d.terms):len(d.terms)])
	}
	v.ordinals = s.ordinal
	v.census = v.count(len(analysers))
	if err := s.learn(v); err != nil {
		return nil, err
	}
	v.meanings = slices.Clone(s.meanings)
	v.values = slices.Clone(v.keys)
	for i, m := range v.meanings {
		if m != nil {
			v.values[i] = m.values
		}
	}
	s.newest = v
	return v, nil
}

// open reads the columns of segments that are new, and forgets those of segments
// that are gone.
func (s *columnStore) open(ctx context.Context, v *view, analysers []*words.Analyser) error {
	live := make(map[uint64]*columns)
	for _, seg := range v.snapshot.Segments() {
		cols := s.segments[seg.Id()]
		if cols == nil {
			if err := ctx.Err(); err != nil {
				return err
			}
			var err error
			if cols, err = s.load(ctx, seg, analysers); err != nil {
				return fmt.Errorf("read values: %w", err)
			}
			s.segments[seg.Id()] = cols
		}
		live[seg.Id()] = cols
		v.segments = append(v.segments, segmentView{SegmentSnapshot: seg, columns: cols})
	}
	s.segments = live
	return nil
}

// count sums up what is alive.
func (v *view) count(analysers int) census {
	c := census{by: make([]scale, analysers)}
	for _, seg := range v.segments {
		live := seg.DocNumbersLive().Iterator()
		for live.HasNext() {
			doc := live.Next()
			a, section, ok := seg.text(doc)
			switch {
			case ok:
				c.all.add(seg.terms.at(doc))
				c.by[a].add(seg.terms.at(doc))
				if !section {
					c.turns++
				}
			case seg.reports.Contains(doc):
				c.reports++
			}
		}
	}
	c.all.average()
	for i := range c.by {
		c.by[i].average()
	}
	return c
}

// text says which analyser read the text of a document, and whether it is that of
// a section; not ok when the document has none.
func (c *columns) text(doc uint32) (analyser int, section, ok bool) {
	n := len(c.used) / 2
	code := int(c.analyser[doc])
	return (code - 1) % n, code > n, code > 0
}

// code is what text reads.
func (e *Engine) code(analyser int, section bool) uint8 {
	if section {
		analyser += len(e.analysers)
	}
	return uint8(1 + analyser) // #nosec G115 -- a handful
}

func (s *columnStore) ordinal(field int, term string) (uint32, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	o, ok := s.dicts[field].index[term]
	return o, ok
}
