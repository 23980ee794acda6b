package bleve

import (
	"context"
	"fmt"
	"math"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"

	"briefsearch/search"
)

// columnStore keeps the values of the keyword fields as small integers, one
// column for each segment and field. A segment never changes, so its columns are
// read once; deletions are Bleve's business and stay outside. The integers are
// ordinals into one dictionary for each field, shared by all segments, so that
// counts over several segments add up in one array.
type columnStore struct {
	fields []search.Field
	at     map[string]int // position of a field in fields

	names []nameList

	mu       sync.Mutex
	dicts    []*dictionary
	segments map[uint64]*columns // by Bleve's number of the segment
	newest   *scorch.IndexSnapshot
	census   census // of newest
}

// census counts what is alive in a snapshot.
type census struct {
	reports int
	turns   int     // interventions
	terms   float64 // in an intervention, on average
}

// dictionary is the values of a field. It only grows: values that no document
// has any more cost an entry until the index is opened again.
type dictionary struct {
	values []string
	uses   []uint32 // how often each was read; only ever more
	index  map[string]uint32
}

// columns are the values of the documents of one segment.
type columns struct {
	docs     int
	fields   []column
	analyser []uint8  // 1 + position among the analysers; 0 is no intervention
	terms    numbers  // in the text, stop words left aside
	rank     []uint32 // place of the document's name among the names of the segment
	reports  *roaring.Bitmap
	used     []int // documents by analyser, as in analyser
}

// numbers are small ones, in two bytes each where that is enough.
type numbers struct {
	narrow []uint16
	wide   []uint32
}

func newNumbers(n int, most uint32) numbers {
	if most <= math.MaxUint16 {
		return numbers{narrow: make([]uint16, n)}
	}
	return numbers{wide: make([]uint32, n)}
}

func (n *numbers) at(i uint32) uint32 {
	if n.narrow != nil {
		return uint32(n.narrow[i])
	}
	return n.wide[i]
}

func (n *numbers) set(i, v uint32) {
	if n.narrow != nil {
		n.narrow[i] = uint16(v) // #nosec G115 -- newNumbers was told the greatest
		return
	}
	n.wide[i] = v
}

// column holds the ordinals of document d at values[starts[d]:starts[d+1]]. When
// no document has more than one, there are no starts, and values has one number
// for each document: 1 + ordinal, or 0.
type column struct {
	starts []uint32
	values numbers
}

// of adds the ordinals of a document to a list.
func (c *column) of(doc uint32, to []uint32) []uint32 {
	if c.starts == nil {
		if o := c.values.at(doc); o > 0 {
			to = append(to, o-1)
		}
		return to
	}
	for i := c.starts[doc]; i < c.starts[doc+1]; i++ {
		to = append(to, c.values.at(i))
	}
	return to
}

// first is the least ordinal of a document, and whether it has any.
func (c *column) first(doc uint32) (uint32, bool) {
	if c.starts == nil {
		o := c.values.at(doc)
		return o - 1, o > 0
	}
	i := c.starts[doc]
	if i == c.starts[doc+1] {
		return 0, false
	}
	return c.values.at(i), true
}

// any says whether a document has an ordinal of a set.
func (c *column) any(doc uint32, set bits) bool {
	if c.starts == nil {
		o := c.values.at(doc)
		return o > 0 && set.has(o-1)
	}
	for i := c.starts[doc]; i < c.starts[doc+1]; i++ {
		if set.has(c.values.at(i)) {
			return true
		}
	}
	return false
}

// count adds the values of documents to the counts.
func (c *column) count(counts, docs []uint32) {
	if c.values.narrow != nil {
		countIn(counts, docs, c.starts, c.values.narrow)
	} else {
		countIn(counts, docs, c.starts, c.values.wide)
	}
}

func countIn[N uint16 | uint32](counts, docs, starts []uint32, values []N) {
	if starts == nil {
		for _, doc := range docs {
			if o := values[doc]; o > 0 {
				counts[o-1]++
			}
		}
		return
	}
	for _, doc := range docs {
		for _, o := range values[starts[doc]:starts[doc+1]] {
			counts[o]++
		}
	}
}

func newColumnStore(fields []search.Field) *columnStore {
	s := &columnStore{
		fields: fields, at: make(map[string]int), segments: make(map[uint64]*columns), names: make([]nameList, len(fields)),
	}
	for i, f := range fields {
		s.at[f.Name] = i
		s.dicts = append(s.dicts, &dictionary{index: make(map[string]uint32)})
	}
	return s
}

func (d *dictionary) ordinal(value string, uses uint64) uint32 {
	o, ok := d.index[value]
	if !ok {
		o = uint32(len(d.values)) // #nosec G115 -- as many values as documents, at most
		d.values, d.uses = append(d.values, value), append(d.uses, 0)
		d.index[value] = o
	}
	d.uses[o] += uint32(uses) // #nosec G115 -- a number of documents
	return o
}

// view is the index at one moment: what a request sees from its beginning to
// its end.
type view struct {
	snapshot *scorch.IndexSnapshot
	segments []segmentView
	values   [][]string // the dictionaries, by field
	ordinals func(field int, value string) (uint32, bool)
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
	low, err := e.scorch()
	if err != nil {
		return nil, err
	}
	reader, err := low.Reader()
	if err != nil {
		return nil, err
	}
	snapshot, ok := reader.(*scorch.IndexSnapshot)
	if !ok {
		_ = reader.Close()
		return nil, fmt.Errorf("the index reader is a %T", reader)
	}
	v, err := e.columns.view(ctx, snapshot, e.analysers)
	if err != nil {
		_ = snapshot.Close()
		return nil, err
	}
	return v, nil
}

func (s *columnStore) view(ctx context.Context, snapshot *scorch.IndexSnapshot, analysers []*analyser) (*view, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	v := &view{snapshot: snapshot}
	live := make(map[uint64]*columns)
	for _, seg := range snapshot.Segments() {
		cols := s.segments[seg.Id()]
		if cols == nil {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			var err error
			if cols, err = s.load(ctx, seg, analysers); err != nil {
				return nil, fmt.Errorf("read values: %w", err)
			}
			s.segments[seg.Id()] = cols
		}
		live[seg.Id()] = cols
		v.segments = append(v.segments, segmentView{SegmentSnapshot: seg, columns: cols})
	}
	s.segments = live
	for _, d := range s.dicts {
		v.values = append(v.values, d.values[:len(d.values):len(d.values)])
	}
	v.ordinals = s.ordinal
	if s.newest != snapshot {
		s.newest, s.census = snapshot, v.count()
	}
	v.census = s.census
	return v, nil
}

// count sums up what is alive.
func (v *view) count() census {
	var c census
	var terms uint64
	for _, seg := range v.segments {
		live := seg.DocNumbersLive().Iterator()
		for live.HasNext() {
			doc := live.Next()
			switch {
			case seg.analyser[doc] > 0:
				c.turns++
				terms += uint64(seg.terms.at(doc))
			case seg.reports.Contains(doc):
				c.reports++
			}
		}
	}
	if c.turns > 0 {
		c.terms = float64(terms) / float64(c.turns)
	}
	return c
}

// value is the value of an ordinal.
func (s *columnStore) value(field string, ordinal uint32) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.dicts[s.at[field]].values[ordinal]
}

func (s *columnStore) ordinal(field int, value string) (uint32, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	o, ok := s.dicts[field].index[value]
	return o, ok
}
