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

// name says of each group what it is.
func (d *document) name() {
	for i, g := range d.groups {
		var before, after *group
		if i > 0 {
			before = d.groups[i-1]
		}
		if i+1 < len(d.groups) {
			after = d.groups[i+1]
		}
		switch {
		case isRow(g, before, after):
			g.kind = block.Row
		case d.isFootnote(g):
			g.kind = block.Footnote
			g.takeMark()
		case strings.HasSuffix(g.text(), "↩"): // a web page's note, with the way back
			g.kind = block.Footnote
			g.takeMarker()
		case d.isHeading(g):
			g.kind = block.Heading
		case g.takeMarker():
			g.kind = block.Item
			if g.first().x0-g.region.x0 > 1.2*g.first().size && !unicode.IsDigit(rune(g.marker[0])) {
				g.level = 1
			}
		}
	}
	d.continueNotes()
	d.levels()
}

// Bounds of a heading, in bytes.
const (
	maxHeading  = 300
	maxNumbered = 100 // of one that begins as an item does
)

// isHeading says whether a group is set as a heading: larger than the text, bold
// throughout, or in capitals.
func (d *document) isHeading(g *group) bool {
	text, n := g.text(), len(g.lines)
	if n > 5 || len(text) > maxHeading || letters(text) < 3 {
		return false
	}
	size := g.first().size
	bold := !d.boldBody
	for _, l := range g.lines {
		bold = bold && l.bold
	}
	ends, _ := utf8.DecodeLastRuneInString(text)
	sentence := strings.ContainsRune(".;,", ends) && !numberedTitle.MatchString(text)
	switch {
	case size > 1.15*d.body:
		return n <= 3 || bold
	case size < 0.9*d.body:
		return false
	case bold && len(text) > maxNumbered && itemStart.MatchString(text):
		return false // a numbered paragraph in bold
	case bold:
		return !sentence || n == 1 && len(text) < 60 && ends == '.'
	}
	return n <= 3 && shouts(text) && !sentence
}

var numberedTitle = regexp.MustCompile(`^(?:[IVXLC]+|[A-Z]|\d{1,2})\.\s`)

// shouts says whether a text is in capitals.
func shouts(text string) bool {
	n, upper := letters(text), 0
	for _, r := range text {
		if unicode.IsUpper(r) {
			upper++
		}
	}
	return n >= 5 && 2*upper > n && !strings.ContainsFunc(text, unicode.IsLower)
}

func letters(text string) int {
	n := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

func (g *group) text() string {
	parts := make([]string, len(g.lines))
	for i, l := range g.lines {
		parts[i] = l.text
	}
	return strings.Join(parts, " ")
}

// isFootnote says whether a group is a footnote: it begins with a raised mark, or
// it is set smaller than the text, begins with a mark, and stands below the text.
func (d *document) isFootnote(g *group) bool {
	l := g.first()
	low := l.y > 0.35*l.page.Height
	if len(l.runs) > 1 && l.isMark(0) {
		return low || l.size < 0.95*d.body
	}
	return l.size <= 0.93*d.body && low && (noteStart.MatchString(l.text) || strayStart.MatchString(l.text)) && d.below(g)
}

// below says whether no text of the body's size stands under a group on its page,
// in its column.
func (d *document) below(g *group) bool {
	l := g.last()
	page := d.regions[l.page.Number-d.firstPage()]
	if len(page) > maxRegions {
		return false
	}
	for _, o := range page {
		for _, other := range o.lines {
			if other.y > l.y+1 && other.size > 0.95*d.body && other.overlaps(l) {
				return false
			}
		}
	}
	return true
}

func (d *document) firstPage() int {
	for i, page := range d.regions {
		if len(page) > 0 {
			return page[0].lines[0].page.Number - i
		}
	}
	return 1
}

// continueNotes makes footnotes of the small paragraphs that follow one under it.
func (d *document) continueNotes() {
	for i := 1; i < len(d.groups); i++ {
		g, p := d.groups[i], d.groups[i-1]
		if g.kind == block.Paragraph && p.kind == block.Footnote && g.region == p.region && math.Abs(g.first().size-p.first().size) < 0.3 && g.first().size <= 0.93*d.body {
			g.kind = block.Footnote
			g.takeMark()
		}
	}
}

// takeMark takes the mark off the head of a footnote.
func (g *group) takeMark() {
	l := g.first()
	if l.isMark(0) {
		g.marker, g.skip = strings.TrimSpace(l.runs[0].Text), 1
		return
	}
	if m := noteStart.FindString(l.text); m != "" {
		g.takeHead(m)
	}
}

// takeMarker takes the marker off the head of an item; false when there is none.
func (g *group) takeMarker() bool {
	l := g.first()
	m := itemStart.FindString(l.text)
	if m == "" || len(strings.TrimSpace(l.text)) == len(strings.TrimSpace(m)) {
		return false
	}
	return g.takeHead(m)
}

// takeHead takes words off the first runs of the first line.
func (g *group) takeHead(head string) bool {
	marker := strings.TrimSpace(head)
	rest := marker
	for i := range g.first().runs {
		text := strings.TrimLeft(g.first().runs[i].Text, " \u00a0")
		cut := len(g.first().runs[i].Text) - len(text)
		switch {
		case text == "":
			continue
		case strings.HasPrefix(text, rest):
			g.marker, g.skip, g.cut = marker, i, cut+len(rest)
			return true
		case strings.HasPrefix(rest, strings.TrimRight(text, " \u00a0")):
			rest = rest[len(strings.TrimRight(text, " \u00a0")):]
		default:
			return false
		}
	}
	return false
}

// levels ranks the headings: by size, then bold before plain.
func (d *document) levels() {
	type style struct {
		size float64
		bold bool
	}
	of := func(g *group) style { return style{half(g.first().size), g.first().bold || shouts(g.text())} }
	var styles []style
	for _, g := range d.groups {
		if g.kind == block.Heading && !slices.Contains(styles, of(g)) {
			styles = append(styles, of(g))
		}
	}
	slices.SortFunc(styles, func(a, b style) int {
		switch {
		case a.size > b.size:
			return -1
		case a.size < b.size:
			return 1
		case a.bold && !b.bold:
			return -1
		case b.bold && !a.bold:
			return 1
		}
		return 0
	})
	for _, g := range d.groups {
		if g.kind == block.Heading {
			g.level = min(slices.Index(styles, of(g))+1, 6)
		}
	}
}
