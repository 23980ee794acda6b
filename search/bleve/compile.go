package bleve

import (
	"context"
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"

	"briefsearch/search"
	"briefsearch/search/query"
	"briefsearch/search/words"
)

// compiler turns a query tree into a plan for the texts of one language. It is
// run once for each language that the index holds, since the same words have
// other forms in each; a document is in one of them only.
type compiler struct {
	*planned
	ctx      context.Context
	store    *columnStore
	analyser *words.Analyser
	expanded map[string][]string // by word with its star or tilde
}

// conceptScore is what a tag gives to a hit that lacks the words: less than any
// word, so that the literal words come first.
const conceptScore = 0.01

// compile returns nil for a part that says nothing in this language.
func (c *compiler) compile(n query.Node) (plan, error) {
	switch n := n.(type) {
	case nil:
		return allPlan{c.planned}, nil
	case query.And:
		return c.all(n)
	case query.Or:
		return c.some(n)
	case query.Any:
		return c.some(words.OfQuestion(n))
	case query.Not:
		part, err := c.compile(n.Of)
		if part == nil || err != nil {
			return nil, err
		}
		return notPlan{of: allPlan{c.planned}, without: part}, nil
	case query.Term:
		return c.words(n.Text, 0)
	case query.Phrase:
		return c.words(n.Text, max(0, n.Slop))
	case query.Prefix:
		return c.prefix(n.Text)
	case query.Fuzzy:
		return c.fuzzy(n.Text)
	case query.Field:
		return c.field(n)
	case query.Concept:
		return c.concept(n)
	default:
		return nil, fmt.Errorf("query node %T is not known", n)
	}
}

// all joins parts that must hold. What must not hold is taken away from the
// rest at the end.
func (c *compiler) all(nodes []query.Node) (plan, error) {
	var parts andPlan
	var without []plan
	for _, n := range query.Saying(nodes) {
		part, err := c.compile(n)
		if err != nil {
			return nil, err
		}
		switch part := part.(type) {
		case nil:
		case notPlan:
			if _, ok := part.of.(allPlan); ok {
				without = append(without, part.without)
				continue
			}
			parts = append(parts, part)
		default:
			parts = append(parts, part)
		}
	}
	if len(parts)+len(without) == 0 {
		return nil, nil
	}
	if len(parts) == 0 {
		parts = andPlan{allPlan{c.planned}}
	}
	if len(without) == 0 {
		return parts, nil
	}
	return notPlan{of: parts, without: orPlan(without)}, nil
}

// some joins parts of which one must hold. The more hold, the higher the sum of
// their scores; a further factor for how many do was tried, and made questions
// worse.
func (c *compiler) some(nodes []query.Node) (plan, error) {
	var parts orPlan
	for _, n := range query.Saying(nodes) {
		part, err := c.compile(n)
		if err != nil {
			return nil, err
		}
		if part != nil {
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 {
		return nil, nil
	}
	return parts, nil
}

// words looks up one word, or several in order: a typed word such as
// "cross-border" may be more than one in the index.
func (c *compiler) words(text string, slop int) (plan, error) {
	terms, gaps := c.analyser.Sequence(text)
	switch len(terms) {
	case 0:
		return nil, nil
	case 1:
		t, err := c.term(c.analyser.Field, terms[0])
		if err != nil || t.count == 0 {
			return nonePlan{}, err
		}
		return t, nil
	}
	p := &phrasePlan{planned: c.planned, gaps: gaps, slop: slop}
	for _, term := range terms {
		t, err := c.term(c.analyser.Field, term)
		if err != nil {
			return nil, err
		}
		if t.count == 0 {
			return nonePlan{}, nil
		}
		p.terms = append(p.terms, t)
		p.weight += t.weight
	}
	return p, nil
}

// term looks a term up in every segment.
func (c *compiler) term(field, term string) (*termPlan, error) {
	p := &termPlan{planned: c.planned}
	for _, seg := range c.view.segments {
		if err := c.ctx.Err(); err != nil {
			return nil, err
		}
		dict, err := seg.Segment().Dictionary(field)
		if err != nil {
			return nil, fmt.Errorf("look up %q: %w", term, err)
		}
		list, err := dict.PostingsList([]byte(term), seg.Deleted(), nil)
		if err != nil {
			return nil, fmt.Errorf("look up %q: %w", term, err)
		}
		n := list.Count()
		if n == 0 {
			list = nil
		}
		p.lists, p.count = append(p.lists, list), p.count+n
	}
	p.weight = c.scale.idf(p.count)
	return p, nil
}

// union is the documents that have one of the terms.
func (c *compiler) union(field string, terms []string) (*setPlan, error) {
	p := &setPlan{sets: make([]*roaring.Bitmap, len(c.view.segments))}
	for i := range p.sets {
		p.sets[i] = roaring.New()
	}
	for _, term := range terms {
		t, err := c.term(field, term)
		if err != nil {
			return nil, err
		}
		for i, list := range t.lists {
			if err := addTo(p.sets[i], list); err != nil {
				return nil, fmt.Errorf("look up %q: %w", term, err)
			}
		}
	}
	return p, nil
}

// addTo adds the documents of a list, which may be nil, to a set.
func addTo(set *roaring.Bitmap, list segment.PostingsList) error {
	if list == nil {
		return nil
	}
	one, docs, err := documentsIn(list)
	switch {
	case err != nil:
		return err
	case docs == nil:
		set.Add(one)
	default:
		set.Or(docs)
	}
	return nil
}

func (c *compiler) concept(n query.Concept) (plan, error) {
	words, err := c.compile(n.Of)
	if err != nil {
		return nil, err
	}
	tagged, err := c.union(n.Field, []string{n.ID})
	if err != nil {
		return nil, err
	}
	tagged.value = conceptScore
	if words == nil {
		return tagged, nil
	}
	return orPlan{words, tagged}, nil
}

// field looks for the values that the query may mean.
func (c *compiler) field(n query.Field) (plan, error) {
	at, ok := c.store.at[n.Name]
	if !ok {
		return nonePlan{}, nil
	}
	field := c.store.fields[at]
	var terms []string
	meant := search.Meant(field, n)
	for o, v := range c.view.values[at] {
		if meant(v) {
			terms = append(terms, c.view.keys[at][o])
		}
	}
	return c.union(n.Name, terms)
}
