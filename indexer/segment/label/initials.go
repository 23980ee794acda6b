package label

import (
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// initialLine is a surname with its initials, the office and the party on a line of their own
// in the records of the Duma: "ЛИПИН Р. П., фракция "Лампа"."
var initialLine = regexp.MustCompile(`^(\p{Cyrillic}{2,}(?:-\p{Cyrillic}{2,})?) (\p{Cyrillic}\. ?\p{Cyrillic}\.), (\p{Ll}[^.!?;:]{3,200})\.?$`)

// initialDot is a surname with its initials before what is said: "ЛИПИН Р. П. Уважаемые
// коллеги".
var initialDot = regexp.MustCompile(`^(\p{Cyrillic}{2,}(?:-\p{Cyrillic}{2,})?) (\p{Cyrillic}\. ?\p{Cyrillic}\.) (?:\p{Lu}|[«"(…]|\.\.)`)

// initialAlone is a surname with its initials and nothing else on a line of its own, which may
// as well be one of a list: "ЛИПИН Р. П."
var initialAlone = regexp.MustCompile(`^(\p{Cyrillic}{2,}(?:[-'’]\p{Cyrillic}{2,})?)( \p{Cyrillic}\. ?\p{Cyrillic}\.)$`)

// hallVoice is somebody whom nobody saw.
var hallVoice = regexp.MustCompile(`^((?i:(?:голоса? )?[иі]з зал[ау]|с места))\. `)

func initialLabel(text string, names grammar.Names) Label {
	if m := hallVoice.FindStringSubmatch(text); m != nil {
		return Label{Style: Formal, nameless: true, End: len(m[0]), Speaker: corpus.Speaker{AsPrinted: m[1]}}
	}
	if m := initialDot.FindStringSubmatchIndex(text); m != nil && isCapital(text[m[2]:m[3]]) {
		l := Label{Style: Plain, End: m[5] + 1}
		if describe.InCapitals(text[m[2]:m[3]]) {
			l.Style, l.Upper = Formal, true
		}
		l.Speaker = corpus.Speaker{Name: grammar.NormalName([]string{text[m[2]:m[3]]}) + text[m[3]:m[5]], AsPrinted: text[:m[5]]}
		return l
	}
	if len(text) > 2*grammar.LabelLimit {
		return Label{}
	}
	if m := initialAlone.FindStringSubmatch(text); m != nil && describe.InCapitals(m[1]) {
		l := Label{Style: Plain, Upper: true, End: len(text), Alone: true}
		l.Speaker = corpus.Speaker{Name: grammar.NormalName([]string{m[1]}) + m[2], AsPrinted: text}
		return l
	}
	m := initialLine.FindStringSubmatch(text)
	if m == nil || !describe.InCapitals(m[1]) && (!isCapital(m[1]) || !grammar.StartsRole(m[3]) && !inParty.MatchString(m[3])) {
		return Label{}
	}
	l := Label{Style: Formal, Upper: describe.InCapitals(m[1]), End: len(text), Alone: true}
	l.Speaker = corpus.Speaker{Name: grammar.NormalName([]string{m[1]}) + " " + m[2], AsPrinted: m[1] + " " + m[2]}
	grammar.AffiliationOf(m[3], names).Merge(&l.Speaker)
	return l
}

// isCapital says whether a surname begins with a capital.
func isCapital(surname string) bool { return unicode.IsUpper(grammar.FirstRune(surname)) }

// inParty opens the party of a member.
var inParty = regexp.MustCompile(`^(?:фракци[яи]|депутатск(?:ая|ой) групп)`)

// unmarkedLabel parses the labels of Japan, Korea and Russia that no colon closes.
func unmarkedLabel(text, limit string, names grammar.Names) Label {
	if limit == "" || limit[0] < utf8.RuneSelf && limit[0] != '(' {
		return Label{}
	}
	if l := circledLabel(text, limit); l.Style != None {
		return l
	}
	if l := hangulLabel(limit); l.Style != None {
		return l
	}
	if l := hanjaLabel(limit); l.Style != None {
		return l
	}
	if l := pressedLabel(limit); l.Style != None {
		return l
	}
	return initialLabel(text, names)
}

// Shortest is the length in bytes of initials that stand for a name.
const Shortest = 3
