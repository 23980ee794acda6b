package search

import (
	"encoding/binary"
	"path"
	"slices"
	"strings"

	"briefsearch/corpus"
)

// A folder often holds one report several times: as Word, as PDF, as a scan. Each of them
// is a form of one work, and a search that counts them all counts what was said once as
// often as it was saved. Which reports are forms of one work is seen, as who people are,
// only when those of all reports lie side by side; the index holds what each is like.

// Values of FieldForm.
const (
	FormFirst = "first" // the only form of a work, or the one that is shown for all
	FormOther = "other" // another form of a work of which the first is held too
)

// sameWork is the likeness of two texts from which on they are one. Forms of real reports
// have 0.94 and more, scans of them included, and reports of one series 0.12 at most.
const sameWork = 0.85

// formTerm is what the index holds of a report to know its other forms by: its place among
// them, its date, its id, and its sketch. Those that sort first are shown for the others.
func formTerm(r *corpus.Report) string {
	if r.Sketch == "" {
		return ""
	}
	place := "1"
	switch {
	case r.OCR: // what was recognised is never better than what was written
		place = "2"
	case strings.EqualFold(path.Ext(r.Source.File), ".pdf"): // it has pages to show
		place = "0"
	}
	return strings.Join([]string{place, string(r.Date), string(r.ID), string(r.Sketch)}, termSeparator)
}

// form is a formTerm, taken apart.
type form struct {
	at     int // among the terms
	date   corpus.Date
	report string
	sketch corpus.Sketch
}

func newForm(at int, term string) form {
	parts := append(strings.Split(term, termSeparator), "", "", "")
	return form{at, corpus.Date(parts[1]), parts[2], corpus.Sketch(parts[3])}
}

// same says whether two forms are of one work: equal texts of two days are two, such as a
// speech that was held twice.
func (f form) same(other form) bool {
	dated := f.date == "" || other.date == "" ||
		strings.HasPrefix(string(f.date), string(other.date)) || strings.HasPrefix(string(other.date), string(f.date))
	return dated && f.sketch.Likeness(other.sketch) >= sameWork
}

// formsByTerm says whether a report is the first form of its work, for the terms of all.
func formsByTerm(terms []string) []string {
	values := make([]string, len(terms))
	for i, first := range firstForms(terms) {
		values[i] = FormOther
		if first.at == i {
			values[i] = FormFirst
		}
	}
	return values
}

// worksByTerm is the work of each report, named by its first form.
func worksByTerm(terms []string) []string {
	values := make([]string, len(terms))
	for i, first := range firstForms(terms) {
		values[i] = first.report
	}
	return values
}

// bandLength is the length of the parts of a sketch, one of which two forms of a work have
// alike all but surely: of 16 parts of four places each, with a likeness of 0.85.
const bandLength = 8

// maxAlike bounds the works that a report is compared with for one part.
const maxAlike = 16

// shelf is the first forms of the works found so far, by the parts of their sketches.
type shelf struct {
	firsts []form
	heads  []map[uint64]int32 // by place of the part: the first form that has it, from 1
	next   [][]int32          // by first form and part: the one before it that has the same
}

// bandOf is a part of a sketch as a number.
func (s *shelf) bandOf(f form, part int) uint64 {
	return binary.NativeEndian.Uint64([]byte(f.sketch[part*bandLength:][:bandLength]))
}

func (s *shelf) parts(f form) int { return min(len(f.sketch)/bandLength, len(s.heads)) }

// find is the first form of the work that a report is a form of too.
func (s *shelf) find(f form) (form, bool) {
	for part := range s.parts(f) {
		at := s.heads[part][s.bandOf(f, part)]
		for range maxAlike {
			if at == 0 {
				break
			}
			if first := s.firsts[at-1]; first.same(f) {
				return first, true
			}
			at = s.next[at-1][part]
		}
	}
	return form{}, false
}

// put adds the first form of a work.
func (s *shelf) put(f form) {
	s.firsts = append(s.firsts, f)
	next := make([]int32, s.parts(f))
	for part := range next {
		band := s.bandOf(f, part)
		next[part] = s.heads[part][band]
		s.heads[part][band] = int32(len(s.firsts)) // #nosec G115 -- fewer than two thousand million reports
	}
	s.next = append(s.next, next)
}

// firstForms is the first form of the work of each term.
func firstForms(terms []string) []form {
	order := make([]form, len(terms))
	for i, term := range terms {
		order[i] = newForm(i, term)
	}
	slices.SortFunc(order, func(a, b form) int { return strings.Compare(terms[a.at], terms[b.at]) })
	var known shelf
	if len(order) > 0 {
		known.heads = make([]map[uint64]int32, len(order[0].sketch)/bandLength)
	}
	for part := range known.heads {
		known.heads[part] = make(map[uint64]int32, len(order))
	}
	firsts := make([]form, len(terms))
	for _, f := range order {
		first, ok := known.find(f)
		if !ok {
			first = f
			known.put(f)
		}
		firsts[f.at] = first
	}
	return firsts
}
