package web_test

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// yearX is where a year of the histogram stands on the screen.
const yearX = `((year) => {
	const brush = document.querySelector(".brush"), area = brush.querySelector("svg").getBoundingClientRect();
	const first = Number(brush.dataset.first), years = Number(brush.dataset.last) - first + 1;
	return area.left + area.width * (year - first + 0.5) / years;
})`

func TestBrush(t *testing.T) {
	chrome := browser(t)
	base := liveCrowd(t)
	b := chrome.open(t, base)
	b.wide(1280)
	b.open("/?q=")
	first, last := b.number(`Number(document.querySelector(".brush").dataset.first)`), b.number(`Number(document.querySelector(".brush").dataset.last)`)
	if last-first < 3 {
		t.Fatalf("the world lasts from %v to %v", first, last)
	}
	all := b.number(`document.querySelectorAll("article.hit").length`)

	// By the pointer, from the second year to the third.
	b.drag(first+1, first+2)
	b.is(`new URLSearchParams(location.search).get("from")`, first+1)
	b.is(`new URLSearchParams(location.search).get("to")`, first+2)
	b.is(`document.querySelectorAll(".brush rect").length > document.querySelectorAll(".brush rect.on").length`, true)

	// By the keyboard, the end one year on.
	b.run(chromedp.Focus("#brush-to"))
	b.keys(kb.ArrowRight)
	b.is(`new URLSearchParams(location.search).get("to")`, first+3)
	b.is(`document.activeElement.id`, "brush-to")

	// Back, and back again to everything.
	b.do(`history.back()`)
	b.is(`document.getElementById("to").value`, first+2)
	b.is(`document.getElementById("brush-to").value`, first+2)
	b.do(`history.back()`)
	b.is(`document.querySelectorAll("article.hit").length`, all)

	// The whole range is none.
	b.drag(first, last)
	b.is(`location.search`, "?q=")
}

func (b *tab) number(expression string) float64 {
	b.t.Helper()
	n, err := chromedp.Run(b.ctx, chromedp.Evaluate[float64](expression))
	if err != nil {
		b.t.Fatal(err)
	}
	return n
}

// drag draws over the histogram.
func (b *tab) drag(from, to float64) {
	b.t.Helper()
	b.do(`document.querySelector(".brush").scrollIntoView({ block: "center" })`)
	y := b.number(`document.querySelector(".brush").getBoundingClientRect().top + 20`)
	for _, step := range []struct {
		kind input.DispatchMouseEventType
		year float64
	}{{input.DispatchMouseEventTypeMousePressed, from}, {input.DispatchMouseEventTypeMouseMoved, to}, {input.DispatchMouseEventTypeMouseReleased, to}} {
		x := b.number(fmt.Sprintf("%s(%v)", yearX, step.year))
		call(b, input.DispatchMouseEvent, input.DispatchMouseEventParams{
			Type: step.kind, X: x, Y: y, Button: input.MouseButtonLeft, Buttons: 1, ClickCount: 1,
		})
	}
}
