package read

import (
	"regexp"
	"slices"
	"strconv"
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

// countedWithin is the number of a paragraph within a text, and what stands before it: the end
// of a sentence, or the last word of a title, which is in small letters where the title has a
// mark of its own. "34.5." is the number of an item.
var countedWithin = regexp.MustCompile(`(?:[!?;:"”»)\]*] ?|[^\d.]\. ?|\d\. |[\p{Lu}\d][^\s.,;:]* |\b` + titleCount + `\.\s+\p{Lu}[^.;:]{2,120} )(\d{1,3})\.\s?[\p{Lu}“"«]`)

// titleCount is the numeral or the letter that counts a title.
const titleCount = `(?:[IVX]{1,4}|[A-H])`

// divideCounted divides such blocks at the numbers of their paragraphs, and takes the titles off
// the paragraphs that they follow.
func divideCounted(blocks []Block) []Block {
	var out []Block // once there is something to divide
	for i := range blocks {
		b := &blocks[i]
		at := runOn(b)
		if len(at) > 0 && out == nil {
			out = slices.Clone(blocks[:i])
		}
		switch {
		case len(at) > 0:
			out = append(out, b.Split(at)...)
		case out != nil:
			out = append(out, *b)
		}
	}
	if out == nil {
		return blocks
	}
	return out
}

// runOn are the bytes of a block at which paragraphs begin that were counted, and their titles.
func runOn(b *Block) []int {
	if b.Kind != Paragraph && b.Kind != Item && b.Kind != Row || len(b.Text) < runOnFrom || len(b.Text) < runOnText && b.Marker != "1." && !strings.HasPrefix(b.Text, "1. ") {
		return nil
	}
	numbers := countsOn(b.Text)
	if !isRunOn(b.Text, numbers) {
		return nil
	}
	var at []int
	from := 0
	for _, n := range append(numbers, len(b.Text)) {
		at = append(at, itemsWithin(b.Text, from, n)...)
		if n < len(b.Text) {
			at = append(at, notesBefore(b.Text, from, n)...)
			at, from = append(at, n), n
		}
	}
	return at
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
	for _, m := range countedWithin.FindAllStringSubmatchIndex(text[from:to], -1) {
		n, _ := strconv.Atoi(text[from+m[2] : from+m[3]])
		if n == len(fresh)+1 && (n > 1 || strings.HasSuffix(strings.TrimRight(text[:from+m[2]], " "), ":")) {
			fresh = append(fresh, from+m[2])
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
func isRunOn(text string, numbers []int) bool {
	n := len(numbers)
	if n == 0 {
		return false
	}
	mean := (len(text) - numbers[0]) / n
	return n >= runOnLeast && mean >= runOnMean || mean >= runOnLong && (n >= runOnFew || n >= runOnFirst && strings.HasPrefix(text[numbers[0]:], "1."))
}

// countsOn is the longest row of numbers within a text that count on one by one.
func countsOn(text string) []int {
	var best, row []int
	last := 0
	for _, m := range countedWithin.FindAllStringSubmatchIndex(text, -1) {
		n, _ := strconv.Atoi(text[m[2]:m[3]])
		switch {
		case len(row) > 0 && n == last+1:
			row = append(row, m[2])
		case len(row) < 2:
			row = append(row[:0], m[2])
		default:
			continue // a number within a paragraph
		}
		if last = n; len(row) > len(best) {
			best = row
		}
	}
	return best
}

// markedTitle is such a title within a text.
var markedTitle = regexp.MustCompile(`(?:^| )(` + titleCount + `\.\s+\p{Lu})`)

// titlesBefore are where the titles begin that stand before a paragraph, behind the end of the
// one before it: "II. Conclusions A. First part".
func titlesBefore(text string, from, to int) []int {
	before := strings.TrimRight(text[from:to], " ")
	start := titleStart(before, from == 0)
	if start <= 0 || strings.ContainsAny(before[len(before)-1:], ".;,") || len(before)-start > runOnTitle {
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
