package web_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"briefsearch/corpus"
)

// everyKind is a host's page with each kind of the element, in a language.
func everyKind(engine *fake, lang string) string {
	id := engine.reports[0].Interventions[0].ID
	return fmt.Sprintf(`<section lang="%s"><briefing-search rcp="RCM" mode="box"></briefing-search>
<briefing-search q="remittances" facets="theme,year" label="Remittances"></briefing-search>
<briefing-search view="matrix" rows="country" cols="theme"></briefing-search>
<briefing-search intervention="%s"></briefing-search></section>`, lang, id)
}

// peaceful is a small world without the report that attacks.
func peaceful() *fake {
	engine := world()
	engine.reports = slices.DeleteFunc(engine.reports, func(r *corpus.Report) bool { return r.ID == "hostile2020" })
	return engine
}

// drawn waits until each kind of everyKind stands.
func (b *tab) drawn() {
	b.t.Helper()
	b.is(in(0, `root.querySelectorAll("[part=result]").length`), 2)
	b.is(in(1, `root.querySelectorAll("[part=result]").length`), 2)
	b.is(in(2, `root.querySelectorAll("[part=cell] a").length`), 6)
	b.is(in(3, `root.querySelectorAll("blockquote p").length`), 2)
}

func TestWidgetMatrix(t *testing.T) {
	chrome := browser(t)
	base, _ := live(t)
	script, element := snippet(t, base, "view=matrix&rcp=RCM&size=10&box=en")
	b := chrome.open(t, foreign(t, base, script, element))
	b.also = base
	b.open("/")
	b.is(in(0, `root.querySelectorAll("tbody th").length > 0`), true)
	b.is(in(0, `root.querySelector("caption").textContent`), "Process (RCP) × Theme")
	b.is(in(0, `root.querySelectorAll("thead a").length`), 2)
	b.do(in(0, `root.querySelector("[part=scroll]").focus()`))
	b.keys(strings.Repeat(kb.Tab, 5)) // two heads of columns, that of the row, two numbers
	b.is(in(0, `root.activeElement.getAttribute("aria-label")`), "2: Regional Conference on Migration (Puebla Process), Remittances")
	b.is(in(0, `root.activeElement.textContent`), "2")
	b.keys(kb.Enter)
	b.run(chromedp.WaitVisible("article.hit"))
	b.is(`location.href`, base+"/?rcp=RCM&q=&lang=en&theme=remittances")
	b.is(`document.querySelectorAll("article.hit").length`, 2)
}

// TestWidgetSaysForWhom reads what stands beside a turn: the State is half of who
// spoke, and a date is read by people.
func TestWidgetSaysForWhom(t *testing.T) {
	chrome := browser(t)
	engine := peaceful()
	server := httptest.NewServer(site(t, engine))
	t.Cleanup(server.Close)
	script, _ := snippet(t, server.URL, "")
	b := chrome.open(t, foreign(t, server.URL, script, everyKind(engine, "fr")))
	b.also = server.URL
	b.open("/")
	b.drawn()
	b.is(in(0, `[...root.querySelectorAll("[part=role]")].map((e) => e.textContent).join("; ")`),
		"Coordinator of the Technical Secretariat, Regional Conference on Migration; Mexique")
	b.is(in(0, `root.querySelector("[part=source]").textContent.includes("20 juin 2006")`), true)
	b.is(in(3, `root.querySelector("figcaption").textContent.includes("Coordinator")`), true)
}

// TestWidgetWaits asks again when a service that is busy said that it should.
func TestWidgetWaits(t *testing.T) {
	chrome := browser(t)
	busy := atomic.Int32{}
	h := site(t, peaceful())
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/api/v1/search") && busy.Add(1) == 1 {
			w.Header().Set("Access-Control-Allow-Origin", "*")
			w.Header().Set("Access-Control-Expose-Headers", "Retry-After")
			w.Header().Set("Retry-After", "1")
			w.WriteHeader(http.StatusTooManyRequests)
			return
		}
		h.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	script, element := snippet(t, server.URL, "rcp=RCM&view=box")
	b := chrome.open(t, foreign(t, server.URL, script, element))
	b.also, b.quiet = server.URL, true // the browser notes the refusal on its console
	b.open("/")
	b.is(in(0, `root.querySelectorAll("[part=result]").length`), 2)
	b.is(in(0, `root.querySelectorAll("[part=facet]").length`), 0)
	if n := busy.Load(); n != 2 {
		t.Errorf("%d questions, want 2", n)
	}
}

// TestWidgetForEverybody looks at each kind of the element narrow, dark and from
// right to left, on a page from right to left, and runs axe-core inside their shadow roots.
func TestWidgetForEverybody(t *testing.T) {
	file := os.Getenv("BRIEFSEARCH_AXE")
	chrome := browser(t)
	engine := peaceful()
	server := httptest.NewServer(site(t, engine))
	t.Cleanup(server.Close)
	script, _ := snippet(t, server.URL, "")
	for _, c := range []struct {
		lang, scheme string
		width        int64
	}{{"en", "light", 1000}, {"ar", "dark", 320}, {"fr", "dark", 1000}, {"zh", "light", 320}} {
		t.Run(fmt.Sprint(c.lang, c.scheme, c.width), func(t *testing.T) {
			b := chrome.open(t, foreign(t, server.URL, script, everyKind(engine, c.lang), ":root { color-scheme: light dark; } body { background: Canvas; color: CanvasText; direction: rtl; }"))
			b.also = server.URL
			b.wide(c.width)
			b.media(c.scheme)
			b.open("/")
			b.drawn()
			b.is(fmt.Sprintf(`document.documentElement.scrollWidth <= %d`, c.width), true)
			b.is(`getComputedStyle(document.querySelector("briefing-search")).direction`, map[bool]string{true: "rtl", false: "ltr"}[c.lang == "ar"])
			if file == "" {
				return
			}
			axe, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			b.accessible(string(axe), "widget")
		})
	}
}

// TestWidgetPictures keeps pictures of the element in the dress of three hosts.
func TestWidgetPictures(t *testing.T) {
	folder := os.Getenv("BRIEFSEARCH_SHOTS")
	if folder == "" {
		t.Skip("BRIEFSEARCH_SHOTS is not set: no pictures are taken")
	}
	chrome := browser(t)
	engine := peaceful()
	server := httptest.NewServer(site(t, engine))
	t.Cleanup(server.Close)
	script, _ := snippet(t, server.URL, "")
	for name, sheet := range map[string]string{
		"plain": "body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font-family: sans-serif; } briefing-search { margin-block: 2rem; }",
		"ministry": `body { max-width: 52rem; margin: 0 auto; padding: 2rem; font: 1.125rem/1.6 Georgia, serif; color: #1d1d1b; background: #fbf8f1; }
			h1 { border-bottom: 4px double #7a1f3d; font-weight: normal; }
			briefing-search { --bs-accent: #7a1f3d; --bs-on-accent: #fff; --bs-radius: 0; --bs-mark: #f3dfe5; --bs-on-mark: #4d0f23; margin-block: 2.5rem; }
			briefing-search::part(title) { text-decoration: none; border-bottom: 1px solid; }`,
		"dark": `:root { color-scheme: dark; } body { max-width: 60rem; margin: 0 auto; padding: 2rem; font: 1rem/1.5 "Helvetica Neue", Arial, sans-serif; color: #e8eaf0; background: #10131c; }
			briefing-search { --bs-accent: #8ab4ff; --bs-on-accent: #0b1530; --bs-radius: 12px; margin-block: 2rem; }`,
	} {
		t.Run(name, func(t *testing.T) {
			b := chrome.open(t, foreign(t, server.URL, script, everyKind(engine, "en"), sheet))
			b.also = server.URL
			b.wide(1100)
			b.open("/")
			b.drawn()
			b.shoot(filepath.Join(folder, "widget-"+name+".png"))
		})
	}
}
