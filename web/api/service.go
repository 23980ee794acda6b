package api

import (
	"context"
	"crypto/rand"
	"errors"
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/search"
)

// Service answers queries from an engine. It is safe for concurrent use.
type Service struct {
	// HideOriginals keeps the files that reports were read from to the house:
	// there is no address for them, and no page leads to one. Set it before use.
	HideOriginals bool

	engine     Engine
	vocabulary *vocabulary.Vocabulary
	timeout    time.Duration
	titles     titles
	shapes     shapes
	register   register
	run        string // of this process: another one may have another vocabulary, or be another version
}

// DefaultTimeout is how long a search may take. A search that takes longer is
// given up with Unavailable.
const DefaultTimeout = 5 * time.Second

// NewService returns a service; a timeout of 0 is DefaultTimeout.
func NewService(e Engine, v *vocabulary.Vocabulary, timeout time.Duration) *Service {
	if timeout == 0 {
		timeout = DefaultTimeout
	}
	return &Service{
		engine: e, vocabulary: v, timeout: timeout, titles: titles{store: e, known: make(map[string]title)}, shapes: shapes{store: e}, register: register{store: e}, run: rand.Text(),
	}
}

// generation names the state of the index, or is "" when the engine cannot.
func (s *Service) generation(ctx context.Context) string {
	if g, ok := s.engine.(search.Generational); ok {
		if name, err := g.Generation(ctx); err == nil {
			return name
		}
	}
	return ""
}

// Answer runs a query. Parts of names may stand for names: the answer's Asked is
// the query that was run.
func (s *Service) Answer(ctx context.Context, q *Query) (*Answer, error) {
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	q, err := s.whole(ctx, q)
	if err != nil {
		return nil, err
	}
	generation := s.generation(ctx)
	res, err := s.engine.Search(ctx, q.Request())
	if err != nil {
		return nil, err
	}
	for i := range res.Hits {
		s.titles.learn(generation, res.Hits[i].Report)
	}
	a := NewAnswer(q, res, s.Labels(ctx, q.language()))
	if q.Cursor == "" && q.Size > 0 && res.Total < search.EnoughHits {
		err = s.relax(ctx, q, a)
	}
	return a, err
}

// Count is how many hits a query has that was made of an answer's Asked: parts of
// names have become names in it.
func (s *Service) Count(ctx context.Context, q *Query) (int, error) {
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	page, err := s.pageAt(ctx, q.sized(0), "", true)
	if err != nil {
		return 0, err
	}
	return page.total, nil
}

// Turn returns an intervention with what stands around it.
func (s *Service) Turn(ctx context.Context, id string) (*search.Turn, error) {
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	return s.engine.Intervention(ctx, corpus.InterventionID(id))
}

// Report returns a report without the text of its interventions and sections.
func (s *Service) Report(ctx context.Context, id string) (*corpus.Report, error) {
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	return s.engine.Report(ctx, corpus.ReportID(id))
}

// ReportWithSections returns a report with the text of its sections, which costs
// as much as they are long.
func (s *Service) ReportWithSections(ctx context.Context, id string) (*corpus.Report, error) {
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	r, err := s.engine.Report(ctx, corpus.ReportID(id))
	if err != nil {
		return nil, err
	}
	r.Sections, err = s.engine.Sections(ctx, r.ID)
	return r, err
}

var errNoCursor = invalid("cursor", errors.New("it is of no list that is served"), "Begin again without a cursor.")

// Reports returns up to size heads of reports, the newest first, that come
// after a cursor, and the cursor behind them ("" at the end); and how many there
// are in all.
func (s *Service) Reports(ctx context.Context, cursor string, size int) (page []*corpus.Report, next string, total int, err error) {
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	page, total, err = s.engine.Reports(ctx, corpus.ReportID(cursor), size+1)
	if corpus.CodeOf(err) == corpus.NotFound {
		return nil, "", 0, errNoCursor
	}
	if len(page) > size {
		page = page[:size]
		if size > 0 {
			next = string(page[size-1].ID)
		}
	}
	return page, next, total, err
}

// Stats counts what is stored.
func (s *Service) Stats(ctx context.Context) (search.Stats, error) {
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	return s.engine.Stats(ctx)
}

// Labeller is the name, for people, of a value of a facet.
type Labeller func(facet, value string) string

// Labels names values in a language, and in English where it has no name.
func (s *Service) Labels(ctx context.Context, lang string) Labeller {
	generation := s.generation(ctx)
	return func(facet, value string) string {
		switch facet {
		case search.FieldReport:
			return s.titles.of(ctx, generation, value)
		case search.FieldLanguage:
			return languageName(value, lang)
		case search.FieldCountrySpeaks, search.FieldCountryMentioned:
			facet = string(corpus.Country)
		}
		if e, ok := s.vocabulary.Entry(corpus.Kind(facet), value); ok {
			return e.Label(lang)
		}
		return value
	}
}

// languageName is the name of a language in another.
func languageName(code, in string) string {
	tag, err := language.Parse(code)
	if err != nil {
		return code
	}
	namer := display.Languages(language.Make(in))
	if namer == nil {
		namer = display.English.Languages()
	}
	if name := namer.Name(tag); name != "" {
		return name
	}
	return code
}
