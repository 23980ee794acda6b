package segment

import (
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
)

// initialLine is a surname in capitals with its initials, the office and the party on a line
// of their own in the records of the Duma: "ЛИПИН Р. П., фракция "Лампа"."
var initialLine = regexp.MustCompile(`^(\p{Cyrillic}{2,}(?:-\p{Cyrillic}{2,})?) (\p{Cyrillic}\. ?\p{Cyrillic}\.), (\p{Ll}[^.!?;:]{3,200})\.?$`)

// initialDot is a surname with its initials before what is said: "ЛИПИН Р. П. Уважаемые
// коллеги".
var initialDot = regexp.MustCompile(`^(\p{Cyrillic}{2,}(?:-\p{Cyrillic}{2,})?) (\p{Cyrillic}\. ?\p{Cyrillic}\.) (?:\p{Lu}|[«"(…])`)

// hallVoice is somebody whom nobody saw.
var hallVoice = regexp.MustCompile(`^((?:ГОЛОСА? )?[ИІ]З ЗАЛ[АУ]|С МЕСТА)\. `)

func initialLabel(text string, names Names) label {
	if m := hallVoice.FindStringSubmatch(text); m != nil {
		return label{style: formalLabel, nameless: true, end: len(m[0]), speaker: corpus.Speaker{AsPrinted: m[1]}}
	}
	if m := initialDot.FindStringSubmatchIndex(text); m != nil && describe.InCapitals(text[m[2]:m[3]]) {
		l := label{style: formalLabel, upper: true, end: m[5] + 1}
		l.speaker = corpus.Speaker{Name: normalName([]string{text[m[2]:m[3]]}) + text[m[3]:m[5]], AsPrinted: text[:m[5]]}
		return l
	}
	if len(text) > 2*labelLimit {
		return label{}
	}
	m := initialLine.FindStringSubmatch(text)
	if m == nil || !describe.InCapitals(m[1]) {
		return label{}
	}
	l := label{style: formalLabel, upper: true, end: len(text), alone: true}
	l.speaker = corpus.Speaker{Name: normalName([]string{m[1]}) + " " + m[2], AsPrinted: m[1] + " " + m[2]}
	affiliationOf(m[3], names).merge(&l.speaker)
	return l
}

// unmarkedLabel parses the labels of Japan, Korea and Russia that no colon closes.
func unmarkedLabel(text, limit string, names Names) label {
	if limit == "" || limit[0] < utf8.RuneSelf && limit[0] != '(' {
		return label{}
	}
	if l := circledLabel(text, limit); l.style != noLabel {
		return l
	}
	if l := hangulLabel(limit); l.style != noLabel {
		return l
	}
	if l := hanjaLabel(limit); l.style != noLabel {
		return l
	}
	if l := pressedLabel(limit); l.style != noLabel {
		return l
	}
	return initialLabel(text, names)
}
