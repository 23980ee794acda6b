package opening

import (
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// Insertion is a clause between commas, or one in parentheses, after a subject,
// with its commas: ", speaking on behalf of …,".
func Insertion(rest string) string {
	if !strings.HasPrefix(rest, ", ") {
		return ""
	}
	depth := 0
	for i := 2; i < len(rest) && i < SubjectReach; i++ {
		switch rest[i] {
		case '(':
			depth++
		case ')':
			depth--
		case ';', ':':
			return ""
		case '.':
			if grammar.SentenceEnds(rest, i, '.') {
				return ""
			}
		case ',':
			if depth <= 0 && i+1 < len(rest) && rest[i+1] == ' ' && !company.MatchString(rest[i+1:]) && (grammar.Reports(rest[i+1:]) || IsVerb(rest[i+1:])) {
				return rest[:i+1]
			}
		}
	}
	return ""
}

// AfterInsertion is what stands behind a subject and what is inserted after it.
func AfterInsertion(rest string) string {
	rest = rest[len(inSpeech.FindString(rest)):]
	return rest[len(Insertion(rest)):]
}

// company opens a further clause about a subject, which is not yet its verb.
var company = regexp.MustCompile(`^ (?:and |but )?(?:(?:supported|opposed|joined|echoed|seconded|backed|followed|accompanied) by|with|for|along with|together with|supporting|opposing|echoing|including|speaking|on behalf) `)

// InsertionLimit is how long words before a verb may be: "Ukraine, with appreciation, noted".
const InsertionLimit = 160

// SubjectReach is how far into a paragraph its subject may stand: behind one
// introductory clause.
const SubjectReach = 420

// Sentence is the first sentence of a text.
func Sentence(text string) string {
	for i, r := range text {
		if (r == '.' || r == '!' || r == '?') && grammar.SentenceEnds(text, i, r) {
			return text[:i]
		}
	}
	return text
}

// inSpeech tells behind a subject in what speech of its own it said something, without commas.
var inSpeech = regexp.MustCompile(`^ ` + grammar.Lists.Any("own-speech"))

// IsVerb says whether a text goes on with a word that can be the verb of a State
// that is the subject of its paragraph.
func IsVerb(text string) bool {
	if grammar.Reflexive.MatchString(text) || grammar.Pronominal.MatchString(text) {
		return true
	}
	word, _ := grammar.FirstWord(text)
	if leadsToVerb[word] {
		return grammar.ClauseOf(corpus.Head(text, InsertionLimit)).Said
	}
	return word != "" && !notFinite[word]
}

// notFinite are words that follow a State's name without being its verb.
var notFinite = grammar.Lists.Set("not-finite")

// leadsToVerb are words between a State and its verb: "Ghana in its statement said", not "Ghana in
// figures".
var leadsToVerb = grammar.Lists.Set("leads-to-verb")
