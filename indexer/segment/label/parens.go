package label

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/opening"
)

// parens are the parentheses that close a label.
var parens = regexp.MustCompile(`[ \x{a0}]?(?:[(（]([^()（）]*(?:\([^()]*\)[^()]*)?)[)）]|\[([^\[\]]{2,120})\])$`)

// Parenthesised divides a label from the parentheses that close it.
func Parenthesised(bare string) (string, []string) {
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
		groups = append([]string{strings.TrimSpace(bare[from:to])}, groups...)
		bare = strings.TrimRight(bare[:m[0]], " \u00a0")
	}
}

// emptyParens are parentheses of which nothing is left, such as of a time.
var emptyParens = regexp.MustCompile(` ?(?:\( ?\)|\[ ?\])`)

// officeAbroad is an office before its holder, in languages that give the holder no form of
// address: "Fyrministeren (Lise Holm)".
var officeAbroad = regexp.MustCompile(`(?i)^` + grammar.Lists.Any("office-abroad") + `$`)

// faction is a party before the name of its member, as in Indonesia: "F-PLT (ADA BROOK)".
var faction = regexp.MustCompile(`^F ?[-.] ?\p{Lu}[\p{Lu} -]{1,30}$`)

// officeWords is how many words the longest office has whose holder stands behind it in parentheses.
const officeWords = 10

// heldBy says whether what a label begins with is an office, in whatever language:
// its holder stands in the parentheses, with a form of address.
func heldBy(bare string, groups []string) bool {
	if len(groups) == 0 || !unicode.IsUpper(grammar.FirstRune(bare)) || strings.Contains(bare, " The ") || !grammar.IsTitleCased(bare) || grammar.CountWords(bare, officeWords+1) > officeWords {
		return false
	}
	p := grammar.NameOf(groups[0])
	return p.Honorific != "" && p.Parts > 0 && p.End == len(groups[0])
}

// InParens reads what a label has in parentheses: the holder of the office, the
// State, the organisation or the party.
func (l *Label) InParens(g string, names grammar.Names) {
	g = strings.Replace(fromSeat.ReplaceAllString(mend(g, strayMark), ""), "/F.", "/F-", 1)
	if m := beforeParty.FindStringSubmatch(g); m != nil && l.Speaker.Presiding {
		g = cmp.Or(m[1], m[2])
	}
	if _, party, found := strings.Cut(g, "/F-"); found && l.Speaker.Presiding && isNamed(g) {
		grammar.Affiliation{Organisation: "F-" + party}.Merge(&l.Speaker) // "KETUA RAPAT (ADA BROOK/F-PLT)"
		g = holderOf(g)
	}
	if code, ok := names.Country(g); ok && len(g) < stateLetters && describe.InCapitals(g) && l.Speaker.Country == "" {
		l.Speaker.Country = code // "(USA)", which could be a party
		return
	}
	if l.ofMember(g) || l.bySeat(g, names) || l.byHanHolder(g) || l.byHolder(g, names) {
		return
	}
	if code, ok := names.Country(describe.Capitalise(grammar.StripArticle(g))); ok {
		if l.Speaker.Country == "" {
			l.Speaker.Country = code
		}
		return
	}
	a := grammar.AffiliationOf(g, names)
	switch {
	case a.Organisation != "" && a.Role != "" && !grammar.StartsRole(a.Role):
		a.Role, a.Organisation = "", g // a party and the Land: "(LP, Kavie)"
	case a.Organisation != "":
	case grammar.StartsRole(g), grammar.EndsRole(g):
	case grammar.AcronymHead.MatchString(g) || strings.Contains(g, "/"):
		a.Role, a.Organisation = "", seatBehind.ReplaceAllString(g, "")
	default:
		a.Role = "" // a constituency
		l.seated = true
	}
	a.Merge(&l.Speaker)
}

// seatBehind is what stands behind a bench and its party in Brazil: the Land of the seat, and how
// it is said: "Bloco Lume/PLT - SP. Pela ordem. Sem revisão da oradora."
var seatBehind = regexp.MustCompile(` [-–] \p{Lu}{2}(?:\. .*)?$`)

// stateLetters is the length in bytes below which capitals are the letters of a State.
const stateLetters = 10

// fromSeat says behind a party that the floor was not given: "(АБ, от място)".
var fromSeat = regexp.MustCompile(`(?i), ` + grammar.Lists.Any("from-seat") + `$`)

// stateBetween is a name with its State, and an office behind.
var stateBetween = regexp.MustCompile(`^([^():]{2,60}) (\(([^()]{3,70})\))(, \p{Lu}[^:]{3,200})$`)

var anyParens = regexp.MustCompile(` ?\([^()]*\)`)

// stateLast puts the State behind an office that follows it: "Ms. Brook (Peru), Rapporteur
// of the Third Committee". What else stands in parentheses belongs to the office.
func stateLast(printed string, names grammar.Names) string {
	m := stateBetween.FindStringSubmatch(printed)
	if m == nil || !grammar.StartsRole(strings.TrimPrefix(m[4], ", ")) {
		return printed
	}
	if _, ok := names.Country(grammar.StripArticle(m[3])); !ok {
		return printed
	}
	return m[1] + anyParens.ReplaceAllString(m[4], "") + " " + m[2]
}

// byHolder reads who holds the office outside of the parentheses.
func (l *Label) byHolder(g string, names grammar.Names) bool {
	if l.Speaker.Role != "" && l.Speaker.Role != grammar.StripArticle(l.Speaker.Name) {
		return false // the holder has been named: "Ada Brook, Director of the Institute (XYZ)"
	}
	if smallTitle.MatchString(g) {
		g = describe.Capitalise(g)
	}
	p := grammar.NameOf(g)
	if office, found := strings.CutPrefix(g[p.End:], ", "); found && l.Speaker.Presiding && isOffice(office) {
		g = g[:p.End] // "Präsident (Bach Uwe, Alterspräsident)"
	}
	if p.Honorific != "" && initialsBehind.MatchString(g[p.End:]) {
		p.Name, p.End = p.Name+g[p.End:], len(g)
	}
	whole := p.End == len(g) || p.Honorific != "" && (strings.HasPrefix(g[p.End:], " (") || strings.HasPrefix(g[p.End:], "—") || strings.HasPrefix(g[p.End:], ", ") && l.Speaker.Presiding)
	if !whole || l.held || utf8.RuneCountInString(g) == 1 || p.Honorific == "" && l.Speaker.Role == "" && !l.Speaker.Presiding {
		return false
	}
	if _, isState := names.Country(g); isState {
		return false
	}
	l.holder(p)
	l.held = true
	return true
}

// smallTitle is a form of address that has a small letter, in Hungary and in Montevideo.
var smallTitle = regexp.MustCompile(`^(?:dr\.|don|doña) `)

// initialsBehind are those that tell two of one name apart: "Rep. Brook, A."
var initialsBehind = regexp.MustCompile(`^, (?:\p{Lu}\.[ -]?){1,3}$`)

// ofMember reads what stands behind a member's name or an office: the chair that he
// holds, his first names, or the letters of his party.
func (l *Label) ofMember(g string) bool {
	first := donName(g)
	switch {
	case inTheChair.MatchString(g):
		l.Speaker.Presiding = true
	case IsChair(g) && (l.Speaker.Honorific != "" || strings.Contains(l.Speaker.Name, " ")):
		l.Speaker.Presiding, l.Speaker.Role = true, grammar.OfficeName(g)
	case first != "" && l.Speaker.Honorific != "" && l.Speaker.Name != l.Speaker.Role:
		l.Speaker.Name = first + " " + l.Speaker.Name // "El señor BROOK (don Luis)"
	case partyLetters.MatchString(g) && !describe.InCapitals(l.Speaker.AsPrinted):
		grammar.Affiliation{Organisation: g}.Merge(&l.Speaker) // "The LEADER OF THE OPPOSITION (DA)"
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
	p := grammar.NameOf(text)
	if p.Honorific != "Don" && p.Honorific != "Doña" || p.End < len(text) {
		return ""
	}
	return p.Name
}

// isOffice says whether words are an office, or a chair that is held for the time being.
func isOffice(text string) bool {
	return StartsOffice(text) || opening.PresidingRole.MatchString(text) || strings.HasSuffix(strings.ToLower(text), "präsident") || IsChair(text)
}

// IsSeat says whether what stands behind a name may be a constituency: "Mme Brook
// (Val-d'Or)".
func IsSeat(text string) bool {
	return unicode.IsUpper(grammar.FirstRune(text)) && grammar.IsTitleCased(text)
}

// firstNames is those that stand behind a comma after a surname: ", don Luis", or as lists
// of members have them, in capitals as well, ", ANA MARÍA".
func firstNames(surname grammar.Person, rest string, names grammar.Names) string {
	if first := donName(rest); first != "" {
		return first
	}
	first, found := strings.CutPrefix(rest, ", ")
	if !found || surname.Honorific == "" || !describe.InCapitals(rest) || StartsOffice(first) || !isOnlyName(first) {
		return ""
	}
	if _, isBody := names.Organisation(first); isBody || len(first) <= Shortest {
		return ""
	}
	return grammar.NameOf(first).Name
}

// beforeParty is a chair's holder whose party follows, and perhaps in what way he speaks:
// "(Ana Brook. PT - SP)", "(Ana Brook. Bloco Lume/PT - SP. Sem revisão.)", "(Ana Brook, PLT)".
var beforeParty = regexp.MustCompile(`^(?:([^.]{5,60})\. (?:\p{Lu}{2}|[^.()]{1,60}(?:/| [-–] ?)\p{Lu}{2})|(\p{Lu}[^,()]*[ .][^,()]{2,60}), \p{Lu}{2,8}\*?$)`)

// partyLetters is a party, or what a member is, by its letters.
var partyLetters = regexp.MustCompile(`^\p{Lu}{2,5}$`)

// holder puts the person in the parentheses before the office outside of them.
func (l *Label) holder(p grammar.Person) {
	if l.Speaker.Role == "" {
		l.Speaker.Role = ChairAddress.ReplaceAllString(grammar.StripArticle(l.Speaker.Name), "")
	}
	l.Speaker.Name, l.Speaker.Honorific = p.Name, p.Honorific
	role, organisation := splitOffice(l.Speaker.Role)
	l.Speaker.Role = role
	if organisation != "" {
		l.Speaker.Organisation = organisation
	}
}

// splitOffice divides "Assistant Minister, Ministry of State for Defence".
func splitOffice(role string) (string, string) {
	head, tail, found := strings.Cut(role, ", ")
	if found && grammar.Bodies.MatchString(tail) && !grammar.StartsRole(tail) {
		return head, tail
	}
	return role, ""
}

// isHeldAbroad says whether a label has such an office and a name in the parentheses, or any before
// a name and a party that have parentheses of their own: "Framsögumaður meiri hluta (Anna Ljósdóttir)
// (Lj)".
func isHeldAbroad(bare string, groups []string) bool {
	return len(groups) > 0 && isNamed(groups[0]) && (officeAbroad.MatchString(bare) ||
		len(groups) == 2 && shortParty.MatchString(groups[1]) && unicode.IsUpper(grammar.FirstRune(bare)) && !grammar.IsTitleCased(bare) && grammar.CountWords(bare, officeWords+1) <= officeWords)
}

// shortParty is a party by its first letters, of which only the first is a capital.
var shortParty = regexp.MustCompile(`^\p{Lu}\p{Ll}{0,3}$`)

// isNamed says whether parentheses have nothing but a name of two words or more, and the
// degrees behind it.
func isNamed(g string) bool { return strings.Contains(holderOf(g), " ") }

// degrees stand before a name in Indonesia.
var degrees = regexp.MustCompile(`^(?:(?:Hj?|H\.? ?R|Drs?|Dra|Ir|KH|Prof)\. ?)+`)

// BehindDegrees is a name with the degrees that stand behind it: "Ada Brook, S.E., M.Si."
var BehindDegrees = regexp.MustCompile(`^[^,]+(?:, ?(?:\p{Lu}\p{L}{0,4}\.){1,4}(?:\p{Lu}\p{L}{0,4})?)+$`)

// holderOf is the name in parentheses, without the party and the degrees behind it.
func holderOf(g string) string {
	g, _, _ = strings.Cut(degrees.ReplaceAllString(g, ""), "/F-")
	p := grammar.NameOf(g)
	if p.End < len(g) && !strings.HasPrefix(g[p.End:], ",") {
		return ""
	}
	return p.Name
}

// holds reads a label that begins with an office or a party whose holder or member stands in
// the parentheses, and gives back those of which more is to be read.
func (l *Label) holds(bare string, groups []string) []string {
	switch {
	case (l.Style == None || l.Style == Plain && strings.Contains(bare, ", ")) && heldBy(bare, groups), isHeldAbroad(bare, groups):
		l.Style, l.Speaker.Role, l.Single = Formal, grammar.OfficeName(grammar.StripArticle(bare)), false
		l.Speaker.Name = l.Speaker.Role
		if isNamed(groups[0]) && BehindDegrees.MatchString(groups[0]) {
			groups[0] = holderOf(groups[0])
		}
	case len(groups) == 1 && faction.MatchString(bare) && isNamed(groups[0]):
		l.Style, l.held, l.Single = Formal, true, false
		l.Speaker.Organisation, l.Speaker.Name = bare, holderOf(groups[0])
		return nil
	}
	if m := devanagariHolder.FindStringSubmatch(strings.Join(groups, "; ")); m != nil && l.Style != None {
		l.Style, l.Single, l.held = Formal, false, true
		l.Speaker.Role, l.Speaker.Name, l.Speaker.Honorific = bare, m[2], m[1]
		return nil
	}
	return groups
}

// devanagariHolder is who holds an office in Hindi: "मंत्री (श्री राम दीपक)".
var devanagariHolder = regexp.MustCompile(`^(श्री|श्रीमती|सुश्री|कुमारी|डॉ\.|प्रो\.) ([^;]{3,60})$`)
