package ui

import (
	"context"
	"net/http"

	"github.com/gin-gonic/gin"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/web/api"
)

// homePage is the page before anything has been asked.
type homePage struct {
	layout
	Held    string // "7 interventions in 1 report", or "" when the index is empty
	Samples []link
	Browse  []shelf
	Latest  []reportLine
}

// shelf is the most frequent values of a facet.
type shelf struct {
	Kind  string
	Title string
	Links []shelfLink
}

type shelfLink struct {
	Text, URL, Count string
}

// latestReports is how many reports the first page shows.
const latestReports = 6

func (p *Pages) home(c *gin.Context) {
	ctx := c.Request.Context()
	q := &api.Query{Facets: []string{string(corpus.RCP), string(corpus.Theme), string(corpus.Country)}}
	answer, err := p.service.Answer(ctx, q.Counting(shelfSize))
	if err != nil {
		p.Fault(c, err)
		return
	}
	reports, _, _, err := p.service.Reports(ctx, "", latestReports)
	if err != nil {
		p.Fault(c, err)
		return
	}
	v := homePage{layout: p.layout(pageHome, ""), Samples: p.samplesOf(answer), Browse: p.shelves(answer)}
	if answer.Total > 0 {
		v.Held = count(answer.Total, "intervention", "interventions") + " in " + count(answer.TotalReports, "report", "reports")
	}
	for _, r := range reports {
		v.Latest = append(v.Latest, p.newReportLine(r))
	}
	p.show(c, http.StatusOK, pageHome, v)
}

const shelfSize = 8

func (p *Pages) shelves(a *api.Answer) []shelf {
	none := &api.Query{Size: api.DefaultSize}
	var out []shelf
	for _, kind := range []corpus.Kind{corpus.RCP, corpus.Theme, corpus.Country} {
		s := shelf{Kind: string(kind), Title: kindTitles[kind]}
		for _, v := range a.Facets[string(kind)] {
			s.Links = append(s.Links, shelfLink{
				Text: v.Label, URL: p.urls.Search(none.With(string(kind), v.Value)), Count: number(v.Count),
			})
		}
		if len(s.Links) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// samples are searches that find something in this index, whatever it holds.
func (p *Pages) samples(ctx context.Context) []link {
	q := &api.Query{Facets: []string{string(corpus.RCP), string(corpus.Theme), string(corpus.Country)}}
	answer, err := p.service.Answer(ctx, q.Counting(shelfSize))
	if err != nil {
		return nil // the page does without
	}
	return p.samplesOf(answer)
}

func (p *Pages) samplesOf(a *api.Answer) []link {
	first := func(kind corpus.Kind) (api.Value, bool) {
		values := a.Facets[string(kind)]
		if len(values) == 0 {
			return api.Value{}, false
		}
		return values[0], true
	}
	q := &api.Query{Size: api.DefaultSize}
	var out []link
	add := func(text string, q *api.Query) { out = append(out, link{Text: text, URL: p.urls.Search(q)}) }
	theme, hasTheme := first(corpus.Theme)
	rcp, hasRCP := first(corpus.RCP)
	country, hasCountry := first(corpus.Country)
	if hasTheme {
		add(theme.Label, q.Saying(theme.Label))
	}
	if hasRCP {
		add(p.short(corpus.RCP, rcp.Value), q.Saying(p.short(corpus.RCP, rcp.Value)))
	}
	if hasCountry {
		add("What "+country.Label+" says", q.AsRole(corpus.SpeaksFor).With(string(corpus.Country), country.Value))
	}
	if hasRCP && hasTheme {
		add(theme.Label+" in the "+p.short(corpus.RCP, rcp.Value), q.With(string(corpus.RCP), rcp.Value).With(string(corpus.Theme), theme.Value).Sorted(search.ByDateDesc))
	}
	return out
}
