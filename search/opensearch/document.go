package opensearch

import (
	"slices"
	"strings"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/search/words"
)

// Fields of the index besides those of search.Fields and the texts. An intervention is
// a document, and so are a section and a report; all of a report are on one shard. One
// more document names the state of the index.
const (
	fieldKind     = "kind"
	fieldID       = "id"
	fieldAt       = "at"       // of a turn or section: its place in the report, from 1
	fieldAnalyser = "analyser" // the field that holds the text
	fieldWord     = "word"     // of a report: the words of its texts as written, folded
	fieldLabel    = "label"    // of a report: what it is looked for by
	fieldTurn     = "turn"     // stored: the intervention or section
	fieldHead     = "head"     // stored: the report without its turns
	fieldOutline  = "outline"  // stored: its sections and turns, without text
	fieldStamp    = "stamp"    // stored: the name of a state

	kindTurn    = "turn"
	kindSection = "section"
	kindReport  = "report"
	kindState   = "state"

	headPrefix = "report/"
	stateDoc   = "/_doc/report%2F" // which would be that of a report without an id
)

const (
	// gap stands for a word that is not in the index, so that what follows keeps its
	// place; no word is so.
	gap        = "_"
	maxTerm    = 200  // bytes of a term; OpenSearch takes 255 characters
	maxKeyword = 8000 // characters of a value
)

// folded is the field by which the values of another are looked up without regard to
// case and accents.
func folded(field string) string { return field + "_folded" }

// ofReports says whether a field has one term for a report. Such a term is long, and only
// of use beside those of all other reports: the id of the report stands for it.
func ofReports(field string) bool { return field == search.FieldForm || field == search.FieldWork }

func keywords() []search.Field {
	return slices.DeleteFunc(search.Fields(), func(f search.Field) bool { return f.Kind != search.Keyword })
}

// head is a report without its turns and sections.
type head struct {
	Report *corpus.Report `json:"report"`
	Source corpus.Source  `json:"source"`
}

func (h *head) report() *corpus.Report {
	h.Report.Source = h.Source
	return h.Report
}

// outline is what a report holds, without texts.
type outline struct {
	Sections []corpus.Section `json:"sections"`
	Turns    []turn           `json:"turns"`
}

// turn is an intervention or section as it is given back: the tags and the number of
// words have a form of their own, since that of the API drops some of it.
type turn struct {
	corpus.Intervention
	Tags  []corpus.Tag     `json:"tags"`
	Words int              `json:"words"`
	At    int              `json:"at"` // its place in the report, from 1
	Of    search.ReportRef `json:"of"`
}

func (t *turn) intervention() *corpus.Intervention {
	t.Intervention.Tags = t.Tags
	return &t.Intervention
}

// document is one document on its way into the index.
type document struct {
	id     string
	fields object
}

// documents makes the documents of a report, that of the report last: where it is,
// all the others are.
func (e *Engine) documents(r *corpus.Report) []document {
	var docs []document
	var out outline
	met := make(map[string]bool)
	for i := range r.Interventions {
		in := &r.Interventions[i]
		doc, t := e.text(r, in, kindTurn, i, met)
		docs = append(docs, doc)
		t.Text, t.Lines, t.Tags, t.Of = "", nil, nil, search.ReportRef{}
		out.Turns = append(out.Turns, t)
	}
	for i, s := range r.Sections {
		in := search.SectionTurn(r, i)
		doc, _ := e.text(r, &in, kindSection, i, met)
		docs = append(docs, doc)
		out.Sections = append(out.Sections, corpus.Section{Title: s.Title, Page: s.Page})
	}
	all := make([]string, 0, len(met))
	for w := range met {
		all = append(all, w)
	}
	fields := object{
		fieldKind: kindReport, fieldID: string(r.ID), search.FieldReport: clean(string(r.ID)), fieldWord: all,
		fieldLabel: label(r), fieldHead: head{Report: r, Source: r.Source}, fieldOutline: out,
	}
	if day := r.Date.First(); day != "" {
		fields[search.FieldDate] = day
	}
	return append(docs, document{id: headPrefix + string(r.ID), fields: fields})
}

// label is the words of a report's title and its id, as a facet looks for them.
func label(r *corpus.Report) []string {
	return []string{" " + strings.Join(search.FoldedWords(r.Title), " "), search.Fold(r.Title), search.Fold(string(r.ID))}
}

// text makes the document of an intervention or section.
func (e *Engine) text(r *corpus.Report, in *corpus.Intervention, kind string, at int, met map[string]bool) (document, turn) {
	language := in.Language
	if language == "" {
		language = r.Language
	}
	a := words.For(e.analysers, language)
	read, count := readText(a, in.Text, met)
	t := turn{Intervention: *in, Tags: in.Tags, Words: count, At: at + 1, Of: search.ReportRef{ID: r.ID, Title: r.Title, Date: r.Date}}
	t.Intervention.Tags = nil
	fields := object{
		fieldKind: kind, fieldID: string(in.ID), fieldAt: at + 1, fieldAnalyser: a.Field, a.Field: read, fieldTurn: t,
	}
	for _, f := range keywords() {
		addValues(fields, r, f, f.Of(r, in))
	}
	return document{id: string(in.ID), fields: fields}, t
}

// addValues adds the values of a field, and what they are looked up by.
func addValues(fields object, r *corpus.Report, f search.Field, of []string) {
	var values, keys []string
	for _, v := range of {
		values = append(values, clean(v))
		if f.Words {
			keys = append(keys, search.FoldedWords(v)...)
		} else {
			keys = append(keys, search.Fold(v))
		}
	}
	switch {
	case len(values) == 0:
	case ofReports(f.Name):
		fields[f.Name], fields[folded(f.Name)] = clean(string(r.ID)), values
	case f.Names != nil || f.Range:
		fields[f.Name] = values
	default:
		fields[f.Name], fields[folded(f.Name)] = values, keys
	}
}

// readText is a text as the index takes it: its terms, with a gap for each word that
// is none. The words that it is made of are added to those that were met.
func readText(a *words.Analyser, text string, met map[string]bool) (string, int) {
	var b strings.Builder
	count := 0
	words.Each(text, func(w words.Word) {
		count++
		word := w.Term()
		if !met[word] {
			met[strings.Clone(clip(word))] = true
		}
		if term := clip(a.Term(word)); term != "" {
			b.WriteString(term)
		} else {
			b.WriteString(gap)
		}
		b.WriteByte(' ')
	})
	return b.String(), count
}

// clip shortens what is too long for a term of the index.
func clip(term string) string {
	if len(term) <= maxTerm {
		return term
	}
	end := maxTerm
	for !utf8.RuneStart(term[end]) {
		end--
	}
	return term[:end]
}

func clean(v string) string { return strings.ToValidUTF8(v, "\ufffd") }
