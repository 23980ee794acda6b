package api

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/search"
	"briefsearch/search/query"
)

type parseFunc func(url.Values, *vocabulary.Vocabulary) (*Query, error)

// single lists the parameters of a search that may be given once. The others
// are the facets, and the facets with a minus.
var single = []string{"q", "country_role", "from", "to", "sort", "group", "size", "cursor", "facets", "lang"}

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
	return parseRequest(values, v, single)
}

// parseFacet reads the request for the values of one facet: a search that wants
// no hits, and the beginning of the values.
func parseFacet(facet string) parseFunc {
	return func(values url.Values, v *vocabulary.Vocabulary) (*Query, error) {
		q, err := parseRequest(values, v, []string{"q", "country_role", "from", "to", "size", "prefix", "lang"})
		if err != nil {
			return nil, err
		}
		q.prefix, q.values = strings.TrimSpace(values.Get("prefix")), q.Size
		q.Facets, q.Size = []string{facet}, 0
		return q, nil
	}
}

func parseRequest(values url.Values, v *vocabulary.Vocabulary, single []string) (*Query, error) {
	if err := checkParameters(values, single); err != nil {
		return nil, err
	}
	q := &Query{Size: DefaultSize, values: facetValues, Cursor: values.Get("cursor")}
	for _, read := range []func(*Query, url.Values) error{
		readWords(v), readChoices(v), readCountryRole, readDates, readSort, readGroup, readSize, readFacets, readLang,
	} {
		if err := read(q, values); err != nil {
			return nil, err
		}
	}
	return q, nil
}

// checkParameters holds every parameter to its name, number and length, the
// names in order so that the same request always gets the same answer.
func checkParameters(values url.Values, single []string) error {
	names := make([]string, 0, len(values))
	for name := range values {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		known, multiple := slices.Contains(single, name), slices.Contains(FacetNames(), strings.TrimPrefix(name, "-"))
		switch n := len(values[name]); {
		case !known && !multiple:
			return unknownParameter(name, single)
		case known && n > 1:
			return invalid(name, fmt.Errorf("it is given %d times", n), "Give it once.")
		case n > MaxValues:
			return invalid(name, fmt.Errorf("it has %d values", n), fmt.Sprintf("At most %d values are taken.", MaxValues))
		}
		for _, value := range values[name] {
			if err := checkText(name, value); err != nil {
				return err
			}
		}
	}
	return nil
}

func unknownParameter(name string, single []string) error {
	all := slices.Concat(single, FacetNames())
	hint := "The parameters are " + strings.Join(all, ", ") + ", and each facet with a minus to exclude."
	if near := nearest(strings.ToLower(strings.TrimPrefix(name, "-")), slices.Values(all)); near != "" {
		hint = fmt.Sprintf("Did you mean %q?", near)
	}
	name = strings.ToValidUTF8(name, "\uFFFD")
	return invalid(name, errors.New("there is no such parameter"), hint)
}

func checkText(name, value string) error {
	limit := MaxValue
	switch name {
	case "q":
		limit = query.MaxLength
	case "cursor":
		limit = maxCursor
	}
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
			q.Node, q.Notices = query.Parse(q.Text, v, query.Options{})
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

func readCountryRole(q *Query, values url.Values) error {
	role := corpus.Relation(values.Get("country_role"))
	if !slices.Contains([]corpus.Relation{"", corpus.SpeaksFor, corpus.Mentioned}, role) {
		return invalid("country_role", fmt.Errorf("there is no role %q", role), "Use speaks_for or mentioned.")
	}
	q.CountryRole = role
	return nil
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

func readSort(q *Query, values url.Values) error {
	switch by := search.Sort(values.Get("sort")); by {
	case "", search.ByRelevance, search.ByDate, search.ByDateDesc:
		q.Sort = by
		return nil
	default:
		return invalid("sort", fmt.Errorf("there is no order %q", by), "Use relevance, date or -date.")
	}
}

// groupReport is the value of group that shows one hit of each report.
const groupReport = "report"

func readGroup(q *Query, values url.Values) error {
	group := values.Get("group")
	if group != "" && group != groupReport {
		return invalid("group", fmt.Errorf("hits cannot be grouped by %q", group), "Use report.")
	}
	q.PerReport = group != ""
	return nil
}

func readSize(q *Query, values url.Values) error {
	text := values.Get("size")
	if text == "" {
		return nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 || n > search.MaxSize {
		return invalid("size", fmt.Errorf("%q is not a number from 0 to %d", text, search.MaxSize), "Get more by following next.")
	}
	q.Size = n
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

func readLang(q *Query, values url.Values) (err error) {
	q.Lang, err = languageOf(values)
	return err
}

// languageOf is the language that labels are wanted in, or "".
func languageOf(values url.Values) (string, error) {
	lang := values.Get("lang")
	if lang != "" && !languageTag.MatchString(lang) {
		return "", invalid("lang", fmt.Errorf("%q is not a language tag", lang), "Write for instance en, fr or es.")
	}
	primary, _, _ := strings.Cut(strings.ToLower(lang), "-")
	return primary, nil
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
