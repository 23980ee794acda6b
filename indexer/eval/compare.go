package eval

import (
	"fmt"
	"slices"
	"strings"

	"briefsearch/corpus"
)

// comparison collects scores and the sentences that explain them.
type comparison struct {
	scores Scores
	misses []string
}

// compare measures a report against its gold.
func compare(g *gold, r *corpus.Report) (Scores, []string) {
	c := &comparison{scores: make(Scores)}
	if g.report != nil {
		c.head(g.report, r)
	}
	if g.sections != nil {
		var titles []string
		for _, s := range r.Sections {
			titles = append(titles, s.Title)
		}
		c.set(FieldSection, "report", g.sections, titles)
	}
	if g.sessions != nil {
		c.set(FieldSession, "report", g.sessions, sessionTitles(r))
	}
	c.turns(g, r)
	return c.scores, c.misses
}

func (c *comparison) miss(format string, args ...any) {
	c.misses = append(c.misses, fmt.Sprintf(format, args...))
}

func (c *comparison) head(want *head, r *corpus.Report) {
	for _, f := range []struct {
		name string
		want *string
		got  string
	}{
		{"title", want.Title, r.Title},
		{"series", want.Series, r.Series},
		{"kind", want.Kind, r.Kind},
		{"date", want.Date, string(r.Date)},
		{"place", want.Place, r.Place},
		{"language", want.Language, r.Language},
		{"symbol", want.Symbol, r.Symbol},
	} {
		if f.want != nil && !c.scores.At(FieldReport).value(*f.want, f.got) {
			c.miss("report %s: want %q, got %q", f.name, *f.want, f.got)
		}
	}
	if want.Organisers != nil {
		c.set(FieldReport, "report organisers", want.Organisers, r.Organisers)
	}
}

// set compares two complete lists without regard to order.
func (c *comparison) set(f Field, where string, want, got []string) {
	s := c.scores.At(f)
	for _, w := range want {
		if slices.ContainsFunc(got, func(g string) bool { return fold(g) == fold(w) }) {
			s.Right++
		} else {
			s.Missing++
			c.miss("%s, %s: %q is missing", where, f, w)
		}
	}
	for _, g := range got {
		if !slices.ContainsFunc(want, func(w string) bool { return fold(g) == fold(w) }) {
			s.Wrong++
			c.miss("%s, %s: %q is wrong", where, f, g)
		}
	}
}

// some compares a list that must be found and one that must not.
func (c *comparison) some(f Field, where string, atLeast, not, got []string) {
	s := c.scores.At(f)
	for _, w := range atLeast {
		if slices.Contains(got, w) {
			s.Right++
		} else {
			s.Missing++
			c.miss("%s, %s: %q is missing", where, f, w)
		}
	}
	for _, n := range not {
		if slices.Contains(got, n) {
			s.Wrong++
			c.miss("%s, %s: %q is wrong", where, f, n)
		}
	}
}

// turns aligns the turns by speaker, in order, and compares each pair.
func (c *comparison) turns(g *gold, r *corpus.Report) {
	got := make([]*corpus.Intervention, 0, len(r.Interventions))
	for i := range r.Interventions {
		in := &r.Interventions[i]
		if n := len(got); g.joined && n > 0 && got[n-1].Speaker.Display() == in.Speaker.Display() {
			continue
		}
		got = append(got, in)
	}
	pairs := align(len(g.turns), len(got), func(i, j int) bool { return sameSpeaker(g.turns[i].Speaker, got[j].Speaker) })
	found := make([]bool, len(got))
	for i := range g.turns {
		want := &g.turns[i]
		where := fmt.Sprintf("turn %d (%s)", i+1, want.Speaker)
		j, ok := pairs[i]
		if !ok {
			c.scores.At(FieldTurn).Missing++
			c.scores.At(FieldSpeaker).Missing++
			c.miss("%s is missing", where)
			continue
		}
		found[j] = true
		c.scores.At(FieldSpeaker).Right++
		c.turn(where, want, got[j])
		if want.Session > 0 && (got[j].Session == nil || got[j].Session.Number != want.Session) {
			c.scores.At(FieldTurn).Wrong++
			c.miss("%s: not in session %d", where, want.Session)
		}
	}
	for j, ok := range found {
		if !ok {
			c.scores.At(FieldTurn).Wrong++
			c.scores.At(FieldSpeaker).Wrong++
			c.miss("a turn of %q on page %d is wrong", got[j].Speaker.Display(), got[j].PageFrom)
		}
	}
}

func (c *comparison) turn(where string, want *turn, got *corpus.Intervention) {
	text := fold(got.Text)
	if strings.HasPrefix(text, fold(want.Starts)) && strings.HasSuffix(text, fold(want.Ends)) {
		c.scores.At(FieldTurn).Right++
	} else {
		c.scores.At(FieldTurn).Wrong++
		c.scores.At(FieldTurn).Missing++
		c.miss("%s: begins %q and ends %q", where, clip(got.Text, true), clip(got.Text, false))
	}
	for _, f := range []struct {
		field Field
		want  optional
		got   string
	}{
		{FieldHonorific, want.Honorific, got.Speaker.Honorific},
		{FieldRole, want.Role, got.Speaker.Role},
		{FieldOrganisation, want.Organisation, got.Speaker.Organisation},
		{FieldCountrySpeaks, want.Country, got.Speaker.Country},
	} {
		// Verbatim gold says null where the speaker is a State's delegate, and
		// leaves the organisation of such a delegate out.
		if f.want.Set && !c.scores.At(f.field).value(f.want.Value, f.got) {
			c.miss("%s, %s: want %q, got %q", where, f.field, f.want.Value, f.got)
		}
	}
	if want.RCPs != nil {
		c.set(FieldRCP, where, want.RCPs, got.Tags.IDs(corpus.RCP))
	}
	if want.RCPSpeaksFor != nil {
		c.set(FieldRCPSpeaks, where, want.RCPSpeaksFor, spokenFor(got.Tags))
	}
	if want.Countries != nil {
		c.set(FieldCountry, where, want.Countries, got.Tags.IDs(corpus.Country))
	}
	c.some(FieldOrganisationTag, where, want.OrgsAtLeast, nil, got.Tags.IDs(corpus.Organisation))
	c.some(FieldTheme, where, want.ThemesAtLeast, want.ThemesNot, got.Tags.IDs(corpus.Theme))
}

func spokenFor(tags corpus.Tags) []string {
	var ids []string
	for _, t := range tags.Of(corpus.RCP) {
		if t.Has(corpus.SpeaksFor) {
			ids = append(ids, t.ID)
		}
	}
	return ids
}

func sessionTitles(r *corpus.Report) []string {
	var titles []string
	for i := range r.Interventions {
		if s := r.Interventions[i].Session; s != nil && !slices.Contains(titles, s.Title) {
			titles = append(titles, s.Title)
		}
	}
	return titles
}

// sameSpeaker says whether gold and report mean the same person: the names are
// equal, or, where gold has the surname alone, it is the last part of the name.
func sameSpeaker(want string, got corpus.Speaker) bool {
	w := fold(want)
	for _, name := range []string{got.Name, got.Honorific + " " + got.Name, got.AsPrinted} {
		g := fold(name)
		if g == w || strings.HasSuffix(g, " "+w) {
			return true
		}
	}
	return false
}

// align pairs the elements of two sequences, in order, so that as many as can be
// are paired (a longest common subsequence).
func align(n, m int, same func(i, j int) bool) map[int]int {
	best := make([][]int, n+1)
	for i := range best {
		best[i] = make([]int, m+1)
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if same(i, j) {
				best[i][j] = best[i+1][j+1] + 1
			} else {
				best[i][j] = max(best[i+1][j], best[i][j+1])
			}
		}
	}
	pairs := make(map[int]int)
	for i, j := 0, 0; i < n && j < m; {
		switch {
		case same(i, j):
			pairs[i] = j
			i, j = i+1, j+1
		case best[i+1][j] >= best[i][j+1]:
			i++
		default:
			j++
		}
	}
	return pairs
}

// clip is the beginning or the end of a text, for a message.
func clip(s string, beginning bool) string {
	const n = 48
	r := []rune(s)
	switch {
	case len(r) <= n:
		return s
	case beginning:
		return string(r[:n]) + "…"
	default:
		return "…" + string(r[len(r)-n:])
	}
}
