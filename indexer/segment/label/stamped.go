package label

import (
	"slices"
	"strings"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/matter"
	"briefsearch/indexer/segment/opening"
)

// Stamp is the time of a recording: "00:12", "[01:02:33]", "(00:04)".
const Stamp = `[\[(]?(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?[\])]?`

var (
	// StampLead is a time that a paragraph begins with.
	StampLead  = regexp.MustCompile(`^` + Stamp + `(?: ?(?:-->|-|–) ?` + Stamp + `)?[ \x{a0}:–|-]+`)
	stampTrail = regexp.MustCompile(`^([^:\[(]{2,80}?)(?:,?[ \x{a0}]+` + Stamp + `:?|: ?[\[(] ?(?:\d{1,2}:)?\d{1,2}:\d{2}[\])])(?:[ \x{a0}]|$)`)
)

// aYear is that of a date, which a meeting has, not a speaker.
var aYear = regexp.MustCompile(`\b(?:1[89]|20)\d\d\b`)

// ofDay follows a time of day, not of a recording: "12:45 P.M. EDT".
var ofDay = regexp.MustCompile(`^(?i:[ap]\.? ?m\b|hours?\b|hrs\b|noon\b|(?:[ECMP][SD]?T|GMT|UTC|CEST|CET)\b)`)

// stampedLabel parses the label of a protocol that a machine made of a recording,
// which has the time before the name or behind it: "[00:12] Jane Roe: …", "Jane Roe
// 00:12" on a line of its own.
func stampedLabel(text, limit string, names grammar.Names) Label {
	if !HasClock(limit) {
		return Label{}
	}
	if lead := len(StampLead.FindString(text)); lead > 0 && lead < len(text) && !ofDay.MatchString(text[lead:]) && !StampLead.MatchString(text[lead:]) {
		l := Of(text[lead:], names)
		if l.Style == None && grammar.CountWords(text[lead:], nameWords+1) <= nameWords {
			l = nameLine(text[lead:], names)
		}
		if m := firstName.FindStringSubmatchIndex(text[lead:]); l.Style == None && m != nil && !Labels[strings.ToLower(text[lead+m[2]:lead+m[3]])] {
			name := text[lead+m[2] : lead+m[3]]
			l = Label{Style: Shouted, Speaker: corpus.Speaker{Name: name, AsPrinted: name}, End: m[1]}
		}
		if l.Style != None {
			l.End += lead
			return l.atTime()
		}
		return Label{}
	}
	if l := timedLine(text, names); l.Style != None {
		return l
	}
	if l := delegateLine(text, names); l.Style != None {
		return l
	}
	return trailed(text, limit, names)
}

// trailed parses a name with the time behind it.
func trailed(text, limit string, names grammar.Names) Label {
	m := stampTrail.FindStringSubmatchIndex(limit)
	if m == nil || ofDay.MatchString(text[m[1]:]) || aYear.MatchString(text[:m[3]]) {
		return Label{}
	}
	l := nameLine(text[m[2]:m[3]], names)
	if l.Style == None {
		return Label{}
	}
	l.End, l.Alone = m[1], m[1] == len(text)
	return l.atTime()
}

// timed is a speaker with the time of day, mostly on a line of its own.
var timed = regexp.MustCompile(`^([^:]{4,120}?) \d{1,2}:\d{2} ?[ap]\.? ?m\.?(?: [\p{Lu}\d“"(\[]|$)`)

// timedLine parses the label of records that print the time behind each speaker:
// "Mr Ada Brook 11:05 a.m.".
func timedLine(text string, names grammar.Names) Label {
	m := timed.FindStringSubmatchIndex(corpus.Head(text, grammar.LabelLimit))
	if m == nil {
		return Label{}
	}
	l := Parse(strings.ReplaceAll(text[:m[3]], "- ", "-"), names, false)
	if l.Style == None || l.Speaker.Honorific == "" && !l.Speaker.Presiding && l.Speaker.Role == "" {
		return Label{}
	}
	l.Style, l.End, l.Alone = Formal, m[1], m[1] == len(text)
	if !l.Alone {
		_, size := utf8.DecodeLastRuneInString(text[:m[1]])
		l.End -= size
	}
	return l.atTime()
}

// delegate is a speaker in Strasbourg with the State and the group, or the office, and the time:
// "Ms Ada BROOK Norway, XYZ, Rapporteur 11:30:07".
var delegate = regexp.MustCompile(`^((?:Mr|Ms|Mrs|Mme|M\.|Sir|Lord|Lady|Baroness|Dame|Dr) [^:]{4,160}?) \d{1,2}:\d{2}:\d{2}(?: |$)`)

// delegateLine parses such a label.
func delegateLine(text string, names grammar.Names) Label {
	m := delegate.FindStringSubmatchIndex(corpus.Head(text, grammar.LabelLimit))
	if m == nil {
		return Label{}
	}
	printed := text[:m[3]]
	l := Label{Style: Formal, End: m[1], Alone: m[1] == len(text)}
	for at := strings.Index(printed, " ") + 1; ; {
		i := strings.Index(printed[at:], " ")
		if i < 0 {
			break
		}
		at += i + 1
		state, group, _ := strings.Cut(printed[at:], ", ")
		country, ok := names.Country(state)
		if !ok && !grammar.StartsRole(printed[at:]) {
			continue
		}
		p := grammar.NameOf(printed[:at-1])
		l.Speaker = corpus.Speaker{Name: p.Name, Honorific: p.Honorific, Country: country}
		if !ok {
			group = printed[at:]
		}
		if letters, office, _ := strings.Cut(group, ", "); describe.InCapitals(letters) {
			l.Speaker.Organisation, group = letters, office
		}
		l.Speaker.Role = group
		l.Speaker.Presiding = IsChair(group)
		break
	}
	if l.Speaker.Name == "" {
		return Label{}
	}
	l.Speaker.AsPrinted = printed
	return l.atTime()
}

// HasClock says whether a text has a colon between digits, at little cost.
func HasClock(text string) bool {
	for i := 1; i+1 < len(text); i++ {
		if text[i] == ':' && grammar.IsDigit(text[i-1]) && grammar.IsDigit(text[i+1]) {
			return true
		}
	}
	return false
}

// firstName is a label of a first name or initials alone.
var firstName = regexp.MustCompile(`^(\p{Lu}(?:\p{Ll}{1,20}|\p{Lu}{1,3})): `)

// inverted is a name whose surname stands first: "Roe, Jane".
var inverted = regexp.MustCompile(`^(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?), (\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*)?)$`)

// nameWords is the length of the longest name on a line of its own.
const nameWords = 5

// nameLine parses a label that is a name and nothing else.
func nameLine(text string, names grammar.Names) Label {
	name := strings.TrimSpace(text)
	if m := inverted.FindStringSubmatch(name); m != nil {
		name = m[2] + " " + m[1]
	}
	l := Parse(name, names, false)
	l.Speaker.AsPrinted = strings.TrimSpace(text)
	l.End, l.Alone = len(text), true
	return l
}

// atTime makes a plain label one that counts.
func (l Label) atTime() Label {
	l.Stamped, l.Single = true, false
	if l.Style == Plain {
		l.Style = Shouted
	}
	return l
}

// opened is the line above a transcript that tells who speaks until the first
// label: "The following is a near-verbatim transcript of today's briefing by …".
var opened = regexp.MustCompile(`(?i)^(?:the )?following is (?:a|the) (?:near-?|unedited |edited |rush )*(?:verbatim )?transcript of [^.]{0,160}? by (?:the )?`)

// hanOpened is such a line in Chinese above a speech: "以下是署理燈塔局局長林雨生今日在…的致辭：".
var hanOpened = regexp.MustCompile(`^以下[是為为](\p{Han}{0,24}` + grammar.Lists.Any("han-office") + `)(\p{Han}{2,4}?)(?:先生|女士|博士|醫生|教授)?(?:今日|今天|昨日|昨天|[（(]|於|于|在|就|出席|\d).{0,160}(?:發言|发言|致辭|致辞|談話|谈话|演辭|演辞|講話|讲话)[^。：:]{0,16}[：:]$`)

// spokesman is whom the title of a press conference names: "Foreign Ministry Spokesperson Ada
// Brook's Regular Press Conference".
var spokesman = regexp.MustCompile(`^((?:\p{Lu}[\p{L}-]+ (?:of |for |the )*){0,6}?[Ss]pokes(?:person|man|woman)) ((?:\p{Lu}[\p{L}'’.-]+ ){0,3}\p{Lu}[\p{L}-]+)['’]s(?: (?:[Rr]egular |[Dd]aily |[Ww]eekly )?(?:[Pp]ress|[Bb]riefing|[Rr]emarks)\b|$)`)

// OpenedScore is how surely a document is a record of which the line above tells who speaks, and
// that has no label.
const OpenedScore = 0.85

// IsOpened says whether such a line stands at the beginning of a document.
func IsOpened(doc *read.Document, names grammar.Names) bool {
	return slices.ContainsFunc(doc.Blocks[:min(len(doc.Blocks), matter.TitleBlocks)], func(b read.Block) bool {
		_, ok := Opener(b.Text, names)
		return ok
	})
}

// interviewed begins the title of an interview, before whom it is with.
var interviewed = regexp.MustCompile(`(?i)^` + grammar.Lists.Any("interview-with") + ` `)

// Respondent is the speaker whom the title of an interview names, with an office or a form of address.
func Respondent(text string, names grammar.Names) (Label, bool) {
	lead := interviewed.FindString(corpus.Head(text, grammar.LabelLimit))
	if lead == "" {
		return Label{}, false
	}
	whom := strings.SplitN(text[len(lead):], ", ", 3) // the name, the office, and where or when
	o, ok := opening.Introduction(strings.Join(whom[:min(2, len(whom))], ", "), names)
	if !ok || o.Speaker.Honorific == "" && o.Speaker.Role == "" {
		return Label{}, false
	}
	return Label{Style: Formal, Speaker: o.Speaker}, true
}

// Opener is the speaker whom such a line names, or such a title.
func Opener(text string, names grammar.Names) (Label, bool) {
	if m := spokesman.FindStringSubmatch(corpus.Head(text, grammar.LabelLimit)); m != nil {
		return Label{Style: Formal, Speaker: corpus.Speaker{Name: m[2], Role: m[1], AsPrinted: m[1] + " " + m[2]}}, true
	}
	if m := hanOpened.FindStringSubmatch(text); m != nil {
		return Label{Style: Formal, Speaker: corpus.Speaker{Name: m[2], Role: m[1], AsPrinted: m[1] + m[2]}}, true
	}
	lead := opened.FindString(text)
	if lead == "" {
		return Label{}, false
	}
	o, ok := opening.Introduction(strings.TrimSuffix(text[len(lead):], "."), names)
	if !ok || o.Parts < 2 {
		return Label{}, false
	}
	return Label{Style: Formal, Speaker: o.Speaker}, true
}
