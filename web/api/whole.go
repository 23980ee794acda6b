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
	for _, facet := range []string{search.FieldSpeaker, search.FieldSession} {
		c, ok := q.Choices[facet]
		if !ok {
			continue
		}
		var err error
		if c.Any, err = s.namesakes(ctx, facet, c.Any); err != nil {
			return nil, err
		}
		if c.None, err = s.namesakes(ctx, facet, c.None); err != nil {
			return nil, err
		}
		page := q.Cursor
		q = q.choose(facet, func(choice *Choice) { *choice = c }).After(page)
	}
	return q, nil
}

func (s *Service) namesakes(ctx context.Context, facet string, names []string) ([]string, error) {
	var out []string
	for _, name := range names {
		res, err := s.engine.Search(ctx, search.Request{
			Query:  query.Field{Name: facet, Value: name},
			Facets: []search.FacetRequest{{Field: facet, Size: maxNamesakes}},
		})
		if err != nil {
			return nil, err
		}
		for _, found := range meant(name, res.Facets[facet]) {
			if !slices.Contains(out, found) {
				out = append(out, found)
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
