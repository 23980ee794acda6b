package segment

import (
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/regexp"
)

// A paragraph may tell who spoke behind what was said: "“The boats are small,” said Ada
// Brook, Director of …", "Fog was a danger, a rappelé la représentante du Ghana."

// toWhom opens a sentence that tells what somebody holds: "Pour Mme BROOK (Ghana), le texte …".
var toWhom = regexp.MustCompile(`^(?:Pour|Selon|De l['’]avis de|Para|Según|A juicio de(?:l)?|For|According to) (?:la |el |le )?`)

// holds parses such a sentence at the beginning of a paragraph. The person stands with
// the State in parentheses.
func holds(text string, names Names) (opening, bool) {
	lead := toWhom.FindString(text)
	if lead == "" {
		return opening{}, false
	}
	p := nameOf(text[len(lead):])
	end := len(lead) + p.end
	m := bracketed.FindStringSubmatchIndex(text[end:])
	if p.honorific == "" || m == nil || !strings.HasPrefix(text[end+m[1]:], ", ") {
		return opening{}, false
	}
	o := opening{parts: p.parts, said: true, clause: true, parens: true, end: end + m[1]}
	o.speaker = corpus.Speaker{Name: p.name, Honorific: p.honorific, AsPrinted: text[len(lead):o.end]}
	affiliationOf(text[end+m[2]:end+m[3]], names).merge(&o.speaker)
	return o, o.speaker.Country != ""
}

// quoted stands before who said what a paragraph begins with, toldBy before who said what a
// sentence tells without quoting it.
var (
	quoted = regexp.MustCompile(`^(?:[“"][^“”"]{15,600}[”"]|«[^«»]{15,600}») ?,? ` + lists.Any("told-behind") + ` `)
	toldBy = regexp.MustCompile(`, ` + lists.Any("told-behind") + ` `)
)

const toldLeast = 20 // bytes before who said it, or nothing is told

// attribution parses such a paragraph.
func attribution(text string, names Names) (opening, bool) {
	if o, ok := holds(text, names); ok {
		return o, true
	}
	if lead := quoted.FindString(text); lead != "" {
		o, ok := author(text[len(lead):], names)
		o.clause, o.quote = false, true // newspapers quote as well
		o.end += len(lead)
		return o, ok
	}
	first := text[:sentenceLength(text)]
	if o, ok := tellsMeeting(first, names); ok {
		return o, true
	}
	all := toldBy.FindAllStringIndex(first, -1)
	if len(all) == 0 || all[len(all)-1][0] < toldLeast {
		return opening{}, false
	}
	o, ok := author(first[all[len(all)-1][1]:], names)
	o.clause = o.speaker.Name == ""
	o.end = len(first)
	return o, ok
}

// seatBehind are the letters of a seat behind a name: "Ada Brook MP., Minister of …".
var seatBehind = regexp.MustCompile(` (?:MP|MEP|MHK|MNA)\.?,`)

// tellsMeeting parses a sentence that ends with whom a person told what it tells: "Fog was a
// danger, Ada Brook, Director of Ports, told the Committee."
func tellsMeeting(first string, names Names) (opening, bool) {
	if !strings.Contains(first, " told ") {
		return opening{}, false
	}
	for _, at := range commas(first, len(first)) {
		if at < toldLeast {
			continue
		}
		o, ok := introduction(first[at:], names)
		if ok && o.clause && isFullName(o) && startsRole(o.speaker.Role) && strings.HasPrefix(strings.TrimLeft(first[at+o.end:], ", "), "told ") {
			o.said, o.end = true, len(first)
			return o, true
		}
	}
	return opening{}, false
}

// author parses who said it, at the end of a sentence: a representative, a person with an
// office, or an office with its holder.
func author(text string, names Names) (opening, bool) {
	text = text[:sentenceLength(text)]
	if who := whoSaid.FindStringIndex(text); who != nil {
		text = text[:who[0]]
	}
	text = strings.TrimRight(seatBehind.ReplaceAllString(text, ","), " .\u00a0")
	said := text + ", said"
	if o, ok := delegation(said, names); ok {
		return o, o.speaker.Country != ""
	}
	if o, ok := officeFirst(said, names); ok && o.speaker.Name != "" {
		o.end = min(o.end, len(text))
		return o, true
	}
	o, ok := introduction(said, names)
	office := o.clause && (startsRole(o.speaker.Role) || o.speaker.Country != "" || o.speaker.Organisation != "")
	o.said, o.end = true, min(o.end, len(text))
	return o, ok && (isFullName(o) && office || o.speaker.Honorific != "")
}

// closes says whether a sentence ends with who told the meeting what it tells: "Fog was a
// danger, a representative of Ghana told the Committee."
func (c clauses) closes(text string, sp corpus.Speaker) bool {
	_, rest, _ := strings.Cut(text, sp.AsPrinted)
	return toldMeeting.MatchString(rest)
}

// toldMeeting is the end of such a sentence.
var toldMeeting = regexp.MustCompile(`^ (?:told (?:the )?(?:\p{Lu}\pL+ ?){1,4}|said|(?:also )?(?:added|stressed|noted|warned|recalled)|a (?:dit|déclaré|souligné|ajouté|rappelé)|dijo|señaló|afirmó)[.”"] ?$`)
