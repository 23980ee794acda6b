package api

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/search"
)

// MaxChosen is how many interventions can be asked for by their ids.
const MaxChosen = 100

// ChosenIDs reads the ids that a parameter names, each once.
func ChosenIDs(values url.Values, parameter string) ([]corpus.InterventionID, error) {
	var out []corpus.InterventionID
	for _, value := range values[parameter] {
		if err := checkText(parameter, value, MaxValue); err != nil {
			return nil, err
		}
		if id := corpus.InterventionID(strings.TrimSpace(value)); id != "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	if len(out) > MaxChosen {
		return nil, invalid(parameter, fmt.Errorf("it names %d interventions", len(out)), fmt.Sprintf("At most %d are taken at a time.", MaxChosen))
	}
	return out, nil
}

// Chosen returns the interventions of some ids in their order, and the ids of
// which there is none.
func (s *Service) Chosen(ctx context.Context, ids []corpus.InterventionID) (turns []*search.Turn, missing []corpus.InterventionID, err error) {
	for _, id := range ids {
		t, err := s.Turn(ctx, string(id))
		var fault *corpus.Error
		switch {
		case err == nil:
			turns = append(turns, t)
		case errors.As(err, &fault) && fault.Code == corpus.NotFound:
			missing = append(missing, id)
		default:
			return nil, nil, err
		}
	}
	return turns, missing, nil
}

// HitOf is a turn in the form of a hit. Nothing was sought, so its passage is how
// it begins.
func HitOf(t *search.Turn) Hit {
	in := t.Intervention
	h := search.Hit{
		ID: in.ID, Report: search.ReportRef{ID: t.Report.ID, Title: t.Report.Title, Date: t.Report.Date}, N: in.N, Session: in.Session,
		Speaker: in.Speaker, Page: in.PageFrom, Language: in.Language, Tags: make(map[corpus.Kind][]string),
	}
	for _, k := range corpus.Kinds() {
		h.Tags[k] = in.Tags.IDs(k)
	}
	h.Passages = search.Passages(in, nil)
	return newHit(&h)
}
