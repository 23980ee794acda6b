package bleve

import (
	"unicode/utf8"

	"briefsearch/search"
	"briefsearch/search/query"
)

// suggest finds, for a query without hits, one with its unknown words replaced
// by the nearest words of the index; "" when none is better.
func (s *session) suggest(filters []filter) (string, error) {
	if s.req.Query == nil || s.view.turns == 0 {
		return "", nil
	}
	i := 0
	for i < len(s.analysers)-1 && !s.view.uses(s.code(i, false)) {
		i++
	}
	c := s.compiler(i)
	better, changed, err := c.respell(s.req.Query)
	if err != nil || !changed {
		return "", err
	}
	try := *s
	try.req = search.Request{Query: better}
	counted := s.collector(s.view, filters, nil, top{by: search.ByRelevance})
	if err := try.collect(counted); err != nil || counted.total == 0 {
		return "", err
	}
	return better.String(), nil
}

// respell replaces the words of a query that the index does not have.
func (c *compiler) respell(n query.Node) (query.Node, bool, error) {
	switch n := n.(type) {
	case query.And:
		parts, changed, err := c.respellAll(n)
		return query.And(parts), changed, err
	case query.Or:
		parts, changed, err := c.respellAll(n)
		return query.Or(parts), changed, err
	case query.Any:
		parts, changed, err := c.respellAll(n)
		return query.Any(parts), changed, err
	case query.Term:
		word, err := c.nearest(n.Text)
		if err != nil || word == "" {
			return n, false, err
		}
		return query.Term{Text: word}, true, nil
	default:
		return n, false, nil
	}
}

func (c *compiler) respellAll(nodes []query.Node) ([]query.Node, bool, error) {
	out := make([]query.Node, len(nodes))
	any := false
	for i, n := range nodes {
		part, changed, err := c.respell(n)
		if err != nil {
			return nil, false, err
		}
		out[i], any = part, any || changed
	}
	return out, any, nil
}

// nearest is the word of the index that is most like an unknown one, and among
// those the most frequent; "" when the word is known or nothing is near.
func (c *compiler) nearest(text string) (string, error) {
	folded := search.Fold(text)
	if utf8.RuneCountInString(folded) < 4 {
		return "", nil
	}
	known, err := c.term(fieldWord, folded)
	if err != nil || known.count > 0 {
		return "", err
	}
	words, err := c.misspelt(folded)
	if err != nil {
		return "", err
	}
	best, bestCount := "", uint64(0)
	for _, w := range words {
		t, err := c.term(fieldWord, w)
		if err != nil {
			return "", err
		}
		if t.count > bestCount { // it stands in the most reports
			best, bestCount = w, t.count
		}
	}
	return best, nil
}
