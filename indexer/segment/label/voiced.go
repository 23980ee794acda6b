package label

import (
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/matter"
)

// Voiced is the label of a paragraph whose file says in its data who speaks: there is no
// doubt that it is one, and what the grammar does not know is a name.
func Voiced(voice string, presides bool, names grammar.Names) Label {
	counted := len(matter.SpeechNumber.FindString(voice))
	l := Parse(voice[counted:], names, false)
	if l.Style == None {
		l = Label{Style: Plain, Speaker: corpus.Speaker{Name: inverted.ReplaceAllString(voice, "$2 $1"), AsPrinted: voice}}
	}
	l.End, l.Learned = len(voice)+len(":"), true
	l.Speaker.Presiding = l.Speaker.Presiding || presides
	return l
}

// HasVoice says whether a text begins with whom its file names, and a colon.
func HasVoice(text, voice string) bool {
	return voice != "" && strings.HasPrefix(text, voice) && strings.HasPrefix(text[len(voice):], ":")
}
