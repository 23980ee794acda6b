package bleve

import (
	"slices"
	"strconv"
	"strings"

	"github.com/blevesearch/bleve/v2/document"
	index "github.com/blevesearch/bleve_index_api"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/search/words"
)

// Fields of the index besides those of search.Fields. An intervention is one
// document, named by its id, and so is a section. A report is one more, named by
// headPrefix and its id; one batch holds them all. Shelves (see shelves.go) are
// documents, too.
const (
	fieldWord     = "word"     // of a report or a shelf: words as written, folded
	fieldAnalyser = "analyser" // the field that holds the text
	fieldTerms    = "terms"    // how many the text has
	fieldTurn     = "_turn"    // stored: the intervention or section
	fieldKind     = "_kind"    // kindReport on the document of a report, kindSection on that of a section
	fieldHead     = "_head"    // stored: the report without its turns
	fieldOutline  = "_outline" // stored: its sections and turns, without text

	headPrefix  = "report/"
	kindReport  = "report"
	kindSection = "section"
)

const (
	textOptions    = index.IndexField | index.IncludeTermVectors
	keywordOptions = index.IndexField | index.SkipFreqNorm
	storedOptions  = index.StoreField
)

// maker makes documents of reports.
type maker struct {
	codec     *codec
	analysers []*words.Analyser
	keywords  []search.Field
	stems     stems
}

func newMaker() (*maker, error) {
	c, err := newCodec()
	if err != nil {
		return nil, err
	}
	m := &maker{codec: c, analysers: words.Analysers(), stems: make(stems)}
	for _, f := range search.Fields() {
		if f.Kind == search.Keyword {
			m.keywords = append(m.keywords, f)
		}
	}
	return m, nil
}

// documents makes the documents of a report, that of the report last. They name
// every field themselves, analyser and all, so Bleve's own mapping has nothing to
// decide. The words that were met are for the caller to put somewhere.
func (m *maker) documents(r *corpus.Report) ([]*document.Document, *textReader, error) {
	docs := make([]*document.Document, 0, len(r.Interventions)+len(r.Sections)+1)
	out := outline{Turns: make([]turnHead, 0, len(r.Interventions))}
	texts := newTextReader(m.stems)
	for i := range r.Interventions {
		in := &r.Interventions[i]
		doc, words := m.turnDocument(r, in, texts)
		docs = append(docs, doc)
		out.Turns = append(out.Turns, headOf(in, words))
	}
	for i, s := range r.Sections {
		in := search.SectionTurn(r, i)
		doc, _ := m.turnDocument(r, &in, texts)
		addField(doc, fieldKind, kindSection)
		docs = append(docs, doc)
		out.Sections = append(out.Sections, corpus.Section{Title: s.Title, Page: s.Page})
	}
	head, err := m.reportDocument(r, out)
	return append(docs, head), texts, err
}

func (m *maker) reportDocument(r *corpus.Report, out outline) (*document.Document, error) {
	packedHead, err := m.codec.pack(head{Report: r, Source: r.Source, Turns: len(r.Interventions)})
	if err != nil {
		return nil, err
	}
	packedOutline, err := m.codec.pack(out)
	if err != nil {
		return nil, err
	}
	doc := document.NewDocument(headPrefix + string(r.ID))
	addField(doc, fieldKind, kindReport)
	doc.AddField(stored(fieldHead, packedHead))
	doc.AddField(stored(fieldOutline, packedOutline))
	return doc, nil
}

// turnDocument makes the document of an intervention, and counts its words.
func (m *maker) turnDocument(r *corpus.Report, in *corpus.Intervention, texts *textReader) (*document.Document, int) {
	language := in.Language
	if language == "" {
		language = r.Language
	}
	a := words.For(m.analysers, language)
	read, words, terms := texts.text(a, in.Text)
	doc := document.NewDocument(string(in.ID))
	doc.AddField(read)
	addField(doc, fieldAnalyser, a.Field)
	addField(doc, fieldTerms, strconv.Itoa(terms))
	for _, f := range m.keywords {
		values := f.Of(r, in)
		slices.Sort(values)
		for _, v := range slices.Compact(values) {
			addField(doc, f.Name, clean(v))
		}
	}
	doc.AddField(stored(fieldTurn, m.codec.packTurn(&turn{
		turnHead: headOf(in, words), Text: in.Text, Tags: in.Tags, Lines: in.Lines,
		Report: search.ReportRef{ID: r.ID, Title: r.Title, Date: r.Date},
	})))
	return doc, words
}

// clean makes a value safe for the doc values, whose separator is no UTF-8.
func clean(v string) string { return strings.ToValidUTF8(v, "\ufffd") }

func addField(doc *document.Document, name, value string) {
	doc.AddField(document.NewTextFieldCustom(name, nil, []byte(value), keywordOptions, nil))
}

func stored(name string, value []byte) document.Field {
	return document.NewTextFieldCustom(name, nil, value, storedOptions, nil)
}
