package layout

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"briefsearch/corpus"
)

// Bounds of what a scanner that took a page at an angle is believed to have done.
const (
	leastTilt = 0.0005 // a fifth of a point over a line: less does not part lines
	pairGap   = 2.0    // the widest gap between two words that tell, in sizes of the type
	pairStep  = 0.3    // and the highest step
	oneWay    = 4      // how much more must go one way than the other
)

// tiltOf is how steeply the lines of a page run down it, 0 for a page that lies level.
// A run tells by its own direction, and two words by where they stand: recognition gives
// the words of a tilted line places in steps.
func tiltOf(runs []Run) float64 {
	across, down, up := 0.0, 0.0, 0.0
	add := func(dx, dy float64) {
		across += dx
		down, up = down+math.Max(dy, 0), up+math.Max(-dy, 0)
	}
	for i := range runs {
		r := &runs[i]
		if !r.level() || r.Size < 1 {
			continue
		}
		add(r.W*r.DX, r.W*r.DY)
		if i == 0 {
			continue
		}
		last := &runs[i-1]
		gap, step := r.X-last.end(), r.Y-last.Y-last.W*last.DY
		if gap > -pairStep*r.Size && gap < pairGap*r.Size && math.Abs(step) < pairStep*r.Size {
			add(math.Max(gap, 0), step)
		}
	}
	if across <= 0 || math.Max(down, up) < oneWay*math.Min(down, up) {
		return 0
	}
	return (down - up) / across
}

// straighten turns the runs of a page so that its lines are level, and keeps by how much.
func (p *Page) straighten() {
	tilt := tiltOf(p.Runs)
	if math.Abs(tilt) < leastTilt {
		return
	}
	p.sin, p.cos = math.Sincos(math.Atan(tilt))
	for i := range p.Runs {
		r := &p.Runs[i]
		r.X, r.Y = r.X*p.cos+r.Y*p.sin, r.Y*p.cos-r.X*p.sin
		r.DX, r.DY = r.DX*p.cos+r.DY*p.sin, r.DY*p.cos-r.DX*p.sin
	}
}

// box is the place on the page as it is seen of a rectangle of level lines.
func (p *Page) box(x0, y0, x1, y1 float64) *corpus.Box {
	if p.sin != 0 {
		ax, bx, ay, by := y0*p.sin, y1*p.sin, x0*p.sin, x1*p.sin
		x0, x1 = x0*p.cos-math.Max(ax, bx), x1*p.cos-math.Min(ax, bx)
		y0, y1 = y0*p.cos+math.Min(ay, by), y1*p.cos+math.Max(ay, by)
	}
	b := p.seen(corpus.Box{X: x0, Y: y0, W: x1 - x0, H: y1 - y0})
	return &corpus.Box{X: round(b.X), Y: round(b.Y), W: round(b.W), H: round(b.H)}
}

// glyphless is the font in which Tesseract writes the words that it has recognised. It
// shrinks each so that the space behind it has room, too, where the word alone stood.
const glyphless = "GlyphLessFont"

// stretch gives recognised words the width that they have on the page.
func (p *Page) stretch() {
	for i := range p.Runs {
		r := &p.Runs[i]
		if word := strings.TrimRight(r.Text, " "); r.Font == glyphless && word != r.Text && word != "" {
			n := float64(utf8.RuneCountInString(word))
			r.W *= (n + 1) / n
		}
	}
}

// likeMost is how far the size of a recognised line may be from that of most lines and
// yet be the same: it is measured from the letters that the line happens to have.
const likeMost = 0.15

// SettleSizes gives the recognised runs of body type on a page one size.
func SettleSizes(runs []Run) {
	var sizes []float64
	for i := range runs {
		if runs[i].Hidden {
			sizes = append(sizes, runs[i].Size)
		}
	}
	if len(sizes) == 0 {
		return
	}
	slices.Sort(sizes)
	most := sizes[len(sizes)/2]
	for i := range runs {
		if r := &runs[i]; r.Hidden && math.Abs(r.Size-most) <= likeMost*most {
			r.Size = most
		}
	}
}

// Bounds within which the end of a line that recognition drew apart goes back to it, in
// sizes of the type.
const (
	columnGap = 0.9 // no columns stand closer
	holeGap   = 3.0 // the widest gap between two words of a justified line
	columnFar = 12  // how far above and below a column is looked at
)

// columnLines make a column.
const columnLines = 3

// rejoin puts the ends of lines back that recognition has drawn apart: it takes them for
// a column where words happen to stand over one another, or where the gap is wide.
func rejoin(lines []*line) []*line {
	if len(lines) > maxRegions || !slices.ContainsFunc(lines, func(l *line) bool { return l.runs[0].Hidden }) {
		return lines
	}
	out := lines[:0:0]
	for i, l := range lines {
		if before := lineBefore(lines, i); before != nil {
			for _, r := range l.runs {
				before.add(r)
			}
			l.runs = nil
			continue
		}
		out = append(out, l)
	}
	return out
}

// lineBefore is the line of which line i is the end, or nil.
func lineBefore(lines []*line, i int) *line {
	end := lines[i]
	if !end.runs[0].Hidden || end.rtl {
		return nil
	}
	for j, l := range lines {
		if j == i || len(l.runs) == 0 || l.rtl || math.Abs(l.size-end.size) > 0.05*l.size || math.Abs(l.y-end.y) > stepLine*l.size {
			continue
		}
		switch gap := end.x0 - l.x1; {
		case gap < 0 || gap > holeGap*l.size:
		case gap < columnGap*l.size, reach(lines, l, l.x0, end.x1) >= columnLines && reach(lines, l, end.x0, end.x0) < columnLines:
			return l
		}
	}
	return nil
}

// reach counts the lines near another that begin at one place and reach another.
func reach(lines []*line, near *line, from, to float64) int {
	n := 0
	for _, l := range lines {
		if len(l.runs) > 0 && math.Abs(l.y-near.y) < columnFar*near.size && math.Abs(l.x0-from) < near.size && l.x1 > to-near.size/2 {
			n++
		}
	}
	return n
}
