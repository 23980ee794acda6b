package grammar

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/indexer/regexp"
)

// NameRun is the capitalised words that a text begins with, linking words and
// parentheses between them included: "Venezuela (Bolivarian Republic of)".
func NameRun(text string) string {
	end, depth := 0, 0
	for pos := 0; pos < len(text) && pos < NameLimit; {
		r, size := utf8.DecodeRuneInString(text[pos:])
		switch {
		case r == '(':
			depth++
		case r == ')' && depth > 0:
			depth--
			end = pos + 1
		case isWithinName(r, text[:pos]):
		case unicode.IsLetter(r):
			word := stateWord(text[pos:])
			size = len(word)
			lower := unicode.IsLower(r) && !Elided.MatchString(word)
			if lower && depth == 0 && !LinkWords[word] && !once[word] && word != "и" {
				return text[:end]
			}
			if !lower && depth == 0 {
				end = pos + size
			}
		default:
			return text[:end]
		}
		pos += size
	}
	return text[:end]
}

// isWithinName says whether a rune stands between the words of a name that goes before
// it. One State has a dash there.
func isWithinName(r rune, before string) bool {
	return r == ' ' || r == '\u00a0' || isHyphen(r) || r == '—' && before == "Папуа "
}

// once are the small words that the name of a State may begin with.
var once = WordSet(`former ex`)

// stateWord is the word that a text begins with, of "ex-République" its first part.
func stateWord(text string) string {
	word := WordAt(text)
	if before, _, compound := strings.Cut(word, "-"); compound && once[before] {
		return before
	}
	return word
}

// Elided is a name with the small article of French before it: "d’Ivoire".
var Elided = regexp.MustCompile(`^[dl]['’]\p{Lu}`)
