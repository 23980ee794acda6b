package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold brings a word to the form in which words are compared: lower case, and
// without the accents of Latin, Greek and Arabic letters. Marks that make
// another letter (й, ガ) stay.
func Fold(s string) string {
	ascii, upper := true, false
	for i := 0; i < len(s); i++ {
		c := s[i]
		ascii = ascii && c < utf8.RuneSelf
		upper = upper || 'A' <= c && c <= 'Z'
	}
	switch {
	case !ascii:
		return foldRunes(s)
	case upper:
		return strings.ToLower(s)
	default:
		return s
	}
}

func foldRunes(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	strip, ye := false, false
	for _, r := range norm.NFKD.String(strings.ToValidUTF8(s, "\ufffd")) {
		if unicode.Is(unicode.Mn, r) {
			accent := strip || ye && r == diaeresis
			if !accent {
				b.WriteRune(r)
			}
			continue
		}
		if r == softHyphen || r == tatweel || unicode.Is(unicode.Cf, r) {
			continue
		}
		ye = r == 'е' || r == 'Е'
		strip = unicode.In(r, unicode.Latin, unicode.Greek, unicode.Arabic)
		if t := unaccented(r); t != "" {
			b.WriteString(t)
			continue
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return norm.NFC.String(b.String())
}

const (
	softHyphen = '\u00ad' // a place where a word may be broken
	diaeresis  = '\u0308' // on the Russian е it is often left out
	tatweel    = '\u0640' // stretches an Arabic word
)

// unaccented spells the letters that Unicode does not decompose.
func unaccented(r rune) string {
	switch r {
	case 'ß':
		return "ss"
	case 'æ', 'Æ':
		return "ae"
	case 'œ', 'Œ':
		return "oe"
	case 'ø', 'Ø':
		return "o"
	case 'đ', 'Đ', 'ð', 'Ð':
		return "d"
	case 'ł', 'Ł':
		return "l"
	case 'ı':
		return "i"
	case 'þ', 'Þ':
		return "th"
	case 'ى':
		return "ي"
	case 'ة':
		return "ه"
	default:
		return ""
	}
}

// FoldedWords are the words of a text, each folded.
func FoldedWords(s string) []string {
	return strings.FieldsFunc(Fold(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r)
	})
}
