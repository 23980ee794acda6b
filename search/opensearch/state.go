package opensearch

import (
	"cmp"
	"context"
	"maps"
	"net/http"
	"slices"
	"time"

	"briefsearch/search"
)

// state is what is known of the whole index, as long as it keeps its name. It never
// changes.
type state struct {
	name     string
	texts    map[string]int      // by the field that holds them
	meanings map[string]*meaning // by field
	learnt   time.Time
	took     time.Duration // to learn it
}

// meaning is what the terms of a field stand for when they are seen together, as those
// of speakers do (see search.Field.Names). The index has a key for each term.
type meaning struct {
	values map[string]string   // by key
	keys   map[string][]string // by value
	// several is the keys of values that have more than one: what is counted of each
	// of these has to be summed up.
	several []string
	all     *names // what the values are looked for by, of people
}

// Generation implements search.Generational.
func (e *Engine) Generation(ctx context.Context) (string, error) {
	const op = "read state"
	if err := e.usable(op); err != nil {
		return "", err
	}
	s, err := e.state(ctx)
	if err != nil {
		return "", e.fault(ctx, op, err)
	}
	return s.name, nil
}

func (e *Engine) generation(ctx context.Context) (string, error) {
	var told struct {
		Source struct{ Stamp string } `json:"_source"`
	}
	err := e.ask(ctx, http.MethodGet, stateDoc+"?realtime=false", nil, &told)
	return told.Source.Stamp, err
}

const (
	// manyTerms are a burden to learn whenever somebody else writes: it is done again when
	// so many times as long has gone by.
	manyTerms   = 20_000
	restAfter   = 20
	termsAtOnce = 10_000
)

// burden says whether the state should serve a while longer though there is a new one.
func (s *state) burden() bool {
	terms := 0
	for _, m := range s.meanings {
		terms += len(m.values)
	}
	return terms > manyTerms && time.Since(s.learnt) < restAfter*s.took
}

// state is that of the index now. What is known of it is asked for once.
func (e *Engine) state(ctx context.Context) (*state, error) {
	name, err := e.generation(ctx)
	if err != nil {
		return nil, err
	}
	if s := e.known.Load(); s != nil && (s.name == name || s.burden()) {
		return s, nil
	}
	e.learning.Lock()
	defer e.learning.Unlock()
	if s := e.known.Load(); s != nil && s.name == name {
		return s, nil
	}
	began := time.Now()
	s := &state{name: name, texts: make(map[string]int), meanings: make(map[string]*meaning)}
	if err := e.learn(ctx, s); err != nil {
		return nil, err
	}
	s.learnt, s.took = time.Now(), time.Since(began)
	e.known.Store(s)
	return s, nil
}

// learn asks for the languages of the texts and for the meaning of terms.
func (e *Engine) learn(ctx context.Context, s *state) error {
	aggs := object{"texts": object{"terms": object{"field": fieldAnalyser, "size": len(e.analysers)}}}
	found, err := e.find(ctx, object{"size": 0, "aggs": aggs})
	if err != nil {
		return err
	}
	for _, b := range found.Aggs["texts"].Buckets {
		s.texts[b.Key] = b.Count
	}
	for _, f := range keywords() {
		if f.Names == nil {
			continue
		}
		keys, terms, err := e.termsOf(ctx, f.Name)
		if err != nil {
			return err
		}
		s.meanings[f.Name] = newMeaning(keys, f.Names(terms))
	}
	people := s.meanings[search.FieldSpeaker]
	people.all = &names{values: slices.Sorted(maps.Keys(people.keys))}
	people.all.list.Learn(people.all.values, func(name string) []string { return []string{name} })
	return nil
}

// termsOf is all terms of a field and their keys, which are read page by page.
func (e *Engine) termsOf(ctx context.Context, field string) (keys, terms []string, err error) {
	source := func(name, field string) object { return object{name: object{"terms": object{"field": field}}} }
	pages := object{"size": termsAtOnce, "sources": []object{source("key", field)}}
	if ofReports(field) {
		pages["sources"] = []object{source("key", field), source("term", folded(field))}
	}
	for {
		var told struct {
			Aggregations struct {
				Pages struct {
					Buckets []struct{ Key struct{ Key, Term string } }
					After   object `json:"after_key"`
				}
			}
		}
		body := object{"size": 0, "track_total_hits": false, "aggs": object{"pages": object{"composite": pages}}}
		if err := e.ask(ctx, http.MethodPost, "/_search?allow_partial_search_results=false", body, &told); err != nil {
			return nil, nil, err
		}
		page := told.Aggregations.Pages
		for _, b := range page.Buckets {
			keys, terms = append(keys, b.Key.Key), append(terms, cmp.Or(b.Key.Term, b.Key.Key))
		}
		if len(page.Buckets) < termsAtOnce {
			return keys, terms, nil
		}
		pages["after"] = page.After
	}
}

func newMeaning(keys, values []string) *meaning {
	m := &meaning{values: make(map[string]string, len(keys)), keys: make(map[string][]string, len(keys))}
	for i, value := range values {
		m.values[keys[i]] = value
		m.keys[value] = append(m.keys[value], keys[i])
	}
	for _, keys := range m.keys {
		if len(keys) > 1 {
			m.several = append(m.several, keys...)
		}
	}
	return m
}

// read runs a function that needs the state of the index.
func (e *Engine) read(ctx context.Context, op string, with func(*state) error) error {
	if err := e.usable(op); err != nil {
		return err
	}
	s, err := e.state(ctx)
	if err == nil {
		err = with(s)
	}
	return e.fault(ctx, op, err)
}

// person is who the speaker of a document is.
func (s *state) person(h *hit) string {
	if len(h.Fields.Speaker) == 0 {
		return ""
	}
	return s.meanings[search.FieldSpeaker].values[h.Fields.Speaker[0]]
}

// valueOf is the value that a key in the index stands for, "" when it came a moment ago.
func (s *state) valueOf(field, key string) string {
	if m := s.meanings[field]; m != nil {
		return m.values[key]
	}
	return key
}

// keysOf are what stands in the index for values of a field.
func (s *state) keysOf(field string, values []string) []string {
	m := s.meanings[field]
	if m == nil {
		return values
	}
	keys := make([]string, 0, len(values))
	for _, v := range values {
		keys = append(keys, m.keys[v]...)
	}
	return keys
}
