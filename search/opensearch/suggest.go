package opensearch

import (
	"context"
	"slices"
	"sync"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/search"
	"briefsearch/search/suggest"
	"briefsearch/search/words"
)

// Suggest implements search.Explorer.
func (e *Engine) Suggest(ctx context.Context, typed string, size int) (out []search.Suggestion, err error) {
	err = e.read(ctx, "suggest", func(s *state) error {
		out, err = suggest.Complete(typed, size, &speaking{session: e.session(s, search.Request{}), ctx: ctx})
		return err
	})
	return out, err
}

// suggest finds a query with words of the index in the place of those that are
// misspelt, which finds something and no less than the total of this one; "" when
// there is none.
func (s *session) suggest(ctx context.Context, total int) (string, error) {
	if s.req.Query == nil || len(s.texts) == 0 {
		return "", nil
	}
	better, changed, err := suggest.Respell(s.req.Query, &speaking{session: s, ctx: ctx})
	if err != nil || !changed {
		return "", err
	}
	try := s.session(s.state, search.Request{Query: better, Filters: s.req.Filters, Sections: s.req.Sections})
	if err := try.prepare(ctx); err != nil {
		return "", err
	}
	counts, err := s.count(ctx, []object{try.matching(none)})
	if err != nil || counts[0] < max(1, total) {
		return "", err
	}
	return better.String(), nil
}

// speaking is a session that tells what the index holds.
type speaking struct {
	*session
	ctx context.Context // of the one request that it lives for
}

var _ suggest.Index = (*speaking)(nil)

// named is the names of the vocabulary, by field.
var named = sync.OnceValue(func() map[string]*names {
	all := make(map[string]*names)
	v, err := vocabulary.Default()
	if err != nil { // whoever asks a query has been told
		return all
	}
	for _, field := range suggest.Fields() {
		n := new(names)
		for e := range v.Entries(corpus.Kind(field)) {
			n.values = append(n.values, e.ID)
		}
		n.list.Learn(n.values, func(value string) []string { return suggest.Names(v, field, value) })
		all[field] = n
	}
	return all
})

// names are values and what they are looked for by.
type names struct {
	values []string
	list   suggest.List
}

func (s *state) names(field string) *names {
	if field == search.FieldSpeaker {
		return s.meanings[field].all
	}
	return named()[field]
}

// Named implements suggest.Index. How often each is used is for CountValues to tell.
func (s *speaking) Named(field, folded string, _ int) ([]string, error) {
	n := s.names(field)
	var list []string
	for _, o := range n.list.Find(len(n.values), folded) {
		list = append(list, n.values[o])
	}
	slices.Sort(list)
	return slices.Compact(list), nil
}

// turns is the interventions that a query finds.
func turns(q object) object {
	return object{"bool": object{"filter": []object{{"term": object{fieldKind: kindTurn}}, q}}}
}

// CountValues implements suggest.Index.
func (s *speaking) CountValues(field string, list []string) ([]int, error) {
	keys := s.keysOf(field, list)
	keys = keys[:min(len(keys), maxValues)]
	found, err := s.find(s.ctx, object{
		"size": 0, "query": turns(among(field, keys)), "aggs": object{"values": values(field, max(1, len(keys)), keys)},
	})
	if err != nil {
		return nil, err
	}
	counted := found.Aggs["values"]
	sums := s.tally(field, &counted)
	counts := make([]int, len(list))
	for i, value := range list {
		counts[i] = sums[value]
	}
	return counts, nil
}

// Begun implements suggest.Index.
func (s *speaking) Begun(folded string) ([]string, error) {
	return s.begun(s.ctx, folded, suggest.MaxWords)
}

// Near implements suggest.Index.
func (s *speaking) Near(folded string) ([]suggest.Near, error) { return s.near(s.ctx, folded) }

// Reports implements suggest.Index.
func (*speaking) Reports(near suggest.Near) (int, error) { return near.Reports, nil }

// CountWords implements suggest.Index.
func (s *speaking) CountWords(list []string) ([]int, error) {
	queries := make([]object, len(list))
	for i, word := range list {
		var forms []object
		for _, a := range s.analysers {
			if term := clip(a.Term(word)); term != "" && s.texts[a.Field] > 0 {
				forms = append(forms, object{"term": object{a.Field: term}})
			}
		}
		queries[i] = turns(either(forms))
	}
	return s.count(s.ctx, queries)
}

// IsName implements suggest.Index.
func (s *speaking) IsName(folded string) bool {
	n := s.names(search.FieldSpeaker)
	return slices.ContainsFunc(n.list.Find(len(n.values), folded), func(o uint32) bool {
		return slices.Contains(search.FoldedWords(n.values[o]), folded)
	})
}

// Analyser implements suggest.Index.
func (s *speaking) Analyser() *words.Analyser {
	for _, a := range s.analysers {
		if s.texts[a.Field] > 0 {
			return a
		}
	}
	return s.analysers[len(s.analysers)-1]
}
