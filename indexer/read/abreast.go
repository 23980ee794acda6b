package read

import (
	"strings"

	"briefsearch/indexer/read/block"
)

const (
	abreastLeast = 12  // lines on each side make columns
	gutterWidth  = 2   // blanks at least that part two columns
	printedLines = 200 // more are no page as it was printed
	printedWidth = 400 // bytes of a line of one
)

// inColumns puts the lines of a page in the order in which they are read, where a program
// that keeps the looks of a page has printed two columns side by side. Lines that
// stretch over both stay between what stands above and below them.
func inColumns(page []string) []string {
	if len(page) > printedLines {
		return page
	}
	rows := make([][]rune, len(page))
	for i, line := range page {
		if len(line) > printedWidth {
			return page
		}
		rows[i] = []rune(strings.TrimRight(line, " \t\r"))
	}
	at := gutter(rows)
	if at == 0 {
		return page
	}
	out := make([]string, 0, len(page)+8)
	var left, right []string
	flush := func() {
		for len(left) > 0 && left[len(left)-1] == "" {
			left = left[:len(left)-1]
		}
		for len(right) > 0 && right[0] == "" {
			right = right[1:]
		}
		out = append(append(out, together(left)...), together(right)...)
		left, right = left[:0], right[:0]
	}
	for i, row := range rows {
		switch {
		case spans(row, at):
			flush()
			out = append(out, page[i])
		case len(row) <= at:
			left, right = append(left, string(row)), append(right, "")
		default:
			left, right = append(left, strings.TrimRight(string(row[:at]), " ")), append(right, string(row[at:]))
		}
	}
	flush()
	return out
}

// together takes out of a column the blank lines that only the lines of the other one have
// made: sentences run over them.
func together(column []string) []string {
	var gaps [3]int
	if runsOver(column, 0, &gaps); gaps[2] < spacedLeast {
		return column
	}
	out := column[:0]
	for i, line := range column {
		if line != "" || len(out) == 0 || i+1 == len(column) || column[i+1] == "" || !block.Unfinished(out[len(out)-1]) {
			out = append(out, line)
		}
	}
	return out
}

// gutter is where the right of two columns of running text begins, 0 where there is one.
func gutter(rows [][]rune) int {
	starts := map[int]int{}
	for _, row := range rows {
		for i := 2 * gutterWidth; i < len(row); i++ {
			if row[i] != ' ' && blank(row[i-gutterWidth-1:i]) {
				starts[i]++
			}
		}
	}
	at, most := 0, 0
	for i, n := range starts {
		if n > most || n == most && i < at {
			at, most = i, n
		}
	}
	if most < abreastLeast || !runOnBothSides(rows, at) {
		return 0
	}
	return at
}

// runOnBothSides says whether sentences run over the lines of both sides, and few lines
// stretch over both.
func runOnBothSides(rows [][]rune, at int) bool {
	var sides, within [2]int
	over, all := 0, 0
	for _, row := range rows {
		if len(row) == 0 {
			continue
		}
		all++
		if spans(row, at) {
			over++
			continue
		}
		for s, half := range []string{string(row[:min(at, len(row))]), string(row[min(at, len(row)):])} {
			if half = strings.TrimSpace(half); half == "" {
				continue
			}
			sides[s]++
			if block.GoesOn(half) {
				within[s]++
			}
		}
	}
	return 8*over <= all && min(sides[0], sides[1]) >= abreastLeast && 4*within[0] >= sides[0] && 4*within[1] >= sides[1]
}

// spans says whether a line stretches over a gutter.
func spans(row []rune, at int) bool {
	return len(row) > at-gutterWidth && !blank(row[at-gutterWidth:min(at, len(row))])
}

func blank(row []rune) bool {
	for _, r := range row {
		if r != ' ' {
			return false
		}
	}
	return true
}
