package api

import (
	"net/url"
	"strconv"
	"strings"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/search/query"
)

// Answer is what a search answers, in the form of the API.
type Answer struct {
	Query        Echo               `json:"query"`
	Total        int                `json:"total"`         // interventions that match
	TotalReports int                `json:"total_reports"` // reports that they belong to
	TookMS       int64              `json:"took_ms"`       // of the engine
	Hits         []Hit              `json:"hits"`
	Facets       map[string][]Value `json:"facets"`
	Suggestion   *string            `json:"suggestion"`       // q without its misspellings, or null
	Partly       []Hit              `json:"partly,omitempty"` // when few match: others with some of the words, which the total leaves out
	Begun        *Fewer             `json:"begun,omitempty"`  // when nothing matches: q with its last word as the beginning of one, if that finds something
	Fewer        []Fewer            `json:"fewer,omitempty"`  // when nothing matches: q without one of its words, if that finds something
	Next         *string            `json:"next"`             // cursor of the next page

	// Asked is the query that was run: parts of names have become names.
	Asked *Query `json:"-"`
}

// Echo says what the request was taken to mean.
type Echo struct {
	Q           string                `json:"q"`
	Parsed      string                `json:"parsed"`     // q as it was read, in the query language
	Understood  []Understood          `json:"understood"` // concepts and fields in q
	Concepts    bool                  `json:"concepts"`   // whether names in q stand for all that they name
	Filters     map[string]FilterEcho `json:"filters"`    // by facet
	CountryRole *corpus.Relation      `json:"country_role"`
	From        corpus.Date           `json:"from"`
	To          corpus.Date           `json:"to"`
	Sort        search.Sort           `json:"sort"`
	In          string                `json:"in"`    // interventions, or sections
	Forms       string                `json:"forms"` // all, or one of each report that is held in several
	Group       *string               `json:"group"` // "report": the best hit of each report alone
	Size        int                   `json:"size"`
	Notices     []query.Notice        `json:"notices"`
}

// FilterEcho is the choice in a facet.
type FilterEcho struct {
	Any  []Named `json:"any"`
	None []Named `json:"none"`
}

// Named is a value with its label.
type Named struct {
	Value string `json:"value"`
	Label string `json:"label"`
}

// SectionRef names a part of a report that is nobody's turn.
type SectionRef struct {
	Title string `json:"title"`
	N     int    `json:"n"` // number in the report, from 1
}

// Hit is one intervention, or one section.
type Hit struct {
	ID       corpus.InterventionID    `json:"id"`
	Score    float64                  `json:"score"`
	Report   search.ReportRef         `json:"report"`
	Session  *corpus.Session          `json:"session"`
	Section  *SectionRef              `json:"section,omitempty"` // with in=sections
	Speaker  corpus.Speaker           `json:"speaker"`
	Country  *string                  `json:"country"` // the State spoken for
	Language string                   `json:"language"`
	Page     int                      `json:"page"` // of the first passage
	Passages []search.Passage         `json:"passages"`
	Tags     map[corpus.Kind][]string `json:"tags"` // ids
	URL      string                   `json:"url"`
	InReport int                      `json:"in_report,omitempty"` // grouped: the hits of its report, this one included
}

// Value is one value of a facet.
type Value struct {
	Value    string `json:"value"`
	Label    string `json:"label"`
	Count    int    `json:"count"`
	Selected bool   `json:"selected"`
	Excluded bool   `json:"excluded,omitempty"`
}

// NewAnswer puts a result into the form of the API.
func NewAnswer(q *Query, res *search.Result, label Labeller) *Answer {
	a := &Answer{
		Query: newEcho(q, label), Total: res.Total, TotalReports: res.TotalReports,
		TookMS: res.Took.Milliseconds(), Hits: []Hit{}, Facets: make(map[string][]Value),
		Suggestion: orNull(res.Suggestion), Next: orNull(res.Next), Asked: q,
	}
	for i := range res.Hits {
		a.Hits = append(a.Hits, newHit(&res.Hits[i]))
	}
	for _, name := range q.facets() {
		values := []Value{}
		for _, c := range res.Facets[q.field(name)] {
			values = append(values, Value{
				Value: c.Value, Label: label(name, c.Value), Count: c.Count, Selected: c.Selected, Excluded: c.Excluded,
			})
		}
		a.Facets[name] = values
	}
	return a
}

func newEcho(q *Query, label Labeller) Echo {
	e := Echo{
		Q: q.Text, Understood: []Understood{}, Concepts: !q.NoConcepts, Filters: make(map[string]FilterEcho),
		From: q.From, To: q.To, Sort: q.Order(), Size: q.Size, Notices: q.Notices,
	}
	if q.Node != nil {
		e.Parsed, e.Understood = q.Node.String(), understood(q.Node, label)
	}
	if q.CountryRole != "" {
		e.CountryRole = &q.CountryRole
	}
	e.In = inInterventions
	if q.Sections {
		e.In = inSections
	}
	e.Forms = FormsAll
	if q.OneForm {
		e.Forms = formsOne
	}
	if q.PerReport {
		group := groupReport
		e.Group = &group
	}
	if e.Notices == nil {
		e.Notices = []query.Notice{}
	}
	for facet, c := range q.Choices {
		e.Filters[facet] = FilterEcho{Any: named(facet, c.Any, label), None: named(facet, c.None, label)}
	}
	return e
}

func named(facet string, values []string, label Labeller) []Named {
	out := []Named{}
	for _, v := range values {
		out = append(out, Named{Value: v, Label: label(facet, v)})
	}
	return out
}

func newHit(h *search.Hit) Hit {
	out := Hit{
		ID: h.ID, Score: h.Score, Report: h.Report, Session: h.Session, Speaker: h.Speaker,
		Country: orNull(h.Speaker.Country), Language: h.Language, Page: h.Page, Passages: []search.Passage{},
		Tags: make(map[corpus.Kind][]string), URL: InterventionPath(h.ID), InReport: h.InReport,
	}
	if strings.HasPrefix(string(h.ID), search.SectionPrefix) {
		out.Section = &SectionRef{Title: h.Section, N: h.N}
		out.URL = SectionPath(h.Report.ID, h.N)
	}
	for _, k := range corpus.Kinds() {
		out.Tags[k] = append([]string{}, h.Tags[k]...)
	}
	for _, p := range h.Passages {
		if p.Marks == nil {
			p.Marks = [][2]int{}
		}
		out.Passages = append(out.Passages, p)
	}
	return out
}

// InterventionPath is the page of an intervention. It never changes: officers
// cite it.
func InterventionPath(id corpus.InterventionID) string {
	return "/interventions/" + url.PathEscape(string(id))
}

// ReportPath is the page of a report.
func ReportPath(id corpus.ReportID) string { return "/reports/" + url.PathEscape(string(id)) }

// SectionPath is where a section stands on the page of its report.
func SectionPath(report corpus.ReportID, n int) string {
	return ReportPath(report) + "#" + SectionAnchor(n)
}

// SectionAnchor is the name of a section on the page of its report.
func SectionAnchor(n int) string { return "part-" + strconv.Itoa(n) }

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
