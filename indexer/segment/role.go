package segment

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
)

// roleLimit is how many bytes a role and an organisation may take. What has no
// verb by then is no introduction of a speaker.
const roleLimit = 420

// clause is the stretch between a speaker's name and what the speaker did.
type clause struct {
	end  int  // bytes of the text
	said bool // a verb that reports speech follows
}

// clauseOf finds where the clause that begins a text ends: before the verb that
// reports speech, failing that at the end of the sentence.
func clauseOf(text string) clause {
	depth, comma := 0, true
	for pos := 0; pos < len(text) && pos < roleLimit; {
		r, size := utf8.DecodeRuneInString(text[pos:])
		switch {
		case r == '(':
			depth++
		case r == ')':
			depth = max(0, depth-1)
		case depth > 0:
		case r == ':' || r == ';' || sentenceEnds(text, pos, r):
			return clause{end: pos}
		case r == ',' || r == '–' || r == '—':
			comma = true
		case unicode.IsLetter(r):
			word := wordAt(text[pos:])
			if verbAt(word, text[pos:], comma) && !subordinate(text[:pos]) {
				return clause{end: trimmedEnd(text[:pos]), said: true}
			}
			comma = false
			size = len(word)
		}
		pos += size
	}
	return clause{end: min(len(text), trimmedEnd(corpus.Head(text, roleLimit)))}
}

// wordAt is the letters and digits, hyphens and inner full stops that a text
// begins with.
func wordAt(text string) string {
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
		return reports(text)
	}
	if word == "se" || word == "s" {
		return reports(text)
	}
	stem, past := russianPast(word)
	return saying[word] || past && saying[stem] || reflexive.MatchString(text) && reports(text) || isVerbPhrase(word, text[len(word):], false)
}

var subordinates = wordSet(`who which that to as and or whose where qui que et quien quienes el la his her its being been having duly newly
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
var unspaced = regexp.MustCompile(`^(?:The|He|She|They) \pL`)

// sentenceEnds says whether the full stop, question or exclamation mark at pos
// ends a sentence.
func sentenceEnds(text string, pos int, r rune) bool {
	if r == '!' || r == '?' {
		return true
	}
	if r != '.' {
		return false
	}
	rest := strings.TrimLeft(text[pos+1:], "”\"'’» ")
	if rest == "" {
		return true
	}
	if len(rest) == len(text[pos+1:]) {
		return pos > 2 && unspaced.MatchString(rest) // and not "U.S", "3.5"
	}
	before := text[:pos]
	cut := strings.LastIndexAny(before, " (") + 1
	last := before[cut:]
	if utf8.RuneCountInString(last) == 1 && lettered[lastWord(before[:max(0, cut-1)])] {
		return true // "… listed in Annex I."
	}
	if utf8.RuneCountInString(last) < 2 || isDotted(last) || abbreviations[last] {
		return false
	}
	next, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(next) || !unicode.IsLower(next) && unicode.IsLetter(next)
}

// isDotted says whether a word is an abbreviation with full stops inside: "U.S",
// "p.m". A document's symbol with a number is none.
func isDotted(word string) bool {
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

// lettered are the words that a single letter or numeral follows.
var lettered = map[string]bool{
	"Annex": true, "Part": true, "Appendix": true, "Schedule": true, "Group": true, "Phase": true, "Table": true,
	"Category": true, "Chapter": true, "Section": true, "Session": true, "Panel": true, "Tier": true, "Option": true, "Article": true,
}

var abbreviations = map[string]bool{
	"Mtro": true, "Mtra": true, "Licda": true, "Licdo": true, "Arq": true, "Abg": true, "Abog": true, "Inga": true,
	"Dra": true, "Srta": true, "Sres": true, "Lic": true, "Ing": true, "Emb": true, "Excmo": true, "Excma": true, "Mlle": true, "Mmes": true, "MM": true,
	"Messrs": true, "Maj": true, "Eng": true, "Engr": true,
	"Mr": true, "Mrs": true, "Ms": true, "Dr": true, "Prof": true, "Hon": true, "No": true, "St": true, "Ltd": true, "Inc": true,
	"Amb": true, "Gen": true, "Col": true, "Sr": true, "Sra": true, "Jr": true, "Mme": true, "Sen": true, "Rep": true, "Vol": true, "Co": true,
	"Art": true, "vs": true, "Dept": true, "Univ": true, "Rev": true, "Lt": true, "Capt": true, "г": true, "им": true,
}

// trimmedEnd is the length of a text without the spaces, commas and dashes that
// close it.
func trimmedEnd(text string) int { return len(strings.TrimRight(text, " ,;:–—-\u00a0")) }

// affiliation is what a clause says of the speaker.
type affiliation struct {
	role, organisation, country string
	behalf                      []string
}

var behalfOf = regexp.MustCompile(`(?i)(?:^|[\s,(])(?:also )?(?:speaking |speaks |parlant |s'exprimant |s’exprimant |prenant la parole |hablando |, )?(?:also |également |también )?(?:on behalf of|in the name of|for and on behalf of|au nom (?:de la|de l['’]|des|du|de)|en nombre (?:de la|de los|de las|del|de)|от имени)\s*(?:the |el |la |los )?`)

// affiliationOf reads the clause between a name and its verb.
func affiliationOf(text string, names Names) affiliation {
	var a affiliation
	if m := behalfOf.FindStringIndex(text); m != nil {
		a.behalf = groups(text[m[1]:])
		text = text[:m[0]]
	}
	text = doing.ReplaceAllString(text, "")
	text = strings.Trim(relative.ReplaceAllString(text, "$1"), " ,;:–—-")
	text = text[len(from.FindString(text)):]
	text = text[len(observing.FindString(text)):]
	if m := generic.FindString(text); m != "" && unicode.IsUpper(firstRune(text[len(m):])) {
		name, _, _ := strings.Cut(text[len(m):], ", ")
		a.organisation = cleanBody(name)
		return a
	}
	if code, ok := names.Country(stripArticle(text)); ok {
		a.country = code
		return a
	}
	if circumstance.MatchString(text) && !startsRole(text) {
		return a
	}
	first, second, _ := strings.Cut(text, "; ") // "Delegate, Chad; Chair of the group"
	if at := strings.LastIndex(first, ", "); at > 0 {
		if code, ok := names.Country(stripArticle(first[at+2:])); ok { // "Head of Unit, General Inspectorate, Romania"
			a.country, text = code, strings.TrimSuffix(first[:at]+"; "+second, "; ")
		}
	}
	a.role, a.organisation = splitRole(text, names)
	if a.country == "" {
		a.country = stateOf(a.organisation, names)
	}
	if a.country == "" {
		a.role, a.country = stateOfRole(a.role, a.organisation, names)
	}
	return a
}

// doing is what a speaker did when he spoke, behind his office.
var doing = regexp.MustCompile(`, (?:presenting|introducing|opening|concluding|responding|replying|referring|speaking|summarizing|summing|continuing|noting|stressing|recalling|citing|welcoming|highlighting|thanking)\b.*$|, ` + lists.Any("own-speech") + `.*$`)

// ownSpeech is in what speech somebody said it, behind his name or his office.
var ownSpeech = regexp.MustCompile(`(?:^|, )` + lists.Any("own-speech"))

// from stands before the body that a speaker belongs to: "Ms. X, of the IOM".
var from = regexp.MustCompile(`^(?:of|from|for|with|representing|de|du|del|des) (?:the |la |los |las |les )?`)

// relative is a clause about what the speaker belongs to: "of Australia, which
// co-chairs the process,".
var relative = regexp.MustCompile(`, (?:which|whose|qui|que) [^,]*(,|$)`)

// observing stands before the State or body that an observer speaks for.
var observing = regexp.MustCompile(`(?i)^(?:observer (?:for|of) |observat(?:eur|rice) (?:pour |de (?:la |l['’])?|du |des |d['’])|observador[a]? (?:de|del|por) )(?:the |la |el )?`)

// generic says what an organisation is before its name: "de la organización X".
var generic = regexp.MustCompile(`^(?:organizaci[óo]n|asociaci[óo]n|fundaci[óo]n|red|ONG|association|organisation|fondation|non-governmental organi[sz]ation|NGO) (?:no gubernamental |non gouvernementale )?`)

// circumstance opens a clause that tells what a speaker did and not what he is.
var circumstance = regexp.MustCompile(`^(?:\p{Ll}+ing|in|after|before|while|with|on|as well|for (?:his|her|its) part|en \p{Ll}+ant|pour (?:sa|son)|por su|al) `)

// groups are the groups or States in "the African Group and the Group of 77".
func groups(text string) []string {
	c := clauseOf(text)
	text = strings.Trim(text[:c.end], " ,;:()")
	if i := strings.Index(text, ", "); i > 0 {
		text = text[:i]
	}
	if text == "" || ownState.MatchString(text) {
		return nil
	}
	return []string{stripArticle(text)}
}

// ownState is the State that somebody speaks for anyhow: "on behalf of his Government".
var ownState = regexp.MustCompile(`(?i)^(?:his|her|their|its|my|our|sa|son|mon|ma|notre|su|mi|nuestr[oa]) (?:own )?(?:government|country|delegation|gouvernement|pays|délégation|gobierno|país|delegación)$`)

// linking are the words between a role and its organisation.
var linking = regexp.MustCompile(`(?:, | (?:(?:of|for|at|from|with|in|to|de|del|du|des|à|au|aux|auprès|ante|en|para|per|pour|chez) |d['’] ?))(?:(?:the|la|le|los|las|el|les) |l['’] ?)?`)

// units are parts of an organisation. They stay in the role when the organisation
// itself follows.
var units = regexp.MustCompile(`(?i)\b(?:secretariat|unit|section|branch|area|team|desk|office of the (?:director|president|secretary)|secr[ée]tariat|secretar[íi]a t[ée]cnica|unit[ée]|unidad|área)\b`)

// bodies are the nouns that name an organisation.
var bodies = regexp.MustCompile(`(?i)(?:^|[\s-])` + lists.Any("bodies") + `(?:[^\pL]|$)`)

var (
	acronymHead = regexp.MustCompile(`^(?:\p{Lu}[\p{Lu}\d&/]+(?:-\p{Lu}[\p{L}\d]*)*)(?:$|[\s,('’/)-])`)
	parenthesis = regexp.MustCompile(`\s*\([^()]*\)$`)
)

// splitRole divides "Director of X for the Organisation Y" between role and
// organisation: at the first link after which a name of an organisation begins.
func splitRole(text string, names Names) (role, organisation string) {
	if body, rest, _ := strings.Cut(text, " "); describe.InCapitals(body) && startsRole(rest) {
		if _, ok := names.Organisation(body); ok {
			return parenthesis.ReplaceAllString(rest, ""), body // "IOM Director General"
		}
	}
	if isBody(text, names) && !startsRole(text) {
		return "", cleanBody(text)
	}
	weak := -1
	weakEnd := 0
	for _, m := range linking.FindAllStringIndex(text, -1) {
		if inParentheses(text, m[0]) {
			continue
		}
		right := text[m[1]:]
		switch {
		case !isBody(right, names):
		case isUnit(right) && weak < 0:
			weak, weakEnd = m[0], m[1]
		case isUnit(right):
		default:
			return strings.TrimSpace(text[:m[0]]), cleanBody(right)
		}
	}
	if weak >= 0 {
		return strings.TrimSpace(text[:weak]), cleanBody(text[weakEnd:])
	}
	return parenthesis.ReplaceAllString(text, ""), ""
}

// head is the first noun phrase of a text: up to the link that follows it.
func head(text string) string {
	if m := linking.FindStringIndex(text); m != nil {
		return text[:m[0]]
	}
	return text
}

// isBody says whether a text begins with the name of an organisation.
func isBody(text string, names Names) bool {
	r, _ := utf8.DecodeRuneInString(text)
	if !unicode.IsUpper(r) && !unicode.IsDigit(r) {
		return false
	}
	h := head(text)
	if bodies.MatchString(h) || acronymHead.MatchString(h+" ") {
		return !startsRole(h[len(adjective.FindString(h)):])
	}
	for _, candidate := range []string{cleanBody(text), h, parenthesis.ReplaceAllString(h, "")} {
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
var rolesFirst = regexp.MustCompile(`(?i)^(?:` + lists.Any("role-qualifier") + `[ -])*` + lists.Any("role-noun") + `(?:[^\pL]|$)`)

// rolesElsewhere are those in other scripts.
var rolesElsewhere = regexp.MustCompile(`(?i)^` + lists.Any("roles-elsewhere"))

func startsRole(text string) bool {
	if text == "" || text[0] < utf8.RuneSelf {
		return rolesFirst.MatchString(text)
	}
	return rolesFirst.MatchString(text) || rolesElsewhere.MatchString(plainArabic(text))
}

// inParentheses says whether a byte of the text stands inside parentheses.
func inParentheses(text string, pos int) bool {
	return strings.Count(text[:pos], "(") > strings.Count(text[:pos], ")")
}

// cleanBody is the name of an organisation without article and without the
// acronym in parentheses that follows it.
func cleanBody(text string) string {
	text = strings.Trim(text, " ,;:–—")
	text = parenthesis.ReplaceAllString(text, "")
	return stripArticle(strings.Trim(text, " ,;:–—"))
}

var article = regexp.MustCompile(`(?i)^(?:(?:the|la|le|les|el|los|las)[ \x{a0}]+|l['’][ \x{a0}]?)`)

func stripArticle(text string) string {
	text = strings.TrimSpace(text)
	m := article.FindString(text)
	if m == "" || !strings.HasSuffix(m, " ") && !strings.HasSuffix(m, "'") && !strings.HasSuffix(m, "’") {
		return text
	}
	return text[len(m):]
}

// nationalBodies are organisations that belong to the State they name.
var nationalBodies = regexp.MustCompile(`(?i)\b` + lists.Any("national-bodies") + `\b`)

// stateOf is the State that an organisation belongs to: the one that a national
// body names. An international organisation has none, whatever it is called.
func stateOf(organisation string, names Names) string {
	if organisation == "" {
		return ""
	}
	if country, ok := names.Organisation(organisation); ok {
		return country
	}
	loc := nationalBodies.FindStringIndex(organisation)
	if loc == nil || strings.HasPrefix(organisation, "United Nations ") {
		return ""
	}
	if isOfNoState(organisation, organisation[:loc[0]], names) {
		return ""
	}
	if found := names.Countries(organisation); len(found) > 0 {
		return found[0]
	}
	return ""
}

// isOfNoState says whether a body that is named like a national one is an international
// organisation's. Lead is what stands before the word for it.
func isOfNoState(body, lead string, names Names) bool {
	owners := []string{strings.TrimSpace(stripArticle(lead))} // "IOM Mission in Colombia"
	if tail := body[strings.LastIndex(body, " of ")+1:]; strings.HasPrefix(tail, "of ") {
		owners = append(owners, stripArticle(tail[3:]))
	}
	if of := seatOf.FindStringSubmatch(body); of != nil {
		owners = append(owners, of[1]) // "Mission of IOM in Colombia"
	}
	return slices.ContainsFunc(owners, func(owner string) bool {
		country, ok := names.Organisation(owner)
		return ok && country == "" && owner != ""
	})
}

// seatOf is the body whose office a name is of, and the place where it is.
var seatOf = regexp.MustCompile(`(?i) (?:of|de|du|del|da) (?:the |la |l['’]|el )?([^,]{2,60}) (?:in|for|at|en|au|aux|à|para|em) `)

var stateRole = regexp.MustCompile(`(?i)\b` + lists.Any("state-role") + `\b|(?:^|[ ,])(?:(?:вице-)?премьер|министр|посол|представител|президент|глава|директор|начальник|руководител)`)

// merge fills in what a speaker's parenthesis or clause told.
func (a affiliation) merge(sp *corpus.Speaker) {
	if sp.Role == "" {
		sp.Role = a.role
	}
	if sp.Organisation == "" {
		sp.Organisation = a.organisation
	}
	if sp.Country == "" {
		sp.Country = a.country
	}
	sp.OnBehalfOf = append(sp.OnBehalfOf, a.behalf...)
}
