package opening

import (
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// Turn is where, in a paragraph, somebody begins to speak, or nobody does.
type Turn struct {
	At        int // byte of the paragraph
	Spoken    bool
	Continues bool // with whoever spoke before
	Speaker   corpus.Speaker
}

// Refers says whether a sentence goes on with whoever spoke before it.
func Refers(sentence string) bool {
	return Pronoun.MatchString(sentence) || theDelegate.MatchString(sentence) || laterPronoun.MatchString(corpus.Head(sentence, InsertionLimit))
}

// laterPronoun is a subject that refers back after an introductory clause: "With
// COLOMBIA, he underscored …".
var laterPronoun = regexp.MustCompile(`^(?:With|Along with|Together with|However|Then|Finally|Additionally|Furthermore|Moreover|Meanwhile|On|In|Regarding|Noting|Recalling|Responding|To|For|Supported|Supporting|Stressing|While|As|Citing|Welcoming|Calling|Expressing|Emphasizing|Highlighting|Referring)\b[^.;]*?, (?:he|she|they|it) `)

// theDelegate is the speaker of before, without a name, or one of the things that the
// speaker has told of: "The first proposes …".
var theDelegate = regexp.MustCompile(`^(?:The (?:first|second|third|fourth|former|latter)(?: (?:option|proposal|alternative|approach|issue|one))? (?:proposes|calls|would|is|was|entails|includes|addresses|focuses|deals|involves|concerns)\b|` + grammar.Lists.Any("the-delegate") + `,? \p{Ll}+)`)

// Pronoun is one that a paragraph begins with when its speaker is known.
var Pronoun = regexp.MustCompile(`^(?:It|They|He|She|Il|Elle|Elles|Ils|Ella|Ellos)\b`)

// Alone says whether a speaker speaks for nobody else and with nobody else.
func Alone(sp corpus.Speaker) bool { return len(sp.OnBehalfOf)+len(sp.JoinedBy) == 0 }

// speaksOn says whether a subject is no other than who has the floor in the same paragraph:
// the group that is spoken for, or the same delegation by that word.
func speaksOn(before, now corpus.Speaker) bool {
	switch {
	case !Alone(now) || now.Name != "":
		return false
	case now.Organisation != "" && now.Country == "":
		return slices.ContainsFunc(before.OnBehalfOf, func(group string) bool {
			return strings.EqualFold(grammar.StripArticle(group), grammar.StripArticle(now.Organisation))
		})
	}
	return now.Role != "" && now.Role == before.Role && now.Country != "" && now.Country == before.Country
}

// MayDiscuss is a cheap test for somebody who is named by what he represents.
var MayDiscuss = regexp.MustCompile(`(?i)\b(?:representatives?|delegates?|delegations?|observers?|spokesperson|d[ée]l[ée]gu[ée]e?s?|repr[ée]sentante?s?|representantes?|delegad[oa]s?|delegaci[óo]n|delegação|observat(?:eur|rice)|observador[a]?|\p{Lu}{2,} (?:technical )?secretariat)`)

// representing parses a speaker who is named by what he represents: "the delegate
// of Kenya", "the IOM representative".
func (c Clauses) representing(text string) (corpus.Speaker, int, bool) {
	if m := Delegate.FindStringSubmatchIndex(text); m != nil {
		role := strings.ToLower(text[m[2]:m[3]])
		if sp, used, ok := c.party(text[m[1]:]); ok {
			sp.Role = role
			return sp, m[1] + used, true
		}
		return corpus.Speaker{}, 0, false
	}
	if sp, used, ok := possessor(text, c.Names); ok {
		return sp, used, true
	}
	m := representativeOf.FindStringSubmatchIndex(text)
	if m == nil {
		return corpus.Speaker{}, 0, false
	}
	sp := corpus.Speaker{Role: text[m[4]:m[5]]}
	name := text[m[2]:m[3]]
	if found := c.Names.Countries(name); len(found) == 1 {
		sp.Country = found[0]
	} else if _, ok := c.Names.Organisation(name); ok || grammar.AcronymHead.MatchString(name) {
		sp.Organisation = name
	} else {
		return corpus.Speaker{}, 0, false
	}
	return sp, m[1], true
}

// representativeOf is the State or body before the word for its representative.
var representativeOf = regexp.MustCompile(`^(?:[Tt]he|[Aa]n?|[Oo]ne) (\p{Lu}[\p{L}&/-]*(?: \p{Lu}[\pL-]*){0,3}) ((?:[Tt]echnical )?(?:representative|delegate|delegation|observer|spokesperson|[Ss]ecretariat))\b`)
