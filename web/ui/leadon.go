package ui

import (
	"context"
	"net/url"
	"slices"
	"strings"

	"briefsearch/search"
	"briefsearch/search/query"
	"briefsearch/web/api"
)

// fewer is a search for less, when nothing was found.
type fewer struct {
	link
	Count string
}

// leadOn shows what else somebody may have meant, or be content with.
func (p *visit) leadOn(ctx context.Context, v *searchPage, a *api.Answer) {
	q := a.Asked
	if len(a.Hits) == 0 && q.Text != "" { // it may be a symbol, or a title
		if _, _, total, err := p.service.FindReports(ctx, q.Text, "", 0); err == nil && total > 0 {
			v.Reports = &link{Text: p.say.Say("empty.reports", p.say.Count("reports", total)), URL: p.urls.Reports(q.Text, "")}
		}
	}
	if a.Suggestion != nil {
		v.Suggestion = &link{Text: *a.Suggestion, URL: p.urls.Search(q.Saying(*a.Suggestion))}
	}
	if some := q.Partly(); some != nil && a.Next == nil && (len(a.Partly) > 0 || a.Total >= search.EnoughHits) {
		v.PartlyAll = &link{Text: p.say.Say("search.partly"), URL: p.urls.Search(some)}
	}
	for i := range a.Partly {
		v.Partly = append(v.Partly, p.newHit(q, &a.Partly[i]))
	}
	for _, f := range a.Fewer {
		v.Fewer = append(v.Fewer, fewer{link{Text: f.Q, URL: p.urls.Search(q.Saying(f.Q))}, p.say.Count("interventions", f.Total)})
	}
}

// searched answers a search that lists all values of one facet, or of none.
func (p *visit) searched(ctx context.Context, values url.Values, spread string) (*api.Answer, error) {
	q, err := p.parsed(values)
	if err != nil {
		return nil, err
	}
	q.Facets, q.Lang = nil, p.urls.lang
	if !slices.Contains(api.FacetNames(), spread) {
		spread = ""
	}
	return p.service.Answer(ctx, q.Spreading(spread).After(q.Cursor).Labelled(p.say.Code))
}

// stillTyping answers a search that finds nothing because its last word is not typed to
// the end, by what begins so.
func (p *visit) stillTyping(ctx context.Context, values url.Values, spread string, none *api.Answer) (*api.Answer, error) {
	values.Set("q", none.Begun.Q)
	a, err := p.searched(ctx, values, spread)
	if s := none.Suggestion; err == nil && s != nil && !strings.HasPrefix(*s, none.Asked.Text) { // which is among what begins so
		a.Suggestion = s
	}
	return a, err
}

// remark says a notice in the language of the page.
func (p *visit) remark(n query.Notice) string {
	about := make([]any, len(n.About))
	for i, part := range n.About {
		about[i] = part
	}
	return p.say.Say("notice."+n.Code, about...)
}
