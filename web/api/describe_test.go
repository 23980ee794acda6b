package api_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"net/http"
	"os"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/web/api"
)

var update = flag.Bool("update", false, "describe the API anew")

// TestDescription holds openapi.json to the routes, the types that are answered,
// and their comments.
func TestDescription(t *testing.T) {
	const file = "openapi.json"
	want := describe(t)
	if *update {
		if err := os.WriteFile(file, want, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(got), string(want)); diff != "" {
		t.Errorf("%s is not what the code serves (run go generate ./web/api): -file +code\n%s", file, diff)
	}
}

// TestDescriptionIsReadAsWritten guards the types that read it.
func TestDescriptionIsReadAsWritten(t *testing.T) {
	d, err := api.Describe(true)
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("openapi.json")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(indented(t, d))); diff != "" {
		t.Errorf("-written +read:\n%s", diff)
	}
}

const info = `{
	"title": "Briefsearch",
	"version": "1",
	"summary": "Who said what in intergovernmental briefing reports",
	"description": "Search of the interventions in briefing reports. Any origin may read the API; nothing needs a key. HEAD is answered like GET, without the body. Answers carry an ETag: a request with If-None-Match is answered 304 while nothing has changed. A fault is a problem document (RFC 9457) that names the parameter and says what to do.",
	"license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}
}`

func describe(t *testing.T) []byte {
	t.Helper()
	s := newSchemas(t)
	d := api.Document{OpenAPI: "3.1.0", Info: json.RawMessage(info), Servers: json.RawMessage(`[{"url": "/"}]`)}
	for _, name := range api.Groups() {
		d.Tags = append(d.Tags, api.NamedGroup{Name: name})
	}
	shared := sharedParameters(t)
	problem := api.Ordered[api.Payload]{{Name: "application/problem+json", Value: api.Payload{Schema: s.of(api.Problem{})}}}
	for _, r := range api.Routes() {
		op := &api.Operation{ID: r.Name, Tags: []string{r.Group}, Summary: r.Summary, Description: r.About, Example: r.Example}
		for i := range r.Params {
			op.Parameters = append(op.Parameters, shared.refer(parameter(&r.Params[i])))
		}
		op.Responses = responses(s, &r)
		d.Paths = append(d.Paths, api.Pair[api.PathItem]{Name: api.Template(r.Path), Value: api.PathItem{Get: op}})
	}
	d.Components.Schemas, d.Components.Parameters = s.sorted(), api.Ordered[api.Parameter](shared)
	for _, f := range faults {
		response := api.Response{Description: f.about, Content: problem}
		if f.status == http.StatusRequestHeaderFieldsTooLarge { // it comes from below the service
			response.Content = api.Ordered[api.Payload]{{Name: "text/plain", Value: api.Payload{Schema: &api.Schema{Type: "string"}}}}
		}
		if f.retry {
			response.Headers = api.Ordered[api.Header]{{Name: "Retry-After", Value: api.Header{
				Description: "Seconds to wait before asking again.", Schema: &api.Schema{Type: "integer"},
			}}}
		}
		d.Components.Responses = append(d.Components.Responses, api.Pair[api.Response]{Name: f.name, Value: response})
	}
	return indented(t, d)
}

// faults are what may go wrong, by status.
var faults = []struct {
	status      int
	name, about string
	retry       bool
}{
	{400, "Invalid", "A parameter makes no sense; it is named.", false},
	{404, "NotFound", "There is no such thing here.", false},
	{500, "Internal", "Something went wrong here; the fault has been logged.", false},
	{429, "TooMany", "More requests come from one client than are answered at a time.", true},
	{431, "TooLong", "The request is longer than the server reads.", false},
	{503, "Unavailable", "The search took too long, or the index is not ready.", true},
}

func responses(s *schemas, r *api.Route) api.Ordered[api.Response] {
	ok := api.Response{Description: "The answer."}
	for _, c := range r.Answers {
		p := api.Payload{Schema: &api.Schema{Type: "string"}}
		if c.Of != nil {
			p.Schema = s.of(c.Of)
		}
		ok.Content = append(ok.Content, api.Pair[api.Payload]{Name: c.Type, Value: p})
	}
	if r.Name == "export" {
		ok.Headers = api.Ordered[api.Header]{{Name: "X-Total-Count", Value: api.Header{Description: "Interventions that match.", Schema: &api.Schema{Type: "integer"}}}}
	}
	out := api.Ordered[api.Response]{{Name: "200", Value: ok}}
	add := func(status string, response api.Response) {
		out = append(out, api.Pair[api.Response]{Name: status, Value: response})
	}
	if r.Name == "file" {
		add("206", api.Response{Description: "The part that was asked for."})
	}
	if r.Tagged {
		add("304", api.Response{Description: "What the client has already."})
	}
	for _, f := range faults {
		names := slices.ContainsFunc(r.Params, func(p api.Param) bool { return p.InPath || p.Name == "id" })
		if f.status == 404 && !names {
			continue
		}
		add(strconv.Itoa(f.status), api.Response{Ref: "#/components/responses/" + f.name})
		if f.status == 404 && r.Name == "file" {
			add("416", api.Response{Description: "The file has no such part."})
		}
	}
	return out
}

func parameter(p *api.Param) api.Parameter {
	value := &api.Schema{Type: "string", Enum: p.Values}
	switch {
	case p.Number:
		value = &api.Schema{Type: "integer", Minimum: &p.Min, Maximum: &p.Max}
	case p.Form != nil:
		value.Pattern = p.Form.Pattern.String()
	case p.Values == nil:
		value.MaxLength = p.MaxLength()
	}
	out := api.Parameter{Name: p.Name, In: "query", Description: p.About, Schema: value}
	if p.Default != "" {
		value.Default = literal(p, p.Default)
	}
	if p.Example != "" {
		out.Example = literal(p, p.Example)
	}
	out.MayBeEmpty = !p.InPath
	if p.InPath {
		out.In, out.Required = "path", true
	}
	if p.Many {
		out.Schema = &api.Schema{Type: "array", Items: value, MaxItems: api.MaxValues}
		if out.Example != nil {
			out.Example = []any{out.Example}
		}
	}
	return out
}

// shared are the parameters that several routes take.
type shared api.Ordered[api.Parameter]

// sharedParameters are those that stand in several routes. Of two that have one
// name the first is shared.
func sharedParameters(t *testing.T) shared {
	t.Helper()
	times := make(map[string]int)
	var out shared
	for _, r := range api.Routes() {
		for i := range r.Params {
			p := parameter(&r.Params[i])
			said := string(indented(t, p))
			times[said]++
			if _, taken := api.Ordered[api.Parameter](out).Get(p.Name); times[said] == 2 && !taken {
				out = append(out, api.Pair[api.Parameter]{Name: p.Name, Value: p})
			}
		}
	}
	return out
}

func (s shared) refer(p api.Parameter) api.Parameter {
	if same, ok := api.Ordered[api.Parameter](s).Get(p.Name); ok && reflect.DeepEqual(same, p) {
		return api.Parameter{Ref: "#/components/parameters/" + p.Name}
	}
	return p
}

func literal(p *api.Param, text string) any {
	if n, err := strconv.Atoi(text); err == nil && p.Number {
		return n
	}
	return text
}

func indented(t *testing.T, v any) []byte {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := json.Indent(&out, b.Bytes(), "", "  "); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
