package bleve

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/search"
)

// maxFacetSize bounds what one facet may ask for.
const maxFacetSize = 1000

// keyword is the place of a field among the keywords, or -1. A request is checked
// by it, before the index is in use.
func (e *Engine) keyword(field string) int {
	return slices.IndexFunc(e.keywords, func(f search.Field) bool { return f.Name == field })
}

// checkFacets refuses what makes no sense.
func (e *Engine) checkFacets(facets []search.FacetRequest) error {
	for i, f := range facets {
		if at := e.keyword(f.Field); at < 0 || !e.keywords[at].Facet {
			return invalid("facets", "there is no facet %q", f.Field)
		}
		if f.Size < 0 || f.Size > maxFacetSize {
			return invalid("facets", "facet %s: size %d is not between 0 and %d", f.Field, f.Size, maxFacetSize)
		}
		if slices.ContainsFunc(facets[:i], func(g search.FacetRequest) bool { return g.Field == f.Field }) {
			return invalid("facets", "facet %s is asked for twice", f.Field)
		}
	}
	return nil
}

// facet is the counts of one field: the most frequent values, and in addition
// whatever is selected or excluded, also when no document has it.
func (c *collector) facet(at int, want search.FacetRequest, own search.Filter, names naming) []search.Count {
	values := c.view.values[at]
	chosen := c.chosenCounts(at, own)
	best := make([]search.Count, 0, min(want.Size+len(chosen), len(values))+1)
	least := uint32(1) // that a value must count to be among the best
	for o, n := range c.counts[at] {
		if n < least || want.Size == 0 { // which most are
			continue
		}
		k := search.Count{Value: values[o], Count: int(n)}
		full := len(best) == want.Size
		if full && mostFrequent(k, best[len(best)-1]) > 0 {
			continue
		}
		if _, ok := chosen[k.Value]; ok || want.Prefix != "" && !begins(want.Prefix, append(names(want.Field, k.Value), k.Value)) {
			continue
		}
		if full {
			best = best[:len(best)-1]
		}
		place, _ := slices.BinarySearchFunc(best, k, mostFrequent)
		best = slices.Insert(best, place, k)
		if len(best) == want.Size {
			least = uint32(best[len(best)-1].Count) // #nosec G115 -- a count of documents
		}
	}
	return withChosen(best, chosen, own)
}

// withChosen adds what is selected or excluded.
func withChosen(best []search.Count, chosen map[string]uint32, own search.Filter) []search.Count {
	for value, n := range chosen {
		best = append(best, search.Count{
			Value: value, Count: int(n),
			Selected: slices.Contains(own.Any, value), Excluded: slices.Contains(own.None, value),
		})
	}
	slices.SortFunc(best, mostFrequent)
	return best
}

// chosenCounts is the counts of what is selected or excluded.
func (c *collector) chosenCounts(at int, own search.Filter) map[string]uint32 {
	chosen := make(map[string]uint32, len(own.Any)+len(own.None))
	for _, value := range slices.Concat(own.Any, own.None) {
		chosen[value] = 0
		if o, ok := c.view.firstOf(at, value); ok {
			chosen[value] = c.counts[at][o]
		}
	}
	return chosen
}

func mostFrequent(a, b search.Count) int {
	return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Value, b.Value))
}

// begins says whether one of the names, or one of their words, begins so.
func begins(prefix string, names []string) bool {
	whole, word := search.Fold(prefix), " "+strings.Join(search.FoldedWords(prefix), " ")
	return slices.ContainsFunc(names, func(n string) bool {
		return strings.HasPrefix(search.Fold(n), whole) ||
			len(word) > 1 && strings.Contains(" "+strings.Join(search.FoldedWords(n), " "), word)
	})
}

// facets puts the counts of a request together.
func (e *Engine) facets(ctx context.Context, c *collector, req search.Request) (map[string][]search.Count, error) {
	names, err := e.naming(ctx, c.view, req.Facets)
	if err != nil {
		return nil, err
	}
	out := make(map[string][]search.Count, len(req.Facets))
	for _, f := range req.Facets {
		var own search.Filter
		if i := slices.IndexFunc(req.Filters, func(w search.Filter) bool { return w.Field == f.Field }); i >= 0 {
			own = req.Filters[i]
		}
		out[f.Field] = c.facet(e.columns.at[f.Field], f, own, names)
	}
	return out, nil
}

// naming gives the names, besides the value itself, by which a person may look
// for a value of a facet.
type naming func(field, value string) []string

// naming returns the titles of reports and the labels of the vocabulary, as far
// as the facets of a request look for a beginning.
func (e *Engine) naming(ctx context.Context, v *view, facets []search.FacetRequest) (naming, error) {
	begun := slices.DeleteFunc(slices.Clone(facets), func(f search.FacetRequest) bool { return f.Prefix == "" })
	if len(begun) == 0 {
		return func(string, string) []string { return nil }, nil
	}
	words, err := vocabulary.Default()
	if err != nil {
		return nil, err
	}
	titles := make(map[string]string)
	if slices.ContainsFunc(begun, func(f search.FacetRequest) bool { return f.Field == search.FieldReport }) {
		heads, err := e.headsIn(ctx, v)
		if err != nil {
			return nil, err
		}
		for _, h := range heads {
			titles[string(h.Report.ID)] = h.Report.Title
		}
	}
	return func(field, value string) []string {
		if field == search.FieldReport {
			return []string{titles[value]}
		}
		if list, ok := listOf(field); ok {
			return labelsOf(words, list, value)
		}
		return nil
	}, nil
}

// listOf is the vocabulary behind a field.
func listOf(field string) (corpus.Kind, bool) {
	switch field {
	case search.FieldCountrySpeaks, search.FieldCountryMentioned:
		return corpus.Country, true
	}
	return corpus.Kind(field), slices.Contains(corpus.Kinds(), corpus.Kind(field))
}

func labelsOf(v *vocabulary.Vocabulary, list corpus.Kind, id string) []string {
	entry, ok := v.Entry(list, id)
	if !ok {
		return nil
	}
	return append(slices.Collect(maps.Values(entry.Labels)), entry.Acronym)
}
