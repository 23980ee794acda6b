package learned

import (
	"slices"
	"strings"
	"unicode"

	"briefsearch/corpus"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/label"
)

// inOffice says whether an opening has the word for a chair, at its beginning or its
// end, and whether it has one for a member or a minister, in its parentheses too.
func inOffice(o *formOpening) (chairs, sits bool) {
	first, rest, _ := strings.Cut(grammar.StripArticle(o.bare), " ")
	chairs = grammar.ChairsAbroad[grammar.Folded(first)] || rest != "" && !strings.Contains(rest, " ") && grammar.ChairsAbroad[grammar.Folded(rest)] ||
		label.IsChair(o.bare) || label.HanChair.MatchString(o.bare) || label.ChairBefore.MatchString(o.bare) || chairsBody(o.words) || o.chairsByName(first, rest)
	sits = grammar.MembersAbroad[grammar.Folded(first)]
	for _, p := range o.pairs {
		sits = sits || grammar.StartsRole(p) || !isNamed(o.words) && isNamed(strings.Fields(p))
	}
	return chairs, sits
}

// chairsByName says whether a line in capitals has the office of a chair and a name, and no number
// before it, as a summary of what members said has: "PRESIDENT ADA BROOK".
func (o *formOpening) chairsByName(office, name string) bool {
	return o.caps && o.form.lead == 0 && label.IsChair(office) && isNamed(strings.Fields(name))
}

// chairsBody says whether words are a body, the word for its chair in small letters and the
// holder's name, as in Estonia: "Tuletorni komisjoni esimees Eha Lamp".
func chairsBody(words []string) bool {
	at := slices.IndexFunc(words, func(w string) bool { return !unicode.IsUpper(grammar.FirstRune(w)) })
	return at > 0 && grammar.ChairsAbroad[words[at]] && isNamed(words[at+1:])
}

// holdsChair says whether a line below a name has the word for a chair, and does not name
// somebody else.
func holdsChair(text string) bool {
	if first, rest, _ := strings.Cut(text, " "); grammar.ChairsAbroad[grammar.Folded(first)] && isNamed(strings.Fields(rest)) {
		return false
	}
	for w := range strings.FieldsSeq(corpus.Head(text, formLimit)) {
		if grammar.ChairsAbroad[grammar.Folded(w)] {
			return true
		}
	}
	return false
}
