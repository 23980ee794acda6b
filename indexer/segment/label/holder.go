package label

import (
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// manner are adjectives between an office and its holder in languages that put them
// there: "SUBSECRETARIA ADJUNTA BROOK".
const manner = `(?: (?i:adjunt[oa]|principal|ejecutiv[oa]|t[ée]cnic[oa]|interin[oa]|nacional|federal|permanente|encargad[oa]|especial|adjointe?|général[e]?|délégué[e]?|spécial[e]?|aggiunt[oa]|generale|general))*`

// heading is an office before the name of its holder in other languages than English.
var heading = regexp.MustCompile(`^(?i:(?:el |la |le |il |o |a )?(?:primer[a]? |premier |première |primo |vice-?|sub|sotto|ex)?` + grammar.Lists.Any("office-before-holder") + `)` + manner + ` `)

// named parses a label without its parentheses.
func (l *Label) named(bare string, names grammar.Names, dash bool, groups []string) Style {
	holder := len(groups) > 0 && isOnlyName(groups[0]) && !describe.InCapitals(groups[0]) && describe.InCapitals(grammar.StripArticle(bare))
	if !holder && !heldBy(bare, groups) && l.heldOffice(bare, names) {
		return l.Style
	}
	return l.name(bare, names, dash, groups)
}

// polish is an office before its holder in Poland, whose words have capitals as names have.
var polish = regexp.MustCompile(`^(` + grammar.Lists.Any("polish") + `(?: (?:[^,:;.]|\b\pL{2,4}\.)+)?) (\p{Lu}\p{Ll}+ (?:\p{Lu}\. )?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)$`)

// czech is the same in Czech and Slovak, where its words have small letters: "Ministr vnitra
// ČR Jan Lípa".
var czech = regexp.MustCompile(`^(` + grammar.Lists.Any("czech") + `(?: (?:[\p{Ll}]+|ČR|SR|ČSFR),?)*) (\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)$`)

// swedish is an office and, behind a comma, its holder, whose surname is in capitals: "Chefen
// för vägdepartementet, herr statsrådet LIND".
var swedish = regexp.MustCompile(`^(\p{Lu}\p{Ll}+ för [^,:()]{5,90}), ((?:herr |fru |fröken )?)(?:\p{Ll}+ )?(\p{Lu}[\p{Lu}-]{2,}(?: \p{Lu}[\p{Lu}-]+)?)$`)

// chief is the head of an international body, in languages that print the office with
// small letters or have none.
var chief = regexp.MustCompile(`^(?i:(?:le |la )?(?:secrétaire générale?(?: adjointe?)?|haute?-commissaire(?: adjointe?)?|direct(?:eur général|rice générale))|(?:заместитель )?генеральн(?:ый|ого) (?:секретар[ья]|директора?)|верховный комиссар|الأمينة? العامة?|المديرة? العامة?|秘书长|总干事|高级专员)$`)

// memberOfficer is an office behind the form of address of a member, in Mexico: "La senadora
// secretaria Ada Brook".
var memberOfficer = regexp.MustCompile(`^(?:El|La) (?:senadora?|diputad[oa]) ((?:vice|pro)?(?:president[ea]|secretari[oa])) (\p{Lu}.+)$`)

// splitHolder divides an office from its holder's name: "Canciller Ada Brook", "Directora
// general de Prensa, Ada Brook".
func splitHolder(bare string) (office, holder string) {
	if m := memberOfficer.FindStringSubmatch(bare); m != nil {
		return m[1], m[2]
	}
	if _, n := grammar.HonorificOf(bare); n > 0 {
		lead := heading.FindString(bare[n:]) // "LA DIP. SECRETARIA ANA BROOK"
		return strings.TrimRight(lead, " "), bare[n+len(lead):]
	}
	m := polish.FindStringSubmatch(bare)
	if m == nil {
		m = czech.FindStringSubmatch(bare)
	}
	if m != nil {
		return m[1], m[2]
	}
	if m := swedish.FindStringSubmatch(bare); m != nil {
		return m[1], m[2] + m[3]
	}
	if at := strings.LastIndex(bare, ", "); at > 0 {
		if office, holder = bare[:at], bare[at+2:]; strings.Contains(holder, " ") && StartsOffice(grammar.StripArticle(office)) {
			return office, holder
		}
		return bare, ""
	}
	lead := heading.FindString(bare)
	return strings.TrimRight(lead, " "), bare[len(lead):]
}

// heldOffice parses an office that names its holder.
func (l *Label) heldOffice(bare string, names grammar.Names) bool {
	office, holder := splitHolder(bare)
	p := grammar.NameOf(describe.Capitalise(holder))
	first := strings.ToLower(grammar.WordAt(holder))
	if office == "" || p.Parts == 0 || p.End < len(holder) || grammar.LinkWords[first] || officeTails[first] || corpus.NameParticle(first) || StartsOffice(grammar.StripArticle(holder)) || grammar.NamesParty(holder, names) || grammar.Bodies.MatchString(holder) {
		return false
	}
	l.Style = Plain
	switch {
	case describe.InCapitals(bare):
		l.Style = Shouted
	case grammar.Article.MatchString(bare) || p.Parts > 1 || p.Honorific != "":
		l.Style = Formal
	}
	if describe.InCapitals(office) {
		office = grammar.OfficeName(office)
	}
	l.Speaker = corpus.Speaker{AsPrinted: l.Speaker.AsPrinted, Name: p.Name, Honorific: p.Honorific}
	grammar.AffiliationOf(grammar.StripArticle(office), names).Merge(&l.Speaker)
	l.Speaker.Presiding = PresidingOffice.MatchString(office)
	return true
}

// honoured parses an office with a form of address before it: "El señor MINISTRO DE
// HACIENDA", whose holder stands in parentheses.
func (l *Label) honoured(bare string, groups []string, names grammar.Names) bool {
	honorific, n := grammar.HonorificOf(bare)
	n += len(ordinal.FindString(bare[n:]))
	if n == 0 || !grammar.StartsRole(bare[n:]) && !isHeldOffice(bare[n:], groups, names) {
		return false
	}
	l.Speaker.Honorific, l.Speaker.Role = honorific, grammar.OfficeName(bare[n:])
	l.Speaker.Name = l.Speaker.Role
	return true
}

// ordinal counts the holders of an office: "O SR. 1º SECRETÁRIO".
var ordinal = regexp.MustCompile(`^\d{1,2}(?:\.?[ºª°]|\.[oa]) `)

// officeInside is a link inside an office in capitals: "CATEDRÁTICO DE DERECHO CIVIL".
var officeInside = regexp.MustCompile(`^\p{Lu}{4,} (?:DE|DEL|DE LA|DE LOS|D[OA]S?|DI|DELLA|DU|DES|Y|E|OF|FOR) \p{Lu}{3,}`)

// isHeldOffice says whether words in capitals are an office that no word for one
// begins: its holder stands in the parentheses, in small letters, and not the State of
// "El Sr. ARROYO DE VEGA (Cuba)".
func isHeldOffice(text string, groups []string, names grammar.Names) bool {
	if len(groups) == 0 || !officeInside.MatchString(text) || describe.InCapitals(groups[0]) || grammar.NamesParty(groups[0], names) {
		return false
	}
	p := grammar.NameOf(groups[0])
	return p.Parts > 0 && p.End == len(groups[0])
}

// isOnlyName says whether a text is a name from end to end.
func isOnlyName(text string) bool {
	first, _, _ := strings.Cut(strings.ToLower(text), " ")
	return grammar.NameOf(text).End == len(text) && !grammar.LinkWords[first] && !officeTails[first] && first != ""
}

// officeTails go on with an office where a name might: "Secretario General".
var officeTails = grammar.Lists.Set("office-tails")
