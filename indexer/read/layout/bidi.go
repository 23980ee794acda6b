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
func rightToLeft(s string) bool {
	for _, r := range s {
		if r >= 0x590 && (r <= 0x8ff || r >= 0xfb1d && r <= 0xfdff || r >= 0xfe70 && r <= 0xfefc) && unicode.In(r, unicode.L, unicode.M) {
			return true
		}
	}
	return false
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
// places tell.
func logicalOrder(runs []Run) []Run {
	runs = attachMarks(runs)
	slices.SortStableFunc(runs, byPlace)
	kinds := make([]strength, len(runs))
	left, right := 0, 0
	for i := range runs {
		kinds[i] = strengthOf(runs[i].Text)
		switch n := utf8.RuneCountInString(runs[i].Text); kinds[i] {
		case leftward:
			left += n
		case rightward:
			right += n
		case neutral, number:
		}
	}
	if left < right {
		return turnStretches(runs, kinds, leftward)
	}
	for i := range runs {
		if kinds[i] == number {
			runs[i].Text = marksBehind(runs[i].Text)
		}
	}
	turn(runs, kinds)
	return turnStretches(runs, kinds, rightward)
}

// marksBehind puts the marks that stand to the left of a number in one run with it to
// where they are read in a line from the right: "-14" is paragraph "14-", and ".2020" the
// year in which a sentence ends.
func marksBehind(s string) string {
	rest := strings.TrimLeft(s, "-–—.,:;،؛ ")
	if digits := strings.Trim(rest, "0123456789/.,:٠١٢٣٤٥٦٧٨٩ "); digits != "" {
		return s
	}
	bare := strings.TrimRight(rest, " ")
	return bare + strings.TrimSpace(s[:len(s)-len(rest)]) + rest[len(bare):]
}

// turnStretches reverses every stretch of the direction other than the line's.
// Numbers read to the right in either; what stands between two of a stretch
// belongs to it.
func turnStretches(runs []Run, kinds []strength, other strength) []Run {
	belongs := func(k strength) bool { return k == other || other == rightward && k == number }
	for i := 0; i < len(runs); i++ {
		if !belongs(kinds[i]) {
			continue
		}
		end := i
		for j := i + 1; j < len(runs) && (kinds[j] == neutral || belongs(kinds[j])); j++ {
			if belongs(kinds[j]) {
				end = j
			}
		}
		turn(runs[i:end+1], kinds[i:end+1])
		i = end
	}
	return runs
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
const opening, closing = "([«", ")]»"

var swapBrackets = strings.NewReplacer("(", ")", ")", "(", "[", "]", "]", "[", "«", "»", "»", "«")

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
// that they stand over: the nearer one of those drawn before and after them.
func attachMarks(runs []Run) []Run {
	out := make([]Run, 0, len(runs))
	for i := range runs {
		r := runs[i]
		if !isVowelSign(r.Text) {
			out = append(out, r)
			continue
		}
		before, after := math.Inf(1), math.Inf(1)
		if n := len(out); n > 0 && rightToLeft(out[n-1].Text) {
			before = away(&r, &out[n-1])
		}
		if i+1 < len(runs) && rightToLeft(runs[i+1].Text) {
			after = away(&r, &runs[i+1])
		}
		switch {
		case math.Min(before, after) > r.Size:
		case before <= after:
			out[len(out)-1].Text += r.Text
		default:
			runs[i+1].Text += r.Text
		}
	}
	return out
}

// away is how far the middle of a sign is from a letter.
func away(sign, letter *Run) float64 {
	at := sign.X + sign.W/2
	return math.Max(0, math.Max(letter.X-at, at-letter.end()))
}
