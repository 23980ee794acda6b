package learned

import (
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/label"
)

// raised are labels in capitals and a colon on lines of their own, which titles may have as
// well: "ADA BROOK:".
type raised struct {
	all    int
	voiced int // those behind which somebody speaks
}

// HearRaised counts a label in capitals on a line of its own, with what is said below it.
func (h *Heard) HearRaised(l label.Label, said string) {
	if l.Style != label.Shouted || !l.Alone {
		return
	}
	h.raised.all++
	h.raised.voiced += grammar.Count(grammar.IsVoiced(said))
}

// IsRaised says whether such labels are of people who talk: somebody speaks behind most.
func (h *Heard) IsRaised() bool { return 2*h.raised.voiced > h.raised.all }
