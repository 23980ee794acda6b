package ui

import (
	"slices"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/web/api"
)

// shown is a search as a page of hits: with the usual number of them, from the
// first.
func shown(q *api.Query) *api.Query {
	n := *q.Grouped(false)
	n.Size, n.Facets = api.DefaultSize, nil
	return &n
}

// bars are the values of a facet as a list with bars.
func (p *visit) bars(q *api.Query, facet string, values []api.Value) []barLine {
	largest := 1
	for _, v := range values {
		largest = max(largest, v.Count)
	}
	var out []barLine
	for _, v := range values {
		if v.Count == 0 {
			continue
		}
		out = append(out, barLine{
			Text: v.Label, URL: p.urls.Search(shown(q.With(facet, v.Value))), Profile: p.urls.Profile(facet, v.Value),
			Count: p.say.Number(v.Count), Share: 100 * v.Count / largest,
		})
	}
	return out
}

// barLine is a value with its bar.
type barLine struct {
	Text    string
	URL     string // of the search behind the number
	Profile string // of the value's own page, or ""
	Count   string
	Share   int // of the largest, in percent
	Note    string
}

// profiled are the facets whose values have a page of their own.
var profiled = []string{string(corpus.RCP), string(corpus.Country), search.FieldSpeaker}

func isProfiled(facet string) bool { return slices.Contains(profiled, facet) }

// named is the page of what a chip names, or "". A speaker may be part of a name.
func (p *visit) named(facet, id string) string {
	if facet == search.FieldSpeaker {
		return ""
	}
	return p.urls.Profile(facet, id)
}
