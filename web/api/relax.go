package api

import (
	"cmp"
	"context"
	"slices"

	"briefsearch/search"
	"briefsearch/search/query"
)

// Fewer is a query that asks for less, and finds something.
type Fewer struct {
	Q     string `json:"q"`
	Total int    `json:"total"` // interventions that match, with the same filters
}

// relax adds to an answer of few hits what comes near to it.
func (s *Service) relax(ctx context.Context, q *Query, a *Answer) (err error) {
	if a.Total == 0 {
		if a.Fewer, err = s.fewer(ctx, q); err != nil {
			return err
		}
	}
	a.Partly, err = s.partly(ctx, q, a.Total)
	return err
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

// Partly asks for what has some of the words of q, but not all; nil when q does not
// demand several. Like Saying it is only good for Encode.
func (q *Query) Partly() *Query {
	some := query.Some(q.Node)
	if some == nil {
		return nil
	}
	return q.Saying(some.String())
}

// partly are hits with some of the words of a query, when few have them all.
func (s *Service) partly(ctx context.Context, q *Query, total int) ([]Hit, error) {
	some := query.Some(q.Node)
	if some == nil {
		return nil, nil
	}
	req := q.Request()
	req.Query, req.Size, req.Facets = some, search.EnoughHits-total, nil
	res, err := s.engine.Search(ctx, req)
	if err != nil {
		return nil, err
	}
	var out []Hit
	for i := range res.Hits {
		out = append(out, newHit(&res.Hits[i]))
	}
	return out, nil
}
