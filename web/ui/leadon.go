package ui

import (
	"briefsearch/search"
	"briefsearch/web/api"
)

// fewer is a search for less, when nothing was found.
type fewer struct {
	link
	Count string
}

// leadOn shows what else somebody may have meant, or be content with.
func (p *visit) leadOn(v *searchPage, a *api.Answer) {
	q := a.Asked
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
