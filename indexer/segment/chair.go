package segment

import (
	"strings"
	"unicode"

	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
)

// chairWord is the chair of a parliament in languages that presidingOffice has not.
var chairWord = `(?:` + lists.Any("chair-rank") + `[ -]?)*` + lists.Any("chair") + `(?:[ ](?:psp|senátu|sejmu|poslanecké sněmovny|nr sr))?`

var (
	chairElsewhere = regexp.MustCompile(`(?i)^(?:de |fru |herr )?` + chairWord + `$`)
	chairBefore    = regexp.MustCompile(`(?i)^(` + chairWord + `) `)
)

// chairActing is a chair that is shared, or held for another.
var chairActing = regexp.MustCompile(`(?i)^(?:(?:el |la |le )?copr[ée]sident[ea]?(?: interin[oa]| par intérim)?|исполняющ\pL+ обязанности председателя|(?:временн\pL+|заместител\pL+) председател[ья]|(?:الرئيسة?|نائبة? الرئيسة?)(?: المشاركة?)?(?: المؤقتة?| بالنيابة)?)$`)

// isChair says whether words name whoever has the chair, and nobody in particular.
func isChair(text string) bool {
	return presidingOffice.MatchString(text) || chairElsewhere.MatchString(text) || chairActing.MatchString(text) || len(text) < chairLimit && chairsAbroad[strings.ToLower(text)]
}

// chairLimit is the length in bytes beyond which a text is no word for a chair.
const chairLimit = 32

// chairByName parses a chair and its holder without parentheses: "Puhemies Ada Brook".
func (l *label) chairByName(bare string) bool {
	office := len(strings.TrimRight(chairBefore.FindString(bare), " "))
	if first, rest, _ := strings.Cut(bare, " "); office == 0 && chairsAbroad[strings.ToLower(first)] && !voices[rest] {
		office = len(first)
	}
	holder := describe.Capitalise(strings.TrimLeft(bare[office:], " "))
	if office == 0 || !isOnlyName(holder) {
		return false
	}
	p := nameOf(holder)
	l.speaker.Name, l.speaker.Honorific, l.speaker.Role = p.name, p.honorific, officeName(bare[:office])
	l.speaker.Presiding = true
	return true
}

// capitalDash is a label in capitals that closes in a dash, as in Turkey: "BAŞKAN –",
// "ADA BROOK (İzmir) –".
var capitalDash = regexp.MustCompile(`^(\p{Lu}[\p{Lu} .'’-]{2,60}?(?: ?\([^()]{2,60}\)){0,2}) ?[–—-] `)

// dashedCapitals parses such a label. A title in capitals is none: a name needs its
// seat in parentheses.
func dashedCapitals(limit string, names Names) label {
	m := capitalDash.FindStringSubmatchIndex(limit)
	if m == nil {
		return label{}
	}
	printed := limit[:m[3]]
	l := parseLabel(printed, names, false)
	if l.style == noLabel || !l.speaker.Presiding && !strings.HasSuffix(printed, ")") {
		return label{}
	}
	l.style, l.end, l.alone = formalLabel, m[1], m[1] == len(limit)
	return l
}

// castLeast is how many bytes the names of several who preside take.
const castLeast = 40

// isCast says whether a cover goes on with those who hold an office: a name alone, or
// several in what looks like a sentence.
func isCast(text string) bool {
	return isNameAlone(text) || isValue(text) || len(text) > castLeast && unicode.IsUpper(firstRune(strings.TrimLeft(text, " "))) && isTitleCased(strings.Trim(text, ". "))
}

// isNameAlone says whether a text is a person's name, with a State in parentheses
// or without, and nothing more.
func isNameAlone(text string) bool {
	p := nameOf(text)
	if p.parts == 0 {
		return false
	}
	rest := strings.Trim(text[p.end:], " .…\t\u00a0") // a cover fills the line with dots
	return rest == "" && p.honorific != "" || strings.HasPrefix(rest, "(") && strings.HasSuffix(rest, ")")
}
