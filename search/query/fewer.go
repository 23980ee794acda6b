package query

import "slices"

// maxFewer is how many parts a query may have of which each is left out in turn.
const maxFewer = 6

// Fewer are the queries that are left of one that demands several parts when one of
// these is left out, and, of more than two, the query for any of them: what is worth
// a try when nothing has them all. Beginnings of words and misspellings are not tried:
// they cost too much.
func Fewer(n Node) []Node {
	all, _ := n.(And)
	parts := slices.DeleteFunc(slices.Clone(all), func(n Node) bool { t, ok := n.(Term); return ok && t.Stop })
	if len(parts) < 2 || len(parts) > maxFewer || !cheap(parts) {
		return nil
	}
	var out []Node
	for i := range parts {
		if rest := slices.Delete(slices.Clone(parts), i, i+1); len(rest) > 1 {
			out = append(out, rest)
		} else if _, not := rest[0].(Not); !not { // all but a few would match
			out = append(out, rest[0])
		}
	}
	if len(parts) > 2 && counted(parts) == len(parts) {
		out = append(out, Or(parts))
	}
	return out
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
