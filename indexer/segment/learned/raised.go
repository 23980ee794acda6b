package learned

import (
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/label"
)

// raised are labels in capitals and a colon on lines of their own, which titles may have as
// well: "ADA BROOK:".
type raised struct {
	turns  map[string]int // how often each comes, with others between
	last   string
	all    int
	voiced int // those behind which somebody speaks
}

// HearRaised counts a label in capitals on a line of its own, with what is said below it.
func (h *Heard) HearRaised(l label.Label, said string) {
	if l.Style != label.Shouted || !l.Alone {
		return
	}
	r := &h.raised
	if r.turns == nil {
		r.turns = map[string]int{}
	}
	if name := l.Speaker.AsPrinted; name != r.last {
		r.turns[name]++
		r.last = name
	}
	r.all++
	r.voiced += grammar.Count(grammar.IsVoiced(said))
}

// IsRaised says whether such labels are of people who talk: two of them come again with others
// between, and somebody speaks behind most.
func (h *Heard) IsRaised() bool {
	again := 0
	for _, n := range h.raised.turns {
		again += grammar.Count(n > 1)
	}
	return again > 1 && 2*h.raised.voiced > h.raised.all
}
