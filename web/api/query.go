package api

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/search/query"
)

// Limits of a request. They bound its cost; nobody types this much.
const (
	DefaultSize  = 20  // hits on a page
	MaxValue     = 400 // code points of a value; of q: query.MaxLength
	MaxValues    = 100 // values of one facet
	FacetValues  = 10  // values counted of each facet in a search
	allYears     = 200
	maxCursor    = 2000
	maxQueryText = 16 << 10
)

// Query is a request that has been checked: ids are spelt as in the vocabulary,
// dates and numbers are in range. It is never changed once made; With, Without
// and their like return another one, and Encode writes it as the parameters that
// ParseRequest reads.
type Query struct {
	Text        string // q, as typed
	Node        query.Node
	Notices     []query.Notice
	Choices     map[string]Choice // by facet; a facet without a choice is not there
	CountryRole corpus.Relation   // "" is any
	From, To    corpus.Date
	Sort        search.Sort // "" when nobody asked: see Order
	Size        int
	Cursor      string
	PerReport   bool     // the best hit of each report alone
	Sections    bool     // the sections of reports instead of interventions
	OneForm     bool     // of a report that is held in several forms, one
	NoConcepts  bool     // names of the vocabulary in Text are words like others
	Facets      []string // nil is all of FacetNames
	Lang        string   // of labels, as asked for; "" leaves it to who answers
	Spread      string   // a facet of which MaxValues values are wanted; a matter of pages, which Encode leaves out

	labels string // language of labels when Lang is ""
	prefix string // of the facet that typeahead asks for
	values int    // wanted of each facet
	beyond bool   // one value more of each facet, which says whether there are more
	named  bool   // parts of names have become names: see Service.whole
}

// Choice is what is ticked and what is excluded in a facet.
type Choice struct {
	Any  []string
	None []string
}

func (c Choice) empty() bool { return len(c.Any)+len(c.None) == 0 }

// FacetNames lists the facets in the order in which they are shown. Each is also
// the name of a parameter, and with a minus in front of the one that excludes.
func FacetNames() []string {
	return []string{
		string(corpus.RCP), string(corpus.Country), search.FieldSpeaker, string(corpus.Organisation),
		string(corpus.Theme), string(corpus.Act), search.FieldYear, search.FieldReport, search.FieldSession, search.FieldLanguage,
	}
}

// Order is the order of the hits: as asked for, or else the best first when
// there are words to match and the newest first when there are none.
func (q *Query) Order() search.Sort {
	switch {
	case q.Sort != "":
		return q.Sort
	case q.Node == nil:
		return search.ByDateDesc
	default:
		return search.ByRelevance
	}
}

// Request is the query in the engine's terms.
func (q *Query) Request() search.Request {
	req := search.Request{Query: q.Node, Sort: q.Order(), Size: q.Size, Cursor: q.Cursor, PerReport: q.PerReport, Sections: q.Sections}
	for _, name := range FacetNames() {
		if c, ok := q.Choices[name]; ok {
			req.Filters = append(req.Filters, search.Filter{Field: q.field(name), Any: c.Any, None: c.None})
		}
	}
	if q.From != "" || q.To != "" {
		req.Filters = append(req.Filters, search.Filter{Field: search.FieldDate, From: q.From.First(), To: q.To.Last()})
	}
	if q.OneForm && len(q.Choices[search.FieldReport].Any) == 0 { // who names a report means that form of it
		req.Filters = append(req.Filters, search.Filter{Field: search.FieldForm, None: []string{search.FormOther}})
	}
	for _, name := range q.facets() {
		req.Facets = append(req.Facets, search.FacetRequest{Field: q.field(name), Prefix: q.prefix, Size: q.wanted(name)})
	}
	return req
}

func (q *Query) facets() []string {
	if q.Facets == nil {
		return FacetNames()
	}
	return q.Facets
}

// wanted is how many values of a facet are counted. Years are all counted: they
// make a histogram.
func (q *Query) wanted(facet string) int {
	switch {
	case facet == q.Spread:
		return MaxValues
	case facet == search.FieldYear && q.values == FacetValues:
		return allYears
	case q.beyond:
		return q.values + 1
	default:
		return q.values
	}
}

// Spreading asks for the values of one facet, "" for none, as far as they are told;
// and of each other for one value more than FacetValues, where there is one.
func (q *Query) Spreading(facet string) *Query {
	return q.first(func(n *Query) { n.Spread, n.beyond = facet, true })
}

// field is the engine's field behind a facet: countries are asked by role.
func (q *Query) field(facet string) string {
	if facet != string(corpus.Country) {
		return facet
	}
	switch q.CountryRole {
	case corpus.SpeaksFor:
		return search.FieldCountrySpeaks
	case corpus.Mentioned:
		return search.FieldCountryMentioned
	case corpus.About: // is said of RCPs, not of countries
	}
	return facet
}

// Labelled has its labels in a language, unless another was asked for.
func (q *Query) Labelled(lang string) *Query {
	n := *q
	n.labels = lang
	return &n
}

// language is that of the labels.
func (q *Query) language() string { return cmp.Or(q.Lang, q.labels, "en") }

// Counting asks for no hits, and for so many values of each facet.
func (q *Query) Counting(values int) *Query {
	return q.first(func(n *Query) { n.Size, n.values = 0, values })
}

// Narrowed says whether anything but the words of q restricts the answer.
func (q *Query) Narrowed() bool { return len(q.Choices) > 0 || q.From != "" || q.To != "" }

// Has says whether a value is ticked in a facet.
func (q *Query) Has(facet, value string) bool { return slices.Contains(q.Choices[facet].Any, value) }

// With ticks a value.
func (q *Query) With(facet, value string) *Query {
	return q.Without(facet, value).choose(facet, func(c *Choice) { c.Any = append(c.Any, value) })
}

// Excluding excludes a value.
func (q *Query) Excluding(facet, value string) *Query {
	return q.Without(facet, value).choose(facet, func(c *Choice) { c.None = append(c.None, value) })
}

// Without neither ticks nor excludes a value.
func (q *Query) Without(facet, value string) *Query {
	other := func(v string) bool { return v == value }
	return q.choose(facet, func(c *Choice) {
		c.Any, c.None = slices.DeleteFunc(c.Any, other), slices.DeleteFunc(c.None, other)
	})
}

// Clear takes everything out of a facet.
func (q *Query) Clear(facet string) *Query {
	return q.choose(facet, func(c *Choice) { *c = Choice{} })
}

// Unfiltered keeps the words alone.
func (q *Query) Unfiltered() *Query {
	return q.first(func(n *Query) { n.Choices, n.CountryRole, n.From, n.To = nil, "", "", "" })
}

// Undated leaves From and To out.
func (q *Query) Undated() *Query { return q.first(func(n *Query) { n.From, n.To = "", "" }) }

// AsRole asks for countries in one role, or in any.
func (q *Query) AsRole(role corpus.Relation) *Query {
	return q.first(func(n *Query) { n.CountryRole = role })
}

// Sorted asks for an order.
func (q *Query) Sorted(by search.Sort) *Query { return q.first(func(n *Query) { n.Sort = by }) }

// Grouped shows the best hit of each report alone, or every hit.
func (q *Query) Grouped(byReport bool) *Query {
	return q.first(func(n *Query) { n.PerReport = byReport })
}

// Within looks at the sections of reports, or at interventions.
func (q *Query) Within(sections bool) *Query {
	return q.first(func(n *Query) { n.Sections = sections })
}

// Forms counts a report in each form in which it is held, or in one.
func (q *Query) Forms(one bool) *Query { return q.first(func(n *Query) { n.OneForm = one }) }

// Literally takes names of the vocabulary for words like others, or for all that
// they name.
func (q *Query) Literally(literal bool) *Query {
	return q.first(func(n *Query) { n.NoConcepts = literal })
}

// Saying has other words. It is only good for Encode: its tree is not parsed.
func (q *Query) Saying(text string) *Query { return q.first(func(n *Query) { n.Text = text }) }

// After is the page behind a cursor; "" is the first.
func (q *Query) After(cursor string) *Query { return q.first(func(n *Query) { n.Cursor = cursor }) }

// Paged is the page behind a cursor, of so many hits, with all facets.
func (q *Query) Paged(cursor string, size int) *Query {
	return q.first(func(n *Query) { n.Cursor, n.Size, n.Facets = cursor, size, nil })
}

func (q *Query) sized(size int) *Query { return q.first(func(n *Query) { n.Size = size }) }

// first is a changed copy, on its first page: another search begins at its
// beginning.
func (q *Query) first(change func(*Query)) *Query {
	n := *q
	n.Cursor = ""
	change(&n)
	return &n
}

func (q *Query) choose(facet string, change func(*Choice)) *Query {
	return q.first(func(n *Query) {
		n.named = n.named && facet != search.FieldSpeaker && facet != search.FieldSession
		n.Choices = make(map[string]Choice, len(q.Choices)+1)
		for name, c := range q.Choices {
			n.Choices[name] = c
		}
		c := Choice{Any: slices.Clone(q.Choices[facet].Any), None: slices.Clone(q.Choices[facet].None)}
		change(&c)
		if c.empty() {
			delete(n.Choices, facet)
		} else {
			n.Choices[facet] = c
		}
	})
}

// Encode writes the parameters that ParseRequest reads, in one order and without
// those that say nothing, so that equal searches have equal URLs.
func (q *Query) Encode() string {
	var e encoder
	e.add("q", q.Text)
	if q.NoConcepts {
		e.pair("concepts", conceptsOff)
	}
	for _, name := range FacetNames() {
		c := q.Choices[name]
		e.add(name, c.Any...)
		e.add("-"+name, c.None...)
	}
	e.add("country_role", string(q.CountryRole))
	e.add("from", string(q.From))
	e.add("to", string(q.To))
	if q.Sections {
		e.pair("in", inSections)
	}
	if q.OneForm {
		e.pair(FormsParameter, formsOne)
	}
	e.add("sort", string(q.Sort))
	if q.PerReport {
		e.pair("group", groupReport)
	}
	if q.Size != DefaultSize {
		e.add("size", strconv.Itoa(q.Size))
	}
	if q.Facets != nil {
		e.pair("facets", strings.Join(q.Facets, ","))
	}
	e.add("cursor", q.Cursor)
	e.add("lang", q.Lang)
	return strings.Join(e.pairs, "&")
}

// encoder writes a query string.
type encoder struct{ pairs []string }

func (e *encoder) add(name string, values ...string) {
	for _, v := range values {
		if v != "" {
			e.pair(name, v)
		}
	}
}

func (e *encoder) pair(name, value string) {
	e.pairs = append(e.pairs, url.QueryEscape(name)+"="+url.QueryEscape(value))
}
