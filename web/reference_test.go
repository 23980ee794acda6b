package web_test

import (
	"net/http"
	"net/http/httptest"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"briefsearch/corpus"
	"briefsearch/web"
	"briefsearch/web/api"
)

var curlCommand = regexp.MustCompile(`^curl -s '(http://[^']+)'$`)

// TestReferencePage runs the commands that the description of the API shows.
func TestReferencePage(t *testing.T) {
	engine := &fake{reports: []*corpus.Report{printedReport(t)}}
	server := httptest.NewServer(site(t, engine))
	t.Cleanup(server.Close)
	_, page := get(t, server.Config.Handler, server.URL+"/api")
	doc := parsed(t, page)
	var commands []string
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && n.Data == "code" && attr(n, "class") == "curl" {
			commands = append(commands, text(n))
		}
	}
	if len(commands) != len(api.Routes()) {
		t.Errorf("%d commands for %d routes", len(commands), len(api.Routes()))
	}
	for _, command := range commands {
		address := curlCommand.FindStringSubmatch(command)
		if address == nil {
			t.Errorf("%s is no command that is understood", command)
			continue
		}
		if body := run(t, command, address[1]); body == "" || strings.Contains(body, "urn:briefsearch:problem") {
			t.Errorf("%s answers %q", command, body)
		}
	}
}

// run runs a command of curl in a shell, or asks its address where there is no
// curl.
func run(t *testing.T, command, address string) string {
	t.Helper()
	if _, err := exec.LookPath("curl"); err == nil {
		out, err := exec.CommandContext(t.Context(), "sh", "-c", command).Output()
		if err != nil {
			t.Errorf("%s: %v", command, err)
		}
		return string(out)
	}
	res, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close() //nolint:errcheck // it was only read
	return read(t, res.Body)
}

// TestReferenceOfHiddenOriginals shows what is served, not what might be.
func TestReferenceOfHiddenOriginals(t *testing.T) {
	h := site(t, world(), func(o *web.Options) { o.HideOriginals = true })
	if _, page := get(t, h, "/api"); strings.Contains(page, "/file") || !strings.Contains(page, "/api/v1/search") {
		t.Error("the page describes what is not there, or not what is")
	}
}
