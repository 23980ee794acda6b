package bleve

import (
	index "github.com/blevesearch/bleve_index_api"
)

// What tests look at from outside.
var (
	CheckRoot = checkRoot
	CopyRoot  = copyRoot
)

// What the tests of records and places look into.
type Turn = turn

// PlacesBits bounds the number that Places makes.
const PlacesBits = placesBits

// Repack writes a turn and reads it again.
func Repack(t *Turn) (*Turn, error) {
	c, err := newCodec()
	if err != nil {
		return nil, err
	}
	defer c.close()
	return c.unpackTurn(c.packTurn(t))
}

// PackTurn is the record of a turn before it is compressed.
func PackTurn(t *Turn) string {
	var p packed
	p.turn(t)
	return string(p.written)
}

// UnpackTurn reads a record and says whether it is one.
func UnpackTurn(record string) bool {
	p := packed{reading: true, left: record}
	p.turn(new(turn))
	return !p.bad
}

// Places packs positions, and unpacks and counts them again.
func Places(at []int) (number uint64, counted int, again []int, all bool) {
	p, all := placesAt(at)
	again, told := p.positions(nil)
	if !all {
		again = positionsOf(location{locationOf(at)}, again)
	}
	return uint64(p), p.count(), again, all && told
}

// location is a token's location as the index gives it back.
type location struct{ *index.TokenLocation }

func (l location) Field() string            { return "" }
func (l location) Pos() uint64              { return uint64(l.Position) }
func (l location) Start() uint64            { return uint64(l.TokenLocation.Start) }
func (l location) End() uint64              { return uint64(l.TokenLocation.End) }
func (l location) ArrayPositions() []uint64 { return l.TokenLocation.ArrayPositions }
func (l location) Size() int                { return 0 }

// Counter counts a small column: of four documents two have its first value and two its
// second.
type Counter struct{ *tally }

// NewCounter takes a tally and counts.
func NewCounter() Counter {
	c := column{width: 2, slots: newNumbers(8, tinySlots-1)}
	for i, slot := range []uint32{firstSlot, firstSlot + 1, firstSlot, 0, firstSlot + 1, 1, 2, 2} {
		c.slots.set(uint32(i), slot) // #nosec G115 -- a handful
	}
	t := newTally(2)
	c.count(t, []uint32{0, 1, 2, 3})
	return Counter{t}
}

// Sum is the counts, and Release gives them back, summed up or not.
func (c Counter) Sum() []uint32 { return c.byOrdinal() }
func (c Counter) Release()      { c.release() }

// IsEmpty says whether nothing that was counted is left in the lanes.
func (c Counter) IsEmpty() bool {
	for _, n := range c.tiny {
		if n > 0 {
			return false
		}
	}
	return true
}
