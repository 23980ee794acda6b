package web_test

import (
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// forced makes the tab that of somebody who has chosen the colours of everything.
func (b *tab) forced() {
	b.t.Helper()
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "forced-colors", Value: "active"}, {Name: "prefers-reduced-motion", Value: "reduce"},
	}})
	b.is(`matchMedia("(forced-colors: active)").matches`, true)
}

// standsOut is a function that says whether an element, or a part of it, differs
// from the page around it by its ground, its border or its outline.
const standsOut = `((e, part) => {
	const style = getComputedStyle(e, part);
	const ground = getComputedStyle(document.body).backgroundColor;
	const line = (side) => style[side + "Style"] !== "none" && parseFloat(style[side + "Width"]) > 0 && style[side + "Color"] !== ground;
	const clear = /^rgba.*, 0\)$/.test(style.backgroundColor) || style.backgroundColor === ground;
	return !clear || line("borderTop") || line("borderBottom") || line("borderLeft") || line("outline");
})`

// TestForcedColors looks at what pages and widget say by colour alone elsewhere.
func TestForcedColors(t *testing.T) {
	chrome := browser(t)
	base, engine := live(t)
	folder := os.Getenv("BRIEFSEARCH_SHOTS")
	t.Run("search", func(t *testing.T) {
		b := chrome.open(t, base)
		b.wide(1280)
		b.forced()
		b.open("/?q=remittances&country=MX&pick=x")
		for _, e := range []string{
			`document.querySelector(".hit mark")`, `document.querySelector(".tag")`, `document.querySelector(".chip")`,
			`document.querySelector(".sorts [aria-current]")`, `document.querySelector(".searchbox-row")`,
			`document.querySelector(".facet li"), "::after"`, `document.querySelector(".pick-link"), "::before"`,
		} {
			b.is(standsOut+"("+e+")", true)
		}
		b.run(chromedp.Focus(".hit h2 a"))
		b.is(standsOut+`(document.activeElement)`, true)
		if folder != "" {
			b.shoot(filepath.Join(folder, "search-forced.png"))
		}
	})
	t.Run("suggestions", func(t *testing.T) {
		b := chrome.open(t, base)
		b.forced()
		b.open("/")
		b.run(chromedp.Focus("#q"))
		b.is(`document.getElementById(document.activeElement.getAttribute("aria-describedby")).textContent.includes("arrow keys")`, true)
		b.keys("budi")
		b.is(`document.activeElement.hasAttribute("aria-describedby")`, false)
		b.is(`document.querySelectorAll(".suggestions li").length`, 1)
		b.is(standsOut+`(document.querySelector(".suggestions li"))`, false)
		b.keys(kb.ArrowDown)
		b.is(standsOut+`(document.querySelector(".suggestions li"))`, true)
	})
	t.Run("evidence", func(t *testing.T) {
		b := chrome.open(t, base)
		b.forced()
		b.open("/interventions/" + string(engine.reports[0].Interventions[0].ID))
		const shown = `document.querySelectorAll(".turn-text mark").values().filter((m) => getComputedStyle(m).outlineStyle === "solid").toArray().length`
		b.is(shown, 0)
		b.run(chromedp.Focus(`[data-tag="theme:remittances"] a`))
		b.is(shown, 1)
	})
	t.Run("widget", func(t *testing.T) {
		engine := peaceful()
		server := httptest.NewServer(site(t, engine))
		t.Cleanup(server.Close)
		script, _ := snippet(t, server.URL, "")
		b := chrome.open(t, foreign(t, server.URL, script, everyKind(engine, "en")))
		b.also = server.URL
		b.wide(1000)
		b.forced()
		b.open("/")
		b.drawn()
		for n, part := range []string{"field", "mark", "cell", "passage"} {
			b.is(in(n, fmt.Sprintf(`%s(root.querySelector("[part=%s]"))`, standsOut, part)), true)
		}
		b.do(in(0, `root.querySelector("input").focus()`))
		b.keys("budi")
		b.is(in(0, `root.querySelectorAll("[role=option]").length`), 1)
		b.is(in(0, standsOut+`(root.querySelector("[role=option]"))`), false)
		b.keys(kb.ArrowDown)
		b.is(in(0, standsOut+`(root.querySelector("[role=option]"))`), true)
		if folder != "" {
			b.shoot(filepath.Join(folder, "widget-forced.png"))
		}
	})
}
