package describe_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
)

// root is the folder that holds go.mod.
func root(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if parent := filepath.Dir(dir); parent != dir {
			dir = parent
			continue
		}
		t.Fatal("no go.mod above the working directory")
	}
}

func describeFile(t *testing.T, path string) *corpus.Report {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := read.Read(context.Background(), read.File{Name: filepath.Base(path), Content: content}, read.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return describe.Report(doc)
}

// agree compares a report with the fields that a gold has, as JSON.
func agree(t *testing.T, gold map[string]any, r *corpus.Report) {
	t.Helper()
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatal(err)
	}
	for key, want := range gold {
		if d := cmp.Diff(want, got[key]); d != "" {
			t.Errorf("%s (-want +got):\n%s", key, d)
		}
	}
}

func goldOf(t *testing.T, path string) (file string, report map[string]any) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var g struct {
		File   string
		Report map[string]any
	}
	if err := json.Unmarshal(b, &g); err != nil {
		t.Fatal(err)
	}
	return g.File, g.Report
}

func TestSampleReports(t *testing.T) {
	golds, err := filepath.Glob(filepath.Join(root(t), "corpus", "sample", "gold", "*.json"))
	if err != nil || len(golds) == 0 {
		t.Fatalf("no gold of the sample reports: %v", err)
	}
	for _, path := range golds {
		file, want := goldOf(t, path)
		t.Run(filepath.Base(file), func(t *testing.T) {
			agree(t, want, describeFile(t, filepath.Join(filepath.Dir(path), file)))
		})
	}
}

// shared is a folder of real reports that stands beside the repository where
// reports may not be copied into it.
func shared(t *testing.T, parts ...string) string {
	t.Helper()
	dir := filepath.Join(filepath.Dir(root(t)), "shared")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("shared reports not present beside the repository: only the invented ones were described")
	}
	return filepath.Join(append([]string{dir}, parts...)...)
}

func TestSeedInEveryForm(t *testing.T) {
	dir := shared(t, "reports", "seed")
	b, err := os.ReadFile(shared(t, "gold", "rcp-briefing-2006.json"))
	if err != nil {
		t.Fatal(err)
	}
	var gold struct{ Report map[string]any }
	if err := json.Unmarshal(b, &gold); err != nil {
		t.Fatal(err)
	}
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if strings.Contains(f.Name(), "scan") {
			continue // needs optical character recognition, which package read has no say in
		}
		t.Run(f.Name(), func(t *testing.T) { agree(t, gold.Report, describeFile(t, filepath.Join(dir, f.Name()))) })
	}
}

// TestSharedReports checks facts of reports of other kinds.
func TestSharedReports(t *testing.T) {
	for file, want := range map[string]map[string]any{
		"verbatim/a-79-pv-29.pdf":                {"kind": "verbatim record", "symbol": "A/79/PV.29", "date": "2024-10-29", "place": "New York", "title": "General Assembly, 29th plenary meeting"},
		"verbatim/s-pv-8422.pdf":                 {"kind": "verbatim record", "symbol": "S/PV.8422", "date": "2018-12-13", "place": "New York", "title": "Security Council, 8422nd meeting"},
		"upr/argentina2008.pdf":                  {"kind": "summary record", "symbol": "A/HRC/8/34", "date": "2008-04-16"},
		"upr/lebanon2011.pdf":                    {"kind": "summary record", "symbol": "A/HRC/16/18", "date": "2010-11-10"},
		"upr/senegal2009.pdf":                    {"kind": "summary record", "symbol": "A/HRC/11/24", "date": "2009-02-06"},
		"enb/enb12295e.md":                       {"kind": "bulletin", "date": "2006-04-26", "place": "Port Louis, Mauritius"},
		"enb/enb12583e.md":                       {"kind": "bulletin", "date": "2013-11-11", "place": "Warsaw, Poland"},
		"statements/bo_es.pdf":                   {"kind": "statement", "date": "2024-09-25", "place": "Nueva York", "language": "es"},
		"statements/lb_ar.pdf":                   {"kind": "statement", "date": "2024-09-26", "language": "ar"},
		"statements/by_ru.pdf":                   {"kind": "statement", "language": "ru"},
		"hansard/2011-09-01-assembly-sample.pdf": {"kind": "verbatim record", "date": "2011-09-01"},
		"transcripts/session_2_Oct_13_2025_mandate_creation_briefing.md": {"kind": "transcript", "date": "2025-10-13"},
	} {
		t.Run(file, func(t *testing.T) { agree(t, want, describeFile(t, shared(t, "reports", filepath.FromSlash(file)))) })
	}
}

// TestTitlesOfSharedReports holds what no title is ever: empty, the line of a
// masthead, a date or a symbol.
func TestTitlesOfSharedReports(t *testing.T) {
	files, err := filepath.Glob(shared(t, "reports", "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	never := []string{"United Nations", "General Assembly", "Human Rights Council", "General", "Universal Periodic Review", "Provisional"}
	for _, path := range files {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := read.Read(context.Background(), read.File{Name: filepath.Base(path), Content: content}, read.Limits{})
		if corpus.CodeOf(err) == corpus.NeedsOCR {
			continue
		} else if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		r := describe.Report(doc)
		if r.Title == "" || slices.Contains(never, r.Title) || strings.Contains(r.Title, "Distr") || strings.HasPrefix(r.Title, "A/") {
			t.Errorf("%s: title %q", path, r.Title)
		}
		if strings.Contains(path, "upr") && !strings.HasPrefix(r.Title, "Report of the Working Group on the Universal Periodic Review: ") {
			t.Errorf("%s: title %q", path, r.Title)
		}
	}
}
