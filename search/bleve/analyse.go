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

// textRead is a text that was read for the index.
type textRead struct {
	words  int
	stream analysis.TokenStream
}

// read cuts a text into the terms of the index, and adds its words as written to
// a set. A stop word leaves a gap in the positions, so that a phrase with one
// inside is still found as it stands. Where a word stands in bytes is left out:
// the index would grow by a fifth, and marks are made from the text itself.
func (a *analyser) read(text string, written wordSet) textRead {
	var r textRead
	eachWord(text, func(w word) {
		r.words++
		forms, known := written[w.term]
		if !known || forms.analyser != a {
			forms = wordForm{analyser: a, term: a.term(w.term)}
			written[w.term] = forms
		}
		if forms.term != "" {
			r.stream = append(r.stream, &analysis.Token{Term: []byte(forms.term), Position: r.words})
		}
	})
	return r
}

// Analyze implements analysis.Analyzer: the text has been read.
func (r textRead) Analyze([]byte) analysis.TokenStream { return r.stream }

// wordSet is the words of a report as they are written, folded: the source of
// prefixes, misspellings and suggestions. With each is its last form in the
// index, so that a report is stemmed once.
type wordSet map[string]wordForm

type wordForm struct {
	analyser *analyser
	term     string
}

// Analyze implements analysis.Analyzer.
func (s wordSet) Analyze([]byte) analysis.TokenStream {
	stream := make(analysis.TokenStream, 0, len(s))
	for w := range s {
		stream = append(stream, &analysis.Token{Term: []byte(w), Position: 1})
	}
	return stream
}
