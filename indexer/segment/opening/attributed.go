package opening

import (
	"strings"
	"unicode"

	"briefsearch/corpus"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// A paragraph may tell who spoke behind what was said: "“The boats are small,” said Ada
// Brook, Director of …", "Fog was a danger, a rappelé la représentante du Ghana."

// ToWhom opens a sentence that tells what somebody holds: "Pour Mme BROOK (Ghana), le texte …".
var ToWhom = regexp.MustCompile(`^(?:Pour|Selon|De l['’]avis de|Para|Según|A juicio de(?:l)?|For|According to) (?:la |el |le )?`)

// holds parses such a sentence at the beginning of a paragraph. The person stands with
// the State in parentheses, or with the office between commas.
func holds(text string, names grammar.Names) (Opening, bool) {
	lead := ToWhom.FindString(text)
	if lead == "" {
		return Opening{}, false
	}
	if o, ok := holderHolds(text, len(lead), names); ok {
		return o, true
	}
	p := grammar.NameOf(text[len(lead):])
	end := len(lead) + p.End
	o := Opening{Parts: p.Parts, Said: true}
	o.Speaker = corpus.Speaker{Name: p.Name, Honorific: p.Honorific}
	of := ""
	if m := Bracketed.FindStringSubmatchIndex(text[end:]); m != nil {
		of, end = text[end+m[2]:end+m[3]], end+m[1]
		o.Clause, o.Parens = true, true
	} else if office, _, ok := strings.Cut(strings.TrimPrefix(text[end:], ", "), ", "); ok && grammar.StartsRole(office) {
		of, end = office, end+len(", ")+len(office)
	}
	if of == "" || !strings.HasPrefix(text[end:], ", ") {
		return Opening{}, false
	}
	o.End, o.Speaker.AsPrinted = end, text[len(lead):end]
	grammar.AffiliationOf(of, names).Merge(&o.Speaker)
	return o, o.Parens && p.Honorific != "" && o.Speaker.Country != "" || !o.Parens && (p.Honorific != "" || IsFullName(o))
}

// holderHolds parses an office with its holder behind such words: "Pour le ministre Ivo Brook, le texte …".
func holderHolds(text string, lead int, names grammar.Names) (Opening, bool) {
	for _, at := range Commas(text, SubjectReach) {
		if !unicode.IsLower(grammar.FirstRune(text[at:])) {
			continue
		}
		o, ok := OfficeFirst(text[lead:at]+"said", names)
		if ok && lead+o.End >= at-len(", ") && IsFullName(o) {
			o.End, o.Quote = at-len(", "), true
			return o, true
		}
	}
	return Opening{}, false
}

// quoted stands before who said what a paragraph begins with, toldBy before who said what a
// sentence tells without quoting it.
var (
	quoted = regexp.MustCompile(`^(?:[“"][^“”"]{15,600}[”"]|«[^«»]{15,600}») ?,? ` + grammar.Lists.Any("told-behind") + ` `)
	toldBy = regexp.MustCompile(`,[”"»]? ` + grammar.Lists.Any("told-behind") + ` `)
)

const toldLeast = 20 // bytes before who said it, or nothing is told

// Attribution parses such a paragraph.
func Attribution(text string, names grammar.Names) (Opening, bool) {
	if o, ok := holds(text, names); ok {
		return o, true
	}
	if lead := quoted.FindString(text); lead != "" {
		o, ok := author(text[len(lead):], names)
		o.Clause, o.Quote = false, true // newspapers quote as well
		o.End += len(lead)
		return o, ok
	}
	first := text[:SentenceLength(text)]
	if o, ok := tellsMeeting(first, names); ok {
		return o, true
	}
	all := toldBy.FindAllStringIndex(first, -1)
	if len(all) == 0 || all[len(all)-1][0] < toldLeast {
		return Opening{}, false
	}
	o, ok := author(first[all[len(all)-1][1]:], names)
	o.Clause = o.Speaker.Name == ""
	o.End = len(first)
	return o, ok
}

// seatBehind are the letters of a seat behind a name: "Ada Brook MP., Minister of …".
var seatBehind = regexp.MustCompile(` (?:MP|MEP|MHK|MNA)\.?,`)

// toldLast is what stands behind who told a meeting what a sentence tells, and saidLast its end.
var (
	toldLast = regexp.MustCompile(`^,? (?:told |` + said + `)`)
	saidLast = regexp.MustCompile(`, ` + said)
)

const said = `said(?: today| (?:this|yesterday) (?:morning|afternoon))?[.”"] ?$`

// tellsMeeting parses a sentence that ends with whom a person told what it tells: "Fog was a
// danger, Ada Brook, Director of Ports, told the Committee", or said today.
func tellsMeeting(first string, names grammar.Names) (Opening, bool) {
	if !strings.Contains(first, " told ") && !saidLast.MatchString(first) {
		return Opening{}, false
	}
	for _, at := range Commas(first, len(first)) {
		if at < toldLeast {
			continue
		}
		o, ok := Introduction(first[at:], names)
		if ok && o.Clause && IsFullName(o) && grammar.StartsRole(o.Speaker.Role) && toldLast.MatchString(first[at+o.End:]) {
			o.Said, o.End = true, len(first)
			return o, true
		}
	}
	return Opening{}, false
}

// author parses who said it, at the end of a sentence: a representative, a person with an
// office, or an office with its holder.
func author(text string, names grammar.Names) (Opening, bool) {
	text = text[:SentenceLength(text)]
	if who := WhoSaid.FindStringIndex(text); who != nil {
		text = text[:who[0]]
	}
	text = strings.TrimRight(seatBehind.ReplaceAllString(text, ","), " .\u00a0")
	said := text + ", said"
	if o, ok := Delegation(said, names); ok {
		return o, o.Speaker.Country != ""
	}
	if o, ok := OfficeFirst(said, names); ok && o.Speaker.Name != "" {
		o.End = min(o.End, len(text))
		return o, true
	}
	o, ok := Introduction(said, names)
	office := o.Clause && (grammar.StartsRole(o.Speaker.Role) || o.Speaker.Country != "" || o.Speaker.Organisation != "")
	o.Said, o.End = true, min(o.End, len(text))
	return o, ok && (IsFullName(o) && office || o.Speaker.Honorific != "")
}

// closes says whether a sentence ends with who told the meeting what it tells: "Fog was a
// danger, a representative of Ghana told the Committee."
func (c Clauses) closes(text string, sp corpus.Speaker) bool {
	_, rest, _ := strings.Cut(text, sp.AsPrinted)
	return toldMeeting.MatchString(rest)
}

// toldMeeting is the end of such a sentence.
var toldMeeting = regexp.MustCompile(`^ (?:told (?:the )?(?:\p{Lu}\pL+ ?){1,4}(?:\([^()]{3,60}\) ?)?(?:(?:today|this (?:morning|afternoon|evening)),? ?)?(?:as (?:it|they) [^.]{3,160})?|said|(?:also )?(?:added|stressed|noted|warned|recalled)|a (?:dit|déclaré|souligné|ajouté|rappelé)|dijo|señaló|afirmó)[.”"] ?$`)

// WhoSaid closes what a person is.
var WhoSaid = regexp.MustCompile(`, (?:accompanied by|acompañad[oa] (?:por|de)|accompagnée? (?:par|de))|(?:,| -)? (?:who|quien|qui|el cual|la cual) (?:also |también |a |ha |had |has )?\p{Ll}`)
