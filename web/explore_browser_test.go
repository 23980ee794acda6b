package web_test

import (
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// crowdPaths are the pages that show who says what, of the larger world.
var crowdPaths = []struct{ name, path string }{
	{"matrix", "/matrix"},
	{"matrix-filtered", "/matrix?rows=country&cols=theme&country_role=speaks_for&rcp=RCM&-theme=integration&from=2003"},
	{"matrix-arabic", "/matrix?rows=country&cols=year&lang=ar"},
	{"matrix-empty", "/matrix?q=nowhere"},
	{"speaker", "/speakers/Budi%20Santoso"},
	{"country", "/countries/MX"},
	{"country-arabic", "/countries/MX?lang=ar"},
	{"country-silent", "/countries/AD"},
	{"rcp", "/rcps/RCM"},
	{"rcp-years", "/rcps/COLOMBO"},
	{"compare", "/compare?kind=country&a=MX&b=ID&q=neighbours"},
	{"compare-choose", "/compare?kind=rcp&a=RCN&b=RCM"},
	{"quality", "/reports/crowd2014/quality"},
}

// liveCrowd serves the larger world to a browser.
func liveCrowd(t *testing.T) string {
	t.Helper()
	server := httptest.NewServer(site(t, crowd()))
	t.Cleanup(server.Close)
	return server.URL
}

func TestExploreInBrowser(t *testing.T) {
	chrome := browser(t)
	base := liveCrowd(t)
	t.Run("from a cell to its search, without scripts, by the keyboard", func(t *testing.T) {
		b := chrome.open(t, base)
		call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		b.wide(1280)
		b.open("/matrix?rows=rcp&cols=year")
		b.run(chromedp.Focus(`.matrix tbody td a`))
		b.keys(kb.Enter)
		b.run(chromedp.WaitVisible(`[data-status]`))
		b.is(`location.pathname + location.search`, "/?rcp=BALI&year=2001")
	})
	t.Run("the head stays when the table scrolls", func(t *testing.T) {
		b := chrome.open(t, base)
		b.wide(390)
		b.open("/matrix?rows=country&cols=theme")
		b.do(`document.querySelector(".scroll").scrollTo(200, 200)`)
		b.is(`Math.round(document.querySelector(".matrix tbody th").getBoundingClientRect().left - document.querySelector(".scroll").getBoundingClientRect().left) < 4`, true)
		b.is(`Math.round(document.querySelector(".matrix thead th").getBoundingClientRect().top - document.querySelector(".scroll").getBoundingClientRect().top) < 4`, true)
	})
	t.Run("a bar is as high as its number", func(t *testing.T) {
		b := chrome.open(t, base)
		b.wide(1280)
		b.open("/rcps/RCM")
		b.is(`(() => {
			const rows = new Map([...document.querySelectorAll(".numbers tbody tr")].map((r) => [r.cells[0].textContent, +r.cells[1].textContent]));
			const bars = [...document.querySelectorAll(".bars rect")];
			const largest = Math.max(...rows.values());
			return bars.length > 3 && bars.every((r) => {
				const [year, n] = r.textContent.split(": ");
				return rows.get(year) === +n && Math.abs(r.getBoundingClientRect().height - 72 * n / largest) <= 2;
			});
		})()`, true)
	})
	for _, width := range []int64{320, 768} {
		t.Run(fmt.Sprintf("nothing sticks out at %d", width), func(t *testing.T) {
			b := chrome.open(t, base)
			b.wide(width)
			for _, p := range crowdPaths {
				b.open(p.path)
				b.is(fmt.Sprintf(`%q && document.documentElement.scrollWidth <= %d`, p.path, width), true)
			}
		})
	}
}

// TestExploreAccessibility runs axe-core on the pages that show who says what.
func TestExploreAccessibility(t *testing.T) {
	file := os.Getenv("BRIEFSEARCH_AXE")
	if file == "" {
		t.Skip("BRIEFSEARCH_AXE is not set: accessibility is not tested (make test sets it)")
	}
	axe, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	chrome := browser(t)
	base := liveCrowd(t)
	for _, scheme := range []string{"light", "dark"} {
		for _, width := range []int64{390, 1280} {
			t.Run(fmt.Sprintf("%s %d", scheme, width), func(t *testing.T) {
				b := chrome.open(t, base)
				b.wide(width)
				b.media(scheme)
				for _, p := range crowdPaths {
					b.open(p.path)
					b.accessible(string(axe), p.path)
				}
			})
		}
	}
}

// TestExploreScreenshots keeps pictures, as TestScreenshots does.
func TestExploreScreenshots(t *testing.T) {
	folder := os.Getenv("BRIEFSEARCH_SHOTS")
	if folder == "" {
		t.Skip("BRIEFSEARCH_SHOTS is not set: no pictures are taken")
	}
	chrome := browser(t)
	base := liveCrowd(t)
	for _, p := range crowdPaths {
		for _, as := range []struct {
			name, scheme string
			width        int64
		}{{"", "light", 1280}, {"-dark", "dark", 1280}, {"-phone", "light", 320}} {
			t.Run(p.name+as.name, func(t *testing.T) {
				b := chrome.open(t, base)
				b.media(as.scheme)
				b.wide(as.width)
				b.open(p.path)
				b.shoot(filepath.Join(folder, p.name+as.name+".png"))
			})
		}
	}
	for _, p := range crowdPaths {
		t.Run(p.name+" on paper", func(t *testing.T) {
			b := chrome.open(t, base)
			b.open(p.path)
			out, err := chromedp.Call(b.ctx, page.PrintToPDF, page.PrintToPDFParams{PrintBackground: new(true), PaperWidth: 8.27, PaperHeight: 11.69})
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(folder, p.name+".pdf"), out.Data, 0o600); err != nil {
				t.Fatal(err)
			}
		})
	}
}
