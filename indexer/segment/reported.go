package segment

import (
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/label"
)

// Old records of parliaments report some speeches in the third person, among others that
// they print word for word: "Sir A. BROOK (Eastport) said he could not agree."

// reportedIn is such an opening, up to the verb.
var reportedIn = regexp.MustCompile(`^([^:;?!]{4,120}?),? (?:` + grammar.Lists.Any("reported-in") + `)\b`)

// reported is who speaks in such a paragraph: a form of address or an office in capitals.
func (r *recorder) reported(text string) (corpus.Speaker, bool) {
	m := reportedIn.FindStringSubmatch(corpus.Head(text, grammar.LabelLimit))
	if m == nil {
		return corpus.Speaker{}, false
	}
	bare, _ := label.Parenthesised(m[1])
	if !grammar.IsShoutedWord(grammar.LastWord(strings.TrimSpace(bare))) {
		return corpus.Speaker{}, false
	}
	l := label.Of(m[1]+": …", r.names)
	return l.Speaker, l.IsSure()
}
