package web_test

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
)

// maxFirstLoad is how many bytes, compressed, somebody fetches who comes to the
// page of a search for the first time. pdf.js is not among them: it comes when an
// original is opened.
const maxFirstLoad = 40_000

func TestFirstLoadIsLight(t *testing.T) {
	server := httptest.NewServer(site(t, crowd()))
	t.Cleanup(server.Close)
	const path = "/?q=neighbours"
	total, body := weigh(t, server.URL+path)
	page := parsed(t, body)
	fetched := []string{}
	for _, s := range all(page, "script") {
		fetched = append(fetched, attr(s, "src"))
	}
	for _, l := range all(page, "link") {
		if rel := attr(l, "rel"); rel == "stylesheet" || rel == "icon" {
			fetched = append(fetched, attr(l, "href"))
		}
	}
	if len(fetched) < 3 { // the dress, the script, the mark
		t.Fatalf("the page loads %q alone", fetched)
	}
	for _, f := range fetched {
		n, _ := weigh(t, server.URL+f)
		t.Logf("%6d %s", n, f)
		total += n
	}
	t.Logf("%6d in all", total)
	if total > maxFirstLoad {
		t.Errorf("the first load is %d bytes, more than %d", total, maxFirstLoad)
	}
}

// weigh fetches something as browsers do, and counts the bytes that travel.
func weigh(t *testing.T, address string) (int, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Accept-Encoding", "gzip") // which the client then leaves to us
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close() //nolint:errcheck // it was only read
	counted := &counter{from: res.Body}
	if res.Header.Get("Content-Encoding") != "gzip" { // too small to be worth it
		body := read(t, counted)
		return counted.n, body
	}
	plain, err := gzip.NewReader(counted)
	if err != nil {
		t.Fatal(err)
	}
	body := read(t, plain)
	return counted.n, body
}

type counter struct {
	from io.Reader
	n    int
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.from.Read(p)
	c.n += n
	return n, err
}
