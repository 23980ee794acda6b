package read

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// counted is a line behind its number.
var counted = regexp.MustCompile(`^\s{0,12}(\d{1,2})(?:\s+(\S.*)|\s*)$`)

// countedLeast is how many lines that count on tell a transcript whose lines are
// numbered.
const countedLeast = 12

// uncount takes the numbers off the lines of a transcript that counts every line of
// a page: they are no more part of the text than the numbers of pages. Sentences run
// on over such lines, which those of a list do not.
func uncount(text string) string {
	lines := strings.Split(text, "\n")
	last, on, filled, within, bare := 0, 0, 0, 0, 0
	for i, line := range lines {
		m := counted.FindStringSubmatch(line)
		n := 0
		if m != nil {
			n, _ = strconv.Atoi(m[1])
		}
		switch {
		case n > 0 && n == last+1:
			on++
			if m[2] != "" {
				filled++
			}
			if r, _ := utf8.DecodeRuneInString(m[2]); unicode.IsLower(r) {
				within++
			}
			last, lines[i] = n, m[2]
		case n == 1:
			last, lines[i] = n, m[2]
		case strings.TrimSpace(line) != "":
			bare++
		}
	}
	if on < countedLeast || on < bare || within == 0 || 5*within < filled {
		return text
	}
	return strings.Join(lines, "\n")
}
