// Package suggest completes what somebody is typing, and finds the words that
// misspelt ones may mean.
//
// In: what was typed, or a query, and an index that tells which names and words it
// has. Out: suggestions, or a query. The engines are next: each is such an index.
package suggest

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/search"
	"briefsearch/search/query"
	"briefsearch/search/words"
)

// Fields are the fields whose values are suggested, in the order in which they are
// shown.
func Fields() []string {
	return []string{
		string(corpus.RCP), string(corpus.Country), string(corpus.Theme), string(corpus.Organisation), search.FieldSpeaker,
	}
}

// Bounds of what is looked at for one suggestion.
const (
	maxTyped       = 200 // code points that are looked at
	countedPer     = 4   // of the names that begin so, how many are counted for each that is wanted
	minSuggestWord = 2   // letters typed before words are suggested
)

// MaxWords is how many words that begin so are worth looking at.
const MaxWords = 2000

// Index is what an index tells of itself in one request.
type Index interface {
	// Named is values of a field with a name of which a word, and what comes behind it,
	// begins so, folded; up to most of them, those that are used most.
	Named(field, folded string, most int) ([]string, error)
	// CountValues is how many interventions have each of some values of a field.
	CountValues(field string, values []string) ([]int, error)
	// Begun is the words of the texts that begin so, those of the most reports first.
	Begun(folded string) ([]string, error)
	// Near is the words of the texts that are spelt nearly so, the nearest first.
	Near(folded string) ([]Near, error)
	// Reports is how many reports have a word that is near another.
	Reports(near Near) (int, error)
	// CountWords is how many interventions have each of some words in any of its forms.
	CountWords(words []string) ([]int, error)
	// IsName says whether a word is part of a speaker's name.
	IsName(folded string) bool
	// Analyser is that of the first language of the index.
	Analyser() *words.Analyser
}

// Near is a word that is spelt nearly as another.
type Near struct {
	Word     string
	Distance int // letters to add, drop or change
	Reports  int // that have it, if the index knows that already
}

// Complete completes what somebody is typing; see search.Explorer.
func Complete(typed string, size int, ix Index) ([]search.Suggestion, error) {
	if err := search.CheckSize(size, search.MaxSuggestions); err != nil {
		return nil, err
	}
	entries, err := vocabulary.Default()
	if err != nil {
		return nil, err
	}
	c := completer{Index: ix, vocabulary: entries, size: size}
	return c.complete(typed)
}

type completer struct {
	Index
	vocabulary *vocabulary.Vocabulary
	size       int
}

func (c *completer) complete(typed string) ([]search.Suggestion, error) {
	if r := []rune(typed); len(r) > maxTyped {
		typed = string(r[len(r)-maxTyped:])
	}
	words := strings.Fields(typed)
	if len(words) == 0 || c.size == 0 {
		return nil, nil
	}
	only, last := "", words[len(words)-1]
	if field, value, ok := strings.Cut(last, ":"); ok && slices.Contains(Fields(), strings.ToLower(field)) {
		only, words = strings.ToLower(field), append(slices.Clone(words[:len(words)-1]), value)
	}
	var lists [][]search.Suggestion
	longest := len(words) // is the run of words that begins with the first one here
	for _, field := range Fields() {
		if only != "" && field != only {
			continue
		}
		list, first, err := c.values(field, words)
		switch {
		case err != nil:
			return nil, err
		case len(list) == 0 || first > longest:
			continue
		case first < longest:
			longest, lists = first, nil
		}
		lists = append(lists, list)
	}
	if only == "" {
		list, err := c.texts(words)
		if err != nil {
			return nil, err
		}
		lists = append(lists, list)
	}
	return share(lists, c.size), nil
}

// share takes the first of every list, then the second, until there are enough,
// and gives them in the order of the lists.
func share(lists [][]search.Suggestion, size int) []search.Suggestion {
	taken := make([]int, len(lists))
	for more := true; more && size > 0; {
		more = false
		for i, list := range lists {
			if size > 0 && taken[i] < len(list) {
				taken[i]++
				size--
				more = true
			}
		}
	}
	var out []search.Suggestion
	for i, list := range lists {
		out = append(out, list[:taken[i]]...)
	}
	return out
}

// values completes the last words to names of a field: as many words as there
// are names for, from the first one on.
func (c *completer) values(field string, words []string) (list []search.Suggestion, first int, err error) {
	for first = range words {
		folded := strings.Join(search.FoldedWords(strings.Join(words[first:], " ")), " ")
		if folded == "" {
			break
		}
		list, err = c.counted(field, words[:first], folded)
		if err != nil || len(list) > 0 {
			break
		}
	}
	return list, first, err
}

// counted counts the interventions of the values and keeps the nearest to what was
// typed, and of those the most frequent. Values of which only some other name begins
// so are left out beside others.
func (c *completer) counted(field string, before []string, folded string) ([]search.Suggestion, error) {
	found, err := c.Named(field, folded, countedPer*c.size)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	counts, err := c.CountValues(field, found)
	if err != nil {
		return nil, err
	}
	var list []search.Suggestion
	near := make(map[string]int)
	for i, value := range found {
		if counts[i] > 0 {
			near[value] = c.distance(field, value, folded)
			list = append(list, search.Suggestion{Field: field, Value: value, Label: c.label(field, value), Count: counts[i]})
		}
	}
	slices.SortFunc(list, func(a, b search.Suggestion) int {
		return cmp.Or(cmp.Compare(near[a.Value], near[b.Value]), mostSuggested(a, b))
	})
	if len(list) > 0 && near[list[0].Value] < byOtherName {
		list = slices.DeleteFunc(list, func(s search.Suggestion) bool { return near[s.Value] == byOtherName })
	}
	list = list[:min(len(list), c.size)]
	for i := range list {
		list[i].Query = strings.Join(append(slices.Clone(before), query.Field{Name: field, Value: list[i].Value}.String()), " ")
	}
	return list, nil
}

// How what was typed stands to a value.
const (
	atBeginning = iota // of the value, its acronym or its label in any language
	atWord             // of one of them
	byOtherName
)

func (c *completer) distance(field, value, folded string) int {
	best := byOtherName
	for _, name := range labelled(c.vocabulary, field, value) {
		name = strings.Join(search.FoldedWords(name), " ")
		switch {
		case strings.HasPrefix(name, folded):
			return atBeginning
		case strings.Contains(name, " "+folded):
			best = atWord
		}
	}
	return best
}

func mostSuggested(a, b search.Suggestion) int {
	return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Value, b.Value))
}

func (c *completer) label(field, value string) string {
	if e, ok := c.vocabulary.Entry(corpus.Kind(field), value); ok {
		return e.Label("en")
	}
	return value
}

// texts completes the last word to words of the index.
func (c *completer) texts(words []string) ([]search.Suggestion, error) {
	last := search.FoldedWords(words[len(words)-1])
	if len(last) == 0 || utf8.RuneCountInString(last[len(last)-1]) < minSuggestWord {
		return nil, nil
	}
	found, err := c.Begun(last[len(last)-1])
	if err != nil {
		return nil, err
	}
	found = c.differing(found)
	counts, err := c.CountWords(found)
	if err != nil {
		return nil, err
	}
	var list []search.Suggestion
	for i, word := range found {
		if counts[i] > 0 {
			list = append(list, search.Suggestion{
				Field: search.SuggestWord, Value: word, Label: word, Count: counts[i],
				Query: strings.Join(append(slices.Clone(words[:len(words)-1]), word), " "),
			})
		}
	}
	slices.SortFunc(list, mostSuggested)
	return list[:min(len(list), c.size)], nil
}

// differing leaves the first ones of many words: of the forms of a word the most
// frequent is enough.
func (c *completer) differing(found []string) []string {
	var list []string
	met := make(map[string]bool) // terms
	a := c.Analyser()
	for _, word := range found {
		if len(met) == 2*c.size {
			break
		}
		term := a.Term(word)
		if term != "" && met[term] {
			continue
		}
		met[term] = true
		list = append(list, word)
	}
	return list
}

// labelled are the names by which a value is shown: itself, and its acronym and
// labels in the vocabulary.
func labelled(v *vocabulary.Vocabulary, field, value string) []string {
	names := []string{value}
	if e, ok := v.Entry(corpus.Kind(field), value); ok {
		names = append(names, e.Acronym)
		names = append(names, slices.Sorted(maps.Values(e.Labels))...)
	}
	return names
}

// Names are the names of a value: those by which it is shown, and its other names
// in the vocabulary.
func Names(v *vocabulary.Vocabulary, field, value string) []string {
	names := labelled(v, field, value)
	if e, ok := v.Entry(corpus.Kind(field), value); ok {
		for _, a := range e.Aliases {
			if !a.Mask && !a.Weak {
				names = append(names, a.Text)
			}
		}
	}
	return names
}
