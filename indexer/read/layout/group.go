package layout

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/indexer/read/block"
)

// group is the lines of one block to be.
type group struct {
	kind   block.Kind
	level  int
	marker string
	lines  []*line
	region *region
	skip   int  // runs at the head of the first line that are the marker
	cut    int  // bytes of the run after them that are, too
	joined bool // it was put to the end of another group
}

func (g *group) first() *line { return g.lines[0] }
func (g *group) last() *line  { return g.lines[len(g.lines)-1] }

// edges are the margins between which a region's lines are set.
type edges struct{ left, right float64 }

func (e edges) width() float64 { return e.right - e.left }

// group divides the regions into groups.
func (d *document) group() {
	indented, starts := 0, 0
	for _, page := range d.regions {
		for _, g := range page {
			g.edges = edgesOf(g, page)
			groups := d.groupsOf(g)
			d.groups = append(d.groups, groups...)
			for _, c := range groups[1:] {
				if l := c.first(); len(l.text) > 40 {
					starts++
					indented += count(l.x0-g.edges.left > 0.8*l.size && l.x0-g.edges.left < 5*l.size)
				}
			}
		}
	}
	d.indents = starts >= 4 && indented*5 > starts*3
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (d *document) groupsOf(g *region) []*group {
	var out []*group
	e := g.edges
	for i, l := range g.lines {
		if n := len(out); n > 0 {
			cur := out[n-1]
			p := cur.last()
			full := isFull(p, l, e)
			if !d.breaks(cur, l, e, full) && !opensIndented(cur, g.lines[i:], e) {
				p.full = full
				cur.lines = append(cur.lines, l)
				continue
			}
		}
		out = append(out, &group{lines: []*line{l}, region: g})
	}
	return out
}

// edgesOf finds the margins of a region from its lines and from those of others
// in the same column: a region of one line says little.
func edgesOf(g *region, page []*region) edges {
	e := edges{left: g.x0, right: g.x1}
	if len(page) > maxRegions {
		return e
	}
	var x0, x1 []float64
	width := g.x1 - g.x0
	left, right := g.between(page)
	for _, o := range page {
		for i, l := range o.lines {
			wide := l.x1-l.x0 > 1.35*width && len(g.lines) > 2 && !l.isOver(g) || l.x0 < left || l.x1 > right
			if math.Min(l.x1, g.x1)-math.Max(l.x0, g.x0) <= 0 || wide || math.Abs(l.x0-g.x0) >= 0.35*l.page.Width {
				continue
			}
			x0, x1 = append(x0, l.x0), append(x1, l.x1)
			if i > 0 && l.comesBack(o.lines[i-1]) {
				x0 = append(x0, l.x0) // it needs no other to agree with
			}
		}
	}
	if len(x0) == 0 {
		return e
	}
	slices.Sort(x0)
	slices.Sort(x1)
	e.left = agreed(x0)
	slices.Reverse(x1)
	e.right = agreed(x1)
	return e
}

// between is where the columns to the left of a region end and those to its right begin. Lines
// that run over them, such as those of a cover, say nothing of its margins.
func (g *region) between(page []*region) (left, right float64) {
	left, right = math.Inf(-1), math.Inf(1)
	for _, o := range page {
		switch {
		case math.Min(g.y1, o.y1) <= math.Max(g.y0, o.y0):
		case o.x0 > g.x1:
			right = math.Min(right, o.x0)
		case o.x1 < g.x0:
			left = math.Max(left, o.x1)
		}
	}
	return left, right
}

// isOver says whether a line has the middle that a region has: a cover is centred over its text.
func (l *line) isOver(g *region) bool {
	return math.Abs((l.x0+l.x1)-(g.x0+g.x1)) < 2*l.size
}

// comesBack says whether a line goes on at the margin from the indented one before.
func (l *line) comesBack(before *line) bool {
	return before.x0-l.x0 > setIn*l.size && before.x0-l.x0 < 5*l.size && half(before.size) == half(l.size) && block.Unfinished(before.text)
}

// agreed is the first of the values, which come from the outermost inwards, that
// another one stands next to, so that a single line that sticks out does not make
// the margin. Where many stick out, lines only happen to be as long as one another.
func agreed(v []float64) float64 {
	const near, few = 4.0, 12
	for i := 1; i < len(v) && i-1 <= max(1, len(v)/few); i++ {
		if math.Abs(v[i]-v[i-1]) <= near {
			return v[i-1]
		}
	}
	return v[0]
}

var (
	itemStart = regexp.MustCompile(`^(?:[-–—•‣▪◦●■□➢✓*·]|\*(?:\d{1,4}|[IVXLC]{1,7})\.|\(?\d{1,3}[.)]|\d{1,3}(?:\.\d{1,3}){1,3}\.?|\([a-zA-Z]{1,4}\)|[a-z]\))\s`)
	// numberedLeft is a number before Arabic, whose dash may come to stand on either side.
	numberedLeft = regexp.MustCompile(`^(?:[-–—] ?\d{1,3}|\d{1,3} ?[-–—])\s`)
	// partStart begins the title of a part behind a whole sentence: "II. Conclusions".
	partStart = regexp.MustCompile(`^[IVX]{2,5}\. +\p{Lu}\pL+`)
	dashed    = regexp.MustCompile(`^[–—] `)
	noteStart = regexp.MustCompile(`^(?:\d{1,3}|[*∗†‡§]{1,3})\s`)
	// strayStart is what recognition makes of a small raised mark.
	strayStart = regexp.MustCompile(`^['’‘"°^|!]\p{Lu}[^'’"”]*$`)
)

// breaks says whether l begins a new group after those of cur, whose last line is full or not.
func (d *document) breaks(cur *group, l *line, e edges, full bool) bool {
	p := cur.last()
	if math.Abs(p.size-l.size) > 0.12*math.Max(p.size, l.size) {
		return !d.runsOn(p, l, full)
	}
	if l.y-p.y > d.partingOf(l.size) {
		return true
	}
	switch {
	case d.standsAlone(p), p.isTitle(l), cur.isNote(l), tabular(p, l), d.startsItem(cur, l, e, full), d.turnsBold(p, l, full):
		return true
	case l.isMark(0) || l.size < 0.95*d.body && noteStart.MatchString(l.text) && noteStart.MatchString(cur.first().text):
		return true
	case centred(p, e) && centred(l, e) && !p.startsAs(l):
		return p.bold != l.bold || p.font != l.font
	}
	return d.indentBreaks(cur, l, e, full) || !full && d.deliberate(p, l, e)
}

// turnsBold says whether a title in bold ends or begins between two lines, also one that fills
// its line.
func (d *document) turnsBold(p, l *line, full bool) bool {
	if p.bold == l.bold {
		return false
	}
	return !full && (!p.bold || !l.runs[0].Bold) || l.y-p.y > apart*d.leadingOf(l.size) ||
		itemStart.MatchString(l.text) || p.isWhole(l) || l.namesSpeaker()
}

// standsAlone says whether a line is a whole paragraph, where in type of its size no
// sentence goes on from a line to the next.
func (d *document) standsAlone(l *line) bool {
	_, ok := d.leading[half(l.size)]
	return !ok && !block.Unfinished(l.text)
}

// isTitle says whether a line is a title in capitals, which ends before the next one.
func (l *line) isTitle(next *line) bool {
	word, _, _ := strings.Cut(next.text, " ")
	return strings.Count(l.text, " ") > 1 && shouts(l.text) && word != strings.ToUpper(word) && !block.GoesOn(next.text) &&
		!strings.HasSuffix(l.text, ",") && !strings.HasSuffix(l.text, "-") && strings.LastIndexByte(l.text, '(') <= strings.LastIndexByte(l.text, ')')
}

// isNote says whether a paragraph before a line is a note of the clerk's in brackets: "[Mr. Speaker
// in the Chair]".
func (g *group) isNote(next *line) bool {
	text := g.first().text
	return len(g.lines) == 1 && !block.GoesOn(next.text) &&
		(strings.HasPrefix(text, "[") && strings.IndexByte(text, ']') == len(text)-1 || strings.HasPrefix(text, "(") && strings.IndexByte(text, ')') == len(text)-1)
}

// isWhole says whether a line ends before the next one, unless that goes on in its bold
// and closes its parentheses: "Mr. Brook (Westshire :", "General) : I beg to move."
func (l *line) isWhole(next *line) bool {
	if block.Unfinished(l.text) {
		return false
	}
	open := l.bold && next.runs[0].Bold && strings.LastIndexByte(l.text, '(') > strings.LastIndexByte(l.text, ')')
	at := strings.IndexAny(next.text, "()")
	return !open || at < 0 || next.text[at] == '('
}

// namesSpeaker says whether a line has the form of a label: bold capitals before a colon.
func (l *line) namesSpeaker() bool {
	return l.bold && strings.HasSuffix(l.text, ":") && l.text == strings.ToUpper(l.text)
}

// runsOn says whether a line of another size still belongs to the paragraph: a
// line that is mostly a long footnote mark, or mostly capitals set smaller.
func (d *document) runsOn(p, l *line, full bool) bool {
	return full && math.Abs(p.size-l.size) < 0.3*p.size && block.Unfinished(p.text) && block.GoesOn(l.text) &&
		l.y-p.y < far(d.leadingOf(math.Max(p.size, l.size)))
}

// startsItem says whether a line begins an item. A number within a sentence may
// come to stand at the head of a line too, but then the line before is full and
// unfinished.
func (d *document) startsItem(cur *group, l *line, e edges, full bool) bool {
	p := cur.last()
	if !itemStart.MatchString(l.text) && (!l.turned || !numberedLeft.MatchString(l.text)) {
		return !block.Unfinished(p.text) && partStart.MatchString(l.text)
	}
	if full && strings.HasSuffix(p.text, ").") && dashed.MatchString(l.text) {
		return false // the dash belongs to a label: "Señora SECRETARIA (Luz Salgado). | — Tiene la palabra"
	}
	if !full || !block.Unfinished(p.text) || strings.HasSuffix(strings.TrimSpace(p.text), ";") || indentedAlike(cur, l, e) {
		return true
	}
	return itemStart.MatchString(cur.first().text) && math.Abs(cur.first().x0-l.x0) < 2 && len(cur.lines) > 1 && p.x0-l.x0 > 2
}

// setIn is how far, in sizes of its type, a line begins from where another does at least to
// be set in.
const setIn = 0.7

// opensIndented says whether the first of the lines, set in as the single one before is,
// begins a paragraph: its first word had room before or turns bold, as the label of a speaker
// does below the title of an item, and the next line stands at the margin.
func opensIndented(cur *group, lines []*line, e edges) bool {
	l := lines[0]
	return len(lines) > 1 && l.x0-lines[1].x0 > setIn*l.size && math.Abs(lines[1].x0-e.left) < 2 && indentedAlike(cur, l, e) &&
		!block.BeginsSmall(l.text) && (roomBehind(cur.last(), l, e) > 0 || l.runs[0].Bold && !cur.last().endsBold())
}

func (l *line) endsBold() bool { return l.runs[len(l.runs)-1].Bold }

// indentedAlike says whether a line is set in from the margin as the single one before is.
func indentedAlike(cur *group, l *line, e edges) bool {
	limit := setIn * l.size
	return len(cur.lines) == 1 && math.Abs(l.x0-cur.last().x0) < limit && l.x0-e.left > limit
}

// isFull says whether a line reaches the margin: the first word of the next one
// would have found no room in it.
func isFull(p, next *line, e edges) bool { return roomBehind(p, next, e) < 0.3*p.size }

// roomBehind is what a line leaves up to the margin, or to both when it is centred, beyond the
// first word of the next one.
func roomBehind(p, next *line, e edges) float64 {
	room := e.right - p.x1 - firstWidth(next)
	if centred(p, e) && !p.startsAs(next) {
		room += p.x0 - e.left
	}
	return room
}

// firstWidth is about how wide the first word of a line is.
func firstWidth(l *line) float64 {
	word := block.Breakable(l.text)
	if i := strings.IndexAny(word, "-‐/"); i > 0 {
		word = word[:i+1]
	}
	n := utf8.RuneCountInString(l.text)
	if n == 0 {
		return 0
	}
	return (l.x1 - l.x0) * float64(utf8.RuneCountInString(word)) / float64(n)
}

// deliberate says whether a line that is not full ends a paragraph. Within a
// sentence it takes much room to say so: lines are also broken for other reasons.
func (d *document) deliberate(p, l *line, e edges) bool {
	room := roomBehind(p, l, e)
	if room < 0.4*p.size {
		return false
	}
	if block.Unfinished(p.text) && goesOnSmall(l.text) {
		return room > 0.45*e.width()
	}
	if block.Unfinished(p.text) {
		return room > 0.12*e.width()
	}
	return true
}

// mayEnd says whether a line in the plain type of the text may be the last of its paragraph: it
// waits for nothing, and the next one does not go on with a small letter.
func (d *document) mayEnd(p, next *line) bool {
	return !p.bold && half(p.size) == half(d.body) && !block.Waits(p.text) && !strings.HasSuffix(p.text, ",") &&
		!block.BeginsSmall(next.text)
}

func goesOnSmall(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r) || unicode.IsDigit(r) || unicode.IsPunct(r)
}

// indentBreaks says whether the left edge of a line begins a new paragraph: it is
// indented after lines that are not, or stands out after hanging ones.
func (d *document) indentBreaks(cur *group, l *line, e edges, full bool) bool {
	p := cur.last()
	shift := l.x0 - p.x0
	limit := setIn * l.size
	switch {
	case math.Abs(shift) < limit: // two paragraphs of one line, both indented
		return indentedAlike(cur, l, e) && !itemStart.MatchString(p.text) && (!block.Unfinished(p.text) || !full && d.mayEnd(p, l))
	case shift > 0: // further in than the line before
		if len(cur.lines) == 1 && (itemStart.MatchString(p.text) || full && block.Unfinished(p.text)) {
			return false
		}
		return true
	case len(cur.lines) == 1: // the line before was a paragraph's indented first
		return false
	}
	return !full || !block.Unfinished(p.text)
}

// centred says whether a line stands in the middle between the margins.
func centred(l *line, e edges) bool {
	return l.x0-e.left > 1.2*l.size && e.right-l.x1 > 1.2*l.size && math.Abs((l.x0-e.left)-(e.right-l.x1)) < 0.06*e.width()
}

// startsAs says whether two lines of different length begin at the same place, as centred
// ones do not.
func (l *line) startsAs(o *line) bool {
	left, right := math.Abs(l.x0-o.x0), math.Abs(l.x1-o.x1)
	return right > 0.05*l.size && left < right/2
}
