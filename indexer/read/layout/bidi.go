package layout

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// rightToLeft says whether a text has a letter of a script that is written from
// right to left.
func rightToLeft(s string) bool { return strings.ContainsFunc(s, isFromRight) }

func isFromRight(r rune) bool {
	return r >= 0x590 && (r <= 0x8ff || r >= 0xfb1d && r <= 0xfdff || r >= 0xfe70 && r <= 0xfefc) && unicode.In(r, unicode.L, unicode.M)
}

// strength is how a run takes part in the order of a line of two directions.
type strength uint8

const (
	neutral strength = iota
	number
	leftward  // Arabic, Hebrew
	rightward // Latin, Cyrillic
)

var strengths = map[bidi.Class]strength{
	bidi.R: leftward, bidi.AL: leftward, bidi.NSM: leftward, bidi.L: rightward, bidi.EN: number, bidi.AN: number,
}

// strengthOf is that of the first letter, or failing one that of the digits.
func strengthOf(s string) strength {
	out := neutral
	for _, r := range s {
		p, _ := bidi.LookupRune(r)
		if k := strengths[p.Class()]; k > number {
			return k
		} else if k == number {
			out = number
		}
	}
	return out
}

// logicalOrder brings the runs of a line that holds Arabic or Hebrew from the
// order in which they stand on the page to that in which they are read. Pages
// draw such text glyph by glyph, in either direction and in pieces, so only the
// places tell. The way is that of the page, or neutral where it goes both ways.
func logicalOrder(runs []Run, way strength) []Run {
	runs = attachMarks(runs)
	slices.SortStableFunc(runs, byPlace)
	runs = writeSpaces(runs)
	if way == neutral {
		way = wayOf(runs)
	}
	if way == rightward {
		return turnStretches(runs, kindsOf(runs), leftward)
	}
	runs = partMarks(runs)
	kinds := kindsOf(runs)
	turn(runs, kinds)
	return turnStretches(runs, kinds, rightward)
}

// writeSpaces writes the spaces that a line from the right shows as gaps, while those that
// stand next to one another on the page still do.
func writeSpaces(runs []Run) []Run {
	out := make([]Run, 0, len(runs)+8)
	for i := range runs {
		if i > 0 {
			size := math.Max(runs[i-1].Size, runs[i].Size)
			if gap := runs[i].X - runs[i-1].end(); gap > spaceGap*size && gap <= wideGap*size {
				between := runs[i]
				between.Text, between.X, between.W = " ", runs[i-1].end(), gap
				out = append(out, between)
			}
		}
		out = append(out, runs[i])
	}
	return out
}

func kindsOf(runs []Run) []strength {
	kinds := make([]strength, len(runs))
	for i := range runs {
		kinds[i] = strengthOf(runs[i].Text)
	}
	return kinds
}

// wayOf is the direction of most letters.
func wayOf(runs []Run) strength {
	left, right := lettersOf(runs)
	if left < right {
		return rightward
	}
	return leftward
}

// lettersOf counts the letters that are read to the left and those read to the right.
func lettersOf(runs []Run) (left, right int) {
	for i := range runs {
		for _, r := range runs[i].Text {
			switch {
			case !unicode.IsLetter(r):
			case isFromRight(r):
				left++
			default:
				right++
			}
		}
	}
	return left, right
}

// mixed is how many letters of the other direction a page of one direction may have at
// the most, as a share of all.
const mixed = 0.2

// pageWay is the direction of a page, or neutral where much of it goes the other way.
func pageWay(runs []Run) strength {
	if !slices.ContainsFunc(runs, func(r Run) bool { return rightToLeft(r.Text) }) {
		return rightward
	}
	left, right := lettersOf(runs)
	switch limit := mixed * float64(left+right); {
	case float64(right) <= limit:
		return leftward
	case float64(left) <= limit:
		return rightward
	}
	return neutral
}

// partMarks parts the marks around a number or a Latin word from it, for in a line from
// the right they are read on the other side: "-14" is paragraph "14-", ".2020" the year in
// which a sentence ends.
func partMarks(runs []Run) []Run {
	out := make([]Run, 0, len(runs)+4)
	for i := range runs {
		r := &runs[i]
		core := strings.TrimFunc(r.Text, isMarkOrSpace)
		if core == "" || core == r.Text || rightToLeft(core) {
			out = append(out, *r)
			continue
		}
		at := strings.Index(r.Text, core)
		n := float64(utf8.RuneCountInString(strings.TrimSpace(r.Text)))
		x := r.X
		for _, part := range []string{r.Text[:at], core, r.Text[at+len(core):]} {
			if part == "" {
				continue
			}
			p := *r
			p.Text, p.X = part, x
			p.W = r.W * float64(utf8.RuneCountInString(strings.TrimSpace(part))) / n
			x += p.W
			out = append(out, p)
		}
	}
	return out
}

func isMarkOrSpace(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
}

// turnStretches reverses every stretch of the direction other than the line's. Numbers
// read to the right in either, and join words of that direction; two numbers are one
// stretch only where a mark within numbers parts them. What stands between two of a
// stretch belongs to it.
func turnStretches(runs []Run, kinds []strength, other strength) []Run {
	for i := 0; i < len(runs); i++ {
		if end := stretchEnd(runs, kinds, i, other); end > i {
			turn(runs[i:end], kinds[i:end])
			i = end - 1
		}
	}
	return runs
}

// stretchEnd is behind the last run of the stretch that begins at run i, i where none does.
func stretchEnd(runs []Run, kinds []strength, i int, other strength) int {
	end, numbers, words := i, i, false
	for j := i; j < len(runs) && (j > i || kinds[i] != neutral); j++ {
		switch k := kinds[j]; {
		case k == other:
			end, words = j+1, true
		case k == number && other == rightward:
			if numbers == end && (end == i || partsNumber(runs[end:j])) {
				numbers = j + 1
			}
			end = j + 1
		case k != neutral:
			j = len(runs)
		}
	}
	if words {
		return end
	}
	return numbers
}

// partsNumber says whether what stands between two numbers leaves them one: "71/400".
func partsNumber(between []Run) bool {
	return len(between) == 0 || len(between) == 1 && len(between[0].Text) == 1 && strings.ContainsAny(between[0].Text, "/.,:")
}

// turn reverses runs, and the characters of those without a direction.
func turn(runs []Run, kinds []strength) {
	for i := range runs {
		if kinds[i] == neutral {
			runs[i].Text = reversed(runs[i].Text)
		}
	}
	slices.Reverse(runs)
	slices.Reverse(kinds)
}

func reversed(s string) string {
	r := []rune(s)
	slices.Reverse(r)
	return string(r)
}

// Brackets that are mirrored in lines that are read from the right.
const opening, closing = "([«<", ")]»>"

var swapBrackets = strings.NewReplacer("(", ")", ")", "(", "[", "]", "]", "[", "«", "»", "»", "«", "<", ">", ">", "<")

// brackets say of the first and of the last bracket of a line whether it opens, 1, or
// closes, -1; 0 where there is none. The font is that of the first.
func (l *line) brackets() (first, last int, font string) {
	for i := range l.runs {
		for _, r := range l.runs[i].Text {
			way := count(strings.ContainsRune(opening, r)) - count(strings.ContainsRune(closing, r))
			if way != 0 && first == 0 {
				first, font = way, l.runs[i].Font
			}
			if way != 0 {
				last = way
			}
		}
	}
	return first, last, font
}

// mendBrackets mends brackets that a font maps by their shape: in a line read from the
// right an opening bracket looks like a closing one. A line that begins or ends within
// brackets does not tell; then what the other lines of the page in that font do decides.
func mendBrackets(lines []*line) {
	var fromRight []*line
	sound := map[string]int{}
	for _, l := range lines {
		if l.rtl {
			first, last, font := l.brackets()
			sound[font] += first - last
			fromRight = append(fromRight, l)
		}
	}
	for _, l := range fromRight {
		first, last, font := l.brackets()
		if first == 0 || first > last || sound[font] > 0 || sound[font] == 0 && first > 0 {
			continue
		}
		for i := range l.runs {
			if strengthOf(l.runs[i].Text) != rightward {
				l.runs[i].Text = swapBrackets.Replace(l.runs[i].Text)
			}
		}
		l.text = l.write()
	}
}

// isVowelSign says whether a text is a sign that stands over or under a letter.
func isVowelSign(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.Is(unicode.Mn, r)
}

// attachMarks puts vowel signs, which have glyphs of their own, behind the letter
// that they stand over. Where letters are drawn from the left that is the one drawn
// after the sign, else the one before.
func attachMarks(runs []Run) []Run {
	out := make([]Run, 0, len(runs))
	for i := range runs {
		r := runs[i]
		if !isVowelSign(r.Text) {
			out = append(out, r)
			continue
		}
		var before, after *Run
		if n := len(out); n > 0 && rightToLeft(out[n-1].Text) && away(&r, &out[n-1]) <= r.Size {
			before = &out[n-1]
		}
		if i+1 < len(runs) && rightToLeft(runs[i+1].Text) && away(&r, &runs[i+1]) <= r.Size {
			after = &runs[i+1]
		}
		switch {
		case after != nil && (before == nil || before.X < after.X):
			after.Text += r.Text
		case before != nil:
			before.Text += r.Text
		}
	}
	return out
}

// away is how far the middle of a sign is from a letter.
func away(sign, letter *Run) float64 {
	at := sign.X + sign.W/2
	return math.Max(0, math.Max(letter.X-at, at-letter.end()))
}
