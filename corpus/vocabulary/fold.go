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
	folded     string
	start, end int  // bytes of the text
	breaks     bool // a sentence, or a line, may have ended before it
}

// words cuts a text into words.
func words(text string) []word {
	out := make([]word, 0, len(text)/6+1)
	breaks := false
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isWordRune(r) {
			breaks = breaks || strings.ContainsRune(".;:!?\n|", r) && (r != '.' || !saint(out))
			i += size
			continue
		}
		end := wordEnd(text, i, r, size)
		out = append(out, word{folded: fold(text[i:end]), start: i, end: end, breaks: breaks})
		breaks = false
		i = end
	}
	return out
}

// saint says whether the last word is cut short by its full stop: "St. Lucia".
func saint(words []word) bool {
	return len(words) > 0 && (words[len(words)-1].folded == "st" || words[len(words)-1].folded == "ste")
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == '+'
}

// wordEnd is where the word that begins at i ends.
func wordEnd(text string, i int, r rune, size int) int {
	if unicode.Is(unicode.Han, r) {
		return i + size
	}
	if end := initials(text[i:]); end > 0 {
		return i + end
	}
	j := i + size
	for j < len(text) {
		r, size := utf8.DecodeRuneInString(text[j:])
		if !isWordRune(r) || unicode.Is(unicode.Han, r) {
			break
		}
		j += size
	}
	return j
}

// initials is the length of capital letters with full stops, "U.S." or "U.S.A.",
// that a text begins with, or 0.
func initials(text string) int {
	n := 0
	for n+1 < len(text) && text[n] >= 'A' && text[n] <= 'Z' && text[n+1] == '.' {
		n += 2
	}
	if n < 4 {
		return 0
	}
	return n
}

// fold reduces a word so that its spellings are equal.
func fold(s string) string {
	s = strip(s)
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case r < utf8.RuneSelf || unicode.Is(unicode.Latin, r):
		return foldLatin(strings.ReplaceAll(s, ".", ""))
	case unicode.Is(unicode.Cyrillic, r):
		return foldCyrillic(s)
	case unicode.Is(unicode.Arabic, r):
		return foldArabic(s)
	}
	return s
}

// strip lower-cases a word and takes its accents off.
func strip(s string) string {
	ascii := true
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		return strings.ToLower(s)
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return strings.NewReplacer("ı", "i", "ø", "o", "ł", "l", "œ", "oe", "æ", "ae", "ß", "ss").Replace(b.String())
}

// foldLatin takes plural endings off and makes British and American spelling
// equal.
func foldLatin(s string) string {
	if len(s) < 4 {
		return s
	}
	switch {
	case strings.HasSuffix(s, "ies") && len(s) > 4:
		s = s[:len(s)-3] + "y"
	case strings.HasSuffix(s, "sses"), strings.HasSuffix(s, "ches"), strings.HasSuffix(s, "shes"), strings.HasSuffix(s, "xes"):
		s = s[:len(s)-2]
	case strings.HasSuffix(s, "ss"), strings.HasSuffix(s, "us"), strings.HasSuffix(s, "is"):
	case strings.HasSuffix(s, "s"):
		s = s[:len(s)-1]
	}
	switch {
	case strings.HasPrefix(s, "labour"):
		return "labor" + s[len("labour"):]
	case strings.HasSuffix(s, "isation"):
		return s[:len(s)-len("isation")] + "ization"
	}
	return s
}

// foldCyrillic takes the endings of cases off.
func foldCyrillic(s string) string {
	const endings = "аеиоуыэюяьйм"
	r := []rune(s)
	for n := 0; n < 2 && len(r) > 4 && strings.ContainsRune(endings, r[len(r)-1]); n++ {
		r = r[:len(r)-1]
	}
	return string(r)
}

// foldArabic takes the article, and what is written together with it, off, and
// makes the forms of alif equal.
func foldArabic(s string) string {
	s = strings.NewReplacer("أ", "ا", "إ", "ا", "آ", "ا", "ة", "ه", "ى", "ي").Replace(s)
	for _, p := range []string{"وال", "بال", "فال", "كال", "ولل", "لل", "ال"} {
		if rest, ok := strings.CutPrefix(s, p); ok && utf8.RuneCountInString(rest) > 2 {
			return rest
		}
	}
	return s
}

// attached are letters that Arabic writes together with the next word: and, in,
// for, so, as.
const attached = "وبلفك"

// detach is a folded Arabic word without such a letter, or "".
func detach(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if strings.ContainsRune(attached, r) && utf8.RuneCountInString(s) > 3 {
		return foldArabic(s[size:])
	}
	return ""
}

// key makes spellings of a whole name equal.
func key(name string) string {
	ws := words(name)
	parts := make([]string, len(ws))
	for i, w := range ws {
		parts[i] = w.folded
	}
	return strings.Join(parts, " ")
}
