package web_test

import (
	"encoding/json"
	"strings"
	"testing"

	"briefsearch/corpus"
	"briefsearch/web/api"
)

// twice is an engine that holds the workshop in two forms.
func twice() *fake {
	first, second := workshop(), workshop()
	second.ID, second.Source.File = "workshopword", "workshop.docx"
	for i := range second.Interventions {
		second.Interventions[i].ID = ""
	}
	corpus.AssignIDs(second)
	for _, r := range []*corpus.Report{first, second} {
		r.Sketch = corpus.SketchOf(r)
	}
	return &fake{reports: []*corpus.Report{first, second, reunion()}}
}

// TestForms asks for a report that is held in two forms: pages count it once, unless
// they are asked for both or for the other one, and the API as it is told.
func TestForms(t *testing.T) {
	h := site(t, twice())
	for path, want := range map[string][]string{
		"/?q=remittances":                      {"2 interventions in 1 report", "Counted once", "In every form (4)"},
		"/?q=remittances&forms=all":            {"4 interventions in 2 reports", "In every form (4)"},
		"/?q=remittances&report=workshopword":  {"2 interventions in 1 report"},
		"/reports/workshop2006":                {"The same text is held as", "workshop.docx"},
		"/reports/workshopword":                {"The same text is held as", "workshop.txt"},
		"/matrix?q=remittances":                {"2 interventions"},
		"/matrix?q=remittances&forms=all":      {"4 interventions"},
		"/search.atom?q=remittances&forms=one": {"remittances"},
	} {
		_, body := get(t, h, path)
		page := text(parsed(t, body))
		for _, w := range want {
			if !strings.Contains(page, w) {
				t.Errorf("%s does not say %q", path, w)
			}
		}
	}
	_, body := get(t, h, "/?q=remittances")
	for _, link := range []string{`href="/?q=remittances&amp;forms=all"`, `href="/api/v1/search?q=remittances&amp;forms=one"`} {
		if !strings.Contains(body, link) {
			t.Errorf("the page has no link %s", link)
		}
	}
	if _, body = get(t, h, "/?q=reunion"); strings.Contains(body, "Counted once") {
		t.Error("a choice is offered where nothing is held twice")
	}
	if _, body = get(t, h, "/?q=remittances&forms=all"); !strings.Contains(body, `name="forms" value="all"`) {
		t.Error("the form forgets that all forms were asked for")
	}
	if a := searchAPI(t, h, "q=remittances"); a.Total != 4 || a.Query.Forms != "all" {
		t.Errorf("the API finds %d, %+v", a.Total, a.Query)
	}
	if a := searchAPI(t, h, "q=remittances&forms=one"); a.Total != 2 || a.Query.Forms != "one" {
		t.Errorf("the API finds %d of one form, %+v", a.Total, a.Query)
	}
	var report api.Report
	_, body = get(t, h, "/api/v1/reports/workshopword")
	if err := json.Unmarshal([]byte(body), &report); err != nil || len(report.OtherForms) != 1 || report.OtherForms[0].File != "workshop.txt" {
		t.Errorf("other forms are %+v, %v", report.OtherForms, err)
	}
}
