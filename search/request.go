package search

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strings"

	"briefsearch/corpus"
)

// maxFacetSize bounds what one facet may ask for.
const maxFacetSize = 1000

// Check refuses a request that makes no sense: an Invalid that names the parameter.
// What its cursor says is the engine's to judge.
func (req Request) Check() error {
	if err := CheckSize(req.Size, MaxSize); err != nil {
		return err
	}
	switch req.Sort {
	case "", ByRelevance, ByDate, ByDateDesc:
	default:
		return invalid("sort", "%q is not one of %s, %s, %s", req.Sort, ByRelevance, ByDate, ByDateDesc)
	}
	if err := checkFacets(req.Facets); err != nil {
		return err
	}
	return checkFilters(req.Filters)
}

// CheckSize refuses a size below zero or above most.
func CheckSize(size, most int) error {
	if size < 0 || size > most {
		return invalid("size", "%d is not between 0 and %d", size, most)
	}
	return nil
}

func invalid(parameter, format string, args ...any) error {
	return &corpus.Error{Code: corpus.Invalid, Op: "search", File: parameter, Err: fmt.Errorf(format, args...)}
}

func checkFacets(facets []FacetRequest) error {
	for i, f := range facets {
		if field, _ := FieldByName(f.Field); !field.Facet {
			return invalid("facets", "there is no facet %q", f.Field)
		}
		if f.Size < 0 || f.Size > maxFacetSize {
			return invalid("facets", "facet %s: size %d is not between 0 and %d", f.Field, f.Size, maxFacetSize)
		}
		if slices.ContainsFunc(facets[:i], func(g FacetRequest) bool { return g.Field == f.Field }) {
			return invalid("facets", "facet %s is asked for twice", f.Field)
		}
	}
	return nil
}

func checkFilters(filters []Filter) error {
	for i, f := range filters {
		field, ok := FieldByName(f.Field)
		switch {
		case !ok || field.Kind != Keyword:
			return invalid(f.Field, "there is no such filter")
		case slices.ContainsFunc(filters[:i], func(g Filter) bool { return g.Field == f.Field }):
			return invalid(f.Field, "the filter is given twice")
		case (f.From != "" || f.To != "") && !field.Range:
			return invalid(f.Field, "the filter takes no range")
		}
	}
	return nil
}

// Check refuses a table that makes no sense.
func (req MatrixRequest) Check() error {
	for _, side := range []struct {
		name, field string
		size        int
	}{{"rows", req.Rows, req.RowsSize}, {"cols", req.Cols, req.ColsSize}} {
		if f, _ := FieldByName(side.field); !f.Facet {
			return invalid(side.name, "there is no facet %q", side.field)
		}
		if side.size < 1 || side.size > MaxMatrix {
			return invalid(side.name, "the size %d is not between 1 and %d", side.size, MaxMatrix)
		}
	}
	if req.Rows == req.Cols {
		return invalid("cols", "the columns are the same as the rows")
	}
	return checkFilters(req.Filters)
}

// Width is how much of a date tells the step of a timeline, or an Invalid.
func (req TimelineRequest) Width() (int, error) {
	switch req.Unit {
	case "", ByYear:
		return len("2006"), checkFilters(req.Filters)
	case ByMonth:
		return len("2006-01"), checkFilters(req.Filters)
	default:
		return 0, invalid("unit", "%q is not one of %s, %s", req.Unit, ByYear, ByMonth)
	}
}

// Order is the order of the hits.
func (req Request) Order() Sort {
	if req.Sort == "" {
		return ByRelevance
	}
	return req.Sort
}

// Digest is a digest of what decides which hits there are and their order.
func (req Request) Digest() [sha256.Size]byte {
	var b strings.Builder
	part := func(s string) {
		b.WriteString(s)
		b.WriteByte(0)
	}
	if req.Query != nil {
		part(req.Query.String())
	}
	part(string(req.Order()))
	if req.PerReport {
		part("by report")
	}
	if req.Sections {
		part("sections")
	}
	filters := slices.Clone(req.Filters)
	slices.SortFunc(filters, func(a, b Filter) int { return strings.Compare(a.Field, b.Field) })
	for _, f := range filters {
		part(f.Field)
		for _, values := range [][]string{f.Any, f.None} {
			for _, v := range slices.Sorted(slices.Values(values)) {
				part(v)
			}
			part("\x01")
		}
		part(f.From)
		part(f.To)
	}
	return sha256.Sum256([]byte(b.String()))
}

var errCursor = errors.New("the cursor is not one of this search")

// BadCursor is the error of a cursor that is none of a request.
func BadCursor() error {
	return &corpus.Error{
		Code: corpus.Invalid, Op: "search", File: "cursor", Err: errCursor,
		Hint: "Take the cursor as it came, with the same query, filters and sort; or begin at the first page.",
	}
}

// CheckReport refuses what could not be found again. Prefixes are those of ids that an
// engine keeps for itself.
func CheckReport(op string, r *corpus.Report, prefixes ...string) error {
	fail := func(id, why string) error {
		return &corpus.Error{Code: corpus.Invalid, Op: op, File: id, Err: errors.New(why)}
	}
	if r == nil || r.ID == "" {
		return fail("", "a report needs an id")
	}
	seen := make(map[corpus.InterventionID]bool, len(r.Interventions))
	for i := range r.Interventions {
		id := r.Interventions[i].ID
		switch {
		case id == "":
			return fail(string(r.ID), fmt.Sprintf("intervention %d has no id", i+1))
		case seen[id]:
			return fail(string(id), "two interventions have this id")
		case slices.ContainsFunc(append(prefixes, SectionPrefix), func(p string) bool { return strings.HasPrefix(string(id), p) }):
			return fail(string(id), "this is no id of an intervention")
		}
		seen[id] = true
	}
	return nil
}
