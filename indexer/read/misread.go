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

// titles are honorifics behind which recognition has read a comma, and title is one
// before a name.
var (
	titles = [...]string{"Mr, ", "Mrs, ", "Ms, ", "MR, ", "MRS, ", "MS, "}
	title  = regexp.MustCompile(`\b(?:M[Rr][Ss]?|M[Ss]), \p{Lu}`)
)

// mendTitles gives honorifics before names the full stop that was misread.
func mendTitles(blocks []Block) {
	for i := range blocks {
		b := &blocks[i]
		if slices.ContainsFunc(titles[:], func(t string) bool { return strings.Contains(b.Text, t) }) {
			b.Text = title.ReplaceAllStringFunc(b.Text, func(s string) string { return strings.Replace(s, ",", ".", 1) })
		}
	}
}

// mendMarks gives paragraphs their numbers where these were misread, but count on from
// the one before.
func mendMarks(blocks []Block) {
	last := 0
	for i := range blocks {
		b := &blocks[i]
		if n, err := strconv.Atoi(strings.TrimRight(b.Marker, ".)")); err == nil {
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
