package layout

import (
	"strings"

	"briefsearch/corpus"
)

// Most of the letters of a page, one in so many less, make it one that lies on its side, if they
// are as many as a line has.
const (
	mostShare   = 5
	leastOnSide = 40
)

// onSide is a run as it is seen when its page is turned by a quarter, counterclockwise; width is
// that of the page before.
func (r Run) onSide(width float64) Run {
	r.X, r.Y, r.DX, r.DY = r.Y, width-r.X, r.DY, -r.DX
	return r
}

// quarterOf is by how many such turns a run reads across, -1 where it runs at any other angle.
func quarterOf(r Run) int {
	for q := range 4 {
		if r.level() {
			return q
		}
		r = r.onSide(0)
	}
	return -1
}

// upright turns a page that lies on its side or on its head, as scanners and programs leave them,
// so that its text reads across.
func (p *Page) upright() {
	var letters [4]int
	all := 0
	for i := range p.Runs {
		n := len(strings.TrimSpace(p.Runs[i].Text))
		all += n
		if q := quarterOf(p.Runs[i]); q >= 0 {
			letters[q] += n
		}
	}
	for q := 1; q < 4; q++ {
		if letters[q] > leastOnSide && letters[q]*mostShare > all*(mostShare-1) {
			p.turned = q
			p.Turn(q)
		}
	}
}

// Turn turns a page by so many quarters, counterclockwise as it is seen.
func (p *Page) Turn(quarters int) {
	for range quarters {
		for i := range p.Runs {
			p.Runs[i] = p.Runs[i].onSide(p.Width)
		}
		p.Width, p.Height = p.Height, p.Width
	}
}

// seen is the place on the page as it is seen of a rectangle of the page that was turned.
func (p *Page) seen(b corpus.Box) corpus.Box {
	width, height := p.Width, p.Height
	for range p.turned {
		width, height = height, width
		b = corpus.Box{X: width - b.Y - b.H, Y: b.X, W: b.H, H: b.W}
	}
	return b
}
