package bleve

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"sync"

	"briefsearch/search/words"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// The columns of a segment are made from its postings: for each value, the
// documents that have it. That is ten times as fast as to read the values of each
// document, and the index need not have those.

// load reads the columns of a segment.
func (s *columnStore) load(ctx context.Context, seg *scorch.SegmentSnapshot, analysers []*words.Analyser) (*columns, error) {
	docs := int(seg.FullSize())
	cols := &columns{docs: docs, fields: make([]column, len(s.fields)), used: make([]int, 2*len(analysers)+1)}
	var ranking sync.WaitGroup
	var failed error
	ranking.Go(func() { cols.rank, failed = rankNames(seg, docs) })
	err := s.loadFields(ctx, seg, cols, analysers)
	ranking.Wait()
	return cols, errors.Join(err, failed)
}

func (s *columnStore) loadFields(ctx context.Context, seg *scorch.SegmentSnapshot, cols *columns, analysers []*words.Analyser) error {
	for i, f := range s.fields {
		if err := ctx.Err(); err != nil {
			return err
		}
		lists, err := listsOf(seg, f.Name)
		if err != nil {
			return err
		}
		cols.fields[i] = newColumn(cols.docs, lists, s.dicts[i])
	}
	kinds, err := listsOf(seg, fieldKind)
	cols.reports, cols.sections = roaring.New(), roaring.New()
	for _, l := range kinds {
		if l.term == kindSection {
			l.each(cols.sections.Add)
		} else {
			l.each(cols.reports.Add)
		}
	}
	return errors.Join(err, cols.loadTexts(seg, analysers))
}

// loadTexts reads which analyser read a text and how many terms it has.
func (c *columns) loadTexts(seg *scorch.SegmentSnapshot, analysers []*words.Analyser) error {
	c.analyser = make([]uint8, c.docs)
	names, err := listsOf(seg, fieldAnalyser)
	if err != nil {
		return err
	}
	for _, l := range names {
		i := 1 + slices.IndexFunc(analysers, func(a *words.Analyser) bool { return a.Field == l.term })
		l.each(func(doc uint32) { c.analyser[doc] = uint8(i) }) // #nosec G115 -- a handful
	}
	for it := c.sections.Iterator(); it.HasNext(); {
		c.analyser[it.Next()] += uint8(len(analysers)) // #nosec G115 -- a handful
	}
	for _, code := range c.analyser {
		c.used[code]++
	}
	lengths, err := listsOf(seg, fieldTerms)
	if err != nil {
		return err
	}
	most := uint32(0)
	counts := make([]uint32, len(lengths))
	for i, l := range lengths {
		n, err := strconv.ParseUint(l.term, 10, 32)
		if err != nil {
			return fmt.Errorf("%s: %w", fieldTerms, err)
		}
		counts[i] = uint32(n)
		most = max(most, counts[i])
	}
	c.terms = newNumbers(c.docs, most)
	for i, l := range lengths {
		l.each(func(doc uint32) { c.terms.set(doc, counts[i]) })
	}
	return nil
}

// list is a term and the documents that have it, the deleted ones too.
type list struct {
	term  string
	count uint64
	one   uint32          // the document, when there is one only
	docs  *roaring.Bitmap // or nil
}

func (l *list) each(do func(doc uint32)) {
	if l.docs == nil {
		do(l.one)
		return
	}
	var buffer [256]uint32
	for it := l.docs.ManyIterator(); ; {
		n := it.NextMany(buffer[:])
		if n == 0 {
			return
		}
		for _, doc := range buffer[:n] {
			do(doc)
		}
	}
}

// listsOf is all terms of a field in a segment.
func listsOf(seg *scorch.SegmentSnapshot, field string) ([]list, error) {
	dict, err := seg.Segment().Dictionary(field)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", field, err)
	}
	var lists []list
	for it := dict.AutomatonIterator(nil, nil, nil); ; {
		entry, err := it.Next()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", field, err)
		}
		if entry == nil {
			return lists, nil
		}
		postings, err := dict.PostingsList([]byte(entry.Term), nil, nil)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", field, err)
		}
		l := list{term: entry.Term, count: postings.Count()}
		if l.one, l.docs, err = documentsIn(postings); err != nil {
			return nil, fmt.Errorf("%s: %w", field, err)
		}
		if l.count > 0 {
			lists = append(lists, l)
		}
	}
}

// documentsIn is the documents of a list that has some: one, or a set that must
// not be changed.
func documentsIn(postings segment.PostingsList) (uint32, *roaring.Bitmap, error) {
	it := postings.Iterator(false, false, false, nil)
	if known, ok := it.(segment.OptimizablePostingsIterator); ok {
		if doc, ok := known.DocNum1Hit(); ok {
			return uint32(doc), nil, nil // #nosec G115 -- numbers of documents are 32 bits
		}
		if set := known.ActualBitmap(); set != nil {
			return 0, set, nil
		}
	}
	set := roaring.New()
	for {
		posting, err := it.Next()
		if err != nil || posting == nil {
			return 0, set, err
		}
		set.Add(uint32(posting.Number())) // #nosec G115 -- numbers of documents are 32 bits
	}
}

// newColumn turns the documents of each value into the values of each document.
func newColumn(docs int, lists []list, dict *dictionary) column {
	ordinals := make([]uint32, len(lists))
	most := uint32(0)
	held := make([]uint8, docs) // values that a document has
	for i := range lists {
		ordinals[i] = dict.ordinal(lists[i].term, lists[i].count)
		most = max(most, ordinals[i])
		lists[i].each(func(doc uint32) { held[doc] = min(held[doc], math.MaxUint8-1) + 1 })
	}
	c := column{width: widthFor(held, most+firstSlot)}
	more := make(map[uint32][]uint32)
	c.slots = newNumbers(docs*int(c.width), most+firstSlot)
	for doc := range uint32(docs) { // #nosec G115 -- numbers of documents are 32 bits
		for i := range c.width {
			c.slots.set(doc*c.width+i, doc%noValues)
		}
	}
	filled := make([]uint8, docs)
	for i := range lists {
		slot := ordinals[i] + firstSlot
		lists[i].each(func(doc uint32) {
			at := uint32(filled[doc])
			switch {
			case at+1 < c.width, at < c.width && uint32(held[doc]) == c.width:
				c.slots.set(doc*c.width+at, slot)
				filled[doc]++
			default:
				c.slots.set(doc*c.width+at, moreValues)
				more[doc] = append(more[doc], slot)
			}
		})
	}
	c.more.starts = []uint32{0}
	for _, doc := range slices.Sorted(maps.Keys(more)) {
		c.more.docs = append(c.more.docs, doc)
		c.more.slots = append(c.more.slots, more[doc]...)
		c.more.starts = append(c.more.starts, uint32(len(c.more.slots))) // #nosec G115
	}
	return c
}

// fewMore is how many documents, one in so many, may have more values than there
// are slots.
const fewMore = 32

// widthFor is the number of slots that is enough for most documents, if the
// greatest slot is so great.
func widthFor(held []uint8, most uint32) uint32 {
	var beyond [maxTinyWidth]int // documents with more than so many values
	for _, n := range held {
		for w := 1; w < maxTinyWidth && int(n) > w; w++ {
			beyond[w]++
		}
	}
	limit := maxWidth
	if most < tinySlots {
		limit = maxTinyWidth
	}
	for w := 1; w < limit; w++ {
		if beyond[w]*fewMore <= len(held) && (w > 1 || beyond[w] == 0) {
			return uint32(w) // #nosec G115
		}
	}
	return uint32(limit) // #nosec G115
}

// rankNames sorts the documents of a segment by their names, and returns the
// place of each. Hits of equal score are shown in that order.
func rankNames(seg *scorch.SegmentSnapshot, docs int) (rank []uint32, err error) {
	defer func() {
		if p := recover(); p != nil { // as in rescue, which does not reach here
			err = fmt.Errorf("the names cannot be read: %v", p)
		}
	}()
	var names []byte
	ends := make([]uint32, 1, docs+1)
	order := make([]uint32, docs)
	for doc := range docs {
		name, err := seg.DocID(uint64(doc)) // #nosec G115
		if err != nil {
			return nil, err
		}
		names = append(names, name...)
		ends = append(ends, uint32(len(names))) // #nosec G115 -- 4 GB of names are not reached
		order[doc] = uint32(doc)                // #nosec G115
	}
	slices.SortFunc(order, func(a, b uint32) int {
		return cmp.Or(bytes.Compare(names[ends[a]:ends[a+1]], names[ends[b]:ends[b+1]]), cmp.Compare(a, b))
	})
	rank = make([]uint32, docs)
	for place, doc := range order {
		rank[doc] = uint32(place) // #nosec G115
	}
	return rank, nil
}
