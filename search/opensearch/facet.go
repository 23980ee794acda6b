package opensearch

import (
	"context"
	"slices"
	"strings"

	"briefsearch/corpus/vocabulary"
	"briefsearch/search"
)

const (
	// maxValues is how many values of a field are counted where all that begin so are
	// wanted. OpenSearch counts 65,535 in a request.
	maxValues = 20_000
	// spare is how many more values each shard counts than are wanted, so that the
	// sums over shards are right.
	spare = 1000
)

// counted is an aggregation of what passes all filters but that of a field.
func (s *session) counted(field string, aggs object) object {
	return object{"filter": object{"bool": object{"filter": s.later(field)}}, "aggs": aggs}
}

// values is an aggregation of the values of a field: of all, or of some.
func values(field string, size int, include []string) object {
	terms := object{"field": field, "size": size, "shard_size": size + spare}
	if include != nil {
		terms["include"] = include
	}
	return object{"terms": terms}
}

// frequent are aggregations of the most frequent values of a field. Those that have
// several keys are counted key by key, however rare each is.
func (s *session) frequent(field string, size int) object {
	most := values(field, max(1, size), nil)
	aggs := object{inside: most}
	if m := s.meanings[field]; m != nil && len(m.several) > 0 {
		apart := m.several[:min(len(m.several), maxValues)]
		most["terms"].(object)["exclude"] = apart
		aggs[several] = values(field, len(apart), apart)
	}
	return aggs
}

// facetAggs counts the facets of the request.
func (s *session) facetAggs(ctx context.Context) (object, error) {
	aggs := make(object)
	for _, want := range s.req.Facets {
		own := search.FilterOn(s.req.Filters, want.Field)
		picked := slices.Concat(own.Any, own.None)
		below := s.frequent(want.Field, want.Size+len(picked))
		if want.Prefix != "" {
			include, err := s.begunValues(ctx, want)
			if err != nil {
				return nil, err
			}
			below = object{inside: values(want.Field, maxValues, include)}
		}
		if len(picked) > 0 {
			keys := s.keysOf(want.Field, picked)
			keys = keys[:min(len(keys), maxValues)]
			below[chosen] = values(want.Field, max(1, len(keys)), keys)
		}
		aggs["facet_"+want.Field] = s.counted(want.Field, below)
	}
	return aggs, nil
}

// begunValues is the keys of the values that begin so, where it takes more than a look
// at the values themselves; nil where it does not.
func (s *session) begunValues(ctx context.Context, want search.FacetRequest) ([]string, error) {
	if want.Field == search.FieldReport {
		return s.reportsBegun(ctx, want.Prefix)
	}
	m := s.meanings[want.Field]
	if m == nil {
		return nil, nil
	}
	keys := []string{""} // an empty list would be all of them
	for value, theirs := range m.keys {
		if search.Begins(want.Prefix, []string{value}) {
			keys = append(keys, theirs...)
		}
	}
	slices.Sort(keys)
	return keys[:min(len(keys), maxValues)], nil
}

// reportsBegun is the reports of which the title or id begins so.
func (s *session) reportsBegun(ctx context.Context, prefix string) ([]string, error) {
	wild := strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`)
	ways := []object{{"prefix": object{fieldLabel: search.Fold(prefix)}}}
	if word := strings.Join(search.FoldedWords(prefix), " "); word != "" {
		ways = append(ways, object{"wildcard": object{fieldLabel: "* " + wild.Replace(word) + "*"}})
	}
	found, err := s.find(ctx, object{
		"size": perPage, "query": either(ways), "_source": false, "docvalue_fields": []string{search.FieldReport},
	})
	if err != nil {
		return nil, err
	}
	ids := []string{""} // an empty list would be all of them
	for _, h := range found.Hits.Hits {
		ids = append(ids, h.Fields.Report...)
	}
	return ids, nil
}

// facets puts the counts of a request together.
func (s *session) facets(found *answer) (map[string][]search.Count, error) {
	words, err := vocabulary.Default()
	if err != nil {
		return nil, err
	}
	out := make(map[string][]search.Count, len(s.req.Facets))
	for _, want := range s.req.Facets {
		own := search.FilterOn(s.req.Filters, want.Field)
		counts := found.Aggs["facet_"+want.Field]
		all, picked := s.tally(want.Field, counts.Inside, counts.Several), s.tally(want.Field, counts.Chosen)
		var best []search.Count
		for value, n := range all {
			if slices.Contains(own.Any, value) || slices.Contains(own.None, value) {
				continue
			}
			if want.Prefix == "" || want.Field == search.FieldReport || search.Begins(want.Prefix, append(search.Labels(words, want.Field, value), value)) {
				best = append(best, search.Count{Value: value, Count: n})
			}
		}
		slices.SortFunc(best, search.MostFrequent)
		out[want.Field] = search.WithChosen(best[:min(len(best), want.Size)], own, func(value string) int { return picked[value] })
	}
	return out, nil
}

// tally is the counts of values, those of all keys of a value under it.
func (s *session) tally(field string, counts ...*aggregation) map[string]int {
	sums := make(map[string]int)
	for _, a := range counts {
		if a == nil {
			continue
		}
		for _, b := range a.Buckets {
			if value := s.valueOf(field, b.Key); value != "" {
				sums[value] += b.Count
			}
		}
	}
	return sums
}
