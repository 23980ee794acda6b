package api

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/search"
)

// resolve is the id that a value of a facet stands for. Speakers, sessions and
// reports are no closed lists: an unknown one simply finds nothing.
func resolve(v *vocabulary.Vocabulary, facet, value string) (string, *corpus.Error) {
	switch facet {
	case search.FieldLanguage, search.FieldReport:
		return strings.ToLower(value), nil
	default:
		if k := corpus.Kind(facet); slices.Contains(corpus.Kinds(), k) {
			return resolveEntry(v, k, value)
		}
	}
	return value, nil
}

// resolveEntry finds a value in its vocabulary. RCPs, countries and themes are
// closed lists, so that a slip is told instead of finding nothing; an index may
// hold organisations that the vocabulary does not.
func resolveEntry(v *vocabulary.Vocabulary, k corpus.Kind, value string) (string, *corpus.Error) {
	if e, ok := v.Entry(k, value); ok {
		return e.ID, nil
	}
	if e, ok := v.Resolve(k, value); ok {
		return e.ID, nil
	}
	if k == corpus.Organisation {
		return value, nil
	}
	hint := fmt.Sprintf("%s/vocabulary/%s lists what there is.", Root, k)
	if near := nearest(search.Fold(value), names(v, k)); near != "" {
		hint = fmt.Sprintf("Did you mean %q?", near)
	}
	return "", malformed(fmt.Errorf("there is no %s %q", kindWord(k), value), hint)
}

func kindWord(k corpus.Kind) string {
	if k == corpus.RCP {
		return "RCP"
	}
	return string(k)
}

func malformed(err error, hint string) *corpus.Error {
	return &corpus.Error{Code: corpus.Invalid, Op: "parameter", Err: err, Hint: hint}
}

// names yields every way of writing an entry of a kind: its id first.
func names(v *vocabulary.Vocabulary, k corpus.Kind) iter.Seq[string] {
	return func(yield func(string) bool) {
		for e := range v.Entries(k) {
			if !yield(e.ID) {
				return
			}
			for _, a := range e.Aliases {
				if !a.Mask && !yield(a.Text) {
					return
				}
			}
		}
	}
}

// nearest is the candidate that differs least from a folded word, if it differs
// in no more than a third of the letters. The first of equals wins.
func nearest(word string, candidates iter.Seq[string]) string {
	w := []rune(word)
	if len(w) > 60 {
		return ""
	}
	best, least := "", len(w)/3+1
	if len(w) < 3 {
		least = 1
	}
	for c := range candidates {
		if d := distance(w, []rune(search.Fold(c)), least); d < least {
			best, least = c, d
		}
	}
	return best
}

// distance is the number of letters to insert, drop or replace; at limit it
// stops counting.
func distance(a, b []rune, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := diagonal
			if x != y {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}
