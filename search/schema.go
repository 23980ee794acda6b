package search

import (
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/search/query"
)

// SchemaVersion changes when an index that was written before can no longer be
// read rightly. An engine refuses another version with a Conflict whose hint
// says to index again.
const SchemaVersion = 6

// FieldKind is how a field is analysed; every engine derives its mapping from it.
type FieldKind uint8

// The kinds of field.
const (
	Text    FieldKind = iota + 1 // words, scored and marked
	Keyword                      // exact values: filter and facet
)

// Field is one field of the index.
type Field struct {
	Name  string // as in the query language, the API's parameters and the facets
	Kind  FieldKind
	Boost float64 // of a text field in a search without a field
	Facet bool    // may be counted
	Range bool    // may be filtered by From and To
	Words bool    // a query may name a value by some of its words
	Of    func(*corpus.Report, *corpus.Intervention) []string
	// Names gives the values that terms stand for, when all terms of the index
	// are seen together: several may have one value. nil: each is its own.
	Names func(terms []string) []string
}

// Names of the fields that code refers to.
const (
	FieldText     = "text"
	FieldSpeaker  = "speaker"
	FieldReport   = "report"
	FieldSession  = "session"
	FieldYear     = "year"
	FieldLanguage = "language"
	FieldDate     = "date"
	FieldForm     = "form" // FormFirst or FormOther
	FieldWork     = "work" // the id of the report that is the first form of the work
	// FieldCountrySpeaks and FieldCountryMentioned are the country facet
	// split by role.
	FieldCountrySpeaks    = "country_speaks_for"
	FieldCountryMentioned = "country_mentioned"
)

// Fields is the schema: the one list that engines, the query language and the
// web read.
func Fields() []Field {
	fields := []Field{
		{Name: FieldText, Kind: Text, Boost: 1, Of: func(_ *corpus.Report, in *corpus.Intervention) []string {
			return []string{in.Text}
		}},
		{Name: FieldSpeaker, Kind: Keyword, Facet: true, Words: true, Names: People, Of: func(_ *corpus.Report, in *corpus.Intervention) []string {
			return nonEmpty(speakerTerm(in))
		}},
		{Name: FieldReport, Kind: Keyword, Facet: true, Of: func(r *corpus.Report, _ *corpus.Intervention) []string {
			return []string{string(r.ID)}
		}},
		{Name: FieldSession, Kind: Keyword, Facet: true, Words: true, Of: func(_ *corpus.Report, in *corpus.Intervention) []string {
			if in.Session == nil {
				return nil
			}
			return nonEmpty(in.Session.Title)
		}},
		{Name: FieldYear, Kind: Keyword, Facet: true, Of: func(r *corpus.Report, _ *corpus.Intervention) []string {
			return nonEmpty(r.Date.Year())
		}},
		{Name: FieldLanguage, Kind: Keyword, Facet: true, Of: func(_ *corpus.Report, in *corpus.Intervention) []string {
			return nonEmpty(in.Language)
		}},
		{Name: FieldDate, Kind: Keyword, Range: true, Of: func(r *corpus.Report, _ *corpus.Intervention) []string {
			return nonEmpty(r.Date.First())
		}},
		{Name: FieldForm, Kind: Keyword, Facet: true, Names: formsByTerm, Of: ofForm},
		{Name: FieldWork, Kind: Keyword, Facet: true, Names: worksByTerm, Of: ofForm},
		{Name: FieldCountrySpeaks, Kind: Keyword, Facet: true, Of: countriesAs(corpus.SpeaksFor)},
		{Name: FieldCountryMentioned, Kind: Keyword, Facet: true, Of: countriesAs(corpus.Mentioned)},
	}
	for _, k := range corpus.Kinds() {
		fields = append(fields, Field{
			Name: string(k), Kind: Keyword, Facet: true,
			Of: func(_ *corpus.Report, in *corpus.Intervention) []string { return withBroader(k, in.Tags.IDs(k)) },
		})
	}
	return fields
}

// FieldByName returns the field of a name, and whether there is one.
func FieldByName(name string) (Field, bool) {
	for _, f := range Fields() {
		if f.Name == name {
			return f, true
		}
	}
	return Field{}, false
}

func ofForm(r *corpus.Report, _ *corpus.Intervention) []string { return nonEmpty(formTerm(r)) }

func countriesAs(role corpus.Relation) func(*corpus.Report, *corpus.Intervention) []string {
	return func(_ *corpus.Report, in *corpus.Intervention) []string {
		var ids []string
		for _, t := range in.Tags {
			if t.Kind == corpus.Country && t.Has(role) {
				ids = append(ids, t.ID)
			}
		}
		return ids
	}
}

// withBroader adds the broader entries of the vocabulary: who filters by labour
// migration wants recruitment too, and a facet counts both under it.
func withBroader(k corpus.Kind, ids []string) []string {
	v, err := vocabulary.Default()
	if err != nil || k != corpus.Theme {
		return ids
	}
	for i := 0; i < len(ids); i++ { // what is added is looked at as well
		if e, ok := v.Entry(k, ids[i]); ok && e.Broader != "" && !slices.Contains(ids, e.Broader) {
			ids = append(ids, e.Broader)
		}
	}
	return ids
}

func nonEmpty(s string) []string {
	if s = strings.TrimSpace(s); s == "" {
		return nil
	}
	return []string{s}
}

// ValueMatches says whether a value of a keyword field is one that a part of a
// query means: in its range, or equal but for case and accents, or, of a field
// with Words, with all of its words.
func ValueMatches(f Field, value string, asked query.Field) bool { return Meant(f, asked)(value) }

// Meant is ValueMatches for many values: what is asked is read once.
func Meant(f Field, asked query.Field) func(value string) bool {
	if asked.Value == "" {
		return func(value string) bool {
			return (asked.From == "" || value >= asked.From) && (asked.To == "" || value[:min(len(value), len(asked.To))] <= asked.To)
		}
	}
	whole, wanted := Fold(asked.Value), FoldedWords(asked.Value)
	if !f.Words {
		return func(value string) bool { return Fold(value) == whole }
	}
	return func(value string) bool {
		// To cut a value into words costs more than to look into it.
		folded := Fold(value)
		missing := func(w string) bool { return !strings.Contains(folded, w) }
		if len(wanted) == 0 || slices.ContainsFunc(wanted, missing) {
			return false
		}
		words := FoldedWords(value)
		return !slices.ContainsFunc(wanted, func(w string) bool { return !slices.Contains(words, w) })
	}
}
