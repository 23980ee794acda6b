package query

import (
	"strings"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
)

// Parse reads what a person typed. It never fails: what makes no sense is read
// as words and a Notice says so. The tree is nil when there is nothing to search
// for. With a nil vocabulary there are no concepts, and values of fields are
// taken as they are.
func Parse(s string, v *vocabulary.Vocabulary, o Options) (Node, []Notice) {
	if v == nil {
		return parse(s, nil, o)
	}
	return parse(s, namesOf{v}, o)
}

// namesOf asks the vocabulary.
type namesOf struct{ *vocabulary.Vocabulary }

func (v namesOf) resolve(k corpus.Kind, name string) (entry, bool) {
	e, ok := v.Resolve(k, name)
	if !ok {
		return entry{}, false
	}
	return entryOf(e), true
}

// acronym resolves a word by an alias. Ids are left aside: "be" and "in" are the
// codes of Belgium and India.
func (v namesOf) acronym(word string) (entry, bool) {
	for _, k := range []corpus.Kind{corpus.RCP, corpus.Organisation, corpus.Country} {
		e, ok := v.Resolve(k, word)
		if !ok {
			continue
		}
		for _, a := range e.Aliases {
			if !a.Mask && strings.EqualFold(a.Text, word) {
				return entryOf(e), true
			}
		}
	}
	return entry{}, false
}

// find leaves out masks, the cues of a theme that count only beside others, and
// demonyms of another State first.
func (v namesOf) find(text string) []match {
	var out []match
	for _, m := range v.Find(text) {
		if m.Entry == nil || m.Alias.Mask || m.Alias.Weak || m.Alias.Shared() {
			continue
		}
		out = append(out, match{entry: entryOf(m.Entry), start: m.Start, end: m.End})
	}
	return out
}

func entryOf(e *vocabulary.Entry) entry {
	return entry{kind: e.Kind, id: e.ID}
}
