package query

import (
	"strings"

	"briefsearch/corpus"
)

// concepts finds the names of the vocabulary in runs of neighbouring words. It
// looks at the words as String prints them, so that a tree read back has the
// same concepts.
func (p *parser) concepts(parts []Node) []Node {
	if p.options.NoConcepts || p.names == nil {
		return parts
	}
	var out []Node
	for len(parts) > 0 {
		n := 0
		for n < len(parts) && runs(parts[n]) {
			n++
		}
		if n == 0 {
			out, parts = append(out, parts[0]), parts[1:]
			continue
		}
		out, parts = append(out, p.run(parts[:n])...), parts[n:]
	}
	return out
}

// runs says whether a part is a single word that may be part of a name.
func runs(n Node) bool {
	switch n := n.(type) {
	case Term:
		return true
	case Concept:
		_, ok := n.Of.(Term)
		return ok
	default:
		return false
	}
}

// run replaces the names in a run of words.
func (p *parser) run(parts []Node) []Node {
	var text strings.Builder
	starts := make(map[int]int, len(parts)) // of a word: its number
	ends := make(map[int]int, len(parts))
	plain := make([]Node, len(parts))
	for i, n := range parts {
		if c, ok := n.(Concept); ok {
			n = c.Of
		}
		plain[i] = n
		if i > 0 {
			text.WriteByte(' ')
		}
		starts[text.Len()] = i
		text.WriteString(n.String())
		ends[text.Len()] = i
	}
	var out []Node
	done := 0
	for _, m := range p.names.find(text.String()) {
		from, ok := starts[m.start]
		to, whole := ends[m.end]
		if !ok || !whole || from < done {
			continue
		}
		out = append(out, plain[done:from]...)
		of := plain[from]
		if to > from {
			of = Phrase{Text: text.String()[m.start:m.end]}
		}
		out = append(out, m.concept(of))
		done = to + 1
	}
	return append(out, plain[done:]...)
}

func (e entry) concept(of Node) Concept {
	return Concept{Of: of, Field: string(e.kind), ID: e.id}
}

// named makes a concept of a phrase that is a name as a whole. Themes have no names:
// who puts "human trafficking" in quotation marks wants these words.
func (p *parser) named(n Phrase) Node {
	if p.options.NoConcepts || p.names == nil || n.Slop > 0 {
		return n
	}
	for _, m := range p.names.find(n.Text) {
		if m.start == 0 && m.end == len(n.Text) && m.kind != corpus.Theme {
			return m.concept(n)
		}
	}
	return n
}

// whole makes a concept of a query that is nothing but one word: somebody who
// types "rcm" means RCM.
func (p *parser) whole(n Node) Node {
	t, ok := n.(Term)
	if !ok || t.Stop || p.options.NoConcepts || p.names == nil {
		return n
	}
	if e, ok := p.names.acronym(t.Text); ok {
		return e.concept(t)
	}
	return n
}
