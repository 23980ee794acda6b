package suggest

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/search"
	"briefsearch/search/query"
	"briefsearch/search/words"
)

// A word that hardly any intervention has is taken for misspelt when a word that is
// spelt nearly so stands in far more reports.
const (
	rareWord    = 2   // interventions that have it in any form, at most
	farCommoner = 20  // reports with the near word, for each of those
	leastWord   = 4   // letters of a word that is looked at
	maxNear     = 400 // near words that are looked at, the nearest first
)

// Respell finds a query with words of the index in the place of those that are
// misspelt; false when there is none.
func Respell(n query.Node, ix Index) (query.Node, bool, error) { return speller{ix}.respell(n) }

type speller struct{ Index }

// respell corrects the words of a query.
func (s speller) respell(n query.Node) (query.Node, bool, error) {
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

func (s speller) respellAll(nodes []query.Node) ([]query.Node, bool, error) {
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
func (s speller) respellText(text string) (string, bool, error) {
	var out strings.Builder
	var failed error
	done := 0
	words.Each(text, func(w words.Word) {
		if failed != nil {
			return
		}
		near, err := s.nearest(w.Term())
		if near != "" {
			out.WriteString(text[done:w.Start] + near)
			done = w.End
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
func (s speller) nearest(folded string) (string, error) {
	if utf8.RuneCountInString(folded) < leastWord || strings.IndexFunc(folded, unicode.IsDigit) >= 0 {
		return "", nil
	}
	counts, err := s.CountWords([]string{folded})
	if err != nil || counts[0] > rareWord || vocabularyWords()[folded] || s.IsName(folded) {
		return "", err
	}
	used := counts[0]
	near, err := s.Near(folded)
	if err != nil {
		return "", err
	}
	if used > 0 { // it is a word, so the other must be very near and far commoner
		near = slices.DeleteFunc(near, func(w Near) bool { return w.Distance > 1 })
	}
	return s.likeliest(near[:min(len(near), maxNear)], folded, max(1, farCommoner*used))
}

// likeliest is the word that a misspelt one means: of the nearest words that stand
// in so many reports at least and are not forms of its stem, that which begins and
// ends most like it, and of these the commonest. Letters go wrong near one another:
// "trafiking" is no "training".
func (s speller) likeliest(near []Near, misspelt string, least int) (string, error) {
	a := s.Analyser()
	stem := a.Term(misspelt)
	best, alike, count, distance := "", 0, 0, 0
	for _, w := range near {
		if best != "" && w.Distance > distance {
			break
		}
		n, err := s.Reports(w)
		if err != nil {
			return "", err
		}
		ends := sharedEnds(misspelt, w.Word)
		if n < least || ends < alike || ends == alike && n <= count || a.Term(w.Word) == stem {
			continue
		}
		best, alike, count, distance = w.Word, ends, n, w.Distance
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

// vocabularyWords are the words of all names of the vocabulary.
var vocabularyWords = sync.OnceValue(func() map[string]bool {
	words := make(map[string]bool)
	v, err := vocabulary.Default()
	if err != nil { // whoever asks a query has been told
		return words
	}
	for _, k := range corpus.Kinds() {
		for e := range v.Entries(k) {
			for _, name := range Names(v, string(k), e.ID) {
				for _, w := range search.FoldedWords(name) {
					words[w] = true
				}
			}
		}
	}
	return words
})
