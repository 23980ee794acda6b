package segment

import (
	"strings"

	"briefsearch/corpus"
)

// chairsAbroad are the words for whoever presides, in the languages of parliaments that
// the expressions for chairs have not: Icelandic, Hungarian, Romanian, the Baltic
// languages, Albanian, Maltese, Greek, those of the Caucasus and of Central Asia,
// Hebrew, Persian, Urdu, those of India and of South-East Asia, Korean, Somali.
var chairsAbroad = lists.Set("chair-abroad")

// honoured are other words with which a speech begins that addresses the chair.
var honoured = lists.Set("honoured")

// membersAbroad are words that stand before the names of members and ministers in
// those languages, as their offices or forms of address.
var membersAbroad = lists.Set("member-abroad")

// inOffice says whether an opening has the word for a chair, at its beginning or its
// end, and whether it has one for a member or a minister, in its parentheses too.
func inOffice(o *formOpening) (chairs, sits bool) {
	first, rest, _ := strings.Cut(stripArticle(o.bare), " ")
	chairs = chairsAbroad[folded(first)] || rest != "" && !strings.Contains(rest, " ") && chairsAbroad[folded(rest)] ||
		isChair(o.bare) || hanChair.MatchString(o.bare) || chairBefore.MatchString(o.bare)
	sits = membersAbroad[folded(first)]
	for _, p := range o.pairs {
		sits = sits || startsRole(p) || holdsOffice(p) || !isNamed(o.words) && isNamed(strings.Fields(p))
	}
	return chairs, sits
}

// holdsOffice says whether parentheses have the word for an office.
func holdsOffice(text string) bool {
	for w := range strings.FieldsSeq(text) {
		if _, word, ok := strings.Cut(w, "."); ok && word != "" {
			w = word // "8.Saeimas"
		}
		if chairsAbroad[folded(w)] || membersAbroad[folded(w)] {
			return true
		}
	}
	return false
}

// holdsChair says whether a line below a name has the word for a chair.
func holdsChair(text string) bool {
	for w := range strings.FieldsSeq(corpus.Head(text, formLimit)) {
		if chairsAbroad[folded(w)] {
			return true
		}
	}
	return false
}
