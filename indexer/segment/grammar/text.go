package grammar

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
)

// FirstRune is the first character of a text.
func FirstRune(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	return r
}

// LastWord is what stands behind the last space of a text.
func LastWord(text string) string {
	text = strings.TrimRight(text, " \u00a0")
	return text[strings.LastIndexByte(text, ' ')+1:]
}

// CountWords counts the words of a text up to a limit.
func CountWords(s string, limit int) int {
	n := 0
	for range strings.FieldsSeq(s) {
		if n++; n >= limit {
			break
		}
	}
	return n
}

// HeadingWords is how many words a heading has at most: a longer paragraph is none,
// however it is set.
const HeadingWords = 24

// LinkWords are the small words between the capitalised ones of a name or a title.
var LinkWords = Lists.Set("link-words")

// Pronominal is a French verb with its pronoun: "s’étonne".
var Pronominal = regexp.MustCompile(`^ ?s ?['’] ?\p{Ll}{3,}(?:e|ent|[^n\PL]t)\b`)

// TitleEnd is the last word of a title that is printed as a name may be: "SECOND DAY".
var TitleEnd = regexp.MustCompile(`(?i) ` + Lists.Any("title-end") + `$`)

// EndsSentence says whether a text ends as a sentence does, or as what a list or a speech follows.
// An office that is held for the time being does not: "Chargé d'affaires a.i."
func EndsSentence(text string) bool {
	text = strings.TrimRight(text, "”\"'’») ]」』")
	r, _ := utf8.DecodeLastRuneInString(text)
	return !strings.HasSuffix(text, " a.i.") && strings.ContainsRune(".!?;:…。；？！؟।", r)
}

// IsCaseless says whether a letter is of a script that has no capitals, or none for
// names.
func IsCaseless(r rune) bool {
	return unicode.Is(unicode.Lo, r) || unicode.Is(unicode.Georgian, r)
}

// HasCapitals says whether a word of a text is in capitals.
func HasCapitals(text string) bool {
	for word := range strings.FieldsSeq(text) {
		if len(word) > 3 && strings.ToUpper(word) == word {
			return true
		}
	}
	return false
}

// IsTitleCased says whether all words of a label but the linking ones begin with a
// capital, as those of an office do and those of a sentence do not.
func IsTitleCased(text string) bool {
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ' ' || r == ',' || r == '\'' || r == '’' }) {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(r) && !LinkWords[w] && !corpus.NameParticle(w) && w != "t" || strings.ContainsAny(w, ".;!?") && len(w) > 5 {
			return false
		}
	}
	return true
}

// IsShoutedWord says whether a word is in capitals, and more than initials.
func IsShoutedWord(s string) bool { return len(s) > 2 && describe.InCapitals(s) }

// MayBeWord says whether what could be an acronym is written as a word: "Au" is
// not the African Union.
func MayBeWord(name string) bool {
	return len(name) < 6 && !strings.Contains(name, " ") && !describe.InCapitals(name)
}

// IsSmall says whether a letter is small where the script has capitals for names.
func IsSmall(r rune) bool { return unicode.IsLower(r) && !unicode.Is(unicode.Georgian, r) }

// IsDigit says whether a byte is a decimal digit.
func IsDigit(b byte) bool { return '0' <= b && b <= '9' }

// Folded is a word as lists have it: in small letters, without the marks around it.
func Folded(word string) string { return strings.ToLower(strings.Trim(word, ".,:;-–—")) }

// LabelLimit is the length in bytes beyond which nothing is a label or a caption.
const LabelLimit = 220

// PlainDash is a text in which a minus sign that may close a label is a dash, which has as many
// bytes: "President. −".
func PlainDash(text string) string {
	i := strings.Index(text[:min(len(text), LabelLimit)], " − ")
	if i < 0 {
		return text
	}
	return text[:i] + " – " + text[i+len(" − "):]
}

// Count is 1 for what is to be counted.
func Count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// IsBetweenWords says whether a character separates words.
func IsBetweenWords(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '-' && r != '\'' && r != '’'
}
