package segment

import (
	"strings"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/segment/grammar"
)

// Where a label names the same person as the one before, another matter has begun, and the
// record may have printed its title between them as a sentence, full stop and all. Whoever
// presides says it again: "Hearing of the keeper of lamps, Ada Brook." – "PRESIDENT. The
// agenda has the hearing of the keeper of lamps, Ada Brook."

const (
	echoLimit = 400 // bytes of the longest title that is said again
	echoReach = 900 // and how far into the speech
	echoWord  = 5   // letters of the shortest word that counts
	echoLeast = 3   // words that a title has at least
)

// takeEchoed takes a title off the end of the open turn, where the next one is of the same
// speaker and says it again.
func (r *recorder) takeEchoed(sp corpus.Speaker, next piece) {
	last := len(r.pieces) - 1
	if !r.inTurn() || last < 1 || r.speaker.Display() != sp.Display() || r.pieces[last].block == next.block {
		return
	}
	if title := r.pieces[last]; isEchoed(title.bare(), next.bare()) {
		r.pieces = r.pieces[:last]
		r.headings = append([]piece{title}, r.headings...)
	}
}

// isEchoed says whether nearly all long words of a title stand at the beginning of a speech.
func isEchoed(title, said string) bool {
	if len(title) > echoLimit {
		return false
	}
	said = strings.ToLower(corpus.Head(said, echoReach))
	words, again := 0, 0
	for w := range strings.FieldsFuncSeq(strings.ToLower(title), grammar.IsBetweenWords) {
		if utf8.RuneCountInString(w) >= echoWord {
			words++
			again += grammar.Count(strings.Contains(said, w))
		}
	}
	return words >= echoLeast && 5*again >= 4*words
}
