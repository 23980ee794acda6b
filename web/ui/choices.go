package ui

import (
	"context"
	"slices"

	"briefsearch/search"
	"briefsearch/web/api"
)

// The choices above a result: its order, and what of it is shown.

// places are where to look. Other parts of reports are offered
// when they have them.
func (p *visit) places(ctx context.Context, q *api.Query) []choice {
	turns := choice{Text: p.say.Say("search.turns"), URL: p.urls.Search(q.Within(false)), Current: !q.Sections}
	parts := choice{Text: p.say.Say("search.parts"), URL: p.urls.Search(q.Within(true)), Current: q.Sections}
	if q.Sections {
		return []choice{turns, parts}
	}
	if q.Node == nil && !q.Narrowed() || q.Cursor != "" {
		return nil
	}
	n, err := p.service.Count(ctx, q.Within(true))
	if err != nil || n == 0 { // what was asked for is answered without it
		return nil
	}
	parts.Text += " (" + p.say.Number(n) + ")"
	return []choice{turns, parts}
}

// forms are the ways to count a report that is held in several forms, where there are such
// among what was found.
func (p *visit) forms(ctx context.Context, q *api.Query, total int) []choice {
	if q.Cursor != "" {
		return nil
	}
	other, err := p.service.Count(ctx, q.Forms(!q.OneForm))
	if err != nil || other == total { // what was asked for is answered without it
		return nil
	}
	return []choice{
		{Text: p.say.Say("search.form-one"), URL: p.urls.Search(q.Forms(true)), Current: q.OneForm},
		{Text: p.say.Say("search.form-all") + " (" + p.say.Number(max(total, other)) + ")", URL: p.urls.Search(q.Forms(false)), Current: !q.OneForm},
	}
}

func (p *visit) sorts(q *api.Query) []choice {
	var out []choice
	for _, s := range []struct {
		text string
		by   search.Sort
	}{{"search.best", search.ByRelevance}, {"search.newest", search.ByDateDesc}, {"search.oldest", search.ByDate}} {
		if s.by == search.ByRelevance && q.Node == nil {
			continue // without words, all match alike
		}
		out = append(out, choice{Text: p.say.Say(s.text), URL: p.urls.Search(q.Sorted(s.by)), Current: q.Order() == s.by})
	}
	return out
}

func (p *visit) groupings(q *api.Query) []choice {
	if q.Sections { // the choice is between interventions
		return nil
	}
	return []choice{
		{Text: p.say.Say("search.each"), URL: p.urls.Search(q.Grouped(false)), Current: !q.PerReport},
		{Text: p.say.Say("search.by-report"), URL: p.urls.Search(q.Grouped(true)), Current: q.PerReport},
	}
}

// namings are the ways to take names in the words.
func (p *visit) namings(q *api.Query, a *api.Answer) []choice {
	named := func(u api.Understood) bool { return u.Concept }
	if !q.NoConcepts && !slices.ContainsFunc(a.Query.Understood, named) {
		return nil
	}
	return []choice{
		{Text: p.say.Say("search.named"), URL: p.urls.Search(q.Literally(false)), Current: !q.NoConcepts},
		{Text: p.say.Say("search.literal"), URL: p.urls.Search(q.Literally(true)), Current: q.NoConcepts},
	}
}
