package api

import (
	"context"
	"slices"

	"briefsearch/corpus"
	"briefsearch/search"
)

// Around is the hits of a search beside one of them.
type Around struct {
	Total    int // hits of the search
	Here     Place
	Previous *Place           // nil at the first hit
	Next     *Place           // nil at the last one
	Passages []search.Passage // of the hit itself
}

// Place is a hit and where its page of the results begins.
type Place struct {
	ID     corpus.InterventionID
	Cursor string // "" on the first page
}

// Around finds the hits before and after an intervention in a search that stands
// at the page of results it is on. It is nil when the intervention is not among
// the hits, or so far behind in them that nobody has paged there.
func (s *Service) Around(ctx context.Context, q *Query, id corpus.InterventionID) (*Around, error) {
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	q, err := s.whole(ctx, q)
	if err != nil {
		return nil, err
	}
	here, err := s.pageAt(ctx, q, q.Cursor, false)
	if err != nil {
		return nil, err
	}
	var before *hitPage
	i := here.index(id)
	if i < 0 || i == 0 && q.Cursor != "" {
		if before, here, err = s.pageOf(ctx, q, id); here == nil || err != nil {
			return nil, err
		}
		if i = here.index(id); i < 0 {
			return nil, nil //nolint:nilnil // the index changed under us
		}
	}
	a := &Around{Total: here.total, Here: Place{ID: id, Cursor: here.cursor}, Passages: here.hits[i].Passages}
	switch {
	case i > 0:
		a.Previous = &Place{ID: here.hits[i-1].ID, Cursor: here.cursor}
	case before != nil:
		a.Previous = &Place{ID: before.hits[len(before.hits)-1].ID, Cursor: before.cursor}
	}
	a.Next, err = s.placeAfter(ctx, q, here, i)
	return a, err
}

// placeAfter is the hit behind the i-th of a page of results, or nil.
func (s *Service) placeAfter(ctx context.Context, q *Query, here *hitPage, i int) (*Place, error) {
	if i+1 < len(here.hits) {
		return &Place{ID: here.hits[i+1].ID, Cursor: here.cursor}, nil
	}
	if here.next == "" {
		return nil, nil //nolint:nilnil // it is the last hit
	}
	after, err := s.pageAt(ctx, q, here.next, true)
	if err != nil || len(after.hits) == 0 {
		return nil, err
	}
	return &Place{ID: after.hits[0].ID, Cursor: after.cursor}, nil
}

// hitPage is a page of results.
type hitPage struct {
	cursor, next string
	hits         []search.Hit
	total        int
}

func (p *hitPage) index(id corpus.InterventionID) int {
	return slices.IndexFunc(p.hits, func(h search.Hit) bool { return h.ID == id })
}

func (s *Service) pageAt(ctx context.Context, q *Query, cursor string, bare bool) (*hitPage, error) {
	req := q.After(cursor).Request()
	req.Bare, req.Facets = bare, nil
	res, err := s.engine.Search(ctx, req)
	if err != nil {
		return nil, err
	}
	return &hitPage{cursor: cursor, next: res.Next, hits: res.Hits, total: res.Total}, nil
}

// pageOf is the page of results on which a hit is, and the page before; nil when
// it is not among the first hits. Cursors lead forward alone, so that its rank is
// looked for first.
func (s *Service) pageOf(ctx context.Context, q *Query, id corpus.InterventionID) (before, here *hitPage, err error) {
	all, err := s.pageAt(ctx, q.sized(search.MaxSize), "", true)
	if err != nil {
		return nil, nil, err
	}
	rank := all.index(id)
	if rank < 0 || q.Size == 0 {
		return nil, nil, nil
	}
	first := rank - rank%q.Size // of the page
	cursor := ""
	if first > 0 {
		if before, err = s.pageBefore(ctx, q, first); err != nil {
			return nil, nil, err
		}
		cursor = before.next
	}
	here, err = s.pageAt(ctx, q, cursor, false)
	return before, here, err
}

// pageBefore is the page that ends before the hit of a rank, which begins another.
func (s *Service) pageBefore(ctx context.Context, q *Query, rank int) (*hitPage, error) {
	cursor := ""
	if rank > q.Size {
		skipped, err := s.pageAt(ctx, q.sized(rank-q.Size), "", true)
		if err != nil {
			return nil, err
		}
		cursor = skipped.next
	}
	return s.pageAt(ctx, q, cursor, true)
}

// HitsIn is what a search finds in some reports.
func (s *Service) HitsIn(ctx context.Context, q *Query, ids ...corpus.ReportID) (map[corpus.InterventionID]bool, error) {
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	q = q.Grouped(false).Clear(search.FieldReport).sized(search.MaxSize)
	for _, id := range ids {
		q = q.With(search.FieldReport, string(id))
	}
	page, err := s.pageAt(ctx, q, "", true)
	if err != nil {
		return nil, err
	}
	found := make(map[corpus.InterventionID]bool, len(page.hits))
	for i := range page.hits {
		found[page.hits[i].ID] = true
	}
	return found, nil
}
