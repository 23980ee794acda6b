package bleve

import (
	"cmp"
	"context"
	"slices"

	index "github.com/blevesearch/bleve_index_api"

	"briefsearch/search"
	"briefsearch/search/suggest"
	"briefsearch/search/words"
)

var _ suggest.Index = (*session)(nil)

// Suggest implements search.Explorer.
func (e *Engine) Suggest(ctx context.Context, typed string, size int) (out []search.Suggestion, err error) {
	err = e.read(ctx, "suggest", func(v *view) error {
		out, err = suggest.Complete(typed, size, e.session(ctx, v, search.Request{}))
		return err
	})
	return out, err
}

// suggest finds a query with words of the index in the place of those that are
// misspelt, which finds something and no less than the total of this one; "" when
// there is none.
func (s *session) suggest(filters []filter, total int) (string, error) {
	if s.req.Query == nil || s.view.turns == 0 {
		return "", nil
	}
	better, changed, err := suggest.Respell(s.req.Query, s)
	if err != nil || !changed {
		return "", err
	}
	try := *s
	try.req.Query = better
	counted := s.collector(s.view, filters, nil, top{by: search.ByRelevance})
	if err := try.collect(counted); err != nil || counted.total < max(1, total) {
		return "", err
	}
	return better.String(), nil
}

// Named implements suggest.Index.
func (s *session) Named(field, folded string, most int) ([]string, error) {
	at := s.columns.at[field]
	found := s.columns.names[at].Find(len(s.view.values[at]), folded)
	for i, o := range found {
		found[i] = s.view.first(at, o)
	}
	var list []string
	for _, o := range s.columns.mostUsed(at, found, most) {
		list = append(list, s.view.values[at][o])
	}
	return list, nil
}

// mostUsed keeps the values that were read most often, which tells well enough
// which ones are worth counting.
func (s *columnStore) mostUsed(at int, ordinals []uint32, most int) []uint32 {
	s.mu.Lock()
	defer s.mu.Unlock()
	uses := s.dicts[at].uses
	slices.SortFunc(ordinals, func(a, b uint32) int { return cmp.Or(cmp.Compare(uses[b], uses[a]), cmp.Compare(a, b)) })
	ordinals = slices.Compact(ordinals)
	return ordinals[:min(len(ordinals), most)]
}

// CountValues implements suggest.Index. Of several terms that mean one value an
// intervention has one at most.
func (s *session) CountValues(field string, values []string) ([]int, error) {
	at := s.columns.at[field]
	counts := make([]int, len(values))
	for i, value := range values {
		first, ok := s.view.firstOf(at, value)
		if !ok {
			continue
		}
		for _, o := range s.view.sameValue(at, first) {
			n, err := s.compiler(0).count(field, s.view.keys[at][o])
			if err != nil {
				return nil, err
			}
			counts[i] += n
		}
	}
	return counts, nil
}

// count is how many interventions have a value.
func (c *compiler) count(field, value string) (int, error) {
	t, err := c.term(field, value)
	if err != nil {
		return 0, err
	}
	n := t.count
	for i, list := range t.lists {
		sections := c.view.segments[i].sections
		if list == nil || sections.IsEmpty() {
			continue
		}
		one, docs, err := documentsIn(list)
		switch {
		case err != nil:
			return 0, err
		case docs != nil:
			n -= docs.AndCardinality(sections)
		case sections.Contains(one):
			n--
		}
	}
	return int(n), nil // #nosec G115 -- a count of documents
}

// Begun implements suggest.Index.
func (s *session) Begun(folded string) ([]string, error) {
	dict, err := s.view.snapshot.FieldDictPrefix(fieldWord, []byte(folded))
	if err != nil {
		return nil, err
	}
	found, err := s.compiler(0).drain(dict, suggest.MaxWords)
	slices.SortStableFunc(found, func(a, b index.DictEntry) int { return cmp.Compare(b.Count, a.Count) })
	return firstWords(found, suggest.MaxWords), err
}

// Near implements suggest.Index.
func (s *session) Near(folded string) ([]suggest.Near, error) {
	found, err := s.compiler(0).near(folded)
	near := make([]suggest.Near, 0, len(found))
	for _, w := range found {
		near = append(near, suggest.Near{Word: w.Term, Distance: int(w.EditDistance)})
	}
	return near, err
}

// Reports implements suggest.Index.
func (s *session) Reports(near suggest.Near) (int, error) {
	t, err := s.compiler(0).term(fieldWord, near.Word)
	if err != nil {
		return 0, err
	}
	return int(t.count), nil // #nosec G115 -- a count of documents
}

// Analyser implements suggest.Index.
func (s *session) Analyser() *words.Analyser { return s.analysers[s.language()] }

// language is the first analyser that the index uses.
func (s *session) language() int {
	for i := range s.analysers {
		if s.view.uses(s.code(i, false)) {
			return i
		}
	}
	return len(s.analysers) - 1
}

// CountWords implements suggest.Index.
func (s *session) CountWords(list []string) ([]int, error) {
	counts := make([]int, len(list))
	for i, word := range list {
		n, err := s.countWord(word)
		if err != nil {
			return nil, err
		}
		counts[i] = n
	}
	return counts, nil
}

// countWord is how many interventions have a word in any of its forms.
func (s *session) countWord(word string) (int, error) {
	sum := 0
	for i, a := range s.analysers {
		term := a.Term(word)
		if term == "" || !s.view.uses(s.code(i, false)) {
			continue
		}
		n, err := s.compiler(i).count(a.Field, term)
		if err != nil {
			return 0, err
		}
		sum += n
	}
	return sum, nil
}

// IsName implements suggest.Index.
func (s *session) IsName(folded string) bool {
	at := s.columns.at[search.FieldSpeaker]
	values := s.view.values[at]
	return slices.ContainsFunc(s.columns.names[at].Find(len(values), folded), func(o uint32) bool {
		return slices.Contains(search.FoldedWords(values[o]), folded)
	})
}
