package bleve

import (
	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// plan is a part of a query, looked up in the whole index and ready to walk each
// segment. A nil plan is a part that says nothing, such as a stop word.
type plan interface {
	matcher(seg int) matcher
}

// planned is what all plans of a request in the texts of one analyser share.
type planned struct {
	view  *view
	fault *fault
	scale scale
}

type nonePlan struct{}

func (nonePlan) matcher(int) matcher { return noneMatcher{} }

type allPlan struct{ *planned }

func (p allPlan) matcher(seg int) matcher {
	s := p.view.segments[seg]
	return &allMatcher{docs: uint32(s.docs), deleted: s.Deleted()} // #nosec G115
}

// termPlan is a term with its postings in every segment.
type termPlan struct {
	*planned
	lists  []segment.PostingsList // nil where the segment lacks the term
	count  uint64
	weight float64
}

func (p *termPlan) matcher(seg int) matcher {
	if p.lists[seg] == nil {
		return noneMatcher{}
	}
	return p.term(seg)
}

func (p *termPlan) term(seg int) *termMatcher {
	list := p.lists[seg]
	return &termMatcher{
		postings: list.Iterator(true, true, false, nil), fault: p.fault, count: list.Count(),
		weight: p.weight, lengths: newLengths(&p.view.segments[seg].terms, p.scale.terms),
	}
}

// setPlan is a set of documents for every segment, all of one score.
type setPlan struct {
	sets  []*roaring.Bitmap
	value float64
}

func (p *setPlan) matcher(seg int) matcher {
	if p.sets[seg].IsEmpty() {
		return noneMatcher{}
	}
	return newBitmapMatcher(p.sets[seg], p.value)
}

func (p *setPlan) count() uint64 {
	var n uint64
	for _, s := range p.sets {
		n += s.GetCardinality()
	}
	return n
}

type andPlan []plan

func (p andPlan) matcher(seg int) matcher {
	parts := make([]matcher, len(p))
	for i, part := range p {
		parts[i] = part.matcher(seg)
		if parts[i] == (noneMatcher{}) {
			return noneMatcher{}
		}
	}
	narrow(parts)
	return newAnd(parts)
}

type orPlan []plan

func (p orPlan) matcher(seg int) matcher {
	parts := make([]matcher, 0, len(p))
	for _, part := range p {
		if m := part.matcher(seg); m != (noneMatcher{}) {
			parts = append(parts, m)
		}
	}
	if len(parts) == 0 {
		return noneMatcher{}
	}
	return newOr(parts)
}

type notPlan struct{ of, without plan }

func (p notPlan) matcher(seg int) matcher {
	return &notMatcher{of: p.of.matcher(seg), without: p.without.matcher(seg)}
}

// phrasePlan is terms in order.
type phrasePlan struct {
	*planned
	terms  []*termPlan
	gaps   []int
	slop   int
	weight float64
}

func (p *phrasePlan) matcher(seg int) matcher {
	all := make([]matcher, len(p.terms))
	terms := make([]phraseTerm, len(p.terms))
	for i, t := range p.terms {
		if t.lists[seg] == nil {
			return noneMatcher{}
		}
		terms[i] = phraseTerm{termMatcher: t.term(seg), list: t.lists[seg]}
		all[i] = terms[i].termMatcher
	}
	narrow(all)
	return &phraseMatcher{
		all: newAnd(all), fault: p.fault, terms: terms, gaps: p.gaps, slop: p.slop, places: make([][]int, len(terms)),
		weight: p.weight, lengths: newLengths(&p.view.segments[seg].terms, p.scale.terms),
	}
}
