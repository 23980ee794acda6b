package segment

import (
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/opening"
)

// floorTaken stands before who takes the floor, in a sentence that begins otherwise: "En la
// apertura hizo uso de la palabra Ada Brook, Directora de …".
var floorTaken = regexp.MustCompile(`\b` + grammar.Lists.Any("floor-taken") + ` (?:the |el |la |le |l['’])?`)

// ledBy stands before who led the meeting, and spoke if what follows tells so: "The meeting
// was opened by Ms. Brook, Minister of …, who welcomed the participants".
var ledBy = regexp.MustCompile(`\b(?:opened|chaired|closed|inaugurated|moderated|welcomed|addressed|introduced|presented|ouverte?|présidée?|close|clôturée?|inaugurad[oa]|presidid[oa]|clausurad[oa]|abiert[oa]|moderad[oa]|iniciad[oa]) (?:by|par|por) (?:(?:an? |the )?(?:opening |welcom(?:e|ing) )?(?:address|speech|remarks|statement) (?:of|by|from) )?(?:the |el |la |le |l['’])?`)

// brings is a cheap test for such a sentence.
func brings(sentence string) bool {
	for _, sign := range [...]string{" who ", " quien ", " qui ", " cual ", "palabra", "parole", "intervenu", "floor", "remarks", "statement", "words", "resentation", " a cargo "} {
		if strings.Contains(sentence, sign) {
			return true
		}
	}
	return false
}

// broughtIn parses a person who is told to speak behind the verb of the paragraph's first
// sentence.
func broughtIn(text string, names grammar.Names) (opening.Opening, bool) {
	first := text[:min(len(text), opening.SentenceLength(text))]
	if !brings(first) {
		return opening.Opening{}, false
	}
	m := floorTaken.FindStringIndex(first)
	told := m != nil
	if !told {
		m = ledBy.FindStringIndex(first)
	}
	if m == nil || m[0] > opening.SubjectReach {
		return opening.Opening{}, false
	}
	rest := first[m[1]:]
	tail := rest
	if who := opening.WhoSaid.FindStringIndex(rest); who != nil {
		_, after := grammar.FirstWord(rest[who[0]:][strings.IndexByte(rest[who[0]:], ' '):])
		verb, _ := grammar.FirstWord(after)
		rest, told = rest[:who[0]], told || grammar.Reports(after) && !leading[verb]
	}
	o, ok := opening.Introduction(rest+", said", names)
	if !ok || o.Speaker.Honorific == "" && !(narrative{names: names}).introduces(o) {
		o, ok = opening.OfficeFirst(rest+", said", names)
	}
	if !ok || !told || o.Parts == 0 || len(rest) == len(tail) && !floorTaken.MatchString(first) {
		return opening.Opening{}, false
	}
	o.End = min(m[1]+o.End, len(text))
	return o, true
}

// leading are what somebody does with a meeting who says nothing by it.
var leading = grammar.WordSet(`chaired presided moderated opened closed facilitated presidió moderó clausuró inauguró présida modéra`)

// presidedBy stands before who leads a session, in a sentence that is nobody's turn.
var presidedBy = regexp.MustCompile(`(?i)(?:^|[^\pL])` + grammar.Lists.Any("presided-by") + ` (?:the )?`)

// another is the next person of a list.
var another = regexp.MustCompile(`, (?:and )?(?:the )?(?:Hon|Mr|Mrs|Ms|Dr|H\.E|Prof|Amb)\b| and (?:the )?(?:Hon|Mr|Mrs|Ms|Dr|H\.E|Prof|Amb)\b`)

// withOffice is a person with an office behind the name, wherever a text tells of one: "a panel of which
// Ivo Brook, Director of Ports, was the moderator".
var withOffice = regexp.MustCompile(`(?:\p{Lu}[\p{L}\p{M}'’.-]+ ){1,6}\p{Lu}[\p{L}\p{M}'’-]+, (?:(?:the |la |le |el |l['’])?(?:former |acting )?\p{Lu}|(\p{Ll}))`)

// introduce remembers who is named with an office, or leads a session, so that his surname is enough later.
func (n narrative) introduce(people *grammar.People, text string) {
	if o, ok := holderOf(text[:opening.SentenceLength(text)], n.names); ok {
		people.Meet(o.Speaker) // whatever is told of him
	}
	for _, m := range presidedBy.FindAllStringIndex(text, 2) {
		n.meet(people, text[m[1]:])
	}
	for _, m := range withOffice.FindAllStringSubmatchIndex(text, -1) {
		if m[2] < 0 || grammar.StartsRole(text[m[2]:]) {
			n.meet(people, text[m[0]:])
		}
	}
	for _, m := range behindOffice.FindAllStringSubmatchIndex(text, -1) {
		if office := officeBefore(text[:m[0]]); office != "" {
			n.meet(people, office+text[m[0]:m[3]])
		}
	}
}

// behindOffice is a person whose office a list names first: "the Minister of Ports, Ada Brook; the
// Director of Lamps, Ivo Vega, and …".
var behindOffice = regexp.MustCompile(`, ((?:\p{Lu}[\p{L}\p{M}'’.-]+ ){1,4}\p{Lu}[\p{L}\p{M}'’-]+)(?:[,;.]| and | y | et )`)

// officeBefore is the office with which a text ends, behind its article, or "".
func officeBefore(text string) string {
	text = text[strings.LastIndexAny(text, ",;.")+1:]
	for at := range text {
		if at > 0 && text[at-1] != ' ' && text[at-1] != 'l' {
			continue
		}
		bare := grammar.StripArticle(text[at:])
		if len(bare) < len(strings.TrimSpace(text[at:])) && grammar.StartsRole(bare) {
			return bare
		}
	}
	return ""
}

// meet remembers the first person of a list, which stands near its beginning.
func (n narrative) meet(people *grammar.People, list string) {
	list = corpus.Head(list, opening.SubjectReach)
	if next := another.FindStringIndex(list); next != nil {
		list = list[:next[0]]
	}
	o, ok := opening.Introduction(list, n.names)
	if !ok || o.Speaker.Honorific == "" && !grammar.StartsRole(o.Speaker.Role) {
		o, ok = opening.OfficeFirst(grammar.StripArticle(list)+", said", n.names)
	}
	if ok && o.Parts > 1 && (o.Speaker.Honorific != "" || o.Clause && grammar.StartsRole(o.Speaker.Role) && opening.IsFullName(o)) {
		people.Meet(o.Speaker)
	}
}

// holderOf is who holds the office that a sentence begins with, by name.
func holderOf(first string, names grammar.Names) (opening.Opening, bool) {
	for _, at := range opening.Holders(first) {
		if p := grammar.NameOf(first[at:]); p.Honorific != "" {
			o, ok := opening.OfficeFirst(first[:at+p.End]+", said", names)
			return o, ok && o.Parts > 1
		}
	}
	return opening.Opening{}, false
}
