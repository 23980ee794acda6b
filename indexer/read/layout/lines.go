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

// line is a printed line: runs on one baseline, in reading order.
type line struct {
	page   *Page
	runs   []Run
	x0, x1 float64 // of the ink, blanks at the ends left out
	y      float64 // of the baseline
	size   float64 // of most of the type
	bold   bool    // every letter is
	font   string  // of most of the type
	text   string  // as printed, with its spaces
	rtl    bool    // it holds letters that are written from right to left
	turned bool    // its places are counted from the right edge of the page
	full   bool    // the next line of its paragraph begins with a word for which it has no room
}

func (l *line) top() float64    { return l.y - 0.8*l.size }
func (l *line) bottom() float64 { return l.y + 0.25*l.size }
func (l *line) overlaps(o *line) bool {
	return math.Min(l.x1, o.x1)-math.Max(l.x0, o.x0) > 0
}

// Shares of the type size.
const (
	spaceGap  = 0.16 // a wider gap between runs is a space
	squareGap = 0.4  // the least that is one between Chinese and the figures in it
	mediumGap = 0.6  // a wider gap is more than the space of a ragged line
	wideGap   = 1.5  // a gap that may part two cells or a marker from its text
	sameLine  = 0.12 // baselines that differ less are one
	stepLine  = 0.25 // so are those of words of one size that stand as close as words do
	raisedTo  = 0.6  // a superscript stands no higher above its baseline
)

// buildLines joins the runs of a page to lines, in the order in which the page
// draws them.
func buildLines(runs []Run, p *Page) []*line {
	var out []*line
	p.way = pageWay(runs)
	for i := range runs {
		r := &runs[i]
		if r.Size < 1 || !r.level() || strings.TrimSpace(r.Text) == "" && !inRightToLeft(out, r) {
			continue
		}
		if l := lineFor(out, r); l != nil {
			l.add(*r)
			continue
		}
		out = append(out, &line{page: p, runs: []Run{*r}, y: r.Y, size: r.Size, x0: r.X, x1: r.end(), rtl: rightToLeft(r.Text)})
	}
	settled := out[:0:0]
	for _, l := range rejoin(out) {
		l.settle()
		if l.text == "" {
			continue
		}
		settled = append(settled, l)
		if rest := l.cutRunIn(); rest != nil {
			settled = append(settled, rest)
		}
	}
	mendBrackets(settled)
	return settled
}

// runInGap parts a heading that stands in the line of its paragraph from the
// words that follow. Scripts that are written from the right have no capitals.
const runInGap = 0.75

// cutRunIn cuts the line behind a heading in bold capitals that runs into its
// paragraph, and returns the rest; nil when there is no such heading. A colon ties the
// label of a speaker to his words where a justified line sets all words so wide.
func (l *line) cutRunIn() *line {
	for i := 1; i < len(l.runs) && l.runs[i-1].Bold && !l.rtl; i++ {
		if l.runs[i].Bold || l.gapBefore(i) < runInGap*l.size {
			continue
		}
		head := &line{page: l.page, runs: l.runs[:i:i]}
		head.settle()
		if !shouts(head.text) || strings.HasSuffix(head.text, ":") && l.gapBefore(i) < wideGap*l.size {
			return nil
		}
		rest := &line{page: l.page, runs: l.runs[i:]}
		rest.settle()
		*l = *head
		return rest
	}
	return nil
}

// inRightToLeft keeps the spaces of Arabic and Hebrew lines, whose glyphs come one
// by one and often without a gap at the space.
func inRightToLeft(lines []*line, r *Run) bool {
	if len(lines) == 0 || r.Text == "" {
		return false
	}
	l := lines[len(lines)-1]
	return math.Abs(l.y-r.Y) < sameLine*l.size && l.rtl
}

// lookBack is how many lines before the last a run may still belong to.
const lookBack = 6

// lineFor finds the line that a run goes on, or fills a hole of.
func lineFor(lines []*line, r *Run) *line {
	for i := len(lines) - 1; i >= 0 && i >= len(lines)-lookBack; i-- {
		if takes(lines[i], r, i == len(lines)-1) {
			return lines[i]
		}
	}
	return nil
}

// takes says whether a run belongs to a line; last says that it is the one drawn
// last.
func takes(l *line, r *Run, last bool) bool {
	size := math.Max(l.size, r.Size)
	across := math.Abs(l.y - r.Y)
	switch {
	case across > raisedTo*size:
		return false
	case l.rtl || l.page.way == leftward || rightToLeft(r.Text):
		// Pieces of such a line are drawn from anywhere in it.
		return across < sameLine*size && (last || l.distance(r) < 3*size) || isVowelSign(r.Text) && l.distance(r) < size
	case across > sameLine*size:
		return last && (marks(l, r) || across < stepLine*size && l.goesOn(r))
	}
	return last && (r.X >= l.x1-overlap(&l.runs[len(l.runs)-1])*size || again(&l.runs[len(l.runs)-1], r)) || l.hasRoom(r) && l.distance(r) < size
}

// goesOn says whether a run of the same type stands behind the last one of the line at the
// distance of a word, as in lines that recognition found to climb or to fall in steps.
func (l *line) goesOn(r *Run) bool {
	p := &l.runs[len(l.runs)-1]
	gap := r.X - p.end()
	return p.Font == r.Font && math.Abs(p.Size-r.Size) < 0.05*r.Size && gap > -pairStep*r.Size && gap < pairGap*r.Size
}

// overlap is how far back the next run may begin, in sizes of the type. Chinese marks fill
// half of their square, and the next may be drawn into the other half: "）：".
func overlap(r *Run) float64 {
	mark, _ := utf8.DecodeLastRuneInString(r.Text)
	if mark >= 0x3000 && mark <= 0x303f || mark >= 0xff00 && mark <= 0xff65 {
		return 0.7
	}
	return 0.5
}

// again says whether r is the run before it drawn once more, a little apart, to
// look bold.
func again(before, r *Run) bool {
	return before.Text == r.Text && math.Abs(before.X-r.X) < 0.15*r.Size && math.Abs(before.Y-r.Y) < 0.15*r.Size
}

// marks says whether a run off the line's baseline is a mark that touches it, or
// the text of the note whose mark the line is.
func marks(l *line, r *Run) bool {
	gap := r.X - l.x1
	if r.Size != l.size && math.Abs(gap) < 0.5*math.Max(l.size, r.Size) {
		return true
	}
	return len(l.runs) == 1 && l.size < 0.87*r.Size && r.Y > l.y && gap > 0 && gap < 3*r.Size && markText.MatchString(l.runs[0].Text)
}

// crowded is how many runs of a line are looked at for a hole between them.
const crowded = 1000

// hasRoom says whether no run of the line stands where r stands.
func (l *line) hasRoom(r *Run) bool {
	if len(l.runs) > crowded {
		return false
	}
	for i := range l.runs {
		if math.Min(l.runs[i].end(), r.end())-math.Max(l.runs[i].X, r.X) > 0.3*r.Size {
			return false
		}
	}
	return true
}

// distance is how far a run is from the line along it.
func (l *line) distance(r *Run) float64 {
	return math.Max(0, math.Max(r.X-l.x1, l.x0-r.end()))
}

func (l *line) add(r Run) {
	last := &l.runs[len(l.runs)-1]
	if again(last, &r) {
		last.Bold = true
		return
	}
	if r.Size > l.size && math.Abs(r.Y-l.y) > sameLine*r.Size {
		l.y = r.Y // the line began with a raised mark
	}
	l.rtl = l.rtl || rightToLeft(r.Text)
	l.size = math.Max(l.size, r.Size)
	l.x0, l.x1 = math.Min(l.x0, r.X), math.Max(l.x1, r.end())
	l.runs = append(l.runs, r)
}

// settle brings the runs into reading order and sums the line up.
func (l *line) settle() {
	if l.rtl {
		l.runs = logicalOrder(l.runs, l.page.way)
	} else if !slices.IsSortedFunc(l.runs, byPlace) {
		slices.SortStableFunc(l.runs, byPlace)
	}
	l.measure()
	l.runs = l.merged()
	l.text = l.write()
}

// merged puts runs together that differ in nothing and have no more than a space
// between them. Wider gaps are kept: they tell tables from justified text.
func (l *line) merged() []Run {
	out := make([]Run, 0, 4)
	for i := range l.runs {
		r := l.runs[i]
		n := len(out)
		if n == 0 || !out[n-1].alike(&r) || l.gapBefore(i) > mediumGap*r.Size || r.X < out[n-1].X || l.isMark(i) || l.isMark(i-1) {
			out = append(out, r)
			continue
		}
		last := &out[n-1]
		if l.spaceBefore(i) {
			last.Text += " "
		}
		last.Text += r.Text
		last.W = math.Max(last.W, r.end()-last.X)
	}
	return out
}

func byPlace(a, b Run) int {
	switch {
	case a.X < b.X:
		return -1
	case a.X > b.X:
		return 1
	}
	return 0
}

func (l *line) measure() {
	sizes, letters, bold := map[float64]int{}, 0, 0
	fonts := map[string]int{}
	l.x0, l.x1 = math.Inf(1), math.Inf(-1)
	for i := range l.runs {
		r := &l.runs[i]
		trimmed := strings.TrimSpace(r.Text)
		if trimmed == "" {
			continue
		}
		n := utf8.RuneCountInString(trimmed)
		sizes[math.Round(r.Size*10)/10] += n
		fonts[r.Font] += n
		if strings.ContainsFunc(trimmed, unicode.IsLetter) {
			letters += n
			if r.Bold {
				bold += n
			}
		}
		l.x0, l.x1 = math.Min(l.x0, r.X), math.Max(l.x1, r.end())
	}
	l.size, l.font = mostly(sizes), mostly(fonts)
	l.bold = letters > 0 && bold == letters
	for i := range l.runs {
		if math.Abs(l.runs[i].Size-l.size) < 0.1 {
			l.y = l.runs[i].Y
			break
		}
	}
}

// mostly is the key with the greatest count, the smaller one among equals.
func mostly[K float64 | string](counts map[K]int) K {
	var best K
	most := 0
	for k, n := range counts {
		if n > most || n == most && k < best {
			best, most = k, n
		}
	}
	return best
}

// write is the text of the line as printed.
func (l *line) write() string {
	var b strings.Builder
	for i := range l.runs {
		if i > 0 && l.spaceBefore(i) {
			b.WriteByte(' ')
		}
		b.WriteString(l.runs[i].Text)
	}
	return strings.TrimSpace(b.String())
}

// gapBefore is the room between run i and the one before it.
func (l *line) gapBefore(i int) float64 {
	a, b := &l.runs[i-1], &l.runs[i]
	if b.X < a.X {
		a, b = b, a
	}
	return b.X - a.end()
}

// spaceBefore says whether run i stands apart from the one before it. Lines from the right
// have their spaces written; Chinese stands a little off the figures and Latin letters in it, and
// recognition takes every few of its characters for a word.
func (l *line) spaceBefore(i int) bool {
	gap := spaceGap
	before, _ := utf8.DecodeLastRuneInString(l.runs[i-1].Text)
	after, _ := utf8.DecodeRuneInString(l.runs[i].Text)
	switch {
	case l.rtl, l.runs[i].Hidden && (block.InSquare(before) || block.InSquare(after)) && !isFigureOrLatin(before) && !isFigureOrLatin(after):
		gap = wideGap
	case block.IsEastAsian(before) && isFigureOrLatin(after), isFigureOrLatin(before) && block.IsEastAsian(after):
		gap = squareGap
	}
	return l.gapBefore(i) > gap*math.Max(l.runs[i].Size, l.runs[i-1].Size)
}

func isFigureOrLatin(r rune) bool {
	return r <= unicode.MaxLatin1 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// cells are the parts of the line between its wide gaps.
func (l *line) cells() []cell {
	out := []cell{{x: l.x0, from: 0}}
	for i := 1; i < len(l.runs); i++ {
		if l.gapBefore(i) > wideGap*l.size {
			out[len(out)-1].to = i
			out = append(out, cell{x: l.runs[i].X, from: i})
		}
	}
	out[len(out)-1].to = len(l.runs)
	return out
}

// cell is a part of a line: the runs from from to to.
type cell struct {
	x        float64
	from, to int
}

func (l *line) cellText(c cell) string {
	part := line{runs: l.runs[c.from:c.to]}
	return part.write()
}

var markText = regexp.MustCompile(`^\s*(?:\[?\d{1,3}\]?(?:\s*,\s*\d{1,3})*|[*∗†‡§]{1,3}|[a-z])\s*$`)

// isMark says whether run i is a footnote mark in superscript.
func (l *line) isMark(i int) bool {
	r := &l.runs[i]
	return r.Size <= 0.87*l.size && l.y-r.Y >= 0.18*l.size && markText.MatchString(r.Text)
}
