package tag

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
)

// ofPerson says whether what follows a text is part of a person's name: "Mr.
// Jordan", "Ms. Ana Georgia", "Jane Jordan". A form of address, or a common given name,
// stands before it, with nothing but capitalised words between.
func ofPerson(before string) bool {
	const longest = 3 // words between the form of address and the name
	before = corpus.Tail(before, 80)
	for range longest {
		trimmed := strings.TrimRight(before, " \u00a0")
		if len(trimmed) == len(before) {
			return false // punctuation, or the beginning
		}
		i := strings.LastIndexAny(trimmed, " \u00a0\n(")
		word := trimmed[i+1:]
		if honorifics[strings.ToLower(strings.TrimSuffix(word, "."))] {
			return true
		}
		if christian[word] {
			return !saint.MatchString(trimmed[:i+1]) // "San José Costa Rica" is a city and its State
		}
		r, _ := utf8.DecodeRuneInString(word)
		if !unicode.IsUpper(r) || i < 0 {
			return false
		}
		if last, _ := utf8.DecodeLastRuneInString(word); !unicode.IsLetter(last) && last != '.' {
			return false
		}
		before = trimmed[:i+1]
	}
	return false
}

// christian are given names that stand before a surname that is a State's name as well.
var christian = map[string]bool{
	"Jim": true, "James": true, "John": true, "Michael": true, "Mike": true, "Barbara": true, "Robert": true, "Bob": true, "David": true,
	"Mary": true, "Peter": true, "Thomas": true, "Tom": true, "Sarah": true, "Susan": true, "Linda": true, "Richard": true, "William": true,
	"Joseph": true, "Joe": true, "Daniel": true, "Stephen": true, "Steven": true, "Kevin": true, "Brian": true, "Eric": true, "Jane": true,
	"Jack": true, "Henry": true, "Charles": true, "Andrew": true, "Philip": true, "Simon": true, "Alan": true, "Patricia": true, "Karen": true,
	"María": true, "Maria": true, "Ana": true, "Alma": true, "Laura": true, "Claudia": true, "Gabriela": true, "Verónica": true, "Mónica": true,
	"Beatriz": true, "Silvia": true, "Adriana": true, "Leticia": true, "Alejandra": true, "Alejandro": true, "Carlos": true, "Luis": true,
	"Pedro": true, "Miguel": true, "Manuel": true, "Fernando": true, "Ricardo": true, "Eduardo": true, "Javier": true, "Jorge": true,
	"José": true, "Juan": true, "Raúl": true, "Sergio": true, "Roberto": true, "Arturo": true, "Enrique": true, "Antonio": true, "Francisco": true,
	"João": true, "Luiz": true, "Paulo": true, "Pierre": true, "Jean": true, "Jacques": true, "François": true, "Philippe": true, "Marie": true,
}

// saint ends in what makes a given name that follows the name of a city.
var saint = regexp.MustCompile(`(?:^|[\s(])(?:San|Santa|Santo|São|Saint|Sainte|St\.?)\s$`)

// given are names of States that people are called by as well.
var given = map[string]bool{
	"georgia": true, "jordan": true, "chad": true, "israel": true, "kenya": true, "india": true, "maurice": true, "mauricio": true,
	"maurício": true, "dominique": true, "salvador": true, "guadalupe": true, "trinidad": true, "francia": true, "cuba": true,
}

// surname goes on after a given name: what the person is called, and then a clause
// about him or a verb.
var surname = regexp.MustCompile(`^ (?:\p{Lu}\. )?\p{Lu}[\p{L}'’-]*\p{Ll}(?: \p{Lu}[\p{L}'’-]*\p{Ll})?(?:,| \(| (?:\pL+ed|said|spoke|told|wrote|asks|says|of|from|had|has|was|is|will|would)\b)`)

// institution is what a State has and no person is called.
var institution = regexp.MustCompile(`^ (?:Minist|Govern|Country|Office|Mission|Republic|Delegat|Nation|Universit|Embass|Parliament|Border|State|Author|Polic|Compact|River|Valley)`)

// givenName says whether a State's name is the given name of a person here:
// "Georgia Brook, a lawyer".
func givenName(name, after string) bool {
	return given[strings.ToLower(name)] && surname.MatchString(after) && !institution.MatchString(after)
}

// meet remembers the name of a speaker.
func (c *reportContext) meet(name string) {
	words := strings.Fields(strings.ToLower(name))
	if len(words) < 2 {
		return
	}
	for _, w := range words {
		if !slices.ContainsFunc(c.persons[w], func(known []string) bool { return slices.Equal(known, words) }) {
			c.persons[w] = append(c.persons[w], words)
		}
	}
}

// ofSpeaker says whether a match is a part of a speaker's name, beside another part.
func (c *reportContext) ofSpeaker(text string, m vocabulary.Match) bool {
	word := strings.ToLower(text[m.Start:m.End])
	names := c.persons[word]
	if names == nil {
		return false
	}
	const reach = 40 // bytes in which the next word ends
	before, after := strings.Fields(corpus.Tail(text[:m.Start], reach)), strings.Fields(corpus.Head(text[m.End:], reach))
	return slices.ContainsFunc(names, func(name []string) bool {
		i := slices.Index(name, word)
		return i > 0 && len(before) > 0 && strings.ToLower(before[len(before)-1]) == name[i-1] ||
			i+1 < len(name) && len(after) > 0 && strings.TrimRight(strings.ToLower(after[0]), ",.;:)") == name[i+1]
	})
}

// elsewhere are signs near the name of a State that a place of the same name is meant.
var elsewhere = map[string]*regexp.Regexp{
	"GE": regexp.MustCompile(`\b(?:Atlanta|Savannah|Alabama|Florida|Tennessee|Carolina|Texas|Virginia|Ohio|California|Louisiana|Mississippi|N\.M\.|sheriff|[Aa] Georgia)\b`),
}

// around is a match with the words on either side of it.
func around(text string, m vocabulary.Match) string {
	const reach = 120 // bytes, about twenty words
	return corpus.Tail(text[:m.Start], reach) + text[m.Start:m.End] + corpus.Head(text[m.End:], reach)
}

// bearer ends in what has a nationality: "le Gouvernement", "los ciudadanos"; and
// people in what stands before those who have it: "les Français".
var (
	bearer = regexp.MustCompile(`(?i)(?:^|[^\pL])` + lists.Any("bearer") + `s?\pM? $`)
	people = regexp.MustCompile(`(?:^|[^\pL])(?:[Ll]es|[Dd]es|[Aa]ux|[Cc]es|[Nn]os|[Uu]ne?) $`)
)

// ofState says whether an adjective that is the name of a language as well means the
// State: it is a plural, or says of whom it is. In Russian it means the language before
// the word for that.
func ofState(text string, m vocabulary.Match) bool {
	if m.Alias.In("ru") {
		return !strings.HasPrefix(text[m.End:], " язык")
	}
	const reach = 40 // bytes in which the noun stands
	word, before := text[m.Start:m.End], corpus.Tail(text[:m.Start], reach)
	first, _ := utf8.DecodeRuneInString(word)
	return utf8.RuneCountInString(word) > utf8.RuneCountInString(m.Alias.Text) && strings.HasSuffix(word, "s") ||
		unicode.IsUpper(first) && people.MatchString(before) || bearer.MatchString(before)
}
