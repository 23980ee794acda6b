package ui

import (
	"errors"
	"net/http"
	"net/url"
	"slices"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/web/api"
)

// comparePage is the view of two voices side by side. It holds quotations only:
// who reads them draws the conclusions.
type comparePage struct {
	layout
	Heading string
	Kinds   []option
	Kind    string
	A, B    string // as typed, or the label of what was found
	Known   []string
	Words   string // q
	Kept    []field
	Sides   []compareSide
	Turned  string // URL with the sides exchanged, or ""
}

// compareSide is one of the two.
type compareSide struct {
	Name    string
	Profile string
	Count   string
	All     string // URL of all its interventions
	Hits    []hit
	Fault   string // why there is nothing, or ""
}

// compareHits is how many interventions of each side are quoted.
const compareHits = 8

func (p *visit) compare() {
	values, err := p.parameters()
	if err != nil {
		p.fault(err)
		return
	}
	kind, a, b := values.Get("kind"), values.Get("a"), values.Get("b")
	if kind == "" {
		kind = string(corpus.Country)
	}
	if !isProfiled(kind) {
		p.fault(&corpus.Error{
			Code: corpus.Invalid, Op: "parameter", File: "kind", Err: errors.New("such things cannot be compared"), Hint: "Use country, rcp or speaker.",
		})
		return
	}
	for _, name := range []string{"kind", "a", "b", kind, "country_role", "size", "cursor", "sort", "facets"} {
		values.Del(name)
	}
	rest, err := p.ask(values)
	if err != nil {
		p.fault(err)
		return
	}
	v := &comparePage{Heading: p.say.Say("compare.title"), Kind: kind, A: a, B: b, Words: rest.Text, Kept: p.filtersKept(rest)}
	for _, k := range profiled {
		v.Kinds = append(v.Kinds, option{Value: k, Text: p.say.Say("profile." + k), Selected: k == kind})
	}
	if v.Known, err = p.known(kind); err != nil {
		p.fault(err)
		return
	}
	if a != "" && b != "" {
		if err := v.fill(p, values, a, b); err != nil {
			p.fault(err)
			return
		}
	}
	v.layout = p.layout(pageCompare, v.Heading)
	v.Text = rest.Text
	p.show(http.StatusOK, pageCompare, v)
}

// fill finds both sides.
func (v *comparePage) fill(p *visit, values url.Values, a, b string) error {
	for _, name := range []string{a, b} {
		s, err := p.compareSide(v.Kind, name, values)
		if err != nil {
			return err
		}
		v.Sides = append(v.Sides, s)
	}
	v.A, v.B = v.Sides[0].Name, v.Sides[1].Name
	v.Heading = p.say.Say("compare.heading", v.A, v.B)
	v.Turned = p.urls.Compare(v.Kind, b, a, v.Words)
	return nil
}

// compareSide quotes one side. A name that nobody knows is a fault of that side
// alone.
func (p *visit) compareSide(kind, name string, values url.Values) (compareSide, error) {
	one := url.Values{kind: {name}}
	for key, list := range values {
		one[key] = list
	}
	if kind == string(corpus.Country) {
		one.Set("country_role", string(corpus.SpeaksFor))
	}
	q, err := p.ask(one)
	var fault *corpus.Error
	if errors.As(err, &fault) && fault.File == kind {
		return compareSide{Name: name, Fault: fault.Err.Error() + ". " + fault.Hint}, nil
	}
	if err != nil {
		return compareSide{}, err
	}
	q.Size, q.Facets = compareHits, []string{}
	a, err := p.service.Answer(p.ctx(), q)
	if err != nil {
		return compareSide{}, err
	}
	id := name
	if whose := a.Asked.Choices[kind].Any; len(whose) > 0 {
		id = whose[0]
	}
	s := compareSide{
		Name: p.label(kind, id), Profile: p.urls.Profile(kind, id), Count: p.say.Count("interventions", a.Total), All: p.urls.Search(shown(a.Asked)),
	}
	if a.Total == 0 {
		s.Fault, s.Profile = p.say.Say("compare.none"), ""
		if kind != search.FieldSpeaker {
			s.Profile = p.urls.Profile(kind, id)
		}
	}
	for i := range a.Hits {
		s.Hits = append(s.Hits, p.newHit(shown(a.Asked), &a.Hits[i]))
	}
	return s, nil
}

// known are the names that the boxes suggest: those with most interventions.
func (p *visit) known(kind string) ([]string, error) {
	q := p.none()
	if kind == string(corpus.Country) {
		q = q.AsRole(corpus.SpeaksFor)
	}
	q = q.Counting(api.MaxValues)
	q.Facets = []string{kind}
	a, err := p.service.Answer(p.ctx(), q)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, v := range a.Facets[kind] {
		out = append(out, v.Label)
	}
	slices.Sort(out)
	return out, nil
}
