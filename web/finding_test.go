package web_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"briefsearch/corpus"
	"briefsearch/search"
)

// TestFindReports looks for reports by what names them, in the API, on the page of
// reports, and where a search for interventions finds nothing.
func TestFindReports(t *testing.T) {
	named := workshop()
	named.Symbol = "A/79/PV.29"
	for name, engine := range engines(t, named, reunion()) {
		h := site(t, engine)
		for q, want := range map[string][]string{
			"":                      {"reunion2009", "workshop2006"},
			"work+regional":         {"workshop2006"},
			"a%2F79%2Fpv.29":        {"workshop2006"},
			"A%2F79":                {"workshop2006"},
			"A%2F79%2FPV.9":         nil,
			"geneva+invented":       {"workshop2006"},
			"orkshop":               nil,
			"REUNI%C3%93N":          {"reunion2009"},
			"work&cursor=nowhere":   nil,
			"%22":                   {"reunion2009", "workshop2006"},
			"re&size=0":             nil,
			"dialogue+reuni%C3%B3n": nil,
		} {
			var list struct{ Reports []corpus.Report }
			_, body := get(t, h, "/api/v1/reports?q="+q)
			if err := json.Unmarshal([]byte(body), &list); err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, r := range list.Reports {
				got = append(got, string(r.ID))
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s: %q finds %q, want %q", name, q, got, want)
			}
		}
		for path, want := range map[string]string{
			"/reports?q=a/79":          `name="q" value="a/79"`,
			"/reports?q=work":          "Workshop on regional dialogue",
			"/reports?q=nowhere":       "No report has these words",
			"/reports?q=work&lang=fr":  `<input type="hidden" name="lang" value="fr">`,
			"/?q=A/79/PV.29":           `<a href="/reports?q=A%2F79%2FPV.29">Named so: 1 report</a>`,
			"/?q=workshop+on+dialogue": `<a href="/reports?q=workshop&#43;on&#43;dialogue">Named so: 1 report</a>`,
		} {
			if _, page := get(t, h, path); !strings.Contains(page, want) {
				t.Errorf("%s: %s lacks %s", name, path, want)
			}
		}
	}
}

// TestFindReportsByPages goes from page to page of what was found, and sees a report
// that has come meanwhile.
func TestFindReportsByPages(t *testing.T) {
	engine := engines(t, workshop(), reunion())["bleve"]
	h := site(t, engine)
	var list struct {
		Total   int
		Reports []corpus.Report
		Next    string
	}
	for i, want := range []corpus.ReportID{"reunion2009", "workshop2006"} {
		_, body := get(t, h, "/api/v1/reports?q=re&size=1&cursor="+list.Next)
		list.Next = ""
		if err := json.Unmarshal([]byte(body), &list); err != nil || list.Total != 2 || len(list.Reports) != 1 || list.Reports[0].ID != want {
			t.Fatalf("page %d: %v %s", i+1, err, body)
		}
	}
	if list.Next != "" {
		t.Errorf("a page behind the last: %q", list.Next)
	}
	another := workshop()
	another.ID, another.Title = "another", "Recent matters"
	corpus.AssignIDs(another)
	if err := engine.(search.Writer).Put(t.Context(), another); err != nil {
		t.Fatal(err)
	}
	if _, body := get(t, h, "/api/v1/reports?q=recent"); !strings.Contains(body, `"id":"another"`) {
		t.Errorf("what has come is not found: %s", body)
	}
}
