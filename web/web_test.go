package web_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"flag"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/web"
)

var update = flag.Bool("update", false, "write the golden files anew")

// site is the handler over an engine. change may alter the options.
func site(tb testing.TB, engine web.Engine, change ...func(*web.Options)) http.Handler {
	tb.Helper()
	v, err := vocabulary.Default()
	if err != nil {
		tb.Fatal(err)
	}
	o := web.Options{Engine: engine, Vocabulary: v, Version: "1.2.3"}
	for _, c := range change {
		c(&o)
	}
	h, err := web.New(o)
	if err != nil {
		tb.Fatal(err)
	}
	return h
}

// reply is an answer without its body.
type reply struct {
	StatusCode int
	Header     http.Header
}

// get asks for a path and returns the answer and its body.
func get(tb testing.TB, h http.Handler, target string, headers ...string) (reply, string) {
	tb.Helper()
	return ask(tb, h, http.MethodGet, target, headers...)
}

func ask(tb testing.TB, h http.Handler, method, target string, headers ...string) (reply, string) {
	tb.Helper()
	r := httptest.NewRequestWithContext(tb.Context(), method, target, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return reply{StatusCode: w.Code, Header: w.Header()}, w.Body.String()
}

// golden compares with a file of testdata, or writes it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v (run with -update to write it)", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

func TestHealth(t *testing.T) {
	down := world()
	down.fail = &corpus.Error{Code: corpus.Conflict, Op: "open index", Hint: "Index again."}
	for _, c := range []struct {
		name   string
		engine *fake
		path   string
		status int
		says   string
	}{
		{"alive", world(), "/healthz", 200, `"version":"1.2.3"`},
		{"alive though the index is not", down, "/healthz", 200, `"ok"`},
		{"ready", world(), "/readyz", 200, `"interventions":6`},
		{"not ready", down, "/readyz", 503, `"hint":"Index again."`},
	} {
		t.Run(c.name, func(t *testing.T) {
			res, body := get(t, site(t, c.engine), c.path)
			if res.StatusCode != c.status || !strings.Contains(body, c.says) {
				t.Errorf("got %d %s; want %d and %s", res.StatusCode, body, c.status, c.says)
			}
		})
	}
}

func TestMetrics(t *testing.T) {
	h := site(t, world())
	get(t, h, "/api/v1/search?q=remittances")
	get(t, h, "/api/v1/search?nonsense=1")
	ask(t, h, "BREW", "/made/up/by/a/client")
	_, body := get(t, h, "/metrics")
	for _, line := range []string{
		`briefsearch_http_requests_total{method="GET",route="/api/v1/search",status="200"} 1`,
		`briefsearch_http_requests_total{method="GET",route="/api/v1/search",status="400"} 1`,
		`briefsearch_http_requests_total{method="other",route="none",status="404"} 1`,
		`briefsearch_http_request_duration_seconds_count{route="/api/v1/search"} 2`,
		"briefsearch_interventions 6", "briefsearch_reports 3", `briefsearch_build_info{version="1.2.3"} 1`,
	} {
		if !strings.Contains(body, line+"\n") {
			t.Errorf("no line %s", line)
		}
	}
	if strings.Contains(body, "made") {
		t.Error("a client made up a label")
	}
}

func TestHeaders(t *testing.T) {
	h := site(t, world())
	for _, path := range []string{"/", "/?q=x", "/api/v1/search", "/nowhere", "/api/nowhere", "/healthz"} {
		res, _ := get(t, h, path)
		csp := res.Header.Get("Content-Security-Policy")
		if !strings.HasPrefix(csp, "default-src 'self'") || strings.Contains(csp, "unsafe") || !strings.Contains(csp, "frame-ancestors 'none'") {
			t.Errorf("%s: policy %q", path, csp)
		}
		for _, name := range []string{"X-Content-Type-Options", "Referrer-Policy", "X-Request-Id"} {
			if res.Header.Get(name) == "" {
				t.Errorf("%s: no %s", path, name)
			}
		}
		if shared := res.Header.Get("Access-Control-Allow-Origin") == "*"; shared != strings.HasPrefix(path, "/api/") {
			t.Errorf("%s: shared with any origin: %v", path, shared)
		}
	}
}

func TestRequestID(t *testing.T) {
	h := site(t, world())
	for given, kept := range map[string]bool{"from-the-proxy-1": true, "x": false, "forged\nline of the log": false, "": false} {
		res, _ := get(t, h, "/healthz", "X-Request-Id", given)
		if got := res.Header.Get("X-Request-Id"); (got == given) != kept || got == "" {
			t.Errorf("given %q, got %q", given, got)
		}
	}
}

func TestLogTellsNothingOfWhatIsSought(t *testing.T) {
	var b bytes.Buffer
	engine := world()
	h := site(t, engine, func(o *web.Options) { o.Log = slog.New(slog.NewJSONHandler(&b, nil)) })
	get(t, h, "/?q=secretword")
	get(t, h, "/api/v1/search?q=secretword&rcp=secretword")
	get(t, h, "/secretword")
	if log := b.String(); strings.Contains(log, "secretword") || strings.Count(log, `"msg":"request"`) != 3 {
		t.Errorf("log:\n%s", log)
	}
	for _, key := range []string{`"method":"GET"`, `"route":"/api/v1/search"`, `"status":400`, `"duration":`, `"request_id":`} {
		if !strings.Contains(b.String(), key) {
			t.Errorf("no %s in the log", key)
		}
	}
}

func TestFaultsOfOurs(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*fake)
		status int
		logged string
	}{
		{"panic", func(f *fake) { f.panics = true }, 500, "on fire"},
		{"fault", func(f *fake) { f.fail = errors.New("disk of secrets is broken") }, 500, "disk of secrets"},
		{"too slow", func(f *fake) { f.hang = true }, 503, "deadline"},
		{"not ready", func(f *fake) { f.fail = &corpus.Error{Code: corpus.Unavailable, Op: "search"} }, 503, "unavailable"},
	} {
		for _, path := range []string{"/?q=x", "/api/v1/search?q=x"} {
			t.Run(c.name+path, func(t *testing.T) {
				engine := world()
				c.change(engine)
				fails(t, engine, path, c.status, c.logged)
			})
		}
	}
}

// fails holds the answer to a status and to silence about the cause, which only
// the log tells.
func fails(t *testing.T, engine *fake, path string, status int, logged string) {
	t.Helper()
	var b bytes.Buffer
	h := site(t, engine, func(o *web.Options) {
		o.Log, o.SearchTimeout = slog.New(slog.NewTextHandler(&b, nil)), 20*time.Millisecond
	})
	res, body := get(t, h, path)
	if res.StatusCode != status {
		t.Errorf("status %d, want %d", res.StatusCode, status)
	}
	want := "text/html"
	if strings.HasPrefix(path, "/api/") {
		want = "application/problem+json"
	}
	if ct := res.Header.Get("Content-Type"); !strings.HasPrefix(ct, want) {
		t.Errorf("content type %q", ct)
	}
	if strings.Contains(body, "secrets") || strings.Contains(body, "fire") {
		t.Errorf("the answer tells what only the log should: %s", body)
	}
	if !strings.Contains(b.String(), logged) {
		t.Errorf("the log does not tell: %s", b.String())
	}
}

func TestCompression(t *testing.T) {
	h := site(t, world())
	res, body := get(t, h, "/?q=remittances", "Accept-Encoding", "gzip")
	if res.Header.Get("Content-Encoding") != "gzip" {
		t.Fatal("not compressed")
	}
	zr, err := gzip.NewReader(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	page, err := io.ReadAll(zr)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(page, []byte("</html>")) {
		t.Error("the page is cut")
	}
}

func TestAssets(t *testing.T) {
	h := site(t, world())
	_, page := get(t, h, "/")
	for _, name := range []string{"app.", "mark."} {
		at := strings.Index(page, "/static/"+name)
		if at < 0 {
			t.Fatalf("the page has no %s", name)
		}
		path := page[at : at+strings.IndexByte(page[at:], '"')]
		res, _ := get(t, h, path)
		if res.StatusCode != http.StatusOK || !strings.Contains(res.Header.Get("Cache-Control"), "immutable") {
			t.Errorf("%s: %d %v", path, res.StatusCode, res.Header)
		}
		again, _ := get(t, h, path, "If-None-Match", res.Header.Get("ETag"))
		if again.StatusCode != http.StatusNotModified {
			t.Errorf("%s is sent again: %d", path, again.StatusCode)
		}
	}
	if res, _ := get(t, h, "/static/app.css"); res.StatusCode != http.StatusNotFound {
		t.Errorf("an asset without its hash: %d", res.StatusCode)
	}
}

func TestNewWantsAnEngine(t *testing.T) {
	if _, err := web.New(web.Options{}); err == nil {
		t.Error("a site over nothing")
	}
}
