package segment

import (
	"strings"

	"briefsearch/indexer/read"
)

// A person may be named in a line or a sentence without a verb, and the text below tells
// what that person said: "Ms. Ada Brook, Director of Ports, IOM. Ms. Brook welcomed …".

// heralded parses such a line before such a text.
func heralded(line, text string, names Names) (opening, bool) {
	o, ok := introduction(line, names)
	if !ok || o.said || !o.clause || o.speaker.Honorific == "" || o.end < len(strings.TrimRight(line, ".: \u00a0")) {
		return opening{}, false
	}
	told, ok := introduction(text, names)
	o.said = ok && told.said && told.speaker.Honorific != "" && isSurnameOf(o.speaker, lastWord(told.speaker.Name))
	return o, o.said
}

// heralded says so of two blocks.
func (n narrative) heralded(line, text *read.Block) (opening, bool) {
	if line.Kind == read.Footnote || len(line.Text) > nameLimit || !hasHonorific(line.Text) || !isProse(text) {
		return opening{}, false
	}
	return heralded(line.Text, text.Text, n.names)
}
