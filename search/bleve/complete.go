package bleve

import (
	"bytes"
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	index "github.com/blevesearch/bleve_index_api"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/search"
	"briefsearch/search/query"
)

// completed are the fields whose values are suggested, in the order in which
// they are shown.
func completed() []string {
	return []string{
		string(corpus.RCP), string(corpus.Country), string(corpus.Theme), string(corpus.Organisation), search.FieldSpeaker,
	}
}

// Bounds of what is looked at for one suggestion.
const (
	maxTyped        = 200  // code points that are looked at
	maxNameHits     = 5000 // names that begin so
	countedPer      = 4    // of those, how many are counted for each that is wanted
	maxSuggestWords = 2000 // words that begin so
	minSuggestWord  = 2    // letters typed before words are suggested
)

// Suggest implements search.Explorer.
func (e *Engine) Suggest(ctx context.Context, typed string, size int) (out []search.Suggestion, err error) {
	if size < 0 || size > search.MaxSuggestions {
		return nil, invalid("size", "%d is not between 0 and %d", size, search.MaxSuggestions)
	}
	err = e.read(ctx, "suggest", func(v *view) error {
		words, err := vocabulary.Default()
		if err != nil {
			return err
		}
		s := e.session(ctx, v, search.Request{})
		c := completer{compiler: s.compiler(0), session: s, vocabulary: words, size: size}
		out, err = c.complete(typed)
		return err
	})
	return out, err
}

type completer struct {
	*compiler
	session    *session
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
	if field, value, ok := strings.Cut(last, ":"); ok && slices.Contains(completed(), strings.ToLower(field)) {
		only, words = strings.ToLower(field), append(slices.Clone(words[:len(words)-1]), value)
	}
	var lists [][]search.Suggestion
	longest := len(words) // is the run of words that begins with the first one here
	for _, field := range completed() {
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
	at := c.store.at[field]
	for first = range words {
		folded := strings.Join(search.FoldedWords(strings.Join(words[first:], " ")), " ")
		if folded == "" {
			break
		}
		found := c.store.named(at, len(c.view.values[at]), folded)
		list, err = c.counted(field, at, found, words[:first], folded)
		if err != nil || len(list) > 0 {
			break
		}
	}
	return list, first, err
}

// counted counts the interventions of the values and keeps the nearest to what was
// typed, and of those the most frequent. Values of which only some other name begins
// so are left out beside others.
func (c *completer) counted(field string, at int, found []uint32, before []string, folded string) ([]search.Suggestion, error) {
	var list []search.Suggestion
	near := make(map[string]int)
	for i, o := range found {
		found[i] = c.view.first(at, o)
	}
	found = c.store.mostUsed(at, found, countedPer*c.size)
	for _, o := range found {
		value := c.view.values[at][o]
		n, err := c.countValue(field, at, o)
		if err != nil {
			return nil, err
		}
		if n > 0 {
			near[value] = c.distance(field, value, folded)
			list = append(list, search.Suggestion{Field: field, Value: value, Label: c.label(field, value), Count: n})
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

// countValue is how many interventions have a value of a keyword field, each of
// which has one at most when several terms mean one value.
func (c *completer) countValue(field string, at int, first uint32) (int, error) {
	sum := 0
	for _, o := range c.view.sameValue(at, first) {
		n, err := c.count(field, c.view.keys[at][o])
		if err != nil {
			return 0, err
		}
		sum += n
	}
	return sum, nil
}

// count is how many interventions have a value.
func (c *compiler) count(field, value string) (int, error) {
	t, err := c.term(field, value)
	if err != nil {
		return 0, err
	}
	n := t.count
	for i, list := range t.lists {
		sections := c.view.segments[i].sections
		if list == nil || sections.IsEmpty() {
			continue
		}
		one, docs, err := documentsIn(list)
		switch {
		case err != nil:
			return 0, err
		case docs != nil:
			n -= docs.AndCardinality(sections)
		case sections.Contains(one):
			n--
		}
	}
	return int(n), nil // #nosec G115 -- a count of documents
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
	dict, err := c.view.snapshot.FieldDictPrefix(fieldWord, []byte(last[len(last)-1]))
	if err != nil {
		return nil, err
	}
	found, err := c.drain(dict, maxSuggestWords)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(found, func(a, b index.DictEntry) int { return cmp.Compare(b.Count, a.Count) })
	var list []search.Suggestion
	met := make(map[string]bool) // terms: of the forms of a word the most frequent is enough
	a := c.session.analysers[c.session.language()]
	for _, w := range found {
		if len(met) == 2*c.size {
			break
		}
		term := a.term(w.Term)
		if term != "" && met[term] {
			continue
		}
		met[term] = true
		n, err := c.session.countWord(w.Term)
		if err != nil {
			return nil, err
		}
		if n > 0 {
			list = append(list, search.Suggestion{
				Field: search.SuggestWord, Value: w.Term, Label: w.Term, Count: n,
				Query: strings.Join(append(slices.Clone(words[:len(words)-1]), w.Term), " "),
			})
		}
	}
	slices.SortFunc(list, mostSuggested)
	return list[:min(len(list), c.size)], nil
}

// nameList is the names of the values of a field, folded, one behind the other:
// a space before each word and a line's end behind each name. To look for what
// begins with some letters is to look for a space and them.
type nameList struct {
	mu       sync.Mutex
	taken    int // ordinals that are in it
	text     []byte
	ends     []int    // of the names
	ordinals []uint32 // of the names
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

// namesOf are the names of a value: those by which it is shown, and its other names
// in the vocabulary.
func namesOf(v *vocabulary.Vocabulary, field, value string) []string {
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

// forget makes it empty, when values have got other names.
func (l *nameList) forget() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.taken, l.text, l.ends, l.ordinals = 0, nil, nil, nil
}

func (l *nameList) learn(values []string, names func(value string) []string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for ; l.taken < len(values); l.taken++ {
		for _, name := range names(values[l.taken]) {
			for _, w := range search.FoldedWords(name) {
				l.text = append(append(l.text, ' '), w...)
			}
			l.text = append(l.text, '\n')
			l.ends, l.ordinals = append(l.ends, len(l.text)), append(l.ordinals, uint32(l.taken)) // #nosec G115
		}
	}
}

// named is the ordinals, up to known, with a name that begins, at a word, with
// what was typed.
func (s *columnStore) named(at, known int, folded string) []uint32 {
	l := &s.names[at]
	l.mu.Lock()
	defer l.mu.Unlock()
	var out []uint32
	sought := []byte(" " + folded)
	for from := 0; len(out) < maxNameHits; {
		i := bytes.Index(l.text[from:], sought)
		if i < 0 {
			break
		}
		line, _ := slices.BinarySearch(l.ends, from+i+1)
		from = l.ends[line]
		if o := l.ordinals[line]; int(o) < known && (len(out) == 0 || out[len(out)-1] != o) {
			out = append(out, o)
		}
	}
	return out
}

// mostUsed keeps the values that were read most often, which tells well enough
// which ones are worth counting.
func (s *columnStore) mostUsed(at int, ordinals []uint32, most int) []uint32 {
	s.mu.Lock()
	defer s.mu.Unlock()
	uses := s.dicts[at].uses
	slices.SortFunc(ordinals, func(a, b uint32) int { return cmp.Or(cmp.Compare(uses[b], uses[a]), cmp.Compare(a, b)) })
	ordinals = slices.Compact(ordinals)
	return ordinals[:min(len(ordinals), most)]
}
