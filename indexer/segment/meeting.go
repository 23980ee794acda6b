package segment

import (
	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/matter"
)

// meetingBlocks is how far into a report it says that a meeting was held.
const meetingBlocks = 16

// held tells that a meeting was held, that a body held one on the day, or what is said at one.
var held = regexp.MustCompile(`(?i)(?:^|[^\pL])` + grammar.Lists.Any("meeting") + `(?:[^\pL].{0,200})?[^\pL]` + grammar.Lists.Any("was-held") + `(?:$|[^\pL])|` +
	`(?:` + grammar.Lists.Any("on-the-day") + `|[^\pL]` + grammar.Lists.Any("was-held") + `)[^\pL].{0,200}` + grammar.Lists.Any("meeting") + `(?:$|[^\pL])|[^\pL]` + grammar.Lists.Any("met") + `|(?:^|[^\pL])` + grammar.Lists.Any("said-there") + `(?:$|[^\pL])`)

// heldReach is how many bytes of a paragraph may tell that a meeting was held.
const heldReach = 500

// tellsOfMeeting says whether a paragraph at the beginning of a document begins by telling that
// a meeting was held.
func tellsOfMeeting(doc *read.Document) bool {
	for i := range min(len(doc.Blocks), meetingBlocks) {
		if b := &doc.Blocks[i]; matter.IsProse(b) && held.MatchString(corpus.Head(b.Text, heldReach)) {
			return true
		}
	}
	return false
}
