package read

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The numbers of paragraphs count on through a text, and those of a list within one of them
// through the list. Some are lost, and others stand in the text that count nothing.

// aCount is a number that may count a paragraph.
type aCount struct {
	block, at int // the byte of the block at which it begins
	n         int
	leads     bool // the block begins with it
	shown     bool // what stands before it ends a paragraph
}

// isSure says whether a number is shown to count a paragraph.
func (c aCount) isSure() bool { return c.leads || c.shown }

const (
	countAhead = 8  // numbers that are looked at for what follows
	countGap   = 3  // a number may follow one that is so much less
	countLost  = 30 // or so much, if two more follow it
	countRows  = 3  // rows within each other, at most
	countSure  = 3  // numbers of a row that others follow which are not shown to count
)

// behindNumber is what stands before a number that is shown to count a paragraph: the end of a
// sentence, or the last word of a title, which is in small letters where the title has a mark of
// its own. "34.5." is the number of an item.
var behindNumber = regexp.MustCompile(`(?:[!?;:"”»)\]*] ?|[^\d.]\. ?|\d\. |[\p{Lu}\d][^\s.,;:]* |\b` + titleCount + `\.\s+\p{Lu}[^.;:]{2,120} )$`)

// behindReach is how many bytes before a number are looked at.
const behindReach = 140

// countsOf are the numbers of blocks that may count paragraphs: those with which blocks begin,
// and those within long ones.
func countsOf(blocks []Block) []aCount {
	var all []aCount
	for i := range blocks {
		b := &blocks[i]
		if b.Kind != Paragraph && b.Kind != Item && b.Kind != Row {
			continue
		}
		if n, err := strconv.Atoi(strings.TrimSuffix(b.Marker, ".")); err == nil {
			all = append(all, aCount{block: i, n: n, leads: true})
		}
		text := b.Text
		if len(text) < runOnFrom {
			text = text[:min(len(text), numberSize)]
		}
		for _, c := range countsIn(text) {
			if c.block = i; c.leads || len(b.Text) >= runOnFrom {
				all = append(all, c)
			}
		}
	}
	return all
}

// numberSize is how many bytes a number takes with its stop and the letter behind it.
const numberSize = len("100. “")

// countsIn are the numbers within a text that may count paragraphs: a stop closes them, and a
// capital letter or a quotation mark follows.
func countsIn(text string) []aCount {
	var all []aCount
	for from := 0; ; {
		i := strings.IndexByte(text[from:], '.')
		if i < 0 {
			return all
		}
		end := from + i
		from = end + 1
		at := end
		for at > 0 && isDigit(text[at-1]) {
			at--
		}
		if at == end || end-at > len("100") || !opensParagraph(text[from:]) {
			continue
		}
		n, _ := strconv.Atoi(text[at:end])
		c := aCount{at: at, n: n, leads: at == 0, shown: at > 0 && behindNumber.MatchString(text[max(0, at-behindReach):at])}
		if c.isSure() || text[at-1] == ' ' {
			all = append(all, c)
		}
	}
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// opensParagraph says whether a text begins as a paragraph does behind its number, with or
// without a space.
func opensParagraph(text string) bool {
	r, size := utf8.DecodeRuneInString(text)
	if unicode.IsSpace(r) {
		r, _ = utf8.DecodeRuneInString(text[size:])
	}
	return unicode.IsUpper(r) || strings.ContainsRune("“\"«", r)
}

// rowsOn are the rows of numbers that count on, in the order in which they end.
func rowsOn(all []aCount) [][]aCount {
	var done, open [][]aCount // open are within each other, the outermost first
	for i, c := range all {
		level := len(open) - 1
		for level >= 0 && !follows(open[level], all[i:]) {
			level--
		}
		switch {
		case level >= 0:
			for len(open) > level+1 {
				done, open = append(done, open[len(open)-1]), open[:len(open)-1]
			}
			open[level] = append(open[level], c)
		case begins(all[i:], len(open) > 0):
			if len(open) == countRows {
				done, open = append(done, open[0]), open[1:]
			}
			open = append(open, []aCount{c})
		}
	}
	for i := len(open) - 1; i >= 0; i-- {
		done = append(done, open[i])
	}
	return done
}

// begins says whether the first of some numbers begins a row: others count on from it, and
// within another row it is one.
func begins(rest []aCount, within bool) bool {
	c := rest[0]
	return c.isSure() && (!within || c.n == 1 && goesOn(rest, 2)) && goesOn(rest, 1)
}

// goesOn says whether the next numbers of some count on from the first, so many of them.
func goesOn(rest []aCount, times int) bool {
	n := rest[0].n
	for _, c := range rest[1:min(len(rest), countAhead)] {
		if c.n == n+1 && c.isSure() {
			n++
		}
	}
	return n >= rest[0].n+times
}

// follows says whether the first of some numbers is the next of a row: it counts on, and none that
// comes soon does so better.
func follows(row, rest []aCount) bool {
	c, last := rest[0], row[len(row)-1].n
	d := c.n - last
	if d < 1 || d > countLost || d > 1 && !c.isSure() || !c.isSure() && len(row) < countSure {
		return false
	}
	for _, next := range rest[1:min(len(rest), countAhead)] {
		if next.n > last && next.n < c.n && next.isSure() || next.n == c.n && (next.leads && !c.leads || next.shown && !c.isSure()) {
			return false
		}
	}
	return d == 1 || d <= countGap && goesOn(rest, 1) || goesOn(rest, 2)
}
