package opening

import (
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// floorTaken stands before who takes the floor, in a sentence that begins otherwise: "En la
// apertura hizo uso de la palabra Ada Brook, Directora de …".
var floorTaken = regexp.MustCompile(`\b` + grammar.Lists.Any("floor-taken") + ` (?:the |el |la |le |l['’])?`)

// brings is a cheap test for such a sentence.
func brings(sentence string) bool {
	for _, sign := range [...]string{" who ", " quien ", " qui ", " cual ", "palabra", "parole", "intervenu", "floor", "remarks", "statement", "words", "resentation", " a cargo "} {
		if strings.Contains(sentence, sign) {
			return true
		}
	}
	return false
}

// BroughtIn parses a person who is told to speak behind the verb of the paragraph's first
// sentence: who takes the floor, or of whom it tells what he said, whatever it tells of him before.
func BroughtIn(text string, names grammar.Names) (Opening, bool) {
	first := text[:min(len(text), SentenceLength(text))]
	if !brings(first) {
		return Opening{}, false
	}
	if o, ok := whoSays(first, names); ok {
		return o, true
	}
	m := floorTaken.FindStringIndex(first)
	if m == nil || m[0] > SubjectReach {
		return Opening{}, false
	}
	rest := first[m[1]:]
	if who := WhoSaid.FindStringIndex(rest); who != nil {
		rest = rest[:who[0]]
	}
	o, ok := namedIn(rest, names)
	o.End = min(m[1]+o.End, len(text))
	return o, ok
}

// whoSays parses a person of whom a clause behind the name tells what he said: "The meeting was
// opened by Ms. Brook, Minister of Ports, who welcomed the participants".
func whoSays(sentence string, names grammar.Names) (Opening, bool) {
	for _, who := range whoBehind.FindAllStringIndex(corpus.Head(sentence, 2*SubjectReach), 3) {
		verb, _ := grammar.FirstWord(sentence[who[1]:])
		if leading[verb] || grammar.Auxiliaries[verb] && !grammar.SaysInPerfect(verb, sentence[who[1]+len(verb):]) || !grammar.Reports(sentence[who[1]:]) {
			continue
		}
		before := sentence[:who[0]]
		from := max(0, len(before)-SubjectReach)
		places := namedBehind.FindAllStringIndex(before[from:], -1)
		for _, m := range places[max(0, len(places)-nearest):] {
			at := from + m[1]
			o, ok := namedIn(before[at:], names)
			if ok && o.Clause && at+o.End >= len(before)-1 {
				o.End = at + o.End
				return o, true
			}
		}
	}
	return Opening{}, false
}

// nearest is how many places before such a clause may begin the name.
const nearest = 10

// Announced parses a person whom the first sentence of a text names behind its verb, where the
// second tells by a pronoun what he said: "The workshop was opened by Ms. Brook, Minister of Ports. She
// noted …".
func Announced(text string, names grammar.Names) (Opening, bool) {
	size := SentenceLength(text)
	if !TellsByPronoun(text[size:]) {
		return Opening{}, false
	}
	first := strings.TrimRight(text[:size], ". \u00a0")
	places := namedBehind.FindAllStringIndex(corpus.Head(first, SubjectReach), nearest)
	for _, m := range places {
		named := first[m[1]:]
		if o, ok := namedIn(named, names); ok && o.Clause && o.End >= len(named)-1 {
			o.End = size
			return o, true
		}
	}
	return Opening{}, false
}

// whoBehind leads to what somebody said whose name stands before it, and namedBehind to the name.
var (
	whoBehind   = regexp.MustCompile(`,? (?:who|quien|qui) (?:also |también |además |then )?`)
	namedBehind = regexp.MustCompile(`(?:^|[ ,(])(?:by|was|were|with|to|from|par|avec|était|por|fue|de|con|del|du|is) (?:the |el |la |le |l['’])?`)
)

// namedIn parses a person with an office or a form of address that a text begins with.
func namedIn(text string, names grammar.Names) (Opening, bool) {
	o, ok := Introduction(text+", said", names)
	if !ok || grammar.StartsRole(o.Speaker.Name) || o.Speaker.Honorific == "" && (!IsFullName(o) || !grammar.StartsRole(grammar.StripArticle(o.Speaker.Role))) {
		o, ok = OfficeFirst(text+", said", names)
	}
	return o, ok && o.Parts > 0
}

// leading are what somebody does with a meeting who says nothing by it.
var leading = grammar.WordSet(`chaired presided moderated opened closed facilitated presidió moderó clausuró inauguró présida modéra`)
