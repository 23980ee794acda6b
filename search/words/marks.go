package words

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/search/query"
)

// Marker finds the words of a query in the texts of one analyser. It reads the
// text as the index did, so that what was matched is what is marked.
type Marker struct {
	analyser *Analyser
	stems    map[string]string // of folded words that were met
	heads    [256][]string     // how the words of the terms begin, by first byte
	terms    map[string]int    // single terms: position in parts
	phrases  []markedPhrase
	concepts []markedConcept
	weights  []float64 // of the parts
}

type markedPhrase struct {
	terms []string
	gaps  []int
	slop  int
	part  int
}

type markedConcept struct {
	kind corpus.Kind
	id   string
	part int
}

// NewMarker is a marker that looks for nothing yet.
func NewMarker(a *Analyser) *Marker {
	return &Marker{analyser: a, stems: make(map[string]string), terms: make(map[string]int)}
}

// Index is what a marker asks of an index about the words of one analyser.
type Index interface {
	// Weight is what a term tells: the rarer, the more.
	Weight(term string) (float64, error)
	// Begun is the terms of the words that begin so.
	Begun(text string) ([]string, error)
	// Misspelt is the terms of the words that are spelt nearly so.
	Misspelt(text string) ([]string, error)
}

// Add takes in what a query looks for. What it excludes is not marked.
func (m *Marker) Add(n query.Node, ix Index) error {
	switch n := n.(type) {
	case query.And:
		return m.addAll(n, ix)
	case query.Or:
		return m.addAll(n, ix)
	case query.Any:
		return m.addAll(n, ix)
	case query.Term:
		return m.addPhrase(n.Text, 0, ix)
	case query.Phrase:
		return m.addPhrase(n.Text, n.Slop, ix)
	case query.Prefix:
		terms, err := ix.Begun(n.Text)
		m.addTerms(terms)
		return err
	case query.Fuzzy:
		terms, err := ix.Misspelt(n.Text)
		m.addTerms(terms)
		return err
	case query.Concept:
		if err := m.Add(n.Of, ix); err != nil {
			return err
		}
		m.concepts = append(m.concepts, markedConcept{kind: corpus.Kind(n.Field), id: n.ID, part: m.part(1)})
	case query.Not, query.Field:
	}
	return nil
}

func (m *Marker) addAll(nodes []query.Node, ix Index) error {
	for _, n := range nodes {
		if err := m.Add(n, ix); err != nil {
			return err
		}
	}
	return nil
}

// AddTerm adds a term that is a part of its own.
func (m *Marker) AddTerm(term string, weight float64) {
	m.lookFor(term)
	m.terms[term] = m.part(weight)
}

// addTerms adds terms that are one part of the query.
func (m *Marker) addTerms(terms []string) {
	part := m.part(1)
	for _, term := range terms {
		m.lookFor(term)
		m.terms[term] = part
	}
}

func (m *Marker) addPhrase(text string, slop int, ix Index) error {
	terms, gaps := m.analyser.Sequence(text)
	if len(terms) == 0 {
		return nil
	}
	weight := 0.0
	for _, term := range terms {
		w, err := ix.Weight(term)
		if err != nil {
			return err
		}
		weight += w
	}
	for _, term := range terms {
		m.lookFor(term)
	}
	part := m.part(weight)
	if len(terms) == 1 {
		m.terms[terms[0]] = part
		return nil
	}
	m.phrases = append(m.phrases, markedPhrase{terms: terms, gaps: gaps, slop: slop, part: part})
	return nil
}

func (m *Marker) part(weight float64) int {
	m.weights = append(m.weights, weight)
	return len(m.weights) - 1
}

// Marks are the places of an intervention that the query matches.
func (m *Marker) Marks(in *corpus.Intervention) []search.Mark {
	if len(m.weights) == 0 {
		return nil
	}
	r := reading{Marker: m, placed: make([][][]int, len(m.phrases))}
	for i, p := range m.phrases {
		r.placed[i] = make([][]int, len(p.terms))
	}
	eachOf(m.wanted(), in.Text, r.word)
	var f Follower
	for i, p := range m.phrases {
		f.Starts(r.placed[i], p.gaps, p.slop, func(at []int) {
			for _, n := range at {
				w := r.span(n)
				r.mark(w.Start, w.End, p.part)
			}
		})
	}
	r.evidence(in)
	return r.found
}

// reading is one text being marked.
type reading struct {
	*Marker
	found  []search.Mark
	spans  []Word    // of phrases
	placed [][][]int // by phrase and term: places among the words
}

// span is the word of a phrase that stands at a place.
func (r *reading) span(n int) Word {
	i, _ := slices.BinarySearchFunc(r.spans, n, func(w Word, n int) int { return cmp.Compare(w.N, n) })
	return r.spans[i]
}

func (r *reading) mark(start, end, part int) {
	r.found = append(r.found, search.Mark{Start: start, End: end, Part: part, Weight: r.weights[part]})
}

func (r *reading) word(w Word) {
	if r.passes(w.Raw) {
		return
	}
	stem := r.stem(w.Term())
	if part, ok := r.terms[stem]; ok {
		r.mark(w.Start, w.End, part)
	}
	placed := false
	for i, p := range r.phrases {
		for j, term := range p.terms {
			if term == stem {
				r.placed[i][j] = append(r.placed[i][j], w.N)
				placed = true
			}
		}
	}
	if placed {
		r.spans = append(r.spans, w)
	}
}

const (
	// tailLength is how many of the last bytes of a term its words may have
	// otherwise, as "stability" has those of "stabl".
	tailLength = 3
	maxHeads   = 8 // with one first byte
)

// lookFor has the words of a term looked at.
func (m *Marker) lookFor(term string) {
	heads := &m.heads[term[0]]
	head := term[:max(1, len(term)-tailLength)]
	switch {
	case slices.ContainsFunc(*heads, func(h string) bool { return strings.HasPrefix(head, h) }):
	case len(*heads) == maxHeads:
		*heads = []string{head[:1]}
	default:
		*heads = append(*heads, head)
	}
}

// wanted are the first bytes of the words that are looked for; nil is any.
func (m *Marker) wanted() *[256]bool {
	if !m.analyser.keepsHead {
		return nil
	}
	first := new([256]bool)
	for c := range first {
		first[c] = len(m.heads[lower(byte(c))]) > 0 // #nosec G115 -- a byte
	}
	return first
}

// passes says whether a word is none of those that are looked for, to judge by how
// it begins, as most are. Then it need not be folded and stemmed.
func (m *Marker) passes(raw string) bool {
	if raw[0] >= utf8.RuneSelf || !m.analyser.keepsHead {
		return false
	}
	return !slices.ContainsFunc(m.heads[lower(raw[0])], func(head string) bool { return mayBegin(raw, head) })
}

// mayBegin says whether a word may begin so when it is folded.
func mayBegin(raw, head string) bool {
	for i := range len(head) {
		switch {
		case i == len(raw):
			return false
		case !isWordByte(raw[i]): // which may be folded to anything
			return true
		case lower(raw[i]) != head[i]:
			return false
		}
	}
	return true
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

func (m *Marker) stem(folded string) string {
	s, ok := m.stems[folded]
	if !ok {
		s = m.analyser.Term(folded)
		m.stems[folded] = s
	}
	return s
}

// evidence marks where the tags of concepts come from.
func (r *reading) evidence(in *corpus.Intervention) {
	for _, c := range r.concepts {
		for _, t := range in.Tags {
			if t.Kind == c.kind && t.ID == c.id {
				r.tag(in.Text, t, c.part)
			}
		}
	}
}

func (r *reading) tag(text string, t corpus.Tag, part int) {
	for _, e := range t.Evidence {
		if start, end, ok := byteSpan(text, e.Start, e.End); ok {
			r.mark(start, end, part)
		}
	}
}

// byteSpan turns code points of a text into bytes.
func byteSpan(text string, from, to int) (start, end int, ok bool) {
	if from < 0 || from >= to {
		return 0, 0, false
	}
	start, end, n := -1, -1, 0
	for i := range text {
		if n == from {
			start = i
		}
		if n == to {
			end = i
			break
		}
		n++
	}
	if end < 0 && start >= 0 && to == utf8.RuneCountInString(text) {
		end = len(text)
	}
	return start, end, start >= 0 && end >= 0
}
