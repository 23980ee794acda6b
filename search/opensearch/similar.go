package opensearch

import (
	"context"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/search/words"
)

const (
	similarTerms = 25  // of an intervention, those that tell most
	tagShare     = 0.5 // what a tag tells, against a word as rare
)

// Similar implements search.Explorer.
func (e *Engine) Similar(ctx context.Context, id corpus.InterventionID, size int) (hits []search.Hit, err error) {
	const op = "find similar"
	if err := search.CheckSize(size, search.MaxSize); err != nil {
		return nil, err
	}
	err = e.read(ctx, op, func(s *state) error {
		body := reads(turnNamed(id), 1, fieldTurn)
		body["docvalue_fields"] = []string{search.FieldSpeaker, search.FieldCountrySpeaks, fieldAnalyser}
		h, err := e.one(ctx, op, string(id), body)
		if err != nil {
			return err
		}
		l := likeness{session: e.session(s, search.Request{}), turn: h, analyser: e.analyser(h.Fields.Analyser[0])}
		hits, err = l.find(ctx, size)
		return err
	})
	return hits, err
}

// likeness is one intervention and what it is compared by.
type likeness struct {
	*session
	turn     *hit
	analyser *words.Analyser
}

func (s *likeness) find(ctx context.Context, size int) ([]search.Hit, error) {
	terms, err := s.telling(ctx)
	if err != nil {
		return nil, err
	}
	parts, err := s.tags(ctx)
	if err != nil {
		return nil, err
	}
	m := words.NewMarker(s.analyser)
	for term, weight := range terms {
		m.AddTerm(term, weight)
		parts = append(parts, object{"term": object{s.analyser.Field: object{"value": term, "boost": weight}}})
	}
	own := []object{{"term": object{fieldID: s.turn.Name}}}
	if field, theirs := s.speaker(); len(theirs) > 0 {
		own = append(own, among(field, theirs))
	}
	found, err := s.session.find(ctx, object{
		"size": size, "query": object{"bool": object{"must": either(parts), "filter": object{"term": object{fieldKind: kindTurn}}, "must_not": own}},
		"_source": []string{fieldTurn}, "docvalue_fields": []string{search.FieldSpeaker, fieldAnalyser}, "sort": s.sort(),
	})
	if err != nil {
		return nil, err
	}
	hits := make([]search.Hit, 0, len(found.Hits.Hits))
	unmarked := words.NewMarker(s.analyser)
	for i := range found.Hits.Hits {
		h := &found.Hits.Hits[i]
		if h.Fields.Analyser[0] == s.analyser.Field {
			hits = append(hits, s.hit(h, m))
		} else {
			hits = append(hits, s.hit(h, unmarked))
		}
	}
	return hits, nil
}

// telling is the terms that are frequent here and rare elsewhere, and how much each
// tells besides being rare, which the cluster adds.
func (s *likeness) telling(ctx context.Context) (map[string]float64, error) {
	text, _ := readText(s.analyser, s.turn.Source.Turn.Text, make(map[string]bool))
	filter := object{"max_num_terms": similarTerms, "min_doc_freq": 2}
	known, err := s.weigh(ctx, s.analyser, text, filter)
	if err != nil {
		return nil, err
	}
	terms := make(map[string]float64, len(known))
	for term, w := range known {
		n := float64(w.Here)
		terms[term] = w.weight * n / (n + 2)
	}
	return terms, nil
}

// tags looks for the tags, in texts of all languages.
func (s *likeness) tags(ctx context.Context) ([]object, error) {
	var queries []object
	tags := s.turn.Source.Turn.Tags
	for _, t := range tags {
		queries = append(queries, object{"term": object{string(t.Kind): t.ID}})
	}
	if len(queries) == 0 {
		return nil, nil
	}
	counts, err := s.count(ctx, queries)
	if err != nil {
		return nil, err
	}
	all := 0
	for _, n := range s.texts {
		all += n
	}
	parts := make([]object, len(queries))
	for i, q := range queries {
		parts[i] = scored(q, tagShare*words.Rarity(counts[i], max(all, counts[i])))
	}
	return parts, nil
}

// speaker is what else the speaker said: the person in all reports, or, where nobody is
// named, all who speak for the State.
func (s *likeness) speaker() (field string, terms []string) {
	if name := s.person(s.turn); name != "" {
		return search.FieldSpeaker, s.keysOf(search.FieldSpeaker, []string{name})
	}
	return search.FieldCountrySpeaks, s.turn.Fields.Country
}
