package block

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
)

// closers may stand between the end of a sentence and the end of its paragraph.
const closers = `"'”’»)]*_ ` + "\u00a0"

// abbreviation ends in a form of address before a name, or in an initial.
var abbreviation = regexp.MustCompile(`(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|Messrs|Hon|Sr|Sra|Sres|M|MM|St|\p{Lu})\.$`)

// longestForm is how many bytes such a form takes at the most, with what stands before it.
const longestForm = 12

// Unfinished says whether a text ends within a sentence. One that ends in a form of address
// does: "Peru thanked Mr."
func Unfinished(s string) bool {
	if said := beforeNote(s); said != "" {
		s = said
	}
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, closers))
	switch r {
	case '.':
		return len(s) > 0 && s[len(s)-1] == '.' && abbreviation.MatchString(corpus.Tail(s, longestForm))
	case '!', '?', ':', '…', '。', '！', '？', '：', '؟', '։', '।', utf8.RuneError:
		return false
	}
	return true
}

// beforeNote is a text up to the note in brackets that ends it behind a whole sentence, "" where
// none does: "Nobody knows. [Laughter]".
func beforeNote(s string) string {
	at := -1
	if strings.HasSuffix(s, "]") {
		at = strings.LastIndex(s, " [")
	} else if strings.HasSuffix(s, ")") {
		at = strings.LastIndex(s, " (")
	}
	if at > 0 && strings.IndexByte(".!?", s[at-1]) >= 0 {
		return s[:at]
	}
	return ""
}

// waiting are words that end no title and no sentence.
var waiting = strings.Fields(`and or of the for with by at to on from
	et de du des d' la le les par pour sur au aux
	y del el los las por para con al
	e do da dos das com di dei della delle il gli
	und der die das den dem des von für zum zur van en het
	и о об на по для`)

// Waits says whether a line ends in a word behind which it must go on: "in the name of".
func Waits(line string) bool {
	at := strings.LastIndexByte(line, ' ')
	return at > 0 && slices.Contains(waiting, strings.ToLower(line[at+1:]))
}

// BeginsSmall says whether a text begins with a small letter.
func BeginsSmall(s string) bool { return unicode.IsLower(firstLetter(s)) }

// GoesOn says whether a text begins within a sentence: with a small letter, or
// with a letter of a script that has none.
func GoesOn(s string) bool {
	r := firstLetter(s)
	return unicode.IsLower(r) || unicode.Is(unicode.Lo, r)
}

// firstLetter is what a text begins with behind quotation marks and brackets.
func firstLetter(s string) rune {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"'“‘«([*_ \t\u00a0"))
	return r
}

// IsEastAsian says whether a letter is of a script that sets no spaces between words.
func IsEastAsian(r rune) bool {
	return r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// InSquare says whether a character is such a letter or a mark of such a text, each of which
// stands in a square of its own.
func InSquare(r rune) bool {
	return IsEastAsian(r) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xff65
}

// Breakable is what a printed line can be broken behind: its first word, or a character
// of Chinese or Japanese.
func Breakable(line string) string {
	if r, n := utf8.DecodeRuneInString(line); IsEastAsian(r) {
		return line[:n]
	}
	word, _, _ := strings.Cut(line, " ")
	return word
}
