package bleve

import (
	"iter"
	"strings"

	"github.com/blevesearch/bleve/v2/document"
	index "github.com/blevesearch/bleve_index_api"

	"briefsearch/search/words"
)

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
	analyser *words.Analyser
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
func (r *textReader) text(a *words.Analyser, text string) (read *fieldRead, met, terms int) {
	r.met = r.met[:0]
	words.Each(text, func(w words.Word) {
		met++
		t := r.form(a, w.Term())
		if t == nil {
			return
		}
		terms++
		if len(t.at) == 0 {
			r.met = append(r.met, t)
		}
		t.at = append(t.at, met)
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
	return &fieldRead{Field: document.NewTextFieldCustom(a.Field, nil, nil, textOptions, nil), found: found}, met, terms
}

// form is the term of a folded word, or nil.
func (r *textReader) form(a *words.Analyser, folded string) *termRead {
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
type stems map[*words.Analyser]map[string]string

const maxStems = 1 << 15 // words of an analyser

func (s stems) term(a *words.Analyser, folded string) string {
	known := s[a]
	if term, ok := known[folded]; ok {
		return term
	}
	if known == nil || len(known) == maxStems {
		known = make(map[string]string)
		s[a] = known
	}
	folded = strings.Clone(folded) // and not the text around it
	term := a.Term(folded)
	known[folded] = term
	return term
}
