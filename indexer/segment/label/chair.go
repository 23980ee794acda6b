package label

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// chairWord is the chair of a parliament in languages that presidingOffice has not.
var chairWord = `(?:` + grammar.Lists.Any("chair-rank") + `[ -]?)*` + grammar.Lists.Any("chair") + `(?:[ ](?:psp|senátu|sejmu|poslanecké sněmovny|nr sr))?`

var (
	// ChairElsewhere is a chair without a name.
	ChairElsewhere = regexp.MustCompile(`(?i)^(?:de |fru |herr )?` + chairWord + `$`)
	// ChairBefore is one before the name of its holder.
	ChairBefore = regexp.MustCompile(`(?i)^(` + chairWord + `) `)
)

// chairActing is a chair that is shared, or held for another.
var chairActing = regexp.MustCompile(`(?i)^(?:(?:el |la |le )?copr[ée]sident[ea]?(?: interin[oa]| par intérim)?|исполняющ\pL+ обязанности председателя|(?:временн\pL+|заместител\pL+) председател[ья]|(?:الرئيسة?|نائبة? الرئيسة?)(?: المشاركة?)?(?: المؤقتة?| بالنيابة)?)$`)

// IsChair says whether words name whoever has the chair, and nobody in particular.
func IsChair(text string) bool {
	text, _, _ = strings.Cut(text, "/") // "KETUA RAPAT/WAKIL KETUA KOMISI V"
	return PresidingOffice.MatchString(text) || ChairElsewhere.MatchString(text) || chairActing.MatchString(text) || len(text) < chairLimit && grammar.ChairsAbroad[strings.ToLower(text)]
}

// chairLimit is the length in bytes beyond which a text is no word for a chair.
const chairLimit = 96

// chairByName parses a chair and its holder without parentheses: "Puhemies Ada Brook".
func (l *Label) chairByName(bare string) bool {
	office := len(strings.TrimRight(ChairBefore.FindString(bare), " "))
	if first, rest, _ := strings.Cut(bare, " "); office == 0 && grammar.ChairsAbroad[strings.ToLower(first)] && !grammar.Voices[rest] {
		office = len(first)
	}
	holder := describe.Capitalise(strings.TrimLeft(bare[office:], " "))
	if office == 0 || !isOnlyName(holder) {
		return false
	}
	p := grammar.NameOf(holder)
	l.Speaker.Name, l.Speaker.Honorific, l.Speaker.Role = p.Name, p.Honorific, grammar.OfficeName(bare[:office])
	l.Speaker.Presiding = true
	return true
}

// capitalDash is a label in capitals that closes in a dash, as in Turkey: "BAŞKAN –",
// "ADA BROOK (İzmir) –".
var capitalDash = regexp.MustCompile(`^(\p{Lu}[\p{Lu} .'’-]{2,60}?(?: ?\([^()]{2,60}\)){0,2}) ?[–—-] `)

// dashedCapitals parses such a label. A title in capitals is none: a name needs its
// seat in parentheses.
func dashedCapitals(limit string, names grammar.Names) Label {
	m := capitalDash.FindStringSubmatchIndex(limit)
	if m == nil {
		return Label{}
	}
	printed := limit[:m[3]]
	l := Parse(printed, names, false)
	if l.Style == None || !l.Speaker.Presiding && !strings.HasSuffix(printed, ")") {
		return Label{}
	}
	l.Style, l.End, l.Alone = Formal, m[1], m[1] == len(limit)
	return l
}

// officerLine is an officer in capitals with its holder, alone above what is said: "SR.
// PRESIDENTE(BROOK)", "SR.(SECRETARIO (BROOK))".
var officerLine = regexp.MustCompile(`^(SRA?\.) ?\(?((?:VICE)?PRESIDENT[EA]|SECRETARI[OA]) ?(\(\p{Lu}[\p{Lu} .,'’-]{1,60}\))\)?$`)

func seatedOfficer(limit string, names grammar.Names) Label {
	m := officerLine.FindStringSubmatch(limit)
	if m == nil {
		return Label{}
	}
	l := Parse(m[1]+" "+m[2]+" "+m[3], names, false)
	if l.Style != None {
		l.Style, l.End, l.Alone, l.Speaker.AsPrinted = Formal, len(limit), true, limit
	}
	return l
}

// castLeast is how many bytes the names of several who preside take.
const castLeast = 40

// IsCast says whether a cover goes on with those who hold an office: a name alone, or
// several in what looks like a sentence.
func IsCast(text string) bool {
	if name, _ := splitHan(strings.TrimSpace(text)); name != "" {
		return true
	}
	return grammar.IsNameAlone(text) || BehindDegrees.MatchString(text) || isValue(text) || len(text) > castLeast && unicode.IsUpper(grammar.FirstRune(strings.TrimLeft(text, " "))) && grammar.IsTitleCased(strings.Trim(text, ". "))
}

// ChairAddress is the form of address of a chair.
var ChairAddress = regexp.MustCompile(`(?i)^(?:mr\.?|hon(?:ou?rable|\.)?|mrs\.?|(?:[oa] )?sr(?:\.ª|a?\.?)|m\. le|mme la|madame?|mdm|madame la|monsieur le|señora?|herr|frau) `)

// ContextLimit is how much of what stands before and behind an opening is looked at,
// in bytes.
const ContextLimit = 320

// isValue says whether what stands behind an opening is a name, a date or a list, as
// behind the fields of a form: most of its words have a capital, and no sentence ends.
func isValue(said string) bool {
	upper, lower := 0, 0
	for w := range strings.FieldsSeq(said) {
		switch r := grammar.FirstRune(strings.TrimLeft(w, "([“«\"‘")); {
		case unicode.IsUpper(r) || unicode.IsDigit(r):
			upper++
		case unicode.IsLetter(r):
			lower++
		}
	}
	return upper > lower && upper > 1 && len(said) < ContextLimit-utf8.UTFMax && !grammar.EndsSentence(said)
}

// OwnTitle is a title that says whose words follow: "Speaker's ruling". "First Order read"
// opens a matter, and "PROPOSER: HON. ADA B. BROOK SECONDER:" names who moves it, where "The Seconder:"
// speaks.
var OwnTitle = regexp.MustCompile(`(?i)['’]s? (?:\pL+ )?` + grammar.Lists.Any("title-end") + `$|^\pL+(?: \pL+)? orders?(?: of the day)? read$|(?:\S+ ){3}(?:seconder|proposer|be it resolved)$`)

// ToAll opens a sentence to all who are there: "Hon Members, the Votes …", "Let us pray:".
var ToAll = regexp.MustCompile(`(?i)^(?:hon(?:ou?rable|\.)?|fellow|dear) (?:members|senators|ministers|colleagues|delegates|friends),|^let us pray[:.]`)
