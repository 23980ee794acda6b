package read

import (
	"regexp"
	"strings"
)

// Programs that turn a record to text may join its paragraphs, and leave a wide gap before each
// label: "… at this time.    Brook: Thank you.    Vega: …". Where so many gaps stand before labels,
// and most of them do, they part paragraphs. Columns have gaps before whatever follows.
const (
	wideLeast = 8
	wideShare = 2 // thirds of the gaps
)

var (
	wideGap      = regexp.MustCompile(`\S {3,}\S`)
	wideGapLabel = regexp.MustCompile(`([.!?…)\-]) {3,}((?:\p{Lu}[\p{L}.'’-]* ){0,3}\p{Lu}[\p{L}'’-]+: )`)
)

// atWideGaps is a text with a blank line for each such gap.
func atWideGaps(text string) string {
	if strings.Count(text, "   ") < wideLeast {
		return text
	}
	labels := len(wideGapLabel.FindAllStringIndex(text, -1))
	if labels < wideLeast || 3*labels < wideShare*len(wideGap.FindAllStringIndex(text, -1)) {
		return text
	}
	return wideGapLabel.ReplaceAllString(text, "$1\n\n$2")
}
