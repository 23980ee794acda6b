package bleve

import (
	"math"
	"slices"
	"sync"
)

// tally is counts by slot. The slots of one byte of a document have a lane each, so
// that a processor need not wait for what it added to the same number a moment
// before.
type tally struct {
	counts []uint32
	tiny   [maxTinyWidth * tinySlots]uint32 // lane after lane
	used   []uint32                         // of tiny
	values int
}

const tinySlots = math.MaxUint8 + 1

// spent is tallies to use again: a search of few hits would spend more on getting
// their memory than on counting.
var spent = sync.Pool{New: func() any { return new(tally) }}

func newTally(values int) *tally {
	t := spent.Get().(*tally)
	n := max(tinySlots, firstSlot+values)
	t.values, t.counts = values, slices.Grow(t.counts[:0], n)[:n]
	clear(t.counts)
	return t
}

// release gives a tally back, with the counts that were made of it. Lanes that were
// never summed up, because a search was given up, are emptied for the next.
func (t *tally) release() {
	clear(t.used)
	t.used = nil
	spent.Put(t)
}

// byOrdinal sums up the lanes and returns the counts by ordinal.
func (t *tally) byOrdinal() []uint32 {
	for lane := range slices.Chunk(t.used, tinySlots) {
		for i, n := range lane {
			t.counts[i] += n
		}
		clear(lane)
	}
	t.used = nil
	return t.counts[firstSlot : firstSlot+t.values]
}

// count adds the values of documents to the counts.
func (c *column) count(t *tally, docs []uint32) {
	last := c.width - 1
	more := &t.counts[moreValues]
	switch {
	case c.slots.tiny != nil:
		countTiny(t, docs, c.slots.tiny, c.width)
		more = &t.tiny[last*tinySlots+moreValues]
	case c.slots.narrow != nil:
		countSlots(t, docs, c.slots.narrow, c.width)
	default:
		countSlots(t, docs, c.slots.wide, c.width)
	}
	if *more == 0 {
		return
	}
	*more = 0 // for the next time
	from := 0
	for _, doc := range docs {
		if c.slots.at(doc*c.width+last) != moreValues {
			continue
		}
		var slots []uint32
		slots, from = c.more.of(doc, from)
		for _, slot := range slots {
			t.counts[slot]++
		}
	}
}

func countSlots[N uint16 | uint32](t *tally, docs []uint32, slots []N, width uint32) {
	if width == 1 {
		for _, doc := range docs {
			t.counts[slots[doc]]++
		}
		return
	}
	for _, doc := range docs {
		for _, slot := range slots[doc*width : (doc+1)*width] {
			t.counts[slot]++
		}
	}
}

// lanesAtOnce is how many slots of a document are counted in one go.
const lanesAtOnce = 4

// countTiny is countSlots for slots of one byte, none of which is out of bounds.
func countTiny(t *tally, docs []uint32, slots []uint8, width uint32) {
	t.used = t.tiny[:max(len(t.used), int(width)*tinySlots)]
	for from := uint32(0); from < width; from += lanesAtOnce {
		lanes := (*[lanesAtOnce * tinySlots]uint32)(t.tiny[from*tinySlots:])
		countLanes(lanes, docs, slots[from:], width, width-from)
	}
}

// countLanes counts the first n slots of each document, up to lanesAtOnce.
func countLanes(lanes *[lanesAtOnce * tinySlots]uint32, docs []uint32, slots []uint8, width, n uint32) {
	const second, third, fourth = tinySlots, 2 * tinySlots, 3 * tinySlots
	switch n {
	case 1:
		for _, doc := range docs {
			lanes[slots[doc*width]]++
		}
	case 2:
		for _, doc := range docs {
			s := (*[2]uint8)(slots[doc*width:])
			lanes[s[0]]++
			lanes[second+int(s[1])]++
		}
	case 3:
		for _, doc := range docs {
			s := (*[3]uint8)(slots[doc*width:])
			lanes[s[0]]++
			lanes[second+int(s[1])]++
			lanes[third+int(s[2])]++
		}
	default:
		for _, doc := range docs {
			s := (*[4]uint8)(slots[doc*width:])
			lanes[s[0]]++
			lanes[second+int(s[1])]++
			lanes[third+int(s[2])]++
			lanes[fourth+int(s[3])]++
		}
	}
}
