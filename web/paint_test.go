package web_test

import (
	"net/http/httptest"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"
)

// BenchmarkPaint measures what a browser needs from the end of an answer until its
// hits are painted, on a whole page and where they replace others in place. It
// prints the median of the loads of a browser that is warm.
// BRIEFSEARCH_WILD_INDEX is an index to search instead of a small one.
func BenchmarkPaint(b *testing.B) {
	server := httptest.NewServer(site(b, wildEngine(b)))
	b.Cleanup(server.Close)
	tab := browser(b).open(b, server.URL)
	tab.wide(1280)
	const path = "/?q=migration+OR+neighbours"
	for _, m := range []struct {
		name, until string
		load        bool // the page before each
	}{{"page", untilPainted, true}, {"in place", untilReplaced, false}} {
		b.Run(m.name, func(b *testing.B) {
			const warming, least = 3, 15
			tab.open(path)
			var times []float64
			for n := 0; n < b.N || n < warming+least; n++ {
				if m.load {
					tab.open(path)
				}
				took, err := chromedp.Run(tab.ctx, chromedp.Evaluate[float64](m.until, chromedp.EvalAwaitPromise))
				if err != nil {
					b.Fatal(err)
				}
				if n >= warming {
					times = append(times, took)
				}
			}
			slices.Sort(times)
			b.ReportMetric(times[len(times)/2], "ms/paint")
			b.ReportMetric(0, "ns/op") // which means nothing here
		})
	}
}

// untilPainted waits for the first frame with hits of the page that is open.
const untilPainted = `new Promise((done) => {
	new PerformanceObserver((list) => {
		const hits = list.getEntries().find((e) => e.element?.closest(".results"));
		if (hits) done(hits.startTime - performance.getEntriesByType("navigation")[0].responseEnd);
	}).observe({type: "largest-contentful-paint", buffered: true});
})`

// untilReplaced sorts the hits anew, and waits for the frame that has them.
const untilReplaced = `new Promise((done) => {
	performance.clearResourceTimings();
	document.addEventListener("briefsearch:shown", () => requestAnimationFrame(() => {
		const drawn = new MessageChannel();
		drawn.port1.onmessage = () => {
			const answer = performance.getEntriesByType("resource").findLast((e) => e.initiatorType === "fetch");
			done(performance.now() - answer.responseEnd);
		};
		drawn.port2.postMessage("");
	}), {once: true});
	document.querySelector(".sorts a:not([aria-current])").click();
})`

// maxElements is how many elements the page of twenty hits may have: a browser
// pays for each.
const maxElements = 1500

func TestSearchPageHasFewElements(t *testing.T) {
	server := httptest.NewServer(site(t, crowd()))
	t.Cleanup(server.Close)
	_, body := weigh(t, server.URL+"/?q=neighbours")
	n := 0
	for d := range parsed(t, body).Descendants() {
		if d.Type == html.ElementNode {
			n++
		}
	}
	if t.Logf("%d elements", n); n > maxElements {
		t.Errorf("the page has %d elements, more than %d", n, maxElements)
	}
}
