package label

import (
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// Question labels whoever asks at a press conference, Answer who replies, and
// nameless the others who are heard there.
var (
	Question = regexp.MustCompile(`(?i)^` + grammar.Lists.Any("question") + `(?: ?\d{1,2})?$`)
	Answer   = regexp.MustCompile(`(?i)^` + grammar.Lists.Any("answer") + `(?: ?\d{1,2})?$`)
	Nameless = regexp.MustCompile(`(?i)^` + grammar.Lists.Any("nameless") + `$`)
)

// floor labels whoever goes on after he was interrupted: "O Orador".
var floor = regexp.MustCompile(`(?i)^` + grammar.Lists.Any("floor") + `$`)

// diarised is a voice that a machine has told from others: "speaker 1:".
var diarised = regexp.MustCompile(`^(?:spk|speaker)[ _]?\d{1,3}:`)

// captioned is the sign by which captions change the speaker, and anyVoice what they call one whom they
// do not know.
const captioned = ">> "

var anyVoice = regexp.MustCompile(`(?i)^` + grammar.Lists.Any("nameless-voice") + `: `)

// captionLabel parses the label behind such a sign that leaves no doubt.
func captionLabel(text string, names grammar.Names) Label {
	l := Of(text, names)
	if m := anyVoice.FindString(text); m != "" {
		l = Label{Style: Shouted, nameless: true, End: len(m), Alone: len(m) == len(text)}
		l.Speaker.AsPrinted = m[:len(m)-len(": ")]
	} else if !l.IsSure() {
		return Label{}
	}
	l.End += len(captioned)
	return l
}

// Operator connects the callers of a conference by telephone.
var Operator = regexp.MustCompile(`(?i)^(?:operator|host|interpreter|translator)$`)
