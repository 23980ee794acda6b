package segment

import (
	"strings"

	"briefsearch/indexer/read"
	"briefsearch/indexer/segment/matter"
)

// dashNotes are what the clerks of parliaments in Spanish and Portuguese print between
// speeches, where the reader took the dash for the mark of a list: no other item stands beside
// such a note, and a title or the label of the next speaker comes below it.
func dashNotes(blocks []read.Block, isLabelled func(b *read.Block) bool) map[*read.Block]bool {
	found := map[*read.Block]bool{}
	for i := range blocks {
		b := &blocks[i]
		if !isDashed(b) || i > 0 && isDashed(&blocks[i-1]) || i+1 == len(blocks) {
			continue
		}
		if next := &blocks[i+1]; isLabelled(next) || matter.IsHeading(next) || isNumber(next.Text) {
			found[b] = true
		}
	}
	return found
}

func isDashed(b *read.Block) bool {
	return b.Kind == read.Item && strings.Trim(b.Marker, "-–—") == ""
}

// isNumber says whether a line is the number of what comes next.
func isNumber(text string) bool { return text != "" && strings.Trim(text, "0123456789.") == "" }
