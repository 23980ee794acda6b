package layout

import (
	"math"
	"slices"

	"briefsearch/indexer/read/block"
)

// Blocks makes blocks of the pages of a document.
func Blocks(pages []Page) []block.Block {
	lines := make([][]*line, len(pages))
	for i := range pages {
		lines[i] = buildLines(&pages[i])
	}
	lines = dropFurniture(lines)
	d := &document{}
	for _, page := range lines {
		d.regions = append(d.regions, inOrder(regionsOf(page)))
	}
	d.measure()
	d.group()
	d.name()
	d.join()
	return d.compose()
}

// document is what the steps from lines to blocks share.
type document struct {
	regions  [][]*region // of each page, in reading order
	groups   []*group
	body     float64             // size of the running text
	leading  map[float64]float64 // distance of baselines, by size of type
	boldBody bool                // the running text itself is bold
	indents  bool                // paragraphs begin with an indent
}

func (d *document) measure() {
	sizes, bold, all := map[float64]int{}, 0, 0
	gaps := map[float64][]float64{}
	for _, page := range d.regions {
		for _, g := range page {
			for i, l := range g.lines {
				n := len(l.text)
				sizes[half(l.size)] += n
				all += n
				if l.bold {
					bold += n
				}
				if i > 0 && math.Abs(g.lines[i-1].size-l.size) < 0.5 && l.y > g.lines[i-1].y {
					gaps[half(l.size)] = append(gaps[half(l.size)], l.y-g.lines[i-1].y)
				}
			}
		}
	}
	d.body = mostly(sizes)
	d.boldBody = bold*2 > all
	d.leading = map[float64]float64{}
	for size, g := range gaps {
		if len(g) < fewGaps {
			continue
		}
		slices.Sort(g)
		// Gaps between paragraphs are wider; the lower half is within them.
		d.leading[size] = g[len(g)*2/5]
	}
}

// fewGaps are too few to tell the distance of lines from that of paragraphs.
const fewGaps = 6

// half rounds a size to half points, so that sizes compare.
func half(size float64) float64 { return math.Round(size*2) / 2 }

// leadingOf is the usual distance of baselines in type of a size. Where the
// document has none to measure, or an odd one, it is that of most type.
func (d *document) leadingOf(size float64) float64 {
	usual := 1.2 * size
	if g, ok := d.leading[half(size)]; ok && g > 0.9*size && g < regionLeap*size {
		return g
	}
	return usual
}
