package api

import (
	"context"
	"slices"

	"briefsearch/corpus"
)

// Around is the hits of a search beside one of them.
type Around struct {
	Total    int // hits of the search
	Here     Place
	Previous *Place // nil at the first hit
	Next     *Place // nil at the last one
}

// Place is a hit and where its page of the results begins.
type Place struct {
	ID     corpus.InterventionID
	Cursor string // "" on the first page
}

// maxPagesBack is how many pages of results are read to find a hit whose page is
// not known, or the page before another: cursors lead forward alone.
const maxPagesBack = 100

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
	here, err := s.idsAt(ctx, q, q.Cursor)
	if err != nil {
		return nil, err
	}
	var before *idPage
	i := slices.Index(here.ids, id)
	if i < 0 || i == 0 && q.Cursor != "" {
		if before, here, err = s.pageOf(ctx, q, id); here == nil || err != nil {
			return nil, err
		}
		i = slices.Index(here.ids, id)
	}
	a := &Around{Total: here.total, Here: Place{ID: id, Cursor: here.cursor}}
	switch {
	case i > 0:
		a.Previous = &Place{ID: here.ids[i-1], Cursor: here.cursor}
	case before != nil:
		a.Previous = &Place{ID: before.ids[len(before.ids)-1], Cursor: before.cursor}
	}
	switch {
	case i+1 < len(here.ids):
		a.Next = &Place{ID: here.ids[i+1], Cursor: here.cursor}
	case here.next != "":
		after, err := s.idsAt(ctx, q, here.next)
		if err != nil {
			return nil, err
		}
		if len(after.ids) > 0 {
			a.Next = &Place{ID: after.ids[0], Cursor: after.cursor}
		}
	}
	return a, nil
}

// idPage is the ids of a page of results.
type idPage struct {
	cursor, next string
	ids          []corpus.InterventionID
	total        int
}

func (s *Service) idsAt(ctx context.Context, q *Query, cursor string) (*idPage, error) {
	req := q.After(cursor).Request()
	req.Bare, req.Facets = true, nil
	res, err := s.engine.Search(ctx, req)
	if err != nil {
		return nil, err
	}
	p := &idPage{cursor: cursor, next: res.Next, total: res.Total}
	for i := range res.Hits {
		p.ids = append(p.ids, res.Hits[i].ID)
	}
	return p, nil
}

// pageOf is the page of results on which a hit is, and the page before; nil when
// it is on none of those that are read.
func (s *Service) pageOf(ctx context.Context, q *Query, id corpus.InterventionID) (before, here *idPage, err error) {
	for next, n := "", 0; n < maxPagesBack; n++ {
		if here, err = s.idsAt(ctx, q, next); err != nil {
			return nil, nil, err
		}
		if slices.Contains(here.ids, id) {
			return before, here, nil
		}
		if next = here.next; next == "" {
			break
		}
		before = here
	}
	return nil, nil, nil
}
