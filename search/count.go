package search

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
)

// MostFrequent is the order of the values of a facet.
func MostFrequent(a, b Count) int {
	return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Value, b.Value))
}

// Begins says whether one of the names, or one of their words, begins so.
func Begins(prefix string, names []string) bool {
	whole, word := Fold(prefix), " "+strings.Join(FoldedWords(prefix), " ")
	return slices.ContainsFunc(names, func(n string) bool {
		return strings.HasPrefix(Fold(n), whole) ||
			len(word) > 1 && strings.Contains(" "+strings.Join(FoldedWords(n), " "), word)
	})
}

// WithChosen adds to the best values of a facet, among which they are not, those
// that its own filter selects or excludes, also when nothing has them.
func WithChosen(best []Count, own Filter, count func(value string) int) []Count {
	chosen := slices.Concat(own.Any, own.None)
	slices.Sort(chosen)
	for _, value := range slices.Compact(chosen) {
		best = append(best, Count{
			Value: value, Count: count(value),
			Selected: slices.Contains(own.Any, value), Excluded: slices.Contains(own.None, value),
		})
	}
	slices.SortFunc(best, MostFrequent)
	return best
}

// FilterOn is the filter of a field, or one that lets all pass.
func FilterOn(filters []Filter, field string) Filter {
	if i := slices.IndexFunc(filters, func(f Filter) bool { return f.Field == field }); i >= 0 {
		return filters[i]
	}
	return Filter{Field: field}
}

// listOf is the vocabulary behind a field.
func listOf(field string) (corpus.Kind, bool) {
	switch field {
	case FieldCountrySpeaks, FieldCountryMentioned:
		return corpus.Country, true
	}
	return corpus.Kind(field), slices.Contains(corpus.Kinds(), corpus.Kind(field))
}

// Labels are the names of a value in the vocabulary; none of a field that has none.
func Labels(v *vocabulary.Vocabulary, field, id string) []string {
	list, ok := listOf(field)
	if !ok {
		return nil
	}
	entry, ok := v.Entry(list, id)
	if !ok {
		return nil
	}
	return append(slices.Collect(maps.Values(entry.Labels)), entry.Acronym)
}
