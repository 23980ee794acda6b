package read

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/indexer/read/block"
)

// widestWrap is the longest line, in characters, that counts as wrapped by hand
// or by a mail program. Longer lines are whole paragraphs.
const widestWrap = 120

var (
	plainMarker = regexp.MustCompile(`^\s*([-*•‣▪◦–—]|\d{1,3}[.)]|\([a-zA-Z0-9]{1,4}\)|[a-zA-Z]\))\s+\S`)
	// countedLine begins a paragraph of a record whose paragraphs are numbered, or a part of
	// one in Chinese.
	countedLine = regexp.MustCompile(`^\s*(?:\d{1,3}(?:[.-]\d{1,3})*[.)-]\s+\S|\d{1,3}[.-]\d{1,3}\s+\S|[一二三四五六七八九十]{1,3}、\S)`)
	stampedLine = regexp.MustCompile(`^\s*(?:\d{1,2}:\d\d:\d\d(?:[.,]\d{1,3})?|\[(?:\d{1,2}:)?\d{1,2}:\d\d(?:[.,]\d{1,3})?\]|Anf\. \d{1,4})\s`)
	drawnLine   = regexp.MustCompile(`^\s*(?:[-=_*~─━―]\s*(?:・\s*)?){3,}$`)
	pageMark    = regexp.MustCompile(`^\s*(?:\d{1,5}|\[\d{1,5}\]|[-–—] ?\d{1,5} ?[-–—])\s*$`)
)

// wrapWidth is the column at which the lines of a text were wrapped, 0 when each
// line is a paragraph.
func wrapWidth(pages [][]string) int {
	var lengths []int
	long := 0
	for _, page := range pages {
		for _, line := range page {
			n := utf8.RuneCountInString(strings.TrimSpace(line))
			if n == 0 {
				continue
			}
			lengths = append(lengths, n)
			if n > widestWrap {
				long++
			}
		}
	}
	if len(lengths) == 0 || long*10 > len(lengths) {
		return 0
	}
	slices.Sort(lengths)
	return min(lengths[(len(lengths)-1)*98/100], widestWrap)
}

// columnLines is how many lines show how wide a column is.
const columnLines = 40

// columns is the column at which each line was wrapped: that of all lines, or, where
// running text stands in a narrower column than other parts of the file, its own.
func columns(lines []string, width int) []int {
	out := make([]int, len(lines))
	var own []int // indices of lines that are not blank
	for i, line := range lines {
		out[i] = width
		if strings.TrimSpace(line) != "" {
			own = append(own, i)
		}
	}
	var all []stretch
	for some := range slices.Chunk(own, columnLines) {
		all = append(all, stretchOf(lines, some, width))
	}
	for k := 1; k < len(all); k++ {
		all[k].adopt(all[k-1])
	}
	for k := len(all) - 2; k >= 0; k-- {
		all[k].adopt(all[k+1])
	}
	for _, s := range all {
		for _, i := range s.lines {
			out[i] = cmp.Or(s.column, width)
		}
	}
	return out
}

// stretch is some lines in a row.
type stretch struct {
	lines  []int // their indices
	widest int
	column int // at which they were wrapped, 0 where that is the one of all lines
}

// adopt takes the column of the stretch beside it, where few lines of short turns tell none.
func (s *stretch) adopt(beside stretch) {
	if s.column == 0 && s.widest <= beside.column {
		s.column = beside.column
	}
}

func stretchOf(lines []string, some []int, width int) stretch {
	s := stretch{lines: some}
	within := 0
	for _, i := range some {
		s.widest = max(s.widest, utf8.RuneCountInString(strings.TrimSpace(lines[i])))
		if block.GoesOn(lines[i]) {
			within++
		}
	}
	if 5*within >= len(some) && s.widest < width {
		s.column = s.widest
	}
	return s
}

// cellLine is a row of a table that a page on the web lost its lines of: "Mr. Brook | Ghana |".
var cellLine = regexp.MustCompile(`^\s*[^|\s][^|]{0,120} \|(?:[^|]{0,120} \|)+\s*$`)

func isCells(line string) bool {
	return strings.HasSuffix(strings.TrimRight(line, " "), "|") && cellLine.MatchString(line)
}

// longestEntry is how many bytes an entry of a table of contents has at most: a longer line is a whole
// text that has lost its lines.
const longestEntry = 250

// plainPieces divides a page of plain text at its blank lines, at page numbers, and
// where a line ends early although the next word would have had room.
func plainPieces(lines []string, width int) []piece {
	var out []piece
	open := false
	widths := columns(lines, width)
	fresh := column{torn: tornBeginnings(lines, width)}
	own := fresh
	for i, line := range lines {
		switch {
		case pageMark.MatchString(line):
			out = append(out, piece{parts: []part{{lines: []string{line}}}})
			open = false
			continue
		case strings.TrimSpace(line) == "":
			open = false
			continue
		case open && strings.TrimSpace(line) == ":": // of a label, which a web page set apart
			p := &out[len(out)-1].parts[0]
			p.lines[len(p.lines)-1] = strings.TrimRight(p.lines[len(p.lines)-1], " ") + ":"
			open = false
			continue
		case len(line) < longestEntry && block.HasLeaders(line), isCells(line):
			out = append(out, piece{kind: Row, parts: []part{{lines: []string{line}}}})
			open = false
			continue
		case drawnLine.MatchString(line):
			if n := len(out); open && len(out[n-1].parts[0].lines) == 1 && !plainMarker.MatchString(out[n-1].parts[0].lines[0]) && underlines(line, out[n-1].parts[0].lines[0]) {
				out[n-1].kind, out[n-1].level = Heading, 1
			} else {
				out = append(out, piece{rule: true})
			}
			open = false
			continue
		case open && !breaksPlain(&out[len(out)-1], &own, lines[i-1], line, widths[i-1]):
			p := &out[len(out)-1].parts[0]
			p.lines = append(p.lines, line)
			own.add(lines[i-1], line, widths[i-1])
			continue
		}
		out = append(out, piece{parts: []part{{lines: []string{line}}}})
		open, own = true, fresh
	}
	for i := range out {
		if !out[i].rule && out[i].kind == Paragraph {
			dressPlain(&out[i])
		}
	}
	return out
}

// column is what the lines of one piece tell of how wide they are set.
type column struct {
	widest int  // line so far that another follows, in characters
	narrow bool // a line ended although the next word, within a sentence, had room
	torn   bool // the first lines of paragraphs on the page are torn off
}

// add takes a line that goes on in the next one.
func (c *column) add(line, next string, width int) {
	c.widest = max(c.widest, utf8.RuneCountInString(strings.TrimSpace(line)))
	c.narrow = c.narrow || goesOnSmall(next) && roomBehind(line, next, width) >= 0
}

// within is the column at which the sentences of a piece are wrapped, where all lines
// are wrapped at width.
func (c *column) within(width int) int {
	if c.narrow && 2*c.widest >= width {
		return min(c.widest, width)
	}
	return width
}

// Pages of the web whose code is wrapped keep its lines when only their text is taken: what stands
// beside a tag is short, whatever word follows.
const (
	tornLeast = 6 // beginnings on a page that show it
	tornShare = 4 // one in so many of all
	tornWidth = 3 // part of the width that the longest one has
)

// tornBeginnings says whether many paragraphs of a page begin with a short line and go on, within a
// sentence, in the next.
func tornBeginnings(lines []string, width int) bool {
	all, torn := 0, 0
	begins := true
	for i, line := range lines {
		unfinished := strings.TrimSpace(line) != "" && block.Unfinished(strings.TrimRight(line, " \t"))
		if begins && unfinished {
			all++
			if i+1 < len(lines) && goesOnSmall(lines[i+1]) && isTorn(line, lines[i+1], width) {
				torn++
			}
		}
		begins = !unfinished
	}
	return torn >= tornLeast && torn*tornShare >= all
}

// dashItem begins a title behind its number, "1.- The roads".
var dashItem = regexp.MustCompile(`^\s*\d{1,3}\.?[-–—]`)

// isTorn says whether a line may be the beginning of a paragraph that goes on in the next one.
func isTorn(line, next string, width int) bool {
	line = strings.TrimSpace(line)
	return utf8.RuneCountInString(line) <= width/tornWidth && !strings.HasSuffix(line, ")") && !plainMarker.MatchString(next) && !dashItem.MatchString(next)
}

// roomBehind is how much room a line leaves behind the first word of the next one.
func roomBehind(line, next string, width int) int {
	word := block.Breakable(strings.TrimSpace(next))
	return width - utf8.RuneCountInString(strings.TrimSpace(line)) - 1 - utf8.RuneCountInString(word)
}

// spareRoom is the room, in characters, that a line may leave because the next word is long.
const spareRoom = 14

// isOpen says whether a line ends within parentheses.
func isOpen(line string) bool {
	return strings.LastIndexAny(line, "([") > strings.LastIndexAny(line, ")]")
}

// dividedCapitals is a word in capitals that a line divides, and capitals are the rest of one.
var (
	dividedCapitals = regexp.MustCompile(`\p{Lu}{2}-\s*$`)
	capitals        = regexp.MustCompile(`^\s*\p{Lu}{2}`)
)

// runsOn says whether the words of a line, finished or not, go on in the next.
func runsOn(line, next string, finished bool) bool {
	if _, divided := block.BeforeHyphen(line); divided && (block.GoesOn(strings.TrimSpace(next)) || dividedCapitals.MatchString(line) && capitals.MatchString(next)) {
		return true
	}
	return !finished && (goesOnSmall(next) || block.Waits(line) && !plainMarker.MatchString(next))
}

// circledLine begins a speech in records of Japan and Korea: "○議長（山田太郎）　…".
var circledLine = regexp.MustCompile(`^[ \x{3000}]*[○◯〇◎◆][\p{Han}\p{Hangul}０-９0-9]`)

// breaksPlain says whether next begins a new piece after the line prev of an
// open one.
func breaksPlain(cur *piece, own *column, prev, next string, width int) bool {
	if width == 0 || stampedLine.MatchString(next) || circledLine.MatchString(next) {
		return true // of a chat or a recording, of a record that counts its speeches, or marks them
	}
	prev = strings.TrimRight(prev, " \t")
	finished := !block.Unfinished(prev) || strings.ContainsAny(lastMark(prev), ";；؛")
	if !finished {
		width = own.within(width)
	}
	room := roomBehind(prev, next, width)
	first := cur.parts[0].lines[0]
	item := plainMarker.MatchString(first)
	switch {
	case runsOn(prev, next, finished):
		return false
	case isOpen(prev), own.torn && len(cur.parts[0].lines) == 1 && !finished && isTorn(prev, next, width):
		return false
	case (finished || shouts(prev)) && looseMark.MatchString(strings.TrimSpace(next)), finished && roseAt.MatchString(next):
		return true
	case room >= spare(next, width), finished && room >= 0:
		return true
	case finished && shoutedLabel.MatchString(next), chairLine.MatchString(strings.TrimSpace(next)):
		return true
	case plainMarker.MatchString(next), finished && countedLine.MatchString(next):
		return finished || item || shouts(prev) && !shouts(next)
	case !item && finished:
		return indent(next) >= indent(prev)+2
	}
	return false
}

// roseAt is the line with which a record ends, or breaks off, and that has nothing behind the hour,
// as the memory of a late sitting has: "The meeting rose at 6.05 p.m."
var roseAt = regexp.MustCompile(`^\s*` + lists.Any("rose-at") + ` \d.{0,16}$`)

// spare is the room, in characters, that no line leaves which goes on in the next one.
func spare(next string, width int) int {
	if aloneLabel.MatchString(strings.TrimSpace(next)) {
		return labelRoom
	}
	return max(width/5, min(spareRoom, width/3))
}

// shoutedLabel is who speaks, in capitals, at the beginning of a line: "ADA BROOK (Lamport) – I thank".
var shoutedLabel = regexp.MustCompile(`^\p{Lu}[\p{Lu}.]+(?: \p{Lu}[\p{Lu}.]+){0,5}(?: \([^()]{2,30}\))? ?[-–—:] ?\p{Lu}`)

// chairLine is whoever has the chair in Israel, with the name and nothing else.
var chairLine = regexp.MustCompile(`^(?:היו["״]ר|יושבת?-ראש הכנסת)(?: [א-ת][א-ת'"״׳-]+){2,4}$`)

// aloneLabel is a line that has nothing but the office of who speaks below it, "Secretario:", and
// labelRoom the room that the line above leaves.
var aloneLabel = regexp.MustCompile(`^\p{Lu}\p{Ll}{5,}:$`)

const labelRoom = 3

// lastMark is the last character of a line.
func lastMark(line string) string {
	_, size := utf8.DecodeLastRuneInString(line)
	return line[len(line)-size:]
}

// goesOnSmall says whether a line begins with a small letter.
func goesOnSmall(line string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimSpace(line))
	return unicode.IsLower(r)
}

func indent(line string) int {
	n := 0
	for _, r := range line {
		switch r {
		case ' ', '\u00a0':
			n++
		case '\t':
			n += 4
		default:
			return n
		}
	}
	return n
}

// dressPlain gives a piece its kind and marker.
func dressPlain(p *piece) {
	lines := p.parts[0].lines
	if m := plainMarker.FindStringSubmatchIndex(lines[0]); m != nil {
		p.kind, p.marker = Item, lines[0][m[2]:m[3]]
		lines[0] = strings.TrimLeft(lines[0][m[3]:], " \t\u00a0")
		return
	}
	if len(lines) == 1 && shouts(lines[0]) {
		p.kind, p.level = Heading, 1
	}
}

// shouts says whether a line is a heading in capitals. Acronyms in a script without
// case make none.
func shouts(line string) bool {
	letters, caseless := 0, 0
	for _, r := range line {
		switch {
		case unicode.IsLower(r):
			return false
		case unicode.IsUpper(r):
			letters++
		case unicode.IsLetter(r):
			caseless++
		}
	}
	return letters >= 4 && letters > caseless && utf8.RuneCountInString(line) <= 100 && !strings.HasSuffix(strings.TrimSpace(line), ".")
}

// underlines says whether a rule makes a title of the line above it, and does not divide the text
// below a sentence.
func underlines(rule, above string) bool {
	above = strings.TrimSpace(above)
	short := 2*utf8.RuneCountInString(strings.TrimSpace(rule)) < utf8.RuneCountInString(above)
	return !strings.ContainsAny(rule, "─━―") && !ruledSentence.MatchString(above) && (!short || !strings.ContainsAny(above[len(above)-1:], ".!?"))
}

// ruledSentence is a line of text above a rule, and no title that is underlined.
var ruledSentence = regexp.MustCompile(`^\p{Lu}\p{Ll}* (?:[^.]*\p{Ll} )?(?:was|were|is|are) [^.]*\.$`)

// writePlain writes a paragraph with its printed lines.
func writePlain(b *block.Builder, text string) {
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			b.NextLine()
		}
		if block.HasLeaders(line) {
			b.Entry(line)
		} else {
			b.Text(line)
		}
	}
}
