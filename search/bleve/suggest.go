package bleve

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	index "github.com/blevesearch/bleve_index_api"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/search"
	"briefsearch/search/query"
)

// A word that hardly any intervention has is taken for misspelt when a word that is
// spelt nearly so stands in far more reports.
const (
	rareWord    = 2   // interventions that have it in any form, at most
	farCommoner = 20  // reports with the near word, for each of those
	leastWord   = 4   // letters of a word that is looked at
	maxNear     = 400 // near words that are looked at, the nearest first
)

// suggest finds a query with words of the index in the place of those that are
// misspelt, which finds something and no less than the total of this one; "" when
// there is none.
func (s *session) suggest(filters []filter, total int) (string, error) {
	if s.req.Query == nil || s.view.turns == 0 {
		return "", nil
	}
	better, changed, err := s.respell(s.req.Query)
	if err != nil || !changed {
		return "", err
	}
	try := *s
	try.req.Query = better
	counted := s.collector(s.view, filters, nil, top{by: search.ByRelevance})
	if err := try.collect(counted); err != nil || counted.total < max(1, total) {
		return "", err
	}
	return better.String(), nil
}

// respell corrects the words of a query.
func (s *session) respell(n query.Node) (query.Node, bool, error) {
	switch n := n.(type) {
	case query.And:
		parts, changed, err := s.respellAll(n)
		return query.And(parts), changed, err
	case query.Or:
		parts, changed, err := s.respellAll(n)
		return query.Or(parts), changed, err
	case query.Any:
		parts, changed, err := s.respellAll(n)
		return query.Any(parts), changed, err
	case query.Term:
		text, changed, err := s.respellText(n.Text)
		return query.Term{Text: text, Stop: n.Stop}, changed, err
	case query.Phrase:
		text, changed, err := s.respellText(n.Text)
		return query.Phrase{Text: text, Slop: n.Slop}, changed, err
	default:
		return n, false, nil
	}
}

func (s *session) respellAll(nodes []query.Node) ([]query.Node, bool, error) {
	out := make([]query.Node, len(nodes))
	any := false
	for i, n := range nodes {
		part, changed, err := s.respell(n)
		if err != nil {
			return nil, false, err
		}
		out[i], any = part, any || changed
	}
	return out, any, nil
}

// respellText corrects the words of a text, each by itself.
func (s *session) respellText(text string) (string, bool, error) {
	var out strings.Builder
	var failed error
	done := 0
	eachWord(text, func(w word) {
		if failed != nil {
			return
		}
		near, err := s.nearest(w.term())
		if near != "" {
			out.WriteString(text[done:w.start] + near)
			done = w.end
		}
		failed = err
	})
	if done == 0 || failed != nil {
		return text, false, failed
	}
	out.WriteString(text[done:])
	return out.String(), true, nil
}

// nearest is the word of the index that a misspelt one may mean; "" when the word
// is no misspelling, or nothing is near.
func (s *session) nearest(folded string) (string, error) {
	if utf8.RuneCountInString(folded) < leastWord || strings.IndexFunc(folded, unicode.IsDigit) >= 0 {
		return "", nil
	}
	used, err := s.countWord(folded)
	if err != nil || used > rareWord || s.isName(folded) {
		return "", err
	}
	c := s.compiler(s.language())
	words, err := c.near(folded)
	if err != nil {
		return "", err
	}
	if used > 0 { // it is a word, so the other must be very near and far commoner
		words = slices.DeleteFunc(words, func(w index.DictEntry) bool { return w.EditDistance > 1 })
	}
	return c.likeliest(words[:min(len(words), maxNear)], folded, max(1, farCommoner*used))
}

// likeliest is the word that a misspelt one means: of the nearest words that stand
// in so many reports at least and are not forms of its stem, that which begins and
// ends most like it, and of these the commonest. Letters go wrong near one another:
// "trafiking" is no "training".
func (c *compiler) likeliest(words []index.DictEntry, misspelt string, least int) (string, error) {
	stem := c.analyser.term(misspelt)
	best, alike, count, distance := "", 0, 0, uint8(0)
	for _, w := range words {
		if best != "" && w.EditDistance > distance {
			break
		}
		t, err := c.term(fieldWord, w.Term)
		if err != nil {
			return "", err
		}
		n, ends := int(t.count), sharedEnds(misspelt, w.Term) // #nosec G115 -- a count of documents
		if n < least || ends < alike || ends == alike && n <= count || c.analyser.term(w.Term) == stem {
			continue
		}
		best, alike, count, distance = w.Term, ends, n, w.EditDistance
	}
	return best, nil
}

// sharedEnds is how many letters two words have in common at their beginning and at
// their end.
func sharedEnds(a, b string) int {
	x, y := []rune(a), []rune(b)
	most, begin, end := min(len(x), len(y)), 0, 0
	for begin < most && x[begin] == y[begin] {
		begin++
	}
	for begin+end < most && x[len(x)-1-end] == y[len(y)-1-end] {
		end++
	}
	return begin + end
}

// language is the first analyser that the index uses.
func (s *session) language() int {
	for i := range s.analysers {
		if s.view.uses(s.code(i, false)) {
			return i
		}
	}
	return len(s.analysers) - 1
}

// countWord is how many interventions have a word in any of its forms.
func (s *session) countWord(word string) (int, error) {
	sum := 0
	for i, a := range s.analysers {
		term := a.term(word)
		if term == "" || !s.view.uses(s.code(i, false)) {
			continue
		}
		n, err := s.compiler(i).count(a.field, term)
		if err != nil {
			return 0, err
		}
		sum += n
	}
	return sum, nil
}

// isName says whether a word is part of a name: of the vocabulary, or of a speaker.
func (s *session) isName(folded string) bool {
	if vocabularyWords()[folded] {
		return true
	}
	at := s.columns.at[search.FieldSpeaker]
	values := s.view.values[at]
	return slices.ContainsFunc(s.columns.named(at, len(values), folded), func(o uint32) bool {
		return slices.Contains(search.FoldedWords(values[o]), folded)
	})
}

// vocabularyWords are the words of all names of the vocabulary.
var vocabularyWords = sync.OnceValue(func() map[string]bool {
	words := make(map[string]bool)
	v, err := vocabulary.Default()
	if err != nil { // whoever asks a query has been told
		return words
	}
	for _, k := range corpus.Kinds() {
		for e := range v.Entries(k) {
			for _, name := range namesOf(v, string(k), e.ID) {
				for _, w := range search.FoldedWords(name) {
					words[w] = true
				}
			}
		}
	}
	return words
})
