package ui

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/web/api"
)

// reportLine is the head of a report.
type reportLine struct {
	Title      string
	URL        string
	Series     string
	Symbol     string
	Kind       string
	Date       date
	Place      string
	Organisers string
	Language   string // code
	Tongue     string // name of the language
	Pages      string
	OCR        bool
}

func (p *Pages) newReportLine(r *corpus.Report) reportLine {
	v := reportLine{
		Title: r.Title, URL: p.urls.Report(r.ID), Series: r.Series, Symbol: r.Symbol, Kind: r.Kind, Date: newDate(r.Date),
		Place: r.Place, Organisers: strings.Join(r.Organisers, ", "), Language: r.Language, OCR: r.OCR,
	}
	if v.Title == "" {
		v.Title = "Untitled report"
	}
	if r.Pages > 0 {
		v.Pages = count(r.Pages, "page", "pages")
	}
	return v
}

// reportPage is the view of a report.
type reportPage struct {
	layout
	Report   reportLine
	File     string
	Count    string // "7 interventions"
	SearchIn string // URL of the report's interventions
	Sections []section
	Sessions []session
}

type section struct {
	Title      string
	Page       string
	Paragraphs []string
}

// session is a group of turns; its title is "" for those that are in none.
type session struct {
	Anchor string
	Title  string
	Turns  []turnLine
}

type turnLine struct {
	Speaker speaker
	URL     string
	Page    string
}

func (p *Pages) report(c *gin.Context) {
	ctx := c.Request.Context()
	r, err := p.service.Report(ctx, c.Param("id"))
	if err != nil {
		p.Fault(c, err)
		return
	}
	label := p.service.Labels(ctx, "en")
	none := &api.Query{Size: api.DefaultSize}
	v := reportPage{
		Report: p.newReportLine(r), File: r.Source.File, Count: count(len(r.Interventions), "intervention", "interventions"),
		SearchIn: p.urls.Search(none.With(search.FieldReport, string(r.ID))), Sessions: p.sessions(r, label),
	}
	v.layout = p.layout(pageReport, v.Report.Title)
	v.JSON = p.urls.API("/reports/" + string(r.ID))
	v.Report.Tongue = tongue(r.Language, label)
	for _, s := range r.Sections {
		v.Sections = append(v.Sections, section{Title: s.Title, Page: pageWords(s.Page, 0), Paragraphs: strings.Split(s.Text, "\n\n")})
	}
	p.show(c, http.StatusOK, pageReport, v)
}

func (p *Pages) sessions(r *corpus.Report, label api.Labeller) []session {
	var out []session
	number := -1
	for i := range r.Interventions {
		in := &r.Interventions[i]
		s := corpus.Session{}
		if in.Session != nil {
			s = *in.Session
		}
		if s.Number != number {
			number = s.Number
			out = append(out, session{Anchor: sessionAnchor(s.Number), Title: s.Title})
		}
		last := &out[len(out)-1]
		last.Turns = append(last.Turns, turnLine{
			Speaker: newSpeaker(&in.Speaker, label), URL: p.urls.Turn(in.ID, 0), Page: pageWords(in.PageFrom, in.PageTo),
		})
	}
	return out
}

func tongue(code string, label api.Labeller) string {
	if code == "" {
		return ""
	}
	return label(search.FieldLanguage, code)
}

// reportsPage is the view of the list of reports.
type reportsPage struct {
	layout
	Count   string
	Reports []reportLine
	First   string
	Next    string
}

// reportsShown is how many reports stand on a page of the list.
const reportsShown = 50

func (p *Pages) reports(c *gin.Context) {
	ctx := c.Request.Context()
	cursor := c.Query("cursor")
	reports, next, total, err := p.service.Reports(ctx, cursor, reportsShown)
	if err != nil {
		p.Fault(c, err)
		return
	}
	v := reportsPage{layout: p.layout(pageReports, "Reports"), Count: count(total, "report", "reports")}
	v.JSON = p.urls.API("/reports")
	label := p.service.Labels(ctx, "en")
	for _, r := range reports {
		line := p.newReportLine(r)
		line.Tongue = tongue(r.Language, label)
		v.Reports = append(v.Reports, line)
	}
	if cursor != "" {
		v.First = p.urls.Reports("")
	}
	if next != "" {
		v.Next = p.urls.Reports(next)
	}
	p.show(c, http.StatusOK, pageReports, v)
}
