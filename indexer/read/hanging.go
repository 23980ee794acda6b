package read

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// hangingNumber is the number of a paragraph on a line of its own.
var hangingNumber = regexp.MustCompile(`^\s{0,12}\d{1,3}\.\s*$`)

// hangNumbers puts the numbers of paragraphs before their paragraphs that a converter printed
// behind the first lines of these, as it took what hangs in the margin for a paragraph of its own.
func hangNumbers(page []string) []string {
	if !slices.ContainsFunc(page, hangingNumber.MatchString) {
		return page
	}
	var out []string
	first := -1 // the line of a paragraph that has no other yet
	for i, line := range page {
		blank := strings.TrimSpace(line) == ""
		switch {
		case hangingNumber.MatchString(line) && first >= 0 && i+1 < len(page) && isBroken(out[first], page[i+1]):
			out = append(out[:first], strings.TrimSpace(line)+" "+strings.TrimSpace(out[first]))
			first = -1
			continue
		case !blank && (len(out) == 0 || strings.TrimSpace(out[len(out)-1]) == ""):
			first = len(out)
		case !blank:
			first = -1
		}
		out = append(out, line)
	}
	return out
}

// isBroken says whether a sentence goes on from one line in another.
func isBroken(line, next string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(line))
	first, _ := utf8.DecodeRuneInString(strings.TrimSpace(next))
	return !strings.ContainsRune(".:;!?", last) && (unicode.IsLower(first) || unicode.IsDigit(first))
}
