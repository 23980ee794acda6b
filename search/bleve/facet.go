package bleve

import (
	"context"
	"slices"

	"briefsearch/corpus/vocabulary"
	"briefsearch/search"
)

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
		if full && search.MostFrequent(k, best[len(best)-1]) > 0 {
			continue
		}
		if _, ok := chosen[k.Value]; ok || want.Prefix != "" && !search.Begins(want.Prefix, append(names(want.Field, k.Value), k.Value)) {
			continue
		}
		if full {
			best = best[:len(best)-1]
		}
		place, _ := slices.BinarySearchFunc(best, k, search.MostFrequent)
		best = slices.Insert(best, place, k)
		if len(best) == want.Size {
			least = uint32(best[len(best)-1].Count) // #nosec G115 -- a count of documents
		}
	}
	return search.WithChosen(best, own, func(value string) int { return int(chosen[value]) })
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

// facets puts the counts of a request together.
func (e *Engine) facets(ctx context.Context, c *collector, req search.Request) (map[string][]search.Count, error) {
	names, err := e.naming(ctx, c.view, req.Facets)
	if err != nil {
		return nil, err
	}
	out := make(map[string][]search.Count, len(req.Facets))
	for _, f := range req.Facets {
		out[f.Field] = c.facet(e.columns.at[f.Field], f, search.FilterOn(req.Filters, f.Field), names)
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
		return search.Labels(words, field, value)
	}, nil
}
