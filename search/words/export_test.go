package words

import "sync"

var known = sync.OnceValue(Analysers)

// Heads looks at every word of a text as the marker of a language does that looks
// for the word's term: it returns the words that are passed over.
func Heads(language, text string) (terms int, passed []string) {
	a := For(known(), language)
	Each(text, func(w Word) {
		term := a.Term(w.Term())
		if term == "" {
			return
		}
		terms++
		m := NewMarker(a)
		m.lookFor(term)
		if m.passes(w.Raw) {
			passed = append(passed, w.Raw+" ("+term+")")
		}
	})
	return terms, passed
}
