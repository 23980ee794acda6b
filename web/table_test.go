package web_test

import (
	"encoding/csv"
	"net/http"
	"strings"
	"testing"

	"briefsearch/corpus"
	"briefsearch/web"
)

func TestTablesAsCSV(t *testing.T) {
	engine := world()
	h := site(t, engine)
	for _, c := range []struct{ name, path, accept, want string }{
		{"by name", "/api/v1/matrix?rows=rcp&cols=theme&rcp=RCM&format=csv", "", "Regional Conference on Migration (Puebla Process),2"},
		{"by what is accepted", "/api/v1/matrix?rows=country&cols=rcp", "text/csv", "Mexico,"},
		{"time", "/api/v1/timeline?format=csv", "", "2006,3\r\n2009,2\r\n2020,1\r\n"},
		{"months", "/api/v1/timeline?unit=month&format=csv&q=remittances", "", "2006-06,2\r\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			res, body := get(t, h, c.path, "Accept", c.accept)
			if res.StatusCode != http.StatusOK || !strings.HasPrefix(res.Header.Get("Content-Type"), "text/csv") {
				t.Fatalf("%d %s", res.StatusCode, res.Header.Get("Content-Type"))
			}
			if !strings.Contains(body, c.want) {
				t.Errorf("%q is not in\n%s", c.want, body)
			}
		})
	}
}

// TestCellsDoNotRun asks whether a name that a spreadsheet would take for a
// formula stays a name.
func TestCellsDoNotRun(t *testing.T) {
	engine := world()
	engine.reports[0].Interventions[1].Speaker.Name = `=HYPERLINK("http://elsewhere.example")`
	h := site(t, engine)
	_, body := get(t, h, "/api/v1/matrix?rows=speaker&cols=rcp&format=csv")
	if !strings.Contains(body, `'=HYPERLINK`) || strings.Contains(body, "\n=") || strings.Contains(body, "\n\"=") {
		t.Errorf("a formula goes out:\n%s", body)
	}
}

func TestTablesNeedAnExplorer(t *testing.T) {
	h := site(t, plain{world()})
	for _, path := range []string{"/api/v1/matrix", "/api/v1/timeline"} {
		if res, body := get(t, h, path); res.StatusCode != http.StatusServiceUnavailable || !strings.Contains(body, "This index cannot answer it") {
			t.Errorf("%s: %d %s", path, res.StatusCode, body)
		}
	}
	engine := world()
	engine.fail = &corpus.Error{Code: corpus.Unavailable, Op: "search"}
	if res, _ := get(t, site(t, engine), "/api/v1/matrix?format=csv"); res.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("a broken engine: %d", res.StatusCode)
	}
}

// plain is an engine that is no Explorer: it has nothing but what every engine has.
type plain struct{ web.Engine }

// TestTableCites puts the reference of each hit into the tables that officers keep, with
// the symbol of its report and the page of its passage.
func TestTableCites(t *testing.T) {
	r := workshop()
	r.Symbol = "A/79/PV.29"
	for name, engine := range engines(t, r) {
		h := site(t, engine)
		_, body := get(t, h, "/api/v1/export?q=indonesia+counts")
		rows, err := csv.NewReader(strings.NewReader(body)).ReadAll()
		if err != nil || len(rows) != 2 {
			t.Fatalf("%s: %v %s", name, err, body)
		}
		last := len(rows[0]) - 1
		want := "Budi Santoso, intervention in Session II: Governments reply, in Workshop on regional dialogue, " +
			"Invented Workshop Series, A/79/PV.29, IOM, Geneva, 2006-06-20, p. 2, http://example.com/interventions/" + string(r.Interventions[1].ID) + "."
		if rows[0][last] != "reference" || rows[1][last] != want {
			t.Errorf("%s: %s is %q, want %q", name, rows[0][last], rows[1][last], want)
		}
	}
}
