package web_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"briefsearch/corpus"
	"briefsearch/web/locale"
)

// chromium is a browser that runs.
type chromium struct{ ctx context.Context }

// browser starts Chromium, or skips the test.
func browser(tb testing.TB) chromium {
	tb.Helper()
	var path string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		tb.Skip("chromium not found: the pages are not tested in a browser")
	}
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.UserDataDir(tb.TempDir()),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-dev-shm-usage", true),
		chromedp.WSURLReadTimeout(time.Minute))
	ctx, stop := chromedp.NewExecAllocator(tb.Context(), options...)
	tb.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	tb.Cleanup(stop)
	if err := chromedp.Do(ctx); err != nil {
		tb.Fatal(err)
	}
	return chromium{ctx}
}

// tab is a tab of the browser that watches what the page does.
type tab struct {
	ctx   context.Context
	t     testing.TB
	base  string
	also  string // another address that may be asked
	quiet bool   // errors on the console are part of the test

	mu     sync.Mutex
	faults []string // errors on the console, and requests to elsewhere
}

func (c chromium) open(tb testing.TB, base string) *tab {
	tb.Helper()
	ctx, stop := chromedp.NewContext(c.ctx)
	tb.Cleanup(stop)
	ctx, stop = context.WithTimeout(ctx, time.Minute)
	tb.Cleanup(stop)
	b := &tab{ctx: ctx, t: tb, base: base}
	if err := chromedp.Listen(ctx, b.watch); err != nil {
		tb.Fatal(err)
	}
	call(b, network.Enable, network.EnableParams{})
	// A click is sent to where an element stands, so nothing may still be gliding.
	b.media("light")
	tb.Cleanup(func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		for _, f := range b.faults {
			tb.Error(f)
		}
	})
	return b
}

// watch notes what no page of ours may do.
func (b *tab) watch(event any) {
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		b.fault(fmt.Sprintf("exception: %s %v", e.ExceptionDetails.Text, e.ExceptionDetails.Exception))
	case *cdplog.EventEntryAdded:
		if !b.quiet && (e.Entry.Level == "error" || e.Entry.Source == "security") {
			b.fault("console: " + e.Entry.Text + " " + e.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		if !strings.HasPrefix(e.Request.URL, b.base) && (b.also == "" || !strings.HasPrefix(e.Request.URL, b.also)) {
			b.fault("request to elsewhere: " + e.Request.URL)
		}
	}
}

func (b *tab) fault(s string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.faults = append(b.faults, s)
}

func (b *tab) run(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.t.Fatal(err)
	}
}

func (b *tab) open(path string) {
	b.t.Helper()
	b.run(chromedp.Navigate(b.base + path))
}

// is evaluates an expression and compares what it gives, waiting a little for
// it to become so.
func (b *tab) is(expression string, want any) {
	b.t.Helper()
	for end := time.Now().Add(10 * time.Second); ; time.Sleep(30 * time.Millisecond) {
		got, err := chromedp.Run(b.ctx, chromedp.Evaluate[any](expression))
		if err == nil && fmt.Sprint(got) == fmt.Sprint(want) {
			return
		}
		if time.Now().After(end) {
			b.t.Fatalf("%s is %v (%v), want %v", expression, got, err, want)
		}
	}
}

// do evaluates an expression for what it does.
func (b *tab) do(expression string) {
	b.t.Helper()
	if _, err := chromedp.Run(b.ctx, chromedp.Evaluate[any](expression)); err != nil {
		b.t.Fatal(err)
	}
}

// call sends a command of the protocol.
func call[P, R any](b *tab, command cdp.Command[P, R], params P) {
	b.t.Helper()
	if _, err := chromedp.Call(b.ctx, command, params); err != nil {
		b.t.Fatal(err)
	}
}

// media makes the tab that of somebody who likes a colour scheme, and no motion.
func (b *tab) media(scheme string) {
	b.t.Helper()
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"},
	}})
}

// wide makes the window so wide; a narrow one is that of a telephone.
func (b *tab) wide(width int64) {
	b.t.Helper()
	b.window(width, 900)
}

func (b *tab) window(width, height int64) {
	b.t.Helper()
	call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: width, Height: height, DeviceScaleFactor: 1, Mobile: width < 700,
	})
}

func (b *tab) keys(keys string) {
	b.t.Helper()
	b.run(chromedp.KeyEvent(keys))
}

// live serves the small world to a browser.
func live(t *testing.T) (base string, engine *fake) {
	t.Helper()
	engine = world()
	server := httptest.NewServer(site(t, engine))
	t.Cleanup(server.Close)
	return server.URL, engine
}

func TestInBrowser(t *testing.T) {
	chrome := browser(t)
	base, engine := live(t)
	first := "/interventions/" + string(engine.reports[0].Interventions[0].ID)
	t.Run("keyboard", func(t *testing.T) {
		b := chrome.open(t, base)
		b.open("/")
		b.keys(kb.Tab)
		b.is(`document.activeElement.textContent`, "Skip to content")
		// As the keyboard does it: the letter comes only if nobody prevents it.
		call(b, input.DispatchKeyEvent, input.DispatchKeyEventParams{
			Type: "keyDown", Key: "/", Code: "Slash", Text: "/", WindowsVirtualKeyCode: 191,
		})
		b.is(`document.activeElement.id`, "q")
		b.keys("remittances" + kb.Enter)
		b.is(`document.querySelectorAll("article.hit").length`, 3)
		b.is(`location.search`, "?q=remittances")
	})
	t.Run("a filter changes the results in place", func(t *testing.T) { filterInPlace(chrome.open(t, base)) })
	t.Run("from hit to hit by the keyboard", func(t *testing.T) {
		b := chrome.open(t, base)
		b.open("/?q=remittances")
		b.run(chromedp.Focus("article.hit h2 a"))
		b.keys(kb.Enter)
		b.is(`document.querySelector(".trail .none").textContent.includes("First hit")`, true)
		b.run(chromedp.Focus("#trail-next"))
		b.keys(kb.Enter)
		b.is(`document.querySelector("h1").textContent`, "Ms. Clara Ibáñez")
		b.run(chromedp.Focus(".trail-back"))
		b.keys(kb.Enter)
		b.is(`document.querySelector(":target h2")?.textContent`, "Ms. Clara Ibáñez")
		b.do(`history.back()`)
		b.is(`document.querySelector("h1").textContent`, "Ms. Clara Ibáñez")
	})
	t.Run("results follow what is typed", func(t *testing.T) {
		b := chrome.open(t, base)
		b.wide(1280)
		b.open("/?q=bali&sort=date")
		b.do(`window.stayed = true`)
		b.do(`document.getElementById("q").focus(); document.getElementById("q").select()`)
		b.keys("remit")
		b.is(`document.querySelectorAll("article.hit").length`, 3)
		b.keys("tances")
		b.is(`location.search`, "?q=remittances&sort=date")
		b.is(`document.activeElement.id`, "q")
		b.is(`window.stayed`, true)
		b.do(`history.back()`)
		b.is(`document.getElementById("q").value`, "bali")
	})
	t.Run("a correction is copied", func(t *testing.T) {
		b := chrome.open(t, base)
		b.open(first)
		b.do(`navigator.clipboard.writeText = async (text) => { window.copied = text; }`)
		b.do(`document.querySelector("details.wrong").open = true; document.querySelector("details.wrong button.copy").click()`)
		b.is(`window.copied.includes("remove: {rcp: [RCM]}")`, true)
		b.is(`document.getElementById("status").textContent`, "Correction copied")
	})
	t.Run("a selection grows in place", func(t *testing.T) {
		b := chrome.open(t, base)
		b.open("/?q=remittances")
		b.do(`window.stayed = true`)
		b.run(chromedp.Focus(".pick-link"))
		b.keys(kb.Enter)
		b.is(`document.querySelector(".selection-link").textContent`, "Selection (1)")
		b.is(`document.activeElement.className`, "pick-link picked")
		b.is(`window.stayed`, true)
		b.run(chromedp.Click("#pick-all"))
		b.is(`document.querySelector(".selection-link").textContent`, "Selection (3)")
		b.do(`history.back()`)
		b.is(`document.querySelector(".selection-link").textContent`, "Selection (1)")
		b.is(`document.querySelector(".tongues a[lang=fr]").href.includes("pick=")`, true)
	})
	t.Run("on paper", func(t *testing.T) {
		b := chrome.open(t, base)
		call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
		b.open("/dossier?q=remittances")
		b.is(`[...document.querySelectorAll("nav, .searchbox, .pick-link, .follow, .keep")].filter((e) => e.checkVisibility()).length`, 0)
		b.is(`[...document.querySelectorAll(".dossier-turn .turn-text")].filter((e) => e.checkVisibility()).length`, 3)
	})
	t.Run("without scripts", func(t *testing.T) { withoutScripts(chrome.open(t, base)) })
	t.Run("evidence", func(t *testing.T) {
		b := chrome.open(t, base)
		b.open(first)
		b.is(`document.querySelectorAll("mark.on").length`, 0)
		b.run(chromedp.Focus(`[data-tag="rcp:RCM"] a`))
		b.is(`document.querySelectorAll("mark.on").length`, 4)
		b.run(chromedp.Focus(`[data-tag="theme:remittances"] a`))
		b.is(`document.querySelector("mark.on").textContent`, "remittances")
		b.run(chromedp.Click(`a[href="#e3"]`))
		b.is(`document.querySelector("mark:target").textContent`, "RCM")
	})
	t.Run("a page begins in a text from right to left", func(t *testing.T) {
		arabic := &engine.reports[1].Interventions[1]
		arabic.PageFrom, arabic.Lines = 1, []corpus.Line{{Start: 0, Page: 2}}
		b := chrome.open(t, base)
		b.open("/interventions/" + string(arabic.ID))
		b.is(`document.querySelectorAll("p > .pagebreak:first-child").length`, 1)
		b.is(`getComputedStyle(document.querySelector(".turn-text p")).direction`, "rtl")
	})
	t.Run("hostile text", func(t *testing.T) {
		b := chrome.open(t, base)
		for _, path := range []string{
			"/reports/hostile2020", "/interventions/" + string(engine.reports[2].Interventions[0].ID), "/?q=" + url.QueryEscape("remittances OR "+attack),
		} {
			b.open(path)
			b.is(`document.title.includes("owned") && document.title.length < 6`, false)
			b.is(`document.querySelectorAll("img").length`, 0)
		}
	})
	for _, width := range []int64{320, 390, 768, 1280} {
		t.Run(fmt.Sprintf("nothing sticks out at %d", width), func(t *testing.T) {
			b := chrome.open(t, base)
			b.wide(width)
			for _, path := range []string{
				"/", "/?q=remittances&rcp=RCM&rcp=SACM&-theme=trafficking", first, "/reports/workshop2006", "/reports", "/api", "/embed",
				first + "?q=remittances&pick=x", "/selection?pick=" + strings.TrimPrefix(first, "/interventions/"), "/?q=remittances&lang=ar&group=report",
			} {
				b.open(path)
				b.is(fmt.Sprintf(stickingOut, width), "")
				b.is(tooSmall, "")
			}
			if width >= 390 { // a phone: the site's own links are a line
				b.open("/reports")
				b.is(`new Set([...document.querySelectorAll(".masthead nav a")].map((a) => a.offsetTop)).size`, 1)
			}
		})
	}
}

// stickingOut names the elements of the page that reach out of a window.
const stickingOut = `document.documentElement.scrollWidth <= %[1]d ? "" : [location.href, ...[...document.querySelectorAll("body *")]
	.filter((e) => e.getBoundingClientRect().right > %[1]d).map((e) => e.outerHTML.slice(0, 90))].join("\n")`

// tooSmall names the elements of the page whose text is smaller than can be read with ease.
const tooSmall = `[...document.querySelectorAll("body *")].filter((e) => e.checkVisibility() && parseFloat(getComputedStyle(e).fontSize) < 12
	&& [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim())).map((e) => location.href + " " + e.outerHTML.slice(0, 90)).join("\n")`

func filterInPlace(b *tab) {
	b.t.Helper()
	b.wide(1280)
	b.open("/?q=remittances")
	b.do(`window.stayed = true`)
	b.run(chromedp.Focus(`input[name="rcp"][value="SACM"]`))
	b.keys(" ")
	b.is(`document.querySelectorAll("article.hit").length`, 1)
	b.is(`location.search`, "?q=remittances&rcp=SACM")
	b.is(`window.stayed`, true)
	b.is(`document.activeElement.value`, "SACM")
	b.is(`document.getElementById("status").textContent`, "1 intervention in 1 report")
	b.do(`history.back()`)
	b.is(`document.querySelectorAll("article.hit").length`, 3)
	b.is(`document.querySelector('input[value="SACM"]').checked`, false)
	b.run(chromedp.Click(`.chip a`))
	b.is(`location.search`, "?q=")
	b.is(`document.getElementById("q").value`, "")
}

func withoutScripts(b *tab) {
	b.t.Helper()
	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	b.wide(1280)
	b.open("/")
	b.run(chromedp.SendKeys("#q", "remittances"+kb.Enter), chromedp.WaitVisible("article.hit"))
	b.is(`document.querySelectorAll("article.hit").length`, 3)
	b.run(chromedp.WaitVisible(`input[name="rcp"][value="SACM"]`), chromedp.Click(`input[name="rcp"][value="SACM"]`))
	b.run(chromedp.Click(".apply button"))
	b.is(`document.querySelectorAll("article.hit").length`, 1)
	b.is(`document.querySelector('input[value="SACM"]').checked`, true)
	b.wide(390)
	b.is(`document.querySelector(".filters").open`, false)
	b.run(chromedp.Click(".filters > summary"), chromedp.WaitVisible(`input[name="rcp"][value="SACM"]`))
}

// TestAccessibility runs axe-core on every page, in light and dark, wide and
// narrow.
func TestAccessibility(t *testing.T) {
	file := os.Getenv("BRIEFSEARCH_AXE")
	if file == "" {
		t.Skip("BRIEFSEARCH_AXE is not set: accessibility is not tested (make test sets it)")
	}
	axe, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	chrome := browser(t)
	engine := world()
	engine.reports = slices.DeleteFunc(engine.reports, func(r *corpus.Report) bool { return r.ID == "hostile2020" })
	server := httptest.NewServer(site(t, engine))
	t.Cleanup(server.Close)
	first := string(engine.reports[0].Interventions[0].ID)
	paths := []string{
		"/", "/?q=remittances&group=report&pick=" + first, "/?q=remittances&rcp=RCM&rcp=SACM&-theme=trafficking&from=2004", "/?q=nowhere",
		"/interventions/" + first, "/interventions/" + first + "?q=remittances", "/selection?pick=" + first + "&pick=gone",
		"/interventions/" + string(engine.reports[1].Interventions[1].ID), "/reports", "/reports/workshop2006", "/selection", "/dossier?id=" + first,
		"/embed?rcp=RCM", "/nowhere", "/?year=soon", "/?q=minutes+wages",
	}
	for _, scheme := range []string{"light", "dark"} {
		for _, width := range []int64{390, 1280} {
			t.Run(fmt.Sprintf("%s %d", scheme, width), func(t *testing.T) {
				b := chrome.open(t, server.URL)
				b.quiet = true // some pages say that there is nothing
				b.wide(width)
				b.media(scheme)
				shown := paths
				if (scheme == "dark") == (width == 390) {
					shown = append(slices.Clone(paths), "/api") // which is long
				}
				for _, path := range shown {
					b.open(path)
					b.accessible(string(axe), path)
				}
			})
		}
	}
	for _, code := range locale.Languages()[1:] {
		t.Run(code, func(t *testing.T) {
			b := chrome.open(t, server.URL)
			b.wide(1280)
			for _, path := range []string{"/?", paths[1] + "&", paths[5] + "&", paths[6] + "&", "/reports/workshop2006?"} {
				b.open(path + "lang=" + code)
				b.is(`document.documentElement.lang`, code)
				b.accessible(string(axe), path+code)
			}
		})
	}
}

const axeRun = `axe.run({resultTypes: ["violations"], rules: {"target-size": {enabled: true}}}).then((r) => JSON.stringify(r.violations.map((v) => ({
	id: v.id, help: v.help, nodes: v.nodes.map((n) => n.html + " " + n.failureSummary)}))))`

// accessible runs axe on the page that is open.
func (b *tab) accessible(axe, path string) {
	b.t.Helper()
	b.do(axe + "\n;0")
	b.do(`for (const d of document.querySelectorAll("details")) d.open = true`)
	report, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](axeRun, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatal(err)
	}
	var violations []struct {
		ID, Help string
		Nodes    []string
	}
	if err := json.Unmarshal([]byte(report), &violations); err != nil {
		b.t.Fatal(err)
	}
	for _, v := range violations {
		b.t.Errorf("%s: %s: %s\n  %s", path, v.ID, v.Help, strings.Join(v.Nodes[:min(3, len(v.Nodes))], "\n  "))
	}
}
