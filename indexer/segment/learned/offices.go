package learned

import (
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/label"
)

// inOffice says whether an opening has the word for a chair, at its beginning or its
// end, and whether it has one for a member or a minister, in its parentheses too.
func inOffice(o *formOpening) (chairs, sits bool) {
	first, rest, _ := strings.Cut(grammar.StripArticle(o.bare), " ")
	chairs = grammar.ChairsAbroad[grammar.Folded(first)] || rest != "" && !strings.Contains(rest, " ") && grammar.ChairsAbroad[grammar.Folded(rest)] ||
		label.IsChair(o.bare) || label.HanChair.MatchString(o.bare) || label.ChairBefore.MatchString(o.bare)
	sits = grammar.MembersAbroad[grammar.Folded(first)]
	for _, p := range o.pairs {
		sits = sits || grammar.StartsRole(p) || holdsOffice(p) || !isNamed(o.words) && isNamed(strings.Fields(p))
	}
	return chairs, sits
}

// holdsOffice says whether parentheses have the word for an office.
func holdsOffice(text string) bool {
	for w := range strings.FieldsSeq(text) {
		if _, word, ok := strings.Cut(w, "."); ok && word != "" {
			w = word // "8.Saeimas"
		}
		if grammar.ChairsAbroad[grammar.Folded(w)] || grammar.MembersAbroad[grammar.Folded(w)] {
			return true
		}
	}
	return false
}

// holdsChair says whether a line below a name has the word for a chair.
func holdsChair(text string) bool {
	for w := range strings.FieldsSeq(corpus.Head(text, formLimit)) {
		if grammar.ChairsAbroad[grammar.Folded(w)] {
			return true
		}
	}
	return false
}
