package learned

import (
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/matter"
)

// A page of a parliament's site may have one speech of a sitting, and a transcript may
// be cut off after its first words: one label is all that there is. It is believed where
// it leaves no doubt and the cover tells of what meets, or of what the press was told.

// sittings are words for what meets and for its record, and briefings for a meeting with
// the press.
var (
	sittings  = grammar.Lists.Set("sitting")
	briefings = grammar.Lists.Lines("briefing")
)

// sittingHead is how much of each block of a cover is looked at, in bytes.
const sittingHead = 200

// TellsOfSitting says whether the cover of a document tells what meets.
func TellsOfSitting(doc *read.Document) bool {
	for i := range min(len(doc.Blocks), matter.TitleBlocks) {
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
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), grammar.IsBetweenWords) {
		if sittings[w] {
			return true
		}
	}
	return false
}

// Declared says whether the cover of a document calls it a transcript or a verbatim
// record, so that one label is enough.
func Declared(doc *read.Document) bool {
	return matter.OnCover(doc, transcriptTitle) || matter.OnCover(doc, verbatimTitle)
}

var verbatimTitle = regexp.MustCompile(`(?i)` + grammar.Lists.Any("verbatim-title"))

var transcriptTitle = regexp.MustCompile(`(?i)^(?:the following is )?(?:an? )?(?:[\pL-]+ ){0,3}transcript of |^\(?on the record unless otherwise noted\b|^(?:daily |noon )?press briefing$|\btranscript$|\b(?:earnings|conference) call$`)
