package api

import (
	"context"
	"slices"

	"briefsearch/search"
	"briefsearch/search/query"
)

// maxNamesakes is how many values of a facet one part of a name may stand for.
const maxNamesakes = MaxValues

// whole is a query in which parts of names have become the names that the index
// holds: "guzman" becomes "Juan Guzman", and everybody else whose name has that
// word. A name that is there as it was written means itself alone.
func (s *Service) whole(ctx context.Context, q *Query) (*Query, error) {
	if q.named {
		return q, nil
	}
	for _, facet := range []string{search.FieldSpeaker, search.FieldSession} {
		c, ok := q.Choices[facet]
		if !ok {
			continue
		}
		exact, err := s.present(ctx, facet, slices.Concat(c.Any, c.None))
		if err != nil {
			return nil, err
		}
		if c.Any, err = s.namesakes(ctx, facet, c.Any, exact); err != nil {
			return nil, err
		}
		if c.None, err = s.namesakes(ctx, facet, c.None, exact); err != nil {
			return nil, err
		}
		page := q.Cursor
		q = q.choose(facet, func(choice *Choice) { *choice = c }).After(page)
	}
	n := *q
	n.named = true
	return &n, nil
}

// present are those of some names that are there as they were written. To ask for
// all at once is to search once; one alone is asked for by its words anyway.
func (s *Service) present(ctx context.Context, facet string, names []string) (map[string]bool, error) {
	if len(names) < 2 {
		return nil, nil //nolint:nilnil // none is known to be
	}
	res, err := s.engine.Search(ctx, search.Request{
		Filters: []search.Filter{{Field: facet, Any: names}}, Facets: []search.FacetRequest{{Field: facet}},
	})
	if err != nil {
		return nil, err
	}
	out := make(map[string]bool, len(names))
	for _, c := range res.Facets[facet] {
		out[c.Value] = c.Count > 0
	}
	return out, nil
}

func (s *Service) namesakes(ctx context.Context, facet string, names []string, exact map[string]bool) ([]string, error) {
	var out []string
	for _, name := range names {
		found := []string{name}
		if !exact[name] {
			res, err := s.engine.Search(ctx, search.Request{
				Query:  query.Field{Name: facet, Value: name},
				Facets: []search.FacetRequest{{Field: facet, Size: maxNamesakes}},
			})
			if err != nil {
				return nil, err
			}
			found = meant(name, res.Facets[facet])
		}
		for _, f := range found {
			if !slices.Contains(out, f) {
				out = append(out, f)
			}
		}
	}
	return out, nil
}

// meant is which of the values that were found a name means; the name itself
// when there is none, so that the search finds nothing.
func meant(name string, found []search.Count) []string {
	var out, exact []string
	for _, c := range found {
		if c.Value == name {
			return []string{name}
		}
		if search.Fold(c.Value) == search.Fold(name) {
			exact = append(exact, c.Value)
		}
		out = append(out, c.Value)
	}
	switch {
	case len(exact) > 0:
		return exact
	case len(out) > 0:
		return out
	default:
		return []string{name}
	}
}
