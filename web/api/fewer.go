package api

import (
	"cmp"
	"context"
	"slices"

	"briefsearch/search/query"
)

// Fewer is a query that asks for less, and finds something.
type Fewer struct {
	Q     string `json:"q"`
	Total int    `json:"total"` // interventions that match, with the same filters
}

// fewer is what to ask instead of a query that finds nothing, what finds most first.
func (s *Service) fewer(ctx context.Context, q *Query) ([]Fewer, error) {
	req := q.Request()
	req.Size, req.Facets, req.Bare = 0, nil, true
	var out []Fewer
	for _, n := range query.Fewer(q.Node) {
		req.Query = n
		res, err := s.engine.Search(ctx, req)
		if err != nil {
			return nil, err
		}
		if res.Total > 0 {
			out = append(out, Fewer{Q: n.String(), Total: res.Total})
		}
	}
	slices.SortStableFunc(out, func(a, b Fewer) int { return cmp.Compare(b.Total, a.Total) })
	return out, nil
}
