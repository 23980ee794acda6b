package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
)

// parens are the parentheses that close a label.
var parens = regexp.MustCompile(`[ \x{a0}]?(?:[(（]([^()（）]*(?:\([^()]*\)[^()]*)?)[)）]|\[([^\[\]]{2,120})\])$`)

// parenthesised divides a label from the parentheses that close it.
func parenthesised(bare string) (string, []string) {
	var groups []string
	bare = emptyParens.ReplaceAllString(bare, "")
	for {
		m := parens.FindStringSubmatchIndex(bare)
		if m == nil || m[0] == 0 {
			return bare, groups
		}
		from, to := m[2], m[3]
		if from < 0 {
			from, to = m[4], m[5]
		}
		groups = append([]string{bare[from:to]}, groups...)
		bare = strings.TrimRight(bare[:m[0]], " \u00a0")
	}
}

// emptyParens are parentheses of which nothing is left, such as of a time.
var emptyParens = regexp.MustCompile(` ?(?:\( ?\)|\[ ?\])`)

// heldBy says whether what a label begins with is an office, in whatever language:
// its holder stands in the parentheses, with a form of address.
func heldBy(bare string, groups []string) bool {
	if len(groups) == 0 || !unicode.IsUpper(firstRune(bare)) || !isTitleCased(bare) || countWords(bare, nameWords+2) > nameWords+1 {
		return false
	}
	p := nameOf(groups[0])
	return p.honorific != "" && p.parts > 0 && p.end == len(groups[0])
}

// strayMark is what recognition puts behind a form of address: "Mr.- Brook".
var strayMark = regexp.MustCompile(`^((?:Mr|Mrs|Ms|Dr|Prof|Hon)\.) ?[-–,.;:_'"]+ ?`)

// inParens reads what a label has in parentheses: the holder of the office, the
// State, the organisation or the party.
func (l *label) inParens(g string, names Names) {
	g = fromSeat.ReplaceAllString(strayMark.ReplaceAllString(g, "$1 "), "")
	if m := beforeParty.FindStringSubmatch(g); m != nil && l.speaker.Presiding {
		g = m[1]
	}
	if l.ofMember(g) || l.bySeat(g, names) || l.byHolder(g, names) {
		return
	}
	if code, ok := names.Country(describe.Capitalise(stripArticle(g))); ok {
		if l.speaker.Country == "" {
			l.speaker.Country = code
		}
		return
	}
	a := affiliationOf(g, names)
	switch {
	case a.organisation != "":
	case startsRole(g):
	case acronymHead.MatchString(g) || strings.Contains(g, "/"):
		a.role, a.organisation = "", g
	default:
		a.role = "" // a constituency
		l.seated = true
	}
	a.merge(&l.speaker)
}

// fromSeat says behind a party that the floor was not given: "(АБ, от място)".
var fromSeat = regexp.MustCompile(`(?i), (?:от място|от мястото|с места|із залу|z miejsca|da lavice|desde (?:su|el) escaño|desde la banca|du banc|vom platz)$`)

// stateBetween is a name with its State, and an office behind.
var stateBetween = regexp.MustCompile(`^([^():]{2,60}) (\(([^()]{3,70})\))(, \p{Lu}[^:]{3,200})$`)

var anyParens = regexp.MustCompile(` ?\([^()]*\)`)

// stateLast puts the State behind an office that follows it: "Ms. Brook (Peru), Rapporteur
// of the Third Committee". What else stands in parentheses belongs to the office.
func stateLast(printed string, names Names) string {
	m := stateBetween.FindStringSubmatch(printed)
	if m == nil || !startsRole(strings.TrimPrefix(m[4], ", ")) {
		return printed
	}
	if _, ok := names.Country(stripArticle(m[3])); !ok {
		return printed
	}
	return m[1] + anyParens.ReplaceAllString(m[4], "") + " " + m[2]
}

// byHolder reads who holds the office outside of the parentheses.
func (l *label) byHolder(g string, names Names) bool {
	if l.speaker.Role != "" && l.speaker.Role != stripArticle(l.speaker.Name) {
		return false // the holder has been named: "Ada Brook, Director of the Institute (XYZ)"
	}
	if strings.HasPrefix(g, "dr. ") {
		g = describe.Capitalise(g) // in Hungary
	}
	p := nameOf(g)
	if office, found := strings.CutPrefix(g[p.end:], ", "); found && l.speaker.Presiding && isOffice(office) {
		g = g[:p.end] // "Präsident (Bach Uwe, Alterspräsident)"
	}
	if p.honorific != "" && initialsBehind.MatchString(g[p.end:]) {
		p.name, p.end = p.name+g[p.end:], len(g)
	}
	whole := p.end == len(g) || p.honorific != "" && (strings.HasPrefix(g[p.end:], " (") || strings.HasPrefix(g[p.end:], "—") || strings.HasPrefix(g[p.end:], ", ") && l.speaker.Presiding)
	if !whole || l.held || utf8.RuneCountInString(g) == 1 || p.honorific == "" && l.speaker.Role == "" && !l.speaker.Presiding {
		return false
	}
	if _, isState := names.Country(g); isState {
		return false
	}
	l.holder(p)
	l.held = true
	return true
}

// initialsBehind are those that tell two of one name apart: "Rep. Brook, A."
var initialsBehind = regexp.MustCompile(`^, (?:\p{Lu}\.[ -]?){1,3}$`)

// ofMember reads what stands behind a member's name or an office: the chair that he
// holds, his first names, or the letters of his party.
func (l *label) ofMember(g string) bool {
	first := donName(g)
	switch {
	case inTheChair.MatchString(g):
		l.speaker.Presiding = true
	case isChair(g) && (l.speaker.Honorific != "" || strings.Contains(l.speaker.Name, " ")):
		l.speaker.Presiding, l.speaker.Role = true, officeName(g)
	case first != "" && l.speaker.Honorific != "":
		l.speaker.Name = first + " " + l.speaker.Name // "El señor BROOK (don Luis)"
	case partyLetters.MatchString(g) && !describe.InCapitals(l.speaker.AsPrinted):
		affiliation{organisation: g}.merge(&l.speaker) // "The LEADER OF THE OPPOSITION (DA)"
	default:
		return false
	}
	return true
}

// inTheChair says that whoever is named presides for the time being.
var inTheChair = regexp.MustCompile(`(?i)^(?:in the chair|presiding|acting speaker|chairing)$`)

// donName is the first names that stand behind a surname: ", don Luis".
func donName(text string) string {
	text = describe.Capitalise(strings.TrimLeft(text, ", "))
	p := nameOf(text)
	if p.honorific != "Don" && p.honorific != "Doña" || p.end < len(text) {
		return ""
	}
	return p.name
}

// isOffice says whether words are an office, or a chair that is held for the time being.
func isOffice(text string) bool {
	return startsOffice(text) || presidingRole.MatchString(text) || strings.HasSuffix(strings.ToLower(text), "präsident") || isChair(text)
}

// isSeat says whether what stands behind a name may be a constituency: "Mme Brook
// (Val-d'Or)".
func isSeat(text string) bool { return unicode.IsUpper(firstRune(text)) && isTitleCased(text) }

// firstNames is those that stand behind a comma after a surname: ", don Luis", or as lists
// of members have them, in capitals as well, ", ANA MARÍA".
func firstNames(surname person, rest string, names Names) string {
	if first := donName(rest); first != "" {
		return first
	}
	first, found := strings.CutPrefix(rest, ", ")
	if !found || surname.honorific == "" || !describe.InCapitals(rest) || startsOffice(first) || !isOnlyName(first) {
		return ""
	}
	if _, isBody := names.Organisation(first); isBody || len(first) <= shortest {
		return ""
	}
	return nameOf(first).name
}

// beforeParty is a chair's holder whose party follows, and perhaps in what way he speaks:
// "(Ana Brook. PT - SP)", "(Ana Brook. Bloco Lume/PT - SP. Sem revisão.)".
var beforeParty = regexp.MustCompile(`^([^.]{5,60})\. (?:\p{Lu}{2}|[^.()]{1,60}(?:/| [-–] ?)\p{Lu}{2})`)

// partyLetters is a party, or what a member is, by its letters.
var partyLetters = regexp.MustCompile(`^\p{Lu}{2,5}$`)

// holder puts the person in the parentheses before the office outside of them.
func (l *label) holder(p person) {
	if l.speaker.Role == "" {
		l.speaker.Role = chairAddress.ReplaceAllString(stripArticle(l.speaker.Name), "")
	}
	l.speaker.Name, l.speaker.Honorific = p.name, p.honorific
	role, organisation := splitOffice(l.speaker.Role)
	l.speaker.Role = role
	if organisation != "" {
		l.speaker.Organisation = organisation
	}
}

// splitOffice divides "Assistant Minister, Ministry of State for Defence".
func splitOffice(role string) (string, string) {
	head, tail, found := strings.Cut(role, ", ")
	if found && bodies.MatchString(tail) && !startsRole(tail) {
		return head, tail
	}
	return role, ""
}
