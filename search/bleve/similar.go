package bleve

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/search/words"
)

// Bounds of what an intervention is compared by.
const (
	lookedUpTerms = 400 // its most frequent terms, whose weight is looked up
	similarTerms  = 25  // those that tell most
	tagShare      = 0.5 // what a tag tells, against a word as rare
)

// Similar implements search.Explorer.
func (e *Engine) Similar(ctx context.Context, id corpus.InterventionID, size int) (hits []search.Hit, err error) {
	const op = "find similar"
	if err := search.CheckSize(size, search.MaxSize); err != nil {
		return nil, err
	}
	err = e.read(ctx, op, func(v *view) error {
		at, doc, err := v.spoken(op, string(id))
		if err != nil {
			return err
		}
		seg := v.segments[at]
		analyser, _, _ := seg.text(doc)
		t, err := e.turn(seg, doc)
		if err != nil {
			return err
		}
		s := likeness{
			session: e.session(ctx, v, search.Request{}), segment: at, doc: doc,
			analyser: analyser, turn: t,
		}
		hits, err = s.find(size)
		return err
	})
	return hits, err
}

// likeness is one intervention and what it is compared by.
type likeness struct {
	*session
	segment  int
	doc      uint32
	analyser int
	turn     *turn
	terms    []weighted
}

type weighted struct {
	term   string
	count  int
	weight float64
	plan   *termPlan
}

func (s *likeness) find(size int) ([]search.Hit, error) {
	if err := s.choose(); err != nil {
		return nil, err
	}
	c := s.collector(s.view, nil, nil, top{by: search.ByRelevance, size: size})
	for i := range s.analysers {
		if !s.view.uses(s.code(i, false)) {
			continue
		}
		p, err := s.plan(i)
		if err != nil {
			return nil, err
		}
		if err := s.walk(c, i, p); err != nil {
			return nil, err
		}
	}
	page, err := c.top.sorted()
	if err != nil {
		return nil, err
	}
	return s.hits(page, func(a int) (*words.Marker, error) {
		m := words.NewMarker(s.analysers[a])
		if a == s.analyser {
			for _, t := range s.terms {
				m.AddTerm(t.term, t.weight)
			}
		}
		return m, nil
	})
}

// choose finds the terms that are frequent here and rare elsewhere.
func (s *likeness) choose() error {
	a := s.analysers[s.analyser]
	counts := make(map[string]int)
	words.Each(s.turn.Text, func(w words.Word) {
		if term := a.Term(w.Term()); term != "" {
			counts[term]++
		}
	})
	for term, n := range counts {
		s.terms = append(s.terms, weighted{term: term, count: n})
	}
	slices.SortFunc(s.terms, func(a, b weighted) int {
		return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(len(b.term), len(a.term)), strings.Compare(a.term, b.term))
	})
	s.terms = s.terms[:min(len(s.terms), lookedUpTerms)]
	compiler := s.compiler(s.analyser)
	for i := range s.terms {
		t := &s.terms[i]
		p, err := compiler.term(a.Field, t.term)
		if err != nil {
			return err
		}
		t.plan = p
		if p.count > 1 { // else it stands here alone
			n := float64(t.count)
			t.weight = p.weight * n / (n + bm25K)
		}
	}
	slices.SortStableFunc(s.terms, func(a, b weighted) int { return cmp.Compare(b.weight, a.weight) })
	s.terms = s.terms[:min(len(s.terms), similarTerms)]
	s.terms = slices.DeleteFunc(s.terms, func(t weighted) bool { return t.weight == 0 })
	return nil
}

// plan looks for the terms in the texts of the same language, and for the tags
// in all.
func (s *likeness) plan(analyser int) (plan, error) {
	compiler := s.compiler(analyser)
	var parts orPlan
	if analyser == s.analyser {
		for _, t := range s.terms {
			t.plan.weight = t.weight
			parts = append(parts, t.plan)
		}
	}
	for _, t := range s.turn.Tags {
		p, err := compiler.union(string(t.Kind), []string{t.ID})
		if err != nil {
			return nil, err
		}
		p.value = tagShare * s.view.all.idf(p.count()) // a tag is the same in all languages
		parts = append(parts, p)
	}
	if len(parts) == 0 {
		return nonePlan{}, nil
	}
	own, err := s.own(compiler)
	if err != nil {
		return nil, err
	}
	return notPlan{of: parts, without: own}, nil
}

// own is the intervention itself and whatever else its speaker said: the person
// in all reports, or, where nobody is named, all who speak for the State.
func (s *likeness) own(compiler *compiler) (*setPlan, error) {
	field, terms := search.FieldSpeaker, s.said(search.FieldSpeaker)
	if len(terms) == 0 {
		field, terms = search.FieldCountrySpeaks, s.said(search.FieldCountrySpeaks)
	}
	p, err := compiler.union(field, terms)
	if err != nil {
		return nil, err
	}
	p.sets[s.segment].Add(s.doc)
	return p, nil
}

// said is the terms of the first value that the intervention has in a field.
func (s *likeness) said(field string) (terms []string) {
	at := s.columns.at[field]
	if o, ok := s.view.segments[s.segment].fields[at].first(s.doc); ok {
		for _, o := range s.view.sameValue(at, s.view.first(at, o)) {
			terms = append(terms, s.view.keys[at][o])
		}
	}
	return terms
}
