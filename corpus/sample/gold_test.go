package sample_test

import (
	"bytes"
	"encoding/json"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// gold is as much of a gold file as can be checked against the report's own
// words. Package indexer/eval describes the format.
type gold struct {
	File     string   `json:"file"`
	Sections []string `json:"sections"`
	Sessions []string `json:"sessions"`
	Turns    []turn   `json:"interventions"`

	Report json.RawMessage `json:"report"`
}

type turn struct {
	Session      int      `json:"session"`
	Speaker      string   `json:"speaker"`
	Honorific    string   `json:"honorific"`
	Role         string   `json:"role"`
	Organisation string   `json:"organisation"`
	Country      string   `json:"country"`
	Starts       string   `json:"starts"`
	Ends         string   `json:"ends"`
	RCPs         []string `json:"rcps"`
	RCPSpeaksFor []string `json:"rcp_speaks_for"`
	Countries    []string `json:"countries"`
	Themes       []string `json:"themes_at_least"`
	ThemesNot    []string `json:"themes_not"`
	Orgs         []string `json:"organisations_at_least"`
}

// TestEveryReportHasGold pairs gold files and reports by their names.
func TestEveryReportHasGold(t *testing.T) {
	var want, got []string
	for name := range marks {
		want = append(want, strings.TrimSuffix(name, path.Ext(name))+".json -> ../reports/"+name)
	}
	for name, g := range golds(t) {
		got = append(got, name+" -> "+g.File)
	}
	slices.Sort(want)
	slices.Sort(got)
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("gold files (-want +got):\n%s", d)
	}
}

// TestGoldStandsInTheReport walks the turns through the text: each begins and
// ends after the one before, and what gold says of its speaker is printed.
func TestGoldStandsInTheReport(t *testing.T) {
	for name, g := range golds(t) {
		t.Run(name, func(t *testing.T) {
			rest := letters(textOf(t, path.Base(g.File)))
			for _, title := range append(g.Sections, g.Sessions...) {
				if !strings.Contains(rest, letters(title)) {
					t.Errorf("the report has no title %q", title)
				}
			}
			for _, in := range g.Turns {
				rest = in.find(t, rest)
			}
		})
	}
}

// find looks for a turn in the letters of a report and returns those after it.
func (in *turn) find(t *testing.T, rest string) string {
	t.Helper()
	for _, words := range []string{in.Speaker, in.Honorific, in.Role, in.Organisation} {
		if !strings.Contains(rest, letters(words)) {
			t.Errorf("%s: %q is not printed from here on", in.Speaker, words)
		}
	}
	for _, words := range []string{in.Starts, in.Ends} {
		_, after, ok := strings.Cut(rest, letters(words))
		if !ok {
			t.Fatalf("%s: %q is not printed from here on", in.Speaker, words)
		}
		rest = after
	}
	return rest
}

func golds(t *testing.T) map[string]gold {
	t.Helper()
	files, err := filepath.Glob("gold/*.json")
	if err != nil {
		t.Fatal(err)
	}
	out := make(map[string]gold, len(files))
	for _, f := range files {
		d := json.NewDecoder(bytes.NewReader(readFile(t, f)))
		d.DisallowUnknownFields()
		var g gold
		if err := d.Decode(&g); err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		out[filepath.Base(f)] = g
	}
	return out
}
