package segment

import (
	"briefsearch/corpus"
	"briefsearch/indexer/segment/label"
)

// floor is who was given the floor last, whoever interrupts him.
type floor struct{ corpus.Speaker }

// give takes in who speaks after the chair.
func (f *floor) give(sp corpus.Speaker) {
	if !sp.Presiding && sp.Name != "" {
		f.Speaker = sp
	}
}

// goesOn is who is meant by a label that says that he goes on, and names nobody: "O Orador".
func (f *floor) goesOn(l label.Label) corpus.Speaker {
	sp := f.Speaker
	sp.AsPrinted = l.Speaker.AsPrinted
	return sp
}
