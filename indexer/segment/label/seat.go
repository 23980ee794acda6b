package label

import (
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// crowd labels interruptions by members who are not named.
var crowd = regexp.MustCompile(`(?i)` + grammar.Lists.Any("crowd"))

// IsCrowd says whether words are the label of members who are not named.
func IsCrowd(printed string) bool { return crowd.MatchString(printed) }

// TableClerk labels the officers of a house who read out and count.
var TableClerk = regexp.MustCompile(`(?i)^(?:the )?(?:(?:city|deputy|assistant|acting|committee) )*` + grammar.Lists.Any("table-clerk") + `$`)

// seat is a seat in a parliament that no word for a role begins.
var seat = regexp.MustCompile(`(?i)^(?:h\.? ?m\.? )?(?:(?:deputy|assistant|acting|government|opposition|majority|minority|shadow|house|parliamentary|lord|first|permanent|temporary)[ -])*` + grammar.Lists.Any("seat") + `(?:[ ,/]|$)`)

// StartsOffice says whether a text begins with an office or a seat.
func StartsOffice(text string) bool { return grammar.StartsRole(text) || seat.MatchString(text) }

// Peer is a title of nobility or of the church that takes the place of a name.
var Peer = regexp.MustCompile(`^(?:(?i:the) )?((?i:(?:(?:lord )?(?:arch)?bishop|dean) of|(?:earl|countess|viscount|viscountess|duke|duchess|marquess|marchioness|master)(?: of)?) (?i:st )?\p{Lu}[\p{L}'’-]+(?: (?i:and|of|upon|on) (?i:the )?\p{Lu}[\p{L}'’-]+| \p{Lu}[\p{L}'’-]+)*)$`)

// dashed is a label that closes in a dash without a full stop, as some records
// print it: "Mr BROOK (Hotham—Minister for Roads) (2.04 p.m.)—", "Mr SPEAKER - Order!".
var dashed = regexp.MustCompile(`^(` + grammar.Lists.Any("dashed") + `[^:—–()\[\]]{2,70}(?: ?\([^()]{1,140}\)){0,3})(?:( ?[—–])(?:\S|$)|( [-—–]+ )[\p{Lu}"“‘'(\[])`)

// hyphened is one that closes in a hyphen or a dash, as in Brazil: "O SR. BROOK (PT - SP) - …".
var hyphened = regexp.MustCompile(`^((?:O SR|A SRA)\. [^:–—()\[\]]{2,70}(?: ?\([^()]{1,140}\)){0,2})( [-–—] )`)

// translated is a label of the European Parliament whose words are a translation, as the letters
// of their language behind it tell: "Ada Brook (ABC). (RO) …",
// "Ada Brook, rapporteur. (RO) …".
var translated = regexp.MustCompile(`^(\p{Lu}[\pL\pM'’-]+(?: [\pL\pM.'’-]+){1,5})(?: \(([\pL/ -]{2,14})\)(?:, [^.:()]{3,90})?|, ([^.:()]{3,90}))\. ?(?:[–−—-] ?)?\((?:BG|CS|DA|DE|EL|EN|ES|ET|FI|FR|GA|HR|HU|IT|LT|LV|MT|NL|PL|PT|RO|SK|SL|SV)\) `)

func translatedLabel(limit string, names grammar.Names) Label {
	m := translated.FindStringSubmatchIndex(limit)
	if m == nil {
		return Label{}
	}
	p := grammar.NameOf(limit[:m[3]])
	if p.End < m[3] {
		return Label{}
	}
	l := Label{Style: Formal, Bracketed: true, End: strings.LastIndexByte(limit[:m[1]-1], '.') + 1}
	l.Speaker = corpus.Speaker{Name: p.Name, Honorific: p.Honorific, AsPrinted: limit[:l.End-1]}
	if m[4] > 0 {
		l.Speaker.Organisation = limit[m[4]:m[5]]
	} else {
		grammar.AffiliationOf(limit[m[6]:m[7]], names).Merge(&l.Speaker)
	}
	return l
}

// fielded is one that has a dash between the office, the name and the party as well:
// "O SR. PRESIDENTE - LUIS BROOK - PT - …".
var fielded = regexp.MustCompile(`^((?:O SR|A SRA)\. )(?:([^-a-z]{3,60}) - )?([^-a-z]{3,60}) - ([\p{Lu}\d]{1,15})(?:/\p{Lu}\p{Lu})? - `)

func fieldLabel(text string, names grammar.Names) Label {
	m := fielded.FindStringSubmatchIndex(text)
	if m == nil {
		return Label{}
	}
	l := Parse(text[m[2]:m[3]]+text[m[6]:m[7]], names, false)
	if l.Style == None {
		return Label{}
	}
	l.Style, l.Dashed, l.End = Formal, true, m[1]
	l.Speaker.AsPrinted = text[:m[9]]
	l.InParens(text[m[8]:m[9]], names)
	if m[4] >= 0 {
		office := text[m[4]:m[5]]
		l.Speaker.Role, l.Speaker.Presiding = grammar.OfficeName(office), PresidingOffice.MatchString(office)
	}
	return l
}

// dashLabelled parses a label that closes in a dash: a presiding officer, a crowd,
// or a person whose surname is in capitals or who has a seat in parentheses.
func dashLabelled(text string, names grammar.Names) Label {
	if l := fieldLabel(text, names); l.Style != None {
		return l
	}
	m := dashed.FindStringSubmatchIndex(text)
	if m == nil {
		m = hyphened.FindStringSubmatchIndex(text)
	}
	if m == nil || m[len(m)-2] >= 0 && !grammar.HasCapitals(text[:m[3]]) {
		return dashedName(text, names) // not "Mr Brook (Ghana) – I mean our rapporteur – …"
	}
	l := Parse(strings.ReplaceAll(text[:m[3]], "*", ""), names, false)
	if l.Style == None || !l.Speaker.Presiding && !strings.HasSuffix(text[:m[3]], ")") && !crowd.MatchString(text[:m[3]]) && !grammar.HasCapitals(text[:m[3]]) {
		return Label{}
	}
	l.Style, l.Dashed = Formal, true
	l.End = slices.Max(m[4:])
	l.Alone = l.End == len(text)
	return l
}

// nameDash is a name before a dash, which is a label where others of the document
// close in one: "Ms Brook - When?", "Mr BROOK - and so on", "Members - Hear, hear."
var nameDash = regexp.MustCompile(`^((?:Mr|Mrs|Ms|Miss|Dr|Madam|Sir)\.? \p{Lu}[\pL'’-]{1,30}(?: \p{Lu}[\pL'’-]{1,30})?|Members) [-–—]+ \S`)

func dashedName(text string, names grammar.Names) Label {
	m := nameDash.FindStringSubmatchIndex(text)
	if m == nil {
		return Label{}
	}
	l := Parse(text[:m[3]], names, false)
	if text[:m[3]] == "Members" {
		l.Speaker.Name, l.Single = "", false
	} else if l.Style == None {
		return Label{}
	}
	l.Style, l.Dashed = Plain, true
	l.End = strings.IndexByte(text[m[3]+1:], ' ') + m[3] + 2
	return l
}

// chairLine announces who takes the chair; it is no label although a colon stands
// in it.
var chairLine = regexp.MustCompile(`(?i)^(?:in the chair|pr[ée]sidence|presidenza|vorsitz|presid[eê]ncia|przewodnictwo|voorzitter(?:schap)?) ?(?:d[eiao] |del(?:la)? |d(?:ell)?['’]|von |:)`)

// IsChairLine says whether a text is such a line. Some councils have the chair's own words behind it,
// most of which have small letters, and names do not.
func IsChairLine(text string) bool {
	line := chairLine.FindString(text)
	if !strings.HasSuffix(line, ":") || !describe.InCapitals(line) {
		return line != ""
	}
	small, large := 0, 0
	for w := range strings.FieldsSeq(corpus.Head(text[len(line):], grammar.LabelLimit)) {
		if grammar.IsSmall(grammar.FirstRune(w)) {
			small++
		} else {
			large++
		}
	}
	return small <= large
}

// ofWhom begins the title of a paper by the name of who moves it: "- Del diputado don Luis Arroyo:
// …", "DE LA SEÑORA …".
var ofWhom = regexp.MustCompile(`^(?i:de la|de las|del|de los|d[oa]s?) (?i:d[ie]putad|senador|procurador|parlamentari|grupo|señor|don |doña )`)

// askedBy is the line above a question or a motion that names who puts it.
var askedBy = regexp.MustCompile(`^(?:Asked|Tabled|Moved|Question asked|Question tabled|Motion moved|Motion tabled) by[: ] ?(\P{Ll}.{2,80})$`)

// mover parses such a line.
func mover(text string, names grammar.Names) Label {
	m := askedBy.FindStringSubmatchIndex(text)
	if m == nil {
		return Label{}
	}
	l := Parse(text[m[2]:m[3]], names, false)
	if l.Style == None || l.Speaker.Honorific == "" && !Peer.MatchString(text[m[2]:m[3]]) {
		return Label{}
	}
	l.Style, l.End, l.Alone = Formal, len(text), true
	return l
}

// toMinister is whom a question is put to, behind the label of who puts it.
var toMinister = regexp.MustCompile(`^(.{4,120}\)) to the [^:]{4,120}$`)

// moves is what a member does, behind his name and seat: "Mr. X (Leeds) moved:",
// "The Minister (Mr. X) replying to the debate, said:", "Herr X, som yttrade:",
// "Senator X rose in support of the measure and stated:".
var moves = regexp.MustCompile(`^(.{4,190}\)|(?i:mr|mrs|ms|dr|hon|shri|shrimati|smt|prof|rep|representative|sen|senator)\.? [^,;()]{2,60}?|The (?:Chair|President|Speaker))(?:['’]s?)? ` + grammar.Lists.Any("moves") + `$|^(.{4,190}\)|The \p{Lu}[^:;,()]{4,120})(?: moved|, by leave)$|^(.{4,190}?),? ` + grammar.Lists.Any("said-north") + `$`)

// portfolio is an office of Austria with what its holder is in charge of, before the name, which
// has an academic title or is two words: "Bundesminister für Arbeit und Wohnen Dr. Bach Uwe".
var portfolio = regexp.MustCompile(`^(` + grammar.Lists.Any("portfolio") + ` (?:für|im|zum|von|des|der) [^:()]{3,120}?) ((?:\p{Lu}[\pL.-]*\. )+\p{Lu}[^:()]{1,60}|\p{Lu}[\pL-]+ \p{Lu}[\pL-]+(?:, \p{Lu}[\pL.]{1,8})?)$`)

// shoutedPortfolio is an office in capitals before its holder, or the group that he speaks for, as
// in Turkey: "MALİYE BAKANI ADA IŞIK", "LP GRUBU ADINA ADA IŞIK".
var shoutedPortfolio = regexp.MustCompile(`^(\p{Lu}[\p{Lu}\d ,.'’]{1,100} ` + grammar.Lists.Any("portfolio-behind") + `) ((?:\p{Lu}[\p{Lu}.'’-]+ ){1,3}\p{Lu}[\p{Lu}'’-]+)$`)

// withPortfolio divides such an office from who holds it.
func withPortfolio(bare string) (office, holder string) {
	for _, form := range []*regexp.Regexp{portfolio, shoutedPortfolio} {
		if m := form.FindStringSubmatch(bare); m != nil {
			return m[1], m[2]
		}
	}
	return "", bare
}

// capacity is in what way a member of a parliament speaks, behind his group:
// "X (Group), blue-card question. –", "X (Group), in writing. –".
var capacity = regexp.MustCompile(`^(.{3,120}\)), ([^(),]{3,100})$`)

// bar closes a label in the records of Luxembourg: "M. Ada Brook (Lampen) | Merci.", "Une
// voix | Jo!"
var bar = regexp.MustCompile(`^((?:M\.|Mme|Une|Plusieurs|Des) \pL[^|:]{2,100}) \| [\p{Lu}(…]`)

// barred parses a label that a bar closes.
func barred(limit string, names grammar.Names) Label {
	m := bar.FindStringSubmatchIndex(limit)
	if m == nil {
		return Label{}
	}
	l := Parse(limit[:m[3]], names, true)
	l.End = m[3] + len(" |")
	l.Speaker.Presiding = l.Speaker.Presiding || PresidingOffice.MatchString(l.Speaker.Role)
	return l
}
