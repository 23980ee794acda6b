package opensearch

import (
	"context"
	"encoding/hex"
	"strings"
	"time"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/search/words"
)

// session is one request at work.
type session struct {
	*Engine
	*state
	req      search.Request
	query    object              // of the request
	expanded map[string][]string // by word with its star or tilde
	weights  map[string]float64  // of terms, by the field of their language and themselves
}

func (e *Engine) session(s *state, req search.Request) *session {
	return &session{Engine: e, state: s, req: req, expanded: make(map[string][]string), weights: make(map[string]float64)}
}

// Search implements search.Searcher.
func (e *Engine) Search(ctx context.Context, req search.Request) (res *search.Result, err error) {
	began := time.Now()
	if err := req.Check(); err != nil {
		return nil, err
	}
	after, err := readCursor(req)
	if err != nil {
		return nil, err
	}
	err = e.read(ctx, "search", func(s *state) error {
		res, err = e.session(s, req).run(ctx, after)
		return err
	})
	if err != nil {
		return nil, err
	}
	res.Took = time.Since(began)
	return res, nil
}

func (s *session) run(ctx context.Context, after *cursor) (*search.Result, error) {
	if err := s.prepare(ctx); err != nil {
		return nil, err
	}
	body, err := s.body(ctx)
	if err != nil {
		return nil, err
	}
	after.apply(s.req, body)
	mark := s.req.Digest()
	found, err := s.findAt(ctx, hex.EncodeToString(mark[:cursorMark]), body) // so that pages fit together
	if err != nil {
		return nil, err
	}
	res := &search.Result{Total: found.Hits.Total.Value, TotalReports: found.Aggs[totalReports].Inside.Value}
	if res.Facets, err = s.facets(found); err != nil {
		return nil, err
	}
	page := found.Hits.Hits
	if len(page) > s.req.Size {
		if page = page[:s.req.Size]; len(page) > 0 {
			res.Next = next(s.req, &page[len(page)-1], after.groups()+len(page))
		}
	}
	if res.Hits, err = s.hits(ctx, page); err != nil {
		return nil, err
	}
	if s.req.PerReport {
		if err := s.countMates(ctx, res.Hits, page); err != nil {
			return nil, err
		}
	}
	if after == nil && !s.req.Bare {
		res.Suggestion, err = s.suggest(ctx, res.Total)
	}
	return res, err
}

// prepare compiles the query of the request.
func (s *session) prepare(ctx context.Context) (err error) {
	s.query, err = s.compile(ctx, s.req.Query)
	return err
}

// kind is what the request looks at.
func (s *session) kind() object {
	kind := kindTurn
	if s.req.Sections {
		kind = kindSection
	}
	return object{"term": object{fieldKind: kind}}
}

// matching is what matches and passes all filters but those left for later.
func (s *session) matching(later func(search.Filter) bool) object {
	filters := []object{s.kind()}
	for _, f := range s.req.Filters {
		if !later(f) {
			filters = append(filters, s.filter(f)...)
		}
	}
	return object{"bool": object{"must": s.query, "filter": filters}}
}

func none(search.Filter) bool { return false }

// totalReports is the name of the count of reports.
const totalReports = "reports"

// body is the search of the request: what is counted without regard to a filter
// passes that after the counting.
func (s *session) body(ctx context.Context) (object, error) {
	aggs, err := s.facetAggs(ctx)
	if err != nil {
		return nil, err
	}
	reports := object{"cardinality": object{"field": search.FieldReport, "precision_threshold": 40_000}}
	aggs[totalReports] = s.counted("", object{inside: reports})
	body := object{
		"query": s.matching(s.isFaceted), "post_filter": object{"bool": object{"filter": s.later("")}}, "aggs": aggs,
		"size": s.req.Size + 1, "sort": s.sort(), "track_scores": true,
		"_source": []string{fieldTurn}, "docvalue_fields": []string{search.FieldSpeaker, fieldAnalyser, search.FieldReport},
	}
	switch {
	case s.req.Size == 0:
		body["size"] = 0
	case s.req.Bare:
		body["_source"] = false
	}
	if s.req.PerReport {
		body["collapse"] = object{"field": search.FieldReport}
	}
	return body, nil
}

// isFaceted says whether a filter's field is counted, and the filter left for later.
func (s *session) isFaceted(f search.Filter) bool {
	for _, want := range s.req.Facets {
		if want.Field == f.Field {
			return true
		}
	}
	return false
}

// later is the filters that were left for later, but that of a field.
func (s *session) later(but string) []object {
	filters := []object{{"match_all": object{}}}
	for _, f := range s.req.Filters {
		if f.Field != but && s.isFaceted(f) {
			filters = append(filters, s.filter(f)...)
		}
	}
	return filters
}

func (s *session) sort() []object {
	byDate := func(order string) object {
		return object{search.FieldDate: object{"order": order, "missing": "_last"}}
	}
	byID := object{fieldID: "asc"}
	switch s.req.Order() {
	case search.ByDate:
		return []object{byDate("asc"), byID}
	case search.ByDateDesc:
		return []object{byDate("desc"), byID}
	default:
		return []object{{"_score": "desc"}, byID}
	}
}

// groups is how many groups are before the cursor.
func (c *cursor) groups() int {
	if c == nil {
		return 0
	}
	return c.From
}

// hits are the documents of a page as they are shown.
func (s *session) hits(ctx context.Context, page []hit) ([]search.Hit, error) {
	hits := make([]search.Hit, 0, len(page))
	if s.req.Bare {
		for i := range page {
			hits = append(hits, search.Hit{ID: corpus.InterventionID(page[i].Name), Score: page[i].Score})
		}
		return hits, nil
	}
	markers := make(map[string]*words.Marker)
	for i := range page {
		field := page[i].Fields.Analyser[0]
		if markers[field] == nil {
			m, err := s.marker(ctx, field)
			if err != nil {
				return nil, err
			}
			markers[field] = m
		}
		hits = append(hits, s.hit(&page[i], markers[field]))
	}
	return hits, nil
}

func (s *session) hit(found *hit, m *words.Marker) search.Hit {
	t := found.Source.Turn
	in := t.intervention()
	section := strings.HasPrefix(found.Name, search.SectionPrefix)
	h := search.NewHit(t.Of, in, section, m.Marks(in))
	h.Score, h.WordCount, h.Person = found.Score, t.Words, s.person(found)
	return h
}

// marker finds the words of the request in the texts of a language.
func (s *session) marker(ctx context.Context, field string) (*words.Marker, error) {
	a := s.analyser(field)
	c := s.compiler(ctx, a)
	asked := &asker{compiler: c}
	if err := words.NewMarker(a).Add(s.req.Query, asked); err != nil {
		return nil, err
	}
	if len(asked.terms) > 1 { // of one word every mark is worth the same
		known, err := s.weigh(ctx, a, strings.Join(asked.terms, " "), nil)
		if err != nil {
			return nil, err
		}
		for term, w := range known {
			s.weights[field+" "+term] = w.weight
		}
	}
	m := words.NewMarker(a)
	return m, m.Add(s.req.Query, c)
}

// asker notes which terms are to be weighed.
type asker struct {
	*compiler
	terms []string
}

// Weight implements words.Index.
func (a *asker) Weight(term string) (float64, error) {
	a.terms = append(a.terms, clip(term))
	return 0, nil
}

func (e *Engine) analyser(field string) *words.Analyser {
	for _, a := range e.analysers {
		if a.Field == field {
			return a
		}
	}
	return e.analysers[len(e.analysers)-1]
}

// countMates counts the hits of the reports of a page.
func (s *session) countMates(ctx context.Context, hits []search.Hit, page []hit) error {
	if len(page) == 0 {
		return nil
	}
	reports := make([]string, 0, len(page))
	for i := range page {
		reports = append(reports, page[i].Fields.Report[0])
	}
	body := object{
		"size": 0, "query": object{"bool": object{"filter": []object{s.matching(none), among(search.FieldReport, reports)}}},
		"aggs": object{"reports": object{"terms": object{"field": search.FieldReport, "size": len(reports)}}},
	}
	found, err := s.find(ctx, body)
	if err != nil {
		return err
	}
	mates := make(map[string]int, len(reports))
	for _, b := range found.Aggs["reports"].Buckets {
		mates[b.Key] = b.Count
	}
	for i := range hits {
		hits[i].InReport = mates[reports[i]]
	}
	return nil
}
