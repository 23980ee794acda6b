package layout

import (
	"math"
	"regexp"

	"briefsearch/indexer/read/block"
)

// join puts paragraphs together that a column's or a page's end divided.
func (d *document) join() {
	var text []*group // running text so far
	for _, g := range d.groups {
		if g.kind == block.Footnote {
			continue
		}
		if last := d.divided(text, g); last != nil {
			last.last().full = true
			last.lines = append(last.lines, g.lines...)
			last.region = g.region
			g.joined = true
			continue
		}
		text = append(text, g)
	}
}

// lookUnder is how many groups may stand between the two parts of a paragraph: the
// imprint at the foot of a first page, notes that have no mark.
const lookUnder = 6

// divided finds the paragraph of which g, at the head of a region, is the rest;
// nil when there is none.
func (d *document) divided(text []*group, g *group) *group {
	if len(text) == 0 {
		return nil
	}
	last := text[len(text)-1]
	if last.region == g.region || g.kind != block.Paragraph && !g.isRestInBold(last) {
		return nil
	}
	if d.goesOn(last, g) {
		return last
	}
	if !block.GoesOn(g.first().text) || !block.Unfinished(last.last().text) && len(g.lines) == 1 {
		return nil
	}
	for i := len(text) - 2; i >= max(len(text)-lookUnder, 0); i-- {
		p := text[i]
		if p.last().page.Number+1 != g.first().page.Number {
			return nil
		}
		if len(p.lines) > 1 && block.Unfinished(p.last().text) && p.region != g.region && d.goesOn(p, g) {
			return p
		}
	}
	return nil
}

// isRestInBold says whether what has the look of a heading goes on with the words of the
// paragraph before, which ends in the same bold.
func (g *group) isRestInBold(last *group) bool {
	runs := last.last().runs
	return g.kind == block.Heading && g.first().bold && runs[len(runs)-1].Bold && block.BeginsSmall(g.first().text)
}

// goesOn says whether g, at the head of a region, is the rest of the paragraph at
// the foot of the one before.
func (d *document) goesOn(last, g *group) bool {
	if last.kind != block.Paragraph && last.kind != block.Item {
		return false
	}
	p, l := last.last(), g.first()
	if math.Abs(p.size-l.size) > 0.08*p.size || !d.atEnd(last) {
		return false
	}
	if block.Unfinished(p.text) && (block.BeginsSmall(l.text) || len(g.lines) == 1 && yearAlone.MatchString(l.text)) {
		return true
	}
	full := isFull(p, l, last.region.edges)
	indented := l.x0-g.region.edges.left > 0.8*l.size
	stacked := p.page == l.page && last.region.above(g.region) // a column or a page ended nowhere between
	if !full || indented || stacked || l.bold != p.bold {
		return false
	}
	return block.Unfinished(p.text) || d.indents && len(g.lines) > 1
}

// yearAlone is the year with which a sentence ends.
var yearAlone = regexp.MustCompile(`^[12]\d{3}[.;]$`)

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
