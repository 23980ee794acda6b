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
	{[]string{"Sr, ", "Sra, "}, regexp.MustCompile(`^Sra?, \p{Lu}`), strings.NewReplacer(",", ".")},
	{[]string{"{"}, regexp.MustCompile(`\{[^(){}]{2,80}\)`), strings.NewReplacer("{", "(")},
	{[]string{"〈"}, regexp.MustCompile(`〈[^()（）〈〉《》]{2,60}[)）]`), strings.NewReplacer("〈", "（")},
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

// smudged is the beginning of a paragraph whose number cannot be told, "53 At" for "5. At", and
// speck a stroke that stands behind a number, where the page has nothing but a gap.
var (
	smudged = regexp.MustCompile(`^[^\s()]{0,2}\d[^\s()]{0,2} \p{Lu}`)
	speck   = regexp.MustCompile(`^[|_~] (?:["“«(]?\p{Lu})`)
)

// mendMarks gives paragraphs their numbers where these were misread, but count on from
// the one before, or stand between two numbers that leave one out.
func mendMarks(blocks []Block) {
	last := 0
	for i := range blocks {
		b := &blocks[i]
		if n := numberOf(b.Marker); n > 0 {
			last = n
			if speck.MatchString(b.Text) {
				dropWord(b)
			}
			continue
		}
		if last == 0 || b.Kind != Paragraph || b.Marker != "" {
			continue
		}
		leftOut := i+1 < len(blocks) && numberOf(blocks[i+1].Marker) == last+2
		if isNext(b.Text, last) || leftOut && smudged.MatchString(b.Text) {
			last++
			dropWord(b)
			b.Kind, b.Marker = Item, strconv.Itoa(last)+"."
		}
	}
}

// bullet is what recognition may make of one, before what it lists.
var bullet = regexp.MustCompile(`^[+«¢¤=] \p{Lu}`)

// mendBullets makes items of recognised paragraphs whose bullet was misread.
func mendBullets(blocks []Block) {
	for i := range blocks {
		b := &blocks[i]
		if b.Kind == Paragraph && b.Marker == "" && bullet.MatchString(b.Text) && !strings.Contains(b.Text, "»") {
			dropWord(b)
			b.Kind, b.Marker = Item, "•"
		}
	}
}

// isNext says whether a text begins with the number behind another, as recognition may read it.
func isNext(text string, last int) bool {
	m := misread.FindStringSubmatchIndex(text)
	if m == nil {
		return false
	}
	n, err := strconv.Atoi(digits.Replace(text[:m[3]]))
	return err == nil && n == last+1
}

// dropWord takes the first word off a block.
func dropWord(b *Block) {
	parts := b.Split([]int{strings.IndexByte(b.Text, ' ') + 1})
	kind, level, marker := b.Kind, b.Level, b.Marker
	*b = parts[len(parts)-1]
	b.Kind, b.Level, b.Marker = kind, level, marker
}
