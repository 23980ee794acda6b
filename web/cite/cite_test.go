package cite_test

import (
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/corpus"
	"briefsearch/web/cite"
)

var update = flag.Bool("update", false, "write the golden files anew")

const address = "https://briefs.example.org/interventions/abc-def"

func sample() (*corpus.Report, *corpus.Intervention) {
	r := &corpus.Report{
		ID: "abc", Title: "Dialogue & partnership: 50% more\nmeetings", Series: "Invented_Series #4", Symbol: "X/12/3", Date: "2006-06-02",
		Place: "Geneva", Organisers: []string{"IOM", "UNITAR"},
	}
	in := &corpus.Intervention{
		ID: "abc-def", PageFrom: 2, PageTo: 3, Language: "en", Session: &corpus.Session{Number: 1, Title: "Session I: {Braces}"},
		Speaker: corpus.Speaker{Name: "Ada Ibáñez", Honorific: "Ms."},
	}
	return r, in
}

func TestFormats(t *testing.T) {
	r, in := sample()
	for _, f := range cite.Formats() {
		t.Run(f.Name, func(t *testing.T) {
			got := f.Write(cite.Cited{Report: r, Intervention: in, URL: address})
			file := filepath.Join("testdata", f.Name+"."+f.Extension)
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestLittleIsKnown(t *testing.T) {
	for _, f := range cite.Formats() {
		got := f.Write(cite.Cited{Report: &corpus.Report{}, Intervention: &corpus.Intervention{ID: "x", Speaker: corpus.Speaker{AsPrinted: "The delegate"}}, URL: address})
		if !strings.Contains(got, "The delegate") || strings.Contains(got, "0001") {
			t.Errorf("%s: %s", f.Name, got)
		}
	}
}

// TestReadersReadThem gives the references to a program that people use.
func TestReadersReadThem(t *testing.T) {
	pandoc, err := exec.LookPath("pandoc")
	if err != nil {
		t.Skip("pandoc not found: no real reader reads the references")
	}
	r, in := sample()
	for _, name := range []string{"bibtex", "csl-json"} {
		f, _ := cite.FormatByName(name)
		from := map[string]string{"bibtex": "bibtex", "csl-json": "csljson"}[name]
		cmd := exec.CommandContext(t.Context(), pandoc, "--from", from, "--to", "csljson")
		again := *in
		again.ID = "abc-ghi"
		cmd.Stdin = strings.NewReader(f.Write(cite.Cited{Report: r, Intervention: in, URL: address}, cite.Cited{Report: r, Intervention: &again, URL: address}))
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var items []map[string]any
		if err := json.Unmarshal(out, &items); err != nil || len(items) != 2 {
			t.Fatalf("%s: %v %s", name, err, out)
		}
		if got := items[0]["URL"]; got != address {
			t.Errorf("%s: address %v", name, got)
		}
		if got, _ := items[0]["container-title"].(string); !strings.Contains(got, "Dialogue & partnership: 50% more meetings") {
			t.Errorf("%s: report %q", name, got)
		}
	}
}
