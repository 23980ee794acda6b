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
	terms, err := c.prefixTerms(text)
	if err != nil {
		return nil, err
	}
	return c.anyTerm(terms)
}

// prefixTerms is the terms of the words that begin so.
func (c *compiler) prefixTerms(text string) ([]string, error) {
	folded := search.Fold(text)
	dict, err := c.view.snapshot.FieldDictPrefix(fieldWord, []byte(folded))
	if err != nil {
		return nil, err
	}
	words, err := c.drain(dict, maxDrained)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(words, func(a, b index.DictEntry) int { return cmp.Compare(b.Count, a.Count) })
	return c.termsOf(firstWords(words, maxPrefixWords)), nil
}

// termsOf is the forms that words have in the index, each once.
func (c *compiler) termsOf(words []string) []string {
	terms := make([]string, 0, len(words))
	for _, w := range words {
		if term := c.analyser.term(w); term != "" {
			terms = append(terms, term)
		}
	}
	slices.Sort(terms)
	return slices.Compact(terms)
}

func (c *compiler) fuzzy(text string) (plan, error) {
	words, err := c.misspelt(text)
	if err != nil {
		return nil, err
	}
	return c.anyTerm(c.termsOf(words))
}

// misspelt is the words of the index that a misspelt one may mean, the nearest
// first.
func (c *compiler) misspelt(text string) ([]string, error) {
	folded := search.Fold(text)
	dict, err := c.view.snapshot.FieldDictFuzzy(fieldWord, folded, query.Fuzzy{Text: folded}.Distance(), "")
	if err != nil {
		return nil, err
	}
	words, err := c.drain(dict, maxDrained)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(words, func(a, b index.DictEntry) int { return cmp.Compare(a.EditDistance, b.EditDistance) })
	return firstWords(words, maxFuzzyWords), nil
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
	p, err := c.union(c.analyser.field, terms)
	if err != nil {
		return nil, err
	}
	p.value = idf(c.view.turns, p.count())
	return p, nil
}
