package grammar

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/indexer/regexp"
)

// Saying are the verbs with which minutes report what a person said. They end a
// speaker's role wherever they stand, so words that are nouns as well ("report",
// "call", "focus") are not among them.
var Saying = Lists.Set("saying")

// afterComma are verbs that count only when a comma has closed the role, because
// they are nouns, participles or auxiliaries elsewhere.
var afterComma = Lists.Set("after-comma")

// notVerbs end in -ed and follow a role without being what the person did.
var notVerbs = Lists.Set("no-verbs")

// Adverbs may stand between the role and the verb.
var Adverbs = Lists.Set("adverbs")

// Auxiliaries are verbs that tell nothing without another one.
var Auxiliaries = WordSet(`a ont avait est était fut va ha han fue es era was were is are had has have`)

// WordSet is the set of the words of a text.
func WordSet(s string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		set[w] = true
	}
	return set
}

// plurals are the endings of verbs of which several are the subject, and those of one.
var plurals = [...][2]string{
	{"aron", "ó"}, {"ieron", "ió"}, {"eron", "o"}, {"an", "a"}, {"en", "e"}, {"èrent", "a"}, {"ent", "e"}, {"irent", "it"},
}

// living are what persons did elsewhere.
var living = WordSet(`nació murió falleció viajó vivió llegó salió volvió regresó trabajó estudió cayó creció ganó perdió sufrió huyó cruzó emigró entró ingresó migró residió visitó ocurrió
	duró costó empezó terminó pasó quedó resultó cambió aumentó disminuyó subió bajó`)

// russianPast is the past tense of a Russian verb as a man has it, of the form that a
// woman, a State or several have: "отметила", "приветствовало", "согласились".
func russianPast(word string) (string, bool) {
	bare, reflexive := strings.CutSuffix(word, "сь")
	for _, ending := range []string{"ла", "ло", "ли"} {
		if stem, ok := strings.CutSuffix(bare, ending); ok {
			if reflexive {
				return stem + "лся", true
			}
			return stem + "л", true
		}
	}
	return "", false
}

// IsSaying says whether a word is a verb that reports speech, of one or of several.
func IsSaying(word string) bool {
	if Saying[word] || strings.HasSuffix(word, "ó") && utf8.RuneCountInString(word) > 4 && !living[word] {
		return true // hardly a Spanish word that ends so is no verb
	}
	if stem, ok := russianPast(word); ok {
		return Saying[stem]
	}
	for _, p := range plurals {
		if stem, ok := strings.CutSuffix(word, p[0]); ok && len(stem) > 3 && Saying[stem+p[1]] {
			return true
		}
	}
	return false
}

// Reports says whether a text begins with a verb that reports speech, adverbs
// allowed before it.
func Reports(text string) bool {
	if m := Reflexive.FindString(text); m != "" {
		word, _ := FirstWord(text[len(m):])
		return participle.MatchString(word)
	}
	if Pronominal.MatchString(text) || TellsByNoun.MatchString(text) {
		return true
	}
	for range 3 {
		word, rest := FirstWord(text)
		switch {
		case IsSaying(word) || IsVerbPhrase(word, rest, true):
			return true
		case Adverbs[word] || Clitics[word] || strings.HasSuffix(word, "ly") || strings.HasSuffix(word, "mente") || isRussianAdverb(word):
			text = rest
		default:
			return false
		}
	}
	return false
}

// isRussianAdverb says whether a word may be one by its ending: "подробно".
func isRussianAdverb(word string) bool {
	return strings.HasSuffix(word, "но") || strings.HasSuffix(word, "ко")
}

// Clitics are pronouns that stand before a verb.
var Clitics = WordSet(`se si s lo la le los las les`)

// Reflexive is the auxiliary of a French reflexive verb: "s’est félicité".
var Reflexive = regexp.MustCompile(`^ ?(?:s ?['’] ?est|se sont|s ?['’] ?était) (?:\pL+ment )?`)

// IsVerbPhrase says whether a word that is not surely a verb is one here.
func IsVerbPhrase(word, rest string, closed bool) bool {
	if !closed {
		return isPerfect(word, rest)
	}
	switch {
	case notVerbs[word]:
		return false
	case word == "a" || word == "ont" || word == "ha" || word == "han":
		return isPerfect(word, rest)
	case word == "has" || word == "had" || word == "did":
		return true
	case word == "was" || word == "were" || word == "is" || word == "are":
		return false // thanked, quoted, present: not speaking
	case afterComma[word]:
		return true
	}
	return strings.HasSuffix(word, "ed") && utf8.RuneCountInString(word) > 4
}

var participle = regexp.MustCompile(`^(?:\pL+(?:ée?s?|ie?s?|ue?s?|ise?|ite?|ert|ado|ido)|dicho|hecho|puesto|fait|ouvert|mis)$`)

// doneOnly are participles of what somebody did and did not say.
var doneOnly = Lists.Set("done-only")

// TellsByNoun is a French verb that tells with its noun what was said: "a fait état de",
// "a mis l'accent sur", "est revenu sur".
var TellsByNoun = regexp.MustCompile(`^ ?(?:(?:a|ont) (?:\p{Ll}+ment )?` + Lists.Any("tells-with-have") + `|(?:est|sont) (?:revenue?s?|intervenue?s?)|(?:s['’]est|se sont) (?:\p{Ll}+ment )?` + Lists.Any("tells-of-oneself") + `)(?:[ ,;:]|$)`)

// between is what may stand inside a French perfect: "a quant à lui présenté", "a par
// ailleurs indiqué".
var between = regexp.MustCompile(`^ ` + Lists.Any("between"))

// isPerfect recognises the French and Spanish perfect: "a présenté", "ha señalado".
func isPerfect(word, rest string) bool {
	if word != "a" && word != "ont" && word != "ha" && word != "han" {
		return false
	}
	for range 3 {
		var next string
		rest = rest[len(between.FindString(rest)):]
		next, rest = FirstWord(rest)
		if participle.MatchString(next) {
			return !doneOnly[next] || strings.HasPrefix(rest, " en revue")
		}
		if !Adverbs[next] && !strings.HasSuffix(next, "ment") && next != "tout" && next != "été" {
			return false
		}
	}
	return false
}

// SaysInPerfect recognises the perfect of a verb that reports speech: "a proposé".
func SaysInPerfect(word, rest string) bool {
	if !isPerfect(word, rest) {
		return false
	}
	for range 3 {
		var next string
		rest = rest[len(between.FindString(rest)):]
		if next, rest = FirstWord(rest); participle.MatchString(next) {
			return inPerfect(next)
		}
	}
	return false
}

// inPerfect says whether a participle is of a verb that reports speech.
func inPerfect(word string) bool {
	for _, p := range [...][2]string{{"é", "a"}, {"ée", "a"}, {"ado", "ó"}, {"ido", "ió"}, {"u", "it"}} {
		if stem, ok := strings.CutSuffix(word, p[0]); ok && Saying[stem+p[1]] {
			return true
		}
	}
	return word == "dit" || word == "dicho"
}

// FirstWord is the first word of a text, in small letters, and what follows it.
func FirstWord(text string) (string, string) {
	text = strings.TrimLeft(text, " \u00a0")
	end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !isHyphen(r) })
	if end < 0 {
		end = len(text)
	}
	r, _ := utf8.DecodeRuneInString(text)
	if unicode.IsUpper(r) {
		return "", text[end:]
	}
	return text[:end], text[end:]
}
