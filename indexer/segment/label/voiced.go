package label

import (
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/segment/grammar"
)

// Voiced is the label of a paragraph whose file says in its data who speaks: there is no
// doubt that it is one, and what the grammar does not know is a name.
func Voiced(voice string, names grammar.Names) Label {
	l := Parse(voice, names, false)
	if l.Style == None {
		l = Label{Style: Plain, Speaker: corpus.Speaker{Name: voice, AsPrinted: voice}}
	}
	l.End, l.Learned = len(voice)+len(":"), true
	return l
}

// HasVoice says whether a text begins with whom its file names, and a colon.
func HasVoice(text, voice string) bool {
	return voice != "" && strings.HasPrefix(text, voice) && strings.HasPrefix(text[len(voice):], ":")
}
