package bleve

import (
	"slices"

	"briefsearch/corpus/vocabulary"
	"briefsearch/search/suggest"
)

// meaning is what the terms of a field stand for when several may have one value,
// as speakers do (see search.Field.Names). Documents are found and counted by
// terms; what was counted is gathered under the first term of each value. It
// never changes.
type meaning struct {
	alive  bits // the terms that some document has; the others mean nothing
	values []string
	first  []uint32          // by ordinal: the first one of the same value
	next   []uint32          // by ordinal: the next one of the same value, or 0
	others []uint32          // the ordinals that are not the first
	index  map[string]uint32 // the first ordinal of a value
}

func newMeaning(names func([]string) []string, terms []string, alive bits) *meaning {
	m := &meaning{
		alive: alive, values: make([]string, len(terms)),
		first: make([]uint32, len(terms)), next: make([]uint32, len(terms)),
	}
	var living []uint32
	var theirs []string
	for o := range uint32(len(terms)) { // #nosec G115 -- as in the dictionary
		m.first[o] = o
		if alive.has(o) {
			living, theirs = append(living, o), append(theirs, terms[o])
		}
	}
	m.index = make(map[string]uint32, len(living))
	for i, value := range names(theirs) {
		o := living[i]
		m.values[o] = value
		if first, ok := m.index[value]; ok {
			m.first[o] = first
			m.next[o], m.next[first] = m.next[first], o
			m.others = append(m.others, o)
		} else {
			m.index[value] = o
		}
	}
	return m
}

// learn brings what the store knows of terms up to a new state of the index:
// what they mean together, and by which names they are looked for. It is done
// when a segment is opened, so that nobody who types has to wait for it.
func (s *columnStore) learn(v *view) error {
	for i, f := range s.fields {
		if f.Names == nil {
			continue
		}
		alive := v.alive(i)
		if m := s.meanings[i]; m != nil && len(m.values) == len(v.keys[i]) && slices.Equal(m.alive, alive) {
			continue
		}
		s.meanings[i] = newMeaning(f.Names, v.keys[i], alive)
		s.names[i].Forget()
	}
	words, err := vocabulary.Default()
	if err != nil {
		return err
	}
	for _, field := range suggest.Fields() {
		at := s.at[field]
		values := v.keys[at]
		if m := s.meanings[at]; m != nil {
			values = m.values
		}
		s.names[at].Learn(values, func(value string) []string { return suggest.Names(words, field, value) })
	}
	return nil
}

// alive is the ordinals of a field that some document has.
func (v *view) alive(field int) bits {
	set := newBits(len(v.keys[field]))
	for _, seg := range v.segments {
		c := &seg.fields[field]
		live := seg.DocNumbersLive().Iterator()
		for live.HasNext() {
			c.eachSlot(live.Next(), func(o uint32) bool {
				set.add(o)
				return true
			})
		}
	}
	return set
}

// first is the ordinal under which an ordinal's value is counted.
func (v *view) first(field int, ordinal uint32) uint32 {
	if m := v.meanings[field]; m != nil {
		return m.first[ordinal]
	}
	return ordinal
}

// firstOf is the ordinal under which a value is counted, and whether any
// document has it.
func (v *view) firstOf(field int, value string) (uint32, bool) {
	if m := v.meanings[field]; m != nil {
		o, ok := m.index[value]
		return o, ok
	}
	o, ok := v.ordinals(field, value)
	return o, ok && int(o) < len(v.keys[field])
}

// sameValue is the ordinals of a value, which is known by the first of them.
func (v *view) sameValue(field int, first uint32) []uint32 {
	all := []uint32{first}
	if m := v.meanings[field]; m != nil {
		for o := m.next[first]; o != 0; o = m.next[o] {
			all = append(all, o)
		}
	}
	return all
}

// valueOf is the first value that a document has in a field, or "".
func (v *view) valueOf(seg segmentView, doc uint32, field int) string {
	if o, ok := seg.fields[field].first(doc); ok {
		return v.values[field][o]
	}
	return ""
}

// gather sums up what was counted, that of each term under the first of its
// value.
func (c *collector) gather() {
	for _, at := range c.counted {
		counts := c.tallies[at].byOrdinal()
		c.counts[at] = counts
		m := c.view.meanings[at]
		if m == nil {
			continue
		}
		for _, o := range m.others {
			counts[m.first[o]] += counts[o]
			counts[o] = 0
		}
	}
}
