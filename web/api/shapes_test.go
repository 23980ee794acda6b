package api_test

import (
	"context"
	"slices"
	"testing"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/search"
	"briefsearch/web/api"
)

// shelf holds one report, and counts how often it is read.
type shelf struct {
	api.Engine
	report     *corpus.Report
	generation string
	read       int
}

func (s *shelf) Generation(context.Context) (string, error) { return s.generation, nil }

func (s *shelf) Report(_ context.Context, id corpus.ReportID) (*corpus.Report, error) {
	s.read++
	if id != s.report.ID {
		return nil, &corpus.Error{Code: corpus.NotFound}
	}
	return s.report, nil
}

// TestShapesAreReadOnce asks for the shape of a report as long as the index is the
// same, and again when it is another.
func TestShapesAreReadOnce(t *testing.T) {
	v, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	s := &shelf{generation: "one", report: &corpus.Report{ID: "a", Interventions: []corpus.Intervention{
		{ID: "a-1", Words: 7, Session: &corpus.Session{Number: 2}}, {ID: "a-2", Words: 3},
	}}}
	service := api.NewService(s, v, 0)
	want := api.Shape{{ID: "a-1", Words: 7, Session: 2}, {ID: "a-2", Words: 3}}
	ask := func(reads int) {
		t.Helper()
		before := s.read
		got := service.Shapes(t.Context(), []corpus.ReportID{"a", "nowhere"})
		if len(got) != 1 || !slices.Equal(got["a"], want) || s.read-before != reads {
			t.Errorf("%v after %d reports were read, want %v after %d", got, s.read-before, want, reads)
		}
	}
	ask(2)
	ask(1) // the one that is nowhere
	s.generation, s.report.Interventions, want = "two", s.report.Interventions[:1], want[:1]
	ask(2)
}

var _ search.Generational = (*shelf)(nil)
