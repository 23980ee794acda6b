package web_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"briefsearch/corpus/vocabulary"
	"briefsearch/web"
)

// from asks for a path as a client of an address.
func from(t *testing.T, h http.Handler, client, target string, headers ...string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, target, nil)
	r.RemoteAddr = client
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// one in a thousand seconds, so that no machine is slow enough to be let in again.
const slowly = 0.001

func limited(t *testing.T, proxies ...string) http.Handler {
	t.Helper()
	return site(t, world(), func(o *web.Options) { o.Rate, o.Proxies = slowly, proxies })
}

func TestRateOfOneClient(t *testing.T) {
	const path = "/api/v1/search"
	h := limited(t)
	if w := from(t, h, "192.0.2.1:1", path); w.Code != http.StatusOK {
		t.Fatalf("the first request is answered %d", w.Code)
	}
	w := from(t, h, "192.0.2.1:2", path)
	p := problem(t, w.Body.String())
	if w.Code != http.StatusTooManyRequests || p.Type != "urn:briefsearch:problem:too-many-requests" || p.Hint == "" {
		t.Errorf("the second is answered %d %+v", w.Code, p)
	}
	if wait := w.Header().Get("Retry-After"); wait != "1000" {
		t.Errorf("Retry-After is %q", wait)
	}
	for _, name := range []string{"Access-Control-Allow-Origin", "Access-Control-Expose-Headers"} {
		if w.Header().Get(name) == "" {
			t.Errorf("a page elsewhere cannot read the refusal: no %s", name)
		}
	}
	if w := from(t, h, "192.0.2.1:3", "/?q=x"); w.Code != http.StatusTooManyRequests || !strings.Contains(w.Body.String(), "</html>") || w.Header().Get("Retry-After") == "" {
		t.Errorf("a page is answered %d", w.Code)
	}
	for client, want := range map[string]int{
		"192.0.2.2:1": http.StatusOK, "[2001:db8::1]:1": http.StatusOK, "[2001:db8:0:1::1]:1": http.StatusOK, "nobody": http.StatusOK,
	} {
		if w := from(t, h, client, path); w.Code != want {
			t.Errorf("%s is answered %d, want %d", client, w.Code, want)
		}
	}
	if w := from(t, h, "[2001:db8::2]:1", path); w.Code != http.StatusTooManyRequests {
		t.Errorf("another address of the same house is answered %d", w.Code)
	}
	for _, path := range []string{"/healthz", "/readyz", "/metrics", "/widget.js"} {
		if w := from(t, h, "192.0.2.1:1", path); w.Code != http.StatusOK {
			t.Errorf("%s is answered %d", path, w.Code)
		}
	}
}

// TestWhoAsksThroughAProxy believes the proxies that are named, and nobody else.
func TestWhoAsksThroughAProxy(t *testing.T) {
	for _, c := range []struct {
		name    string
		proxies []string
		second  int // answer to another client behind the same address
	}{
		{"unknown", nil, http.StatusTooManyRequests},
		{"named", []string{"10.0.0.0/8"}, http.StatusOK},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := limited(t, c.proxies...)
			from(t, h, "10.1.1.1:1", "/api/v1/reports", "X-Forwarded-For", "192.0.2.1")
			if w := from(t, h, "10.1.1.1:2", "/api/v1/reports", "X-Forwarded-For", "192.0.2.2"); w.Code != c.second {
				t.Errorf("another client is answered %d, want %d", w.Code, c.second)
			}
		})
	}
}

func TestProxiesMakeSense(t *testing.T) {
	v, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := web.New(web.Options{Engine: world(), Vocabulary: v, Proxies: []string{"the one in front"}}); err == nil || !strings.Contains(err.Error(), "the one in front") {
		t.Errorf("error %v", err)
	}
}
