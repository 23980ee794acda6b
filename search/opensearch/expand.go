package opensearch

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"briefsearch/search"
	"briefsearch/search/query"
	"briefsearch/search/suggest"
	"briefsearch/search/words"
)

// A prefix and a misspelt word stand for several words of the index: the most
// frequent, up to these numbers.
const (
	maxPrefixWords = 1024
	maxFuzzyWords  = 64
	maxPattern     = 1000 // of a regular expression, which OpenSearch takes
)

var _ words.Index = (*compiler)(nil)

// Begun implements words.Index.
func (c *compiler) Begun(text string) ([]string, error) {
	begun, err := c.remember(text+"*", func() ([]string, error) {
		found, err := c.begun(c.ctx, search.Fold(text), maxPrefixWords)
		return found, err
	})
	return c.termsOf(begun), err
}

// Misspelt implements words.Index.
func (c *compiler) Misspelt(text string) ([]string, error) {
	near, err := c.remember(text+"~", func() ([]string, error) {
		word := search.Fold(text)
		found, err := c.near(c.ctx, word)
		list := []string{word}
		for _, n := range found[:min(len(found), maxFuzzyWords)] {
			list = append(list, n.Word)
		}
		return list, err
	})
	return c.termsOf(near), err
}

// remember looks words up once in a request: each language asks for them, and the
// passages do.
func (s *session) remember(key string, look func() ([]string, error)) ([]string, error) {
	if found, ok := s.expanded[key]; ok {
		return found, nil
	}
	found, err := look()
	if err == nil {
		s.expanded[key] = found
	}
	return found, err
}

// termsOf is the forms that words have in the index, each once.
func (c *compiler) termsOf(all []string) []string {
	terms := make([]string, 0, len(all))
	for _, w := range all {
		if term := c.analyser.Term(w); term != "" {
			terms = append(terms, clip(term))
		}
	}
	slices.Sort(terms)
	return slices.Compact(terms)
}

// begun is the words of the index that begin so, those of the most reports first.
func (e *Engine) begun(ctx context.Context, prefix string, size int) ([]string, error) {
	pattern := literally(prefix) + ".*"
	if len(pattern) > maxPattern {
		return nil, nil
	}
	found, err := e.find(ctx, object{
		"size": 0, "query": object{"prefix": object{fieldWord: prefix}},
		"aggs": object{"words": object{"terms": object{"field": fieldWord, "include": pattern, "size": size}}},
	})
	if err != nil {
		return nil, err
	}
	var list []string
	for _, b := range found.Aggs["words"].Buckets {
		list = append(list, b.Key)
	}
	return list, nil
}

// literally is a regular expression of Lucene that finds a text as it stands.
func literally(text string) string {
	var b strings.Builder
	for _, r := range text {
		if strings.ContainsRune(`.?+*|{}[]()"\#@&<>~^$-`, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// maxNear is how many near words are looked at.
const maxNear = 400

// near is the words of the index that are spelt nearly as a folded one, the nearest
// first.
func (e *Engine) near(ctx context.Context, word string) ([]suggest.Near, error) {
	distance := query.Fuzzy{Text: word}.Distance()
	if distance == 0 || len(word) > maxTerm {
		return nil, nil
	}
	var told struct {
		Suggest struct {
			Near []struct {
				Options []struct {
					Text string
					Freq int // reports that have it
				}
			}
		}
		Aggs map[string]aggregation `json:"aggregations"`
	}
	term := object{
		"field": fieldWord, "size": maxNear, "shard_size": maxNear, "suggest_mode": "always", "max_edits": distance, "prefix_length": 0,
		"min_word_length": 1, "max_inspections": maxNear, "accuracy": 0, "string_distance": "levenshtein",
	}
	body := object{"size": 0, "suggest": object{"near": object{"text": word, "term": term}}}
	if pattern := otherHead(word); distance > 1 && len(pattern) <= maxPattern {
		body["aggs"] = object{"words": object{"terms": object{"field": fieldWord, "include": pattern, "size": maxOtherHead}}}
	}
	if err := e.ask(ctx, http.MethodPost, "/_search", body, &told); err != nil {
		return nil, err
	}
	found := make(map[string]int) // reports by word
	for _, b := range told.Aggs["words"].Buckets {
		found[b.Key] = b.Count
	}
	for _, entry := range told.Suggest.Near {
		for _, o := range entry.Options {
			found[o.Text] = o.Freq
		}
	}
	return nearest(word, found, distance), nil
}

// nearest is the words within a distance, the nearest first.
func nearest(word string, found map[string]int, distance int) []suggest.Near {
	var list []suggest.Near
	for w, reports := range found {
		if d := edits(word, w); d <= distance {
			list = append(list, suggest.Near{Word: w, Distance: d, Reports: reports})
		}
	}
	slices.SortFunc(list, func(a, b suggest.Near) int {
		return cmp.Or(cmp.Compare(a.Distance, b.Distance), strings.Compare(a.Word, b.Word))
	})
	return list
}

// maxOtherHead is how many words are looked at that may begin otherwise.
const maxOtherHead = 5000

// otherHead is a regular expression for what OpenSearch's own search for misspelt words
// leaves out: words at a distance of two that do not begin with the same letter. The
// rest of such a word is wrong in one place at most, so that one half of it stands
// there as it is, or the halves are whole but for two letters that are swapped between
// them; unless its first letter was swapped with that of the word.
func otherHead(word string) string {
	letters := []rune(word)
	if len(letters) < 4 {
		return ""
	}
	rest := letters[1:]
	half := len(rest) / 2
	part := func(r []rune) string { return literally(string(r)) }
	swapped := slices.Clone(rest)
	swapped[half-1], swapped[half] = swapped[half], swapped[half-1]
	ending := fmt.Sprintf(".{%d,%d}", max(0, len(rest)-half-1), len(rest)-half+1)
	return strings.Join([]string{
		".{0,3}" + part(rest[:half]) + ending,
		fmt.Sprintf(".{%d,%d}", max(0, half-1), half+3) + part(rest[half:]),
		".{0,3}" + part(swapped),
		part(rest[:1]) + part(letters[:1]) + part(rest[1:half]) + ending,
		part(rest[:1]) + part(letters[:1]) + part(swapped[1:]),
	}, "|")
}

// edits is how many letters to add, drop, change, or swap with the next to make one
// word of another.
func edits(a, b string) int {
	x, y := []rune(a), []rune(b)
	rows := make([][]int, len(x)+1)
	for i := range rows {
		rows[i] = make([]int, len(y)+1)
		for j := range rows[i] {
			switch {
			case i == 0 || j == 0:
				rows[i][j] = i + j
			case x[i-1] == y[j-1]:
				rows[i][j] = rows[i-1][j-1]
			default:
				rows[i][j] = 1 + min(rows[i-1][j-1], rows[i-1][j], rows[i][j-1])
				if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
					rows[i][j] = min(rows[i][j], 1+rows[i-2][j-2])
				}
			}
		}
	}
	return rows[len(x)][len(y)]
}

// Weight implements words.Index: what a term tells, of those that were weighed.
func (c *compiler) Weight(term string) (float64, error) {
	if w, ok := c.weights[c.analyser.Field+" "+term]; ok {
		return w, nil
	}
	return 1, nil
}

// weigh asks how many texts of a language have some terms. A shard answers for all.
func (s *session) weigh(ctx context.Context, a *words.Analyser, text string, filter object) (map[string]weighed, error) {
	var told struct {
		Vectors map[string]struct {
			Statistics struct {
				Docs int `json:"doc_count"`
			} `json:"field_statistics"`
			Terms map[string]weighed
		} `json:"term_vectors"`
	}
	body := object{
		"doc": object{a.Field: text}, "fields": []string{a.Field}, "term_statistics": true, "field_statistics": true,
		"positions": false, "offsets": false,
	}
	if filter != nil {
		body["filter"] = filter
	}
	if err := s.ask(ctx, http.MethodPost, "/_termvectors", body, &told); err != nil {
		return nil, fmt.Errorf("weigh words: %w", err)
	}
	vector := told.Vectors[a.Field]
	for term, w := range vector.Terms {
		w.weight = words.Rarity(w.Texts, max(vector.Statistics.Docs, w.Texts))
		vector.Terms[term] = w
	}
	return vector.Terms, nil
}

// weighed is a term of a text.
type weighed struct {
	Texts  int `json:"doc_freq"`  // that have it
	Here   int `json:"term_freq"` // how often the text has it
	weight float64
}
