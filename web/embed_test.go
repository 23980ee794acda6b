package web_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// foreign serves a page of somebody else, under the strictest policy that lets
// the widget in: its script, and its questions to the API. A page has a sheet of
// its own if it is given one.
func foreign(t *testing.T, home, head, body string, sheet ...string) string {
	t.Helper()
	policy := fmt.Sprintf("default-src 'none'; style-src 'self'; script-src %[1]s; connect-src %[1]s; form-action %[1]s; require-trusted-types-for 'script'", home)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/sheet.css" {
			w.Header().Set("Content-Type", "text/css")
			_, _ = fmt.Fprint(w, strings.Join(sheet, "\n"))
			return
		}
		if r.URL.Path != "/" {
			w.WriteHeader(http.StatusNoContent) // the browser's icon
			return
		}
		w.Header().Set("Content-Security-Policy", policy)
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = fmt.Fprintf(w, `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Ministry</title><link rel="stylesheet" href="/sheet.css">%s<body><main><h1>Ministry</h1>%s</main></body></html>`, head, body)
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// snippet is the code that /embed tells people to copy, the pinned one.
func snippet(t *testing.T, base, query string) (script, element string) {
	t.Helper()
	res, err := http.Get(base + "/embed?" + query) //nolint:noctx // a test's own server
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close() //nolint:errcheck // it was only read
	var b strings.Builder
	if _, err := fmt.Fprint(&b, text(find(parsed(t, read(t, res.Body)), "fixed"))); err != nil {
		t.Fatal(err)
	}
	code := b.String()
	end := strings.Index(code, "</script>") + len("</script>")
	return code[:end], code[end:]
}

// in is an expression inside the shadow root of the n-th widget.
func in(n int, expression string) string {
	return fmt.Sprintf(`((root) => %s)(document.querySelectorAll("briefing-search")[%d].shadowRoot)`, expression, n)
}

func TestWidgetOnAForeignPage(t *testing.T) {
	chrome := browser(t)
	base, engine := live(t)
	script, element := snippet(t, base, "rcp=RCM&box=fr")
	id := string(engine.reports[0].Interventions[0].ID)
	page := foreign(t, base, script, element+`<briefing-search url-state="s" lang="en"></briefing-search>
		<briefing-search intervention="`+id+`"></briefing-search>`)
	b := chrome.open(t, page)
	b.also = base
	b.wide(1000)
	b.open("/")
	b.is(in(0, `root.querySelectorAll("[part=result]").length`), 2)
	b.is(in(0, `root.querySelector("[part=status]").textContent`), "2 interventions dans 1 rapport")
	b.is(in(0, `root.querySelector("legend").textContent`), "Thème")
	b.is(in(0, `root.querySelector("[part=title]").href`), base+"/interventions/"+id)
	b.is(in(1, `root.querySelectorAll("[part=result]").length`), 0)
	b.is(in(2, `root.querySelector("figcaption a").textContent`), "Ms. Ada Lindqvist")
	b.is(in(2, `root.querySelectorAll("blockquote p").length`), 2)

	t.Run("by keyboard", func(t *testing.T) { widgetByKeyboard(b, page) })
	t.Run("facets", func(*testing.T) {
		b.do(in(1, `root.querySelector("input[name=theme]").focus()`))
		b.keys(" ")
		b.is(in(1, `root.querySelectorAll("input[name=theme]:checked").length`), 1)
		b.is(in(1, `root.activeElement.name`), "theme")
	})
	t.Run("events", func(*testing.T) {
		b.do(`addEventListener("briefing-search:select", (e) => { e.preventDefault(); window.chosen = e.detail.id; })`)
		b.do(in(0, `root.querySelector("[part=title]").click()`))
		b.is(`window.chosen`, id)
		b.is(`location.origin`, page)
	})
	if folder := os.Getenv("BRIEFSEARCH_SHOTS"); folder != "" {
		b.shoot(filepath.Join(folder, "widget.png"))
	}
}

func widgetByKeyboard(b *tab, page string) {
	b.t.Helper()
	const explained = `root.querySelector("input").getAttribute("aria-describedby")`
	b.do(in(1, `root.querySelector("input").focus()`))
	b.is(in(1, `root.getElementById(`+explained+`).textContent.includes("arrow keys")`), true)
	b.keys("budi")
	b.is(in(1, explained), "<nil>")
	b.is(in(1, `root.querySelector("input").getAttribute("aria-expanded")`), "true")
	b.is(in(1, `root.querySelector(".heard").textContent`), "Suggestions: 1")
	b.keys(kb.ArrowDown)
	b.is(in(1, `root.getElementById(root.querySelector("input").getAttribute("aria-activedescendant")).getAttribute("aria-selected")`), "true")
	b.keys(kb.Escape)
	b.is(in(1, `root.querySelector("[role=listbox]").hidden`), true)
	b.do(in(1, `root.querySelector("input").select()`))
	b.keys("remittances" + kb.Enter)
	b.is(in(1, `root.querySelectorAll("[part=result]").length`), 3)
	b.is(in(1, `root.querySelector("mark").textContent.toLowerCase()`), "remittances")
	b.is(`new URL(location).searchParams.get("s")`, "q=remittances")
	b.do(`history.back()`)
	b.is(`location.href`, page+"/")
	b.is(in(1, `root.querySelector("input").value`), "")
	b.do(`history.forward()`)
	b.is(in(1, `root.querySelectorAll("[part=result]").length`), 3)
}

// TestWidgetWithoutScripts is a form that leads to the site.
func TestWidgetWithoutScripts(t *testing.T) {
	chrome := browser(t)
	base, _ := live(t)
	_, element := snippet(t, base, "rcp=RCM")
	b := chrome.open(t, foreign(t, base, "", element))
	b.also = base
	b.open("/")
	b.run(chromedp.SendKeys("input[name=q]", "remittances"+kb.Enter), chromedp.WaitVisible("article.hit"))
	b.is(`location.href`, base+"/?q=remittances&rcp=RCM")
}

// TestWidgetWhoseScriptIsGone is that form, too.
func TestWidgetWhoseScriptIsGone(t *testing.T) {
	chrome := browser(t)
	base, _ := live(t)
	script, element := snippet(t, base, "rcp=RCM")
	gone := regexp.MustCompile(`/widget/[0-9a-f]+/`).ReplaceAllString(script, "/widget/000000000000/")
	b := chrome.open(t, foreign(t, base, gone, element))
	b.also, b.quiet = base, true // the browser notes the answer on its console
	b.open("/")
	b.is(`document.querySelector("briefing-search form").checkVisibility()`, true)
	b.is(`document.querySelector("briefing-search").shadowRoot`, "<nil>")
}

// TestWidgetWithoutService shows the form again that stands between its tags, and
// searches once the service is back.
func TestWidgetWithoutService(t *testing.T) {
	chrome := browser(t)
	out := world()
	out.fail = fmt.Errorf("out of order")
	broken, sound := site(t, out), site(t, world())
	var mended atomic.Bool
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if mended.Load() {
			sound.ServeHTTP(w, r)
		} else {
			broken.ServeHTTP(w, r)
		}
	}))
	t.Cleanup(server.Close)
	base := server.URL
	script, element := snippet(t, base, "rcp=RCM")
	b := chrome.open(t, foreign(t, base, script, element))
	b.also = base
	b.quiet = true // the browser notes the refusal on its console
	b.open("/")
	b.is(in(0, `root.querySelector("slot").assignedElements()[0].localName`), "form")
	b.is(in(0, `root.querySelector("[role=status]").textContent`), "The search cannot be reached now.")
	b.do(`addEventListener("briefing-search:error", (e) => { window.told = e.detail.error.message; })`)
	b.do(`document.querySelector("briefing-search").search("remittances")`)
	b.is(`window.told`, "The fault has been logged.")
	mended.Store(true)
	b.do(`document.querySelector("briefing-search").search("wages")`)
	b.is(in(0, `root.querySelectorAll("[part=result]").length`), 1)
}

var integrity = regexp.MustCompile(`integrity="sha384-[A-Za-z0-9+/]{64}"`)

func TestEmbedPage(t *testing.T) {
	h := site(t, world())
	_, body := get(t, h, "/embed?rcp=rcm&box=fr&size=3&country=nowhere&theme=%3Cscript%3E")
	code := text(find(parsed(t, body), "fixed"))
	for _, want := range []string{`rcp="RCM"`, `lang="fr"`, `size="3"`, `crossorigin="anonymous"`, `<form action="http://example.com/">`} {
		if !strings.Contains(code, want) {
			t.Errorf("no %s in %s", want, code)
		}
	}
	if !integrity.MatchString(code) || strings.Contains(code, "theme") || strings.Contains(code, "country") {
		t.Errorf("the code is %s", code)
	}
	at := strings.Index(code, "/widget/")
	res, _ := get(t, h, code[at:at+strings.IndexByte(code[at:], '"')])
	if res.StatusCode != http.StatusOK || !strings.Contains(res.Header.Get("Cache-Control"), "immutable") || res.Header.Get("Access-Control-Allow-Origin") != "*" {
		t.Errorf("the script: %d %v", res.StatusCode, res.Header)
	}
	res, body = get(t, h, "/widget/000000000000/widget.js")
	if res.StatusCode != http.StatusNotFound || res.Header.Get("Access-Control-Allow-Origin") != "*" || !strings.Contains(body, "/embed") {
		t.Errorf("a script that is gone: %d %v %s", res.StatusCode, res.Header, body)
	}
	for path, mediaType := range map[string]string{"/widget.js": "text/javascript", "/widget.d.ts": "text/plain"} {
		if res, _ := get(t, h, path); res.StatusCode != http.StatusOK || !strings.HasPrefix(res.Header.Get("Content-Type"), mediaType) {
			t.Errorf("%s: %d %v", path, res.StatusCode, res.Header)
		}
	}
}
