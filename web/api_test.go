package web_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/search/bleve"
	"briefsearch/web"
	"briefsearch/web/api"
)

// search asks the API and decodes the answer.
func searchAPI(tb testing.TB, h http.Handler, query string) api.Answer {
	tb.Helper()
	res, body := get(tb, h, "/api/v1/search?"+query)
	if res.StatusCode != http.StatusOK {
		tb.Fatalf("%s: %d %s", query, res.StatusCode, body)
	}
	var a api.Answer
	if err := json.Unmarshal([]byte(body), &a); err != nil {
		tb.Fatal(err)
	}
	return a
}

// who are the speakers of the hits.
func who(a api.Answer) []string {
	var out []string
	for _, h := range a.Hits {
		out = append(out, h.Speaker.Display())
	}
	return out
}

// engines are those that the site must work with alike.
func engines(t *testing.T, reports ...*corpus.Report) map[string]web.Engine {
	t.Helper()
	e, err := bleve.Open(t.Context(), t.TempDir()+"/index")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	})
	for _, r := range reports {
		if err := e.Put(t.Context(), r); err != nil {
			t.Fatal(err)
		}
	}
	return map[string]web.Engine{"fake": &fake{reports: reports}, "bleve": e}
}

func TestSearchAPI(t *testing.T) {
	for name, engine := range engines(t, workshop(), reunion()) {
		h := site(t, engine)
		for _, c := range searches {
			t.Run(name+" "+c.query, func(t *testing.T) {
				got := who(searchAPI(t, h, c.query))
				if c.anyOrder {
					slices.Sort(got)
				}
				if diff := cmp.Diff(c.want, got); diff != "" {
					t.Errorf("hits (-want +got):\n%s", diff)
				}
			})
		}
	}
}

var searches = []struct {
	query    string
	want     []string
	anyOrder bool // the order is the engine's; want is in that of the alphabet
}{
	{"q=remittances", []string{"Ada Lindqvist", "Clara Ibáñez"}, true},
	{"q=remittances&country=MX", []string{"Clara Ibáñez"}, false},
	{"rcp=RCM", []string{"Ada Lindqvist", "Clara Ibáñez"}, true},
	{"rcp=rcm", []string{"Ada Lindqvist", "Clara Ibáñez"}, true},
	{"rcp=Puebla+Process", []string{"Ada Lindqvist", "Clara Ibáñez"}, true},
	{"rcp=BALI&rcp=SACM", []string{"Budi Santoso", "Clara Ibáñez"}, true},
	{"rcp=RCM&-rcp=SACM", []string{"Ada Lindqvist"}, false},
	{"country=indonesia", []string{"Budi Santoso", "Clara Ibáñez"}, true},
	{"country=ID&country_role=speaks_for", []string{"Budi Santoso"}, false},
	{"country=ID&country_role=mentioned", []string{"Clara Ibáñez"}, false},
	{"theme=trafficking&theme=", []string{"Budi Santoso"}, false},
	{"speaker=Awa+Diop", []string{"Awa Diop"}, false},
	{"speaker=ibanez", []string{"Clara Ibáñez"}, false},
	{"speaker=diop&speaker=Lindqvist", []string{"Ada Lindqvist", "Awa Diop"}, true},
	{"speaker=nobody", nil, false},
	{"-speaker=santoso&report=workshop2006", []string{"Ada Lindqvist", "Clara Ibáñez"}, true},
	{"session=Session+I:+Secretariats+report", []string{"Ada Lindqvist"}, false},
	{"session=governments", []string{"Budi Santoso", "Clara Ibáñez"}, true},
	{"year=2009&language=FR", []string{"Awa Diop"}, false},
	{"from=2007&language=fr", []string{"Awa Diop"}, false},
	{"to=2006-06&country=ID&country_role=speaks_for", []string{"Budi Santoso"}, false},
	{"to=2006-06-19", nil, false},
	{"from=2006-06-20&to=2006-06-20&rcp=BALI", []string{"Budi Santoso"}, false},
	{"report=workshop2006&sort=date&theme=trafficking", []string{"Budi Santoso"}, false},
	{"language=fr&sort=-date&size=1", []string{"Awa Diop"}, false},
	{"size=0", nil, false},
	{"q=Remittances;x&size=0", nil, false},
}

func TestSearchAnswer(t *testing.T) {
	h := site(t, &fake{reports: []*corpus.Report{workshop(), reunion()}})
	for name, query := range map[string]string{
		"search": "q=remittances&rcp=RCM&-country=ID&facets=rcp,country,report,language",
		"empty":  "q=rcp:BALI+nowhere+-RCM&from=2005&to=2010-02&country_role=mentioned&sort=date&size=5&facets=",
	} {
		t.Run(name, func(t *testing.T) {
			_, body := get(t, h, "/api/v1/search?"+query)
			golden(t, name+".json", indented(t, body))
		})
	}
}

func TestDocumentsAPI(t *testing.T) {
	h := site(t, &fake{reports: []*corpus.Report{workshop(), reunion()}})
	first := string(workshop().Interventions[0].ID)
	for name, path := range map[string]string{
		"intervention": "/interventions/" + first, "reports": "/reports?size=1", "report": "/reports/workshop2006",
		"facet": "/facets/speaker?prefix=c&q=remittances",
	} {
		t.Run(name, func(t *testing.T) {
			res, body := get(t, h, "/api/v1"+path)
			if res.StatusCode != http.StatusOK {
				t.Fatalf("%d %s", res.StatusCode, body)
			}
			golden(t, name+".json", indented(t, body))
			if strings.Contains(body, "/secret") {
				t.Error("a path of the server is told")
			}
		})
	}
}

func indented(t *testing.T, body string) string {
	t.Helper()
	var b bytes.Buffer
	if err := json.Indent(&b, []byte(body), "", "  "); err != nil {
		t.Fatal(err)
	}
	return b.String() + "\n"
}

func TestFacetsIgnoreTheirOwnChoice(t *testing.T) {
	h := site(t, world())
	a := searchAPI(t, h, "rcp=BALI&-rcp=SACM")
	want := []api.Value{
		{Value: "RCM", Count: 2}, {Value: "BALI", Count: 1, Selected: true}, {Value: "SACM", Count: 1, Excluded: true},
	}
	got := slices.Clone(a.Facets["rcp"])
	for i := range got {
		got[i].Label = ""
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("facet (-want +got):\n%s", diff)
	}
	if n := len(a.Facets); n != len(api.FacetNames()) {
		t.Errorf("%d facets are counted when none is named", n)
	}
	if a = searchAPI(t, h, "facets=theme"); len(a.Facets) != 1 {
		t.Errorf("facets %v", a.Facets)
	}
}

func TestPagingVisitsEverythingOnce(t *testing.T) {
	h := site(t, world())
	seen := make(map[corpus.InterventionID]int)
	query := "size=2&facets="
	for range 10 {
		a := searchAPI(t, h, query)
		for _, hit := range a.Hits {
			seen[hit.ID]++
		}
		if a.Next == nil {
			break
		}
		query = "size=2&facets=&cursor=" + url.QueryEscape(*a.Next)
	}
	if len(seen) != 6 {
		t.Errorf("visited %v", seen)
	}
}

func TestReportPaging(t *testing.T) {
	h := site(t, world())
	var titles []string
	path := "/api/v1/reports?size=2"
	for range 5 {
		_, body := get(t, h, path)
		var list api.ReportList
		if err := json.Unmarshal([]byte(body), &list); err != nil {
			t.Fatal(err)
		}
		for _, r := range list.Reports {
			titles = append(titles, string(r.ID))
		}
		if list.Next == nil {
			break
		}
		path = "/api/v1/reports?size=2&cursor=" + *list.Next
	}
	if diff := cmp.Diff([]string{"hostile2020", "reunion2009", "workshop2006"}, titles); diff != "" {
		t.Errorf("reports (-want +got):\n%s", diff)
	}
	answer, body := get(t, h, "/api/v1/reports?size=0")
	var list api.ReportList
	if err := json.Unmarshal([]byte(body), &list); err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("%d, %v: %s", answer.StatusCode, err, body)
	}
	if list.Total != len(titles) || len(list.Reports) != 0 || list.Next != nil {
		t.Errorf("no reports asked for: got %+v", list)
	}
}

// badRequests are all classes of bad input, with the parameter that is at fault
// and the status.
var badRequests = []struct {
	method, target, parameter string
	status                    int
}{
	{"GET", "/api/v1/search?rcp=XYZZYXX", "rcp", 400},
	{"GET", "/api/v1/search?-rcp=XYZZYXX", "-rcp", 400},
	{"GET", "/api/v1/search?country=Atlantis", "country", 400},
	{"GET", "/api/v1/search?theme=basketry", "theme", 400},
	{"GET", "/api/v1/search?country_role=eats", "country_role", 400},
	{"GET", "/api/v1/search?year=06", "year", 400},
	{"GET", "/api/v1/search?year=2006-01", "year", 400},
	{"GET", "/api/v1/search?-year=x", "-year", 400},
	{"GET", "/api/v1/search?language=english", "language", 400},
	{"GET", "/api/v1/search?from=20060620", "from", 400},
	{"GET", "/api/v1/search?from=2006-02-30", "from", 400},
	{"GET", "/api/v1/search?to=yesterday", "to", 400},
	{"GET", "/api/v1/search?from=2010&to=2009", "from", 400},
	{"GET", "/api/v1/search?sort=random", "sort", 400},
	{"GET", "/api/v1/search?size=101", "size", 400},
	{"GET", "/api/v1/search?size=-1", "size", 400},
	{"GET", "/api/v1/search?size=1e2", "size", 400},
	{"GET", "/api/v1/search?size=99999999999999999999", "size", 400},
	{"GET", "/api/v1/search?cursor=nonsense", "cursor", 400},
	{"GET", "/api/v1/search?facets=rcp,colour", "facets", 400},
	{"GET", "/api/v1/search?facets=text", "facets", 400},
	{"GET", "/api/v1/search?qq=x", "qq", 400},
	{"GET", "/api/v1/search?Q=x", "Q", 400},
	{"GET", "/api/v1/search?--rcp=RCM", "--rcp", 400},
	{"GET", "/api/v1/search?prefix=x", "prefix", 400},
	{"GET", "/api/v1/search?q=a&q=b", "q", 400},
	{"GET", "/api/v1/search?sort=date&sort=date", "sort", 400},
	{"GET", "/api/v1/search?q=%00", "q", 400},
	{"GET", "/api/v1/search?q=%ff%fe", "q", 400},
	{"GET", "/api/v1/search?speaker=%c3%28", "speaker", 400},
	{"GET", "/api/v1/search?speaker=a%07b", "speaker", 400},
	{"GET", "/api/v1/search?q=%zz", "q", 400},
	{"GET", "/api/v1/search?q=100%", "q", 400},
	{"GET", "/api/v1/search?%ff=1", "\uFFFD", 400},
	{"GET", "/api/v1/search?q=" + strings.Repeat("x", 2001), "q", 400},
	{"GET", "/api/v1/search?speaker=" + strings.Repeat("x", 401), "speaker", 400},
	{"GET", "/api/v1/search?" + strings.Repeat("rcp=RCM&", 101), "rcp", 400},
	{"GET", "/api/v1/search?q=" + strings.Repeat("(", 500), "q", 400},
	{"GET", "/api/v1/search?q=" + strings.Repeat("x+", 5000), "q", 400},
	{"GET", "/api/v1/search?q=" + strings.Repeat("%41", 10000), "q", 400},
	{"GET", "/api/v1/interventions/nobody", "", 404},
	{"GET", "/api/v1/interventions/%00", "", 404},
	{"GET", "/api/v1/interventions/%ff", "", 404},
	{"GET", "/api/v1/interventions/a%2f..%2fb", "", 404},
	{"GET", "/api/v1/interventions/", "", 404},
	{"GET", "/api/v1/interventions/nobody?x=1", "x", 400},
	{"GET", "/api/v1/reports/none", "", 404},
	{"GET", "/api/v1/reports?size=abc", "size", 400},
	{"GET", "/api/v1/reports?cursor=none", "cursor", 400},
	{"GET", "/api/v1/reports?q=%00", "q", 400},
	{"GET", "/api/v1/facets/colour", "", 404},
	{"GET", "/api/v1/facets/rcp?cursor=1", "cursor", 400},
	{"GET", "/api/v1/facets/rcp?prefix=%00", "prefix", 400},
	{"GET", "/api/v1/facets/rcp?size=1000", "size", 400},
	{"GET", "/api/v1/vocabulary/colour", "", 404},
	{"GET", "/api/v1/vocabulary/rcp?lang=%3Cscript%3E", "lang", 400},
	{"GET", "/api/v1/vocabulary/rcp?lang=en&lang=fr", "lang", 400},
	{"GET", "/api/v1/search?lang=%3Cb%3E", "lang", 400},
	{"GET", "/api/v1/suggest?size=51", "size", 400},
	{"GET", "/api/v1/suggest?rcp=RCM", "rcp", 400},
	{"GET", "/api/v1/matrix?rows=colour", "rows", 400},
	{"GET", "/api/v1/matrix?rows=theme&cols=theme", "cols", 400},
	{"GET", "/api/v1/matrix?cursor=1", "cursor", 400},
	{"GET", "/api/v1/timeline?unit=day", "unit", 400},
	{"GET", "/api/v1/export?format=doc", "format", 400},
	{"GET", "/api/v1/export?size=5", "size", 400},
	{"GET", "/api/v1/interventions/nobody/citation", "", 404},
	{"GET", "/api/v1/interventions/nobody/citation?format=word", "format", 400},
	{"GET", "/api/v1/interventions/nobody/similar", "", 404},
	{"GET", "/api/v1/interventions/nobody/similar?size=x", "size", 400},
	{"GET", "/api/v1/reports/none/file", "", 404},
	{"GET", "/api/v1/reports/workshop2006/file", "", 404},
	{"GET", "/api/v1/openapi.json?x=1", "x", 400},
	{"GET", "/api/v1/nothing", "", 404},
	{"GET", "/api/v1/", "", 404},
	{"GET", "/api/", "", 404},
	{"GET", "/api/v1/search/", "", 404},
	{"GET", "/api/v1/../v1/search", "", 404},
	{"POST", "/api/v1/search", "", 405},
	{"DELETE", "/api/v1/reports/workshop2006", "", 405},
	{"BREW", "/api/v1/search", "", 405},
}

func TestBadRequests(t *testing.T) {
	h := site(t, world())
	for _, c := range badRequests {
		name := c.method + " " + c.target
		if len(name) > 80 {
			name = name[:80]
		}
		t.Run(name, func(t *testing.T) {
			res, body := ask(t, h, c.method, c.target)
			p := problem(t, body)
			if res.StatusCode != c.status || p.Status != c.status || p.Parameter != c.parameter {
				t.Errorf("status %d, problem %+v; want %d for %q", res.StatusCode, p, c.status, c.parameter)
			}
			if ct := res.Header.Get("Content-Type"); ct != "application/problem+json" {
				t.Errorf("content type %q", ct)
			}
			if told := res.Header.Get("Allow") != ""; told != (c.status == http.StatusMethodNotAllowed) {
				t.Errorf("Allow: %v", told)
			}
		})
	}
}

// problem reads a problem document that says all that it should.
func problem(t *testing.T, body string) api.Problem {
	t.Helper()
	var p api.Problem
	if err := json.Unmarshal([]byte(body), &p); err != nil {
		t.Fatalf("%q: %v", body, err)
	}
	if p.Type == "" || p.Title == "" || p.Detail == "" || p.Instance == "" {
		t.Errorf("problem %+v says too little", p)
	}
	return p
}

func TestHints(t *testing.T) {
	h := site(t, world())
	for target, hint := range map[string]string{
		"/api/v1/search?rcp=RCN":              `"RCM"`,
		"/api/v1/search?country=Indonesai":    `"Indonesia"`,
		"/api/v1/search?theme=remitances":     `"remittances"`,
		"/api/v1/search?facets=themes":        `"theme"`,
		"/api/v1/search?coutry=ID":            `"country"`,
		"/api/v1/search?-speeker=ID":          `"speaker"`,
		"/api/v1/vocabulary/x":                "rcp, country, organisation, theme",
		"/api/v1/search?theme=xxxxxxxxxxxxxx": "/api/v1/vocabulary/theme",
	} {
		_, body := get(t, h, target)
		if p := problem(t, body); !strings.Contains(p.Hint, hint) {
			t.Errorf("%s: hint %q, want %s", target, p.Hint, hint)
		}
	}
}

// TestUnderstoodInALanguage wants what a word was taken for in the language of the
// labels.
func TestUnderstoodInALanguage(t *testing.T) {
	_, body := get(t, site(t, world()), "/api/v1/search?q=remittances&lang=fr&size=0")
	var a api.Answer
	if err := json.Unmarshal([]byte(body), &a); err != nil {
		t.Fatal(err)
	}
	if u := a.Query.Understood; len(u) != 1 || u[0].Label != "Envois de fonds" {
		t.Errorf("understood is %+v", u)
	}
}

func TestVocabularyAPI(t *testing.T) {
	h := site(t, world())
	for _, kind := range corpus.Kinds() {
		res, body := get(t, h, fmt.Sprintf("/api/v1/vocabulary/%s?lang=fr", kind))
		var v api.VocabularyAnswer
		if err := json.Unmarshal([]byte(body), &v); err != nil || res.StatusCode != http.StatusOK {
			t.Fatalf("%s: %d %v", kind, res.StatusCode, err)
		}
		if len(v.Entries) == 0 || v.Name != kind || v.Lang != "fr" {
			t.Errorf("%s: %d entries", kind, len(v.Entries))
		}
		for _, e := range v.Entries {
			if e.ID == "" || e.Label == "" || len(e.Aliases) == 0 {
				t.Errorf("%s: entry %+v", kind, e)
			}
		}
	}
}

func TestHEADIsAnsweredLikeGET(t *testing.T) {
	h := site(t, world())
	for _, path := range []string{"/", "/?q=remittances", "/api/v1/search", "/api/v1/reports/workshop2006", "/healthz"} {
		if res, _ := ask(t, h, http.MethodHead, path); res.StatusCode != http.StatusOK {
			t.Errorf("HEAD %s: %d", path, res.StatusCode)
		}
	}
}

func TestConditionalRequests(t *testing.T) {
	engine := world()
	h := site(t, engine)
	for _, path := range []string{"/search?q=remittances", "/reports", "/reports/workshop2006", "/vocabulary/rcp", "/openapi.json", "/facets/rcp"} {
		res, _ := get(t, h, "/api/v1"+path)
		tag := res.Header.Get("ETag")
		again, body := get(t, h, "/api/v1"+path, "If-None-Match", `"other", `+tag)
		if tag == "" || again.StatusCode != http.StatusNotModified || body != "" {
			t.Errorf("%s: tag %q, then %d %q", path, tag, again.StatusCode, body)
		}
	}
	res, _ := get(t, h, "/api/v1/reports")
	engine.reports = engine.reports[1:]
	if again, _ := get(t, h, "/api/v1/reports", "If-None-Match", res.Header.Get("ETag")); again.StatusCode != http.StatusOK {
		t.Errorf("the index has changed, and the answer is %d", again.StatusCode)
	}
}

func TestPreflight(t *testing.T) {
	res, _ := ask(t, site(t, world()), http.MethodOptions, "/api/v1/search", "Origin", "https://elsewhere.example")
	if res.StatusCode != http.StatusNoContent || res.Header.Get("Access-Control-Allow-Origin") != "*" || res.Header.Get("Access-Control-Allow-Headers") == "" {
		t.Errorf("%d %v", res.StatusCode, res.Header)
	}
}

func TestExport(t *testing.T) {
	engine := world()
	tag(&engine.reports[0].Interventions[0], corpus.Act, "call", "Calls for", "")
	h := site(t, engine)
	res, body := get(t, h, "/api/v1/export?q=remittances&rcp=RCM&lang=fr")
	lines := strings.Split(strings.TrimSpace(body), "\r\n")
	if res.Header.Get("X-Total-Count") != "2" || len(lines) != 3 || !strings.HasPrefix(body, "\uFEFFid,date,") || !strings.Contains(body, ",Envois de fonds,Appelle à,") {
		t.Errorf("%v\n%s", res.Header, body)
	}
	if _, body = get(t, h, "/api/v1/export?q=remittances&format=jsonl"); strings.Count(body, "\n") != 3 {
		t.Errorf("lines:\n%s", body)
	}
	if _, body = get(t, h, "/api/v1/export?format=xlsx"); !strings.HasPrefix(body, "PK") {
		t.Error("no workbook")
	}
}

func TestEngineIsAskedForWhatWasAsked(t *testing.T) {
	engine := world()
	searchAPI(t, site(t, engine), "q=remittances&rcp=rcm&-country=Mexico&country_role=mentioned&from=2004&to=2006-02&sort=date&size=7&facets=country")
	want := search.Request{
		Filters: []search.Filter{
			{Field: "rcp", Any: []string{"RCM"}},
			{Field: "country_mentioned", None: []string{"MX"}},
			{Field: "date", From: "2004-01-01", To: "2006-02-28"},
		},
		Facets: []search.FacetRequest{{Field: "country_mentioned", Size: 10}}, Sort: search.ByDate, Size: 7,
	}
	got := *engine.last.Load()
	got.Query = nil
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("request (-want +got):\n%s", diff)
	}
}
