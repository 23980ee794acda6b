package grammar

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/regexp"
)

// Affiliation is what a clause says of the speaker.
type Affiliation struct {
	Role, Organisation, Country string
	behalf                      []string
}

// BehalfOf stands before those for whom somebody speaks besides himself.
var BehalfOf = regexp.MustCompile(`(?i)(?:^|[\s,(])(?:also )?(?:speaking |speaks |parlant |s'exprimant |s’exprimant |prenant la parole |hablando |, )?(?:also |également |también )?(?:on behalf of|in the name of|for and on behalf of|au nom (?:de la|de l['’]|des|du|de)|en nombre (?:de la|de los|de las|del|de)|от имени)\s*(?:the |el |la |los )?`)

// AffiliationOf reads the clause between a name and its verb.
func AffiliationOf(text string, names Names) Affiliation {
	var a Affiliation
	if m := BehalfOf.FindStringIndex(text); m != nil {
		a.behalf = Groups(text[m[1]:])
		text = text[:m[0]]
	}
	text = doing.ReplaceAllString(unspacedComma.ReplaceAllString(text, ", $1"), "")
	text = strings.Trim(relative.ReplaceAllString(text, "$1"), " ,،;:–—-")
	text = withoutLetters(text)
	text = text[len(from.FindString(text)):]
	text = text[len(observing.FindString(text)):]
	if own, ok := owned(text, names); ok {
		return own
	}
	if m := generic.FindString(text); m != "" && unicode.IsUpper(FirstRune(text[len(m):])) {
		name, _, _ := strings.Cut(text[len(m):], ", ")
		a.Organisation = CleanBody(name)
		return a
	}
	if code, ok := names.Country(StripArticle(text)); ok {
		a.Country = code
		return a
	}
	if Circumstance.MatchString(text) && !StartsRole(text) {
		return a
	}
	first, second, _ := strings.Cut(text, "; ") // "Delegate, Chad; Chair of the group"
	if at := strings.LastIndex(first, ", "); at > 0 {
		if code, ok := names.Country(StripArticle(first[at+2:])); ok { // "Head of Unit, General Inspectorate, Romania"
			a.Country, text = code, strings.TrimSuffix(first[:at]+"; "+second, "; ")
		}
	}
	text = unaccredited(text, names)
	if office := StripArticle(text); StartsRole(office) {
		text = office // and the article of a name stays: "La Voz"
	}
	a.Role, a.Organisation = splitRole(text, names)
	a.Role = withoutStop(a.Role)
	if a.Country == "" {
		a.Country = StateOf(a.Organisation, names)
	}
	if a.Country == "" {
		a.Role, a.Country = stateOfRole(a.Role, a.Organisation, names)
	}
	if a.Country == "" {
		a.Country = stateBehindOffice(a.Role, names)
	}
	return a
}

// stateBehindOffice is the State whose adjective ends an office: "canciller ecuatoriano", "ministre
// sénégalaise".
func stateBehindOffice(office string, names Names) string {
	adjective := LastWord(office)
	if !StartsRole(office) || adjective == office || !unicode.IsLower(FirstRune(adjective)) {
		return ""
	}
	if found := names.Countries(adjective); len(found) == 1 {
		return found[0]
	}
	return ""
}

// owned reads an office behind the State or the body that has it: "Ghana's Minister of Ports".
func owned(text string, names Names) (Affiliation, bool) {
	m := possessive.FindStringIndex(corpus.Head(text, NameLimit))
	if m == nil {
		return Affiliation{}, false
	}
	owner, office := StripArticle(text[:m[0]]), text[m[1]:]
	if !IsRole(office) || !NamesParty(owner, names) {
		return Affiliation{}, false
	}
	a := AffiliationOf(office, names)
	if code, state := names.Country(owner); state {
		a.Country = code
	} else if a.Organisation == "" {
		a.Organisation = owner
	}
	return a, true
}

var possessive = regexp.MustCompile(`['’]s? `)

// doing is what a speaker did when he spoke, behind his office.
var doing = regexp.MustCompile(`, (?:presenting|introducing|opening|concluding|responding|replying|referring|speaking|summarizing|summing|continuing|noting|stressing|recalling|citing|welcoming|highlighting|thanking)\b.*$|` +
	`, on \d{1,2}(?:st|nd|rd|th)? \p{Lu}\p{Ll}+ \d{4}$|, ` + Lists.Any("own-speech") + `.*$`)

// unspacedComma is a comma behind which a space is missing.
var unspacedComma = regexp.MustCompile(`,(\pL)`)

// withoutLetters is an office without the letters of a seat or an order before it: "MP, Minister of Health".
func withoutLetters(text string) string {
	if letters := WordAt(text); text != "" && letteredTitles[letters] {
		if office := strings.TrimLeft(text[len(letters):], ", "); StartsRole(office) {
			return office
		}
	}
	return text
}

// unaccredited is an envoy's office without the body that he is sent to and does not belong to:
// "Permanent Representative of Ghana to the United Nations Office".
func unaccredited(text string, names Names) string {
	m := accredited.FindStringIndex(text)
	if m == nil || NationalBodies.MatchString(text[:m[0]]) || stateOfEnvoy(text, names) != "" {
		return text
	}
	if role, code := stateOfRole(text[:m[0]], "", names); code != "" && role != text[:m[0]] {
		return text[:m[0]]
	}
	return text
}

// accredited stands before the body that an envoy is sent to.
var accredited = regexp.MustCompile(` (?:to (?:the )?|auprès (?:de |du |des )|ante (?:el |la |los |las )?)`)

// withoutStop is an office without the full stop of its label: "adjointe."
func withoutStop(role string) string {
	const word = 4 // letters of what is no abbreviation
	last := LastWord(strings.TrimSuffix(role, "."))
	if utf8.RuneCountInString(last) < word || abbreviations[last] {
		return role
	}
	return strings.TrimSuffix(role, ".")
}

// OwnSpeech is in what speech somebody said it, behind his name or his office.
var OwnSpeech = regexp.MustCompile(`(?:^|, )` + Lists.Any("own-speech"))

// from stands before the body that a speaker belongs to: "Ms. X, of the IOM".
var from = regexp.MustCompile(`^(?:of|from|for|with|representing|de|du|del|des) (?:the |la |los |las |les )?`)

// relative is a clause about what the speaker belongs to: "of Australia, which
// co-chairs the process,".
var relative = regexp.MustCompile(`, (?:who|which|whose|qui|que) [^,]*(,|$)`)

// observing stands before the State or body that an observer speaks for.
var observing = regexp.MustCompile(`(?i)^(?:observer (?:for|of) |observat(?:eur|rice) (?:pour |de (?:la |l['’])?|du |des |d['’])|observador[a]? (?:de|del|por) )(?:the |la |el )?`)

// generic says what an organisation is before its name: "de la organización X".
var generic = regexp.MustCompile(`^(?:organizaci[óo]n|asociaci[óo]n|fundaci[óo]n|red|ONG|association|organisation|fondation|non-governmental organi[sz]ation|NGO) (?:no gubernamental |non gouvernementale )?`)

// Circumstance opens a clause that tells what a speaker did and not what he is.
var Circumstance = regexp.MustCompile(`^` + Lists.Any("circumstance") + ` `)

// Groups are the groups or States in "the African Group and the Group of 77".
func Groups(text string) []string {
	c := ClauseOf(text)
	text = strings.Trim(text[:c.End], " ,;:(")
	if !strings.Contains(text, "(") {
		text = strings.TrimRight(text, ")")
	}
	if i := strings.Index(text, ", "); i > 0 {
		text = text[:i]
	}
	if text == "" || ownState.MatchString(text) {
		return nil
	}
	return []string{StripArticle(text)}
}

// ownState is the State that somebody speaks for anyhow: "on behalf of his Government", "for its part".
var ownState = regexp.MustCompile(`(?i)^` + Lists.Any("possessive") + ` (?:own )?` + Lists.Any("own-state") + `$`)

// linking are the words between a role and its organisation.
var linking = regexp.MustCompile(`(?:, | (?:(?:of|for|at|from|with|in|to|de|del|du|des|à|au|aux|auprès|ante|en|para|per|pour|chez) |d['’] ?))(?:(?:the|la|le|los|las|el|les) |l['’] ?)?`)

// units are parts of an organisation. They stay in the role when the organisation
// itself follows.
var units = regexp.MustCompile(`(?i)\b(?:secretariat|unit|section|branch|area|team|desk|office of the (?:director|president|secretary)|secr[ée]tariat|secretar[íi]a t[ée]cnica|unit[ée]|unidad|área)\b`)

// splitRole divides "Director of X for the Organisation Y" between role and
// organisation.
func splitRole(text string, names Names) (role, organisation string) {
	if at := bodyBefore(text, names); at > 0 {
		return parenthesis.ReplaceAllString(text[at+1:], ""), text[:at]
	}
	if title, body, found := strings.Cut(text, ", "); EndsRole(text) && (!found || unicode.IsUpper(FirstRune(body)) && !StartsRole(body) && !strings.Contains(body, ", ")) {
		return title, CleanBody(body)
	}
	if IsBody(text, names) && !IsRole(text) {
		return "", CleanBody(text)
	}
	if link := linkToBody(text, names); link != nil {
		return strings.TrimSpace(text[:link[0]]), CleanBody(text[link[1]:])
	}
	return parenthesis.ReplaceAllString(text, ""), ""
}

// linkToBody is the first link in a text behind which the name of an organisation begins. A
// unit of one counts where no organisation follows, or where what it is for does.
func linkToBody(text string, names Names) (link []int) {
	for _, m := range linking.FindAllStringIndex(text, -1) {
		if inParentheses(text, m[0]) {
			continue
		}
		right := text[m[1]:]
		switch body := IsBody(right, names); {
		case body && !isUnit(right):
			return m
		case body && link == nil:
			link = m
		case !body && link != nil && purpose.MatchString(text[m[0]:m[1]]):
			return link
		}
	}
	return link
}

// purpose leads to what a unit is for, which is a part of its name: "Secretariat for the Lighting of the Harbour".
var purpose = regexp.MustCompile(`^ (?:for|pour|para) `)

// bodyBefore is the byte at which the name of an organisation ends that stands before an office: "IOM
// Director General". It is 0 where none does.
func bodyBefore(text string, names Names) int {
	const most = 8 // words
	for at, n := 0, 0; n < most; n++ {
		i := strings.IndexAny(text[at:], " ,")
		if i < 0 || text[at+i] == ',' {
			return 0
		}
		at += i
		if StartsRole(text[at+1:]) {
			if _, ok := names.Organisation(text[:at]); ok {
				return at
			}
		}
		at++
	}
	return 0
}

// BodyBehind makes what stands behind a speaker's full name and names no office a body: "Ada Brook, Lamp News
// Today". Behind a single word there may be a name: "KEEPER, ADA LUZ BROOK".
func BodyBehind(sp *corpus.Speaker) {
	if sp.Role != "" && sp.Organisation == "" && strings.Contains(sp.Name, " ") && strings.HasSuffix(parenthesis.ReplaceAllString(sp.AsPrinted, ""), ", "+sp.Role) && bodyName.MatchString(sp.Role) && !rolesWithin.MatchString(sp.Role) {
		sp.Role, sp.Organisation = "", sp.Role
	}
}

// rolesWithin are the nouns of offices, anywhere, and those that begin no office elsewhere.
var rolesWithin = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:` + Lists.Any("role-noun") + `|` + Lists.Any("office-nouns") + `)(?:[^\pL]|$)`)

// bodyName is a name in Latin letters of two to five words.
var bodyName = regexp.MustCompile(`^\p{Latin}*\p{Lu}[\p{Latin}’'&.-]*(?: (?:(?:of|de|del|des|du|and|for|the|et|y) )?\p{Lu}[\p{Latin}’'&.-]*){1,4}$`)

// Merge fills in what a speaker's parenthesis or clause told.
func (a Affiliation) Merge(sp *corpus.Speaker) {
	if sp.Role == "" {
		sp.Role = a.Role
	}
	if sp.Organisation == "" {
		sp.Organisation = a.Organisation
	}
	if sp.Country == "" {
		sp.Country = a.Country
	}
	sp.OnBehalfOf = append(sp.OnBehalfOf, a.behalf...)
}
