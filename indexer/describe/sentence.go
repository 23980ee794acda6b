package describe

import (
	"strings"
	"unicode"

	"briefsearch/indexer/regexp"
)

// isSentences says whether a line is running text: it ends as a sentence does and is longer
// than most titles, or has few words with a capital.
func isSentences(text string) bool {
	return strings.HasSuffix(text, ".") && (len(text) > prose/2 || inSmallLetters(text) || shortSentence(text)) ||
		labelled.MatchString(text) || calledUpon.MatchString(text) ||
		sentences.MatchString(text) && len(strings.Fields(text)) >= sentenceWords-1
}

// sentences are two at least.
var sentences = regexp.MustCompile(`\pL{3,}[.?!] \p{Lu}.*[.?!]$`)

// goesOn says whether a line is the rest of a sentence.
func goesOn(text string) bool {
	return unicode.IsLower(firstRune(text)) && len(strings.Fields(text)) >= sentenceWords
}

// sentenceWords is how many words make a line without capitals a sentence.
const sentenceWords = 6

// inSmallLetters says whether a line has many words, and most of them in small letters.
func inSmallLetters(text string) bool {
	small, words := 0, 0
	for word := range strings.FieldsSeq(text) {
		words++
		if unicode.IsLower(firstRune(word)) {
			small++
		}
	}
	return words >= sentenceWords && 3*small > 2*words
}

// shortSentence says whether two thirds of the words of a line that ends with a full stop have small letters,
// but for those that join names: "La seduta è aperta."
func shortSentence(text string) bool {
	small, words := 0, 0
	for word := range strings.FieldsSeq(text) {
		if joints[word] {
			continue
		}
		words++
		if unicode.IsLower(firstRune(word)) {
			small++
		}
	}
	return words > 2 && 3*small >= 2*words
}

// calledUpon is what begins a speech: a label, with a form of address or of the chair. A title may tell of the
// chair as well: "Chair's summary: Lamps of the Region".
var calledUpon = regexp.MustCompile(`^(?i:` + lists.Any("addressed") + `[^:]{0,60}|` + lists.Any("in-the-chair") + `(?: ?\([^()]{2,60}\))?)(?:[:：] ?\p{Lu}|[:：]$|\.? ?[–—-]{1,2} ?\p{Lu}\p{Ll}+ |\. \p{Lu}\p{Ll}+ )`)

// labelled is what somebody says behind a label.
var labelled = regexp.MustCompile(`^\p{Lu}[^:：]{1,60}[:：] ?\p{Lu}.*[.?!。？！]$`)
