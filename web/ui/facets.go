package ui

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/web/api"
)

// group is a facet with its values.
type group struct {
	Name   string
	Title  string
	Open   bool   // a facet that is seldom used is folded until it is
	Any    string // "any of: RCM, SACM", or "" unless several are ticked
	Clear  string // URL without the facet's choice, or ""
	Values []value
	More   string      // URL with more values, or ""
	Fewer  string      // URL with as few as usual, or ""
	Roles  []choice    // of countries
	Years  *histogram  // of years
	Dates  *dateFields // of years
}

// value is one box to tick.
type value struct {
	ID       string // of the element
	Value    string
	Label    string
	Count    string
	Share    int // of the largest count, in steps of a bar
	Selected bool
	Excluded bool
	Exclude  string // URL that excludes it, or that takes it back
	Words    string // what that URL does
}

// shareSteps are the lengths that the bar below a value may have: each is a rule of
// the style sheet, which costs a browser less than a picture for every value.
const shareSteps = 20

// folded are the facets that begin closed.
var folded = map[string]bool{search.FieldReport: true, search.FieldSession: true, search.FieldLanguage: true}

func (p *visit) groups(ctx context.Context, q *api.Query, a *api.Answer) []group {
	var out []group
	for _, name := range api.FacetNames() {
		values := a.Facets[name]
		choice := q.Choices[name]
		if len(values) == 0 && len(choice.Any)+len(choice.None) == 0 {
			continue
		}
		g := group{Name: name, Title: p.say.Say("facet." + name), Open: !folded[name] || len(choice.Any)+len(choice.None) > 0}
		if name == search.FieldYear {
			g.Years, g.Dates = p.newHistogram(ctx, q, a), datesOf(q)
			values = slices.SortedFunc(slices.Values(values), func(a, b api.Value) int { return strings.Compare(b.Value, a.Value) })
		}
		p.fill(&g, q, p.listed(&g, q, values))
		if len(choice.Any)+len(choice.None) > 0 {
			g.Clear = p.urls.Search(q.Clear(name))
		}
		if name == string(corpus.Country) {
			g.Roles = p.roles(q)
		}
		out = append(out, g)
	}
	return out
}

// listed are the values that a facet shows: the first ones and what is chosen,
// unless all are wanted.
func (p *visit) listed(g *group, q *api.Query, values []api.Value) []api.Value {
	switch {
	case g.Name == search.FieldYear || len(values) <= api.FacetValues:
		return values
	case g.Name == q.Spread:
		g.Fewer = p.urls.Search(q.Spreading(""))
		return values
	}
	var out []api.Value
	for i, v := range values {
		if i < api.FacetValues || v.Selected || v.Excluded {
			out = append(out, v)
		}
	}
	if len(out) < len(values) {
		g.More = p.urls.Search(q.Spreading(g.Name))
	}
	return out
}

func (p *visit) fill(g *group, q *api.Query, values []api.Value) {
	largest := 1
	for _, v := range values {
		largest = max(largest, v.Count)
	}
	var ticked []string
	for i, v := range values {
		box := value{
			ID: "f-" + g.Name + "-" + strconv.Itoa(i), Value: v.Value, Label: v.Label, Count: p.say.Number(v.Count),
			Share: (shareSteps*v.Count + largest - 1) / largest, Selected: v.Selected, Excluded: v.Excluded,
		}
		if v.Excluded {
			box.Exclude, box.Words = p.urls.Search(q.Without(g.Name, v.Value)), p.say.Say("search.include", v.Label)
		} else {
			box.Exclude, box.Words = p.urls.Search(q.Excluding(g.Name, v.Value)), p.say.Say("search.exclude", v.Label)
		}
		if v.Selected {
			ticked = append(ticked, p.brief(g.Name, v))
		}
		g.Values = append(g.Values, box)
	}
	if len(ticked) > 1 {
		g.Any = p.say.Say("search.any", strings.Join(ticked, ", "))
	}
}

// brief names a value in few words: by its acronym if it has one.
func (p *visit) brief(facet string, v api.Value) string {
	if e, ok := p.vocabulary.Entry(corpus.Kind(facet), v.Value); ok && e.Short != "" {
		return e.Short
	}
	return v.Label
}

func (p *visit) roles(q *api.Query) []choice {
	out := []choice{{Text: p.say.Say("role.any"), URL: p.urls.Search(q.AsRole("")), Current: q.CountryRole == ""}}
	for _, role := range []corpus.Relation{corpus.SpeaksFor, corpus.Mentioned} {
		out = append(out, choice{Text: p.say.Say("role." + string(role)), URL: p.urls.Search(q.AsRole(role)), Current: q.CountryRole == role})
	}
	return out
}

func decimal(f float64) string { return strconv.FormatFloat(f, 'f', 2, 64) }

func (p *visit) rangeWords(from, to corpus.Date) string {
	switch {
	case from == "":
		return p.say.Say("search.until", p.say.Date(to))
	case to == "":
		return p.say.Say("search.since", p.say.Date(from))
	default:
		return p.say.Date(from) + " – " + p.say.Date(to)
	}
}
