package ui

import (
	"net/http"
	"slices"
	"strings"

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

func (p *visit) newReportLine(r *corpus.Report) reportLine {
	v := reportLine{
		Title: r.Title, URL: p.urls.Report(r.ID), Series: r.Series, Symbol: r.Symbol, Kind: r.Kind, Date: p.newDate(r.Date),
		Place: r.Place, Organisers: strings.Join(r.Organisers, ", "), Language: r.Language, OCR: r.OCR,
	}
	if r.Pages > 0 {
		v.Pages = p.say.Count("pages", r.Pages)
	}
	return v
}

// reportPage is the view of a report.
type reportPage struct {
	layout
	Report   reportLine
	File     string
	Count    string // "7 interventions"
	Original string // URL of the file, or "" when it is not given out
	Quality  string // URL
	SearchIn string // URL of the report's interventions
	Sections []section
	Sessions []session
	Forms    []link   // the other files that hold the same text
	Barcode  *barcode // nil when there is little to show
}

type section struct {
	Anchor     string
	Title      string
	Page       string
	Paragraphs []string
	Tags       []sectionTag
}

// sectionTag is a value that a section names, and the words that do.
type sectionTag struct {
	Kind, Label, URL string
	Words            []string
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

func (p *visit) report() {
	ctx := p.ctx()
	r, err := p.service.ReportWithSections(ctx, p.c.Param("id"))
	if err != nil {
		p.fault(err)
		return
	}
	none := p.none()
	v := reportPage{
		Report: p.newReportLine(r), File: r.Source.File, Count: p.say.Count("interventions", len(r.Interventions)),
		SearchIn: p.urls.Search(none.With(search.FieldReport, string(r.ID))), Sessions: p.sessions(r),
	}
	v.layout = p.layout(pageReport, v.Report.Title)
	v.JSON = p.urls.API("/reports/" + string(r.ID))
	if v.Quality = p.urls.Quality(r.ID); !p.service.HideOriginals {
		v.Original = p.urls.API("/reports/" + string(r.ID) + "/file")
	}
	v.Report.Tongue, v.Barcode = p.tongue(r.Language), p.newBarcode(r.ID, api.ShapeOf(r), nil)
	others, err := p.service.OtherForms(ctx, r)
	if err != nil {
		p.fault(err)
		return
	}
	for _, other := range others {
		v.Forms = append(v.Forms, link{Text: other.Source.File, URL: p.urls.Report(other.ID)})
	}
	for i, s := range r.Sections {
		v.Sections = append(v.Sections, section{
			Anchor: api.SectionAnchor(i + 1), Title: s.Title, Page: p.say.Pages(s.Page, 0), Paragraphs: strings.Split(s.Text, "\n\n"),
			Tags: p.sectionTags(s.Tags),
		})
	}
	p.show(http.StatusOK, pageReport, v)
}

func (p *visit) sectionTags(tags corpus.Tags) []sectionTag {
	none := p.none().Within(true)
	var out []sectionTag
	for _, kind := range corpus.Kinds() {
		for _, t := range tags.Of(kind) {
			v := sectionTag{Kind: string(kind), Label: p.tagLabel(&t), URL: p.urls.Search(none.With(string(kind), t.ID))}
			for _, e := range t.Evidence {
				if e.Text != "" && !slices.Contains(v.Words, e.Text) {
					v.Words = append(v.Words, e.Text)
				}
			}
			out = append(out, v)
		}
	}
	return out
}

func (p *visit) sessions(r *corpus.Report) []session {
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
			Speaker: p.newSpeaker(&in.Speaker), URL: p.urls.Turn(in.ID, 0), Page: p.say.Pages(in.PageFrom, in.PageTo),
		})
	}
	return out
}

func (p *visit) tongue(code string) string {
	if code == "" {
		return ""
	}
	return p.label(search.FieldLanguage, code)
}

// reportsPage is the view of the list of reports.
type reportsPage struct {
	layout
	Named   string // what the reports are looked for by, or ""
	Count   string
	Reports []reportLine
	First   string
	Next    string
}

// reportsShown is how many reports stand on a page of the list.
const reportsShown = 50

func (p *visit) reports() {
	ctx := p.ctx()
	named, cursor := strings.TrimSpace(strings.ToValidUTF8(p.c.Query("q"), "\uFFFD")), p.c.Query("cursor")
	reports, next, total, err := p.service.FindReports(ctx, named, cursor, reportsShown)
	if err != nil {
		p.fault(err)
		return
	}
	v := reportsPage{layout: p.layout(pageReports, p.say.Say("site.reports")), Named: named, Count: p.say.Count("reports", total)}
	v.JSON = p.urls.API("/reports")
	for _, r := range reports {
		line := p.newReportLine(r)
		line.Tongue = p.tongue(r.Language)
		v.Reports = append(v.Reports, line)
	}
	if cursor != "" {
		v.First = p.urls.Reports(named, "")
	}
	if next != "" {
		v.Next = p.urls.Reports(named, next)
	}
	p.show(http.StatusOK, pageReports, v)
}
