package web_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/web"
	"briefsearch/web/api"
)

// described is the OpenAPI document as it is served.
func described(t *testing.T, h http.Handler) *openapi3.T {
	t.Helper()
	_, body := get(t, h, "/api/v1/openapi.json")
	doc, err := openapi3.NewLoader().LoadFromData([]byte(body))
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(t.Context()); err != nil {
		t.Fatal(err)
	}
	return doc
}

// TestEveryAddressIsDescribed finds what is served and not described: only pages,
// and the files that they load.
func TestEveryAddressIsDescribed(t *testing.T) {
	v, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	router, err := web.NewRouter(web.Options{Engine: world(), Vocabulary: v})
	if err != nil {
		t.Fatal(err)
	}
	described := make(map[string]bool)
	for _, r := range api.Routes() {
		described[r.Path] = true
	}
	for _, route := range router.Routes() {
		path := route.Path
		if route.Method != http.MethodGet || described[path] || strings.HasPrefix(path, "/static/") || strings.HasPrefix(path, "/widget/") {
			continue
		}
		res, _ := get(t, router, strings.NewReplacer(":id", "x", ":name", "x").Replace(path))
		if !strings.HasPrefix(res.Header.Get("Content-Type"), "text/html") {
			t.Errorf("%s is served and not described", path)
		}
	}
}

// TestAnswersAreAsDescribed validates real answers against the document; it
// forbids properties that are not described.
func TestAnswersAreAsDescribed(t *testing.T) {
	engine := world()
	h := site(t, engine)
	router, err := gorillamux.NewRouter(described(t, h))
	if err != nil {
		t.Fatal(err)
	}
	openapi3filter.RegisterBodyDecoder("application/problem+json", openapi3filter.JSONBodyDecoder)
	openapi3filter.RegisterBodyDecoder("application/vnd.citationstyles.csl+json", openapi3filter.JSONBodyDecoder)
	for _, text := range []string{
		"text/csv", "application/x-ndjson", "application/x-bibtex", "application/x-research-info-systems",
		"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/atom+xml", "text/javascript",
		"application/opensearchdescription+xml", "text/html",
	} {
		openapi3filter.RegisterBodyDecoder(text, openapi3filter.FileBodyDecoder)
	}
	paths := []string{
		api.Root + "/search", api.Root + "/search?q=remittances", api.Root + "/search?q=nowhere", api.Root + "/search?q=minutes+wages", api.Root + "/search?rcp=RCM&-country=ID&country_role=mentioned&from=2006&to=2006-12",
		api.Root + "/search?q=-RCM+rcp:BALI&size=1&sort=date&facets=rcp,theme", api.Root + "/search?size=500", api.Root + "/search?rcp=XYZZYXX", api.Root + "/search?nonsense=1",
		api.Root + "/interventions/nobody", api.Root + "/reports", api.Root + "/reports?size=1", api.Root + "/reports?size=x", api.Root + "/reports/none", api.Root + "/facets/country?prefix=i&rcp=BALI",
		api.Root + "/suggest?q=regio", api.Root + "/suggest?q=&lang=fr", api.Root + "/suggest?q=x&size=99", api.Root + "/matrix", api.Root + "/matrix?rows=country&cols=theme&lang=es", api.Root + "/matrix?rows=theme",
		api.Root + "/timeline?unit=month", api.Root + "/matrix?format=csv", api.Root + "/timeline?format=csv", api.Root + "/timeline?format=xls", api.Root + "/timeline?unit=day", api.Root + "/export?format=jsonl", api.Root + "/export?format=csv&q=remittances", api.Root + "/export?format=xlsx", api.Root + "/export?format=doc", api.Root + "/search?group=speaker", api.Root + "/search?group=report&q=remittances", api.Root + "/export?id=x&q=y", api.Root + "/export?id=nobody", api.Root + "/export?format=csl-json&q=remittances", api.Root + "/export?format=ris",
		api.Root + "/interventions/nobody/similar", api.Root + "/interventions/nobody/citation", api.Root + "/reports/workshop2006/file",
		api.Root + "/facets/colour", api.Root + "/vocabulary/rcp", api.Root + "/vocabulary/country?lang=fr", api.Root + "/vocabulary/organisation", api.Root + "/vocabulary/theme", api.Root + "/vocabulary/colour", api.Root + "/openapi.json", "/search.atom?q=remittances", "/search.atom?year=soon", "/healthz", "/readyz", "/metrics", "/opensearch.xml", "/widget.js", "/widget.d.ts",
	}
	for _, r := range engine.reports {
		paths = append(paths, api.Root+"/reports/"+string(r.ID))
		for _, in := range r.Interventions {
			one := api.Root + "/interventions/" + string(in.ID)
			paths = append(paths, one, one+"/similar?size=2", one+"/citation", one+"/citation?format=bibtex", one+"/citation?format=csl-json",
				one+"/citation?format=ris", one+"/citation?format=word")
		}
	}
	for _, path := range paths {
		t.Run(path, func(t *testing.T) { conforms(t, router, h, path) })
	}
	engine.fail = &corpus.Error{Code: corpus.Unavailable, Op: "search"}
	for _, path := range []string{"/search", "/reports", "/reports/x", "/interventions/x", "/facets/rcp", "/suggest?q=x", "/matrix", "/timeline", "/export"} {
		t.Run("unavailable"+path, func(t *testing.T) { conforms(t, router, h, api.Root+path) })
	}
}

func conforms(t *testing.T, router routers.Router, h http.Handler, path string) {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil)
	route, params, err := router.FindRoute(r)
	if err != nil {
		t.Fatal(err)
	}
	res, body := get(t, h, path)
	in := &openapi3filter.ResponseValidationInput{
		RequestValidationInput: &openapi3filter.RequestValidationInput{Request: r, PathParams: params, Route: route},
		Status:                 res.StatusCode, Header: res.Header,
		Options: &openapi3filter.Options{IncludeResponseStatus: true},
	}
	in.SetBodyBytes([]byte(body))
	if err := openapi3filter.ValidateResponse(t.Context(), in); err != nil {
		t.Errorf("%d: %v", res.StatusCode, err)
	}
}
