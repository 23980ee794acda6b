package api

import (
	"context"
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

// Chosen returns the interventions of some ids in their order, without their
// neighbours, and the ids of which there is none.
func (s *Service) Chosen(ctx context.Context, ids []corpus.InterventionID) (turns []*search.Turn, missing []corpus.InterventionID, err error) {
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	if turns, err = s.engine.Interventions(ctx, ids); err != nil {
		return nil, nil, err
	}
	there := make(map[corpus.InterventionID]bool, len(turns))
	for _, t := range turns {
		there[t.Intervention.ID] = true
	}
	for _, id := range ids {
		if !there[id] {
			missing = append(missing, id)
		}
	}
	return turns, missing, nil
}

// Found returns the first interventions of a query whole, without their
// neighbours: so many, from the query's cursor on. It also says how many there are
// in all, and the cursor behind these, or "".
func (s *Service) Found(ctx context.Context, q *Query, limit int) (turns []*search.Turn, total int, next string, err error) {
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	cursor := q.Cursor
	if q, err = s.whole(ctx, q); err != nil {
		return nil, 0, "", err
	}
	page, err := s.pageAt(ctx, q.sized(min(limit, search.MaxSize)), cursor, true)
	if err != nil {
		return nil, 0, "", err
	}
	ids := make([]corpus.InterventionID, len(page.hits))
	for i := range page.hits {
		ids[i] = page.hits[i].ID
	}
	turns, err = s.engine.Interventions(ctx, ids)
	return turns, page.total, page.next, err
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
