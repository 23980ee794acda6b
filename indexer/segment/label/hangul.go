package label

import (
	"strings"
	"unicode"

	"briefsearch/corpus"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// Korean records close their labels by no mark: the office stands before the name, or
// a member's behind it. A circle is before them, unless the print has lost it: "○의장
// 한나래 …", "한나래 위원 …".
var (
	hangulMember = regexp.MustCompile(`^(\p{Hangul}{2,4}) (위원|의원|위원장|의장)(?: |$)`)
	hangulRanked = regexp.MustCompile(`^[\p{Hangul}\d·]{2,20} (\p{Hangul}{2,4}) (주무관|사무관|담당관|[팀과계국실]장)(?: |$)`)
	hangulHolder = regexp.MustCompile(`^((?:[\p{Hangul}\d·]{1,20} )??[\p{Hangul}\d·]{0,20}(?:장|관|원|총리|대통령|총재|대리|감|사|인|보)) \(?(\p{Hangul}{2,4})\)?(?: |$)`)
	hangulOffice = regexp.MustCompile(`^[^ ]*(?:의장|위원장|대리|장관|차관|총리|[국실처청총원과부]장|위원)$`)
	hangulList   = regexp.MustCompile(`^(?:출석|참석|불참|결석|청가|배석)|[\p{Hangul}\d·]{0,20}(?:장|관|원) \p{Hangul}{1,3}[장관원]$`)
	hanjaMember  = regexp.MustCompile(`^(\p{Han}{2,4}) (委員|議員)(?: |$)`)
	hanjaHolder  = regexp.MustCompile(`^(\p{Han}{0,16}(?:長|官|員|理|領|事|人)) (\p{Han}{2,4})(?: |$)`)
	hangulChair  = regexp.MustCompile(`(?:의장|위원장|議長|委員長)(?:직무)?(?:대리|代理)?$`)
)

// hangulOpeners are words that open a sentence and are no names.
var hangulOpeners = grammar.Lists.Set("hangul-openers")

// hangulLabel parses such a label. Without a circle it is one beyond doubt only where
// it is the chair's.
func hangulLabel(text string) Label {
	bare := strings.TrimLeft(text, "○◯〇 ")
	if !unicode.Is(unicode.Hangul, grammar.FirstRune(bare)) {
		return Label{}
	}
	name, role := 1, 2
	m := hangulMember.FindStringSubmatchIndex(bare)
	if m == nil && len(bare) < len(text) {
		m = hangulRanked.FindStringSubmatchIndex(bare)
	}
	if m == nil {
		name, role = 2, 1
		if m = hangulHolder.FindStringSubmatchIndex(bare); m == nil {
			return Label{}
		}
	}
	l := Label{Style: Formal, End: len(text) - len(bare) + m[1], Alone: m[1] == len(bare)}
	if name == 1 && hangulOpeners[bare[m[2]:m[3]]] || hangulList.MatchString(strings.TrimRight(bare[:m[1]], " ")) || l.Alone && len(bare) == len(text) {
		return Label{} // those who are there
	}
	l.Speaker = corpus.Speaker{Name: bare[m[2*name]:m[2*name+1]], Role: bare[m[2*role]:m[2*role+1]], AsPrinted: strings.TrimRight(bare[:m[1]], " ")}
	l.Speaker.Presiding = hangulChair.MatchString(l.Speaker.Role)
	if len(bare) == len(text) && !l.Speaker.Presiding {
		if role == 1 && !hangulOffice.MatchString(l.Speaker.Role) {
			return Label{}
		}
		l.Style, l.Bracketed = Plain, true
	}
	return l
}

// hanjaLabel parses such a label, behind its circle, in a record that writes names and
// offices in Chinese characters: "○議長 韓燈臺 …".
func hanjaLabel(text string) Label {
	bare := strings.TrimLeft(text, "○◯〇 ")
	lead := len(text) - len(bare)
	if lead == 0 || !unicode.Is(unicode.Han, grammar.FirstRune(bare)) || !strings.ContainsFunc(corpus.Head(bare, grammar.LabelLimit), func(r rune) bool { return unicode.Is(unicode.Hangul, r) }) {
		return Label{} // or in Japan
	}
	name, role := 1, 2
	m := hanjaMember.FindStringSubmatchIndex(bare)
	if m == nil {
		name, role = 2, 1
		if m = hanjaHolder.FindStringSubmatchIndex(bare); m == nil {
			return Label{}
		}
	}
	l := Label{Style: Formal, End: lead + m[1], Alone: m[1] == len(bare)}
	l.Speaker = corpus.Speaker{Name: bare[m[2*name]:m[2*name+1]], Role: bare[m[2*role]:m[2*role+1]], AsPrinted: strings.TrimRight(bare[:m[1]], " ")}
	l.Speaker.Presiding = hangulChair.MatchString(l.Speaker.Role)
	return l
}

// bracketed is the label of a press briefing in Korea: "<질문>", "[답변]", "【한나래 대변인】".
var bracketed = regexp.MustCompile(`^[<〈\[【](?:(질문|질의|문)|(답변|응답|답)|(\p{Hangul}{2,4}) ((?:\p{Hangul}+ ){0,3}\p{Hangul}*(?:대변인|[장차]관|[실국과청]장|수석|기자|사회자)))[>〉\]】](?: |$)`)

func hangulPress(limit string) Label {
	m := bracketed.FindStringSubmatch(limit)
	if m == nil {
		return Label{}
	}
	l := Label{Style: Formal, Asks: m[1] != "", Replies: m[2] != "", End: len(m[0]), Alone: len(m[0]) == len(limit)}
	l.Speaker = corpus.Speaker{Name: m[3], Role: m[4], AsPrinted: strings.TrimRight(m[0], " ")}
	return l
}
