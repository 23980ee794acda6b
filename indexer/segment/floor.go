package segment

import (
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/segment/label"
)

// floor is who was given the floor last, whoever interrupts him.
type floor struct {
	corpus.Speaker
	call string // the last words of the chair
}

// callLimit is how many bytes of the chair's last words may call a speaker.
const callLimit = 120

// hear takes in the last words of the chair.
func (f *floor) hear(text string) { f.call = corpus.Tail(text, callLimit) }

// isCalled says whether the chair named a speaker, before whom others may have had a word.
func (f *floor) isCalled(sp corpus.Speaker) bool { return strings.Contains(f.call, sp.Name) }

// give takes in who speaks.
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
