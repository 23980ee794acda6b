package segment

import (
	"strings"

	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/matter"
)

// pageHeads are the running heads that plain text keeps: short lines with the day of
// the sitting beside a page number, and what stands between the two. Readers that see
// the page have left them out.
func pageHeads(blocks []read.Block) map[*read.Block]bool {
	found := map[*read.Block]bool{}
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
