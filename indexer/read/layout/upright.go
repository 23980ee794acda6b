package layout

import (
	"strings"

	"briefsearch/corpus"
)

// quarters counts by how many quarter turns, clockwise as they are seen, the lines of a page run
// from those that read across it.
type quarters int

// Most of the letters of a page, one in so many less, make it one that lies on its side, if they
// are as many as a line has.
const (
	mostShare   = 5
	leastOnSide = 40
)

// quarterOf is the quarter turn of a run, -1 for one that runs at any other angle.
func quarterOf(r *Run) quarters {
	for q := range quarters(4) {
		if r.level() {
			return q
		}
		turned := Run{DX: r.DY, DY: -r.DX}
		r = &turned
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
		if q := quarterOf(&p.Runs[i]); q >= 0 {
			letters[q] += n
		}
	}
	for q := quarters(1); q < 4; q++ {
		if letters[q] > leastOnSide && letters[q]*mostShare > all*(mostShare-1) {
			p.turned = q
			p.Turn(int(q))
		}
	}
}

// Turn turns a page by so many quarters, counterclockwise as it is seen.
func (p *Page) Turn(quarters int) {
	for range quarters {
		for i := range p.Runs {
			r := &p.Runs[i]
			r.X, r.Y, r.DX, r.DY = r.Y, p.Width-r.X, r.DY, -r.DX
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
