package layout

import "math"

// region is a column, or a part of one: lines under one another.
type region struct {
	lines          []*line
	x0, x1, y0, y1 float64
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

// divided are the regions of a page with those divided that hold a column and lines of full width
// above or below it, as the first page of a record has them below its masthead: another column
// tells, which stands beside some of the lines and which others run over.
func divided(regions []*region) []*region {
	if len(regions) < 2 || len(regions) > maxRegions {
		return regions
	}
	var out []*region
	for _, g := range regions {
		c := g.companion(regions)
		if c == nil {
			out = append(out, g)
			continue
		}
		var cur *region
		for i, l := range g.lines {
			if i == 0 || c.beside(l) != c.beside(g.lines[i-1]) {
				cur = &region{}
				out = append(out, cur)
			}
			cur.add(l)
		}
	}
	return out
}

// companion is the column beside some lines of a region that others of its lines run over, or nil.
func (g *region) companion(regions []*region) *region {
	const least = 2 // lines
	for _, c := range regions {
		if c == g || len(c.lines) < least || c.x0 <= g.x0 || c.x0 >= g.x1 || c.y1 <= g.y0 || c.y0 >= g.y1 {
			continue
		}
		beside, over, apart := 0, 0, true
		for _, l := range g.lines {
			in := c.beside(l)
			beside += count(in)
			over += count(!in && l.x1 > c.x0)
			apart = apart && (!in || l.x1 <= c.x0)
		}
		if beside >= least && over > 0 && apart {
			return c
		}
	}
	return nil
}

// beside says whether a line stands at the height of a column.
func (g *region) beside(l *line) bool { return l.bottom() > g.y0 && l.top() < g.y1 }

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
