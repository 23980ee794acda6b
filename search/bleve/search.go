package bleve

import (
	"context"
	"errors"
	"fmt"
	"time"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/search/query"
	"briefsearch/search/words"
)

const opSearch = "search"

// Search implements search.Searcher.
func (e *Engine) Search(ctx context.Context, req search.Request) (res *search.Result, err error) {
	began := time.Now()
	after, err := check(req)
	if err != nil {
		return nil, err
	}
	err = e.read(ctx, opSearch, func(v *view) error {
		res, err = e.session(ctx, v, req).run(after)
		return err
	})
	if err != nil {
		return nil, err
	}
	res.Took = time.Since(began)
	return res, nil
}

func (e *Engine) session(ctx context.Context, v *view, req search.Request) *session {
	return &session{
		Engine: e, ctx: ctx, view: v, req: req,
		compilers: make([]*compiler, len(e.analysers)), expanded: make(map[string][]string),
	}
}

// check refuses a request that makes no sense, and reads its cursor.
func check(req search.Request) (*candidate, error) {
	if err := req.Check(); err != nil {
		return nil, err
	}
	return decodeCursor(req)
}

// fault gives an error of the index its code.
func (e *Engine) fault(ctx context.Context, err error) error {
	var known *corpus.Error
	switch {
	case errors.As(err, &known):
		return err
	case ctx.Err() != nil && errors.Is(err, context.DeadlineExceeded):
		return &corpus.Error{Code: corpus.Timeout, Op: opSearch, Err: err, Hint: "Ask for less: fewer words, or longer beginnings of words."}
	case ctx.Err() != nil:
		return fmt.Errorf("%s: %w", opSearch, err)
	default:
		return &corpus.Error{Code: corpus.Corrupt, Op: opSearch, File: e.dir, Err: err, Hint: hintDamaged}
	}
}

// session is one request at work.
type session struct {
	*Engine
	ctx       context.Context // of the one request that a session lives for
	view      *view
	req       search.Request
	compilers []*compiler // by analyser, made when needed
	expanded  map[string][]string
}

func (s *session) run(after *candidate) (*search.Result, error) {
	filters := s.filters(s.view, s.req.Filters)
	c := s.collector(s.view, filters, s.req.Facets, top{by: s.req.Order(), size: s.req.Size, after: after})
	defer c.release()
	if s.req.PerReport {
		c.grouped = newGroups(len(s.view.values[c.report]))
	}
	if err := s.collect(c); err != nil {
		return nil, err
	}
	if c.grouped != nil {
		c.grouped.settle(&c.top)
	}
	res := &search.Result{Total: c.total, TotalReports: c.totalReports}
	var err error
	if res.Facets, err = s.facets(s.ctx, c, s.req); err != nil {
		return nil, err
	}
	page, err := c.top.sorted()
	if err != nil {
		return nil, err
	}
	if c.top.more && len(page) > 0 {
		res.Next = encodeCursor(s.req, &page[len(page)-1])
	}
	if s.req.Bare {
		for _, k := range page {
			res.Hits = append(res.Hits, search.Hit{ID: corpus.InterventionID(k.id), Score: k.score, InReport: k.mates})
		}
	} else if res.Hits, err = s.hits(page, s.marker); err != nil {
		return nil, err
	}
	if after == nil && !s.req.Bare {
		res.Suggestion, err = s.suggest(filters, c.total)
	}
	return res, err
}

// collect compiles the query for each language of the index and walks the
// segments that hold it.
func (s *session) collect(c *collector) error {
	for i := range s.analysers {
		p, err := s.plan(i, s.req.Query)
		if err != nil {
			return err
		}
		if p == nil {
			continue
		}
		if err := s.walk(c, i, p); err != nil {
			return err
		}
	}
	c.gather()
	return nil
}

func (s *session) walk(c *collector, analyser int, p plan) error {
	code := s.code(analyser, s.req.Sections)
	for seg := range s.view.segments {
		if s.view.segments[seg].used[code] == 0 {
			continue
		}
		if err := s.ctx.Err(); err != nil {
			return err
		}
		if err := c.collect(s.ctx, seg, code, p.matcher(seg)); err != nil {
			return err
		}
	}
	return s.compilers[analyser].fault.err
}

// plan compiles a query for a language, or returns nil when the index has no
// text in it or the query says nothing in it.
func (s *session) plan(analyser int, n query.Node) (plan, error) {
	if !s.view.uses(s.code(analyser, s.req.Sections)) {
		return nil, nil
	}
	return s.compiler(analyser).compile(n)
}

// uses says whether a text has a code.
func (v *view) uses(code uint8) bool {
	for _, seg := range v.segments {
		if seg.used[code] > 0 {
			return true
		}
	}
	return false
}

func (s *session) compiler(analyser int) *compiler {
	if s.compilers[analyser] == nil {
		s.compilers[analyser] = &compiler{
			planned: &planned{view: s.view, fault: &fault{ctx: s.ctx}, scale: s.view.by[analyser]},
			ctx:     s.ctx, store: s.columns, analyser: s.analysers[analyser], expanded: s.expanded,
		}
	}
	return s.compilers[analyser]
}

// marker finds the words of the request in the texts of an analyser.
func (s *session) marker(analyser int) (*words.Marker, error) {
	m := words.NewMarker(s.analysers[analyser])
	return m, m.Add(s.req.Query, s.compiler(analyser))
}

// hits reads what is shown of the candidates.
func (s *session) hits(page []candidate, markerOf func(analyser int) (*words.Marker, error)) ([]search.Hit, error) {
	hits := make([]search.Hit, 0, len(page))
	markers := make([]*words.Marker, len(s.analysers))
	for i := range page {
		if err := s.ctx.Err(); err != nil {
			return nil, err
		}
		k := &page[i]
		seg := s.view.segments[k.segment]
		a, section, _ := seg.text(k.doc)
		if markers[a] == nil {
			m, err := markerOf(a)
			if err != nil {
				return nil, err
			}
			markers[a] = m
		}
		t, err := s.turn(seg, k.doc)
		if err != nil {
			return nil, err
		}
		in := t.intervention()
		h := search.NewHit(t.Report, in, section, markers[a].Marks(in))
		h.Score, h.InReport, h.WordCount = k.score, k.mates, t.Words
		h.Person = s.view.valueOf(seg, k.doc, s.columns.at[search.FieldSpeaker])
		hits = append(hits, h)
	}
	return hits, nil
}
