package layout

import (
	"math"

	"briefsearch/indexer/read/block"
)

// tabular says whether two lines are rows of a table: both have a wide gap, and
// what follows it begins at the same place.
func tabular(p, l *line) bool {
	if block.HasLeaders(p.text) || block.HasLeaders(l.text) {
		return true
	}
	return alignedCells(p, l)
}

func alignedCells(p, l *line) bool {
	if math.Abs(p.x0-l.x0) > 6 {
		return false
	}
	a, b := tableCells(p), tableCells(l)
	if len(a) < 2 || len(b) < 2 {
		return false
	}
	for _, x := range a[1:] {
		for _, y := range b[1:] {
			if math.Abs(x.x-y.x) < 3 {
				return true
			}
		}
	}
	return false
}

// tableCells are the cells of a line, nil when the gaps are those of justified
// text, which are all alike, or that behind a marker.
func tableCells(l *line) []cell {
	cells := l.cells()
	if len(cells) < 2 || itemStart.MatchString(l.text+" ") && len(cells) == 2 {
		return nil
	}
	spaces, wide := 0, 0
	for i := 1; i < len(l.runs); i++ {
		switch gap := l.gapBefore(i); {
		case gap > wideGap*l.size:
			wide++
		case gap > mediumGap*l.size:
			spaces++
		}
	}
	if spaces > 0 || wide > 8 {
		return nil
	}
	return cells
}

// isRow says whether a group of one line is a row of a table.
func isRow(g *group, before, after *group) bool {
	if len(g.lines) != 1 {
		return false
	}
	l := g.first()
	if block.HasLeaders(l.text) {
		return true
	}
	for _, o := range []*group{before, after} {
		if o != nil && o.region == g.region && len(o.lines) == 1 && alignedCells(o.first(), l) {
			return true
		}
	}
	return false
}
