package layout

import (
	"iter"
	"math"
	"regexp"
	"strconv"

	"briefsearch/indexer/read/block"
)

// Shares of the page's height in which running heads and feet stand.
const (
	headZone = 0.14
	footZone = 0.87
	sameSpot = 6.0 // points
)

// spot is a place and a wording at which something was seen, digits folded.
type spot struct {
	wording string
	foot    bool
}

type sighting struct {
	page int
	y    float64
	size float64
}

// dropFurniture takes running heads, running feet and page numbers away: lines at
// the edge of the page whose wording, numbers apart, comes at the same height on
// other pages too.
func dropFurniture(pages [][]*line) [][]*line {
	f := &furniture{seen: map[spot][]sighting{}, need: 2}
	if len(pages) > 5 {
		f.need = 3
	}
	for i, lines := range pages {
		f.look(i, lines)
	}
	out := make([][]*line, len(pages))
	for i, lines := range pages {
		out[i] = f.without(lines)
	}
	return out
}

// furniture is what stands at the edges of the pages.
type furniture struct {
	seen map[spot][]sighting
	need int // pages on which a running line comes at least
}

func (f *furniture) look(page int, lines []*line) {
	for _, l := range lines {
		if !atEdge(l) {
			continue
		}
		for _, c := range l.cells() {
			s := spotOf(l, c)
			f.seen[s] = append(f.seen[s], sighting{page, l.y, l.size})
		}
	}
}

func spotOf(l *line, c cell) spot {
	return spot{block.Wording(l.cellText(c)), l.y > l.page.Height/2}
}

// without returns the lines of a page that are no furniture.
func (f *furniture) without(lines []*line) []*line {
	var heights []float64
	for _, l := range lines {
		if atEdge(l) && (isPageNumber(l) || isRunningHead(l) || f.repeats(l)) {
			heights = append(heights, l.y)
		}
	}
	var out []*line
	for _, l := range lines {
		if !atEdge(l) || !beside(l, heights) {
			out = append(out, l)
		}
	}
	return out
}

func atEdge(l *line) bool {
	return l.y < headZone*l.page.Height || l.y > footZone*l.page.Height
}

// beside says whether a line stands on a baseline of what was found to be
// furniture: the other half of a running head may change from page to page.
func beside(l *line, heights []float64) bool {
	for _, y := range heights {
		if math.Abs(l.y-y) < 2 {
			return true
		}
	}
	return false
}

// longestNumbered is the length of a line, in bytes, up to which a number that
// changes from page to page makes the whole of it a running line.
const longestNumbered = 80

func (f *furniture) repeats(l *line) bool {
	for _, c := range l.cells() {
		s := spotOf(l, c)
		if s.wording == "" || letters(s.wording) < 3 && !tellsAlone(s.wording, l) {
			continue
		}
		pages := map[int]bool{}
		for _, at := range f.seen[s] {
			// A masthead may say what the running heads repeat, in larger type.
			if math.Abs(at.y-l.y) <= sameSpot && math.Abs(at.size-l.size) < 1 {
				pages[at.page] = true
			}
			if len(pages) >= f.need {
				return true
			}
		}
	}
	return false
}

// tellsAlone says whether a wording without words marks a running line. The
// number of a paragraph, "12.", at the head of the text does not.
func tellsAlone(wording string, l *line) bool {
	if letters(l.text) < 3 {
		return !itemStart.MatchString(l.text + " x")
	}
	return wording == "#" && len(l.text) <= longestNumbered
}

// A running head has the symbol of the document, or the number of its page behind a word for one:
// "A/HRC/3/9", "Vol. 12 No. 3 Page 2".
var (
	headSymbol = regexp.MustCompile(`^[A-Z]{1,6}(?:/[A-Z0-9][A-Za-z0-9.()-]*){1,6}$`)
	// misreadPart is a part of a symbol that none has: "A/T9/PV.29" for "A/79/PV.29".
	misreadPart = regexp.MustCompile(`/[A-Z]\d+(?:/|$)`)
	headNumber  = regexp.MustCompile(`(?i)\b(?:page|página|pág\.|стр\.)\s?(\d{1,4})$`)
)

// isRunningHead knows a running head also where it comes once, as it does in papers of two pages
// whose first one has a masthead.
func isRunningHead(l *line) bool {
	if l.page.Number < 2 || l.y > l.page.Height/2 {
		return false
	}
	for _, c := range l.cells() {
		text := l.cellText(c)
		if m := headNumber.FindStringSubmatch(text); headSymbol.MatchString(text) || m != nil && m[1] == strconv.Itoa(l.page.Number) {
			return true
		}
	}
	return false
}

// Symbol is the document symbol that running heads bear, "" where none does on two pages: that
// of the cover is in large type, which recognition reads worst.
func (c *Composer) Symbol() (most string) {
	seen := map[string]int{}
	for _, lines := range c.lines {
		for symbol := range headSymbols(lines) {
			if seen[symbol]++; seen[symbol] > max(1, seen[most]) {
				most = symbol
			}
		}
	}
	return most
}

// headSymbols are the symbols that stand alone at the head of a page.
func headSymbols(lines []*line) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, l := range lines {
			if !atEdge(l) || l.y > l.page.Height/2 {
				continue
			}
			for _, c := range l.cells() {
				symbol := l.cellText(c)
				if headSymbol.MatchString(symbol) && !misreadPart.MatchString(symbol) && !yield(symbol) {
					return
				}
			}
		}
	}
}

var pageNumber = regexp.MustCompile(`(?i)^\W*(?:page|página|pág\.?|стр\.?|p\.)?\s*(\d{1,4})(?:\s*(?:/|of|de|sur|из)\s*\d{1,4})?\W*$`)

// isPageNumber knows the number of a page also where there is no other page to
// compare with.
func isPageNumber(l *line) bool {
	m := pageNumber.FindStringSubmatch(l.text)
	if m == nil {
		return false
	}
	n, err := strconv.Atoi(m[1])
	return err == nil && n == l.page.Number
}
