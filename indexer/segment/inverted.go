package segment

import (
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/opening"
)

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
		if of, ok := strings.CutPrefix(text[at:], "del "); ok && grammar.StartsRole(of) {
			return of // "a cargo del Ministro"
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
