package bleve

import (
	"briefsearch/search"
	"briefsearch/search/query"
)

// bits is a set of ordinals.
type bits []uint64

func newBits(n int) bits            { return make(bits, (n+63)/64) }
func (b bits) add(i uint32)         { b[i/64] |= 1 << (i % 64) }
func (b bits) has(i uint32) bool    { return b[i/64]&(1<<(i%64)) != 0 }
func (b bits) addNew(i uint32) bool { had := b.has(i); b.add(i); return !had }

// filter is a search.Filter in ordinals.
type filter struct {
	field    int
	required bits // nil: every value will do
	excluded bits // nil: none
}

func (f *filter) holds(c *column, doc uint32) bool {
	if f.required != nil && !c.any(doc, f.required) {
		return false
	}
	return f.excluded == nil || !c.any(doc, f.excluded)
}

// filters compiles the filters of a request, which have been checked.
func (e *Engine) filters(v *view, wanted []search.Filter) []filter {
	out := make([]filter, 0, len(wanted))
	for _, w := range wanted {
		at := e.columns.at[w.Field]
		if f := v.filter(e.keywords[at], at, w); f.required != nil || f.excluded != nil {
			out = append(out, f)
		}
	}
	return out
}

func (v *view) filter(field search.Field, at int, w search.Filter) filter {
	f := filter{field: at}
	if len(w.Any) > 0 {
		f.required = v.named(at, w.Any)
	}
	if w.From != "" || w.To != "" {
		within := v.within(field, at, query.Field{Name: w.Field, From: w.From, To: w.To})
		if f.required != nil {
			for i := range within {
				within[i] &= f.required[i]
			}
		}
		f.required = within
	}
	if len(w.None) > 0 {
		f.excluded = v.named(at, w.None)
	}
	return f
}

// within is the ordinals of the values in a range.
func (v *view) within(field search.Field, at int, span query.Field) bits {
	set := newBits(len(v.values[at]))
	for i, value := range v.values[at] {
		if search.ValueMatches(field, value, span) {
			set.add(uint32(i)) // #nosec G115 -- as in the dictionary
		}
	}
	return set
}

// named is the ordinals of values; those that no document has are left out.
func (v *view) named(field int, values []string) bits {
	set := newBits(len(v.values[field]))
	for _, value := range values {
		if first, ok := v.firstOf(field, value); ok {
			for _, o := range v.sameValue(field, first) {
				set.add(o)
			}
		}
	}
	return set
}
