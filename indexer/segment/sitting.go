package segment

import (
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
)

// A page of a parliament's site may have one speech of a sitting, and a transcript may
// be cut off after its first words: one label is all that there is. It is believed where
// it leaves no doubt and the cover tells of what meets, or of what the press was told.

// sittings are words for what meets and for its record, and briefings for a meeting with
// the press.
var (
	sittings  = lists.Set("sitting")
	briefings = lists.Lines("briefing")
)

// sittingHead is how much of each block of a cover is looked at, in bytes.
const sittingHead = 200

// tellsOfSitting says whether the cover of a document tells what meets.
func tellsOfSitting(doc *read.Document) bool {
	for i := range min(len(doc.Blocks), titleBlocks) {
		head := strings.ToLower(corpus.Head(doc.Blocks[i].Text, sittingHead))
		if isOfSitting(head) {
			return true
		}
		for _, phrase := range briefings {
			if strings.Contains(head, phrase) {
				return true
			}
		}
	}
	return false
}

// isOfSitting says whether a text has a word for what meets or for its record.
func isOfSitting(text string) bool {
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), isBetweenWords) {
		if sittings[w] {
			return true
		}
	}
	return false
}
