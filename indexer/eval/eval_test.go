package eval_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/corpus"
	"briefsearch/indexer/eval"
)

// maker makes what the test says of any file.
type maker map[string]*corpus.Report

func (m maker) Make(_ context.Context, path string) (*corpus.Report, error) {
	if r, ok := m[filepath.Base(path)]; ok {
		return r, nil
	}
	return nil, &corpus.Error{Code: corpus.Corrupt, Op: "read", File: path, Err: errors.New("broken")}
}

func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const goldJSON = `{
  "report": {"title": "Migration Talks", "date": "2011-05-02", "organisers": ["IOM"]},
  "sections": ["Background"], "sessions": ["Session I"],
  "interventions": [
    {"session": 1, "speaker": "Ada Brook", "honorific": "Ms.", "role": "Head", "country": null,
     "starts": "Ms. Ada Brook opened", "ends": "the talks.", "rcps": ["RCM"], "countries": [],
     "themes_at_least": ["remittances"], "themes_not": ["asylum-refugees"]},
    {"session": 1, "speaker": "Luis Vega", "country": "PY", "starts": "Mr. Luis Vega", "ends": "agreed.",
     "rcps": [], "countries": ["PY", "US"]}]}`

func report() *corpus.Report {
	session := &corpus.Session{Number: 1, Title: "Session I"}
	return &corpus.Report{
		Title: "Migration Talks", Date: "2011-05-02", Organisers: []string{"IOM"},
		Sections: []corpus.Section{{Title: "Background"}},
		Interventions: []corpus.Intervention{
			{
				Session: session, Speaker: corpus.Speaker{Name: "Ada Brook", Honorific: "Ms.", Role: "Head"},
				Text: "Ms. Ada  Brook opened the talks.",
				Tags: corpus.Tags{{Kind: corpus.RCP, ID: "RCM"}, {Kind: corpus.Theme, ID: "remittances"}},
			},
			{
				Session: session, Speaker: corpus.Speaker{Name: "Luis Vega", Country: "PY"}, Text: "Mr. Luis Vega agreed.",
				Tags: corpus.Tags{{Kind: corpus.Country, ID: "PY"}, {Kind: corpus.Country, ID: "US"}},
			},
		},
	}
}

func TestDirPerfect(t *testing.T) {
	dir := folder(t, map[string]string{"talks.json": goldJSON, "talks.txt": "x", "talks-scan.pdf": "x", "other.txt": "x"})
	results, err := eval.Dir(t.Context(), dir, maker{"talks.txt": report(), "talks-scan.pdf": report()})
	if err != nil {
		t.Fatal(err)
	}
	if len(results) != 2 {
		t.Fatalf("%d results, want one for each form of the report", len(results))
	}
	for f, s := range eval.Sum(results) {
		if s.Measured() && s.F1() != 1 {
			t.Errorf("%s: F1 %.3f, want 1", f, s.F1())
		}
	}
	if len(results[0].Misses) > 0 {
		t.Errorf("misses: %q", results[0].Misses)
	}
}

func TestDirPairsNamesThatAreAkin(t *testing.T) {
	dir := folder(t, map[string]string{
		"hansard-upper-2011-09-01.json": goldJSON, "2011-09-01-upper-sample.pdf": "x", "2011-09-02-lower.pdf": "x", "minutes.txt": "x",
	})
	results, err := eval.Dir(t.Context(), dir, maker{"2011-09-01-upper-sample.pdf": report()})
	if err != nil {
		t.Fatal(err)
	}
	if len(results) != 1 || filepath.Base(results[0].File) != "2011-09-01-upper-sample.pdf" {
		t.Errorf("got %+v", results)
	}
}

func TestDirCountsFaults(t *testing.T) {
	bad := report()
	bad.Title = "Talks"
	bad.Interventions[0].Tags = append(bad.Interventions[0].Tags, corpus.Tag{Kind: corpus.Theme, ID: "asylum-refugees"}, corpus.Tag{Kind: corpus.RCP, ID: "BALI"})
	bad.Interventions[1].Tags = bad.Interventions[1].Tags[:1]
	bad.Interventions[1].Text = "Mr. Luis Vega agreed. United Nations Plaza"
	bad.Interventions = append(bad.Interventions, corpus.Intervention{Speaker: corpus.Speaker{Name: "Nobody"}})
	dir := folder(t, map[string]string{"talks.json": goldJSON, "talks.txt": "x"})
	results, err := eval.Dir(t.Context(), dir, maker{"talks.txt": bad})
	if err != nil {
		t.Fatal(err)
	}
	want := map[eval.Field]eval.Score{
		eval.FieldReport:          {Right: 2, Wrong: 1, Missing: 1},
		eval.FieldTurn:            {Right: 1, Wrong: 2, Missing: 1},
		eval.FieldSpeaker:         {Right: 2, Wrong: 1},
		eval.FieldRCP:             {Right: 1, Wrong: 1},
		eval.FieldCountry:         {Right: 1, Missing: 1},
		eval.FieldTheme:           {Right: 1, Wrong: 1},
		eval.FieldSection:         {Right: 1},
		eval.FieldSession:         {Right: 1},
		eval.FieldHonorific:       {Right: 1},
		eval.FieldRole:            {Right: 1},
		eval.FieldCountrySpeaks:   {Right: 1},
		eval.FieldOrganisation:    {},
		eval.FieldRCPSpeaks:       {},
		eval.FieldOrganisationTag: {},
	}
	for f, w := range want {
		var got eval.Score
		if s := results[0].Scores[f]; s != nil {
			got = *s
		}
		if diff := cmp.Diff(w, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", f, diff)
		}
	}
}

func TestDirUnreadableReportScoresNothing(t *testing.T) {
	dir := folder(t, map[string]string{"gold/x.json": `{"report": "reports/x.pdf", "interventions": [{"speaker": "Brook"}]}`, "reports/x.pdf": "x"})
	results, err := eval.Dir(t.Context(), filepath.Join(dir, "gold"), maker{})
	if err != nil {
		t.Fatal(err)
	}
	if len(results) != 1 || results[0].Err == nil || results[0].Scores[eval.FieldTurn].Recall() != 0 {
		t.Errorf("got %+v", results)
	}
}

func TestDirJoinsSpeechesOfTranscripts(t *testing.T) {
	dir := folder(t, map[string]string{
		"t.json": `{"transcript": [{"type": "heading"}, {"type": "speech", "speaker_name": "Mr. Vega"},
			{"type": "scene"}, {"type": "speech", "speaker_name": "Mr. Vega"}, {"type": "speech", "speaker_name": "Mr. Speaker"}]}`,
		"t.txt": "x",
	})
	r := &corpus.Report{Interventions: []corpus.Intervention{
		{Speaker: corpus.Speaker{Name: "Vega", Honorific: "Mr."}}, {Speaker: corpus.Speaker{AsPrinted: "Mr. Speaker"}},
	}}
	results, err := eval.Dir(t.Context(), dir, maker{"t.txt": r})
	if err != nil {
		t.Fatal(err)
	}
	if s := *results[0].Scores[eval.FieldSpeaker]; s.F1() != 1 || s.Right != 2 {
		t.Errorf("got %+v, misses %q", s, results[0].Misses)
	}
}

func TestDirWithoutGold(t *testing.T) {
	for name, files := range map[string]map[string]string{
		"nothing":     {},
		"other JSON":  {"package.json": `{"name": "x"}`},
		"no report":   {"talks.json": goldJSON},
		"broken JSON": {"talks.json": "{", "talks.txt": "x"},
	} {
		if _, err := eval.Dir(t.Context(), folder(t, files), maker{}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
