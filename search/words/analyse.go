// Package words reads running text as every engine does: it cuts it into words,
// brings those to the form in which an index has them, and finds the words of a
// query in a text again.
//
// In: a text and its language. Out: terms, and the marks of a hit. Package search
// makes passages of those; the engines are next.
package words

import (
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/analysis/lang/ar"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/analysis/lang/es"
	"github.com/blevesearch/bleve/v2/analysis/lang/fr"
	"github.com/blevesearch/bleve/v2/analysis/lang/ru"
	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/arabic"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"

	"briefsearch/search"
)

// Analyser turns running text of one language into the terms of the index. The
// same analyser reads the text when it is indexed, the query when it is asked,
// and the text again when its words are marked.
type Analyser struct {
	Language string // "" is every language that has no analyser of its own
	Field    string // of the index
	stop     map[string]struct{}
	stem     func(*snowballstem.Env) bool // nil: words are taken as they are
	// keepsHead says that a term begins with the letter of its word.
	keepsHead bool
}

// Analysers are all languages, one line each. A text is in the field of its
// language and in no other.
func Analysers() []*Analyser {
	return []*Analyser{
		newAnalyser("en", english.Stem, en.EnglishStopWords),
		newAnalyser("fr", french.Stem, fr.FrenchStopWords),
		newAnalyser("es", spanish.Stem, es.SpanishStopWords),
		newAnalyser("ar", arabic.Stem, ar.ArabicStopWords),
		newAnalyser("ru", russian.Stem, ru.RussianStopWords),
		newAnalyser("", nil, nil),
	}
}

func newAnalyser(language string, stem func(*snowballstem.Env) bool, stopWords []byte) *Analyser {
	a := &Analyser{
		Language: language, Field: "text_" + language, stem: stem,
		stop: make(map[string]struct{}), keepsHead: language != "ar",
	}
	if language == "" {
		a.Field = "text_xx"
	}
	for line := range strings.Lines(string(stopWords)) {
		line, _, _ = strings.Cut(line, "|")
		line, _, _ = strings.Cut(line, "#")
		for _, w := range search.FoldedWords(line) {
			a.stop[w] = struct{}{}
		}
	}
	return a
}

// For is the analyser of a language, as BCP 47 tags it.
func For(all []*Analyser, language string) *Analyser {
	primary, _, _ := strings.Cut(strings.ToLower(language), "-")
	if i := slices.IndexFunc(all, func(a *Analyser) bool { return a.Language == primary }); i >= 0 {
		return all[i]
	}
	return all[len(all)-1]
}

// Term is the form of a folded word in the index, or "" for a stop word.
func (a *Analyser) Term(folded string) string {
	if _, ok := a.stop[folded]; ok {
		return ""
	}
	if a.stem == nil {
		return folded
	}
	env := snowballstem.NewEnv(folded)
	a.stem(env)
	return env.Current()
}

// Sequence is the terms of a text and how far each is from the one before.
func (a *Analyser) Sequence(text string) (terms []string, gaps []int) {
	position, last := 0, 0
	Each(text, func(w Word) {
		position++
		term := a.Term(w.Term())
		if term == "" {
			return
		}
		gap := position - last
		if len(terms) == 0 {
			gap = 0
		}
		terms, gaps, last = append(terms, term), append(gaps, gap), position
	})
	return terms, gaps
}
