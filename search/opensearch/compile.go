package opensearch

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"briefsearch/search"
	"briefsearch/search/query"
	"briefsearch/search/words"
)

// compiler turns a query tree into OpenSearch's query for the texts of one language.
// It is run once for each language that the index holds, since the same words have
// other forms in each; a document is in one of them only.
type compiler struct {
	*session
	ctx      context.Context // of the one request that a compiler lives for
	analyser *words.Analyser
}

// conceptScore is what a tag gives to a hit that lacks the words: less than any
// word, so that the literal words come first.
const conceptScore = 0.01

// everything and nothing are queries; both score nothing.
func everything() object { return object{"bool": object{"filter": object{"match_all": object{}}}} }
func nothing() object    { return object{"match_none": object{}} }

// compile compiles a query for all languages of the index.
func (s *session) compile(ctx context.Context, n query.Node) (object, error) {
	if n == nil {
		return everything(), nil
	}
	languages := make(map[string][]string) // fields of texts, by what is asked of them
	queries := make(map[string]object)
	for _, a := range s.analysers {
		if s.texts[a.Field] == 0 {
			continue
		}
		q, err := s.compiler(ctx, a).compile(n)
		if err != nil {
			return nil, err
		}
		if q == nil {
			continue
		}
		js, err := json.Marshal(q)
		if err != nil {
			return nil, err
		}
		languages[string(js)], queries[string(js)] = append(languages[string(js)], a.Field), q
	}
	var parts []object
	for js, fields := range languages {
		if len(fields) == len(s.texts) {
			return queries[js], nil
		}
		parts = append(parts, object{"bool": object{"must": queries[js], "filter": among(fieldAnalyser, fields)}})
	}
	return either(parts), nil
}

func (s *session) compiler(ctx context.Context, a *words.Analyser) *compiler {
	return &compiler{session: s, ctx: ctx, analyser: a}
}

// among finds one of some values; no value is found nowhere.
func among(field string, values []string) object {
	if values == nil {
		values = []string{}
	}
	return object{"terms": object{field: values}}
}

// either joins queries of which one must hold.
func either(parts []object) object {
	if len(parts) == 0 {
		return nothing()
	}
	return object{"bool": object{"should": parts, "minimum_should_match": 1}}
}

// scored gives all that a query finds one score.
func scored(q object, score float64) object {
	return object{"constant_score": object{"filter": q, "boost": score}}
}

// compile returns nil for a part that says nothing in this language.
func (c *compiler) compile(n query.Node) (object, error) {
	switch n := n.(type) {
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
		return object{"bool": object{"filter": object{"match_all": object{}}, "must_not": part}}, nil
	case query.Term:
		return c.words(n.Text, 0), nil
	case query.Phrase:
		return c.words(n.Text, max(0, n.Slop)), nil
	case query.Prefix:
		return c.anyTerm(c.Begun(n.Text))
	case query.Fuzzy:
		return c.anyTerm(c.Misspelt(n.Text))
	case query.Field:
		return c.field(n), nil
	case query.Concept:
		return c.concept(n)
	default:
		return nil, fmt.Errorf("query node %T is not known", n)
	}
}

func (c *compiler) each(nodes []query.Node) ([]object, error) {
	var parts []object
	for _, n := range query.Saying(nodes) {
		part, err := c.compile(n)
		if err != nil {
			return nil, err
		}
		if part != nil {
			parts = append(parts, part)
		}
	}
	return parts, nil
}

func (c *compiler) all(nodes []query.Node) (object, error) {
	parts, err := c.each(nodes)
	if len(parts) == 0 || err != nil {
		return nil, err
	}
	return object{"bool": object{"must": parts}}, nil
}

func (c *compiler) some(nodes []query.Node) (object, error) {
	parts, err := c.each(nodes)
	if len(parts) == 0 || err != nil {
		return nil, err
	}
	return either(parts), nil
}

// words looks up one word, or several in order: a typed word such as
// "cross-border" may be more than one in the index.
func (c *compiler) words(text string, slop int) object {
	terms, gaps := c.analyser.Sequence(text)
	if len(terms) == 0 {
		return nil
	}
	var typed strings.Builder
	for i, term := range terms {
		typed.WriteString(strings.Repeat(gap+" ", max(0, gaps[i]-1)))
		typed.WriteString(clip(term) + " ")
	}
	switch field := c.analyser.Field; {
	case len(terms) == 1:
		return object{"term": object{field: clip(terms[0])}}
	case slop == 0:
		return object{"match_phrase": object{field: typed.String()}}
	default:
		near := object{"intervals": object{field: object{"match": object{"query": typed.String(), "ordered": true, "max_gaps": slop}}}}
		loose := object{"match_phrase": object{field: object{"query": typed.String(), "slop": slop}}} // which scores as a phrase does
		return object{"bool": object{"filter": near, "should": loose}}
	}
}

// anyTerm is a part whose words were looked up.
func (c *compiler) anyTerm(terms []string, err error) (object, error) {
	if err != nil {
		return nil, err
	}
	return scored(among(c.analyser.Field, terms), 1), nil
}

func (c *compiler) concept(n query.Concept) (object, error) {
	said, err := c.compile(n.Of)
	if err != nil {
		return nil, err
	}
	tagged := scored(object{"term": object{n.Field: n.ID}}, conceptScore)
	if said == nil {
		return tagged, nil
	}
	return either([]object{said, tagged}), nil
}

// field looks for the values that the query may mean.
func (c *compiler) field(n query.Field) object {
	field, ok := search.FieldByName(n.Name)
	switch {
	case !ok || field.Kind != search.Keyword:
		return nothing()
	case field.Names != nil:
		var keys []string
		meant := search.Meant(field, n)
		for value, theirs := range c.meanings[n.Name].keys {
			if meant(value) {
				keys = append(keys, theirs...)
			}
		}
		slices.Sort(keys)
		return scored(among(n.Name, keys), 0)
	case n.Value == "":
		return scored(within(n.Name, n.From, n.To), 0)
	case field.Words:
		var parts []object
		for _, w := range search.FoldedWords(n.Value) {
			parts = append(parts, object{"term": object{folded(n.Name): w}})
		}
		if len(parts) == 0 {
			return nothing()
		}
		return object{"bool": object{"filter": parts}}
	default:
		return object{"bool": object{"filter": object{"term": object{folded(n.Name): search.Fold(n.Value)}}}}
	}
}

// within is the values of a range; a value that begins with its end is in it.
func within(field, from, to string) object {
	span := object{}
	if from != "" {
		span["gte"] = from
	}
	if to != "" {
		span["lte"] = to + "\U0010ffff"
	}
	return object{"range": object{field: span}}
}

// filter is what a document needs to pass a filter: nothing when all pass.
func (s *session) filter(f search.Filter) []object {
	var parts []object
	if len(f.Any) > 0 {
		parts = append(parts, among(f.Field, s.keysOf(f.Field, f.Any)))
	}
	if f.From != "" || f.To != "" {
		parts = append(parts, within(f.Field, f.From, f.To))
	}
	if len(f.None) > 0 {
		parts = append(parts, object{"bool": object{"must_not": among(f.Field, s.keysOf(f.Field, f.None))}})
	}
	return parts
}
