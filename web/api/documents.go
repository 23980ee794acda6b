package api

import (
	"cmp"
	"errors"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
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
		Intervention: &in, Report: t.Report, URL: InterventionPath(in.ID),
		Neighbours: Neighbours{Previous: newNeighbour(t.Previous), Next: newNeighbour(t.Next)},
	}
}

func newNeighbour(n *search.Neighbour) *Neighbour {
	if n == nil {
		return nil
	}
	return &Neighbour{ID: n.ID, Speaker: n.Speaker, URL: InterventionPath(n.ID)}
}

func (h *handler) intervention(c *gin.Context) {
	if err := noParameters(c.Request); err != nil {
		fail(c, err)
		return
	}
	turn, err := h.service.Turn(c.Request.Context(), c.Param("id"))
	if err != nil {
		fail(c, err)
		return
	}
	reply(c, NewIntervention(turn), nil)
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

func (h *handler) reports(c *gin.Context) {
	values, err := parameters(c.Request, "size", "cursor")
	if err != nil {
		fail(c, err)
		return
	}
	q := Query{Size: search.MaxSize}
	if err = readSize(&q, values); err != nil {
		fail(c, err)
		return
	}
	page, next, total, err := h.service.Reports(c.Request.Context(), values.Get("cursor"), q.Size)
	list := ReportList{Total: total, Reports: []ReportHead{}, Next: orNull(next)}
	for _, r := range page {
		list.Reports = append(list.Reports, ReportHead{Report: r, URL: ReportPath(r.ID)})
	}
	reply(c, list, err)
}

// after is what comes behind the report of a cursor.
func after(reports []*corpus.Report, cursor corpus.ReportID) ([]*corpus.Report, error) {
	if cursor == "" {
		return reports, nil
	}
	i := slices.IndexFunc(reports, func(r *corpus.Report) bool { return r.ID == cursor })
	if i < 0 {
		return nil, invalid("cursor", errors.New("it is of no list that is served"), "Begin again without a cursor.")
	}
	return reports[i+1:], nil
}

// Report is a report with its outline.
type Report struct {
	*corpus.Report
	File          string           `json:"file"`   // name of the file it was read from
	SHA256        string           `json:"sha256"` // of that file
	Sections      []corpus.Section `json:"sections"`
	Sessions      []corpus.Session `json:"sessions"`
	Interventions []TurnHead       `json:"interventions"`
	URL           string           `json:"url"`
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
		Report: r, File: r.Source.File, SHA256: r.Source.SHA256, Sections: append([]corpus.Section{}, r.Sections...),
		Sessions: []corpus.Session{}, Interventions: []TurnHead{}, URL: ReportPath(r.ID),
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

func (h *handler) report(c *gin.Context) {
	if err := noParameters(c.Request); err != nil {
		fail(c, err)
		return
	}
	r, err := h.service.Report(c.Request.Context(), c.Param("id"))
	if err != nil {
		fail(c, err)
		return
	}
	reply(c, NewReport(r), nil)
}

// FacetAnswer is the values of one facet.
type FacetAnswer struct {
	Name   string  `json:"name"`
	Prefix string  `json:"prefix"`
	Values []Value `json:"values"`
}

func (h *handler) facet(c *gin.Context) {
	name := c.Param("name")
	if checkFacet("name", name) != nil {
		fail(c, notFound("facet", name, FacetNames()))
		return
	}
	q, err := h.query(c, parseFacet(name))
	if err != nil {
		fail(c, err)
		return
	}
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

// languageTag is the form of a BCP 47 tag: enough to look a label up by.
var languageTag = regexp.MustCompile(`^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$`)

func (h *handler) vocabularyList(c *gin.Context) {
	values, err := parameters(c.Request, "lang")
	if err != nil {
		fail(c, err)
		return
	}
	kind, kinds := corpus.Kind(c.Param("name")), corpus.Kinds()
	if !slices.Contains(kinds, kind) {
		fail(c, notFound("vocabulary", string(kind), kinds))
		return
	}
	if _, err = languageOf(values); err != nil {
		fail(c, err)
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

// parameters reads the parameters of a route that knows only these, each once.
func parameters(r *http.Request, known ...string) (url.Values, error) {
	values, err := ParseQuery(r.URL.RawQuery)
	if err != nil {
		return nil, err
	}
	names := make([]string, 0, len(values))
	for name := range values {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if !slices.Contains(known, name) {
			return nil, invalid(strings.ToValidUTF8(name, "\uFFFD"), errors.New("there is no such parameter"), knownHint(known))
		}
		if n := len(values[name]); n > 1 {
			return nil, invalid(name, errors.New("it is given "+strconv.Itoa(n)+" times"), "Give it once.")
		}
		if err := checkText(name, values.Get(name)); err != nil {
			return nil, err
		}
	}
	return values, nil
}

func noParameters(r *http.Request) error {
	_, err := parameters(r)
	return err
}

func knownHint(known []string) string {
	if len(known) == 0 {
		return "This address takes no parameters."
	}
	return "The parameters are " + strings.Join(known, ", ") + "."
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
