package grammar

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
)

// RoleLimit is how many bytes a role and an organisation may take. What has no
// verb by then is no introduction of a speaker.
const RoleLimit = 420

// Clause is the stretch between a speaker's name and what the speaker did.
type Clause struct {
	End  int  // bytes of the text
	Said bool // a verb that reports speech follows
}

// ClauseOf finds where the clause that begins a text ends: before the verb that
// reports speech, failing that at the end of the sentence.
func ClauseOf(text string) Clause {
	depth, comma := 0, true
	for pos := 0; pos < len(text) && pos < RoleLimit; {
		r, size := utf8.DecodeRuneInString(text[pos:])
		switch {
		case r == '(':
			depth++
		case r == ')':
			depth = max(0, depth-1)
		case depth > 0:
		case r == ':' || r == ';' || SentenceEnds(text, pos, r):
			return Clause{End: pos}
		case r == ',' || r == '–' || r == '—':
			comma = true
		case unicode.IsLetter(r):
			word := WordAt(text[pos:])
			if verbAt(word, text[pos:], comma) && !subordinate(text[:pos]) {
				return Clause{End: trimmedEnd(text[:pos]), Said: true}
			}
			comma = false
			size = len(word)
		}
		pos += size
	}
	return Clause{End: min(len(text), trimmedEnd(corpus.Head(text, RoleLimit)))}
}

// WordAt is the letters and digits, hyphens and inner full stops that a text
// begins with.
func WordAt(text string) string {
	for i, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !isHyphen(r) && r != '\'' && r != '’' {
			return text[:max(i, 1)]
		}
	}
	return text
}

func verbAt(word, text string, comma bool) bool {
	r, _ := utf8.DecodeRuneInString(word)
	if !unicode.IsLower(r) {
		return false
	}
	if comma {
		return Reports(text)
	}
	if word == "se" || word == "s" {
		return Reports(text)
	}
	stem, past := russianPast(word)
	return Saying[word] || past && Saying[stem] || Reflexive.MatchString(text) && Reports(text) || IsVerbPhrase(word, text[len(word):], false)
}

var subordinates = WordSet(`who which that to as and or whose where qui que et quien quienes el la his her its being been having duly newly
	recently was were is are be de`)

// subordinate says whether the words before a verb make it part of the clause:
// "who chaired", "is said".
func subordinate(before string) bool {
	before = strings.TrimRight(before, " ")
	if strings.HasSuffix(before, ",") {
		return false
	}
	return subordinates[before[strings.LastIndexByte(before, ' ')+1:]]
}

// unspaced opens a sentence before which a space is missing: "at COP-6.The G-77 …".
// as does the subject of one: "needed.Ghana, for the LDCs, …".
var unspaced = regexp.MustCompile(`^(?:The|He|She|They) \pL|^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*, for (?:the )?\p{Lu}`)

// SentenceEnds says whether the full stop, question or exclamation mark at pos
// ends a sentence.
func SentenceEnds(text string, pos int, r rune) bool {
	if r == '!' || r == '?' {
		return true
	}
	if r != '.' {
		return false
	}
	rest := strings.TrimLeft(text[pos+1:], "”“\"'’»« ")
	if rest == "" {
		return true
	}
	if len(rest) == len(text[pos+1:]) {
		return pos > 2 && unspaced.MatchString(rest) // and not "U.S", "3.5"
	}
	before := text[:pos]
	cut := strings.LastIndexAny(before, " (") + 1
	last := before[cut:]
	if utf8.RuneCountInString(last) == 1 && isLettered(last, LastWord(withoutNumbers(before[:max(0, cut-1)]))) {
		return true // "… listed in Annex I."
	}
	next, _ := utf8.DecodeRuneInString(rest)
	if last == "" || last == ")" {
		return unicode.IsUpper(next) // "on 18 May . Ghana", "( A/64/1 ). Ghana", where a link has been taken out
	}
	if utf8.RuneCountInString(last) < 2 || IsDotted(last) || abbreviations[last] {
		return false
	}
	return unicode.IsUpper(next) || !unicode.IsLower(next) && unicode.IsLetter(next)
}

// IsDotted says whether a word is an abbreviation with full stops inside: "U.S",
// "p.m". A document's symbol with a number is none.
func IsDotted(word string) bool {
	dots, run := 0, 0
	for _, r := range word {
		switch {
		case r == '.':
			dots++
			run = 0
		case unicode.IsLetter(r):
			run++
		default:
			return false
		}
		if run > 2 {
			return false
		}
	}
	return dots > 0
}

// withoutNumbers is a text without the numbers at its end to which one more is added: "Articles 5 and".
func withoutNumbers(text string) string {
	const longest = 40 // bytes
	return text[:len(text)-len(moreNumbers.FindString(corpus.Tail(text, longest)))]
}

// moreNumbers are numbers to which one more is added.
var moreNumbers = regexp.MustCompile(`(?: \d[\d.]*,?)+ (?:and|or|et|ou|y|o|und|e)$`)

// isLettered says whether a single letter or digit belongs to the word before it: "Annex I",
// "under workstream 1".
func isLettered(last, before string) bool {
	return lettered[before] || unicode.IsDigit(FirstRune(last)) && numbered.MatchString(before)
}

// numbered is a word in small letters that is no abbreviation, or the acronym of sessions.
var numbered = regexp.MustCompile(`^(?:\p{Ll}{4,}|\p{Lu}{2,}(?:/\p{Lu}{2,})?)$`)

// lettered are the words that a single letter or numeral follows.
var lettered = Lists.Set("lettered")

var abbreviations = Lists.Set("abbreviations")

// trimmedEnd is the length of a text without the spaces, commas and dashes that
// close it.
func trimmedEnd(text string) int { return len(strings.TrimRight(text, " ,;:–—-\u00a0")) }

// Bodies are the nouns that name an organisation.
var Bodies = regexp.MustCompile(`(?i)(?:^|[\s-])` + Lists.Any("bodies") + `(?:[^\pL]|$)`)

var (
	// AcronymHead is an acronym at the beginning of a text.
	AcronymHead = regexp.MustCompile(`^(?:\p{Lu}[\p{Lu}\d&/]+(?:-\p{Lu}[\p{L}\d]*)*)(?:$|[\s,('’/)-])`)
	parenthesis = regexp.MustCompile(`\s*\([^()]*\)$`)
)

// head is the first noun phrase of a text: up to the link that follows it.
func head(text string) string {
	if m := linking.FindStringIndex(text); m != nil {
		return text[:m[0]]
	}
	return text
}

// IsBody says whether a text begins with the name of an organisation.
func IsBody(text string, names Names) bool {
	r, _ := utf8.DecodeRuneInString(text)
	if !unicode.IsUpper(r) && !unicode.IsDigit(r) {
		return false
	}
	h := head(text)
	if Bodies.MatchString(h) || AcronymHead.MatchString(h+" ") {
		return !StartsRole(h[len(adjective.FindString(h)):])
	}
	for _, candidate := range []string{CleanBody(text), h, parenthesis.ReplaceAllString(h, "")} {
		if _, ok := names.Organisation(candidate); ok {
			return true
		}
	}
	return false
}

// adjective may begin a body as well as an office: "General Inspectorate".
var adjective = regexp.MustCompile(`(?i)^(?:general|national|federal|international|regional|permanent|technical|executive) `)

func isUnit(text string) bool { return units.MatchString(head(text)) || duty.MatchString(head(text)) }

// duty is what an officer does, not where: "Oficial de Programa de la …".
var duty = regexp.MustCompile(`(?i)^(?:programmes?|programas?|projects?|proyectos?|projets?|comunicaci[óo]n|enlace|asuntos)$`)

// rolesFirst are the nouns that a role begins with. "Head of Office" begins no
// organisation although an office is one.
var rolesFirst = regexp.MustCompile(`(?i)^(?:` + Lists.Any("role-qualifier") + `[ -])*` + Lists.Any("role-noun") + `(?:[^\pL]|$)`)

// rolesElsewhere are those in other scripts.
var rolesElsewhere = regexp.MustCompile(`(?i)^` + Lists.Any("roles-elsewhere"))

// StartsRole says whether a text begins with the noun of an office.
func StartsRole(text string) bool {
	if text == "" || text[0] < utf8.RuneSelf {
		return rolesFirst.MatchString(text)
	}
	return rolesFirst.MatchString(text) || rolesElsewhere.MatchString(PlainArabic(text))
}

// EndsRole says whether a text, up to its first comma, is a title that ends in the noun of an
// office: "Lamp Policy Director, Quayworks International".
func EndsRole(text string) bool {
	title, _, _ := strings.Cut(text, ",")
	return rolesLast.MatchString(title)
}

// IsRole says whether a text is an office, from its first word or to its last: "External Affairs Minister".
func IsRole(text string) bool { return StartsRole(text) || EndsRole(text) }

// rolesLast are the nouns that a title of a few words ends in.
var rolesLast = regexp.MustCompile(`^(?:\p{Lu}[\p{L}-]+ ){1,4}(?i:` + Lists.Any("role-noun") + `)$`)

// inParentheses says whether a byte of the text stands inside parentheses.
func inParentheses(text string, pos int) bool {
	return strings.Count(text[:pos], "(") > strings.Count(text[:pos], ")")
}

// CleanBody is the name of an organisation without article and without the
// acronym in parentheses that follows it.
func CleanBody(text string) string {
	text = strings.Trim(text, " ,;:–—")
	text = parenthesis.ReplaceAllString(text, "")
	return StripArticle(strings.Trim(text, " ,;:–—"))
}

// Article is a definite article with its space.
var Article = regexp.MustCompile(`(?i)^(?:(?:the|la|le|les|el|los|las)[ \x{a0}]+|l['’][ \x{a0}]?)`)

// StripArticle is a text without the article that it begins with.
func StripArticle(text string) string {
	text = strings.TrimSpace(text)
	m := Article.FindString(text)
	if m == "" || !strings.HasSuffix(m, " ") && !strings.HasSuffix(m, "'") && !strings.HasSuffix(m, "’") {
		return text
	}
	return text[len(m):]
}

// NationalBodies are organisations that belong to the State they name.
var NationalBodies = regexp.MustCompile(`(?i)\b` + Lists.Any("national-bodies") + `\b`)

// StateOf is the State that an organisation belongs to: the one that a national
// body names. An international organisation has none, whatever it is called.
func StateOf(organisation string, names Names) string {
	if organisation == "" {
		return ""
	}
	if country, ok := names.Organisation(organisation); ok {
		return country
	}
	loc := NationalBodies.FindStringIndex(organisation)
	if loc == nil || strings.HasPrefix(organisation, "United Nations ") {
		return ""
	}
	if isOfNoState(organisation, organisation[:loc[0]], names) {
		return ""
	}
	if i := strings.LastIndex(organisation, " for "); i > 0 {
		if _, ok := names.Country(StripArticle(organisation[i+len(" for "):])); ok {
			return "" // others work for a State by such a name: "Agency for Peru"
		}
	}
	if found := names.Countries(organisation); len(found) > 0 {
		return found[0]
	}
	return ""
}

// isOfNoState says whether a body that is named like a national one is an international
// organisation's. Lead is what stands before the word for it.
func isOfNoState(body, lead string, names Names) bool {
	owners := []string{strings.TrimSpace(StripArticle(lead))} // "IOM Mission in Colombia"
	if tail := body[strings.LastIndex(body, " of ")+1:]; strings.HasPrefix(tail, "of ") {
		owners = append(owners, StripArticle(tail[3:]))
	}
	if of := seatOf.FindStringSubmatch(body); of != nil {
		owners = append(owners, parenthesis.ReplaceAllString(of[1], "")) // "Mission of IOM in Colombia"
	}
	return slices.ContainsFunc(owners, func(owner string) bool {
		country, ok := names.Organisation(owner)
		return ok && country == "" && owner != ""
	})
}

// seatOf is the body whose office a name is of, and the place where it is.
var seatOf = regexp.MustCompile(`(?i) (?:of|de|du|del|da) (?:the |la |l['’]|el )?([^,]{2,60}) (?:in|for|at|en|au|aux|à|para|em) `)

var stateRole = regexp.MustCompile(`(?i)\b` + Lists.Any("state-role") + `\b|(?:^|[ ,])(?:(?:вице-)?премьер|министр|посол|представител|президент|глава|директор|начальник|руководител)`)

// OfficeName writes an office that is printed in capitals as in a sentence.
func OfficeName(printed string) string {
	words := strings.Fields(printed)
	for i, w := range words {
		lower := strings.ToLower(w)
		switch {
		case !describe.InCapitals(w) || dottedLetters.MatchString(w):
		case i > 0 && (LinkWords[lower] || officeJoints[lower]):
			words[i] = lower
		case utf8.RuneCountInString(w) < 2:
		default:
			words[i] = CapitalName(lower)
		}
	}
	if len(words) > 0 && words[0] == "the" {
		words[0] = "The"
	}
	return strings.Join(words, " ")
}

// officeJoints join the words of an office in small letters, besides the links of names.
var officeJoints = Lists.Set("office-joints")

// dottedLetters are initials: "H.M.".
var dottedLetters = regexp.MustCompile(`^(?:\p{Lu}\.){2,}$`)

// NamesParty says whether a text is the name of a State or an organisation.
func NamesParty(bare string, names Names) bool {
	if _, ok := names.Country(bare); ok {
		return true
	}
	_, ok := names.Organisation(bare)
	return ok
}
