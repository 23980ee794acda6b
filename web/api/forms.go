package api

import (
	"context"
	"slices"

	"briefsearch/corpus"
	"briefsearch/search"
)

// maxForms is how many other forms of a report are told.
const maxForms = 20

// OtherForms are the heads of the reports that are other forms of one: the same text, from
// another file.
func (s *Service) OtherForms(ctx context.Context, r *corpus.Report) ([]*corpus.Report, error) {
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	sections := len(r.Interventions) == 0
	works, err := s.valuesOf(ctx, search.FieldWork, search.FieldReport, string(r.ID), sections)
	if err != nil || len(works) == 0 {
		return nil, err
	}
	ids, err := s.valuesOf(ctx, search.FieldReport, search.FieldWork, works[0], sections)
	if err != nil {
		return nil, err
	}
	slices.Sort(ids)
	var out []*corpus.Report
	for _, id := range ids {
		if id == string(r.ID) {
			continue
		}
		other, err := s.engine.Report(ctx, corpus.ReportID(id))
		if corpus.CodeOf(err) == corpus.NotFound {
			continue // it went in this moment
		}
		if err != nil {
			return nil, err
		}
		out = append(out, other)
	}
	return out, nil
}

// valuesOf are the values of a field where another has a value.
func (s *Service) valuesOf(ctx context.Context, field, where, is string, sections bool) ([]string, error) {
	res, err := s.engine.Search(ctx, search.Request{
		Filters: []search.Filter{{Field: where, Any: []string{is}}}, Sections: sections, Bare: true,
		Facets: []search.FacetRequest{{Field: field, Size: maxForms + 1}},
	})
	if err != nil {
		return nil, err
	}
	var values []string
	for _, c := range res.Facets[field] {
		values = append(values, c.Value)
	}
	return values, nil
}
