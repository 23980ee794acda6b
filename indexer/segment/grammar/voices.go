package grammar

import (
	"strings"

	"briefsearch/indexer/regexp"
)

// Voices are words by which somebody speaks of himself, or to those who hear: I, we,
// my, our, thank you, and forms of address to all, in the languages of the world's
// parliaments. They tell speech from a list, not one language from another.
var Voices = abroad(Lists.Set("voices"))

// voicesWithin are such words of languages that set no spaces between words.
var voicesWithin = Lists.Lines("voices-within")

// greekQuestion is a question in Greek, which ends in what is a semicolon elsewhere.
var greekQuestion = regexp.MustCompile(`\p{Greek};(?: |$)`)

// IsVoiced says whether somebody speaks in the words that follow an opening.
func IsVoiced(said string) bool {
	ascii := true
	for w := range strings.FieldsFuncSeq(said, func(r rune) bool { return strings.ContainsRune(" \u00a0,;:.!?()«»“”\"،।؟…-–—", r) }) {
		if Voices[strings.ToLower(w)] && w != "US" || w == "I" {
			return true
		}
		ascii = ascii && isASCII(w)
	}
	if strings.ContainsAny(said, "?؟？") || ascii {
		return strings.ContainsAny(said, "?؟？")
	}
	if greekQuestion.MatchString(said) {
		return true
	}
	for _, w := range voicesWithin {
		if strings.Contains(said, w) {
			return true
		}
	}
	return InFirstPerson(said)
}
