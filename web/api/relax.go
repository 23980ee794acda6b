package api

import (
	"cmp"
	"context"
	"slices"

	"briefsearch/search"
	"briefsearch/search/query"
)

// Fewer is a query to ask instead of one that finds nothing.
type Fewer struct {
	Q     string `json:"q"`
	Total int    `json:"total"` // interventions that match, with the same filters
}

// relax adds to an answer of few hits what comes near to it.
func (s *Service) relax(ctx context.Context, q *Query, a *Answer) (err error) {
	if a.Total == 0 {
		if remark, little := query.Little(q.Node); little {
			a.Query.Notices = append(a.Query.Notices, remark)
		}
		if a.Begun, err = s.begun(ctx, q); err != nil {
			return err
		}
		if a.Fewer, err = s.fewer(ctx, q); err != nil {
			return err
		}
	}
	a.Partly, err = s.partly(ctx, q, a.Total)
	return err
}

// begun is the query that somebody who is still typing may be about to ask; nil when
// that finds nothing, either.
func (s *Service) begun(ctx context.Context, q *Query) (*Fewer, error) {
	n := query.Begun(q.Node)
	if n == nil {
		return nil, nil //nolint:nilnil // there is none
	}
	total, err := s.count(ctx, q, n)
	if total == 0 || err != nil {
		return nil, err
	}
	return &Fewer{Q: n.String(), Total: total}, nil
}

// count is how many interventions another query has with the filters of this one.
func (s *Service) count(ctx context.Context, q *Query, n query.Node) (int, error) {
	req := q.Request()
	req.Query, req.Size, req.Facets, req.Bare = n, 0, nil, true
	res, err := s.engine.Search(ctx, req)
	if err != nil {
		return 0, err
	}
	return res.Total, nil
}

// fewer is what to ask instead of a query that finds nothing, what finds most first.
func (s *Service) fewer(ctx context.Context, q *Query) ([]Fewer, error) {
	var out []Fewer
	for _, n := range query.Fewer(q.Node) {
		total, err := s.count(ctx, q, n)
		if err != nil {
			return nil, err
		}
		if total > 0 {
			out = append(out, Fewer{Q: n.String(), Total: total})
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
