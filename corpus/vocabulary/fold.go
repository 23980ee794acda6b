package vocabulary

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// word is a token of a text: a run of letters and digits, or one Chinese
// character. "U.S." is one word.
type word struct {
	start, end int  // bytes of the text
	breaks     bool // a sentence, or a line, may have ended before it
}

// of is the word as the text has it.
func (w word) of(text string) string { return text[w.start:w.end] }

// words cuts a text into words.
func words(text string) []word {
	out := make([]word, 0, len(text)/6+1)
	breaks := false
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isWordRune(r) {
			breaks = breaks || strings.ContainsRune(".;:!?\n|", r) && (r != '.' || !saint(text, out))
			i += size
			continue
		}
		end := wordEnd(text, i, r, size)
		out = append(out, word{start: i, end: end, breaks: breaks})
		breaks = false
		i = end
	}
	return out
}

// saint says whether the last word is cut short by its full stop: "St. Lucia".
func saint(text string, words []word) bool {
	if len(words) == 0 {
		return false
	}
	last := fold(words[len(words)-1].of(text))
	return last == "st" || last == "ste"
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9' || r == '+'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

func isHan(r rune) bool { return r >= utf8.RuneSelf && unicode.Is(unicode.Han, r) }

// wordEnd is where the word that begins at i ends.
func wordEnd(text string, i int, r rune, size int) int {
	if isHan(r) {
		return i + size
	}
	if end := initials(text[i:]); end > 0 {
		return i + end
	}
	j := i + size
	for j < len(text) {
		r, size := utf8.DecodeRuneInString(text[j:])
		if !isWordRune(r) || isHan(r) {
			break
		}
		j += size
	}
	return j
}

// initials is the length of capital letters with full stops, "U.S." or "U.S.A.",
// that a text begins with, or 0. Plurals have them twice: "EE.UU.", "EE. UU.".
func initials(text string) int {
	if m := len("EE.UU."); len(text) >= m && doubled(text) {
		if rest := text[3:]; doubled(rest) {
			return m
		} else if len(text) > m && doubled(strings.TrimPrefix(rest, " ")) {
			return m + 1
		}
	}
	n := 0
	for n+1 < len(text) && text[n] >= 'A' && text[n] <= 'Z' && text[n+1] == '.' {
		n += 2
	}
	if n < 4 {
		return 0
	}
	return n
}

// doubled says whether a text begins with a capital letter written twice and a full
// stop.
func doubled(text string) bool {
	return len(text) > 2 && text[0] == text[1] && text[0] >= 'A' && text[0] <= 'Z' && text[2] == '.'
}

// fold reduces a word so that its spellings are equal.
func fold(s string) string { return string(appendFold(nil, s)) }

// appendFold appends a word, folded. Most words are of ASCII and cost no memory
// but that of buf.
func appendFold(buf []byte, s string) []byte {
	if isASCII(s) {
		for i := range len(s) {
			switch c := s[i]; {
			case 'A' <= c && c <= 'Z':
				buf = append(buf, c|0x20)
			case c != '.' && c != ' ': // what an abbreviation may have between its letters
				buf = append(buf, c)
			}
		}
		return foldLatin(buf)
	}
	s = strip(s)
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case r < utf8.RuneSelf || unicode.Is(unicode.Latin, r):
		return foldLatin(append(buf, dots.Replace(s)...))
	case unicode.Is(unicode.Cyrillic, r):
		s = foldCyrillic(s)
	case unicode.Is(unicode.Arabic, r):
		s = foldArabic(s)
	}
	return append(buf, s...)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// dots takes out what an abbreviation may have between its letters.
var dots = strings.NewReplacer(".", "", " ", "")

// strip lower-cases a word and takes its accents off.
func strip(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return plainLetters.Replace(b.String())
}

// plainLetters are Latin letters that have no accent to take off, and the apostrophe.
var plainLetters = strings.NewReplacer("’", "'", "ı", "i", "ø", "o", "ł", "l", "œ", "oe", "æ", "ae", "ß", "ss")

// foldLatin takes plural endings off and makes British and American spelling
// equal.
func foldLatin(s []byte) []byte {
	if len(s) < 4 {
		return s
	}
	switch {
	case ends(s, "eses") && len(s) > len("theses"): // "daneses", of "danés"
		s = s[:len(s)-len("ses")]
	case ends(s, "ies") && len(s) > 4:
		s = append(s[:len(s)-3], 'y')
	case ends(s, "sses"), ends(s, "ches"), ends(s, "shes"), ends(s, "xes"):
		s = s[:len(s)-2]
	case ends(s, "ss"), ends(s, "us"), ends(s, "is"):
	case ends(s, "s"):
		s = s[:len(s)-1]
	}
	switch {
	case len(s) >= len("labour") && string(s[:len("labour")]) == "labour":
		return append(s[:len("labo")], s[len("labou"):]...)
	case ends(s, "isation"):
		s[len(s)-len("sation")] = 'z'
	}
	return s
}

func ends(s []byte, suffix string) bool {
	return len(s) >= len(suffix) && string(s[len(s)-len(suffix):]) == suffix
}

// foldCyrillic takes the endings of cases off. The word has been stripped, so that
// its "й" is "и".
func foldCyrillic(s string) string {
	const endings = "аеиоуыэюяьймх"
	for _, ending := range []string{"ого", "его", "ому", "ему", "ыми", "ими", "иеи", "иям", "иях", "иями", "ов"} {
		if stem, ok := strings.CutSuffix(s, ending); ok && utf8.RuneCountInString(stem) > 3 {
			return stem
		}
	}
	r := []rune(s)
	for n := 0; n < 2 && len(r) > 4 && strings.ContainsRune(endings, r[len(r)-1]); n++ {
		r = r[:len(r)-1]
	}
	return string(r)
}

// foldArabic takes the article, and what is written together with it, off, and
// makes the forms of alif equal, and those of letters that Persian keyboards, and the
// fonts of some PDFs, have in their place.
func foldArabic(s string) string {
	s = plainAlif.Replace(s)
	for _, p := range arabicArticles {
		if rest, ok := strings.CutPrefix(s, p); ok && utf8.RuneCountInString(rest) > 2 {
			return rest
		}
	}
	return s
}

var (
	plainAlif      = strings.NewReplacer("أ", "ا", "إ", "ا", "آ", "ا", "ة", "ه", "ى", "ي", "ی", "ي", "ک", "ك", "ھ", "ه", "ہ", "ه")
	arabicArticles = []string{"وال", "بال", "فال", "كال", "ولل", "لل", "ال"}
)

// attached are letters that Arabic writes together with the next word: and, in,
// for, so, as.
const attached = "وبلفك"

// detach is an Arabic word without such a letter, or "".
func detach(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if strings.ContainsRune(attached, r) && utf8.RuneCountInString(s) > 3 {
		return s[size:]
	}
	return ""
}

// isArticled says whether an Arabic word has the article, behind what is written together
// with it.
func isArticled(s string) bool {
	s = plainAlif.Replace(s)
	for n := 0; n < 3 && s != ""; n++ {
		if strings.HasPrefix(s, "ال") || strings.HasPrefix(s, "لل") {
			return true
		}
		r, size := utf8.DecodeRuneInString(s)
		if !strings.ContainsRune(attached, r) {
			return false
		}
		s = s[size:]
	}
	return false
}

// key makes spellings of a whole name equal.
func key(name string) string {
	ws := words(name)
	parts := make([]string, len(ws))
	for i, w := range ws {
		parts[i] = fold(w.of(name))
	}
	return strings.Join(parts, " ")
}
