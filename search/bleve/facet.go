package bleve

import (
	"cmp"
	"slices"
	"strings"

	"briefsearch/search"
)

// maxFacetSize bounds what one facet may ask for.
const maxFacetSize = 1000

// checkFacets refuses what makes no sense.
func (e *Engine) checkFacets(facets []search.FacetRequest) error {
	for i, f := range facets {
		at, ok := e.columns.at[f.Field]
		if !ok || !e.keywords[at].Facet {
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

// facet is the counts of one field: the most frequent values, and whatever is
// selected or excluded.
func (c *collector) facet(at int, want search.FacetRequest, filters []search.Filter, label func(field, id string) string) []search.Count {
	var own search.Filter
	if i := slices.IndexFunc(filters, func(f search.Filter) bool { return f.Field == want.Field }); i >= 0 {
		own = filters[i]
	}
	var counts []search.Count
	seen := make(map[string]bool)
	for o, n := range c.counts[at] {
		value := c.view.values[at][o]
		k := search.Count{
			Value: value, Count: int(n),
			Selected: slices.Contains(own.Any, value), Excluded: slices.Contains(own.None, value),
		}
		chosen := k.Selected || k.Excluded
		if n == 0 && !chosen {
			continue
		}
		if !chosen && want.Prefix != "" && !begins(want.Prefix, value, label(want.Field, value)) {
			continue
		}
		seen[value] = seen[value] || chosen
		counts = append(counts, k)
	}
	for _, value := range slices.Concat(own.Any, own.None) { // what no document has
		if !seen[value] {
			seen[value] = true
			counts = append(counts, search.Count{
				Value: value, Selected: slices.Contains(own.Any, value), Excluded: slices.Contains(own.None, value),
			})
		}
	}
	slices.SortFunc(counts, func(a, b search.Count) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Value, b.Value))
	})
	wanted := 0
	return slices.DeleteFunc(counts, func(k search.Count) bool {
		if k.Selected || k.Excluded {
			return false
		}
		wanted++
		return wanted > want.Size
	})
}

func begins(prefix string, names ...string) bool {
	prefix = search.Fold(prefix)
	return slices.ContainsFunc(names, func(n string) bool { return strings.HasPrefix(search.Fold(n), prefix) })
}

// facets puts the counts of a request together.
func (e *Engine) facets(c *collector, req search.Request) map[string][]search.Count {
	out := make(map[string][]search.Count, len(req.Facets))
	for _, f := range req.Facets {
		out[f.Field] = c.facet(e.columns.at[f.Field], f, req.Filters, e.label)
	}
	return out
}
