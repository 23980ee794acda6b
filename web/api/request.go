package api

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/search"
	"briefsearch/search/query"
)

// ParseQuery reads the text behind the question mark. Unlike url.ParseQuery it
// takes a semicolon for a semicolon, and names the parameter that is not well
// formed.
func ParseQuery(raw string) (url.Values, error) {
	if len(raw) > maxQueryText {
		return nil, invalid("q", fmt.Errorf("the request is longer than %d bytes", maxQueryText), "Ask for less at a time.")
	}
	values := make(url.Values)
	for pair := range strings.SplitSeq(raw, "&") {
		if pair == "" {
			continue
		}
		name, value, _ := strings.Cut(pair, "=")
		n, err := url.QueryUnescape(name)
		if err == nil {
			value, err = url.QueryUnescape(value)
		}
		if err != nil {
			return nil, invalid(strings.ToValidUTF8(name, "\uFFFD"), err, "Write % as %25.")
		}
		values[n] = append(values[n], value)
	}
	return values, nil
}

// ParseRequest checks the parameters of a search and resolves what they name by
// the vocabulary: an id in any case, a label or an alias in any language. Its
// error is a *corpus.Error that is Invalid and whose File is the parameter.
func ParseRequest(values url.Values, v *vocabulary.Vocabulary) (*Query, error) {
	values, err := check(values, searchParams)
	if err != nil {
		return nil, err
	}
	return newQuery(values, v)
}

// groupReport is the value of group that shows one hit of each report.
const groupReport = "report"

// The values of concepts.
const (
	conceptsOn  = "on"
	conceptsOff = "off"
)

// The values of in.
const (
	inInterventions = "interventions"
	inSections      = "sections"
)

// FormsParameter says how a report counts that is held in several forms.
const FormsParameter = "forms"

// The values of forms.
const (
	FormsAll = "all" // it counts in each
	formsOne = "one"
)

// newQuery is the search that checked parameters ask for.
func newQuery(values url.Values, v *vocabulary.Vocabulary) (*Query, error) {
	q := &Query{
		Size: sizeOf(values), values: FacetValues, Cursor: values.Get("cursor"),
		CountryRole: corpus.Relation(values.Get("country_role")), Sort: search.Sort(values.Get("sort")), PerReport: values.Get("group") == groupReport,
		Sections: values.Get("in") == inSections, OneForm: values.Get(FormsParameter) == formsOne, NoConcepts: values.Get("concepts") == conceptsOff, Lang: languageOf(values),
	}
	for _, read := range []func(*Query, url.Values) error{readWords(v), readChoices(v), readDates, readFacets} {
		if err := read(q, values); err != nil {
			return nil, err
		}
	}
	return q, nil
}

func checkText(name, value string, limit int) error {
	switch {
	case !utf8.ValidString(value):
		return invalid(name, errors.New("it is not valid UTF-8"), "Percent-encode the text as UTF-8.")
	case strings.IndexFunc(value, func(r rune) bool { return unicode.IsControl(r) && !unicode.IsSpace(r) }) >= 0:
		return invalid(name, errors.New("it holds a control character"), "Take the character out.")
	case utf8.RuneCountInString(value) > limit:
		return invalid(name, fmt.Errorf("it is longer than %d characters", limit), "Make it shorter.")
	}
	return nil
}

func readWords(v *vocabulary.Vocabulary) func(*Query, url.Values) error {
	return func(q *Query, values url.Values) error {
		q.Text = strings.TrimSpace(values.Get("q"))
		if err := query.Check(q.Text); err != nil {
			return err
		}
		if q.Text != "" {
			q.Node, q.Notices = query.Parse(q.Text, v, query.Options{NoConcepts: q.NoConcepts})
		}
		return nil
	}
}

func readChoices(v *vocabulary.Vocabulary) func(*Query, url.Values) error {
	return func(q *Query, values url.Values) error {
		for _, facet := range FacetNames() {
			var c Choice
			var err error
			if c.Any, err = resolveAll(v, facet, facet, values[facet]); err != nil {
				return err
			}
			if c.None, err = resolveAll(v, facet, "-"+facet, values["-"+facet]); err != nil {
				return err
			}
			if c.empty() {
				continue
			}
			if q.Choices == nil {
				q.Choices = make(map[string]Choice)
			}
			q.Choices[facet] = c
		}
		return nil
	}
}

// resolveAll resolves the values of a parameter, each once. Blank ones are what
// an empty box of a form sends, and count for nothing.
func resolveAll(v *vocabulary.Vocabulary, facet, parameter string, values []string) ([]string, error) {
	var out []string
	for _, value := range values {
		if value = strings.TrimSpace(value); value == "" {
			continue
		}
		id, err := resolve(v, facet, value)
		if err != nil {
			err.File = parameter
			return nil, err
		}
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out, nil
}

func readDates(q *Query, values url.Values) error {
	for _, end := range []struct {
		name string
		date *corpus.Date
	}{{"from", &q.From}, {"to", &q.To}} {
		d, err := corpus.ParseDate(strings.TrimSpace(values.Get(end.name)))
		if err != nil {
			return invalid(end.name, err, "Write for instance 2006-06-20, 2006-06 or 2006.")
		}
		*end.date = d
	}
	if q.From != "" && q.To != "" && q.From.First() > q.To.Last() {
		return invalid("from", fmt.Errorf("it is %s, after to, which is %s", q.From, q.To), "Exchange from and to.")
	}
	return nil
}

func readFacets(q *Query, values url.Values) error {
	if !values.Has("facets") {
		return nil
	}
	q.Facets = []string{}
	for name := range strings.SplitSeq(values.Get("facets"), ",") {
		if name = strings.TrimSpace(name); name == "" || slices.Contains(q.Facets, name) {
			continue
		}
		if err := checkFacet("facets", name); err != nil {
			return err
		}
		q.Facets = append(q.Facets, name)
	}
	return nil
}

// languageOf is the language that labels are wanted in, or "".
func languageOf(values url.Values) string {
	primary, _, _ := strings.Cut(strings.ToLower(values.Get("lang")), "-")
	return primary
}

func checkFacet(parameter, name string) error {
	if slices.Contains(FacetNames(), name) {
		return nil
	}
	hint := "The facets are " + strings.Join(FacetNames(), ", ") + "."
	if near := nearest(strings.ToLower(name), slices.Values(FacetNames())); near != "" {
		hint = fmt.Sprintf("Did you mean %q?", near)
	}
	return invalid(parameter, fmt.Errorf("there is no facet %q", name), hint)
}
