package api

import (
	"context"
	"sync"

	"briefsearch/corpus"
	"briefsearch/search"
)

// Shape is a report as a picture of its turns shows it.
type Shape []ShapeTurn

// ShapeTurn is a turn of it.
type ShapeTurn struct {
	ID      corpus.InterventionID
	Words   int
	Session int // its number, or 0
}

// ShapeOf is the shape of a report with its outline.
func ShapeOf(r *corpus.Report) Shape {
	out := make(Shape, len(r.Interventions))
	for i := range r.Interventions {
		in := &r.Interventions[i]
		out[i] = ShapeTurn{ID: in.ID, Words: in.Words}
		if in.Session != nil {
			out[i].Session = in.Session.Number
		}
	}
	return out
}

// shapes remembers the shapes of reports while the index is as it was: a page of hits
// shows those of ten and more, and to read their outlines cost more than to search.
type shapes struct {
	store search.Store

	mu         sync.Mutex
	generation string // of the index that the shapes are of
	known      map[corpus.ReportID]Shape
	turns      int // in all of them
}

// maxShapeTurns is how many turns are remembered: some megabytes of them.
const maxShapeTurns = 50_000

// of is the shape of a report. Of an engine that does not tell the states of its
// index apart nothing is remembered.
func (s *shapes) of(ctx context.Context, generation string, id corpus.ReportID) (Shape, error) {
	s.mu.Lock()
	if s.generation != generation {
		s.forget(generation)
	}
	known, ok := s.known[id]
	s.mu.Unlock()
	if ok {
		return known, nil
	}
	r, err := s.store.Report(ctx, id)
	if err != nil {
		return nil, err
	}
	shape := ShapeOf(r)
	s.learn(generation, id, shape)
	return shape, nil
}

func (s *shapes) learn(generation string, id corpus.ReportID, shape Shape) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, ok := s.known[id]; ok || generation == "" || generation != s.generation {
		return
	}
	if s.turns+len(shape) > maxShapeTurns {
		s.forget(generation)
	}
	s.known[id] = shape
	s.turns += len(shape)
}

func (s *shapes) forget(generation string) {
	s.generation, s.known, s.turns = generation, make(map[corpus.ReportID]Shape), 0
}

// Shapes are the shapes of some reports, without those that cannot be had.
func (s *Service) Shapes(ctx context.Context, ids []corpus.ReportID) map[corpus.ReportID]Shape {
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	generation := s.generation(ctx)
	out := make(map[corpus.ReportID]Shape, len(ids))
	for _, id := range ids {
		if shape, err := s.shapes.of(ctx, generation, id); err == nil {
			out[id] = shape
		}
	}
	return out
}
