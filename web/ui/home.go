package ui

import (
	"context"
	"net/http"

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

func (p *visit) home() {
	ctx := p.ctx()
	q := &api.Query{OneForm: true, Facets: []string{string(corpus.RCP), string(corpus.Theme), string(corpus.Country)}}
	answer, err := p.service.Answer(ctx, q.Labelled(p.say.Code).Counting(shelfSize))
	if err != nil {
		p.fault(err)
		return
	}
	reports, _, _, err := p.service.Reports(ctx, "", latestReports)
	if err != nil {
		p.fault(err)
		return
	}
	v := homePage{layout: p.layout(pageHome, ""), Samples: p.samplesOf(answer), Browse: p.shelves(answer)}
	if answer.Total > 0 {
		v.Held = p.say.Say("home.held", p.say.Count("interventions", answer.Total), p.say.Count("reports", answer.TotalReports))
	}
	for _, r := range reports {
		v.Latest = append(v.Latest, p.newReportLine(r))
	}
	p.show(http.StatusOK, pageHome, v)
}

const shelfSize = 8

func (p *visit) shelves(a *api.Answer) []shelf {
	none := p.none()
	var out []shelf
	for _, kind := range []corpus.Kind{corpus.RCP, corpus.Theme, corpus.Country} {
		s := shelf{Kind: string(kind), Title: p.say.Say("kind." + string(kind))}
		for _, v := range a.Facets[string(kind)] {
			s.Links = append(s.Links, shelfLink{
				Text: v.Label, URL: p.urls.Search(none.With(string(kind), v.Value)), Count: p.say.Number(v.Count),
			})
		}
		if len(s.Links) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// samples are searches that find something in this index, whatever it holds.
func (p *visit) samples(ctx context.Context) []link {
	q := &api.Query{OneForm: true, Facets: []string{string(corpus.RCP), string(corpus.Theme), string(corpus.Country)}}
	answer, err := p.service.Answer(ctx, q.Labelled(p.say.Code).Counting(shelfSize))
	if err != nil {
		return nil // the page does without
	}
	return p.samplesOf(answer)
}

func (p *visit) samplesOf(a *api.Answer) []link {
	first := func(kind corpus.Kind) (api.Value, bool) {
		values := a.Facets[string(kind)]
		if len(values) == 0 {
			return api.Value{}, false
		}
		return values[0], true
	}
	q := p.none()
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
		add(p.say.Say("home.says", country.Label), q.AsRole(corpus.SpeaksFor).With(string(corpus.Country), country.Value))
	}
	if hasRCP && hasTheme {
		add(p.say.Say("home.both", theme.Label, p.short(corpus.RCP, rcp.Value)), q.With(string(corpus.RCP), rcp.Value).With(string(corpus.Theme), theme.Value).Sorted(search.ByDateDesc))
	}
	return out
}
