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
	strong int // those that name an office, or tell that somebody asks
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
	r.strong += grammar.Count(!l.IsWeak())
}

// raisedEnough is how many such labels are needed, and how many where none is beyond doubt.
const (
	raisedEnough = 4
	raisedMost   = 8
)

// IsRaised says whether such labels are of people who talk: two of them come again with others
// between, and somebody speaks behind most.
func (h *Heard) IsRaised() bool {
	r := &h.raised
	again := 0
	for _, n := range r.turns {
		again += grammar.Count(n > 1)
	}
	if again < 2 || r.all < raisedEnough {
		return false
	}
	return r.strong > 0 && 2*r.voiced > r.all || r.all >= raisedMost && 4*r.voiced > 3*r.all
}
