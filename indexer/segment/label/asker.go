package label

import (
	"strings"

	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// askedOf is a question as some parliaments print it: whom a member puts it to stands
// behind the name, "12. Mr BROOK to the Minister for Roads: When will …?", or what it
// is about, "2.4 Deputy A. Brook of the Chief Minister regarding lamps:".
var askedOf = regexp.MustCompile(`^(?:\d{1,4}[.)]? +)?((?:Mr|Mrs|Ms|Miss|Dr|Hon|Rev|Sir|Dame|Madam|Deputy|Senator|Connétable|Constable|Honou?rable)\b[^:;()]{2,60}?(?: ?\([^()]{2,80}\))?) ?(?::? to (?:the )?` + askedOffice + `|of (?:the )?` + askedOffice + `(?:regarding|concerning|about|on)\b)[^:]{0,200}:(?:\s|$)`)

// askedOffice begins the office of a member of a government.
const askedOffice = `(?i:hon(?:ou?rable|\.)? )?(?i:deputy |assistant |acting |chief |prime |first |parliamentary )*(?i:ministers?\b|premier\b|attorney[- ]general\b|leader of\b|president of\b|chair\pL* of\b|secretary\b)[^:;()?]{0,120}`

// asker parses such a label.
func asker(limit string, names grammar.Names) Label {
	if !strings.Contains(limit, " to ") && !strings.Contains(limit, " of ") {
		return Label{}
	}
	if l := putTo(limit, names); l.Style != None {
		return l
	}
	m := askedOf.FindStringSubmatchIndex(limit)
	if m == nil {
		return Label{}
	}
	l := Parse(limit[m[2]:m[3]], names, false)
	if l.Style == None || l.Speaker.Honorific == "" {
		return Label{}
	}
	l.Style, l.End, l.Alone = Formal, m[1], m[1] == len(limit)
	return l
}

// putting is the line above a question that tells who puts it to whom: "Ms BROOK
// question to PREMIER, Mr VEGA", "Mr BROOK to MINISTER for ROADS".
var putting = regexp.MustCompile(`^((?:Mr|Mrs|Ms|Miss|Dr|Madam|Sir|Mx)\.? \p{Lu}[\p{Lu}'’ -]{1,40})(?: question)? to (?:the )?(\p{Lu}{3}(?:[\p{Lu}'’ ,&-]|for|of|and|the){1,90}?)(?:, ((?:Mr|Mrs|Ms|Miss|Dr|Sir|Mx)\.? \p{Lu}[\p{Lu}'’ -]{1,40}))?(?:$| \[\d{1,2}[.:]\d\d ?[ap]\.? ?m\.?\] )`)

// putTo parses such a line.
func putTo(limit string, names grammar.Names) Label {
	m := putting.FindStringSubmatch(limit)
	if m == nil || !StartsOffice(describe.Capitalise(m[2])) {
		return Label{}
	}
	l := Parse(m[1], names, false)
	if l.Style == None || l.Speaker.Honorific == "" {
		return Label{}
	}
	l.Style, l.End, l.Alone = Formal, len(m[0]), len(m[0]) == len(limit)
	l.Asked = Parse(m[3], names, false).Speaker
	l.Asked.AsPrinted, l.Asked.Role = strings.TrimSuffix(m[2]+", "+m[3], ", "), grammar.OfficeName(m[2])
	if l.Asked.Name == "" {
		l.Asked.Name = l.Asked.Role
	}
	return l
}

// AnswerLine is what stands above the answer.
var AnswerLine = regexp.MustCompile(`^ANSWER:?$`)

// islander is a member whose seat stands behind the name, as the Channel Islands have
// it: "Deputy A.B. Brook of St. Kavie (Chairman, Roads Panel)".
var islander = regexp.MustCompile(`^((?:Deputy|Senator|Connétable|Constable) (?:\p{Lu}\. ?)*\p{Lu}[^,.:;()]{1,40}?) of (?:St\.? )?\p{Lu}[^:;()]{2,60}?( ?\([^()]{3,160}\))?$`)
