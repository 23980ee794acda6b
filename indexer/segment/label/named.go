package label

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/opening"
)

// PartyHead begins the name of a party, whose letters stand in parentheses.
var PartyHead = regexp.MustCompile(`^` + grammar.Lists.Any("party-head"))

// name parses a label without its parentheses: a person or an office.
func (l *Label) name(bare string, names grammar.Names, dash bool, groups []string) Style {
	shouted, bracketed := describe.InCapitals(bare), len(groups) > 0
	switch {
	case IsChair(bare):
		l.Speaker.Presiding = true
		l.Speaker.Name = grammar.OfficeName(bare)
	case l.chairByName(bare):
	case Question.MatchString(bare):
		l.Asks = true
		return Shouted
	case Answer.MatchString(bare):
		l.Replies = true
		return Shouted
	case floor.MatchString(bare):
		l.GoesOn = true
		return Formal
	case Nameless.MatchString(bare):
		l.nameless = true
		return Shouted
	case crowd.MatchString(bare):
		return Formal
	case TableClerk.MatchString(bare) && (shouted || grammar.IsTitleCased(bare)):
		l.Speaker.Name, l.Speaker.Role = grammar.OfficeName(bare), grammar.OfficeName(grammar.StripArticle(bare))
		if shouted {
			return Shouted
		}
		return Formal
	case Peer.MatchString(bare):
		l.Speaker.Name = grammar.OfficeName(Peer.FindStringSubmatch(bare)[1])
		return Formal
	case StartsOffice(grammar.StripArticle(bare)) && (grammar.IsTitleCased(bare) || isTitledMember(bare)), chief.MatchString(bare):
		return l.office(bare, shouted)
	case honouredOffice.MatchString(bare) && StartsOffice(grammar.StripArticle(honouredOffice.ReplaceAllString(bare, "$1$2"))) && grammar.IsTitleCased(bare):
		return l.office(honouredOffice.ReplaceAllString(bare, "$1$2"), shouted)
	case bracketed && PartyHead.MatchString(bare):
		return None
	case bracketed && l.honoured(bare, groups, names), l.han(bare):
		return Formal
	case l.arabicOffice(bare):
		return Formal
	case !bracketed && !dash && l.isParty(bare, names):
		return Plain
	default:
		return l.person(bare, names, dash, bracketed)
	}
	if shouted {
		return Shouted
	}
	return Formal
}

// office parses "The Minister for Roads" and "SECRETARY KERRY".
func (l *Label) office(bare string, shouted bool) Style {
	if p := grammar.NameOf(bare); p.Honorific != "" && p.End == len(bare) && !grammar.StartsRole(p.Name) {
		l.Speaker.Name, l.Speaker.Honorific = p.Name, p.Honorific
	} else if m := titled.FindString(bare); m != "" && isOnlyName(describe.Capitalise(bare[len(m):])) {
		p := grammar.NameOf(describe.Capitalise(bare[len(m):]))
		l.Speaker.Name, l.Speaker.Honorific, l.Speaker.Role = p.Name, p.Honorific, grammar.OfficeName(strings.TrimSpace(grammar.StripArticle(m)))
		l.Speaker.Presiding = chairs.MatchString(m) || p.Honorific != "" && presides.MatchString(m)
		if !shouted {
			return Formal
		}
	} else {
		l.Speaker.Name, l.Speaker.Role = grammar.OfficeName(bare), grammar.OfficeName(grammar.StripArticle(bare))
	}
	if shouted {
		return Shouted
	}
	if !grammar.Article.MatchString(bare) && l.Speaker.Honorific == "" && !crown.MatchString(bare) && !chief.MatchString(bare) {
		return Plain
	}
	return Formal
}

// honouredOffice is a form of address before an office: "HON. LEADER OF THE OPPOSITION", "H.E. THE GOVERNOR".
var honouredOffice = regexp.MustCompile(`^(?:(?i:the )?(?i:hon(?:ou?rable|\.)) (\p{Lu}[\pL-]+(?: \p{Lu}[\pL-]+)? (?i:of|for) .+)|(?i:h\. ?e\.|(?:his|her) excellency),? ((?i:the) .+))$`)

// crown begins the office of an officer of the crown.
var crown = regexp.MustCompile(`^H\. ?M\. `)

// isTitledMember says whether an office stands before a member's form of address
// and name: "La Secretaria diputada X".
func isTitledMember(bare string) bool {
	rest := describe.Capitalise(bare[len(titled.FindString(bare)):])
	honorific, _ := grammar.HonorificOf(rest)
	return len(rest) < len(bare) && honorific != "" && isOnlyName(rest)
}

// titled is an office before its holder's name: "Secretary-General Brook".
var titled = regexp.MustCompile(`^(?:\p{Lu}[\p{L}-]* ){0,2}?(?i:(?:under[- ]|deputy |vice[- ]|co-|assistant |special |foreign |prime |high |attorney |crown )*` + grammar.Lists.Any("titled") + `) `)

// presides is a chair's office before a member's form of address: "El Presidente
// diputado X".
var presides = regexp.MustCompile(`(?i)president[ea]? $`)

var chairs = regexp.MustCompile(`(?i)(?:chair(?:man|woman|person)?|speaker|moderator|präsident(?:in)?) $`)

func (l *Label) person(bare string, names grammar.Names, dash, bracketed bool) Style {
	p := grammar.NameOf(bare)
	rest := strings.TrimSpace(bare[p.End:])
	if p.Parts == 0 || rest != "" && !strings.HasPrefix(rest, ",") && !isCapitalled(bare[:p.End], rest) && (!isArabicOffice(rest) || grammar.StartsRole(p.Name)) || IsChair(bare[:p.End]) || tellsOf.MatchString(rest) {
		return None // "Señor Presidente, señoras y señores:" addresses, it does not name
	}
	l.Speaker.Name, l.Speaker.Honorific = p.Name, p.Honorific
	if first := firstNames(p, rest, names); first != "" {
		l.Speaker.Name, rest = first+" "+p.Name, "" // "El señor BROOK, don Luis", "SRA. BROOK, ANA"
	}
	grammar.AffiliationOf(rest, names).Merge(&l.Speaker)
	switch {
	case describe.InCapitals(bare[:p.End]) && l.isShouted(p, bracketed):
		return Shouted
	case p.Parts > 1 && Rolls[strings.ToLower(grammar.LastWord(bare))]:
		return None // "Mr. Luigi Faro Witnesses:", of those who are there
	case p.Honorific != "" || dash && (bracketed || rest != "") || p.Parts == 2 && rest != "" && grammar.StartsRole(l.Speaker.Role):
		return Formal // "Ada Brook, Bundesrätin"
	case p.Parts == 1 && p.End == len(bare) && isSurname(bare):
		l.Single = true
		return Plain
	case bracketed && p.Parts > 1, p.Parts > 1 && p.Parts < 6 && opening.IsFullName(opening.Opening{Speaker: l.Speaker, Parts: p.Parts}):
		return Plain
	}
	return None
}

// tellsOf is a verb behind a name, which an office has not: ", M.P., is unable to attend".
var tellsOf = regexp.MustCompile(`^,[^:]* (?:is|was|are|were|has|had|shall|will) \pL`)

// isShouted says whether a name in capitals is one for certain.
func (l *Label) isShouted(p grammar.Person, bracketed bool) bool {
	return (!bracketed || l.Speaker.Role != "") && (p.Honorific != "" || p.Parts > 1)
}

// isCapitalled says whether a name in capitals goes before an office in small letters, with
// nothing between them: "LÁMPÁS ÉVA jegyző".
func isCapitalled(name, rest string) bool {
	return strings.Contains(name, " ") && grammar.IsShoutedWord(grammar.LastWord(name)) && describe.InCapitals(name) && strings.ToLower(rest) == rest && !strings.ContainsAny(rest, ",.;!?") && grammar.CountWords(rest, nameWords+1) <= nameWords
}

// isSurname says whether a word may be a surname that stands alone before what is
// said: it is in capitals, or as long as few words are that open a remark ("Note:").
func isSurname(word string) bool {
	n := utf8.RuneCountInString(word)
	if hanName.MatchString(word) {
		return !hanTitle.MatchString(word)
	}
	lower := strings.ToLower(word)
	return describe.InCapitals(word) && n > 1 && !Rolls[lower] || n > 4 && unicode.IsUpper(grammar.FirstRune(word)) && !Rolls[lower] && !Labels[lower]
}

// hanName is a name in Chinese: "汪文斌".
var hanName = regexp.MustCompile(`^\p{Han}{2,4}$`)

// Labels are words that stand before a colon and are nobody's name.
var Labels = grammar.Lists.Set("no-label")

// Rolls head lists of those who are there, in capitals, too.
var Rolls = grammar.Lists.Set("roll")
