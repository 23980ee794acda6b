package block

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// closers may stand between the end of a sentence and the end of its paragraph.
const closers = `"'”’»)]*_ ` + "\u00a0"

// Unfinished says whether a text ends within a sentence.
func Unfinished(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, closers))
	switch r {
	case '.', '!', '?', ':', '…', '。', '؟', '։', '।', utf8.RuneError:
		return false
	}
	return true
}

// GoesOn says whether a text begins within a sentence: with a small letter, or
// with a letter of a script that has none.
func GoesOn(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"'“‘«([*_ \t\u00a0"))
	return unicode.IsLower(r) || unicode.Is(unicode.Lo, r)
}
