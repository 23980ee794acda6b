package label

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// withInitials is a surname with its initials, alone on a line, which may as well be one of a list, before
// what is said, or before the office or the party that closes in a full stop as they do in the records of
// the Duma: "ЛИПИН Р. П. Уважаемые коллеги", "ЛИПИН Р. П., фракция "Лампа". Уважаемые коллеги".
var withInitials = regexp.MustCompile(`^(\p{Cyrillic}{2,}(?:[-'’]\p{Cyrillic}{2,})?) (\p{Cyrillic}\. ?\p{Cyrillic}\.)(?:$|, \p{Ll}| (?:\p{Lu}|[«"(…]|\.\.))`)

// initialsFirst is a surname behind its initials, before the office that closes in a full stop.
var initialsFirst = regexp.MustCompile(`^(\p{Cyrillic}\. ?\p{Cyrillic}\. ?\p{Lu}\p{Cyrillic}+(?:-\p{Lu}\p{Cyrillic}+)?), \p{Ll}`)

// hallVoice is somebody whom nobody saw.
var hallVoice = regexp.MustCompile(`^\(?((?i:(?:голос[аи]? )?[иі]?з зал[ауи]|с места|з місця)|_{5,})\)?[.:] `)

func initialLabel(text string, names grammar.Names) Label {
	if m := hallVoice.FindStringSubmatch(text); m != nil && (m[1][0] != '_' || !strings.HasPrefix(text[len(m[0]):], "(")) {
		return Label{Style: Formal, nameless: true, End: len(m[0]), Speaker: corpus.Speaker{AsPrinted: m[1]}}
	}
	if l := officeBehind(text, names); l.Style != None {
		return l
	}
	m := withInitials.FindStringSubmatchIndex(text)
	if m == nil || !isCapital(text[:m[3]]) {
		return Label{}
	}
	l := Label{Style: Plain, Upper: describe.InCapitals(text[:m[3]]), End: m[5]}
	l.Speaker = corpus.Speaker{Name: grammar.NormalName([]string{text[:m[3]]}) + text[m[3]:m[5]], AsPrinted: text[:m[5]]}
	switch rest := text[m[5]:]; {
	case rest == "" && !l.Upper:
		return Label{}
	case rest != "" && l.Upper:
		l.Style = Formal
	}
	if strings.HasPrefix(text[m[5]:], ", ") && !l.holdsOffice(text[m[5]:], names) {
		return Label{}
	}
	l.Alone = l.End == len(text)
	l.End = min(l.End+1, len(text))
	return l
}

// officeBehind parses initials, a surname and an office.
func officeBehind(text string, names grammar.Names) Label {
	m := initialsFirst.FindStringSubmatch(text)
	if m == nil {
		return Label{}
	}
	l := Label{End: len(m[1]), Speaker: corpus.Speaker{Name: m[1], AsPrinted: m[1]}}
	if !l.holdsOffice(text[l.End:], names) {
		return Label{}
	}
	l.Alone, l.End = l.End == len(text), min(l.End+1, len(text))
	return l
}

// holdsOffice reads the office or the party behind initials, up to the full stop that closes the label or the
// end of its line. A surname in small letters needs a word for one.
func (l *Label) holdsOffice(rest string, names grammar.Names) bool {
	office, ok := beforeDot(rest)
	if !ok && len(rest) < officeLimit && !strings.ContainsAny(rest, ".!?;:") {
		office, ok = rest, true
	}
	if !ok || !l.Upper && !grammar.StartsRole(office[2:]) && !inParty.MatchString(office[2:]) {
		return false
	}
	grammar.AffiliationOf(office[2:], names).Merge(&l.Speaker)
	l.Style, l.End = Formal, l.End+len(office)
	return true
}

// isCapital says whether a surname begins with a capital.
func isCapital(surname string) bool { return unicode.IsUpper(grammar.FirstRune(surname)) }

// inParty opens the party of a member.
var inParty = regexp.MustCompile(`^(?:фракци[яи]|депутатск(?:ая|ой) групп)`)

// unmarkedLabel parses the labels of Japan, Korea and Russia that no colon closes.
func unmarkedLabel(text, limit string, names grammar.Names) Label {
	if limit == "" || limit[0] < utf8.RuneSelf && !strings.ContainsRune("(<[_", rune(limit[0])) {
		return Label{}
	}
	if l := circledLabel(text, limit); l.Style != None {
		return l
	}
	if l := hangulPress(limit); l.Style != None {
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
