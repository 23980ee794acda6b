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

// Turns are the places of a paragraph at which the speaker changes.
func (c Clauses) Turns(text string) []Turn {
	text, spaces := Unglue(text)
	out := c.turns(text)
	for i := range out {
		out[i].At = reglue(out[i].At, spaces)
	}
	return out
}

func (c Clauses) turns(text string) []Turn {
	var out []Turn
	for from := 0; from < len(text); {
		size := SentenceLength(text[from:])
		for _, t := range c.sentence(text[from : from+size]) {
			t.At += from
			if n := len(out); n > 1 && !t.Spoken && !out[n-1].Spoken && out[n-2].Spoken && c.isBetween(text[out[n-1].At:from], text[from:]) {
				out = out[:n-1] // what stands between is his, too
			}
			if !isSame(out, t) {
				out = append(out, t)
			}
		}
		from += size
	}
	return out
}

// isSame says whether a sentence goes on as those before it in a paragraph. Where none is
// before it, the caller knows who spoke.
func isSame(out []Turn, t Turn) bool {
	if len(out) == 0 {
		return t.Continues
	}
	last := out[len(out)-1]
	if t.Spoken {
		return last.Spoken && SpeaksOn(last.Speaker, t.Speaker)
	}
	return t.Continues || !last.Spoken
}

// asideOf is the pronoun of who says what a sentence tells, behind a comma: "…, he added".
var asideOf = regexp.MustCompile(`[,”"»—–] (?:s?he (?:also |then )?(\pL+)(?:[.,;]|$| during )|a[- ]t[- ](?:il|elle) \pL+é(?:[^\pL]|$))`)

// ToldAside is where a sentence says that who has the floor says what it tells, -1 where it does not.
func ToldAside(sentence string) int {
	if !strings.Contains(sentence, " he ") && !strings.Contains(sentence, " she ") && !strings.Contains(sentence, " a-t-") && !strings.Contains(sentence, " a t") {
		return -1
	}
	m := asideOf.FindStringSubmatchIndex(sentence)
	if m == nil || m[2] >= 0 && !grammar.Saying[sentence[m[2]:m[3]]] && sentence[m[2]:m[3]] != "continued" {
		return -1
	}
	return m[0]
}

// Refers says whether a sentence goes on with whoever spoke before it.
func Refers(sentence string) bool {
	return Pronoun.MatchString(sentence) || theDelegate.MatchString(sentence) || dropsPronoun(sentence) || laterPronoun.MatchString(corpus.Head(sentence, SubjectReach))
}

// verbFirst begins a sentence in Spanish or Portuguese with a verb in the past, since the subject has
// been named before: "Explicó que …", "Asimismo, pidió …".
var verbFirst = regexp.MustCompile(`^(?:(?:` + grammar.Lists.Any("then-spanish") + `|También|Por último|Por fin),? )?(\p{Lu}?\p{Ll}+(?:ó|jo|zo|so|vo|ou|eu|iu)) `)

// dropsPronoun says whether a sentence begins with what somebody said who is not named again.
func dropsPronoun(sentence string) bool {
	m := verbFirst.FindStringSubmatchIndex(sentence)
	return m != nil && grammar.Reports(strings.ToLower(sentence[m[2]:m[3]])+sentence[m[3]:])
}

// laterPronoun is a subject that refers back after an introductory clause: "With
// COLOMBIA, he underscored …".
var laterPronoun = regexp.MustCompile(`^(?:With|Along with|Together with|However|Then|Finally|Additionally|Furthermore|Moreover|Meanwhile|On|In|To|For|After|Following|Before|Supported|While|As|\p{Lu}\p{Ll}+ing)\b[^.;]*?(?:,| [—–]) (?:he|she|they|it) `)

// A bulletin goes on with what somebody said without saying so again: what is and what
// should be is his, what was done is nobody's.
var (
	demands = regexp.MustCompile(`(?i)^([^;:]{1,200}?) (?:should|shall|must|cannot|ought to|needs? to) `)
	stands  = regexp.MustCompile(`^([^;:]{1,160}?) (?:(?:could|would|can|may|might|is|are|has|have|does|do) (?:not |no |also |only |already )?|(was|were|had) )(\pL+)`)
	// narrates is a sentence about the meeting and its documents.
	narrates = regexp.MustCompile(`^(?:(?:The|This|These|Those|Both|Each|All|No|Informal|Formal|Further|Other|Contact|Revised|Bracketed|Draft|Several|Many|Some|Most) (?:[\pL\d/-]+ ){0,3})?` + grammar.Lists.Any("of-meeting") + `\b`)
)

// tellsOn says whether a sentence is still told of whoever spoke before it in a paragraph of
// a bulletin. One in which somebody else says something is not.
func tellsOn(sentence string) bool {
	if strings.Contains(sentence, "http") || strings.Contains(sentence, " will ") {
		return false
	}
	if m := demands.FindStringSubmatch(sentence); m != nil {
		return !hasSaying(m[1])
	}
	m := stands.FindStringSubmatch(sentence)
	return m != nil && m[2] == "" && !underWay[m[3]] && !hasSaying(m[1]) && !narrates.MatchString(m[1])
}

// ReturnsTo says whether a paragraph in which nobody is named goes on with the person who spoke
// before it, to whom one of its sentences refers: "Also open is the date. He said …".
func ReturnsTo(text string) bool {
	head := corpus.Head(text, returnLimit)
	for len(head) > 0 {
		size := SentenceLength(head)
		sentence := head[:size]
		switch {
		case person.MatchString(sentence), TellsByPronoun(sentence):
			return true
		case everybody.MatchString(sentence), narrates.MatchString(sentence), isOfMany(sentence):
			return false
		}
		head = head[size:]
	}
	return false
}

// returnLimit is how many bytes may stand before such a sentence.
const returnLimit = 700

// hasSaying says whether one of the words of a text is a verb that reports speech.
func hasSaying(text string) bool {
	for word := range strings.FieldsSeq(text) {
		if grammar.Saying[strings.TrimRight(word, ",")] {
			return true
		}
	}
	return false
}

// betweenLimit is how many bytes such sentences may take.
const betweenLimit = 400

// isBetween says whether sentences stand between two of one speaker, of which the second
// refers to him.
func (c Clauses) isBetween(sentences, next string) bool {
	if p := grammar.NameOf(sentences); p.Parts > 1 && strings.HasPrefix(sentences[p.End:], ", ") {
		return false // another person, whom the pronoun may mean
	}
	return !c.Narrated && len(sentences) <= betweenLimit && person.MatchString(corpus.Head(next, InsertionLimit)) && !everybody.MatchString(sentences) && !narrates.MatchString(sentences)
}

// underWay is what is being done at a meeting.
var underWay = grammar.Lists.Set("under-way")

// theDelegate is the speaker of before, without a name, or one of the things that the
// speaker has told of: "The first proposes …".
var theDelegate = regexp.MustCompile(`^(?:(?:One|The (?:first|second|third|fourth|former|latter|other))(?: (?:option|proposal|alternative|approach|issue|one))? (?:proposes|states|calls|would|is|was|entails|includes|addresses|focuses|deals|involves|concerns)\b|` + grammar.Lists.Any("the-delegate") + `,? \p{Ll}+)`)

// person is a pronoun that only one who speaks can have.
var person = regexp.MustCompile(`^(?:(?:\p{Lu}[^.;:]{2,160}, )?(?i:s?he) )`)

// personTells is a pronoun that stands for who says something, or, where none speaks, for a thing.
var personTells = regexp.MustCompile(`^(?:\p{Lu}[^.;:]{2,160}, )?(?i:s?he|il|elle|ella|él|он|она) `)

// TellsByPronoun says whether a text begins with what somebody said for whom such a pronoun stands:
// "In her remarks, she recalled …".
func TellsByPronoun(text string) bool {
	text = text[len(speechLead.FindString(text)):]
	m := personTells.FindString(text)
	return m != "" && grammar.Reports(text[len(m):])
}

// Pronoun is one that a paragraph begins with when its speaker is known.
var Pronoun = regexp.MustCompile(`^(?:It|They|He|She|Il|Elle|Elles|Ils|Ella|Ellos)\b`)

// Alone says whether a speaker speaks for nobody else and with nobody else.
func Alone(sp corpus.Speaker) bool { return len(sp.OnBehalfOf)+len(sp.JoinedBy) == 0 }

// SpeaksOn says whether a subject is no other than who has the floor in the same paragraph:
// the group that is spoken for, or the same delegation by that word.
func SpeaksOn(before, now corpus.Speaker) bool {
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

// isParticiple says whether a word can be the verb of "with Ghana stressing".
func isParticiple(word string) bool {
	return strings.HasSuffix(word, "ing") && !idle[word]
}

// idle are participles of one who is there and says nothing: "with Kenya serving as Chair".
var idle = grammar.Lists.Set("idle")

// isOfMany says whether many do something in a clause: not in "parties included in Annex I".
func isOfMany(clause string) bool {
	return slices.ContainsFunc(together.FindAllStringSubmatch(clause, -1), func(m []string) bool { return !attributes[m[1]] })
}

// attributes are participles that tell which ones are meant.
var attributes = grammar.WordSet(`included listed concerned involved affected interested`)
