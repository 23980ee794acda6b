package grammar

import (
	"strings"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
)

// NamesOf makes the vocabulary's lists answer what the layouts ask.
func NamesOf(v *vocabulary.Vocabulary) Names { return known{v} }

type known struct{ v *vocabulary.Vocabulary }

// NameLimit is the length in bytes beyond which a text is no name, so that asking
// costs the same whatever the paragraph.
const NameLimit = 120

// Country takes names alone: "Indonesian" and "ID" name no State that speaks.
func (k known) Country(text string) (string, bool) {
	text = strings.Trim(text, " \u00a0.,:;")
	if len(text) == 0 || len(text) > NameLimit {
		return "", false
	}
	if formerly.MatchString(text) {
		text = describe.Capitalise(text)
	}
	for _, m := range k.v.Find(text) {
		if m.Entry.Kind != corpus.Country || m.Alias.Via == vocabulary.ViaDemonym || strings.Trim(text[m.End:], ")'’ ") != "" {
			continue
		}
		if m.Start == 0 || stateForm.MatchString(text[:m.Start]) {
			return m.Entry.ID, true
		}
	}
	return "", false
}

// formerly opens a State's name with a small letter: "ex-République yougoslave de …".
var formerly = regexp.MustCompile(`^(?:ex[- ]|(?:the )?former )`)

// stateForm is the form of a State before its everyday name.
var stateForm = regexp.MustCompile(`(?i)^(?:(?:the )?(?:(?:federal|federative|democratic|islamic|socialist|co-?operative|plurinational|bolivarian|united|hashemite) )*(?:republic|kingdom|state|government|commonwealth|principality|sultanate|union) of (?:the )?|` +
	`(?:la |el |le )?(?:rep[úu]blica|reino|estado|gobierno|principado|r[ée]publique|royaume|[ée]tat|gouvernement|principaut[ée])(?: (?:\p{Ll}+))?(?: de la| de los| del| de| du| des| de l['’]| d['’]) ?)$`)

func (k known) Countries(text string) []string {
	var codes []string
	for _, m := range k.v.Find(text) {
		if m.Entry.Kind == corpus.Country && !m.Alias.Shared() {
			codes = append(codes, m.Entry.ID)
		}
	}
	return codes
}

// Organisation takes RCPs as well: their secretariats speak. Councils and committees do not.
func (k known) Organisation(text string) (string, bool) {
	text = strings.Trim(text, " \u00a0.,:;")
	if len(text) == 0 || len(text) > NameLimit {
		return "", false
	}
	for _, kind := range []corpus.Kind{corpus.Organisation, corpus.RCP} {
		if e, ok := k.v.Resolve(kind, text); ok && e.Group != vocabulary.GroupOrgan {
			return e.Country, true
		}
	}
	return "", false
}
