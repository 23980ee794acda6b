package ui

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/search"
	"briefsearch/web/api"
)

// lifeTable is memberships over the years: a picture and its table.
type lifeTable struct {
	Title string
	Note  string
	Head  string // of the first column
	Count string // of the last
	Rows  []lifeRow
	Ticks []tick
}

// lifeRow is one membership.
type lifeRow struct {
	Name      string
	URL       string
	Since, To string
	Count     linkedCount
	Line      lifeline
}

// lifeline is the stretch of a membership in the picture.
type lifeline struct {
	X, Width string
	Known    bool // whether its first year is known
}

// yearSpan is a stretch of years. From is the first year that is sure to be in
// it, or 0; To is 0 when it goes on.
type yearSpan struct {
	From, To int
	Known    bool // whether From is when it began
}

// lifelines places stretches of years between the first year of all and edge; a
// stretch without an end goes on to it.
func lifelines(spans []yearSpan, edge int) (lines []lifeline, axis []tick) {
	for _, s := range spans {
		edge = max(edge, s.From, s.To)
	}
	first := edge
	for _, s := range spans {
		if s.From > 0 {
			first = min(first, s.From)
		}
	}
	if edge == 0 { // nothing is known
		return make([]lifeline, len(spans)), nil
	}
	step := 100 / float64(edge-first+1)
	for _, s := range spans {
		from, to := cmp.Or(s.From, first), cmp.Or(s.To, edge)
		lines = append(lines, lifeline{
			X: percent(float64(from-first) * step), Width: percent(float64(max(to, from)-from+1) * step), Known: s.Known,
		})
	}
	return lines, ticks(first, edge, ticksTable)
}

// spanOf is when a State was a member. A State whose first year is not known is
// taken to be one as long as the process is there, and drawn as not known.
func spanOf(e *vocabulary.Entry, m vocabulary.Membership) yearSpan {
	return yearSpan{From: cmp.Or(m.From, e.Established), To: cmp.Or(m.To, e.Ended), Known: m.From > 0}
}

// sinceWords says since when a State is a member.
func (p *visit) sinceWords(e *vocabulary.Entry, m vocabulary.Membership) string {
	switch {
	case m.From > 0:
		return strconv.Itoa(m.From)
	case e.Established > 0:
		return p.say.Say("profile.not-before", e.Established)
	default:
		return p.say.Say("profile.unknown")
	}
}

func untilWords(e *vocabulary.Entry, m vocabulary.Membership) string {
	if year := cmp.Or(m.To, e.Ended); year > 0 {
		return strconv.Itoa(year)
	}
	return ""
}

// draw places the rows of the picture, from the first year to that of the
// latest intervention.
func (t *lifeTable) draw(spans []yearSpan, c *chart) *lifeTable {
	if len(t.Rows) == 0 {
		return nil
	}
	edge := 0
	if c != nil && len(c.Rows) > 0 {
		edge, _ = strconv.Atoi(c.Rows[0].Label) // newChart wrote it
	}
	lines, axis := lifelines(spans, edge)
	for i := range t.Rows {
		t.Rows[i].Line = lines[i]
	}
	t.Ticks = axis
	return t
}

// memberships are the processes of which a State is a member, the oldest first,
// each with how often it speaks of it there: a member that says nothing is a
// finding.
func (p *visit) memberships(state *vocabulary.Entry, spoken *api.Query, c *chart) (*lifeTable, error) {
	rcp := string(corpus.RCP)
	q := spoken.Counting(api.MaxValues)
	q.Facets = []string{rcp}
	a, err := p.service.Answer(p.ctx(), q)
	if err != nil {
		return nil, err
	}
	type membership struct {
		of *vocabulary.Entry
		m  vocabulary.Membership
	}
	var all []membership
	for e := range p.vocabulary.Entries(corpus.RCP) {
		for _, m := range e.Members {
			if m.Country == state.ID {
				all = append(all, membership{e, m})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b membership) int {
		return cmp.Compare(spanOf(a.of, a.m).From, spanOf(b.of, b.m).From)
	})
	t := &lifeTable{
		Title: p.say.Say("profile.member-of"), Note: p.say.Say("profile.member-note"), Head: p.say.Say("facet.rcp"),
		Count: p.say.Say("profile.own-turns"),
	}
	var spans []yearSpan
	for _, one := range all {
		spans = append(spans, spanOf(one.of, one.m))
		t.Rows = append(t.Rows, lifeRow{
			Name: one.of.Label(p.say.Code), URL: p.urls.RCP(one.of.ID), Since: p.sinceWords(one.of, one.m), To: untilWords(one.of, one.m),
			Count: p.linkedCount(shown(spoken).With(rcp, one.of.ID), countOf(a.Facets[rcp], one.of.ID)),
		})
	}
	return t.draw(spans, c), nil
}

func countOf(values []api.Value, id string) int {
	for _, v := range values {
		if v.Value == id {
			return v.Count
		}
	}
	return 0
}

// states counts, by the State that is spoken for, the interventions on a
// process.
func (p *visit) states(e *vocabulary.Entry) (*api.Answer, error) {
	q, err := p.ask(url.Values{"rcp": {e.ID}, "country_role": {string(corpus.SpeaksFor)}, "facets": {string(corpus.Country)}})
	if err != nil {
		return nil, err
	}
	return p.service.Answer(p.ctx(), q.Counting(api.MaxValues))
}

// members are the member States of a process by name, each with how often it
// speaks of it.
func (p *visit) members(e *vocabulary.Entry, states *api.Answer, c *chart) *lifeTable {
	country := string(corpus.Country)
	t := &lifeTable{
		Title: p.say.Say("profile.members"), Note: p.say.Say("profile.member-note"), Head: p.say.Say("facet.country"),
		Count: p.say.Say("profile.turns-on-it"),
	}
	all := slices.SortedFunc(slices.Values(e.Members), func(a, b vocabulary.Membership) int {
		return strings.Compare(search.Fold(p.label(country, a.Country)), search.Fold(p.label(country, b.Country)))
	})
	var spans []yearSpan
	for _, m := range all {
		spans = append(spans, spanOf(e, m))
		t.Rows = append(t.Rows, lifeRow{
			Name: p.label(country, m.Country), URL: p.urls.Country(m.Country), Since: p.sinceWords(e, m), To: untilWords(e, m),
			Count: p.linkedCount(shown(states.Asked).With(country, m.Country), countOf(states.Facets[country], m.Country)),
		})
	}
	return t.draw(spans, c)
}

// statesListed is how many States the list of a process names.
const statesListed = 10

// listStates adds the States that speak of a process most, those that are no
// members marked.
func (p *visit) listStates(v *profilePage, e *vocabulary.Entry, states *api.Answer) {
	country := string(corpus.Country)
	values := states.Facets[country]
	values = values[:min(statesListed, len(values))]
	l := barList{Kind: country, Title: p.say.Say("profile.states"), Lines: p.bars(states.Asked, country, values)}
	for i := range l.Lines {
		isIt := func(m vocabulary.Membership) bool { return m.Country == values[i].Value }
		if len(e.Members) > 0 && !slices.ContainsFunc(e.Members, isIt) {
			l.Lines[i].Note = p.say.Say("profile.no-member")
		}
	}
	if len(l.Lines) > 0 {
		v.Lists = append(v.Lists, l)
	}
}

// founding says when a process began and ended, and how many States are in it.
func (p *visit) founding(e *vocabulary.Entry) []fact {
	var out []fact
	if e.Established > 0 {
		out = append(out, fact{Term: p.say.Say("profile.since"), Text: strconv.Itoa(e.Established)})
	}
	if e.Ended > 0 {
		out = append(out, fact{Term: p.say.Say("profile.until"), Text: strconv.Itoa(e.Ended)})
	}
	if n := len(e.Members); n > 0 {
		out = append(out, fact{Term: p.say.Say("profile.members"), Text: p.say.Number(n)})
	}
	return out
}

// maxAlso is how many other names of a process are told.
const maxAlso = 4

// otherNames are those that a process has in a language besides its label.
func otherNames(e *vocabulary.Entry, lang string) string {
	var out []string
	label := e.Label(lang)
	for _, a := range e.Aliases {
		said := strings.Contains(label, a.Text) || e.Acronym != "" && strings.Contains(a.Text, e.Acronym)
		if a.Mask || said || a.Language != lang || slices.Contains(out, a.Text) {
			continue
		}
		if out = append(out, a.Text); len(out) == maxAlso {
			break
		}
	}
	return strings.Join(out, ", ")
}
