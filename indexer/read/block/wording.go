package block

import (
	"regexp"
	"strings"
	"unicode"
)

var romanNumber = regexp.MustCompile(`^[ivxlcIVXLC]{1,7}$`)

// Wording is a running line without what changes from page to page: small letters,
// single spaces, "#" for every number.
func Wording(line string) string {
	line = strings.Join(strings.Fields(line), " ")
	if romanNumber.MatchString(line) {
		return "#"
	}
	var b strings.Builder
	last := rune(0)
	for _, r := range line {
		if unicode.IsDigit(r) {
			r = '#'
			if last == '#' {
				continue
			}
		}
		b.WriteRune(unicode.ToLower(r))
		last = r
	}
	return b.String()
}
