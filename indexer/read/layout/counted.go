package layout

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// counted is a line behind its number.
var counted = regexp.MustCompile(`^ *(\d{1,2})(?: +(.*))?$`)

// countedLeast is how many lines of a page count on where every line is numbered.
const countedLeast = 12

// countedHead is how many lines a page has beside those that it counts, at most.
const countedHead = 2

// uncount takes the numbers off the lines of the pages of a transcript that counts them
// all. Sentences run on over such lines, which those of a table do not: over many of them, or
// over any where all lines are counted. Where there are such pages, those that have few lines are
// counted, too.
func uncount(pages [][]*line) {
	var sparse []int
	found := false
	for i, page := range pages {
		numbered, within, rows := countsOn(page)
		n := len(numbered)
		if n >= countedLeast && (5*n >= 2*len(page) && 5*within >= n || n+countedHead >= rows && within > 0) {
			pages[i], found = dropNumbers(page, numbered), true
		} else if n > 1 && n+countedHead >= len(page) {
			sparse = append(sparse, i)
		}
	}
	if !found {
		return
	}
	for _, i := range sparse {
		numbered, _, _ := countsOn(pages[i])
		pages[i] = dropNumbers(pages[i], numbered)
	}
}

func dropNumbers(page []*line, numbered map[*line]bool) []*line {
	return slices.DeleteFunc(page, func(l *line) bool { return numbered[l] && !l.dropNumber() })
}

// countsOn is the lines of a page that count on from the ones above, how many of all begin in
// a small letter, and on how many rows they stand, for numbers may be lines of their own.
func countsOn(lines []*line) (numbered map[*line]bool, within, rows int) {
	if !slices.ContainsFunc(lines, func(l *line) bool { return l.text[0] >= '0' && l.text[0] <= '9' }) {
		return nil, 0, 0
	}
	down := slices.Clone(lines)
	slices.SortStableFunc(down, func(a, b *line) int { return cmp.Compare(a.y, b.y) })
	numbered = map[*line]bool{}
	last := 0
	for i, l := range down {
		rows += count(i == 0 || l.y-down[i-1].y > sameLine*l.size)
		text := l.text
		if m := counted.FindStringSubmatch(text); m != nil {
			if n, _ := strconv.Atoi(m[1]); n == last+1 {
				last, numbered[l], text = n, true, m[2]
			}
		}
		if r, _ := utf8.DecodeRuneInString(text); unicode.IsLower(r) {
			within++
		}
	}
	return numbered, within, rows
}

// dropNumber takes the number off the beginning of a line. It says whether anything is
// left.
func (l *line) dropNumber() bool {
	first := &l.runs[0]
	m := counted.FindStringSubmatchIndex(first.Text)
	if m == nil || m[4] < 0 || m[4] == len(first.Text) {
		l.runs = l.runs[1:]
	} else {
		share := float64(m[4]) / float64(len(first.Text))
		first.X, first.W = first.X+share*first.W, (1-share)*first.W
		first.Text = first.Text[m[4]:]
	}
	if len(l.runs) == 0 {
		return false
	}
	l.settle()
	return l.text != ""
}
