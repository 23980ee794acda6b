package segment

import (
	"slices"
	"strconv"
	"strings"

	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/matter"
)

// pageHeads are the running heads that plain text keeps: short lines with the day of
// the sitting beside a page number, and what stands between the two. Readers that see
// the page have left them out.
func pageHeads(blocks []read.Block) map[*read.Block]bool {
	found := map[*read.Block]bool{}
	markRows(blocks, found)
	markAgain(blocks, found)
	for i := range blocks {
		b := &blocks[i]
		switch {
		case matter.IsPageNumber(b.Text), matter.PageLine.MatchString(b.Text):
			markHead(blocks, i, 1, found)
			markHead(blocks, i, -1, found)
		case isDayLine(b) && isNumberedLine(b.Text):
			found[b] = true
		}
	}
	return found
}

// countOf is the number of a page beside that of all pages: "3/120".
var countOf = regexp.MustCompile(`^\d{1,4} ?/ ?\d{1,4}$`)

// againLeast is how many pages have the words of a running head at least.
const againLeast = 3

// markAgain marks the lines beside the numbers of pages that are the same on most pages.
func markAgain(blocks []read.Block, found map[*read.Block]bool) {
	numbers := countsOf(blocks, found)
	need := max(againLeast, (len(numbers)+1)/2)
	for _, step := range []int{1, -1} {
		seen := map[string]int{}
		for _, at := range numbers {
			for _, b := range linesBeside(blocks, at, step) {
				seen[b.Text]++
			}
		}
		for _, at := range numbers {
			beside := linesBeside(blocks, at, step)
			for n := 0; n < len(beside) && seen[beside[n].Text] >= need; n++ {
				found[beside[n]] = true
			}
		}
	}
}

// countsOf marks such numbers, and says where they stand.
func countsOf(blocks []read.Block, found map[*read.Block]bool) []int {
	var at []int
	for i := range blocks {
		if countOf.MatchString(blocks[i].Text) {
			found[&blocks[i]] = true
			at = append(at, i)
		}
	}
	return at
}

// againReach is how many lines a running head has at most that is the same on most pages.
const againReach = 4

// linesBeside are the short lines beside the number of a page, from it on.
func linesBeside(blocks []read.Block, at, step int) []*read.Block {
	var out []*read.Block
	for n, i := 0, at+step; n < againReach && i >= 0 && i < len(blocks) && len(blocks[i].Text) <= runningLimit; n, i = n+1, i+step {
		out = append(out, &blocks[i])
	}
	return out
}

// markRows marks the running heads that programs which turn pages to web pages set as a
// table: a page number beside the same words every time, and the day below.
func markRows(blocks []read.Block, found map[*read.Block]bool) {
	type head struct{ at, page int }
	heads := map[string][]head{}
	for i := range blocks {
		if words, page := numberedRow(&blocks[i]); words != "" {
			heads[words] = append(heads[words], head{i, page})
		}
	}
	rises := func(a, b head) int { return a.page - b.page - 1 } // to a greater number
	for _, same := range heads {
		if len(same) < 2 || !slices.IsSortedFunc(same, rises) {
			continue
		}
		for _, h := range same {
			found[&blocks[h.at]] = true
			if next := h.at + 1; next < len(blocks) && isDay(blocks[next].Text) {
				found[&blocks[next]] = true
			}
		}
	}
}

// numberedRow is the words of a row that has a number beside them, and the number.
func numberedRow(b *read.Block) (words string, number int) {
	first, second, _ := strings.Cut(b.Text, "\t")
	if b.Kind != read.Row || first == "" || second == "" {
		return "", 0
	}
	if n, err := strconv.Atoi(first); err == nil {
		return second, n
	}
	n, err := strconv.Atoi(second)
	if err != nil {
		return "", 0
	}
	return first, n
}

// dayLong is the length in bytes of the longest line that is nothing but a day.
const dayLong = 30

func isDay(text string) bool { return len(text) <= dayLong && describe.HasDate(text) }

// headReach is how many lines a running head has beside the page number.
const headReach = 2

// markHead marks the lines from a page number up to the day of the sitting.
func markHead(blocks []read.Block, from, step int, found map[*read.Block]bool) {
	for n, i := 1, from+step; n <= headReach && i >= 0 && i < len(blocks); n, i = n+1, i+step {
		b := &blocks[i]
		if isDayLine(b) {
			for ; i != from; i -= step {
				found[&blocks[i]] = true
			}
			return
		}
		if len(b.Text) > runningLimit || grammar.EndsSentence(b.Text) {
			return
		}
	}
}

// runningLimit is the length in bytes of the longest running head.
const runningLimit = 100

// isDayLine says whether a short line gives the day of a sitting, beside the title of
// what is discussed or without.
func isDayLine(b *read.Block) bool {
	return (b.Kind == read.Paragraph || b.Kind == read.Heading) && len(b.Text) <= runningLimit &&
		!matter.EndsSpeech(strings.TrimSuffix(b.Text, ".")) && describe.HasDate(b.Text)
}

// isNumberedLine says whether a page number begins or ends a line with a date.
func isNumberedLine(text string) bool {
	first, rest, _ := strings.Cut(text, " ")
	last := grammar.LastWord(text)
	return matter.IsPageNumber(first) && describe.HasDate(rest) || matter.IsPageNumber(last) && describe.HasDate(strings.TrimSuffix(text, last))
}
