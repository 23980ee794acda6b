package opensearch

import (
	"context"

	"briefsearch/corpus"
	"briefsearch/search"
)

// reads is what it takes to give documents back.
func reads(q object, size int, source ...string) object {
	return object{
		"query": q, "size": size, "_source": source, "sort": []object{{fieldAt: object{"order": "asc", "missing": "_first"}}},
		"docvalue_fields": []string{search.FieldSpeaker, fieldKind},
	}
}

func ofReport(id corpus.ReportID) object {
	return only(object{fieldKind: kindReport, search.FieldReport: clean(string(id))})
}

// Report implements search.Store.
func (e *Engine) Report(ctx context.Context, id corpus.ReportID) (r *corpus.Report, err error) {
	const op = "read report"
	err = e.read(ctx, op, func(*state) error {
		h, err := e.one(ctx, op, string(id), reads(ofReport(id), 1, fieldHead, fieldOutline))
		if err != nil {
			return err
		}
		r = h.Source.Head.report()
		r.Sections = h.Source.Outline.Sections
		for _, t := range h.Source.Outline.Turns {
			t.Intervention.Words = t.Words
			r.Interventions = append(r.Interventions, t.Intervention)
		}
		return nil
	})
	return r, err
}

// one finds one document, or it is NotFound.
func (e *Engine) one(ctx context.Context, op, id string, body object) (*hit, error) {
	found, err := e.find(ctx, body)
	if err != nil {
		return nil, err
	}
	if len(found.Hits.Hits) == 0 {
		return nil, notFound(op, id)
	}
	return &found.Hits.Hits[0], nil
}

// Sections implements search.Store.
func (e *Engine) Sections(ctx context.Context, id corpus.ReportID) (sections []corpus.Section, err error) {
	const op = "read sections"
	err = e.read(ctx, op, func(*state) error {
		h, err := e.one(ctx, op, string(id), reads(ofReport(id), 1, fieldOutline))
		if err != nil {
			return err
		}
		sections = h.Source.Outline.Sections
		body := reads(only(object{fieldKind: kindSection, search.FieldReport: clean(string(id))}), 0, fieldTurn)
		body["sort"] = []object{{fieldAt: "asc"}, {fieldID: "asc"}}
		return e.each(ctx, body, func(h *hit) error {
			t := h.Source.Turn
			if i := t.N - 1; i >= 0 && i < len(sections) {
				sections[i].Text, sections[i].Tags = search.SectionText(sections[i].Title, t.Text), t.Tags
			}
			return nil
		})
	})
	return sections, err
}

func turnNamed(id corpus.InterventionID) object {
	return only(object{fieldKind: kindTurn, fieldID: string(id)})
}

// Intervention implements search.Store.
func (e *Engine) Intervention(ctx context.Context, id corpus.InterventionID) (found *search.Turn, err error) {
	const op = "read intervention"
	err = e.read(ctx, op, func(s *state) error {
		h, err := e.one(ctx, op, string(id), reads(turnNamed(id), 1, fieldTurn))
		if err != nil {
			return err
		}
		found, err = e.around(ctx, s, h)
		return err
	})
	return found, err
}

// around reads what stands around an intervention: its report's head, and what comes
// before it and after.
func (e *Engine) around(ctx context.Context, s *state, h *hit) (*search.Turn, error) {
	t := h.Source.Turn
	at := t.At
	near := object{"bool": object{"should": []object{
		{"term": object{fieldKind: kindReport}},
		{"bool": object{"filter": []object{{"term": object{fieldKind: kindTurn}}, {"terms": object{fieldAt: []int{at - 1, at + 1}}}}}},
	}, "minimum_should_match": 1, "filter": object{"term": object{search.FieldReport: clean(string(t.Of.ID))}}}}
	body := reads(near, 3, fieldHead, "turn.id", "turn.speaker", "turn.at")
	found, err := e.find(ctx, body)
	if err != nil {
		return nil, err
	}
	turn := &search.Turn{Intervention: t.intervention(), Person: s.person(h)}
	for i := range found.Hits.Hits {
		n := &found.Hits.Hits[i]
		switch source := n.Source; {
		case source.Head != nil:
			turn.Report = source.Head.report()
		case source.Turn.At < at:
			turn.Previous = &search.Neighbour{ID: source.Turn.ID, Speaker: source.Turn.Speaker}
		default:
			turn.Next = &search.Neighbour{ID: source.Turn.ID, Speaker: source.Turn.Speaker}
		}
	}
	if turn.Report == nil {
		return nil, notFound("read report", string(t.Of.ID))
	}
	return turn, nil
}

// Interventions implements search.Store.
func (e *Engine) Interventions(ctx context.Context, ids []corpus.InterventionID) (turns []*search.Turn, err error) {
	const op = "read interventions"
	err = e.read(ctx, op, func(s *state) error {
		for len(ids) > 0 {
			some := ids[:min(len(ids), perPage)]
			ids = ids[len(some):]
			found, err := e.together(ctx, s, some)
			if err != nil {
				return err
			}
			turns = append(turns, found...)
		}
		return nil
	})
	return turns, err
}

// together reads interventions and the heads of their reports.
func (e *Engine) together(ctx context.Context, s *state, ids []corpus.InterventionID) ([]*search.Turn, error) {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = string(id)
	}
	body := reads(object{"bool": object{"filter": []object{among(fieldID, names), {"term": object{fieldKind: kindTurn}}}}}, 0, fieldTurn)
	delete(body, "sort")
	turns := make(map[corpus.InterventionID]*search.Turn, len(ids))
	reports := make(map[corpus.ReportID]*corpus.Report)
	of := make(map[corpus.InterventionID]corpus.ReportID, len(ids))
	err := e.each(ctx, body, func(h *hit) error {
		t := h.Source.Turn
		turns[t.ID] = &search.Turn{Intervention: t.intervention(), Person: s.person(h)}
		of[t.ID], reports[t.Of.ID] = t.Of.ID, nil
		return nil
	})
	if err == nil {
		err = e.heads(ctx, reports)
	}
	if err != nil {
		return nil, err
	}
	var list []*search.Turn
	for _, id := range ids {
		if t := turns[id]; t != nil && reports[of[id]] != nil {
			t.Report = reports[of[id]]
			list = append(list, t)
		}
	}
	return list, nil
}

// heads reads the heads of reports.
func (e *Engine) heads(ctx context.Context, reports map[corpus.ReportID]*corpus.Report) error {
	names := make([]string, 0, len(reports))
	for id := range reports {
		names = append(names, clean(string(id)))
	}
	body := reads(object{"bool": object{"filter": []object{among(search.FieldReport, names), {"term": object{fieldKind: kindReport}}}}}, 0, fieldHead)
	delete(body, "sort")
	return e.each(ctx, body, func(h *hit) error {
		r := h.Source.Head.report()
		reports[r.ID] = r
		return nil
	})
}

// Reports implements search.Store.
func (e *Engine) Reports(ctx context.Context, after corpus.ReportID, size int) (page []*corpus.Report, total int, err error) {
	const op = "list reports"
	err = e.read(ctx, op, func(*state) error {
		body := reads(only(object{fieldKind: kindReport}), min(size, maxWindow), fieldHead)
		body["sort"] = []object{{search.FieldDate: object{"order": "desc", "missing": "_last"}}, {fieldID: "asc"}}
		if after != "" {
			last, err := e.one(ctx, op, string(after), reads(ofReport(after), 1, fieldHead))
			if err != nil {
				return err
			}
			var date any // none is null
			if day := last.Source.Head.Report.Date.First(); day != "" {
				date = day
			}
			body["search_after"] = []any{date, string(after)}
		}
		found, err := e.find(ctx, body)
		if err != nil {
			return err
		}
		total = found.Hits.Total.Value
		for i := range found.Hits.Hits {
			page = append(page, found.Hits.Hits[i].Source.Head.report())
		}
		return nil
	})
	return page, total, err
}

// Sources implements search.Store.
func (e *Engine) Sources(ctx context.Context) (map[corpus.ReportID]corpus.Source, error) {
	sources := make(map[corpus.ReportID]corpus.Source)
	err := e.read(ctx, "list sources", func(*state) error {
		body := reads(only(object{fieldKind: kindReport}), 0, "head.source", "head.report.id")
		delete(body, "sort")
		return e.each(ctx, body, func(h *hit) error {
			sources[h.Source.Head.Report.ID] = h.Source.Head.Source
			return nil
		})
	})
	return sources, err
}
