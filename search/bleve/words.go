package bleve

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/search"
)

// word is one word of a text: where it stands, in bytes, and its folded form.
type word struct {
	start, end int
	term       string
}

// eachWord cuts a text into words and hands them on in order. A word is a run
// of letters, digits and marks. An apostrophe ends a word (and the possessive s
// behind it is dropped), points inside an acronym (U.N.) and a number (1,000)
// do not. Chinese and Japanese are written without spaces, so there each two
// neighbouring characters make a word.
func eachWord(text string, emit func(word)) {
	for i := 0; i < len(text); {
		r, size := decode(text, i)
		switch {
		case isIdeograph(r):
			i = eachBigram(text, i, emit)
		case isWordRune(r):
			end := wordEnd(text, i)
			term := search.Fold(text[i:end])
			if strings.ContainsAny(term, ".,") {
				term = strings.NewReplacer(".", "", ",", "").Replace(term)
			}
			possessive := term == "s" && afterApostrophe(text, i)
			if term != "" && !possessive {
				emit(word{start: i, end: end, term: term})
			}
			i = end
		default:
			i += size
		}
	}
}

func decode(text string, i int) (rune, int) {
	if c := text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(text[i:])
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) ||
		r == '\u00ad' || r == '\u200c' || r == '\u200d'
}

func isIdeograph(r rune) bool {
	return r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// wordEnd is the end of the word that begins at start.
func wordEnd(text string, start int) int {
	i, runes := start, 0
	var last rune
	for i < len(text) {
		r, size := decode(text, i)
		if isWordRune(r) && !isIdeograph(r) {
			i, last = i+size, r
			runes++
			continue
		}
		if (r == '.' || r == ',') && joins(text, i, r, last, runes) {
			i++
			runes = 0
			continue
		}
		break
	}
	return i
}

// joins says whether the point or comma at i stands inside a word: between two
// digits, or, a point, between single letters.
func joins(text string, i int, r, last rune, runes int) bool {
	if i+1 >= len(text) {
		return false
	}
	next, size := decode(text, i+1)
	if unicode.IsDigit(last) && unicode.IsDigit(next) {
		return true
	}
	if r != '.' || runes != 1 || !unicode.IsUpper(last) || !unicode.IsUpper(next) {
		return false
	}
	if i+1+size >= len(text) {
		return true
	}
	after, _ := decode(text, i+1+size)
	return !isWordRune(after)
}

func afterApostrophe(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return r == '\'' || r == '\u2019' || r == '\u02bc' || r == '\uff07'
}

// eachBigram hands on the pairs of a run of ideographs, or a single one alone,
// and returns the end of the run.
func eachBigram(text string, start int, emit func(word)) int {
	prev, i := -1, start
	for i < len(text) {
		r, size := decode(text, i)
		if !isIdeograph(r) {
			break
		}
		if prev >= 0 {
			emit(word{start: prev, end: i + size, term: search.Fold(text[prev : i+size])})
		}
		prev = i
		i += size
	}
	if _, size := decode(text, start); start+size == i {
		emit(word{start: start, end: i, term: search.Fold(text[start:i])})
	}
	return i
}
