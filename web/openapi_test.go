package web_test

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"
	"github.com/gin-gonic/gin"
	"github.com/google/go-cmp/cmp"

	"briefsearch/corpus"
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

func TestEveryRouteIsDescribed(t *testing.T) {
	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	api.Register(router, api.NewService(world(), nil, 0))
	var served, told []string
	for _, route := range router.Routes() {
		if route.Method == http.MethodGet {
			served = append(served, strings.TrimPrefix(route.Path, api.Root))
		}
	}
	for path := range described(t, site(t, world())).Paths.Map() {
		told = append(told, strings.NewReplacer("{", ":", "}", "").Replace(path))
	}
	sort.Strings(served)
	sort.Strings(told)
	if diff := cmp.Diff(served, told); diff != "" {
		t.Errorf("routes served and described (-served +described):\n%s", diff)
	}
}

func TestEveryParameterIsDescribed(t *testing.T) {
	op := described(t, site(t, world())).Paths.Find("/search").Get
	var told []string
	for _, p := range op.Parameters {
		told = append(told, p.Value.Name)
	}
	want := []string{"q", "country_role", "from", "to", "sort", "group", "size", "cursor", "facets", "lang"}
	for _, f := range api.FacetNames() {
		want = append(want, f, "-"+f)
	}
	slices.Sort(told)
	slices.Sort(want)
	if diff := cmp.Diff(want, told); diff != "" {
		t.Errorf("parameters (-want +described):\n%s", diff)
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
		"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	} {
		openapi3filter.RegisterBodyDecoder(text, openapi3filter.FileBodyDecoder)
	}
	paths := []string{
		"/search", "/search?q=remittances", "/search?q=nowhere", "/search?rcp=RCM&-country=ID&country_role=mentioned&from=2006&to=2006-12",
		"/search?q=-RCM+rcp:BALI&size=1&sort=date&facets=rcp,theme", "/search?size=500", "/search?rcp=XYZZYXX", "/search?nonsense=1",
		"/interventions/nobody", "/reports", "/reports?size=1", "/reports?size=x", "/reports/none", "/facets/country?prefix=i&rcp=BALI",
		"/suggest?q=regio", "/suggest?q=&lang=fr", "/suggest?q=x&size=99", "/matrix", "/matrix?rows=country&cols=theme&lang=es", "/matrix?rows=theme",
		"/timeline?unit=month", "/matrix?format=csv", "/timeline?format=csv", "/timeline?format=xls", "/timeline?unit=day", "/export?format=jsonl", "/export?format=csv&q=remittances", "/export?format=xlsx", "/export?format=doc", "/export?format=ris", "/export?format=csl-json&q=remittances", "/export?id=nobody", "/export?id=x&q=y", "/search?group=report&q=remittances", "/search?group=speaker",
		"/interventions/nobody/similar", "/interventions/nobody/citation", "/reports/workshop2006/file",
		"/facets/colour", "/vocabulary/rcp", "/vocabulary/country?lang=fr", "/vocabulary/organisation", "/vocabulary/theme", "/vocabulary/colour", "/openapi.json",
	}
	for _, r := range engine.reports {
		paths = append(paths, "/reports/"+string(r.ID))
		for _, in := range r.Interventions {
			one := "/interventions/" + string(in.ID)
			paths = append(paths, one, one+"/similar?size=2", one+"/citation", one+"/citation?format=bibtex", one+"/citation?format=csl-json",
				one+"/citation?format=ris", one+"/citation?format=word")
		}
	}
	for _, path := range paths {
		t.Run(path, func(t *testing.T) { conforms(t, router, h, path) })
	}
	engine.fail = &corpus.Error{Code: corpus.Unavailable, Op: "search"}
	for _, path := range []string{"/search", "/reports", "/reports/x", "/interventions/x", "/facets/rcp", "/suggest?q=x", "/matrix", "/timeline", "/export"} {
		t.Run("unavailable"+path, func(t *testing.T) { conforms(t, router, h, path) })
	}
}

func conforms(t *testing.T, router routers.Router, h http.Handler, path string) {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, api.Root+path, nil)
	route, params, err := router.FindRoute(r)
	if err != nil {
		t.Fatal(err)
	}
	res, body := get(t, h, api.Root+path)
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
