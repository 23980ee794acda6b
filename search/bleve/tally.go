package bleve

import (
	"math"
	"slices"
	"sync"
)

// tally is counts by slot: one lane of them, or, when there are many documents to
// count, a lane for each slot of a document. A processor waits when it adds to the
// same number again and again, as it would to that of noValue.
type tally struct {
	counts []uint32 // lane after lane
	stride int      // of a lane
	values int
}

const (
	tinySlots = math.MaxUint8 + 1
	maxStride = 4096 // of several lanes
)

// spent is tallies to use again: a search of few hits would spend more on getting
// their memory than on counting.
var spent = sync.Pool{New: func() any { return new(tally) }}

func newTally(values int) *tally {
	t := spent.Get().(*tally)
	t.stride, t.values = max(tinySlots, firstSlot+values), values
	t.counts = zeros(t.counts, t.stride)
	return t
}

// release gives a tally back, with the counts that were made of it.
func (t *tally) release() { spent.Put(t) }

func zeros(in []uint32, n int) []uint32 {
	in = slices.Grow(in[:0], n)[:n]
	clear(in)
	return in
}

// widen makes room for several lanes, unless there are too many values for that.
func (t *tally) widen() {
	if len(t.counts) > t.stride || t.stride > maxStride {
		return
	}
	lanes := maxWidth
	if t.stride == tinySlots {
		lanes = maxTinyWidth
	}
	t.counts = slices.Grow(t.counts, (lanes-1)*t.stride)[:lanes*t.stride]
	clear(t.counts[t.stride:])
}

func (t *tally) lane(slot int) []uint32 {
	from := slot * t.stride % len(t.counts)
	return t.counts[from : from+t.stride]
}

// byOrdinal sums up the lanes and returns the counts by ordinal.
func (t *tally) byOrdinal() []uint32 {
	sum := t.lane(0)
	for rest := t.counts[t.stride:]; len(rest) > 0; rest = rest[t.stride:] {
		for i, n := range rest[:t.stride] {
			sum[i] += n
		}
	}
	t.counts = sum
	return sum[firstSlot : firstSlot+t.values]
}

// count adds the values of documents to the counts.
func (c *column) count(t *tally, docs []uint32) {
	switch {
	case c.slots.tiny != nil:
		countTiny(t, docs, c.slots.tiny, c.width)
	case c.slots.narrow != nil:
		countSlots(t, docs, c.slots.narrow, c.width)
	default:
		countSlots(t, docs, c.slots.wide, c.width)
	}
	last, from := c.width-1, 0
	counts := t.lane(int(last))
	if counts[moreValues] == 0 {
		return
	}
	counts[moreValues] = 0 // for the next time
	for _, doc := range docs {
		if c.slots.at(doc*c.width+last) != moreValues {
			continue
		}
		var more []uint32
		more, from = c.more.of(doc, from)
		for _, slot := range more {
			counts[slot]++
		}
	}
}

func countSlots[N uint16 | uint32](t *tally, docs []uint32, slots []N, width uint32) {
	first, second, third, fourth := t.lane(0), t.lane(1), t.lane(2), t.lane(3)
	switch width {
	case 1:
		for _, doc := range docs {
			first[slots[doc]]++
		}
	case 2:
		for _, doc := range docs {
			s := slots[doc*2 : doc*2+2 : doc*2+2]
			first[s[0]]++
			second[s[1]]++
		}
	default:
		for _, doc := range docs {
			s := slots[doc*4 : doc*4+4 : doc*4+4]
			first[s[0]]++
			second[s[1]]++
			third[s[2]]++
			fourth[s[3]]++
		}
	}
}

// countTiny is countSlots for slots of one byte, none of which is out of bounds.
func countTiny(t *tally, docs []uint32, slots []uint8, width uint32) {
	lane := func(i int) *[tinySlots]uint32 { return (*[tinySlots]uint32)(t.lane(i)) }
	first, second, third, fourth := lane(0), lane(1), lane(2), lane(3)
	switch width {
	case 1:
		for _, doc := range docs {
			first[slots[doc]]++
		}
	case 2:
		for _, doc := range docs {
			s := (*[2]uint8)(slots[doc*2:])
			first[s[0]]++
			second[s[1]]++
		}
	case 4:
		for _, doc := range docs {
			s := (*[4]uint8)(slots[doc*4:])
			first[s[0]]++
			second[s[1]]++
			third[s[2]]++
			fourth[s[3]]++
		}
	default:
		fifth, sixth, seventh, eighth := lane(4), lane(5), lane(6), lane(7)
		for _, doc := range docs {
			s := (*[8]uint8)(slots[doc*8:])
			first[s[0]]++
			second[s[1]]++
			third[s[2]]++
			fourth[s[3]]++
			fifth[s[4]]++
			sixth[s[5]]++
			seventh[s[6]]++
			eighth[s[7]]++
		}
	}
}
