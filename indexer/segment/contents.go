package segment

import (
	"strings"

	"briefsearch/indexer/read"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/label"
	"briefsearch/indexer/segment/matter"
)

// contentsEnough is how many labels with nothing behind them make a table of contents.
const contentsEnough = 5

// contents is the index of the first block behind the table of contents of a record
// that lists who speaks by the labels of the speeches. It is 0 when there is none.
func (l labelled) contents(blocks []read.Block) int {
	listed, last := 0, 0
	for i := range blocks {
		b := &blocks[i]
		switch found := l.at(b, 0); {
		case found.Style != label.None && found.Alone:
			listed, last = listed+1, i
		case listed == 0 || !isSaid(b.Text) && found.Style == label.None:
		case listed < contentsEnough:
			return 0
		case last == i-1:
			return last
		default:
			return i
		}
	}
	return 0
}

// isSaid says whether a text is a sentence, perhaps with the number of a question behind it.
func isSaid(text string) bool {
	return grammar.EndsSentence(text) || strings.HasSuffix(text, "]") && matter.EndsSpeech(text)
}
