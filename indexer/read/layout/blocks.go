package layout

import (
	"iter"
	"math"
	"slices"

	"briefsearch/indexer/read/block"
)

// Composer takes the pages of a document one by one and then makes its blocks. Of
// a page it keeps the lines only, which take a tenth of the room of its runs. The
// zero Composer is ready to use.
type Composer struct {
	lines    [][]*line
	overlays []Run // what is printed over the text of pages
}

// costOfLine is what a line counts at least, in bytes, however short it is.
const costOfLine = 64

// Add takes the next page. It returns about how many bytes of text it had, so that
// the caller can keep to a limit.
func (c *Composer) Add(p *Page) (size int64) {
	p.stretch()
	p.upright()
	p.straighten()
	SettleSizes(p.Runs)
	c.takeOverlays(p)
	frame := *p
	frame.Runs = nil
	lines := buildLines(p.Runs, &frame)
	for _, l := range lines {
		size += int64(max(len(l.text), costOfLine))
	}
	c.lines = append(c.lines, lines)
	return size
}

// Blocks makes the blocks of the pages so far.
func (c *Composer) Blocks() []block.Block {
	d := &document{}
	for i := range c.lines {
		c.lines[i] = slices.DeleteFunc(c.lines[i], func(l *line) bool { return c.isOverlay(l.x0, l.y, l.size, l.text) })
	}
	uncount(c.lines)
	for _, page := range dropFurniture(c.lines) {
		regions := inOrder(columns(regionsOf(page)))
		for _, g := range regions {
			g.mirror()
		}
		d.regions = append(d.regions, regions)
	}
	d.measure()
	d.group()
	d.name()
	d.join()
	return d.compose()
}

// Blocks makes blocks of the pages of a document.
func Blocks(pages []Page) []block.Block {
	var c Composer
	for i := range pages {
		c.Add(&pages[i])
	}
	return c.Blocks()
}

// document is what the steps from lines to blocks share.
type document struct {
	regions  [][]*region // of each page, in reading order
	groups   []*group
	body     float64             // size of the running text
	leading  map[float64]float64 // distance of baselines, by size of type
	parted   map[float64]bool    // paragraphs are set a little apart, by size of type
	boldBody bool                // the running text itself is bold
	indents  bool                // paragraphs begin with an indent
}

// measure finds the size of the running text and the distances of its lines.
func (d *document) measure() {
	sizes, bold, all := map[float64]int{}, 0, 0
	within, ends := map[float64][]float64{}, map[float64][]float64{}
	for l, before := range d.lines() {
		n := len(l.text)
		sizes[half(l.size)] += n
		all += n
		if l.bold {
			bold += n
		}
		if before == nil || math.Abs(before.size-l.size) >= 0.5 || l.y <= before.y {
			continue
		}
		gaps := ends
		if before.runsInto(l) {
			gaps = within
		}
		gaps[half(l.size)] = append(gaps[half(l.size)], l.y-before.y)
	}
	d.body = mostly(sizes)
	d.boldBody = bold*2 > all
	d.leading, d.parted = map[float64]float64{}, map[float64]bool{}
	// Where a sentence goes on is no gap between paragraphs, which is wider, unless it is
	// one between two titles.
	for size, gaps := range within {
		slices.Sort(gaps)
		d.leading[size] = gaps[len(gaps)/5]
		d.parted[size] = areParted(d.leading[size], gaps, ends[size])
	}
}

// apart is the share of the usual distance of baselines beyond which lines may be apart.
const apart = 1.1

// far is a distance of baselines beyond which lines are apart in any case.
func far(leading float64) float64 { return 1.35*leading + 0.5 }

// areParted says whether paragraphs are set a little apart, by the distances of baselines within
// sentences and those where one ends: many end before such a gap, and few run over it.
func areParted(leading float64, within, ends []float64) bool {
	share := func(gaps []float64) float64 {
		n := 0
		for _, gap := range gaps {
			n += count(gap > apart*leading && gap <= far(leading))
		}
		return float64(n) / float64(max(len(gaps), 1))
	}
	return share(ends) >= share(within)+0.3
}

// runsInto says whether a sentence goes on from a line to the next. Titles do not tell,
// in scripts without capitals.
func (l *line) runsInto(next *line) bool {
	const title = 60 // bytes
	return block.Unfinished(l.text) && (block.BeginsSmall(next.text) || block.GoesOn(next.text) && len(l.text) > title)
}

// lines are all lines, each with the one before it in its region, or nil.
func (d *document) lines() iter.Seq2[*line, *line] {
	return func(yield func(l, before *line) bool) {
		for _, page := range d.regions {
			for _, g := range page {
				var before *line
				for _, l := range g.lines {
					if !yield(l, before) {
						return
					}
					before = l
				}
			}
		}
	}
}

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

// partingOf is the distance of baselines beyond which paragraphs in type of a size are apart.
func (d *document) partingOf(size float64) float64 {
	if d.parted[half(size)] {
		return apart * d.leadingOf(size)
	}
	return far(d.leadingOf(size))
}
