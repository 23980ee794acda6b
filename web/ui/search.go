package ui

import (
	"context"
	"net/http"

	"github.com/gin-gonic/gin"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/web/api"
)

// searchPage is the view of a search.
type searchPage struct {
	layout
	Heading    string // "remittances"
	Count      string // "7 interventions in 1 report"
	Understood []chip
	Filters    []chip
	ClearAll   string // URL without filters, or ""
	Notices    []string
	Sorts      []choice
	Groups     []group
	Dates      dateFields
	Hits       []hit
	First      string // URL of the first page, or "" when this is it
	Next       string // URL of the next page, or ""
	Suggestion *link
	Samples    []link // when nothing was found
}

type link struct{ Text, URL string }

// chip is something that shapes the answer and can be taken away.
type chip struct {
	Kind     string // for its colour
	Title    string // "Country"
	Label    string // "Indonesia"
	Excluded bool
	Remove   string // URL without it
}

// choice is one of several links of which one is in force.
type choice struct {
	Text    string
	URL     string
	Current bool
}

// dateFields are the boxes for a range of dates.
type dateFields struct{ From, To string }

// hit is an intervention in the list.
type hit struct {
	Speaker  speaker
	URL      string
	Report   string
	ReportTo string
	Session  string
	Date     date
	Page     string
	Language string
	Passages []passage
	Tags     []tagLink
}

type passage struct {
	Pieces []piece
	Begun  bool // whether text stands before it
	Page   string
	URL    string
}

// tagLink is a tag that narrows the search when it is followed.
type tagLink struct {
	Kind  string
	Short string // what is shown
	Label string // the whole name
	URL   string
}

// speaker is who speaks, as lines of text.
type speaker struct {
	Name      string
	Role      string // "Project Manager, Southern African Migration Project"
	Country   string
	OnBehalf  string
	Presiding bool
}

type date struct{ ISO, Words string }

func newDate(d corpus.Date) date { return date{ISO: string(d), Words: dateWords(d)} }

func (p *Pages) search(c *gin.Context) {
	ctx := c.Request.Context()
	values, err := api.ParseQuery(c.Request.URL.RawQuery)
	if err != nil {
		p.Fault(c, err)
		return
	}
	if len(values) == 0 {
		p.home(c)
		return
	}
	q, err := api.ParseRequest(values, p.vocabulary)
	if err != nil {
		p.Fault(c, err)
		return
	}
	q.Facets = nil
	answer, err := p.service.Answer(ctx, q)
	if err != nil {
		p.Fault(c, err)
		return
	}
	p.show(c, http.StatusOK, pageSearch, p.newSearchPage(ctx, answer))
}

func (p *Pages) newSearchPage(ctx context.Context, a *api.Answer) *searchPage {
	q := a.Asked
	heading := q.Text
	if heading == "" {
		heading = "All interventions"
	}
	v := &searchPage{
		layout: p.layout(pageSearch, heading), Heading: heading, Count: resultWords(a),
		Groups: p.groups(q, a), Dates: dateFields{From: string(q.From), To: string(q.To)}, Sorts: p.sorts(q),
	}
	v.Text, v.JSON, v.Hidden = q.Text, p.urls.JSON(q), kept(q)
	v.Understood, v.Filters = p.understoodChips(q, a), p.filterChips(q, a)
	if len(v.Filters) > 1 {
		v.ClearAll = p.urls.Search(q.Unfiltered())
	}
	for _, n := range a.Query.Notices {
		v.Notices = append(v.Notices, n.Text)
	}
	label := p.service.Labels(ctx, "en")
	for i := range a.Hits {
		v.Hits = append(v.Hits, p.newHit(q, &a.Hits[i], label))
	}
	if q.Cursor != "" {
		v.First = p.urls.Search(q.After(""))
	}
	if a.Next != nil {
		v.Next = p.urls.Search(q.After(*a.Next))
	}
	if a.Suggestion != nil {
		v.Suggestion = &link{Text: *a.Suggestion, URL: p.urls.Search(q.Saying(*a.Suggestion))}
	}
	if len(a.Hits) == 0 {
		v.Samples = p.samples(ctx)
	}
	return v
}

func resultWords(a *api.Answer) string {
	if a.Total == 0 {
		return "No interventions found"
	}
	return count(a.Total, "intervention", "interventions") + " in " + count(a.TotalReports, "report", "reports")
}

// kept are the parameters of a search that the form has no box for: a new search
// goes on with them.
func kept(q *api.Query) []field {
	var out []field
	for _, name := range api.FacetNames() {
		for _, id := range q.Choices[name].None {
			out = append(out, field{Name: "-" + name, Value: id})
		}
	}
	if q.CountryRole != "" {
		out = append(out, field{Name: "country_role", Value: string(q.CountryRole)})
	}
	if q.Sort != "" {
		out = append(out, field{Name: "sort", Value: string(q.Sort)})
	}
	return out
}

func (p *Pages) sorts(q *api.Query) []choice {
	var out []choice
	for _, s := range []struct {
		text string
		by   search.Sort
	}{{"Best match", search.ByRelevance}, {"Newest", search.ByDateDesc}, {"Oldest", search.ByDate}} {
		if s.by == search.ByRelevance && q.Node == nil {
			continue // without words, all match alike
		}
		out = append(out, choice{Text: s.text, URL: p.urls.Search(q.Sorted(s.by)), Current: q.Order() == s.by})
	}
	return out
}

func (p *Pages) understoodChips(q *api.Query, a *api.Answer) []chip {
	var out []chip
	for _, u := range a.Query.Understood {
		out = append(out, chip{
			Kind: u.Field, Title: title(u.Field), Label: u.Label, Excluded: u.Excluded,
			Remove: p.urls.Search(q.Saying(u.Without)),
		})
	}
	return out
}

func (p *Pages) filterChips(q *api.Query, a *api.Answer) []chip {
	var out []chip
	for _, name := range api.FacetNames() {
		f := a.Query.Filters[name]
		for _, v := range f.Any {
			out = append(out, chip{Kind: name, Title: title(name), Label: v.Label, Remove: p.urls.Search(q.Without(name, v.Value))})
		}
		for _, v := range f.None {
			out = append(out, chip{
				Kind: name, Title: title(name), Label: v.Label, Excluded: true, Remove: p.urls.Search(q.Without(name, v.Value)),
			})
		}
	}
	if q.From != "" || q.To != "" {
		out = append(out, chip{Kind: search.FieldDate, Title: "Date", Label: rangeWords(q.From, q.To), Remove: p.urls.Search(q.Undated())})
	}
	if q.CountryRole != "" {
		out = append(out, chip{
			Kind: string(corpus.Country), Title: "Countries", Label: roleWords[q.CountryRole], Remove: p.urls.Search(q.AsRole("")),
		})
	}
	return out
}

func title(facet string) string {
	switch facet {
	case search.FieldDate:
		return "Date"
	case search.FieldCountrySpeaks:
		return "Spoken for"
	case search.FieldCountryMentioned:
		return "Mentioned"
	}
	if facet == string(corpus.RCP) {
		return "RCP" // the long name is the facet's
	}
	if t, ok := facetTitles[facet]; ok {
		return t
	}
	return facet
}

func rangeWords(from, to corpus.Date) string {
	switch {
	case from == "":
		return "until " + dateWords(to)
	case to == "":
		return "since " + dateWords(from)
	default:
		return dateWords(from) + " – " + dateWords(to)
	}
}

func (p *Pages) newHit(q *api.Query, h *api.Hit, label api.Labeller) hit {
	out := hit{
		Speaker: newSpeaker(&h.Speaker, label), URL: p.urls.Turn(h.ID, 0), Report: h.Report.Title,
		ReportTo: p.urls.Report(h.Report.ID), Date: newDate(h.Report.Date), Page: pageWords(h.Page, 0), Language: h.Language,
	}
	if out.Report == "" {
		out.Report = "Untitled report"
	}
	if h.Session != nil {
		out.Session = h.Session.Title
	}
	for _, passage := range h.Passages {
		out.Passages = append(out.Passages, p.newPassage(h.ID, passage))
	}
	for _, kind := range []corpus.Kind{corpus.RCP, corpus.Theme} {
		for _, id := range h.Tags[kind] {
			out.Tags = append(out.Tags, tagLink{
				Kind: string(kind), Short: p.short(kind, id), Label: label(string(kind), id),
				URL: p.urls.Search(q.With(string(kind), id)),
			})
		}
	}
	return out
}

func (p *Pages) newPassage(id corpus.InterventionID, s search.Passage) passage {
	return passage{
		Pieces: highlight(s.Text, s.Marks), Begun: s.Start > 0,
		Page: pageWords(s.Page, 0), URL: p.urls.Turn(id, s.Page),
	}
}

// short is the acronym of an entry, or else its label.
func (p *Pages) short(kind corpus.Kind, id string) string {
	e, ok := p.vocabulary.Entry(kind, id)
	switch {
	case !ok:
		return id
	case e.Acronym != "":
		return e.Acronym
	default:
		return e.Label("en")
	}
}

func newSpeaker(s *corpus.Speaker, label api.Labeller) speaker {
	out := speaker{Name: s.Display(), Role: s.Role, Presiding: s.Presiding}
	if s.Name != "" && s.Honorific != "" {
		out.Name = s.Honorific + " " + s.Name
	}
	switch {
	case out.Role == "":
		out.Role = s.Organisation
	case s.Organisation != "":
		out.Role += ", " + s.Organisation
	}
	if s.Country != "" {
		out.Country = label(string(corpus.Country), s.Country)
	}
	if out.Name == "" {
		out.Name = out.Country
	}
	if out.Name == "" {
		out.Name = "Unnamed speaker"
	}
	out.OnBehalf = list(s.OnBehalfOf, "and")
	return out
}
