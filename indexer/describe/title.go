package describe

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/read/block"
	"briefsearch/indexer/regexp"
)

// maxTitle is how long a title is at most, in bytes: what is longer is prose.
const maxTitle = 400

// seriesName is the name of a series: it ends with the word, before a colon or the
// end.
var seriesName = regexp.MustCompile(`(?i)^(.{3,160}?\b(?:series|série(?: de \pL+){0,3}|serie(?: de \pL+){0,3}|серия))(?: ?[:–—-] ?(.*)| ?(?:no\.? ?)?\d*)$`)

// namedSeries is the name of a series before a title, every word of it with a capital.
var namedSeries = regexp.MustCompile(`^(?:\p{Lu}[^ ]*(?: (?:and|of|on|for|the|de|et|y))* ){1,8}S(?:eries|érie|erie) ?[:–—] ?\p{Lu}`)

// series is the name of the series that the report belongs to. A record of a
// meeting belongs to a body's session.
func (c *cover) series(kind string) string {
	for i := range c.lines {
		text, _ := c.rest(i)
		if m := seriesName.FindStringSubmatch(text); m != nil && (c.lines[i].level > 0 || m[2] != "" && namedSeries.MatchString(text)) {
			return c.headings.Title(m[1])
		}
	}
	if kind != Verbatim && kind != Summary {
		return ""
	}
	for i := range c.lines {
		if c.lines[i].role == ordinal {
			if body := c.bodyBefore(i); body != "" {
				return body + ", " + c.headings.Title(unmarked(c.lines[i].text))
			}
		}
	}
	return ""
}

// rest is the text of a block from line i, and the first line after the block.
func (c *cover) rest(i int) (text string, next int) {
	var b strings.Builder
	if c.lines[i].apart {
		text, _, _ = strings.Cut(c.lines[i].text, "*") // and the title of a note that follows
		return text, i + 1
	}
	for next = i; next < len(c.lines) && c.lines[next].block == c.lines[i].block; next++ {
		if next > i && !c.lines[next].glued {
			b.WriteByte(' ')
		}
		b.WriteString(c.lines[next].text)
	}
	return b.String(), next
}

// bodyBefore is the name of the body whose session line i counts: the nearest line
// before it that may be a name.
func (c *cover) bodyBefore(i int) string {
	for i--; i >= 0; i-- {
		if m := originalLine.FindStringSubmatch(c.lines[i].text); m != nil {
			return c.headings.Title(m[1])
		}
		if t := unmarked(c.lines[i].text); c.lines[i].role == content && !meetingLine.MatchString(t) && !bareWord.MatchString(t) && !namesNoBody(t) {
			return c.headings.Title(c.wrapped(i, organAlone(withoutDistribution(t))))
		}
	}
	return ""
}

var (
	// agendaLine is a line of the list of what a meeting deals with.
	agendaLine = regexp.MustCompile(`(?i)` + lists.Any("agenda-line"))
	// wordedSession is a session whose number is in words, torn or whole: "Quarante - cin qu ième session".
	wordedSession = regexp.MustCompile(`^\p{Lu}[\pL ‑-]{2,40} (?:session|sessions|sesiones)$`)
	// bodyWord is in the name of a body, which a session may follow.
	bodyWord = regexp.MustCompile(`(?i)council|committee|commission|conference|assembl|conseil|comité|group|consejo|comisión|asamblea|conferenc`)
)

// namesNoBody says whether a line above the number of a meeting is not the body that met: an item
// of its agenda, or the session alone.
func namesNoBody(text string) bool {
	return agendaLine.MatchString(text) || citesPaper.MatchString(text) || wordedSession.MatchString(text) && !bodyWord.MatchString(text)
}

// goesOnFrom begins the second line of a name in capitals: "OF THE PALESTINIAN PEOPLE".
var goesOnFrom = regexp.MustCompile(`^(?:OF|ON|FOR|AND|DE|DES|DU|DEL|Y|ET) `)

// wrapped is the name that ends on a line, with the line before where it begins there.
func (c *cover) wrapped(i int, name string) string {
	if i > 0 && goesOnFrom.MatchString(name) && c.lines[i-1].role == content && InCapitals(c.lines[i-1].text) {
		return c.lines[i-1].text + " " + name
	}
	return name
}

// bareWord says what the paper is, and not of which body.
var bareWord = regexp.MustCompile(`(?i)^(?:\([^()]*\)|debates|parliamentary|report|minutes|proceedings|record|rapport|informe|acta|compte rendu(?: de séance)?|meeting summary)$`)

// originalLine is the line of a masthead on the language, with the body's name
// run into it.
var originalLine = regexp.MustCompile(`^(?i:original) ?: ?(?:(?i:english|french|spanish|russian|arabic|chinese)[/ ,]*)+(\pL.*)$`)

var (
	distribution = regexp.MustCompile(`(?i) +(?:distr\b.*|english|français|español|provisional)$`)
	marks        = regexp.MustCompile(`(?:[ ]*[*∗†‡]+)+$`)
)

func withoutDistribution(s string) string { return distribution.ReplaceAllString(s, "") }

// unmarked is a text without the stars that refer to notes.
func unmarked(s string) string { return strings.TrimSpace(marks.ReplaceAllString(s, "")) }

// title is the title of the report: what its kind makes the title, failing that
// the largest heading of the cover, the title that the file declares, or its first
// line.
func (c *cover) title(kind, series string) string {
	switch kind {
	case Verbatim:
		if t := c.recordTitle(); t != "" {
			return t
		}
	case Summary:
		if t := c.summaryTitle(); t != "" {
			return t
		}
	case Statement:
		if t := c.statementTitle(); t != "" {
			return t
		}
	case Bulletin:
		if t := c.dailyTitle(); t != "" {
			return t
		}
	}
	meta := metaTitle(c.doc)
	if meta != "" && frontMatter(c.doc) {
		return c.clean(meta)
	}
	if t := cmp.Or(c.sessionReport(), c.pressTitle(), c.reportLine()); t != "" {
		return t
	}
	if t := c.headingTitle(series); t != "" {
		return t
	}
	if meta != "" {
		return c.clean(meta)
	}
	if c.doc.Reader == "subtitles" {
		return "" // captions have no title, only what is said first
	}
	return afterSeries(c.firstLine(kind), series)
}

// open is a title that goes on on the next line.
var open = regexp.MustCompile(`(?i)(?:^[\pL]+|\b(?:by|of|the|de|del|du|des|d.|la|le|par|por|and|et|y|for|on|at|to|,)|[:,–—-])$`)

// statementTitle is the line that says whose statement it is, and the lines
// without which it would be open.
func (c *cover) statementTitle() string {
	for i := range c.lines {
		m := statementStart.FindStringIndex(c.lines[i].text)
		if m == nil || c.lines[i].role == imprinted {
			continue
		}
		title := c.joined(i, handedOut.ReplaceAllString(c.lines[i].text[m[0]:], ""))
		if word, rest, _ := strings.Cut(title, " "); InCapitals(word) && !InCapitals(rest) && opensLine(title) {
			title = Capitalise(strings.ToLower(word)) + title[len(word):] // "STATEMENT by Ms. Brook"
		}
		return c.clean(title)
	}
	return ""
}

// handedOut ends the note that a statement may differ as delivered, on the line of
// its title.
var handedOut = regexp.MustCompile(`(?i)^(?:deliver(?:y|ed)|prononcé|[ .:–—-])+`)

// wordLines is how many more lines a title of one word ("STATEMENT") has at most.
const wordLines = 4

// connector opens a line that says whose statement it is.
var connector = regexp.MustCompile(`(?i)^(?:delivered |prononcée? |pronunciad[oa] )?(?:by|of|par|de|du|por)\b`)

// joined is a title that begins on line i, with the lines that it goes on on.
func (c *cover) joined(i int, title string) string {
	word := len(strings.Fields(title)) == 1
	for k := i + 1; k < len(c.lines) && len(title) <= maxTitle/2; k++ {
		l := &c.lines[k]
		same := l.block == c.lines[k-1].block
		short := word && k <= i+wordLines
		goesOn := same || open.MatchString(title) || short && (unicode.IsUpper(firstRune(l.text)) || connector.MatchString(l.text))
		if !goesOn || endsTitle(l, same) && (!short || l.role != credit) {
			break
		}
		part := l.text
		if InCapitals(title) != InCapitals(part) { // the whole will not be in capitals
			title, part = c.headings.cased(title), c.headings.cased(part)
		}
		if !l.glued {
			title += " "
		}
		title += part
	}
	return title
}

// endsTitle says whether a line is no part of a title; same, whether it is of the
// block that the title has reached.
func endsTitle(l *line, same bool) bool {
	return l.role != content || len(l.dates) > 0 || !same && sessionTopic.MatchString(l.text) || salutation.MatchString(l.text)
}

// sessionTopic names the meeting at which a statement is made.
var sessionTopic = regexp.MustCompile(`(?i)\bsession\b|сесси|período de sesiones|^(?:theme|thème|tema)\b|الدورة`)

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// headingTitle is the heading of the cover that may be a title and calls the paper
// a report of a meeting; failing that the largest, if it can be helped not the name
// of an organisation.
func (c *cover) headingTitle(series string) string {
	best, level := "", 1<<30
	for i := 0; i < len(c.lines); {
		text, next := c.heading(i)
		l := &c.lines[i]
		i = next
		if l.level == 0 || l.role != content || besideTitle.MatchString(l.text) {
			continue
		}
		t := c.clean(afterSeries(text, series))
		if t == "" || t == series {
			continue
		}
		if reportOf.MatchString(t) {
			return t
		}
		t = c.withBody(t, next-1)
		size := l.level
		if organisationName.MatchString(t) || bodyName.MatchString(t) {
			size += 1 << 10
		}
		if size < level && !strings.HasPrefix(best, t) {
			best, level = t, size
		}
	}
	return c.fuller(best)
}

// heading is the text of a block from line i, with the headings below it that it goes on on,
// and the first line after the block.
func (c *cover) heading(i int) (text string, next int) {
	text, next = c.rest(i)
	if waits.MatchString(text) {
		text = c.joined(i, c.lines[i].text)
	}
	return text, next
}

// fuller is the line of the cover that has more of a title than the heading.
func (c *cover) fuller(title string) string {
	for i := range c.lines {
		if t := c.clean(c.lines[i].text); len(t) > len(title) && len(title) > 20 && c.lines[i].role == content && strings.HasPrefix(t, title) {
			return t
		}
	}
	return title
}

// withBody puts the name of the body before a title that ends on line i and says of
// no body: "Minutes of meeting".
func (c *cover) withBody(t string, i int) string {
	if body := c.bodyBefore(i); minutes.MatchString(t) && body != "" {
		return body + ", " + t
	}
	return t
}

// afterSeries is what follows the name of the series in one heading with it.
func afterSeries(text, series string) string {
	if m := seriesName.FindStringSubmatch(text); m != nil && series != "" {
		return m[2]
	}
	return text
}

var (
	// reportOf opens a title that says of which meeting the report is.
	reportOf = regexp.MustCompile(`(?i)^(?:(?:final|summary|draft) )?(?:report (?:and recommendations )?(?:of|on) the .*\b(?:meeting|workshop|briefing|seminar|conference|dialogue|consultation)|rapport de (?:la (?:réunion|conférence)|l.atelier)|informe (?:de la (?:reunión|conferencia)|del (?:taller|seminario)))\b.* \pL`)
	// minutes does not say of which body.
	minutes = regexp.MustCompile(`(?i)^minutes of (?:the )?(?:[\pL\d-]+ ){0,3}meeting$`)
	// bodyName is the name of those who wrote the paper.
	bodyName = regexp.MustCompile(`(?i)^(?:(?:the )?(?:commission|secretariat|ministry|embassy|department|permanent mission)|secrétariat|secretaría|minist[èe]re|ministerio|ambassade|embajada|mission permanente|misión permanente) (?:of|de|du|des|del)(?: [^ :]+){1,7}$`)
	// organisationName ends with the acronym of the organisation.
	organisationName = regexp.MustCompile(`^[^:]{3,100} \(\p{Lu}[\p{Lu}-]{1,9}\)$`)
)

// firstLine is the first line of the cover that may be a title. The name of an organ is one
// of its records only.
func (c *cover) firstLine(kind string) string {
	record := kind == Verbatim || kind == Summary
	for i := range c.lines {
		l := &c.lines[i]
		if l.role != content || c.standsAbove(i, record) {
			continue
		}
		if isSentences(l.text) || goesOn(l.text) || notTitle.MatchString(l.text) {
			return "" // a title stands above them
		}
		return c.clean(c.complete(i))
	}
	for i := range c.lines {
		if l := &c.lines[i]; l.role == kindName || organOnly.MatchString(l.text) {
			return strings.Trim(c.clean(pageAtEnd.ReplaceAllString(l.text, "")), "()")
		}
	}
	return ""
}

// pageAtEnd is the number of the page in a running head, and no year.
var pageAtEnd = regexp.MustCompile(` \d{1,3}$`)

// standsAbove says whether line i is none of the title, but stands above it.
func (c *cover) standsAbove(i int, record bool) bool {
	text := c.lines[i].text
	return besideTitle.MatchString(text) || !record && (organOnly.MatchString(withoutDistribution(text)) ||
		(bareWord.MatchString(text) || issuer.MatchString(text)) && c.titleBelow(i))
}

// issuer is the line of the office that wrote a paper, above its title.
var issuer = regexp.MustCompile(`^(?i:` + lists.Any("issuer") + `)(?:[ ,–-]+(?:\p{Lu}[^ .:;,]*|` + lists.Any("issuer-joint") + `)){1,10}$`)

// titleBelow says whether the next line that is no date may be a title: one of several words
// that is no sentence and names no office.
func (c *cover) titleBelow(i int) bool {
	for _, l := range c.lines[i+1:] {
		switch {
		case l.role == dated || l.role == imprinted || l.role == symbolic || l.role == furniture:
			continue
		case l.role != content || isSentences(l.text) || goesOn(l.text) || besideTitle.MatchString(l.text) || salutation.MatchString(l.text):
			return false
		}
		return len(strings.Fields(l.text)) > 2 && !issuer.MatchString(l.text) && !cityOf.MatchString(l.text) && !organOnly.MatchString(l.text)
	}
	return false
}

// waits ends a line after which a title goes on.
var waits = regexp.MustCompile(`(?i)(?: (?:of|on|for|and|the|sobre|sur|y|et|de|del|du|des|la|les|los))$`)

// reportLines is how many lines may stand above that which calls the paper a report: the
// names of those who met.
const reportLines = 5

// reportLine is the line near the top that calls the paper a report of a meeting.
func (c *cover) reportLine() string {
	for i := range c.lines[:min(len(c.lines), reportLines)] {
		if l := &c.lines[i]; l.role == content && reportOf.MatchString(l.text) && !isSentences(l.text) {
			return c.clean(c.joined(i, l.text))
		}
	}
	return ""
}

// complete is the title on line i with the lines that it goes on on.
func (c *cover) complete(i int) string {
	t := c.unbroken(i)
	if waits.MatchString(t) || strings.HasSuffix(t, ":") && eventWord.MatchString(t) || !strings.Contains(t, " ") && c.goesOnBelow(i) {
		t = c.joined(i, t)
	}
	return t
}

// goesOnBelow says whether the line below goes on with the words of a title: "Decision" above
// "on the programme".
func (c *cover) goesOnBelow(i int) bool {
	return i+1 < len(c.lines) && c.lines[i+1].role == content && unicode.IsLower(firstRune(c.lines[i+1].text))
}

// organOnly is the line of an organ.
var organOnly = regexp.MustCompile(`^(?i:` + lists.Any("organ") + `)$`)

// besideTitle is a line on when and where something was, the head of a list of who was there, and what
// stands in parentheses.
var besideTitle = regexp.MustCompile(`(?i)^[^.:;]{0,60}\b(?:house|senate|assembly|parliament|council) (?:met|resumed|assembled) (?:at|in|pursuant)\b|^(?:held|tenue?|celebrad[oa]|состоявш\pL+|المعقودة) |^present:?$|^\([^()]*\)$|\|.*\|`)

// unbroken is line i with those of its block that go on with it.
func (c *cover) unbroken(i int) string {
	text := c.lines[i].text
	for k := i + 1; k < len(c.lines) && c.lines[k].block == c.lines[i].block; k++ {
		if before := &c.lines[k-1]; !unicode.IsLower(firstRune(c.lines[k].text)) && (!before.full || !block.Waits(before.text) && !strings.HasSuffix(before.text, ",")) {
			break
		}
		if !c.lines[k].glued {
			text += " "
		}
		text += c.lines[k].text
	}
	return text
}

// clean is the form in which a title is shown: without marks of notes, without
// what is said of the distribution and without a date at its end.
func (c *cover) clean(printed string) string {
	t := corpus.Head(unmarked(withoutDistribution(printed)), maxTitle)
	if in := dates(t); len(in) > 0 {
		last := in[len(in)-1]
		if strings.Trim(t[last.end:], " .)]") == "" && last.start > 0 && !needsDate.MatchString(t[:last.start]) {
			before := strings.TrimRight(beforeDate.ReplaceAllString(t[:last.start], ""), " ,:;([–—-")
			if !sitting.MatchString(before) {
				t = before
			}
		}
	}
	if in := dates(t); len(in) == 1 && in[0].start == 0 && strings.HasPrefix(t[in[0].end:], " ") {
		t = strings.TrimLeft(t[in[0].end:], " ,:;–—-")
	}
	t = issueAtEnd.ReplaceAllString(t, "")
	if i := strings.LastIndexByte(t, '('); i > 0 && !strings.Contains(t[i:], ")") {
		t = strings.TrimRight(t[:i], " ,") // the date stood in parentheses
	}
	t = dayAtEnd.ReplaceAllString(t, "")
	return strings.TrimRight(c.headings.Title(t), " ,;_")
}

// sitting is what a house calls any of its meetings, which the date alone tells apart.
var sitting = regexp.MustCompile(`(?i)^` + lists.Any("sitting") + `$`)

// needsDate is a title that says of which day it is.
var needsDate = regexp.MustCompile(`(?i)^(?:daily |weekly )?(?:report|summary|bulletin) (?:for|of) $`)

// beforeDate are the words that lead to a date at the end of a title.
var beforeDate = regexp.MustCompile(`(?i)[ ,(–—-]+(?:(?:held )?(?:on|from|of)|vom|am|le|du|el|del|de|van|den|ngày|(?:ze )?dne|(?:z |w )?dni[au]|din|` + lists.Any("weekday") + `(?:,? den)?)?[ ,]*$`)

// dayAtEnd is a day without a year, after a dash or a comma.
var dayAtEnd = regexp.MustCompile(`(?i) ?[,–—-] ?\d{1,2} ` + monthAny + `$`)

// issueAtEnd is the volume and the number of a record: "Vol. XLIV No. 31".
var issueAtEnd = regexp.MustCompile(`(?i)[ ,]+vol\.? ?(?:[ivxlc]+|\d+)[ ,]+no\.? ?\d+$`)

// notTitle is what programs write where the title of a file should be.
var notTitle = regexp.MustCompile(`(?i)^(?:untitled|(?:q|question|pregunta|frage|domanda) ?[-–:] .*|document ?\d*|slide \d+|sans titre|sin título|microsoft word.*|powerpoint.*|[\w.-]+|.*\.(?:docx?|pdf|html?|rtf|odt|indd|txt|md))$`)

// metaTitle is the title that the file declares, when a person wrote it.
func metaTitle(doc *read.Document) string {
	t := strings.Join(strings.Fields(doc.Title), " ")
	if t == "" || len(t) > maxTitle || !utf8.ValidString(t) || notTitle.MatchString(t) || symbolOf(t) != "" {
		return ""
	}
	return t
}

// frontMatter says whether an editor wrote the file's metadata, as in Markdown
// and on web pages, and not a program that made a PDF.
func frontMatter(doc *read.Document) bool { return doc.Reader == "markdown" || doc.Reader == "html" }
