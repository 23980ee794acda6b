package read

import (
	"regexp"
	"slices"
	"strings"
)

// A text may have lost its paragraphs: all of a record is a single one. Where the paragraphs
// were counted, their numbers tell where they began.

const (
	runOnText  = 1200 // bytes of a block that may be such a text
	runOnFrom  = 500  // or that begins with the first of its numbers
	runOnLeast = 4    // numbers that follow each other in it
	runOnFew   = 3    // or with long paragraphs between them
	runOnFirst = 2    // or with such from the first on
	runOnMean  = 100  // bytes between them, for a list within a sentence has short items
	runOnLong  = 300
	runOnTitle = 160 // bytes of the longest title above a paragraph
)

// titleCount is the numeral or the letter that counts a title.
const titleCount = `(?:[IVX]{1,4}|[A-H])`

// divideCounted divides such blocks at the numbers of their paragraphs, and takes the titles off
// the paragraphs that they follow.
func divideCounted(blocks []Block) []Block {
	within := make(map[int][]aCount) // by the block
	titles := make(map[int][]int)
	for _, row := range rowsOn(countsOf(blocks)) {
		titlesAbove(blocks, row, titles)
		lost := isLost(blocks, row)
		for _, counts := range byBlock(row) {
			if i := counts[0].block; lost || isLong(&blocks[i]) && isRunOn(counts) {
				within[i] = append(within[i], counts...)
			}
		}
	}
	if len(within)+len(titles) == 0 {
		return blocks
	}
	var out []Block
	for i := range blocks {
		at := titles[i]
		if counts := within[i]; len(counts) > 0 {
			at = append(cutsOf(blocks[i].Text, counts), at...)
		}
		if len(at) == 0 {
			out = append(out, blocks[i])
			continue
		}
		out = append(out, blocks[i].Split(at)...)
	}
	return out
}

// titlesAbove finds the titles above the paragraphs of a row that were joined to those before
// them, since no line was short: by the block, where they begin.
func titlesAbove(blocks []Block, row []aCount, titles map[int][]int) {
	for _, c := range row[1:] {
		i := c.block - 1
		if !c.leads || i < 0 || blocks[i].Kind != Paragraph && blocks[i].Kind != Item {
			continue
		}
		text := blocks[i].Text
		if at := titlesBefore(text, 1, len(text)); len(at) > 0 && at[0] > runOnMean && titleEnd.MatchString(text) && !finiteVerb.MatchString(text[at[0]:]) {
			titles[i] = at
		}
	}
}

// titleEnd is how a title ends.
var titleEnd = regexp.MustCompile(`[\pL\d]\)?[”»"]?$`)

// finiteVerb is a word that a sentence has whose full stop was lost, and a title has not.
var finiteVerb = regexp.MustCompile(`^(?:It|He|She|They)\b|\b` + lists.Any("finite-verb") + `\b`)

// byBlock are the numbers of a row that stand within blocks, those of a block together.
func byBlock(row []aCount) [][]aCount {
	var all [][]aCount
	for _, c := range row {
		switch n := len(all); {
		case c.leads:
		case n > 0 && all[n-1][0].block == c.block:
			all[n-1] = append(all[n-1], c)
		default:
			all = append(all, []aCount{c})
		}
	}
	return all
}

// isLong says whether a block may be several that were counted, whatever the others are.
func isLong(b *Block) bool {
	return len(b.Text) >= runOnText || b.Marker == "1." || strings.HasPrefix(b.Text, "1. ")
}

// isLost says whether a text has lost its paragraphs, but for its pages: most numbers of a row
// stand within blocks.
func isLost(blocks []Block, row []aCount) bool {
	within := 0
	for _, c := range row {
		if !c.leads {
			within++
		}
	}
	size := -row[0].at
	for i := row[0].block; i <= row[len(row)-1].block; i++ {
		size += len(blocks[i].Text)
	}
	return within >= runOnLeast && 2*within >= len(row) && size/len(row) >= runOnMean
}

// cutsOf are the bytes of a text at which its counted paragraphs begin, their items and the
// titles that stand before them.
func cutsOf(text string, numbers []aCount) []int {
	slices.SortFunc(numbers, func(a, b aCount) int { return a.at - b.at })
	var at []int
	from := 0
	for _, c := range numbers {
		at = append(at, itemsWithin(text, from, c.at)...)
		at = append(at, notesBefore(text, from, c.at)...)
		at, from = append(at, c.at), c.at
	}
	return append(at, itemsWithin(text, from, len(text))...)
}

// itemWithin is the number of an item within a paragraph: "34.2. Keep the lamps".
var itemWithin = regexp.MustCompile(`[;:.)] (\d{1,3})\.\d{1,3}\.? \p{Lu}`)

// itemsWithin are where the items of a paragraph begin, which have its number before their own, or
// are counted from one behind a colon.
func itemsWithin(text string, from, to int) []int {
	var at, fresh []int
	own, _, _ := strings.Cut(text[from:to], ".")
	for _, m := range itemWithin.FindAllStringSubmatchIndex(text[from:to], -1) {
		if text[from+m[2]:from+m[3]] == own {
			at = append(at, from+m[2])
		}
	}
	for _, c := range countsIn(text[from:to]) {
		if c.shown && c.n == len(fresh)+1 && (c.n > 1 || strings.HasSuffix(strings.TrimRight(text[:from+c.at], " "), ":")) {
			fresh = append(fresh, from+c.at)
		}
	}
	if len(at) == 0 && len(fresh) >= runOnLeast {
		return fresh
	}
	return at
}

// adopted is what a record notes of a decision: "Paragraph (1), as amended, was adopted."
var adopted = regexp.MustCompile(`^\p{Lu}[^.]{2,100} (?:was|were) (?:so )?(?:adopted|agreed|approved|decided|rejected)\.$`)

// notesBefore are the bytes at which the title begins that stands before a paragraph, and what
// the record notes of the one before it.
func notesBefore(text string, from, to int) []int {
	at := titlesBefore(text, from, to)
	end := to
	if len(at) > 0 {
		end = at[0]
	}
	slices.Reverse(at)
	for from > 0 {
		before := strings.TrimRight(text[from:end], " ")
		start := from + strings.LastIndex(strings.TrimSuffix(before, "."), ". ") + len(". ")
		if start <= from+len(". ") || !adopted.MatchString(text[start:from+len(before)]) {
			break
		}
		at, end = append(at, start), start
	}
	slices.Reverse(at)
	return at
}

// isRunOn says whether numbers within a text are those of its paragraphs.
func isRunOn(numbers []aCount) bool {
	n := len(numbers)
	if n < runOnFirst {
		return false
	}
	mean := (numbers[n-1].at - numbers[0].at) / (n - 1)
	return n >= runOnLeast && mean >= runOnMean || mean >= runOnLong && (n >= runOnFew || n >= runOnFirst && numbers[0].n == 1)
}

// markedTitle is such a title within a text.
var markedTitle = regexp.MustCompile(`(?:^| )(` + titleCount + `\.\s+\p{Lu})`)

// titlesBefore are where the titles begin that stand before a paragraph, behind the end of the
// one before it: "II. Conclusions A. First part".
func titlesBefore(text string, from, to int) []int {
	before := strings.TrimRight(text[from:to], " ")
	start := titleStart(before, from == 0)
	if start <= 0 || strings.ContainsAny(before[len(before)-1:], ".;,:") || len(before)-start > runOnTitle {
		return nil
	}
	at := []int{from + start}
	for _, m := range markedTitle.FindAllStringSubmatchIndex(before[start:], -1) {
		if m[2] > 0 {
			at = append(at, from+start+m[2])
		}
	}
	return at
}

// sentenceEnd ends what stands before a title: a sentence, or, before the first paragraph, the
// number of a page as well.
var (
	sentenceEnd = regexp.MustCompile(`[.;?!)]["”»]? +["“«]?\p{Lu}`)
	pageEnd     = regexp.MustCompile(`(?:^|\s)\d{1,3} \p{Lu}|\. +\p{Lu}|\t\p{Lu}`)
	titleMark   = regexp.MustCompile(`(?:^|[\s.])` + titleCount + `\.$`)
)

// titleStart is where the last title begins in a text, 0 where none does.
func titleStart(before string, first bool) int {
	ends := sentenceEnd
	if first {
		ends = pageEnd
	}
	tail := max(0, len(before)-2*runOnTitle)
	all := ends.FindAllStringIndex(before[tail:], -1)
	for _, m := range slices.Backward(all) {
		end := tail + strings.LastIndexByte(before[tail:tail+m[1]-1], ' ')
		if end < tail || titleMark.MatchString(strings.TrimRight(before[:end], " ")) {
			continue
		}
		return end + 1
	}
	return 0
}
