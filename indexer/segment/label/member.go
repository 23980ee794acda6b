package label

import (
	"strings"

	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

var (
	// seatDash divides what stands behind a member's name: "Leeds—Minister for Roads",
	// "NDC - Wa West".
	seatDash = regexp.MustCompile(`^(.{2,60}?)(?: ?[—–]+ ?| -+ ?)(.{2,140})$`)
	// commaParty is an office or a seat with a party by its letters: "Leeds, Lib.".
	commaParty = regexp.MustCompile(`^(.{3,120}), (\p{Lu}\pL{0,5}\.?)$`)
	// oneWord is a party behind a seat in parentheses of its own: "(Leeds) (Lab)".
	oneWord = regexp.MustCompile(`^\p{Lu}[\pL/-]{1,11}\.?$`)
)

// bySeat reads the seat, the party and the office that a parliament prints behind a
// member's name. The seat itself says nothing that is kept.
func (l *Label) bySeat(g string, names grammar.Names) bool {
	if l.Speaker.Presiding || l.Speaker.Role != "" {
		return false
	}
	if l.seated && oneWord.MatchString(g) {
		grammar.Affiliation{Organisation: g}.Merge(&l.Speaker)
		return true
	}
	if m := commaParty.FindStringSubmatch(g); m != nil {
		if _, isState := names.Country(m[2]); isState {
			return false
		}
		party := m[2]
		if first, _, _ := strings.Cut(g, ", "); partyLetters.MatchString(first) {
			party = first // "(LP, Kavia)"
		}
		grammar.Affiliation{Role: officeOr(m[1]), Organisation: party}.Merge(&l.Speaker)
		return true
	}
	m := seatDash.FindStringSubmatch(g)
	switch {
	case m == nil:
		return false
	case partyLetters.MatchString(m[1]):
		grammar.Affiliation{Organisation: m[1]}.Merge(&l.Speaker)
	case partyLetters.MatchString(m[2]):
		grammar.Affiliation{Organisation: m[2]}.Merge(&l.Speaker)
	case StartsOffice(grammar.StripArticle(m[2])):
		grammar.Affiliation{Role: m[2]}.Merge(&l.Speaker)
	default:
		return false
	}
	return true
}

// inquiry is a question that a member puts to one of the government: "Does the Minister believe that".
var inquiry = regexp.MustCompile(`^ ?` + grammar.Lists.Any("inquiry") + `[^.?!]{0,120}?\b(?:[Mm]inister|he|she|they|Government)\b`)

// officeOr is the office that a text names, nothing where it is a seat.
func officeOr(text string) string {
	if StartsOffice(grammar.StripArticle(text)) {
		return text
	}
	return ""
}

// Asking says whether a question to one of the government stands behind a full name.
func (l Label) Asking(said string) bool {
	return l.Style == Plain && strings.Contains(l.Speaker.Name, " ") && l.Speaker.Role == "" && inquiry.MatchString(said)
}

// citizen is how the records of some parliaments address all members, before their office as
// before their name: "EL C. SENADOR", "El C. secretario", "EL R. PRESIDENTE".
var citizen = regexp.MustCompile(`^((?i:el|la) )[CHR]\. `)

// ofHouse is what others put before all surnames in capitals: "El señor diputado BROOK".
var ofHouse = regexp.MustCompile(`^((?:El|La) señora?) (?:diputad[oa]|senadora?|procuradora?|consejer[oa]|legisladora?|concejala?|representante) (\p{Lu}[\p{Lu}'’-]+)`)

// withoutCitizen takes such a word off a label. Before a name it is a form of address.
func withoutCitizen(printed string) string {
	if m := citizen.FindStringSubmatchIndex(printed); m != nil {
		office, _ := Parenthesised(printed[m[1]:])
		if _, n := grammar.HonorificOf(office); n > 0 || StartsOffice(office) || IsChair(office) || titled.MatchString(office) {
			return printed[:m[3]] + printed[m[1]:]
		}
		return printed
	}
	return ofHouse.ReplaceAllString(printed, "$1 $2")
}
