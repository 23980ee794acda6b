package opening

import (
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// chairing is the office of an officer of the meeting before his name.
var chairing = regexp.MustCompile(`^(?:The )?((?:(?:\p{Lu}[\p{L}\d/-]* (?:(?:of|for|and|on|the) ){0,2}){1,7}?\(\p{Lu}[\p{Lu}-]+\) )?(?:\p{Lu}[\p{L}\d/-]* ){0,4}?(?:\d+(?:/\p{Lu}+ \d+)? )?(?:Incoming |Outgoing |Acting |Deputy |Vice-|Co-)?` + grammar.Lists.Any("chairing") + `) `)

// presidency is such an office in French and Spanish.
var presidency = regexp.MustCompile(`^(?:[Ll][ea] |[Ee]l )?((?:[Cc]o-?|[Vv]ice-?)?` + grammar.Lists.Any("presidency") + `(?: de la (?:COP|CdP|CMP|CRP)| (?:du|del) \p{Lu}[\p{Lu}\d-]*)?) `)

// Officer parses "Co-Chair Brook" and "Executive Secretary Ada Brook".
func (c Clauses) Officer(text string) (corpus.Speaker, int, bool) {
	m := chairing.FindStringSubmatchIndex(text)
	if m == nil {
		m = presidency.FindStringSubmatchIndex(text)
	}
	if m == nil {
		if sp, used := c.pair(text); used > 0 {
			return sp, used, true
		}
		return c.unnamed(text)
	}
	p := grammar.NameOf(text[m[1]:])
	if p.Parts == 0 || p.Parts > 4 || grammar.StartsRole(p.Name) {
		return c.unnamed(text)
	}
	role := strings.ReplaceAll(text[m[2]:m[3]], "- ", "-") // as a line broke it
	sp := corpus.Speaker{Name: p.Name, Honorific: p.Honorific, Role: role}
	if found := c.Names.Countries(role); len(found) == 1 {
		sp.Country = found[0] // "German Chancellor Ada Brook"
	}
	sp.Presiding = PresidingRole.MatchString(role) && sp.Country == "" && !outside.MatchString(role)
	used := m[1] + p.End
	if used += c.bracketed(&sp, text[used:]); sp.Country == "" {
		sp.Country = c.states[grammar.LastWord(sp.Name)]
	}
	return sp, used + ofBody(text[used:]), true
}

// paired are the offices of two who preside together, before their names.
var paired = regexp.MustCompile(`^(?:The )?((?:\p{Lu}[\p{Lu}\d/-]+ )?Co-(?:[Cc]hair|[Ff]acilitator|[Mm]oderator))s `)

// pair parses those who preside together, and how much of a text they take: "Co-Chairs Brook and Vega".
func (c Clauses) pair(text string) (corpus.Speaker, int) {
	m := paired.FindStringSubmatchIndex(text)
	if m == nil {
		return corpus.Speaker{}, 0
	}
	p := grammar.NameOf(text[m[1]:])
	sp := corpus.Speaker{Name: p.Name, Honorific: p.Honorific, Role: text[m[2]:m[3]], Presiding: true}
	used := m[1] + p.End
	used += c.bracketed(&sp, text[used:])
	if others, n := c.companions(sp, text[used:]); n > 0 {
		sp.JoinedBy = others
		return sp, used + n
	}
	tail, ok := strings.CutPrefix(text[used:], " and ")
	other := grammar.NameOf(tail)
	if !ok || p.Parts == 0 || other.Parts == 0 {
		return corpus.Speaker{}, 0
	}
	end := other.End + len(Bracketed.FindString(tail[other.End:]))
	sp.JoinedBy = []string{tail[:end]}
	return sp, used + len(" and ") + end
}

// bracketed reads what a name has in parentheses, and how much of the text that takes.
func (c Clauses) bracketed(sp *corpus.Speaker, text string) int {
	b := Bracketed.FindStringSubmatchIndex(text)
	if b == nil {
		return 0
	}
	grammar.AffiliationOf(text[b[2]:b[3]], c.Names).Merge(sp)
	return b[1]
}

// maxBody is how many words the body may have that an officer is of.
const maxBody = 8

// ofBody is the length of " of the second contact group" behind an officer who says
// something.
func ofBody(text string) int {
	const of = " of the "
	if !strings.HasPrefix(text, of) {
		return 0
	}
	used := len(of) - 1
	for range maxBody {
		word, _, _ := strings.Cut(text[used+1:], " ")
		if grammar.Saying[word] {
			return used
		}
		used += 1 + len(word)
		if used == len(text) || strings.HasSuffix(word, ",") || grammar.EndsSentence(word) {
			return 0
		}
	}
	return 0
}

// office is an officer or body of the meeting without a name.
var office = regexp.MustCompile(`^The ((?:\p{Lu}{2}[\p{Lu}\d-]* )?(?:Acting |Vice-|Co-)?` + grammar.Lists.Any("office") + `)\b|^((?:El|La|Le) (?:[Pp]r[ée]sident[ea]?|[Ff]acilitador[a]?|[Ff]acilitat(?:eur|rice)|Secretar[ií]a|Secrétariat)(?: (?:del|de la|du) (?:grupo|groupe|OSE|OSACT|SBI|SBSTA|GTE|\p{Lu}[\p{Lu}-]{2,}))?)(?:\b| )`)

func anonymous(text string) (corpus.Speaker, int, bool) {
	m := office.FindStringSubmatchIndex(text)
	if m == nil || !strings.HasPrefix(text[m[1]:], " ") && Insertion(text[m[1]:]) == "" {
		return corpus.Speaker{}, 0, false
	}
	if m[2] < 0 {
		return abroad(text, m[5])
	}
	m[1] += ofBody(text[m[1]:])
	word, after := grammar.FirstWord(AfterInsertion(text[m[1]:]))
	if grammar.Adverbs[word] {
		word, _ = grammar.FirstWord(after)
	}
	role := text[m[2]:m[3]]
	if !grammar.Saying[word] {
		return corpus.Speaker{}, 0, false
	}
	if strings.HasSuffix(role, "Secretariat") {
		return corpus.Speaker{Organisation: role}, m[1], true
	}
	return corpus.Speaker{Name: "The " + role, Role: role, Presiding: PresidingRole.MatchString(role)}, m[1], true
}

// ofGroup is the body that an officer is of, before his name.
var ofGroup = regexp.MustCompile(`^ of the [\pL\d ./-]{3,90}, (?:the )?`)

// unnamed parses an officer whose name does not follow the office: it stands behind the body,
// as in "The Chair of the group on lamps, Ada Brook (Ghana), reported", or nowhere.
func (c Clauses) unnamed(text string) (corpus.Speaker, int, bool) {
	m := office.FindStringSubmatchIndex(text)
	if m == nil || m[2] < 0 {
		return anonymous(text)
	}
	at := m[1] + len(ofGroup.FindString(text[m[1]:]))
	p := grammar.NameOf(text[at:])
	if at == m[1] || p.Parts < 2 || p.Parts > 4 || grammar.StartsRole(p.Name) {
		return anonymous(text)
	}
	role := strings.TrimRight(text[m[2]:at], ", ")
	sp := corpus.Speaker{Name: p.Name, Honorific: p.Honorific, Role: role, Presiding: PresidingRole.MatchString(text[:m[3]])}
	at += p.End
	return sp, at + c.bracketed(&sp, text[at:]), true
}

// abroad is such an officer in French or Spanish, whose name ends at a byte.
func abroad(text string, end int) (corpus.Speaker, int, bool) {
	word, after := grammar.FirstWord(text[end:])
	name := strings.TrimSpace(text[:end])
	role := grammar.StripArticle(name)
	sp := corpus.Speaker{Name: name, Role: role, Presiding: PresidingRole.MatchString(role)}
	return sp, end, grammar.Saying[word] || grammar.SaysInPerfect(word, after)
}

// outside are the bodies whose presidents have no chair of a meeting.
var outside = regexp.MustCompile(`\b(?:Commission|Parliament|Bank|Republic|European|Court|Foundation|Fund|Senate|Federation)\b`)

// PresidingRole is the role of whoever presides.
var PresidingRole = regexp.MustCompile(`(?:Chair(?:man|woman|person)?|President|Facilitator|Moderator)s?$|(?i)pr[ée]sident[ea]?$|facilita|mod[ée]ra`)

// IsOfficeOf says whether a speaker is an office alone, and it is that of another who has a name:
// "the Chair" behind "SBI Chair Ada Brook".
func IsOfficeOf(alone, holder corpus.Speaker) bool {
	office := grammar.StripArticle(alone.Name)
	return alone.Presiding && holder.Presiding && office == alone.Role && holder.Role != "" && holder.Name != alone.Name &&
		(holder.Role == office || strings.HasSuffix(holder.Role, " "+office))
}

// office parses an officer of the meeting without a name behind an introductory clause:
// "Under item 3, the Chair proposed …".
func (c Clauses) office(text string) (corpus.Speaker, int, bool) {
	sp, used, ok := anonymous("The " + text)
	used -= len("The ")
	if !ok || c.Narrated || !c.says(sp, text[used:], false) {
		return corpus.Speaker{}, 0, false
	}
	sp.AsPrinted = "the " + text[:used]
	return sp, used, true
}
