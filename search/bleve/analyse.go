package bleve

import (
	"iter"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/analysis/lang/ar"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/analysis/lang/es"
	"github.com/blevesearch/bleve/v2/analysis/lang/fr"
	"github.com/blevesearch/bleve/v2/analysis/lang/ru"
	"github.com/blevesearch/bleve/v2/document"
	index "github.com/blevesearch/bleve_index_api"
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

// textReader is the texts of a report being read for the index, and what is
// remembered from one to the next, so that each word is looked at once.
type textReader struct {
	written map[string]wordForm // by the word as it is written, folded
	terms   map[string]*termRead
	met     []*termRead // in the text at hand
	stems   stems
}

// wordForm is the form that a word has in the index.
type wordForm struct {
	analyser *analyser
	term     *termRead // nil: a stop word
}

// termRead is a term and where it stands in the text at hand.
type termRead struct {
	term string
	at   []int
}

func newTextReader(s stems) *textReader {
	return &textReader{written: make(map[string]wordForm), terms: make(map[string]*termRead), stems: s}
}

// fieldRead is a field of a document whose terms are known already.
type fieldRead struct {
	document.Field // the name and the options
	found          index.TokenFrequencies
}

// Analyze implements index.Field: the text has been read.
func (r *fieldRead) Analyze() {}

// AnalyzedLength implements index.Field. What Bleve makes of it is stored with
// every posting and never asked for: the lengths are in a column.
func (r *fieldRead) AnalyzedLength() int { return 1 }

// AnalyzedTokenFrequencies implements index.Field.
func (r *fieldRead) AnalyzedTokenFrequencies() index.TokenFrequencies { return r.found }

// text cuts a text into the terms of the index, and counts its words and terms. A
// stop word leaves a gap in the positions, so that a phrase with one inside is
// still found as it stands. Where a word stands in bytes is left out: marks are
// made from the text itself.
func (r *textReader) text(a *analyser, text string) (read *fieldRead, words, terms int) {
	r.met = r.met[:0]
	eachWord(text, func(w word) {
		words++
		t := r.form(a, w.term())
		if t == nil {
			return
		}
		terms++
		if len(t.at) == 0 {
			r.met = append(r.met, t)
		}
		t.at = append(t.at, words)
	})
	found := make(index.TokenFrequencies, len(r.met))
	each := make([]index.TokenFreq, len(r.met)) // Bleve goes by their keys
	for i, t := range r.met {
		p, all := placesAt(t.at)
		if !all {
			each[i].Locations = []*index.TokenLocation{locationOf(t.at)}
		}
		each[i].SetFrequency(int(p)) // #nosec G115 -- of placesBits
		found[t.term] = &each[i]
		t.at = t.at[:0]
	}
	return &fieldRead{Field: document.NewTextFieldCustom(a.field, nil, nil, textOptions, nil), found: found}, words, terms
}

// form is the term of a folded word, or nil.
func (r *textReader) form(a *analyser, folded string) *termRead {
	form, known := r.written[folded]
	if known && form.analyser == a {
		return form.term
	}
	form = wordForm{analyser: a}
	if term := r.stems.term(a, folded); term != "" {
		form.term = r.terms[term]
		if form.term == nil {
			form.term = &termRead{term: term}
			r.terms[term] = form.term
		}
	}
	r.written[folded] = form
	return form.term
}

// wordField is words as they are written, folded: the source of prefixes,
// misspellings and suggestions.
func wordField(n int, words iter.Seq[string]) *fieldRead {
	var once index.TokenFreq // which is all that is told of any
	found := make(index.TokenFrequencies, n)
	for w := range words {
		found[w] = &once
	}
	return &fieldRead{Field: document.NewTextFieldCustom(fieldWord, nil, nil, keywordOptions, nil), found: found}
}

// stems is the forms of words in the index, so that the frequent ones are stemmed
// once. It is used by one who writes at a time.
type stems map[*analyser]map[string]string

const maxStems = 1 << 15 // words of an analyser

func (s stems) term(a *analyser, folded string) string {
	known := s[a]
	if term, ok := known[folded]; ok {
		return term
	}
	if known == nil || len(known) == maxStems {
		known = make(map[string]string)
		s[a] = known
	}
	folded = strings.Clone(folded) // and not the text around it
	term := a.term(folded)
	known[folded] = term
	return term
}
