package segment

import (
	"slices"
	"strings"

	"briefsearch/corpus"
)

// speaksOn says whether a subject is no other than who has the floor in the same paragraph:
// the group that is spoken for, or the same delegation by that word.
func speaksOn(before, now corpus.Speaker) bool {
	switch {
	case !alone(now) || now.Name != "":
		return false
	case now.Organisation != "" && now.Country == "":
		return slices.ContainsFunc(before.OnBehalfOf, func(group string) bool {
			return strings.EqualFold(stripArticle(group), stripArticle(now.Organisation))
		})
	}
	return now.Role != "" && now.Role == before.Role && now.Country != "" && now.Country == before.Country
}

// isParty parses a label that names no person, but the State or body that speaks:
// "Ghana:", "Permanent Representative of Egypt, on behalf of the Group of 77:".
func (l *label) isParty(bare string, names Names) bool {
	sp := corpus.Speaker{AsPrinted: l.speaker.AsPrinted}
	text := stripArticle(bare)
	if m := delegate.FindStringSubmatchIndex(bare); m != nil {
		sp.Role = strings.ToLower(bare[m[2]:m[3]])
		text = bare[m[1]:]
	}
	if b := behalfOf.FindStringIndex(text); b != nil {
		sp.OnBehalfOf = groups(text[b[1]:])
		text = text[:b[0]]
	}
	text = strings.Trim(text, " ,;–—-")
	code, known := names.Country(text)
	if !known && !mayBeWord(text) {
		code, known = names.Organisation(text)
		sp.Organisation = text
	}
	if !known {
		return false
	}
	sp.Country = code
	l.speaker, l.party = sp, true
	return true
}

// believesParties says whether the States and bodies that stand before a colon are
// labels: what follows is told in the first person. A title ("Ghana: a report") is
// followed by something else.
func (h *heard) believesParties() bool {
	return h.ownParties > 1 || h.ownParties == 1 && h.parties > 1 && h.presided > 0
}
