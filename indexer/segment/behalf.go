package segment

import (
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/opening"
)

// Who speaks may say at the beginning that he speaks for a group of States.

// behalfReach is within how many bytes of a speech.
const behalfReach = 900

// ownBehalf are the groups of States for which the first sentences of a speech say that it is made: "I
// have the honour to speak on behalf of the African Group."
func ownBehalf(text string, names grammar.Names) []string {
	text = corpus.Head(text, behalfReach)
	for text != "" {
		size := opening.SentenceLength(text)
		sentence := text[:size]
		text = text[size:]
		m := grammar.BehalfOf.FindStringIndex(sentence)
		if m == nil || ofOthers.MatchString(sentence[:m[0]]) {
			continue
		}
		if named := behalf(sentence[m[1]:]); len(named) > 0 && isGroup(named[0], names) && !grammar.StartsRole(named[0]) && !grammar.HasHonorific(named[0]) {
			return named
		}
	}
	return nil
}

// ofOthers is before "on behalf of" where somebody else has spoken so.
var ofOthers = regexp.MustCompile(`(?i)\b` + grammar.Lists.Any("of-others"))

// speakFor gives those who speak for a State the groups for which they say that they speak as well.
func speakFor(turns []corpus.Intervention, names grammar.Names) {
	for i := range turns {
		sp := &turns[i].Speaker
		if sp.Presiding || sp.Country == "" || len(sp.OnBehalfOf) > 0 {
			continue
		}
		said := turns[i].Text
		if _, rest, ok := strings.Cut(corpus.Head(said, behalfReach), ": "); ok {
			said = rest
		}
		sp.OnBehalfOf = slices.Clip(ownBehalf(said, names))
	}
}

// behalf are the groups after "on behalf of", to the end of their name.
func behalf(text string) []string {
	text, _ = cutAny(text, " delivered by", " BY ", " DELIVERED BY", " PAR ", " POR ", " prononcée par", " prononcé par", " at the ", " at this ", " by ", " lors ", " à ", " ante ", " during ", " with presence", " represented ", " present in ")
	for _, end := range []string{"\n", " I ", " we "} {
		text, _, _ = strings.Cut(text, end)
	}
	return grammar.Groups(text)
}

// groupWords name a group of States.
var groupWords = regexp.MustCompile(`(?i)(?:^|[\s-])` + grammar.Lists.Any("group-words") + `\b`)

// isGroup says whether the words after "on behalf of" name States: a group, an
// organisation or a list of them.
func isGroup(name string, names grammar.Names) bool {
	if own.MatchString(name) {
		return false
	}
	if _, ok := names.Organisation(name); ok {
		return true
	}
	states := len(names.Countries(name))
	return groupWords.MatchString(name) || states == 0 && grammar.AcronymHead.MatchString(name) || states > 1
}

// own is whom every speaker speaks for.
var own = regexp.MustCompile(`(?i)^` + grammar.Lists.Any("own-cover") + `(?:\b|$)`)
