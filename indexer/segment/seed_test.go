package segment_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/indexer/segment"
)

type gold struct {
	Sections      []string
	Sessions      []string
	Interventions []struct {
		Session                                              int
		Speaker, Honorific, Role, Organisation, Starts, Ends string
		Country                                              *string
	}
}

func TestSeed(t *testing.T) {
	var want gold
	if err := json.Unmarshal(shared(t, "gold", "rcp-briefing-2006.json"), &want); err != nil {
		t.Fatal(err)
	}
	src := string(shared(t, "reports", "seed", "rcp-briefing-2006.txt"))
	for name, text := range map[string]string{
		"markdown": src,
		"plain":    strings.NewReplacer("**", "", "*", "").Replace(src),
	} {
		t.Run(name, func(t *testing.T) {
			doc := parse(strings.ReplaceAll(text, "\n\n\n\n", "\n\n\f\n\n"))
			layout := segment.Pick(doc, segment.All(names{}))
			if layout.Name() != "narrative" {
				t.Errorf("layout is %s", layout.Name())
			}
			compareGold(t, want, layout.Segment(doc))
		})
	}
}

func compareGold(t *testing.T, want gold, got segment.Parts) {
	t.Helper()
	var sections, sessions []string
	for _, s := range got.Sections {
		sections = append(sections, s.Title)
	}
	if d := cmp.Diff(want.Sections, sections); d != "" {
		t.Errorf("sections:\n%s", d)
	}
	if len(got.Interventions) != len(want.Interventions) {
		t.Errorf("%d interventions, want %d", len(got.Interventions), len(want.Interventions))
	}
	for i, in := range got.Interventions {
		if in.Session != nil && (len(sessions) == 0 || sessions[len(sessions)-1] != in.Session.Title) {
			sessions = append(sessions, in.Session.Title)
		}
		if i >= len(want.Interventions) {
			t.Errorf("also: %s", in.Text)
			continue
		}
		w, sp := want.Interventions[i], in.Speaker
		country := ""
		if w.Country != nil {
			country = *w.Country
		}
		if d := cmp.Diff([]string{w.Speaker, w.Honorific, w.Role, w.Organisation, country},
			[]string{sp.Name, sp.Honorific, sp.Role, sp.Organisation, sp.Country}); d != "" {
			t.Errorf("speaker %d:\n%s", i+1, d)
		}
		if in.Session == nil || in.Session.Number != w.Session {
			t.Errorf("intervention %d: session %v, want %d", i+1, in.Session, w.Session)
		}
		if !strings.HasPrefix(in.Text, w.Starts) || !strings.HasSuffix(in.Text, w.Ends) {
			t.Errorf("intervention %d is %.60q … %q", i+1, in.Text, in.Text[max(0, len(in.Text)-60):])
		}
	}
	if d := cmp.Diff(want.Sessions, sessions); d != "" {
		t.Errorf("sessions:\n%s", d)
	}
}

// names is a small vocabulary.
type names struct{}

var countries = []struct{ name, code string }{
	{"Indonesia", "ID"},
	{"Paraguay", "PY"},
	{"U.S.", "US"},
	{"Morocco", "MA"},
	{"Kenya", "KE"},
	{"Ghana", "GH"},
	{"France", "FR"},
	{"Francia", "FR"},
	{"México", "MX"},
	{"Mexico", "MX"},
	{"Ecuador", "EC"},
	{"United States", "US"},
	{"Côte d’Ivoire", "CI"},
	{"Colombia", "CO"},
	{"Peru", "PE"},
	{"Norway", "NO"},
	{"Samoa", "WS"},
	{"Fiji", "FJ"},
	{"Malta", "MT"},
	{"Chile", "CL"},
	{"Nepal", "NP"},
}

func (names) Country(text string) (string, bool) {
	text = strings.TrimPrefix(text, "Republic of ")
	for _, c := range countries {
		if strings.EqualFold(c.name, text) {
			return c.code, true
		}
	}
	return "", false
}

func (names) Countries(text string) []string {
	at := map[int]string{}
	for _, c := range countries {
		if i := strings.Index(text, c.name); i >= 0 {
			at[i] = c.code
		}
	}
	var out []string
	for i := range text {
		if at[i] != "" {
			out = append(out, at[i])
		}
	}
	return out
}

func (names) Organisation(text string) (string, bool) {
	switch text {
	case "IOM", "UNFPA", "UNITAR", "ECLAC", "ILO", "International Organization for Migration", "European Union":
		return "", true
	}
	return "", false
}
