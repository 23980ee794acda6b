package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/search"
)

// Word is one word of a text: where it stands, in bytes, and how.
type Word struct {
	N          int // its place among the words of the text, from 1
	Start, End int
	Raw        string
	folded     string // where that had to be known to find the word, or ""
}

// Term is the folded form of the word. Whoever can do without saves most of the
// time that reading a text takes.
func (w *Word) Term() string {
	if w.folded != "" {
		return w.folded
	}
	term := search.Fold(w.Raw)
	if strings.IndexByte(term, '.') >= 0 || strings.IndexByte(term, ',') >= 0 {
		term = strings.NewReplacer(".", "", ",", "").Replace(term)
	}
	return term
}

// Each cuts a text into words and hands them on in order. A word is a run
// of letters, digits and marks. An apostrophe ends a word (and the possessive s
// behind it is dropped), points inside an acronym (U.N.) and a number (1,000)
// do not. Chinese and Japanese are written without spaces, so there each two
// neighbouring characters make a word.
func Each(text string, emit func(Word)) { eachOf(nil, text, emit) }

// eachOf is Each that may leave out, but counts, words in ASCII that do not
// begin with one of certain bytes.
func eachOf(wanted *[256]bool, text string, emit func(Word)) {
	c := cutter{text: text, emit: emit}
	for i := 0; i < len(text); {
		switch first := text[i]; {
		case first >= utf8.RuneSelf:
			i = c.other(i)
		case isWordByte(first):
			end := wordEnd(text, i)
			possessive := first|('a'-'A') == 's' && afterApostrophe(text, i) && (&Word{Raw: text[i:end]}).Term() == "s"
			switch {
			case possessive:
			case wanted == nil || wanted[first]:
				c.found(Word{Start: i, End: end})
			default:
				c.n++
			}
			i = end
		default:
			i++
		}
	}
}

// cutter is a text being cut into words.
type cutter struct {
	text string
	n    int // words so far
	emit func(Word)
}

func (c *cutter) found(w Word) {
	c.n++
	w.N, w.Raw = c.n, c.text[w.Start:w.End]
	c.emit(w)
}

// other finds what begins with a character beyond ASCII. It returns where it ends.
func (c *cutter) other(i int) int {
	r, size := utf8.DecodeRuneInString(c.text[i:])
	if isIdeograph(r) {
		return c.bigrams(i)
	}
	if !isWordRune(r) {
		return i + size
	}
	w := Word{Start: i, End: wordEnd(c.text, i)}
	w.Raw = c.text[i:w.End]
	w.folded = w.Term()
	if w.folded != "" && (w.folded != "s" || !afterApostrophe(c.text, i)) { // it may be nothing but marks
		c.found(w)
	}
	return w.End
}

func decode(text string, i int) (rune, int) {
	if c := text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(text[i:])
}

// wordBytes are the letters and digits of ASCII.
var wordBytes = func() (is [256]bool) {
	for _, c := range []byte("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") {
		is[c] = true
	}
	return is
}()

func isWordByte(c byte) bool { return wordBytes[c] }

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return isWordByte(byte(r)) // #nosec G115
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) ||
		r == '\u00ad' || r == '\u200c' || r == '\u200d'
}

func isIdeograph(r rune) bool {
	return r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// wordEnd is the end of the word that begins at start.
func wordEnd(text string, start int) int {
	i := start
	for i < len(text) && isWordByte(text[i]) {
		i++
	}
	switch { // as most do
	case i == len(text), text[i] < utf8.RuneSelf && text[i] != '.' && text[i] != ',':
		return i
	case text[i] < utf8.RuneSelf && i+1 < len(text) && text[i+1] <= ' ': // no point or comma inside
		return i
	}
	return joinedEnd(text, start)
}

// joinedEnd is wordEnd for any word.
func joinedEnd(text string, start int) int {
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

// bigrams finds the pairs of a run of ideographs, or a single one alone, and returns
// the end of the run.
func (c *cutter) bigrams(start int) int {
	prev, i := -1, start
	for i < len(c.text) {
		r, size := decode(c.text, i)
		if !isIdeograph(r) {
			break
		}
		if prev >= 0 {
			c.found(Word{Start: prev, End: i + size})
		}
		prev = i
		i += size
	}
	if prev == start {
		c.found(Word{Start: start, End: i})
	}
	return i
}
