package web_test

import (
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"briefsearch/corpus"
)

// parsed is a page as a browser reads it.
func parsed(tb testing.TB, body string) *html.Node {
	tb.Helper()
	n, err := html.Parse(strings.NewReader(body))
	if err != nil {
		tb.Fatal(err)
	}
	return n
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}

// all are the elements of a name.
func all(n *html.Node, name string) []*html.Node {
	var out []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == name {
			out = append(out, d)
		}
	}
	return out
}

// find is the element of an id; an empty one when there is none.
func find(n *html.Node, id string) *html.Node {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && attr(d, "id") == id {
			return d
		}
	}
	return &html.Node{}
}

// read is all of a body.
func read(tb testing.TB, r io.Reader) string {
	tb.Helper()
	b, err := io.ReadAll(r)
	if err != nil {
		tb.Fatal(err)
	}
	return string(b)
}

func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// assetHash is what changes in a page whenever its dress does.
var assetHash = regexp.MustCompile(`(/static/\w+)\.[0-9a-f]{12}`)

func TestPagesGolden(t *testing.T) {
	h := site(t, &fake{reports: []*corpus.Report{workshop(), reunion()}})
	first := string(workshop().Interventions[0].ID)
	for name, path := range map[string]string{
		"home": "/", "search": "/?q=remittances&rcp=RCM&rcp=SACM&-country=ID&sort=date", "nothing": "/?q=nowhere&rcp=BALI", "turn": "/interventions/" + first,
		"report": "/reports/workshop2006", "reports": "/reports", "bad": "/?q=x&year=soon", "missing": "/reports/none",
	} {
		t.Run(name, func(t *testing.T) {
			_, body := get(t, h, path)
			golden(t, name+".html", assetHash.ReplaceAllString(body, "$1.HASH"))
		})
	}
}

func TestSearchPage(t *testing.T) {
	h := site(t, world())
	for _, c := range []struct {
		path string
		want []string
	}{
		{"/?q=remittances", []string{"3 interventions in 2 reports", "Understood as", "Ms. Ada Lindqvist", "Session I: Secretariats report", "20 June 2006", "page 1"}},
		{"/?rcp=RCM&rcp=SACM", []string{"any of: RCM, SACM", "Clear all"}},
		{"/?-country=ID", []string{"not Country", "Indonesia"}},
		{"/?q=nowhere&rcp=BALI", []string{"No interventions found", "Search without", "Did you mean remittances?", "Try"}},
		{"/?from=2006&to=2009-03", []string{"2006 – March 2009"}},
		{"/?country_role=speaks_for&country=MX", []string{"1 intervention in 1 report", "speaking"}},
		{"/?speaker=ibanez&q=", []string{"1 intervention in 1 report", "Speaker Clara Ibáñez"}},
		{"/?q=", []string{"All interventions", "6 interventions in 3 reports"}},
		{"/?size=2&q=", []string{"Next page"}},
		{"/?size=2&q=&cursor=2", []string{"First page"}},
	} {
		res, body := get(t, h, c.path)
		page := text(parsed(t, body))
		for _, want := range c.want {
			if !strings.Contains(page, want) {
				t.Errorf("%s (%d) does not say %q", c.path, res.StatusCode, want)
			}
		}
	}
}

// TestChipsTakeAway follows the link of a chip whose value was written in part.
func TestChipsTakeAway(t *testing.T) {
	_, body := get(t, site(t, world()), "/?q=remittances&speaker=ibanez")
	if !strings.Contains(body, `aria-label="Remove Speaker Clara Ibáñez"`) || !strings.Contains(body, `<a href="/?q=remittances" data-swap`) {
		t.Error("the chip does not take the speaker away")
	}
}

func TestFaultPages(t *testing.T) {
	h := site(t, world())
	for _, c := range []struct {
		method, path string
		status       int
		want         string
	}{
		{"GET", "/?q=boat&year=soon", 400, `Something is wrong with year: "soon" is not a year of four digits. Write for instance 2006.`},
		{"GET", "/?rcp=RCN", 400, `Did you mean "RCM"?`},
		{"GET", "/?utm_source=x&q=boat", 400, "utm_source"},
		{"GET", "/?q=%ff", 400, "not valid UTF-8"},
		{"GET", "/?q=%zz", 400, "Something is wrong with q"},
		{"GET", "/?cursor=nonsense", 400, "cursor"},
		{"GET", "/interventions/none", 404, "There is nothing here"},
		{"GET", "/reports/none", 404, "There is nothing here"},
		{"GET", "/reports?cursor=none", 400, "cursor"},
		{"GET", "/nowhere", 404, "There is nothing here"},
		{"GET", "/favicon.ico", 404, "There is nothing here"},
		{"POST", "/", 405, "not how this page is asked for"},
	} {
		res, body := ask(t, h, c.method, c.path)
		if page := text(parsed(t, body)); res.StatusCode != c.status || !strings.Contains(page, c.want) {
			t.Errorf("%s %s: %d %s", c.method, c.path, res.StatusCode, page)
		}
	}
	_, body := get(t, h, "/?q=boat&year=soon")
	if !strings.Contains(body, `href="/?q=boat"`) {
		t.Error("no way on without the parameter at fault")
	}
}

func TestHostileTextStaysText(t *testing.T) {
	engine := world()
	h := site(t, engine)
	evil := engine.reports[2]
	q := url.QueryEscape(attack)
	for _, path := range []string{
		"/", "/reports", "/reports/" + string(evil.ID), "/interventions/" + string(evil.Interventions[0].ID), "/?q=remittances",
		"/?q=" + q, "/?speaker=" + q, "/?session=" + q, "/?organisation=" + q, "/?-speaker=" + q, "/?" + q + "=1", "/?rcp=" + q, "/?from=" + q, "/" + url.PathEscape(attack),
	} {
		_, body := get(t, h, path)
		harmless(t, path, parsed(t, body))
	}
}

// harmless says whether a page holds nothing that runs but our own script.
func harmless(t *testing.T, path string, page *html.Node) {
	t.Helper()
	if n := len(all(page, "img")); n > 0 {
		t.Errorf("%s: %d images", path, n)
	}
	for _, s := range all(page, "script") {
		if !strings.HasPrefix(attr(s, "src"), "/static/") {
			t.Errorf("%s: script %q", path, text(s))
		}
	}
	for d := range page.Descendants() {
		for _, a := range d.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || strings.HasPrefix(strings.TrimSpace(a.Val), "javascript:") {
				t.Errorf("%s: <%s %s=%q>", path, d.Data, a.Key, a.Val)
			}
		}
	}
}

func TestLinksLeadSomewhere(t *testing.T) {
	h := site(t, &fake{reports: []*corpus.Report{workshop(), reunion()}})
	visit(t, h, "/", "/?q=remittances+rcp:BALI&rcp=RCM", "/?q=nowhere&-theme=trafficking&from=2001")
}

// maxVisits is how many pages visit looks at; the links of a faceted search have
// no end.
const maxVisits = 300

// visit follows every link of the pages, some way from the first ones, and holds
// each page to the habits of a good page.
func visit(t *testing.T, h http.Handler, todo ...string) {
	t.Helper()
	from := make(map[string]string)
	for n := 0; len(todo) > 0 && n < maxVisits; n++ {
		path := todo[0]
		todo = todo[1:]
		res, body := get(t, h, path)
		if res.StatusCode != http.StatusOK {
			t.Errorf("%s, linked from %s: %d", path, from[path], res.StatusCode)
			continue
		}
		if !strings.HasPrefix(res.Header.Get("Content-Type"), "text/html") {
			continue
		}
		page := parsed(t, body)
		soundPage(t, path, page)
		for _, target := range links(page) {
			if _, seen := from[target]; !seen {
				from[target] = path
				todo = append(todo, target)
			}
		}
	}
}

// links are where a page leads.
func links(page *html.Node) []string {
	var out []string
	for _, name := range []string{"a", "link"} {
		for _, n := range all(page, name) {
			if href, _, _ := strings.Cut(attr(n, "href"), "#"); href != "" {
				out = append(out, href)
			}
		}
	}
	return out
}

// soundPage checks what every page must have: one h1, ids that are there once,
// names for what is clicked, and labels for what is filled in.
func soundPage(t *testing.T, path string, page *html.Node) {
	t.Helper()
	if n := len(all(page, "h1")); n != 1 {
		t.Errorf("%s: %d h1", path, n)
	}
	ids := make(map[string]int)
	for d := range page.Descendants() {
		if id := attr(d, "id"); id != "" {
			ids[id]++
		}
	}
	for id, n := range ids {
		if n > 1 {
			t.Errorf("%s: id %s is there %d times", path, id, n)
		}
	}
	soundLinks(t, path, page, ids)
	soundInputs(t, path, page)
}

func soundLinks(t *testing.T, path string, page *html.Node, ids map[string]int) {
	t.Helper()
	for _, a := range all(page, "a") {
		if text(a) == "" && attr(a, "aria-label") == "" {
			t.Errorf("%s: a link to %s has no name", path, attr(a, "href"))
		}
		if id, ok := strings.CutPrefix(attr(a, "href"), "#"); ok && ids[id] == 0 {
			t.Errorf("%s: nothing is at #%s", path, id)
		}
	}
}

func soundInputs(t *testing.T, path string, page *html.Node) {
	t.Helper()
	labelled := make(map[string]bool)
	for _, l := range all(page, "label") {
		labelled[attr(l, "for")] = true
		for _, in := range all(l, "input") {
			labelled[attr(in, "name")+"="] = true
		}
	}
	for _, in := range all(page, "input") {
		if attr(in, "type") != "hidden" && !labelled[attr(in, "id")] && !labelled[attr(in, "name")+"="] {
			t.Errorf("%s: input %s has no label", path, attr(in, "name"))
		}
	}
}

// TestFormKeepsTheSearch sends the form as a browser without scripts does, and
// asks whether that is the same search.
func TestFormKeepsTheSearch(t *testing.T) {
	h := site(t, world())
	for _, path := range []string{
		"/?q=remittances&rcp=RCM&rcp=SACM&-country=ID&-theme=trafficking&country_role=mentioned&from=2004&to=2010&sort=date",
		"/?q=&speaker=Ada+Lindqvist&year=2006&language=en&session=" + url.QueryEscape("Session I: Secretariats report"),
	} {
		_, body := get(t, h, path)
		page := parsed(t, body)
		sent := url.Values{}
		for _, in := range all(page, "input") {
			if has(in, "disabled") || attr(in, "type") == "checkbox" && !has(in, "checked") {
				continue
			}
			sent.Add(attr(in, "name"), attr(in, "value"))
		}
		_, again := get(t, h, "/?"+sent.Encode())
		if a, b := jsonLink(t, body), jsonLink(t, again); a != b {
			t.Errorf("the form sends another search:\n%s\n%s", a, b)
		}
	}
}

func jsonLink(t *testing.T, body string) string {
	t.Helper()
	for _, l := range all(parsed(t, body), "link") {
		if attr(l, "type") == "application/json" {
			return attr(l, "href")
		}
	}
	t.Fatal("the page does not say where its JSON is")
	return ""
}

func TestTurnPage(t *testing.T) {
	engine := world()
	h := site(t, engine)
	in := engine.reports[0].Interventions[0]
	_, body := get(t, h, "/interventions/"+string(in.ID))
	page := parsed(t, body)
	marks := 0
	for _, m := range all(page, "mark") { // others mark what was sought, in turns like this one
		if attr(m, "data-tags") != "" {
			marks++
		}
	}
	evidence := 0
	for _, tag := range in.Tags {
		evidence += len(tag.Evidence)
	}
	if marks != evidence {
		t.Errorf("%d marks, %d pieces of evidence", marks, evidence)
	}
	for n := range evidence {
		if !strings.Contains(body, fmt.Sprintf(`id="e%d"`, n+1)) {
			t.Errorf("evidence %d is not in the text", n+1)
		}
	}
	for _, want := range []string{"another name of it", "its acronym", "speaks for it", "Next turn Mr. Budi Santoso", "pages 1–2", "page 2"} {
		if !strings.Contains(text(page), want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}
