package layout

import "math"

// region is a column, or a part of one: lines under one another.
type region struct {
	lines          []*line
	x0, x1, y0, y1 float64
	edges          edges // once its lines are grouped
}

func (g *region) add(l *line) {
	if len(g.lines) == 0 {
		g.x0, g.x1, g.y0, g.y1 = l.x0, l.x1, l.top(), l.bottom()
	}
	g.x0, g.x1 = math.Min(g.x0, l.x0), math.Max(g.x1, l.x1)
	g.y0, g.y1 = math.Min(g.y0, l.top()), math.Max(g.y1, l.bottom())
	g.lines = append(g.lines, l)
}

// above says whether the whole of g stands over o.
func (g *region) above(o *region) bool {
	return g.y1 <= o.y0+2 && math.Min(g.x1, o.x1)-math.Max(g.x0, o.x0) > 1
}

// mirror counts the places of a region that is read from the right from the right edge
// of the page, so that from here on lines begin on the left in either direction.
func (g *region) mirror() {
	page := g.lines[0].page
	if page.way == rightward {
		return
	}
	left, right := 0, 0
	for _, l := range g.lines {
		a, b := lettersOf(l.runs)
		left, right = left+a, right+b
	}
	if left < right || left == right && page.way != leftward {
		return
	}
	for _, l := range g.lines {
		l.turned = true
		l.x0, l.x1 = page.Width-l.x1, page.Width-l.x0
		for i := range l.runs {
			l.runs[i].X = page.Width - l.runs[i].end()
		}
	}
	g.x0, g.x1 = page.Width-g.x1, page.Width-g.x0
}

// Bounds of a region, in sizes of its type.
const (
	regionLeap = 3.2 // a line further down begins a new region
	regionBack = 0.7 // so does one that stands higher than the last by this
)

// regionsOf divides the lines of a page, in the order in which they were drawn,
// where that order leaps.
func regionsOf(lines []*line) []*region {
	var out []*region
	var cur *region
	for _, l := range lines {
		if cur == nil || leaps(cur, l) {
			cur = &region{}
			out = append(out, cur)
		}
		cur.add(l)
	}
	return out
}

func leaps(g *region, l *line) bool {
	last := g.lines[len(g.lines)-1]
	down := l.y - last.y
	size := math.Min(l.size, last.size)
	if down < -regionBack*size || down > regionLeap*size {
		return true
	}
	return math.Min(g.x1, l.x1)-math.Max(g.x0, l.x0) <= 0
}

// columns are the regions of a page with those divided of which some lines stand in a column
// beside another and some run over both, as on the first page of a record below its masthead.
func columns(regions []*region) []*region {
	if len(regions) < 2 || len(regions) > maxRegions {
		return regions
	}
	var out []*region
	for _, g := range regions {
		parts := []*region{g}
		for _, o := range regions {
			if x0, x1, ok := g.beside(o); ok {
				parts = g.cut(x0, x1)
				break
			}
		}
		out = append(out, parts...)
	}
	return out
}

// beside finds where lines of o stand at the height of lines of g, to their right or left.
func (g *region) beside(o *region) (x0, x1 float64, ok bool) {
	if g == o || math.Min(g.x1, o.x1) <= math.Max(g.x0, o.x0) || math.Min(g.y1, o.y1) <= math.Max(g.y0, o.y0) {
		return 0, 0, false
	}
	x0, x1 = math.Inf(1), math.Inf(-1)
	n, at := 0, 0
	for _, l := range g.lines {
		for at < len(o.lines) && o.lines[at].y < l.y-regionBack*l.size {
			at++
		}
		if at == len(o.lines) {
			break
		}
		if m := o.lines[at]; math.Abs(m.y-l.y) < regionBack*l.size && !l.overlaps(m) {
			x0, x1, n = math.Min(x0, m.x0), math.Max(x1, m.x1), n+1
		}
	}
	return x0, x1, n > 1
}

// cut divides a region where its lines come to run over a stretch of the page, or to leave it.
func (g *region) cut(x0, x1 float64) []*region {
	var out []*region
	var over bool
	for i, l := range g.lines {
		runs := math.Min(l.x1, x1)-math.Max(l.x0, x0) > 0
		if i == 0 || runs != over {
			out = append(out, &region{})
		}
		over = runs
		out[len(out)-1].add(l)
	}
	return out
}

// maxRegions is how many regions of a page are put in order. A page with more is
// a drawing.
const maxRegions = 400

// inOrder brings the regions of a page into reading order. The order in which a
// page draws them is kept, for it is the only thing that knows of columns, except
// that what stands above something in the same column comes before it: mastheads
// and headers are often drawn last. They come at once before what they stand above,
// so that a column which waits for its header does not fall behind the next one.
func inOrder(regions []*region) []*region {
	if len(regions) < 2 || len(regions) > maxRegions {
		return regions
	}
	p := placing{regions: regions, placed: make([]bool, len(regions))}
	for i := range regions {
		p.place(i)
	}
	return p.out
}

// placing is how far the regions of a page have been put in order.
type placing struct {
	regions []*region
	placed  []bool // or about to be: where each waits for another, which only rounding brings about
	out     []*region
}

// place puts a region behind all that stand above it.
func (p *placing) place(i int) {
	if p.placed[i] {
		return
	}
	p.placed[i] = true
	for j, r := range p.regions {
		if !p.placed[j] && r.above(p.regions[i]) {
			p.place(j)
		}
	}
	p.out = append(p.out, p.regions[i])
}
