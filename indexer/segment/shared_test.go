package segment_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"math"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/segment"
)

// divide reads a shared report and divides it by the layout that fits it best.
func divide(t *testing.T, all []segment.Layout, parts ...string) (string, segment.Parts) {
	t.Helper()
	name := filepath.Join(parts...)
	content := shared(t, append([]string{"reports"}, parts...)...)
	doc, err := read.Read(context.Background(), read.File{Name: filepath.Base(name), Content: content}, read.Limits{})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	layout := segment.Pick(doc, all)
	p := layout.Segment(doc)
	checkPromise(t, name, doc, p)
	return layout.Name(), p
}

func TestSharedStatements(t *testing.T) {
	all := layouts(t)
	for _, name := range []string{"ar_es", "bj_fr", "bo_es", "bt_en", "by_ru", "ci_fr", "ec_es", "lb_ar", "no_en"} {
		layout, p := divide(t, all, "statements", name+".pdf")
		if layout != "statement" || len(p.Interventions) != 1 {
			t.Errorf("%s: %d turns of layout %s", name, len(p.Interventions), layout)
			continue
		}
		in := p.Interventions[0]
		if got := strings.ToLower(in.Speaker.Country) + "_" + in.Language; got != name {
			t.Errorf("%s: got %s", name, got)
		}
	}
}

// TestSharedDialogues counts the States that speak in the dialogue of each
// numbered record, and compares with what the record says of itself.
func TestSharedDialogues(t *testing.T) {
	all := layouts(t)
	lines := bufio.NewScanner(bytes.NewReader(shared(t, "gold", "upr-delegations.tsv")))
	sum, n := 0.0, 0
	for lines.Scan() {
		file, stated, _ := strings.Cut(lines.Text(), "\t")
		want, err := strconv.Atoi(stated)
		if err != nil {
			continue // the heading
		}
		layout, p := divide(t, all, strings.Split(strings.TrimPrefix(file, "reports/"), "/")...)
		got := dialogue(p)
		off := math.Abs(float64(got-want)) / float64(want)
		if off > 0.10 || layout != "numbered" {
			t.Errorf("%s: %d States speak, want %d; layout %s", file, got, want, layout)
		}
		sum += off
		n++
	}
	t.Logf("%d records, %.2f %% off on average", n, 100*sum/float64(n))
	if sum/float64(n) > 0.03 {
		t.Errorf("%.1f %% off on average", 100*sum/float64(n))
	}
}

// dialogue counts the States other than the one under review with a turn in the
// interactive dialogue.
func dialogue(p segment.Parts) int {
	reviewed := ""
	states := map[string]bool{}
	for _, in := range p.Interventions {
		switch {
		case in.Session == nil:
		case strings.Contains(in.Session.Title, "Presentation by"):
			reviewed = in.Speaker.Country
		case strings.Contains(strings.ToLower(in.Session.Title), "interactive"):
			states[in.Speaker.Country+in.Speaker.Organisation] = true
		}
	}
	delete(states, reviewed)
	return len(states)
}

func TestSharedRecords(t *testing.T) {
	all := layouts(t)
	for gold, report := range map[string]string{"a-79-pv-29.json": "a-79-pv-29.pdf", "s-pv-8422.json": "s-pv-8422.pdf"} {
		var want struct {
			Interventions []struct{ Speaker, Country string }
		}
		if err := json.Unmarshal(shared(t, "gold", gold), &want); err != nil {
			t.Fatal(err)
		}
		_, p := divide(t, all, "verbatim", report)
		var wanted, got []string
		for _, in := range want.Interventions {
			wanted = append(wanted, in.Speaker+" "+in.Country)
		}
		for _, in := range p.Interventions {
			got = append(got, in.Speaker.Name+" "+in.Speaker.Country)
		}
		if d := cmp.Diff(wanted, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", report, d)
		}
	}
}

func TestSharedParliament(t *testing.T) {
	var want struct {
		Transcript []struct {
			Type    string
			Speaker string `json:"speaker_name"`
		}
	}
	if err := json.Unmarshal(shared(t, "gold", "hansard-assembly-2011-09-01.json"), &want); err != nil {
		t.Fatal(err)
	}
	_, p := divide(t, layouts(t), "hansard", "2011-09-01-assembly-sample.pdf")
	var wanted, got []string
	for _, s := range want.Transcript {
		if s.Type == "speech" && (len(wanted) == 0 || wanted[len(wanted)-1] != s.Speaker) {
			wanted = append(wanted, s.Speaker)
		}
	}
	for _, in := range p.Interventions {
		got = append(got, printed(in.Speaker))
	}
	if d := cmp.Diff(wanted, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func printed(sp corpus.Speaker) string {
	return strings.TrimSpace(sp.Honorific + " " + sp.Name)
}
