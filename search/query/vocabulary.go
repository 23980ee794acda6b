package query

import (
	"strings"
	"unicode"
	"unicode/utf8"

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
	if !ok && k == corpus.RCP {
		e, ok = v.Place(name)
	}
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
	return v.place(word)
}

func (v namesOf) place(word string) (entry, bool) {
	e, ok := v.Place(word)
	if !ok {
		return entry{}, false
	}
	return entryOf(e), true
}

// find leaves out masks, the cues of a theme that count only beside others, and
// demonyms of another State first. It adds processes of which the place alone is
// named.
func (v namesOf) find(text string) []match {
	written := capitalised(text)
	var out []match
	done := 0
	for _, m := range v.Find(written) {
		if m.Start > done {
			out = v.places(text, done, m.Start, out)
		}
		done = max(done, m.End)
		if m.Entry == nil || m.Alias.Mask || m.Alias.Weak || m.Alias.Shared() || ordinary[text[m.Start:m.End]] {
			continue
		}
		out = append(out, match{entry: entryOf(m.Entry), start: m.Start, end: m.End})
	}
	return v.places(text, done, len(text), out)
}

// places adds the processes that are called after a word of a stretch of a text.
func (v namesOf) places(text string, from, to int, out []match) []match {
	for word := range strings.FieldsSeq(text[from:to]) {
		start := from + strings.Index(text[from:to], word)
		from = start + len(word)
		next, _, _ := strings.Cut(strings.TrimLeft(text[from:to], " "), " ")
		if e, ok := v.place(word); ok && !instruments[strings.ToLower(next)] {
			out = append(out, match{entry: e, start: start, end: from})
		}
	}
	return out
}

// instruments are called after a place as well, and belong to no process for that.
var instruments = map[string]bool{
	"convention": true, "plan": true, "treaty": true, "protocol": true, "agreement": true, "accord": true, "accords": true, "principles": true, "guidelines": true,
}

// capitalised is a text with all words capitalised: who types in small letters means
// names as well.
func capitalised(text string) string {
	begins := true
	return strings.Map(func(r rune) rune {
		first := begins
		begins = !unicode.IsLetter(r) && !unicode.Is(unicode.M, r)
		if upper := unicode.ToUpper(r); first && utf8.RuneLen(upper) == utf8.RuneLen(r) {
			return upper
		}
		return r
	}, text)
}

// ordinary words are names of States only with a capital letter.
var ordinary = map[string]bool{
	"reunion": true, "réunion": true, "reunión": true, "grenade": true, "granada": true, "maurice": true, "polish": true,
}

func entryOf(e *vocabulary.Entry) entry {
	return entry{kind: e.Kind, id: e.ID}
}
