package bleve

import (
	"cmp"
	"slices"

	index "github.com/blevesearch/bleve_index_api"

	"briefsearch/search"
	"briefsearch/search/query"
)

// A prefix and a misspelt word stand for several words of the index: the most
// frequent, up to these numbers.
const (
	maxPrefixWords = 1024
	maxFuzzyWords  = 64
	maxDrained     = 200_000 // words that are looked at for that
)

// A word that begins so, or may be meant, is found in any of its forms, as a word
// that is typed whole is.
func (c *compiler) prefix(text string) (plan, error) {
	terms, err := c.Begun(text)
	if err != nil {
		return nil, err
	}
	return c.anyTerm(terms)
}

// Weight implements words.Index.
func (c *compiler) Weight(term string) (float64, error) {
	t, err := c.term(c.analyser.Field, term)
	if err != nil {
		return 0, err
	}
	return t.weight, nil
}

// Begun implements words.Index.
func (c *compiler) Begun(text string) ([]string, error) {
	words, err := c.remember(text+"*", func() ([]string, error) {
		dict, err := c.view.snapshot.FieldDictPrefix(fieldWord, []byte(search.Fold(text)))
		if err != nil {
			return nil, err
		}
		words, err := c.drain(dict, maxDrained)
		slices.SortStableFunc(words, func(a, b index.DictEntry) int { return cmp.Compare(b.Count, a.Count) })
		return firstWords(words, maxPrefixWords), err
	})
	return c.termsOf(words), err
}

// remember looks words up once in a request: each language asks for them, and the
// passages do.
func (c *compiler) remember(key string, look func() ([]string, error)) ([]string, error) {
	if words, ok := c.expanded[key]; ok {
		return words, nil
	}
	words, err := look()
	if err == nil {
		c.expanded[key] = words
	}
	return words, err
}

// termsOf is the forms that words have in the index, each once.
func (c *compiler) termsOf(words []string) []string {
	terms := make([]string, 0, len(words))
	for _, w := range words {
		if term := c.analyser.Term(w); term != "" {
			terms = append(terms, term)
		}
	}
	slices.Sort(terms)
	return slices.Compact(terms)
}

func (c *compiler) fuzzy(text string) (plan, error) {
	terms, err := c.Misspelt(text)
	if err != nil {
		return nil, err
	}
	return c.anyTerm(terms)
}

// Misspelt implements words.Index.
func (c *compiler) Misspelt(text string) ([]string, error) {
	words, err := c.misspelt(text)
	return c.termsOf(words), err
}

// misspelt is the words of the index that a misspelt one may mean, the nearest
// first.
func (c *compiler) misspelt(text string) ([]string, error) {
	return c.remember(text+"~", func() ([]string, error) {
		folded := search.Fold(text)
		if (query.Fuzzy{Text: folded}).Distance() == 0 { // which Bleve refuses
			return []string{folded}, nil
		}
		words, err := c.near(folded)
		return firstWords(words, maxFuzzyWords), err
	})
}

// near is the words of the index that are spelt nearly as a folded one, the nearest
// first.
func (c *compiler) near(folded string) ([]index.DictEntry, error) {
	distance := query.Fuzzy{Text: folded}.Distance()
	dict, err := c.view.snapshot.FieldDictFuzzy(fieldWord, folded, distance, "")
	if err != nil {
		return nil, err
	}
	words, err := c.drain(dict, maxDrained)
	slices.SortStableFunc(words, func(a, b index.DictEntry) int { return cmp.Compare(a.EditDistance, b.EditDistance) })
	return words, err
}

func (c *compiler) drain(dict index.FieldDict, most int) ([]index.DictEntry, error) {
	defer func() { _ = dict.Close() }()
	var words []index.DictEntry
	for {
		if len(words)%256 == 0 {
			if err := c.ctx.Err(); err != nil {
				return nil, err
			}
		}
		entry, err := dict.Next()
		if err != nil {
			return nil, err
		}
		if entry == nil || len(words) == most {
			return words, nil
		}
		words = append(words, *entry)
	}
}

func firstWords(words []index.DictEntry, limit int) []string {
	terms := make([]string, 0, min(limit, len(words)))
	for _, w := range words[:min(limit, len(words))] {
		terms = append(terms, w.Term)
	}
	return terms
}

func (c *compiler) anyTerm(terms []string) (plan, error) {
	p, err := c.union(c.analyser.Field, terms)
	if err != nil {
		return nil, err
	}
	p.value = c.scale.idf(p.count())
	return p, nil
}
