package layout

import (
	"math"

	"briefsearch/indexer/read/block"
)

// join puts paragraphs together that a column's or a page's end divided.
func (d *document) join() {
	var last *group // of the running text
	for _, g := range d.groups {
		if g.kind == block.Footnote {
			continue
		}
		if last != nil && last.region != g.region && d.goesOn(last, g) {
			last.lines = append(last.lines, g.lines...)
			last.region = g.region
			g.joined = true
			continue
		}
		last = g
	}
}

// goesOn says whether g, at the head of a region, is the rest of the paragraph at
// the foot of the one before.
func (d *document) goesOn(last, g *group) bool {
	if last.kind != block.Paragraph && last.kind != block.Item || g.kind != block.Paragraph {
		return last.kind == block.Heading && g.kind == block.Heading && false
	}
	p, l := last.last(), g.first()
	if math.Abs(p.size-l.size) > 0.08*p.size || !d.atEnd(last) {
		return false
	}
	if block.Unfinished(p.text) && block.GoesOn(l.text) {
		return true
	}
	page := d.regions[p.page.Number-d.firstPage()]
	full := d.full(p, l, edgesOf(last.region, page))
	e := edgesOf(g.region, d.regions[l.page.Number-d.firstPage()])
	indented := l.x0-e.left > 0.8*l.size
	if !full || indented || l.bold != p.bold {
		return false
	}
	return block.Unfinished(p.text) || d.indents && len(g.lines) > 1
}

// atEnd says whether a group is the last of its region: only there can it have
// been divided.
func (d *document) atEnd(g *group) bool {
	lines := g.region.lines
	for i := len(lines) - 1; i >= 0; i-- {
		if lines[i] == g.last() {
			return true
		}
		if lines[i].size > 0.95*d.body {
			return false
		}
	}
	return false
}
