package segment

import (
	"briefsearch/indexer/regexp"
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
func (l *label) bySeat(g string, names Names) bool {
	if l.speaker.Presiding || l.speaker.Role != "" {
		return false
	}
	if l.seated && oneWord.MatchString(g) {
		affiliation{organisation: g}.merge(&l.speaker)
		return true
	}
	if m := commaParty.FindStringSubmatch(g); m != nil {
		if _, isState := names.Country(m[2]); isState {
			return false
		}
		affiliation{role: officeOr(m[1]), organisation: m[2]}.merge(&l.speaker)
		return true
	}
	m := seatDash.FindStringSubmatch(g)
	switch {
	case m == nil:
		return false
	case partyLetters.MatchString(m[1]):
		affiliation{organisation: m[1]}.merge(&l.speaker)
	case partyLetters.MatchString(m[2]):
		affiliation{organisation: m[2]}.merge(&l.speaker)
	case startsOffice(stripArticle(m[2])):
		affiliation{role: m[2]}.merge(&l.speaker)
	default:
		return false
	}
	return true
}

// officeOr is the office that a text names, nothing where it is a seat.
func officeOr(text string) string {
	if m := seatDash.FindStringSubmatch(text); m != nil && startsOffice(stripArticle(m[2])) {
		return m[2]
	}
	if startsOffice(stripArticle(text)) {
		return text
	}
	return ""
}
