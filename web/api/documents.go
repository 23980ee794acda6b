package api

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/search"
)

// Intervention is an intervention whole: the object of `inspect`, and what
// stands around it.
type Intervention struct {
	*corpus.Intervention
	Report     *corpus.Report `json:"report"` // the head alone
	Neighbours Neighbours     `json:"neighbours"`
	URL        string         `json:"url"`
}

// Neighbours are the turns before and after.
type Neighbours struct {
	Previous *Neighbour `json:"previous"`
	Next     *Neighbour `json:"next"`
}

// Neighbour names a turn.
type Neighbour struct {
	ID      corpus.InterventionID `json:"id"`
	Speaker corpus.Speaker        `json:"speaker"`
	URL     string                `json:"url"`
}

// NewIntervention puts a turn into the form of the API.
func NewIntervention(t *search.Turn) *Intervention {
	in := *t.Intervention
	in.Lines = nil // the geometry of the original; bulky, and of no use without the file
	return &Intervention{
		Intervention: &in, Report: details(t.Report), URL: InterventionPath(in.ID),
		Neighbours: Neighbours{Previous: newNeighbour(t.Previous), Next: newNeighbour(t.Next)},
	}
}

func newNeighbour(n *search.Neighbour) *Neighbour {
	if n == nil {
		return nil
	}
	return &Neighbour{ID: n.ID, Speaker: n.Speaker, URL: InterventionPath(n.ID)}
}

func (h *handler) intervention(c *gin.Context, _ url.Values) {
	turn, err := h.service.Turn(c.Request.Context(), c.Param("id"))
	if err != nil {
		fail(c, err)
		return
	}
	reply(c, NewIntervention(turn), nil)
}

// details are what is known of a report, with an empty list where there is none.
func details(r *corpus.Report) *corpus.Report {
	if r.Organisers != nil {
		return r
	}
	out := *r
	out.Organisers = []string{}
	return &out
}

// ReportHead is a report in a list.
type ReportHead struct {
	*corpus.Report
	URL string `json:"url"`
}

// ReportList is a page of the list of reports.
type ReportList struct {
	Total   int          `json:"total"`
	Reports []ReportHead `json:"reports"`
	Next    *string      `json:"next"`
}

func (h *handler) reports(c *gin.Context, values url.Values) {
	page, next, total, err := h.service.FindReports(c.Request.Context(), values.Get("q"), values.Get("cursor"), sizeOf(values))
	list := ReportList{Total: total, Reports: []ReportHead{}, Next: orNull(next)}
	for _, r := range page {
		list.Reports = append(list.Reports, ReportHead{Report: details(r), URL: ReportPath(r.ID)})
	}
	reply(c, list, err)
}

// Report is a report with its outline.
type Report struct {
	*corpus.Report
	File          string           `json:"file"`   // name of the file it was read from
	SHA256        string           `json:"sha256"` // of that file
	Sections      []corpus.Section `json:"sections"`
	Sessions      []corpus.Session `json:"sessions"`
	Interventions []TurnHead       `json:"interventions"`
	OtherForms    []OtherForm      `json:"other_forms"` // reports that hold the same text, from other files
	URL           string           `json:"url"`
}

// OtherForm is a report that holds the same text as another.
type OtherForm struct {
	ID   corpus.ReportID `json:"id"`
	File string          `json:"file"` // name of the file it was read from
	URL  string          `json:"url"`
}

// TurnHead is an intervention in the outline of its report.
type TurnHead struct {
	ID       corpus.InterventionID `json:"id"`
	N        int                   `json:"n"`
	Session  *int                  `json:"session"` // number
	Speaker  corpus.Speaker        `json:"speaker"`
	PageFrom int                   `json:"page_from"`
	PageTo   int                   `json:"page_to"`
	URL      string                `json:"url"`
}

// NewReport puts a report into the form of the API.
func NewReport(r *corpus.Report) *Report {
	out := &Report{
		Report: details(r), File: r.Source.File, SHA256: r.Source.SHA256, Sections: append([]corpus.Section{}, r.Sections...),
		Sessions: []corpus.Session{}, Interventions: []TurnHead{}, OtherForms: []OtherForm{}, URL: ReportPath(r.ID),
	}
	for i := range r.Interventions {
		in := &r.Interventions[i]
		head := TurnHead{
			ID: in.ID, N: in.N, Speaker: in.Speaker, PageFrom: in.PageFrom, PageTo: in.PageTo, URL: InterventionPath(in.ID),
		}
		if in.Session != nil {
			head.Session = &in.Session.Number
			if !slices.Contains(out.Sessions, *in.Session) {
				out.Sessions = append(out.Sessions, *in.Session)
			}
		}
		out.Interventions = append(out.Interventions, head)
	}
	return out
}

func (h *handler) report(c *gin.Context, _ url.Values) {
	r, err := h.service.ReportWithSections(c.Request.Context(), c.Param("id"))
	if err != nil {
		fail(c, err)
		return
	}
	out := NewReport(r)
	others, err := h.service.OtherForms(c.Request.Context(), r)
	if err != nil {
		fail(c, err)
		return
	}
	for _, other := range others {
		out.OtherForms = append(out.OtherForms, OtherForm{ID: other.ID, File: other.Source.File, URL: ReportPath(other.ID)})
	}
	reply(c, out, nil)
}

// FacetAnswer is the values of one facet.
type FacetAnswer struct {
	Name   string  `json:"name"`
	Prefix string  `json:"prefix"`
	Values []Value `json:"values"`
}

func (h *handler) facet(c *gin.Context, values url.Values) {
	name := c.Param("name")
	if checkFacet("name", name) != nil {
		fail(c, notFound("facet", name, FacetNames()))
		return
	}
	q, err := newQuery(values, h.vocabulary)
	if err != nil {
		fail(c, err)
		return
	}
	q.prefix, q.values = strings.TrimSpace(values.Get("prefix")), q.Size
	q.Facets, q.Size = []string{name}, 0
	answer, err := h.service.Answer(c.Request.Context(), q)
	if err != nil {
		fail(c, err)
		return
	}
	reply(c, FacetAnswer{Name: name, Prefix: q.prefix, Values: answer.Facets[name]}, nil)
}

// Entry is an entry of a vocabulary.
type Entry struct {
	ID          string   `json:"id"`
	Label       string   `json:"label"`
	Acronym     string   `json:"acronym,omitempty"`
	Aliases     []string `json:"aliases"` // every way of writing it that counts by itself
	Group       string   `json:"group,omitempty"`
	Broader     string   `json:"broader,omitempty"`
	Country     string   `json:"country,omitempty"`
	Established int      `json:"established,omitempty"`
	Ended       int      `json:"ended,omitempty"`
	Members     []Member `json:"members,omitempty"`
}

// Member is a State's membership of an RCP.
type Member struct {
	Country string `json:"country"`
	From    *int   `json:"from"` // year; null when not known
	To      *int   `json:"to"`   // year; null when it goes on
}

// VocabularyAnswer is one vocabulary.
type VocabularyAnswer struct {
	Name    corpus.Kind `json:"name"`
	Lang    string      `json:"lang"`
	Entries []Entry     `json:"entries"`
}

func (h *handler) vocabularyList(c *gin.Context, values url.Values) {
	kind, kinds := corpus.Kind(c.Param("name")), corpus.Kinds()
	if !slices.Contains(kinds, kind) {
		fail(c, notFound("vocabulary", string(kind), kinds))
		return
	}
	lang := cmp.Or(values.Get("lang"), "en")
	answer := VocabularyAnswer{Name: kind, Lang: lang, Entries: []Entry{}}
	for e := range h.vocabulary.Entries(kind) {
		answer.Entries = append(answer.Entries, newEntry(e, strings.ToLower(lang)))
	}
	reply(c, answer, nil)
}

func newEntry(e *vocabulary.Entry, lang string) Entry {
	primary, _, _ := strings.Cut(lang, "-")
	out := Entry{
		ID: e.ID, Label: e.Label(primary), Acronym: e.Acronym, Aliases: []string{}, Group: e.Group, Broader: e.Broader,
		Country: e.Country, Established: e.Established, Ended: e.Ended,
	}
	for _, a := range e.Aliases {
		if !a.Mask && !a.Weak && !slices.Contains(out.Aliases, a.Text) {
			out.Aliases = append(out.Aliases, a.Text)
		}
	}
	for _, m := range e.Members {
		out.Members = append(out.Members, Member{Country: m.Country, From: yearOrNull(m.From), To: yearOrNull(m.To)})
	}
	return out
}

func yearOrNull(year int) *int {
	if year == 0 {
		return nil
	}
	return &year
}

func notFound[S ~string](what, name string, known []S) error {
	var names []string
	for _, k := range known {
		names = append(names, string(k))
	}
	return &corpus.Error{
		Code: corpus.NotFound, Op: what, File: strings.ToValidUTF8(name, "\uFFFD"),
		Hint: "There are " + strings.Join(names, ", ") + ".",
	}
}
