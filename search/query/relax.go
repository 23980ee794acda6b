package query

import (
	"slices"
	"unicode/utf8"
)

// maxFewer is how many parts a query may have of which each is left out in turn.
const maxFewer = 6

// demands are the parts of a query that must all hold, stop words left aside; none
// when there are not several. Queries with beginnings of words and misspellings are
// not relaxed: that would cost too much.
func demands(n Node) []Node {
	all, _ := n.(And)
	parts := slices.DeleteFunc(slices.Clone(all), isStopTerm)
	if len(parts) < 2 || !cheap(parts) {
		return nil
	}
	return parts
}

// Fewer are the queries that are left of one that demands several parts when one of
// these is left out, and, of more than two, the query for any of them: what is worth
// a try when nothing has them all.
func Fewer(n Node) []Node {
	parts := demands(n)
	if len(parts) > maxFewer {
		return nil
	}
	var out []Node
	for i := range parts {
		if rest := slices.Delete(slices.Clone(parts), i, i+1); len(rest) > 1 {
			out = append(out, And(rest))
		} else if _, not := rest[0].(Not); !not { // all but a few would match
			out = append(out, rest[0])
		}
	}
	if len(parts) > 2 && counted(parts) == len(parts) {
		out = append(out, Or(parts))
	}
	return out
}

// Some is the query for what has some of the words and names that a query demands, but
// not all, and all the rest of it; nil when it does not demand several.
func Some(n Node) Node {
	var words Or
	var rest And
	for _, part := range demands(n) {
		switch part.(type) {
		case Term, Phrase, Concept:
			words = append(words, part)
		default:
			rest = append(rest, part)
		}
	}
	if len(words) < 2 {
		return nil
	}
	return append(And{words, Not{Of: And(words)}}, rest...)
}

// cheap says whether all parts are words, names and fields.
func cheap(parts []Node) bool {
	for _, n := range parts {
		if not, ok := n.(Not); ok {
			n = not.Of
		}
		switch n.(type) {
		case Term, Phrase, Concept, Field:
		default:
			return false
		}
	}
	return true
}

// Begun is a query whose last word is taken for the beginning of one, as somebody
// leaves it who is still typing; nil when it ends with anything but a word.
func Begun(n Node) Node {
	switch n := n.(type) {
	case Term:
		if !n.Stop && len(words(n.Text)) == 1 && utf8.RuneCountInString(n.Text) >= minPrefix {
			return Prefix{Text: n.Text}
		}
	case And:
		if last := Begun(n[len(n)-1]); last != nil && cheap(n[:len(n)-1]) {
			return append(slices.Clone(n[:len(n)-1]), last)
		}
	default:
	}
	return nil
}
