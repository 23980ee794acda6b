package words

import "briefsearch/search/query"

// OfQuestion are the parts of a question, of which some are enough. Of "cross-border" each
// half is welcome there, also without the other.
func OfQuestion(nodes query.Any) []query.Node {
	var parts []query.Node
	for _, n := range query.Saying(nodes) {
		t, ok := n.(query.Term)
		if !ok {
			parts = append(parts, n)
			continue
		}
		Each(t.Text, func(w Word) { parts = append(parts, query.Term{Text: w.Term()}) })
	}
	return parts
}
