package learned

import (
	"slices"
	"strings"
	"unicode/utf8"

	"briefsearch/indexer/read"
)

// isWrapped says whether a printed line begins where the one before, which is as wide as
// another from a byte on, had no room for its first word: the paragraph goes on.
func isWrapped(b *read.Block, from, at int) bool {
	i, found := slices.BinarySearchFunc(b.Lines, at, func(l read.Line, at int) int { return l.Start - at })
	if !found || i == 0 {
		return false
	}
	if before, box := b.Lines[i-1].Box, b.Lines[i].Box; before != nil && box != nil {
		return b.Lines[i-1].Full && box.X < before.X+box.H // and is not set in, as a title is
	}
	widest, before := 0, charsOf(b, i-1)
	for n := range b.Lines {
		if b.Lines[n].Start >= from && n != i-1 && n != i {
			widest = max(widest, charsOf(b, n))
		}
	}
	word, _, _ := strings.Cut(b.Text[at:], " ")
	size := utf8.RuneCountInString(word) + 1
	return widest > before-size && widest < before+size
}

// charsOf is the length of a printed line in characters.
func charsOf(b *read.Block, n int) int {
	end := len(b.Text)
	if n+1 < len(b.Lines) {
		end = b.Lines[n+1].Start
	}
	return utf8.RuneCountInString(strings.TrimRight(b.Text[b.Lines[n].Start:end], " "))
}
