package segment

import (
	"strings"

	"briefsearch/indexer/read"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/matter"
	"briefsearch/indexer/segment/opening"
)

// A person may be named in a line or a sentence without a verb, and the text below tells
// what that person said: "Ms. Ada Brook, Director of Ports, IOM. Ms. Brook welcomed …".

// heralded parses such a line before such a text.
func heralded(line, text string, names grammar.Names) (opening.Opening, bool) {
	o, ok := opening.Introduction(line, names)
	if !ok || o.Said || !o.Clause || o.Speaker.Honorific == "" || o.End < len(strings.TrimRight(line, ".: \u00a0")) {
		return opening.Opening{}, false
	}
	told, ok := opening.Introduction(text, names)
	o.Said = ok && told.Said && told.Speaker.Honorific != "" && isSurnameOf(o.Speaker, grammar.LastWord(told.Speaker.Name))
	return o, o.Said
}

// heralded says so of two blocks.
func (n narrative) heralded(line, text *read.Block) (opening.Opening, bool) {
	if line.Kind == read.Footnote || len(line.Text) > grammar.NameLimit || !grammar.HasHonorific(line.Text) || !matter.IsProse(text) {
		return opening.Opening{}, false
	}
	return heralded(line.Text, text.Text, n.names)
}
