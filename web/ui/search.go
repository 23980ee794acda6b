package ui

import (
	"cmp"
	"context"
	"net/http"
	"slices"
	"strings"

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
	Groupings  []choice // every hit, or one of each report
	Forms      []choice // a report in each of its forms, or in one
	Namings    []choice // names in the words by all that they name, or as words; none where there is no name
	Places     []choice // interventions, or other parts of reports; none where only the former are
	Follow     *link    // the feed, in words; nil where there is none
	PickAll    string   // URL that selects all hits of the page, or ""
	Groups     []group
	Dates      *dateFields // nil when they stand among the years
	Hits       []hit
	Barcodes   []*barcode // of the reports of the hits
	First      string     // URL of the first page, or "" when this is it
	Next       string     // URL of the next page, or ""
	Suggestion *link
	Fewer      []fewer // when nothing was found
	Reports    *link   // that the words name, when nothing was found
	Partly     []hit   // with some of the words, when few have all
	PartlyAll  *link   // to all of those, at the end of the hits
	Samples    []link  // when nothing was found
	Keep       []link  // the same as files, a feed, a table
	Cite       []link  // references
}

type link struct{ Text, URL string }

// chip is something that shapes the answer and can be taken away.
type chip struct {
	Kind     string // for its colour
	Title    string // "Country"
	Label    string // "Indonesia"
	Profile  string // URL of its page, or ""
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

func datesOf(q *api.Query) *dateFields { return &dateFields{From: string(q.From), To: string(q.To)} }

// hit is an intervention in the list.
type hit struct {
	Anchor   string
	Pick     *pickLink // nil where it cannot be selected
	More     *link     // the other hits in its report, when they are grouped
	Barcode  *barcodeUse
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
	MoreTags []tagLink // which are folded
	Shared   string    // words shared with the turn that it is beside, or ""
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
	State     string // URL of the country's page
	OnBehalf  string
	Presiding bool
}

type date struct{ ISO, Words string }

func (p *visit) newDate(d corpus.Date) date { return date{ISO: string(d), Words: p.say.Date(d)} }

func (p *visit) search() {
	ctx := p.ctx()
	values, err := p.parameters()
	if err != nil {
		p.fault(err)
		return
	}
	spread := values.Get(spreadParameter)
	delete(values, spreadParameter)
	if len(values) == 0 || len(values) == 1 && values.Has("lang") {
		p.home()
		return
	}
	answer, err := p.searched(ctx, values, spread)
	typed := ""
	if err == nil && answer.Begun != nil {
		typed = answer.Asked.Text
		answer, err = p.stillTyping(ctx, values, spread, answer)
	}
	if err != nil {
		p.fault(err)
		return
	}
	all := "search.all"
	if answer.Asked.Sections {
		all = "search.parts"
	}
	view := &searchPage{Heading: cmp.Or(answer.Asked.Text, p.say.Say(all))}
	view.layout = p.searchLayout(answer.Asked, view.Heading)
	if typed != "" {
		view.Text, view.Notices = typed, []string{p.say.Say("notice.begun", typed, answer.Asked.Text)}
	}
	p.begin(http.StatusOK, pageSearch, view)
	p.fillSearchPage(ctx, view, answer)
	p.show(http.StatusOK, pageSearch, view)
}

func (p *visit) searchLayout(q *api.Query, heading string) layout {
	l := p.layout(pageSearch, heading)
	l.Text, l.JSON, l.Hidden = q.Text, p.urls.JSON(q), p.kept(q)
	if !q.Sections { // feeds hold interventions
		l.Atom = p.urls.Atom(q)
	}
	return l
}

// fillSearchPage shows an answer. The page does without what cannot be had besides.
func (p *visit) fillSearchPage(ctx context.Context, v *searchPage, a *api.Answer) {
	q := a.Asked
	v.Count, v.Groups, v.Sorts = p.resultWords(a), p.groups(ctx, q, a), p.sorts(q)
	v.Groupings, v.Places, v.Forms = p.groupings(q), p.places(ctx, q), p.forms(ctx, q, a.Total)
	if !slices.ContainsFunc(v.Groups, func(g group) bool { return g.Dates != nil }) {
		v.Dates = datesOf(q)
	}
	v.Understood, v.Filters, v.Namings = p.understoodChips(q, a), p.filterChips(q, a), p.namings(q, a)
	if len(v.Filters) > 1 {
		v.ClearAll = p.urls.Search(q.Unfiltered())
	}
	for _, n := range a.Query.Notices {
		if text := p.remark(n); !slices.Contains(v.Notices, text) {
			v.Notices = append(v.Notices, text)
		}
	}
	for i := range a.Hits {
		v.Hits = append(v.Hits, p.foundHit(q, &a.Hits[i]))
	}
	if !q.Sections {
		v.PickAll, v.Barcodes = p.pickAll(a.Hits), p.barcodes(ctx, q, a, v.Hits)
	}
	if q.Cursor != "" {
		v.First = p.urls.Search(q.After(""))
	}
	if a.Next != nil {
		v.Next = p.urls.Search(q.After(*a.Next))
	}
	p.leadOn(ctx, v, a)
	if len(a.Hits) == 0 {
		v.Samples = p.samples(ctx)
	}
	if q.Sections { // feeds and files hold interventions
		return
	}
	v.Follow = &link{Text: p.searchWords(q), URL: v.Atom}
	if len(a.Hits) == 0 {
		return
	}
	file := func(format string) string { return p.urls.Export(q, format) }
	v.Keep, v.Cite = p.keep(q, file), citationLinks(file)
}

// keep are the ways of taking a result along.
func (p *visit) keep(q *api.Query, file func(format string) string) []link {
	return append(tableLinks(file),
		link{Text: p.say.Say("search.dossier"), URL: p.urls.Dossier(q, "")},
		link{Text: p.say.Say("search.table"), URL: p.urls.Matrix(q, string(corpus.RCP), string(corpus.Theme))},
	)
}

// searchWords is a search in one line: "remittances; RCP: RCM, SACM; not Country:
// Haiti".
func (p *visit) searchWords(q *api.Query) string {
	parts := []string{cmp.Or(q.Text, p.say.Say("search.all"))}
	for _, name := range api.FacetNames() {
		c := q.Choices[name]
		for _, side := range []struct {
			values []string
			not    string
		}{{c.Any, ""}, {c.None, p.say.Say("search.not") + " "}} {
			var labels []string
			for _, value := range side.values {
				labels = append(labels, p.brief(name, api.Value{Value: value, Label: p.label(name, value)}))
			}
			if len(labels) > 0 {
				parts = append(parts, side.not+p.title(name)+": "+strings.Join(labels, ", "))
			}
		}
	}
	if q.From != "" || q.To != "" {
		parts = append(parts, p.rangeWords(q.From, q.To))
	}
	return strings.Join(parts, "; ")
}

func (p *visit) resultWords(a *api.Answer) string {
	if a.Total == 0 {
		return p.say.Say("search.none")
	}
	what := "interventions"
	if a.Asked.Sections {
		what = "parts"
	}
	return p.say.Say("search.found", p.say.Count(what, a.Total), p.say.Count("reports", a.TotalReports))
}

// kept are the parameters of a search that the form has no box for: a new search
// goes on with them.
func (p *visit) kept(q *api.Query) []field {
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
	if q.PerReport {
		out = append(out, field{Name: "group", Value: "report"})
	}
	if q.Sections {
		out = append(out, field{Name: "in", Value: "sections"})
	}
	if !q.OneForm {
		out = append(out, field{Name: api.FormsParameter, Value: api.FormsAll})
	}
	if q.NoConcepts {
		out = append(out, field{Name: "concepts", Value: "off"})
	}
	if q.Spread != "" {
		out = append(out, field{Name: spreadParameter, Value: q.Spread})
	}
	return append(out, p.carried()...)
}

func (p *visit) understoodChips(q *api.Query, a *api.Answer) []chip {
	var out []chip
	for _, u := range a.Query.Understood {
		out = append(out, chip{
			Kind: u.Field, Title: p.title(u.Field), Label: u.Label, Profile: p.named(u.Field, u.ID), Excluded: u.Excluded,
			Remove: p.urls.Search(q.Saying(u.Without)),
		})
	}
	return out
}

func (p *visit) filterChips(q *api.Query, a *api.Answer) []chip {
	var out []chip
	for _, name := range api.FacetNames() {
		f := a.Query.Filters[name]
		for _, v := range f.Any {
			out = append(out, chip{
				Kind: name, Title: p.title(name), Label: v.Label, Profile: p.named(name, v.Value), Remove: p.urls.Search(q.Without(name, v.Value)),
			})
		}
		for _, v := range f.None {
			out = append(out, chip{
				Kind: name, Title: p.title(name), Label: v.Label, Excluded: true, Remove: p.urls.Search(q.Without(name, v.Value)),
			})
		}
	}
	if q.From != "" || q.To != "" {
		out = append(out, chip{Kind: search.FieldDate, Title: p.say.Say("facet.date"), Label: p.rangeWords(q.From, q.To), Remove: p.urls.Search(q.Undated())})
	}
	if q.CountryRole != "" {
		out = append(out, chip{
			Kind: string(corpus.Country), Title: p.say.Say("kind.country"), Label: p.say.Say("role." + string(q.CountryRole)), Remove: p.urls.Search(q.AsRole("")),
		})
	}
	return out
}

func (p *visit) title(facet string) string {
	if facet == string(corpus.RCP) {
		return "RCP" // the long name is the facet's
	}
	if key := "facet." + facet; p.say.Knows(key) {
		return p.say.Say(key)
	}
	return facet
}

// foundHit is a hit of a search, which can be selected, and from whose page one
// comes back to the search.
func (p *visit) foundHit(q *api.Query, h *api.Hit) hit {
	out := p.newHit(q, h)
	if h.Section != nil {
		return out
	}
	out.Anchor, out.URL = hitAnchor(h.ID), p.urls.Hit(q, h.ID, 0)
	out.Pick = p.newPickLink(h.ID, out.Speaker.Name)
	for i, s := range h.Passages {
		out.Passages[i].URL = p.urls.Hit(q, h.ID, s.Page)
	}
	if more := h.InReport - 1; more > 0 {
		out.More = &link{
			Text: p.say.Count("more-in-report", more),
			URL:  p.urls.Search(q.Grouped(false).Clear(search.FieldReport).With(search.FieldReport, string(h.Report.ID))),
		}
	}
	return out
}

func (p *visit) newHit(q *api.Query, h *api.Hit) hit {
	out := hit{
		Speaker: p.newSpeaker(&h.Speaker), URL: p.urls.Turn(h.ID, 0), Report: h.Report.Title,
		ReportTo: p.urls.Report(h.Report.ID), Date: p.newDate(h.Report.Date), Page: p.say.Pages(h.Page, 0), Language: h.Language,
	}
	if h.Session != nil {
		out.Session = h.Session.Title
	}
	for _, passage := range h.Passages {
		out.Passages = append(out.Passages, p.newPassage(h.ID, passage))
	}
	if h.Section != nil {
		out.Speaker = speaker{Name: cmp.Or(h.Section.Title, out.Report)}
		out.URL = p.urls.Section(h.Report.ID, h.Section.N)
		for i := range out.Passages {
			out.Passages[i].URL = out.URL
		}
	}
	for _, kind := range []corpus.Kind{corpus.RCP, corpus.Theme} {
		for _, id := range h.Tags[kind] {
			out.Tags = append(out.Tags, tagLink{
				Kind: string(kind), Short: p.short(kind, id), Label: p.label(string(kind), id),
				URL: p.urls.Search(q.With(string(kind), id)),
			})
		}
	}
	if len(out.Tags) > tagsShown+1 {
		out.Tags, out.MoreTags = out.Tags[:tagsShown], out.Tags[tagsShown:]
	}
	return out
}

// tagsShown is how many tags of a hit are shown at once.
const tagsShown = 7

func (p *visit) newPassage(id corpus.InterventionID, s search.Passage) passage {
	return passage{
		Pieces: highlight(s.Text, s.Marks), Begun: s.Start > 0,
		Page: p.say.Pages(s.Page, 0), URL: p.urls.Turn(id, s.Page),
	}
}

// short is the acronym of an entry, or else its label.
func (p *visit) short(kind corpus.Kind, id string) string {
	e, ok := p.vocabulary.Entry(kind, id)
	switch {
	case !ok:
		return id
	case e.Short != "":
		return e.Short
	default:
		return e.Label(p.say.Code)
	}
}

func (p *visit) newSpeaker(s *corpus.Speaker) speaker {
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
		out.Country, out.State = p.label(string(corpus.Country), s.Country), p.urls.Country(s.Country)
	}
	if out.Name == "" {
		out.Name = out.Country
	}
	if out.Name == "" {
		out.Name = p.say.Say("who.unnamed")
	}
	var others []string
	if len(s.OnBehalfOf) > 0 {
		others = append(others, p.say.Say("who.behalf", p.say.List(s.OnBehalfOf)))
	}
	if len(s.JoinedBy) > 0 {
		others = append(others, p.say.Say("who.joined", p.say.List(s.JoinedBy)))
	}
	out.OnBehalf = strings.Join(others, ", ")
	return out
}
