package read

import (
	"strings"
	"unicode/utf8"

	"briefsearch/indexer/read/block"
)

// spacedLeast is how many sentences run over a blank line where lines are double-spaced.
const spacedLeast = 5

// closeUp takes the blank lines out of a text that is double-spaced: its full lines, wrapped
// at a width, run over most of them. Where more than one stands, a paragraph ends.
func closeUp(pages [][]string, width int) {
	var gaps [3]int // sentences that run on after so many lines
	for _, page := range pages {
		runsOver(page, width/2, &gaps)
	}
	if width == 0 || gaps[2] < spacedLeast || gaps[2] < 2*gaps[1] {
		return
	}
	for n, page := range pages {
		out := page[:0]
		filled := func(i int) bool { return i >= 0 && i < len(page) && strings.TrimSpace(page[i]) != "" }
		before := false // whether the line before is filled, for the page is written anew as it is read
		for i, line := range page {
			is := filled(i)
			if is || !before || !filled(i+1) {
				out = append(out, line)
			}
			before = is
		}
		pages[n] = out
	}
}

// runsOver counts the lines of a page, of a length at least, whose sentence runs on in the
// next line, and in the one after a blank line.
func runsOver(page []string, least int, gaps *[3]int) {
	last := -1
	for i, line := range page {
		if strings.TrimSpace(line) == "" {
			continue
		}
		if gap := i - last; last >= 0 && gap < len(gaps) && isFullLine(page[last], line, least) && block.Unfinished(page[last]) && block.GoesOn(line) {
			gaps[gap]++
		}
		last = i
	}
}

// isFullLine says whether a line is as long as those are that a width has broken. Where no
// small letter tells that the next one goes on, it is nearly as long as the width, which is
// twice the least length.
func isFullLine(line, next string, least int) bool {
	n := utf8.RuneCountInString(strings.TrimSpace(line))
	return n >= least && (goesOnSmall(next) || 5*n >= 8*least)
}
