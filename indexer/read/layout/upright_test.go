package layout_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/corpus"
	"briefsearch/indexer/read/layout"
)

// A page that lies on its side or on its head is read as one that stands, and its lines are
// where they are seen.
func TestTurnedPage(t *testing.T) {
	level := page(1, column(100, 120, 12, 10, full1, full2, full3))
	level.Runs = append(level.Runs, layout.Run{Text: "Draft", Size: 40, X: 300, Y: 500, W: 100, DX: 0.7, DY: -0.7})
	want := lines(layout.Blocks([]layout.Page{level}))
	for name, turn := range map[string]struct {
		place func(x, y float64) (float64, float64)
		dx, dy,
		width, height float64
		box corpus.Box
	}{
		"down": {func(x, y float64) (float64, float64) { return 842 - y, x }, 0, 1, 842, 595, corpus.Box{X: 719.5, Y: 100, W: 10.5, H: 295}},
		"up":   {func(x, y float64) (float64, float64) { return y, 595 - x }, 0, -1, 842, 595, corpus.Box{X: 112, Y: 200, W: 10.5, H: 295}},
		"over": {func(x, y float64) (float64, float64) { return 595 - x, 842 - y }, -1, 0, 595, 842, corpus.Box{X: 200, Y: 719.5, W: 295, H: 10.5}},
	} {
		p := page(1, column(100, 120, 12, 10, full1, full2, full3))
		p.Width, p.Height = turn.width, turn.height
		for i := range p.Runs {
			r := &p.Runs[i]
			r.X, r.Y = turn.place(r.X, r.Y)
			r.DX, r.DY = turn.dx, turn.dy
		}
		blocks := layout.Blocks([]layout.Page{p})
		if diff := cmp.Diff(want, lines(blocks)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
			continue
		}
		if diff := cmp.Diff(turn.box, *blocks[0].Lines[0].Box); diff != "" {
			t.Errorf("%s: box (-want +got):\n%s", name, diff)
		}
	}
}

// What is printed over the text of a page says nothing, nor does it at its place on a page whose
// text leaves room for it. A large title is none, even above raised marks.
func TestPrintedOver(t *testing.T) {
	over := []layout.Run{set(150, 150, 40, "ADVANCE"), set(310, 150, 40, "COPY")}
	pages := []layout.Page{
		page(1, column(100, 100, 14, 24, "Roads and rivers"), column(200, 90, 12, 12, "1"), column(100, 400, 12, 10, full1, full2, full3), over),
		page(2, over[:1], column(100, 100, 12, 10, full1, full2, full3, full1, full2, full3), over[1:]),
	}
	want := []string{"heading 1: Roads and rivers", "paragraph 1: " + full1 + full2 + full3, "paragraph 2: " + full1 + full2 + full3 + " " + full1 + full2 + full3}
	if diff := cmp.Diff(want, lines(layout.Blocks(pages))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
