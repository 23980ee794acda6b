package segment

import (
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
)

// meetingBlocks is how far into a report it says that a meeting was held.
const meetingBlocks = 16

// held tells that a meeting was held, or that a body held one on the day.
var held = regexp.MustCompile(`(?i)(?:^|[^\pL])` + lists.Any("meeting") + `(?:[^\pL].{0,200})?[^\pL]` + lists.Any("was-held") + `(?:$|[^\pL])|` +
	`(?:` + lists.Any("on-the-day") + `|[^\pL]` + lists.Any("was-held") + `)[^\pL].{0,200}` + lists.Any("meeting") + `(?:$|[^\pL])|[^\pL]` + lists.Any("met"))

// tellsOfMeeting says whether a sentence at the beginning of a document tells that a meeting
// was held.
func tellsOfMeeting(doc *read.Document) bool {
	for i := range min(len(doc.Blocks), meetingBlocks) {
		if b := &doc.Blocks[i]; isProse(b) && held.MatchString(sentence(b.Text)) {
			return true
		}
	}
	return false
}
