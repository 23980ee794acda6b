package main

import (
	"html"
	"net/http"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"
)

var example = regexp.MustCompile(`curl -s '([^']+)'`)

// TestServerAnswersAsDescribed asks the real program, over the sample reports,
// everything that its own description shows, and holds the answers to it.
func TestServerAnswersAsDescribed(t *testing.T) {
	base := served(t, filepath.Join("..", "..", "corpus", "sample", "reports"))
	_, _, document := get(t, base+"/api/v1/openapi.json")
	doc, err := openapi3.NewLoader().LoadFromData(document)
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(t.Context()); err != nil || !strings.HasPrefix(doc.OpenAPI, "3.1") {
		t.Fatalf("%s: %v", doc.OpenAPI, err)
	}
	doc.Servers = openapi3.Servers{{URL: base}}
	router, err := gorillamux.NewRouter(doc)
	if err != nil {
		t.Fatal(err)
	}
	_, _, page := get(t, base+"/api")
	examples := example.FindAllStringSubmatch(html.UnescapeString(string(page)), -1)
	if len(examples) != doc.Paths.Len() {
		t.Errorf("%d examples of %d addresses", len(examples), doc.Paths.Len())
	}
	for _, address := range examples {
		t.Run(strings.TrimPrefix(address[1], base), func(t *testing.T) { answersAsDescribed(t, router, address[1]) })
	}
}

func answersAsDescribed(t *testing.T, router routers.Router, address string) {
	t.Helper()
	status, header, body := get(t, address)
	if status != http.StatusOK {
		t.Errorf("status %d: %s", status, body)
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	route, params, err := router.FindRoute(request)
	if err != nil {
		t.Fatal(err)
	}
	in := &openapi3filter.ResponseValidationInput{
		RequestValidationInput: &openapi3filter.RequestValidationInput{Request: request, PathParams: params, Route: route},
		Status:                 status, Header: header,
		Options: &openapi3filter.Options{
			IncludeResponseStatus: true, ExcludeResponseBody: !strings.Contains(header.Get("Content-Type"), "json"),
		},
	}
	if err := openapi3filter.ValidateRequest(t.Context(), in.RequestValidationInput); err != nil {
		t.Errorf("the example is no request: %v", err)
	}
	in.SetBodyBytes(body)
	if err := openapi3filter.ValidateResponse(t.Context(), in); err != nil {
		t.Error(err)
	}
}
