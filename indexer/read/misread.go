package read

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// misread is the number of a paragraph as recognition may read it: "12,", "1@.", "l4.".
var misread = regexp.MustCompile(`^([Oo@Il|!SB]{0,2}\d[\dOo@Il|!SB]{0,2})[.,;:·] ["“«(]?\p{Lu}`)

// digits are what recognition takes for other characters.
var digits = strings.NewReplacer("O", "0", "o", "0", "@", "0", "I", "1", "l", "1", "|", "1", "!", "1", "S", "5", "B", "8")

// misreadings are signs that recognition takes for others of their kind, where no text has
// them: a comma behind an honorific ("Mr, Brook"), a brace that a parenthesis closes, the
// number of a heading ("Il. Conclusions").
var misreadings = []struct {
	signs []string // one of them is there: a cheap test
	form  *regexp.Regexp
	mend  *strings.Replacer // keeps the number of bytes
}{
	{[]string{"Mr, ", "Mrs, ", "Ms, ", "MR, ", "MRS, ", "MS, "}, regexp.MustCompile(`(?:^|[ (“"])(?:M[Rr][Ss]?|M[Ss]), \p{Lu}`), strings.NewReplacer(",", ".")},
	{[]string{"{"}, regexp.MustCompile(`\{[^(){}]{2,80}\)`), strings.NewReplacer("{", "(")},
	{[]string{"l. ", "|. "}, regexp.MustCompile(`^[Il|]{2,3}\. \p{Lu}`), strings.NewReplacer("l", "I", "|", "I")},
}

// mendSigns puts the signs back that were misread.
func mendSigns(blocks []Block) {
	for i := range blocks {
		b := &blocks[i]
		for _, m := range misreadings {
			if slices.ContainsFunc(m.signs, func(sign string) bool { return strings.Contains(b.Text, sign) }) {
				b.Text = m.form.ReplaceAllStringFunc(b.Text, m.mend.Replace)
			}
		}
	}
}

// mendMarks gives paragraphs their numbers where these were misread, but count on from
// the one before.
func mendMarks(blocks []Block) {
	last := 0
	for i := range blocks {
		b := &blocks[i]
		if n := numberOf(b.Marker); n > 0 {
			last = n
			continue
		}
		if last == 0 || b.Kind != Paragraph || b.Marker != "" {
			continue
		}
		m := misread.FindStringSubmatchIndex(b.Text)
		if m == nil {
			continue
		}
		number := digits.Replace(b.Text[:m[3]])
		if n, err := strconv.Atoi(number); err != nil || n != last+1 {
			continue
		}
		last++
		parts := b.Split([]int{strings.IndexByte(b.Text, ' ') + 1})
		*b = parts[len(parts)-1]
		b.Kind, b.Marker = Item, number+"."
	}
}
