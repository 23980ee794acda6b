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
	"github.com/blevesearch/bleve/v2/document"
	index "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
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

// textRead is a text that was read for the index: a field of a document whose
// terms are counted already.
//
// Bleve writes six bytes for every place of a term, of which one or two are the
// place. So all the places of a term in a text are written as one: the first as
// its position, the distances to the next two as start and end, and those to the
// rest as array positions. See placesOf for the way back.
type textRead struct {
	document.Field // the name and the options
	words          int
	terms          int
	found          index.TokenFrequencies
}

// read cuts a text into the terms of the index, and adds its words as written to
// a set. A stop word leaves a gap in the positions, so that a phrase with one
// inside is still found as it stands. Where a word stands in bytes is left out:
// marks are made from the text itself.
func (a *analyser) read(text string, written wordSet) *textRead {
	r := &textRead{
		Field: document.NewTextFieldCustom(a.field, nil, nil, textOptions, nil),
		found: make(index.TokenFrequencies, len(text)/12),
	}
	last := make(map[string]int, len(text)/12)
	eachWord(text, func(w word) {
		r.words++
		form, known := written[w.term]
		if !known || form.analyser != a {
			form = wordForm{analyser: a, term: a.term(w.term)}
			written[w.term] = form
		}
		if form.term != "" {
			r.terms++
			r.place(form.term, r.words, last)
		}
	})
	return r
}

// place notes that a term stands at a position.
func (r *textRead) place(term string, position int, last map[string]int) {
	f := r.found[term]
	if f == nil {
		f = &index.TokenFreq{Term: []byte(term), Locations: []*index.TokenLocation{{Position: position}}}
		r.found[term] = f
	} else {
		l, distance := f.Locations[0], position-last[term]
		switch f.Frequency() {
		case 1:
			l.Start = distance
		case 2:
			l.End = distance
		default:
			l.ArrayPositions = append(l.ArrayPositions, uint64(distance)) // #nosec G115 -- positions grow
		}
	}
	last[term] = position
	f.SetFrequency(f.Frequency() + 1)
}

// Analyze implements index.Field: the text has been read.
func (r *textRead) Analyze() {}

// AnalyzedLength implements index.Field. What Bleve makes of it is stored with
// every posting and never asked for: the lengths are in a column.
func (r *textRead) AnalyzedLength() int { return 1 }

// AnalyzedTokenFrequencies implements index.Field.
func (r *textRead) AnalyzedTokenFrequencies() index.TokenFrequencies { return r.found }

// placesOf adds the places that a location stands for.
func placesOf(to []int, l segment.Location) []int {
	at := int(l.Pos()) // #nosec G115 -- positions are small, here and below
	to = append(to, at)
	for _, distance := range [2]uint64{l.Start(), l.End()} {
		if distance == 0 {
			return to
		}
		at += int(distance) // #nosec G115
		to = append(to, at)
	}
	for _, distance := range l.ArrayPositions() {
		at += int(distance) // #nosec G115
		to = append(to, at)
	}
	return to
}

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
