package bleve

import (
	mathbits "math/bits"

	index "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// places are where a term stands in a text, its positions, as one number. Bleve
// keeps it as the frequency of the term in the text, and writes as many bytes as
// it needs: two for most terms, where a location of Bleve's takes eight.
//
// The lowest bits say how to read the rest: 0 is one place, its position; 01 is
// several, the first and then the distances, in groups of four bits of which the
// highest says that the number goes on; 11 is too many for that, which are only
// counted, and are in a location.
type places uint64

const (
	severalPlaces = 0b01
	tooManyPlaces = 0b11
	flagBits      = 2
	groupBits     = 4
	placesBits    = 62 // Bleve needs one, and the sign is one
)

// placesAt packs positions, which grow and begin with 1. all is whether the number
// tells them all.
func placesAt(at []int) (p places, all bool) {
	if len(at) == 1 {
		return places(at[0]) << 1, true // #nosec G115 -- positions are small, here and below
	}
	p = severalPlaces
	shift, last := flagBits, 0
	for _, position := range at {
		distance := uint64(position - last) // #nosec G115
		last = position
		for more := true; more; shift += groupBits {
			if shift+groupBits > placesBits {
				return places(len(at))<<flagBits | tooManyPlaces, false
			}
			more = distance > 7
			group := distance & 7
			if more {
				group |= 8
			}
			p |= places(group << shift)
			distance >>= 3
		}
	}
	return p, true
}

// count is how many places there are.
func (p places) count() int {
	switch {
	case p&1 == 0:
		return 1
	case p&tooManyPlaces == severalPlaces:
		groups := uint64(p >> flagBits)
		return (mathbits.Len64(groups)+groupBits-1)/groupBits - mathbits.OnesCount64(groups&0x8888888888888888)
	default:
		return int(p >> flagBits) // #nosec G115 -- of one text
	}
}

// positions adds the places to a list. all is false when they are in a location.
func (p places) positions(to []int) (at []int, all bool) {
	if p&1 == 0 {
		return append(to, int(p>>1)), true // #nosec G115
	}
	if p&tooManyPlaces == tooManyPlaces {
		return to, false
	}
	position, shift := 0, 0
	for groups := p >> flagBits; groups > 0; groups >>= groupBits {
		position += int(groups&7) << shift // #nosec G115
		shift += groupBits - 1
		if groups&8 == 0 {
			to = append(to, position)
			shift = 0
		}
	}
	return to, true
}

// locationOf writes any number of places as one location: the first as its
// position, the distances to the next two as start and end, and those to the rest
// as array positions.
func locationOf(at []int) *index.TokenLocation {
	l := &index.TokenLocation{Position: at[0], ArrayPositions: make([]uint64, 0, len(at))}
	for i, position := range at[1:] {
		switch distance := position - at[i]; i {
		case 0:
			l.Start = distance
		case 1:
			l.End = distance
		default:
			l.ArrayPositions = append(l.ArrayPositions, uint64(distance)) // #nosec G115
		}
	}
	return l
}

// positionsOf adds the places that locationOf wrote.
func positionsOf(l segment.Location, to []int) []int {
	at := int(l.Pos()) // #nosec G115 -- positions are small, here and below
	to = append(to, at)
	for _, distance := range [2]uint64{l.Start(), l.End()} {
		if distance == 0 {
			return to
		}
		at += int(distance) // #nosec G115
		to = append(to, at)
	}
	for _, distance := range l.ArrayPositions() {
		at += int(distance) // #nosec G115
		to = append(to, at)
	}
	return to
}
