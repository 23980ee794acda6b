package segment

import (
	"strings"

	"briefsearch/indexer/read"
	"briefsearch/indexer/segment/matter"
)

// dashNotes are what the clerks of parliaments in Spanish and Portuguese print between
// speeches, where the reader took the dash for the mark of a list: no other item stands beside
// such a note, and a title or the label of the next speaker comes below it. A record that has
// such notes ends with one.
func dashNotes(blocks []read.Block, isLabelled func(b *read.Block) bool) map[*read.Block]bool {
	found := map[*read.Block]bool{}
	for i := range blocks {
		b := &blocks[i]
		if !isDashed(b) || i > 0 && isDashed(&blocks[i-1]) {
			continue
		}
		isLast := i+1 == len(blocks)
		if isLast && len(found) > 0 || !isLast && beginsNext(&blocks[i+1], isLabelled) {
			found[b] = true
		}
	}
	return found
}

// beginsNext says whether a block is the title, the number or the speaker of what comes next.
func beginsNext(b *read.Block, isLabelled func(b *read.Block) bool) bool {
	return isLabelled(b) || matter.IsHeading(b) || isNumber(b.Text)
}

func isDashed(b *read.Block) bool {
	return b.Kind == read.Item && strings.Trim(b.Marker, "-–—") == ""
}

// isNumber says whether a line is the number of what comes next.
func isNumber(text string) bool { return text != "" && strings.Trim(text, "0123456789.") == "" }
