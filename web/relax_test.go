package web_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"briefsearch/corpus"
)

// TestFewer asks for words of which no intervention has all.
func TestFewer(t *testing.T) {
	h := site(t, &fake{reports: []*corpus.Report{workshop(), reunion()}})
	for q, want := range map[string]string{
		"?q=minutes+wages":          `[{"q":"wages","total":1},{"q":"minutes","total":1}]`,
		"?q=minutes+wages&rcp=SACM": `[{"q":"wages","total":1}]`,
		"?q=minutes+nowhere":        `[{"q":"minutes","total":1}]`,
		"?q=nowhere+never":          "",
		"?q=nowhere":                "",
		"?q=remittances":            "",
	} {
		var answer struct {
			Fewer json.RawMessage `json:"fewer"`
		}
		_, body := get(t, h, "/api/v1/search"+q)
		if err := json.Unmarshal([]byte(body), &answer); err != nil {
			t.Fatal(err)
		}
		if got := string(answer.Fewer); got != want {
			t.Errorf("%s: %s, want %s", q, got, want)
		}
		_, page := get(t, h, "/"+q)
		if got := strings.Contains(page, `<a href="/?q=minutes"`); got != strings.Contains(want, "minutes") {
			t.Errorf("%s: the page leads on to fewer words: %v", q, got)
		}
	}
}

// TestPartly asks for words that few interventions have together.
func TestPartly(t *testing.T) {
	h := site(t, &fake{reports: []*corpus.Report{workshop(), reunion()}})
	for q, want := range map[string][]string{
		"?q=minutes+wages":              {"Ada Lindqvist", "Clara Ibáñez"},
		"?q=remittances+wages":          {"Ada Lindqvist"},
		"?q=remittances+wages&rcp=SACM": nil,
		"?q=remittances+wages&size=0":   nil,
		"?q=remittances":                nil,
		"?q=remittances+OR+wages":       nil,
	} {
		var answer struct {
			Total  int `json:"total"`
			Partly []struct {
				Speaker corpus.Speaker `json:"speaker"`
			} `json:"partly"`
		}
		_, body := get(t, h, "/api/v1/search"+q)
		if err := json.Unmarshal([]byte(body), &answer); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, hit := range answer.Partly {
			got = append(got, hit.Speaker.Name)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %d and partly %v, want %v", q, answer.Total, got, want)
		}
		_, page := get(t, h, "/"+q)
		leads := strings.Contains(page, `href="/?q=%28`)
		if leads != (len(want) > 0) {
			t.Errorf("%s: the page leads on to some of the words: %v", q, leads)
		}
	}
}
