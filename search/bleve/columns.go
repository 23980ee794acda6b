package bleve

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strconv"
	"sync"

	"github.com/blevesearch/bleve/v2/index/scorch"
	segment "github.com/blevesearch/scorch_segment_api/v2"

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
	terms    []uint32 // in the text, stop words left aside
	ids      []byte   // the documents' names, one behind the other
	idEnds   []uint32
	used     []int // documents by analyser, as in analyser
}

// column holds the ordinals of document d at values[starts[d]:starts[d+1]]. When
// no document has more than one, single has them too: 1 + ordinal, or 0.
type column struct {
	starts []uint32
	values []uint32
	single []uint32
}

func (c *column) of(doc uint32) []uint32 { return c.values[c.starts[doc]:c.starts[doc+1]] }

// settle makes single where that is possible.
func (c *column) settle() {
	single := make([]uint32, len(c.starts)-1)
	for doc := range single {
		switch values := c.of(uint32(doc)); len(values) { // #nosec G115
		case 0:
		case 1:
			single[doc] = values[0] + 1
		default:
			return
		}
	}
	c.single = single
}

func (c *columns) id(doc uint32) []byte {
	from := uint32(0)
	if doc > 0 {
		from = c.idEnds[doc-1]
	}
	return c.ids[from:c.idEnds[doc]]
}

// isReport says whether a document is that of a report.
func (c *columns) isReport(doc uint32) bool {
	return c.analyser[doc] == 0 && bytes.HasPrefix(c.id(doc), []byte(headPrefix))
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

func (d *dictionary) ordinal(value []byte) uint32 {
	if o, ok := d.index[string(value)]; ok {
		d.uses[o]++
		return o
	}
	o := uint32(len(d.values)) // #nosec G115 -- as many values as documents, at most
	d.values, d.uses = append(d.values, string(value)), append(d.uses, 1)
	d.index[string(value)] = o
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
			if cols, err = s.load(seg, analysers); err != nil {
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
				terms += uint64(seg.terms[doc])
			case seg.isReport(doc):
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

// load reads the columns of a segment.
func (s *columnStore) load(seg *scorch.SegmentSnapshot, analysers []*analyser) (*columns, error) {
	docs := int(seg.FullSize())
	cols := &columns{
		docs: docs, fields: make([]column, len(s.fields)), analyser: make([]uint8, docs),
		terms: make([]uint32, docs), idEnds: make([]uint32, 0, docs), used: make([]int, len(analysers)+1),
	}
	for i := range cols.fields {
		cols.fields[i].starts = make([]uint32, 1, docs+1)
	}
	values, ok := seg.Segment().(segment.DocValueVisitable)
	if !ok {
		return nil, fmt.Errorf("segment %d has no values", seg.Id())
	}
	names := []string{fieldAnalyser, fieldTerms}
	for _, f := range s.fields {
		names = append(names, f.Name)
	}
	var state segment.DocVisitState
	for doc := range docs {
		id, err := seg.DocID(uint64(doc)) // #nosec G115
		if err != nil {
			return nil, err
		}
		cols.ids = append(cols.ids, id...)
		cols.idEnds = append(cols.idEnds, uint32(len(cols.ids))) // #nosec G115
		visit := func(field string, value []byte) { s.take(cols, doc, field, value, analysers) }
		if state, err = values.VisitDocValues(uint64(doc), names, visit, state); err != nil { // #nosec G115
			return nil, err
		}
		for i := range cols.fields {
			c := &cols.fields[i]
			c.starts = append(c.starts, uint32(len(c.values))) // #nosec G115
		}
		cols.used[cols.analyser[doc]]++
	}
	for i := range cols.fields {
		cols.fields[i].settle()
	}
	return cols, nil
}

func (s *columnStore) take(cols *columns, doc int, field string, value []byte, analysers []*analyser) {
	switch field {
	case fieldAnalyser:
		i := slices.IndexFunc(analysers, func(a *analyser) bool { return a.field == string(value) })
		cols.analyser[doc] = uint8(i + 1) // #nosec G115 -- a handful
	case fieldTerms:
		n, _ := strconv.ParseUint(string(value), 10, 32)
		cols.terms[doc] = uint32(n)
	default:
		i := s.at[field]
		cols.fields[i].values = append(cols.fields[i].values, s.dicts[i].ordinal(value))
	}
}
