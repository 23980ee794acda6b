package segment

import (
	"strings"

	"briefsearch/indexer/regexp"
)

// floorTaken stands before who takes the floor, in a sentence that begins otherwise: "En la
// apertura hizo uso de la palabra Ada Brook, Directora de …".
var floorTaken = regexp.MustCompile(`\b` + lists.Any("floor-taken") + ` (?:the |el |la |le |l['’])?`)

// ledBy stands before who led the meeting, and spoke if what follows tells so: "The meeting
// was opened by Ms. Brook, Minister of …, who welcomed the participants".
var ledBy = regexp.MustCompile(`\b(?:opened|chaired|closed|inaugurated|moderated|welcomed|addressed|introduced|presented|ouverte?|présidée?|close|clôturée?|inaugurad[oa]|presidid[oa]|clausurad[oa]|abiert[oa]|moderad[oa]|iniciad[oa]) (?:by|par|por) (?:the |el |la |le |l['’])?`)

// whoSaid closes what a person is.
var whoSaid = regexp.MustCompile(`(?:,| -)? (?:who|quien|qui|el cual|la cual) (?:also |también |a |ha |had |has )?\p{Ll}`)

// brings is a cheap test for such a sentence.
func brings(sentence string) bool {
	for _, sign := range [...]string{" who ", " quien ", " qui ", " cual ", "palabra", "parole", "intervenu", "floor", "remarks", "statement", "words", " a cargo "} {
		if strings.Contains(sentence, sign) {
			return true
		}
	}
	return false
}

// broughtIn parses a person who is told to speak behind the verb of the paragraph's first
// sentence.
func broughtIn(text string, names Names) (opening, bool) {
	first := text[:min(len(text), sentenceLength(text))]
	if !brings(first) {
		return opening{}, false
	}
	m := floorTaken.FindStringIndex(first)
	told := m != nil
	if !told {
		m = ledBy.FindStringIndex(first)
	}
	if m == nil || m[0] > subjectReach {
		return opening{}, false
	}
	rest := first[m[1]:]
	tail := rest
	if who := whoSaid.FindStringIndex(rest); who != nil {
		_, after := firstWord(rest[who[0]:][strings.IndexByte(rest[who[0]:], ' '):])
		verb, _ := firstWord(after)
		rest, told = rest[:who[0]], told || reports(after) && !leading[verb]
	}
	o, ok := introduction(rest+", said", names)
	if !ok || o.speaker.Honorific == "" && !(narrative{names: names}).introduces(o) {
		o, ok = officeFirst(rest+", said", names)
	}
	if !ok || !told || o.parts == 0 || len(rest) == len(tail) && !floorTaken.MatchString(first) {
		return opening{}, false
	}
	o.end = min(m[1]+o.end, len(text))
	return o, true
}

// leading are what somebody does with a meeting who says nothing by it.
var leading = wordSet(`chaired presided moderated opened closed facilitated presidió moderó clausuró inauguró présida modéra`)

// presidedBy stands before who leads a session, in a sentence that is nobody's turn.
var presidedBy = regexp.MustCompile(`(?i)(?:^|[^\pL])` + lists.Any("presided-by") + ` (?:the )?`)

// another is the next person of a list.
var another = regexp.MustCompile(`, (?:and )?(?:the )?(?:Hon|Mr|Mrs|Ms|Dr|H\.E|Prof|Amb)\b| and (?:the )?(?:Hon|Mr|Mrs|Ms|Dr|H\.E|Prof|Amb)\b`)

// introduce remembers who is named with an office, or leads a session, so that his surname is enough later.
func (w *narrator) introduce(text string) {
	if o, ok := holderOf(text[:sentenceLength(text)], w.names); ok {
		w.people.meet(o.speaker) // whatever is told of him
	}
	for _, m := range presidedBy.FindAllStringIndex(text, 2) {
		list := text[m[1]:]
		if next := another.FindStringIndex(list); next != nil {
			list = list[:next[0]]
		}
		o, ok := introduction(list, w.names)
		if !ok || o.speaker.Honorific == "" && !startsRole(o.speaker.Role) {
			o, ok = officeFirst(stripArticle(list)+", said", w.names)
		}
		if ok && o.parts > 1 && (o.speaker.Honorific != "" || o.clause && startsRole(o.speaker.Role) && isFullName(o)) {
			w.people.meet(o.speaker)
		}
	}
}

// holderOf is who holds the office that a sentence begins with, by name.
func holderOf(first string, names Names) (opening, bool) {
	for _, at := range holders(first) {
		if p := nameOf(first[at:]); p.honorific != "" {
			o, ok := officeFirst(first[:at+p.end]+", said", names)
			return o, ok && o.parts > 1
		}
	}
	return opening{}, false
}
