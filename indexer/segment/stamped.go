package segment

import (
	"slices"
	"strings"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
)

// stamp is the time of a recording: "00:12", "[01:02:33]", "(00:04)".
const stamp = `[\[(]?(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?[\])]?`

var (
	stampLead  = regexp.MustCompile(`^` + stamp + `(?: ?(?:-->|-|–) ?` + stamp + `)?[ \x{a0}:–|-]+`)
	stampTrail = regexp.MustCompile(`^([^:\[(]{2,80}?),?[ \x{a0}]+` + stamp + `:?(?:[ \x{a0}]|$)`)
)

// aYear is that of a date, which a meeting has, not a speaker.
var aYear = regexp.MustCompile(`\b(?:1[89]|20)\d\d\b`)

// ofDay follows a time of day, not of a recording: "12:45 P.M. EDT".
var ofDay = regexp.MustCompile(`^(?i:[ap]\.? ?m\b|hours?\b|hrs\b|noon\b|(?:[ECMP][SD]?T|GMT|UTC|CEST|CET)\b)`)

// stampedLabel parses the label of a protocol that a machine made of a recording,
// which has the time before the name or behind it: "[00:12] Jane Roe: …", "Jane Roe
// 00:12" on a line of its own.
func stampedLabel(text, limit string, names Names) label {
	if !hasClock(limit) {
		return label{}
	}
	if lead := len(stampLead.FindString(text)); lead > 0 && lead < len(text) && !ofDay.MatchString(text[lead:]) && !stampLead.MatchString(text[lead:]) {
		l := labelOf(text[lead:], names)
		if l.style == noLabel && countWords(text[lead:], nameWords+1) <= nameWords {
			l = nameLine(text[lead:], names)
		}
		if m := firstName.FindStringSubmatchIndex(text[lead:]); l.style == noLabel && m != nil && !labels[strings.ToLower(text[lead+m[2]:lead+m[3]])] {
			name := text[lead+m[2] : lead+m[3]]
			l = label{style: shoutedLabel, speaker: corpus.Speaker{Name: name, AsPrinted: name}, end: m[1]}
		}
		if l.style != noLabel {
			l.end += lead
			return l.atTime()
		}
		return label{}
	}
	if l := timedLine(text, names); l.style != noLabel {
		return l
	}
	m := stampTrail.FindStringSubmatchIndex(limit)
	if m == nil || ofDay.MatchString(text[m[1]:]) || aYear.MatchString(text[:m[3]]) {
		return label{}
	}
	l := nameLine(text[m[2]:m[3]], names)
	if l.style == noLabel {
		return label{}
	}
	l.end, l.alone = m[1], m[1] == len(text)
	return l.atTime()
}

// timed is a speaker with the time of day, mostly on a line of its own.
var timed = regexp.MustCompile(`^([^:]{4,120}?) \d{1,2}:\d{2} ?[ap]\.? ?m\.?(?: [\p{Lu}\d“"(\[]|$)`)

// timedLine parses the label of records that print the time behind each speaker:
// "Mr Ada Brook 11:05 a.m.".
func timedLine(text string, names Names) label {
	m := timed.FindStringSubmatchIndex(corpus.Head(text, labelLimit))
	if m == nil {
		return label{}
	}
	l := parseLabel(strings.ReplaceAll(text[:m[3]], "- ", "-"), names, false)
	if l.style == noLabel || l.speaker.Honorific == "" && !l.speaker.Presiding && l.speaker.Role == "" {
		return label{}
	}
	l.style, l.end, l.alone = formalLabel, m[1], m[1] == len(text)
	if !l.alone {
		_, size := utf8.DecodeLastRuneInString(text[:m[1]])
		l.end -= size
	}
	return l.atTime()
}

// hasClock says whether a text has a colon between digits, at little cost.
func hasClock(text string) bool {
	for i := 1; i+1 < len(text); i++ {
		if text[i] == ':' && isDigit(text[i-1]) && isDigit(text[i+1]) {
			return true
		}
	}
	return false
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// firstName is a label of a first name or initials alone.
var firstName = regexp.MustCompile(`^(\p{Lu}(?:\p{Ll}{1,20}|\p{Lu}{1,3})): `)

// inverted is a name whose surname stands first: "Roe, Jane".
var inverted = regexp.MustCompile(`^(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?), (\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*)?)$`)

// nameWords is the length of the longest name on a line of its own.
const nameWords = 5

// nameLine parses a label that is a name and nothing else.
func nameLine(text string, names Names) label {
	name := strings.TrimSpace(text)
	if m := inverted.FindStringSubmatch(name); m != nil {
		name = m[2] + " " + m[1]
	}
	l := parseLabel(name, names, false)
	l.speaker.AsPrinted = strings.TrimSpace(text)
	l.end, l.alone = len(text), true
	return l
}

// atTime makes a plain label one that counts.
func (l label) atTime() label {
	l.stamped, l.single = true, false
	if l.style == plainLabel {
		l.style = shoutedLabel
	}
	return l
}

// opened is the line above a transcript that tells who speaks until the first
// label: "The following is a near-verbatim transcript of today's briefing by …".
var opened = regexp.MustCompile(`(?i)^(?:the )?following is (?:a|the) (?:near-?|unedited |edited |rush )*(?:verbatim )?transcript of [^.]{0,160}? by (?:the )?`)

// spokesman is whom the title of a press conference names: "Foreign Ministry Spokesperson Ada
// Brook's Regular Press Conference".
var spokesman = regexp.MustCompile(`^((?:\p{Lu}[\p{L}-]+ (?:of |for |the )*){0,6}?[Ss]pokes(?:person|man|woman)) ((?:\p{Lu}[\p{L}'’.-]+ ){0,3}\p{Lu}[\p{L}-]+)['’]s(?: (?:[Rr]egular |[Dd]aily |[Ww]eekly )?(?:[Pp]ress|[Bb]riefing|[Rr]emarks)\b|$)`)

// openedScore is how surely a document is a record of which the line above tells who speaks, and
// that has no label.
const openedScore = 0.85

// isOpened says whether such a line stands at the beginning of a document.
func isOpened(doc *read.Document, names Names) bool {
	return slices.ContainsFunc(doc.Blocks[:min(len(doc.Blocks), titleBlocks)], func(b read.Block) bool {
		_, ok := opener(b.Text, names)
		return ok
	})
}

// opener is the speaker whom such a line names, or such a title.
func opener(text string, names Names) (label, bool) {
	if m := spokesman.FindStringSubmatch(corpus.Head(text, labelLimit)); m != nil {
		return label{style: formalLabel, speaker: corpus.Speaker{Name: m[2], Role: m[1], AsPrinted: m[1] + " " + m[2]}}, true
	}
	lead := opened.FindString(text)
	if lead == "" {
		return label{}, false
	}
	o, ok := introduction(strings.TrimSuffix(text[len(lead):], "."), names)
	if !ok || o.parts < 2 {
		return label{}, false
	}
	return label{style: formalLabel, speaker: o.speaker}, true
}
