package layout

import (
	"math"
	"slices"
	"strings"
)

// Bounds of what is printed over the text, such as "ADVANCE COPY": type so much larger than that
// beneath it, of which it covers so many letters, in so few pieces.
const (
	overSize    = 1.8
	overLetters = 10
	overMost    = 16
)

// takeOverlays takes the runs off a page that are printed over its text, and remembers them.
func (c *Composer) takeOverlays(p *Page) {
	sizes := map[float64]int{}
	for i := range p.Runs {
		sizes[half(p.Runs[i].Size)] += len(p.Runs[i].Text)
	}
	least := overSize * mostly(sizes)
	var over []int
	for i := range p.Runs {
		if r := &p.Runs[i]; r.Size >= least && r.level() && strings.TrimSpace(r.Text) != "" {
			over = append(over, i)
		}
	}
	if len(over) > overMost {
		return
	}
	over = slices.DeleteFunc(over, func(i int) bool { return !p.covers(&p.Runs[i]) })
	for _, i := range slices.Backward(over) {
		r := p.Runs[i]
		p.Runs = slices.Delete(p.Runs, i, i+1)
		if len(c.overlays) < overMost && !c.isOverlay(r.X, r.Y, r.Size, r.Text) {
			c.overlays = append(c.overlays, r)
		}
	}
}

// covers says whether a run is printed over text of smaller type. Its capitals are seven tenths
// of its size high.
func (p *Page) covers(r *Run) bool {
	letters := 0.0
	for i := range p.Runs {
		o := &p.Runs[i]
		if o.Size*overSize > r.Size || !o.level() || o.Y > r.Y || o.Y-o.Size/2 < r.Y-0.7*r.Size || o.W <= 0 {
			continue
		}
		if over := math.Min(o.end(), r.end()) - math.Max(o.X, r.X); over > 0 {
			letters += over / o.W * float64(len(strings.TrimSpace(o.Text)))
		}
	}
	return letters >= overLetters
}

// isOverlay says whether a text begins, at its place, with what is printed over the text of some
// page.
func (c *Composer) isOverlay(x, y, size float64, text string) bool {
	return slices.ContainsFunc(c.overlays, func(o Run) bool {
		return math.Abs(y-o.Y) < sameSpot && math.Abs(x-o.X) < sameSpot && math.Abs(size-o.Size) < 1 && strings.HasPrefix(strings.TrimSpace(text), strings.TrimSpace(o.Text))
	})
}
