package label

import (
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/segment/grammar"
)

var fields = grammar.Lists.Set("field")

// unspaced takes out the spaces by which words in Chinese are set as wide as others, and the
// dot that is left of a capital of Turkish.
var unspaced = strings.NewReplacer("\u3000", "", "\u0307", "")

// IsField says whether words head what a record tells of who was there, when and where, and
// nobody's speech: "出席委員", "KÂTİP ÜYELER".
func IsField(printed string) bool {
	name, _ := Parenthesised(strings.TrimRight(printed, " :"))
	return PartyHead.MatchString(name) || fields[strings.TrimSpace(unspaced.Replace(grammar.Folded(name)))]
}

// fieldWords is how many words the longest name of a field has.
const fieldWords = 3

// IsFieldName says whether a text is the name of a field and nothing else, of which the value
// stands below: "Released by:".
func IsFieldName(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasSuffix(text, ":") && !ToAll.MatchString(text) && grammar.CountWords(text, fieldWords+1) <= fieldWords
}

// dateBytes are enough for the date that is the value of a field.
const dateBytes = 24

// IsFieldValue says whether a text begins with a date, or is the name of another field:
// "Hansard: May 4, 2031".
func IsFieldValue(text string) bool {
	return IsFieldName(text) || describe.OpensWithDate(corpus.Head(strings.TrimSpace(text), dateBytes))
}
