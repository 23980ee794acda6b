package describe

import (
	"cmp"
	"strings"

	"briefsearch/indexer/regexp"
)

// reportOn is the title of the report of a session, which may stand on two lines: "REPORT ON THE",
// "108TH SESSION OF THE COUNCIL*".
var (
	reportOn      = regexp.MustCompile(`(?i)^(?:(?:draft )?report (?:on|of) the|(?:projet de )?rapport (?:sur|de)(?: la)?|(?:proyecto de )?informe (?:sobre|de)(?: la)?)$`)
	reportSession = regexp.MustCompile(`(?i)^(?:(?:draft )?report (?:on|of) the .{3,60}? session of the|` +
		`(?:projet de )?rapport (?:sur|de) la .{3,60}? session d(?:u|e la|e l['’]|es)|` +
		`(?:proyecto de )?informe (?:sobre|de) la .{3,60}? reunión de(?:l| la)) ?\pL[^.:;]{3,80}$`)
)

// sessionReport is such a title, "" where the cover has none.
func (c *cover) sessionReport() string {
	for i := range c.lines {
		text := unmarked(c.lines[i].text)
		if reportOn.MatchString(text) && i+1 < len(c.lines) {
			text += " " + unmarked(c.lines[i+1].text)
		}
		if reportSession.MatchString(text) {
			return c.headings.Title(text)
		}
	}
	return ""
}

// recordTitle is the body and the number of its meeting, or the body and what the
// record is called; where the cover tells neither, what the symbol tells.
func (c *cover) recordTitle() string {
	for i := range c.lines {
		m := meetingLine.FindStringSubmatch(c.lines[i].text)
		if m == nil || len(c.lines[i].dates) > 0 && !strings.Contains(m[0], ":") || c.misnumbered(m[0]) {
			continue
		}
		meeting := c.meeting(m[1] + m[2])
		if body := c.bodyBefore(i); body != "" {
			return body + ", " + meeting
		}
		if r := recordOfMeeting.FindString(c.lines[i].text); r != "" {
			return c.headings.Title(r)
		}
		return meeting
	}
	return cmp.Or(c.bodysRecord(), meetingBySymbol(c.symbol()), c.namedRecord())
}

// bodysRecord is the body and what its record is called, "" where the cover does not tell.
func (c *cover) bodysRecord() string {
	for i := range c.lines {
		if c.lines[i].role != kindName {
			continue
		}
		if body := c.bodyBefore(i); body != "" {
			return body + ", " + c.headings.Title(c.lines[i].text)
		}
		if i == 0 && len(c.lines) > 1 && c.lines[1].role != content && !pageAtEnd.MatchString(c.lines[i].text) && strings.Contains(c.lines[i].text, " ") {
			return c.clean(c.lines[i].text) // "House debates" above the day
		}
	}
	return ""
}

// recordWords is how many words call a record by its kind and its house at most: "Diario de
// Sesiones del Congreso de los Diputados". Two words do not name the house.
const recordWords = 9

// namedRecord is the line that calls a record by its kind, "" where there is none.
func (c *cover) namedRecord() string {
	for i := range c.lines {
		l := &c.lines[i]
		if words := len(strings.Fields(l.text)); l.role == content && words > 2 && words <= recordWords && kindNames[0].words.MatchString(l.text) {
			return c.clean(c.joined(i, l.text))
		}
	}
	return ""
}

// recordSymbol is the symbol of the record of a meeting: the organ, its session or year, the number.
var recordSymbol = regexp.MustCompile(`^([A-Z]+(?:/C(?:\.\d+)?)?)(?:/[A-Z0-9-]+)?/(?:PV|SR)\.(\d+)\b`)

// recordBodies are the bodies whose records bear a symbol of that kind, by its beginning.
var recordBodies = map[string]string{
	"A": "General Assembly", "S": "Security Council", "E": "Economic and Social Council", "T": "Trusteeship Council",
	"A/C.1": "First Committee", "A/C.2": "Second Committee", "A/C.3": "Third Committee", "A/C.4": "Fourth Committee",
	"A/C.5": "Fifth Committee", "A/C.6": "Sixth Committee", "CD": "Conference on Disarmament",
	"CCPR/C": "Human Rights Committee", "E/C.12": "Committee on Economic, Social and Cultural Rights",
	"CERD/C": "Committee on the Elimination of Racial Discrimination", "CAT/C": "Committee against Torture",
	"CEDAW/C": "Committee on the Elimination of Discrimination against Women", "CRC/C": "Committee on the Rights of the Child",
	"CMW/C":  "Committee on the Protection of the Rights of All Migrant Workers and Members of Their Families",
	"CRPD/C": "Committee on the Rights of Persons with Disabilities", "CED/C": "Committee on Enforced Disappearances",
}

// misnumbered says whether the line that counts a meeting was misread: a figure of it is not of
// the number that the symbol has.
func (c *cover) misnumbered(meeting string) bool {
	m := recordSymbol.FindStringSubmatch(c.symbol())
	return c.doc.OCR && m != nil && '0' <= meeting[0] && meeting[0] <= '9' && leadingDigits.FindString(meeting) != m[2]
}

var leadingDigits = regexp.MustCompile(`^\d+`)

// meetingBySymbol is the meeting whose record bears a symbol, as a title has it, or "".
func meetingBySymbol(symbol string) string {
	m := recordSymbol.FindStringSubmatch(symbol)
	if m == nil || recordBodies[m[1]] == "" {
		return ""
	}
	meeting := " meeting"
	if m[1] == "A" || m[1] == "CD" {
		meeting = " plenary meeting"
	}
	return recordBodies[m[1]] + ", " + m[2] + endingOf(m[2]) + meeting
}

// endingOf is what makes a number an ordinal one: "st" behind 21, "th" behind 11.
func endingOf(number string) string {
	last, teen := number[len(number)-1], len(number) > 1 && number[len(number)-2] == '1'
	if last < '1' || last > '3' || teen {
		return "th"
	}
	return [...]string{"st", "nd", "rd"}[last-'1']
}

// torn is a number with spaces in it, as web pages have them: "15 41 e séance".
var torn = regexp.MustCompile(`^(\d+)(?: (\d+))? (\pL{1,3} )`)

// meeting is the number of a meeting as a title has it: in one piece, without the article and
// the capitals of the line that it stands on.
func (c *cover) meeting(printed string) string {
	number := torn.ReplaceAllString(strings.TrimSpace(printed), "$1$2$3")
	if len(number) > 4 && strings.EqualFold(number[:4], "the ") {
		number = number[4:]
	}
	before, word := number[:strings.LastIndexByte(number, ' ')+1], number[strings.LastIndexByte(number, ' ')+1:]
	switch {
	case InCapitals(number):
		return c.headings.Title(number)
	case InCapitals(word):
		number = before + strings.ToLower(word)
	}
	return strings.Replace(number, "-м заседании", "-е заседание", 1)
}

// recordOfMeeting is a line that calls the record the one of a meeting.
var recordOfMeeting = regexp.MustCompile(`(?i)\b(?:provisional |final )?(?:summary |verbatim |plenary )*(?:record|minutes) of (?:the )?.*$`)

// runOn are the words of a masthead that have run into the title of a record.
var runOn = regexp.MustCompile(`((?:sesión|séance|meeting))(?:Celebrada|Tenue|Held) .*$`)

// summaryTitle is "Report of the Working Group …: Country", or the body and the
// number of the meeting.
func (c *cover) summaryTitle() string {
	for i := range c.lines {
		if c.lines[i].level == 0 && i > 0 && c.lines[i-1].block == c.lines[i].block && !c.lines[i].apart {
			continue
		}
		text, next := c.rest(i)
		if !kindNames[1].words.MatchString(text) || c.lines[i].role != content {
			continue
		}
		if meetingLine.MatchString(text) {
			return c.recordTitle()
		}
		return c.withSubject(text, next)
	}
	return c.recordTitle()
}

// withSubject is the title of a report that ends above a line, with the State that it is on.
func (c *cover) withSubject(text string, next int) string {
	if next < len(c.lines) && wraps.MatchString(text) {
		rest, after := c.rest(next)
		text, next = text+" "+rest, after
	}
	title := c.clean(runOn.ReplaceAllString(text, "$1"))
	if next < len(c.lines) && c.lines[next].level > 0 && c.lines[next].role == content {
		subject, _ := c.rest(next)
		return title + ": " + c.clean(subject)
	}
	end := review.FindStringIndex(title)
	if subject := c.reviewed(); subject != "" && end != nil && (!strings.Contains(title, subject) || strings.HasPrefix(title[end[1]:], " "+subject)) {
		title = title[:end[1]] + ": " + subject
	}
	return title
}

// wraps ends a line of a title within the name of the review.
var wraps = regexp.MustCompile(`(?i)\b(?:the universal(?: periodic)?|examen(?: périodique| periódico)?)$`)

// review ends the title of a report on a State that does not name it, and reviewOf tells of
// which State it is.
var (
	review   = regexp.MustCompile(`(?i)\b(?:universal ?periodic review|examen périodique universel|examen periódico universal)\b`)
	reviewOf = regexp.MustCompile(`\b(?:[Rr]eview of (?:the )?|[Ee]xamen (?:concernant|de) (?:la |le |les |el |l['’])?)(\p{Lu}[^.,;:]{2,60}?) (?:was held|took place|a eu lieu|tuvo lugar|se llevó a cabo|se celebró)`)
)

// reviewed is the State that a report reviews, as its first paragraphs name it.
func (c *cover) reviewed() string {
	for _, t := range c.body {
		if m := reviewOf.FindStringSubmatch(t); m != nil {
			return m[1]
		}
	}
	return ""
}

// meetingLine is the number of a meeting, as records print it.
var meetingLine = regexp.MustCompile(`(?i)\b((?:\d{1,5}(?:(?: \d{1,3})? ?(?:st|nd|rd|th|e|ème|ª|a|-[ем]))?|(?:\pL+ (?:thousand )?(?:\pL+ )?hundred(?: and)? )?(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-\pL{3,7}|\pL{2,9}(?:st|nd|rd|th|teenth))) (?:\([\pL ]+\) ?)?(?:plenary |formal |closed |joint |séance |sesión |пленарное )?(?:meeting|sitting|séance|sesión|plénière|plenaria|заседани[еи]))(?: \([\pL ]+\))?(?: ?: ?\d{1,2} \pL+ \d{4}|[*,])?$|^(第 ?\d+ ?次(?:全体)?会议)`)

// organTail is what the line of an organ goes on with: "Asamblea General Documentos oficiales".
var organTail = regexp.MustCompile(`^((?i:` + lists.Any("organ") + `)) (?i:provisional|official records|documents officiels|documentos oficiales)\b`)

// ofNations opens the line of an organ of the United Nations.
var ofNations = regexp.MustCompile(`^(?i:united nations|nations unies|naciones unidas) ((?i:` + lists.Any("organ") + `))$`)

// organAlone is the name of an organ without what its line begins and goes on with.
func organAlone(text string) string {
	if m := ofNations.FindStringSubmatch(text); m != nil {
		return m[1]
	}
	if m := organTail.FindStringSubmatch(text); m != nil {
		return m[1]
	}
	return text
}
