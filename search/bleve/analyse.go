package bleve

import (
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/analysis"
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

// analyser turns running text of one language into the terms of the index. The
// same analyser reads the text when it is indexed, the query when it is asked,
// and the text again when its words are marked.
type analyser struct {
	language string // "" is every language that has no analyser of its own
	field    string // of the index
	stop     map[string]struct{}
	stem     func(*snowballstem.Env) bool // nil: words are taken as they are
	// keepsHead says that a term begins with the letter of its word.
	keepsHead bool
}

// analysers are all languages, one line each. A text is in the field of its
// language and in no other.
func analysers() []*analyser {
	return []*analyser{
		newAnalyser("en", english.Stem, en.EnglishStopWords),
		newAnalyser("fr", french.Stem, fr.FrenchStopWords),
		newAnalyser("es", spanish.Stem, es.SpanishStopWords),
		newAnalyser("ar", arabic.Stem, ar.ArabicStopWords),
		newAnalyser("ru", russian.Stem, ru.RussianStopWords),
		newAnalyser("", nil, nil),
	}
}

func newAnalyser(language string, stem func(*snowballstem.Env) bool, stopWords []byte) *analyser {
	a := &analyser{
		language: language, field: "text_" + language, stem: stem,
		stop: make(map[string]struct{}), keepsHead: language != "ar",
	}
	if language == "" {
		a.field = "text_xx"
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

// analyserFor is the analyser of a language, as BCP 47 tags it.
func analyserFor(all []*analyser, language string) *analyser {
	primary, _, _ := strings.Cut(strings.ToLower(language), "-")
	if i := slices.IndexFunc(all, func(a *analyser) bool { return a.language == primary }); i >= 0 {
		return all[i]
	}
	return all[len(all)-1]
}

// term is the form of a folded word in the index, or "" for a stop word.
func (a *analyser) term(folded string) string {
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

// count is how many words a text has, and how many of them are in the index.
func (a *analyser) count(text string) (words, terms int) {
	eachWord(text, func(w word) {
		words++
		if _, ok := a.stop[w.term]; !ok {
			terms++
		}
	})
	return words, terms
}

// Analyze implements analysis.Analyzer. A stop word leaves a gap in the
// positions, so that a phrase with one inside is still found as it stands. Where
// a word stands in bytes is left out: the index would grow by a fifth, and marks
// are made from the text itself.
func (a *analyser) Analyze(text []byte) analysis.TokenStream {
	var stream analysis.TokenStream
	position := 0
	eachWord(string(text), func(w word) {
		position++
		if term := a.term(w.term); term != "" {
			stream = append(stream, &analysis.Token{Term: []byte(term), Position: position})
		}
	})
	return stream
}

// plainWords analyses the field of words as they are written, folded: the
// source of prefixes, misspellings and suggestions.
type plainWords struct{}

// Analyze implements analysis.Analyzer.
func (plainWords) Analyze(text []byte) analysis.TokenStream {
	seen := make(map[string]struct{})
	var stream analysis.TokenStream
	eachWord(string(text), func(w word) {
		if _, ok := seen[w.term]; ok {
			return
		}
		seen[w.term] = struct{}{}
		stream = append(stream, &analysis.Token{Term: []byte(w.term), Position: len(stream) + 1})
	})
	return stream
}
