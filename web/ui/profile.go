package ui

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/search"
	"briefsearch/web/api"
)

// profilePage is the view of a speaker, a State or a consultative process.
type profilePage struct {
	layout
	Kind    string // the facet that it is a value of
	Crumb   string // what it is: "Speaker"
	Name    string
	Short   string // acronym, or ""
	Also    string // other names
	Facts   []fact
	Nothing string // said when no intervention is there
	Chart   *chart
	Life    *lifeTable // memberships
	Roles   []roleLine // of a speaker over time
	Lists   []barList
	Latest  []latest
	Compare link
}

// fact is a number, or a few words, with its name.
type fact struct{ Term, Text, URL string }

// barList is the values of a facet with bars.
type barList struct {
	Kind  string
	Title string
	Lines []barLine
	More  string // URL of a table of the same, or ""
}

// roleLine is how a report presents a speaker.
type roleLine struct{ When, Role, State, URL string }

// latest is some interventions, the newest first.
type latest struct {
	Title string
	All   string
	Hits  []hit
}

// How many interventions a profile looks at and shows.
const (
	profileHits  = 5
	speakerTurns = search.MaxPage // of a speaker, to see the roles
)

// side asks for a part of a profile: interventions, the newest first, and the
// counts of some facets.
func (p *visit) side(values url.Values, size int, facets ...string) (*api.Answer, error) {
	values.Set("size", strconv.Itoa(size))
	values.Set("facets", strings.Join(facets, ","))
	values.Set("sort", string(search.ByDateDesc))
	q, err := p.ask(values)
	if err != nil {
		return nil, err
	}
	a, err := p.service.Answer(p.ctx(), q)
	if err != nil {
		return nil, err
	}
	a.Asked = a.Asked.Sorted("")
	return a, nil
}

// facts are what every profile tells of an answer.
func (p *visit) facts(title string, a *api.Answer, c *chart) []fact {
	out := []fact{{Term: title, Text: p.say.Number(a.Total)}}
	if a.Total > 0 {
		out[0].URL = p.urls.Search(shown(a.Asked))
		out = append(out, fact{Term: p.say.Say("site.reports"), Text: p.say.Number(a.TotalReports)})
	}
	if c != nil && len(c.Rows) > 0 {
		years := c.Rows[len(c.Rows)-1].Label
		if last := c.Rows[0].Label; last != years {
			years += "–" + last
		}
		out = append(out, fact{Term: p.say.Say("profile.years"), Text: years})
	}
	return out
}

func (v *profilePage) show(p *visit, title string, a *api.Answer) {
	l := latest{Title: title, All: p.urls.Search(shown(a.Asked))}
	for i := range a.Hits[:min(profileHits, len(a.Hits))] {
		l.Hits = append(l.Hits, p.newHit(shown(a.Asked), &a.Hits[i]))
	}
	if len(l.Hits) > 0 {
		v.Latest = append(v.Latest, l)
	}
}

// list adds the values of a facet of an answer, if there are any.
func (v *profilePage) list(p *visit, title string, a *api.Answer, facet string) {
	l := barList{Kind: facet, Title: title, Lines: p.bars(a.Asked, facet, a.Facets[facet])}
	if len(l.Lines) > 0 {
		v.Lists = append(v.Lists, l)
	}
}

func (p *visit) speakerProfile() {
	name := strings.TrimPrefix(p.c.Param("name"), "/")
	a, err := p.side(url.Values{search.FieldSpeaker: {name}}, speakerTurns,
		string(corpus.RCP), string(corpus.Theme), string(corpus.Country), string(corpus.Act))
	if err == nil && (a.Total == 0 || strings.TrimSpace(name) == "") {
		err = notFound("speaker", name)
	}
	if err != nil {
		p.fault(err)
		return
	}
	whose := a.Asked.Choices[search.FieldSpeaker].Any
	if len(whose) != 1 { // a part of the names of several
		p.c.Redirect(http.StatusFound, p.urls.Search(shown(a.Asked)))
		return
	}
	if whose[0] != name {
		p.c.Redirect(http.StatusFound, p.urls.Speaker(whose[0]))
		return
	}
	c, err := p.newChart("time", asked{Query: shown(a.Asked), Kind: search.FieldSpeaker})
	if err != nil {
		p.fault(err)
		return
	}
	v := &profilePage{
		Kind: search.FieldSpeaker, Name: name, Chart: c, Roles: p.roleLines(a.Hits),
		Facts: p.facts(p.say.Say("profile.count"), a, c),
	}
	for _, kind := range []corpus.Kind{corpus.RCP, corpus.Theme, corpus.Country, corpus.Act} {
		v.list(p, p.say.Say("kind."+string(kind)), a, string(kind))
	}
	v.show(p, p.say.Say("profile.latest"), a)
	p.showProfile(v, a.Asked, name)
}

// roleLines are the roles of a speaker as the reports print them, the newest
// first, each once.
func (p *visit) roleLines(hits []api.Hit) []roleLine {
	var out []roleLine
	for i := range hits {
		s := p.newSpeaker(&hits[i].Speaker)
		line := roleLine{Role: s.Role, State: s.Country}
		same := func(l roleLine) bool { return l.Role == line.Role && l.State == line.State }
		if line.Role == "" && line.State == "" || slices.ContainsFunc(out, same) {
			continue
		}
		line.When, line.URL = hits[i].Report.Date.Year(), p.urls.Turn(hits[i].ID, 0)
		out = append(out, line)
	}
	return out
}

func (p *visit) countryProfile() {
	e, ok := p.vocabulary.Entry(corpus.Country, p.c.Param("code"))
	if !ok {
		p.fault(notFound("country", p.c.Param("code")))
		return
	}
	v, q, err := p.newCountryProfile(e)
	if err != nil {
		p.fault(err)
		return
	}
	p.showProfile(v, q, e.ID)
}

func (p *visit) newCountryProfile(e *vocabulary.Entry) (*profilePage, *api.Query, error) {
	country := string(corpus.Country)
	spoken, err := p.side(url.Values{country: {e.ID}, "country_role": {string(corpus.SpeaksFor)}}, profileHits,
		search.FieldSpeaker, string(corpus.RCP), string(corpus.Theme), string(corpus.Act))
	if err != nil {
		return nil, nil, err
	}
	others := "-" + search.FieldCountrySpeaks + ":" + e.ID // who speaks for it names it, too
	mentioned, err := p.side(url.Values{"q": {others}, country: {e.ID}, "country_role": {string(corpus.Mentioned)}}, profileHits, string(corpus.Theme))
	if err != nil {
		return nil, nil, err
	}
	// The States that are spoken for where this one is mentioned.
	by, err := p.side(url.Values{"q": {search.FieldCountryMentioned + ":" + e.ID + " " + others}, "country_role": {string(corpus.SpeaksFor)}}, 0, country)
	if err != nil {
		return nil, nil, err
	}
	asSpeaker, asMentioned := p.say.Say("profile.spoken"), p.say.Say("profile.mentioned")
	c, err := p.newChart("time", asked{Title: asSpeaker, Kind: country, Query: shown(spoken.Asked)},
		asked{Title: asMentioned, Kind: "other", Query: shown(mentioned.Asked)})
	if err != nil {
		return nil, nil, err
	}
	life, err := p.memberships(e, spoken.Asked, c)
	if err != nil {
		return nil, nil, err
	}
	v := &profilePage{
		Kind: country, Name: e.Label(p.say.Code), Short: e.ID, Chart: c, Life: life,
		Facts: append(p.facts(asSpeaker, spoken, c), p.facts(asMentioned, mentioned, nil)[0]),
	}
	v.list(p, p.say.Say("profile.speakers"), spoken, search.FieldSpeaker)
	v.list(p, p.say.Say("profile.speaks-of"), spoken, string(corpus.RCP))
	v.list(p, p.say.Say("profile.own-themes"), spoken, string(corpus.Theme))
	v.list(p, p.say.Say("kind.act"), spoken, string(corpus.Act))
	v.list(p, p.say.Say("profile.mentioned-by"), by, country)
	v.list(p, p.say.Say("profile.mentioned-on"), mentioned, string(corpus.Theme))
	v.show(p, p.say.Say("profile.latest-spoken"), spoken)
	v.show(p, p.say.Say("profile.latest-mentioned"), mentioned)
	return v, spoken.Asked, nil
}

func (p *visit) rcpProfile() {
	e, ok := p.vocabulary.Entry(corpus.RCP, p.c.Param("id"))
	if !ok {
		p.fault(notFound("rcp", p.c.Param("id")))
		return
	}
	a, err := p.side(url.Values{"rcp": {e.ID}}, profileHits, search.FieldSpeaker, string(corpus.Organisation), string(corpus.Theme), string(corpus.Act))
	if err != nil {
		p.fault(err)
		return
	}
	states, err := p.states(e)
	if err != nil {
		p.fault(err)
		return
	}
	c, err := p.newChart("time", asked{Query: shown(a.Asked), Kind: string(corpus.RCP)})
	if err != nil {
		p.fault(err)
		return
	}
	v := &profilePage{
		Kind: string(corpus.RCP), Name: e.Label(p.say.Code), Short: e.Acronym, Also: otherNames(e, p.say.Code),
		Facts: append(p.facts(p.say.Say("profile.about"), a, c), p.founding(e)...), Chart: c, Life: p.members(e, states, c),
	}
	p.listStates(v, e, states)
	v.list(p, p.say.Say("profile.who"), a, search.FieldSpeaker)
	for _, kind := range []corpus.Kind{corpus.Organisation, corpus.Theme, corpus.Act} {
		v.list(p, p.say.Say("kind."+string(kind)), a, string(kind))
	}
	v.show(p, p.say.Say("profile.latest"), a)
	p.showProfile(v, a.Asked, e.ID)
}

// showProfile adds what all profiles have, and prints the page.
func (p *visit) showProfile(v *profilePage, q *api.Query, id string) {
	v.layout = p.layout(pageProfile, v.Name)
	v.JSON = p.urls.JSON(shown(q))
	v.Crumb = p.say.Say("profile." + v.Kind)
	if len(v.Latest) == 0 {
		v.Nothing = p.say.Say("profile.nothing")
	}
	v.Compare = link{Text: p.say.Say("profile.compare"), URL: p.urls.Compare(v.Kind, id, "", "")}
	rows := map[string]string{string(corpus.Country): string(corpus.RCP), string(corpus.RCP): string(corpus.Country)}[v.Kind]
	for i := range v.Lists {
		if rows != "" && v.Lists[i].Kind == string(corpus.Theme) {
			v.Lists[i].More = p.urls.Matrix(shown(q), rows, string(corpus.Theme))
			break
		}
	}
	p.show(http.StatusOK, pageProfile, v)
}
