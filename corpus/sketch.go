package corpus

import (
	"unicode"
	"unicode/utf8"
)

// Sketch tells what a text is like in a few characters, so that the forms in which one
// report is held (as Word, as PDF, as a scan of it) are known for one: two texts have
// about as many places of their sketches alike as they share runs of letters. It reads
// letters and digits alone, for each program parts words, lines and pages in its own way.
// It is "" for a text too short to tell.
type Sketch string

const (
	sketchPlaces = 64 // of a sketch: what it tells of two texts is right within a sixteenth, mostly
	sketchWidth  = 2  // characters of a place
	sketchRun    = 12 // letters of a run: two words, so that a letter misread spoils few
	sketchLeast  = 4 * sketchPlaces
	sketchBase   = 0x9e3779b97f4a7c15
	sketchSigns  = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
)

// SketchOf is the sketch of all that a report says.
func SketchOf(r *Report) Sketch {
	s := newSketcher()
	for i := range r.Sections {
		s.write(r.Sections[i].Text)
	}
	for i := range r.Interventions {
		s.write(r.Interventions[i].Text)
	}
	return s.sketch()
}

// Likeness is how much of two texts is the same, from 0 to 1.
func (s Sketch) Likeness(other Sketch) float64 {
	if len(s) != len(other) || s == "" {
		return 0
	}
	same := 0
	for i := 0; i < len(s); i += sketchWidth {
		if s[i:i+sketchWidth] == other[i:i+sketchWidth] {
			same++
		}
	}
	return float64(same) / sketchPlaces
}

// sketcher takes a text letter by letter. Each run of letters falls into one of the places
// by its hash, and the least of each place is kept: texts that share most of their runs
// share most of the least, wherever they stand.
type sketcher struct {
	ring  [sketchRun]uint64 // the last letters
	read  int               // letters
	hash  uint64            // of the ring, as a polynomial
	drop  uint64            // the base to the power of the run
	least [sketchPlaces]uint64
}

func newSketcher() *sketcher {
	s := &sketcher{drop: 1}
	for range sketchRun {
		s.drop *= sketchBase
	}
	for i := range s.least {
		s.least[i] = ^uint64(0)
	}
	return s
}

func (s *sketcher) write(text string) {
	for _, r := range text {
		letter := letterOf(r)
		if letter == 0 {
			continue
		}
		oldest := &s.ring[s.read%sketchRun]
		s.hash = s.hash*sketchBase + letter - *oldest*s.drop
		*oldest = letter
		if s.read++; s.read < sketchRun {
			continue
		}
		mixed := (s.hash ^ s.hash>>31) * 0xbf58476d1ce4e5b9
		mixed ^= mixed >> 29
		place := mixed % sketchPlaces
		s.least[place] = min(s.least[place], mixed/sketchPlaces)
	}
}

// letterOf is a number for a letter or a digit, the same for capitals, and 0 for what is neither.
func letterOf(r rune) uint64 {
	switch {
	case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
	case 'A' <= r && r <= 'Z':
		r |= 0x20
	case r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)):
		r = unicode.ToLower(r)
	default:
		return 0
	}
	return uint64(r) // #nosec G115 -- no letter is negative
}

func (s *sketcher) sketch() Sketch {
	if s.read < sketchLeast {
		return ""
	}
	out := make([]byte, 0, sketchPlaces*sketchWidth)
	for _, n := range s.least {
		out = append(out, sketchSigns[n%uint64(len(sketchSigns))], sketchSigns[n/uint64(len(sketchSigns))%uint64(len(sketchSigns))])
	}
	return Sketch(out)
}
