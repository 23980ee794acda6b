package web_test

import (
	"encoding/json"
	"html"
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

// TestBegun asks for a word that is not typed to its end.
func TestBegun(t *testing.T) {
	h := site(t, engines(t, workshop(), reunion())["bleve"])
	for q, want := range map[string]string{
		"?q=excha":              `{"q":"excha*","total":1}`,
		"?q=ada+excha":          `{"q":"ada excha*","total":1}`,
		"?q=excha&rcp=SACM":     "",
		"?q=exchange":           "",
		"?q=nowhere":            "",
		"?q=excha&in=sections":  "",
		"?q=excha&size=0":       "",
		"?q=secretariat+nowher": "",
	} {
		var answer struct {
			Begun json.RawMessage `json:"begun"`
		}
		_, body := get(t, h, "/api/v1/search"+q)
		if err := json.Unmarshal([]byte(body), &answer); err != nil {
			t.Fatal(err)
		}
		if got := string(answer.Begun); got != want {
			t.Errorf("%s: %s, want %s", q, got, want)
		}
	}
	_, page := get(t, h, "/?q=ada+excha&lang=fr")
	for _, want := range []string{
		`name="q" value="ada excha"`, "Rien ne correspond à « ada excha »", "<bdi>ada excha*</bdi>", "<mark>exchange</mark>", "1 intervention dans",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page of what is being typed lacks %q", want)
		}
	}
}

// TestRemarks holds pages to the words of notices: those of the API in English, and
// others in other languages.
func TestRemarks(t *testing.T) {
	h := site(t, engines(t, workshop())["bleve"])
	for _, q := range []string{
		"of+the", "a+AND", "OR+a", "a+NOT", "a)", "(a", "%28%28a", "%22a", "a*", "a*b", "rcp:nowhere", "rcp:", "%21",
		"THE+LOUD+AND+BRIGHT+BIG+GREEN+SIGN",
	} {
		var answer struct {
			Query struct{ Notices []struct{ Text string } }
		}
		_, body := get(t, h, "/api/v1/search?q="+q)
		if err := json.Unmarshal([]byte(body), &answer); err != nil || len(answer.Query.Notices) == 0 {
			t.Fatalf("%s: %v %s", q, err, body)
		}
		text := html.EscapeString(answer.Query.Notices[0].Text)
		_, english := get(t, h, "/?q="+q)
		if n := strings.Count(english, "<li>"+text+"</li>"); n != 1 {
			t.Errorf("%s: %q stands %d times on the page", q, text, n)
		}
		_, french := get(t, h, "/?lang=fr&q="+q)
		if strings.Contains(french, text) || strings.Contains(french, "notice.") || !strings.Contains(french, `<ul class="notices">`) {
			t.Errorf("%s: %q is not said in French", q, text)
		}
	}
}
