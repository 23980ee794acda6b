package describe

import (
	"slices"
	"strings"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
)

const (
	// coverBlocks and coverPages bound the cover of a document that has no
	// running text to end it.
	coverBlocks = 40
	coverPages  = 3
	// prose is how long a paragraph is, in bytes, that belongs to the running text.
	prose = 320
	// opening is how many paragraphs of the running text are looked at for what
	// the cover does not say, and paragraph how much of each.
	opening   = 24
	paragraph = 2000
	// and of those that are more than the entry of a table of contents
	runningText = 40
)

// role is what a line of the cover is for.
type role uint8

const (
	content   role = iota // may be a title
	furniture             // of the page or the printer: distribution, job number, rules
	imprinted             // by whom and when the paper was printed
	kindName              // "Briefing report"
	ordinal               // "Eleventh session"
	dated                 // a date, with or without the place
	symbolic              // the document symbol
	credit                // "organised by …"
	presiding             // who presides, who attends, when it began
)

// line is one printed line of the cover.
type line struct {
	text  string
	block int  // index in the document
	level int  // of the heading that it belongs to, 0 when it is none
	full  bool // the next word had no room on it
	glued bool // the line before ends within a word that this one ends
	apart bool // the lines of its block have nothing to do with each other
	role  role
	dates []found
}

// cover is what stands above the running text, by printed lines, and the first
// paragraphs of that text.
type cover struct {
	doc      *read.Document
	headings *Headings
	lines    []line
	body     []string // first paragraphs of the running text
	sections []string // first headings of the running text
}

func newCover(doc *read.Document) *cover {
	c := &cover{doc: doc, headings: NewHeadings(doc)}
	end := 0
	for end < len(doc.Blocks) && end < coverBlocks && !endsCover(&doc.Blocks[end]) {
		c.addBlock(end)
		end++
	}
	if end < len(doc.Blocks) {
		c.unroll(end) // which may hold the masthead as well
	}
	c.joinDates()
	for i := end; i < len(doc.Blocks) && len(c.body) < opening; i++ {
		b := &doc.Blocks[i]
		if (b.Kind == read.Paragraph || b.Kind == read.Item) && len(b.Text) >= runningText {
			c.body = append(c.body, corpus.Head(b.Text, paragraph))
		}
		if b.Kind == read.Heading {
			c.sections = append(c.sections, b.Text)
		}
	}
	return c
}

// section are the headings that open the running text.
var section = regexp.MustCompile(`(?i)^(?:[ivx\d]+\.? )?` + lists.Any("section") + `[:. ]*$`)

// salutation opens what a speaker says.
var salutation = regexp.MustCompile(`(?i)^(?:(?:thank you,? )?(?:mr\.?|madam|mme|monsieur|madame|señora?|sr\.?|sra\.?|господин|госпожа|السيد|سعادة|أصحاب|主席) ?.{0,60}[,،;:!，：]$|` +
	`(?:your )?excellenc(?:y|ies)|distinguished |mesdames|muchas gracias|president,|presidente,|уважаем|ladies and gentlemen)`)

// endsCover says whether a block belongs to the running text.
func endsCover(b *read.Block) bool {
	if b.Page() > coverPages {
		return true
	}
	if b.Kind == read.Footnote || b.Kind == read.Row {
		return false
	}
	if len(b.Text) > 4*prose {
		return true // whatever it is, and however short its lines
	}
	if b.Kind == read.Heading {
		return section.MatchString(b.Text)
	}
	if b.Kind == read.Paragraph && (section.MatchString(b.Text) || salutation.MatchString(b.Text)) {
		return true
	}
	size := utf8.RuneCountInString(b.Text)
	return size > prose && size/len(b.Lines) > 45 && !isNote(b)
}

// isNote says whether a block is about the paper itself, as the notes are that some
// converters put before everything else.
func isNote(b *read.Block) bool {
	return strings.HasPrefix(b.Text, "*") || strings.HasPrefix(b.Marker, "*") || imprintLine.MatchString(b.Text)
}

// addBlock adds the printed lines of a block. Footnotes and rows of a table say
// nothing of the report itself.
func (c *cover) addBlock(i int) {
	b := &c.doc.Blocks[i]
	if c.unroll(i) || b.Kind == read.Footnote || b.Kind == read.Row || strings.HasPrefix(b.Marker, "*") || len(b.Text) > prose && isNote(b) {
		return
	}
	level := 0
	if b.Kind == read.Heading {
		level = max(1, b.Level)
	}
	if whole := (line{text: b.Text, block: i, level: level}); len(b.Lines) > 1 && isDated(&whole) {
		c.lines = append(c.lines, whole)
		return
	}
	if day := b.Marker + " " + b.Text; b.Kind == read.Item && startsDate(day) {
		c.add(line{text: day, block: i})
		return
	}
	c.addLines(i, level)
}

// addLines adds the printed lines of a block one by one.
func (c *cover) addLines(i, level int) {
	b := &c.doc.Blocks[i]
	for k := range b.Lines {
		start, end := b.Lines[k].Start, len(b.Text)
		if k+1 < len(b.Lines) {
			end = b.Lines[k+1].Start
		}
		text := b.Text[start:end]
		if c.doc.OCR {
			text = emblem.ReplaceAllString(strings.TrimRight(text, strayMarks), "$1")
		}
		if text = strings.TrimSpace(text); text != "" {
			glued := start > 0 && b.Text[start-1] != ' ' && b.Text[start] != ' '
			c.add(line{text: text, block: i, level: level, full: b.Lines[k].Full, glued: glued})
		}
	}
}

// startsDate says whether a line begins with a whole date, whose day was taken for the number of
// an item: "22. ledna 2020", "(22. ledna 2020)".
func startsDate(line string) bool {
	if len(line) > prose || strings.IndexAny(line, "0123456789") > len("(") {
		return false
	}
	all := dates(line)
	return len(all) > 0 && all[0].start <= len("(") && all[0].isWhole()
}

// runTogether are two lines of a masthead that web pages print as one: the body and its
// session, the meeting and where it was held.
var runTogether = regexp.MustCompile(`^(?:(.{8,}(?:\pL|\))) ((?:\d+(?:º|ª|e|ème|st|nd|rd|th)|\p{Lu}[\pL-]+) (?i:período de sesiones|session))|(.{8,}(?:sesión|séance|meeting))((?:Celebrada|Tenue|Held) .*))$`)

// add adds a line, with its dates and what it is for.
func (c *cover) add(l line) {
	if m := runTogether.FindStringSubmatch(l.text); m != nil && (m[3] != "" || bodyWord.MatchString(m[1])) {
		first, second := l, l
		first.text, second.text = m[1]+m[3], m[2]+m[4]
		first.apart, second.apart = true, true
		c.add(first)
		c.add(second)
		return
	}
	l.dates = dates(l.text)
	l.role = c.roleOf(&l)
	c.lines = append(c.lines, l)
}

// unroll adds the lines of a masthead that was joined into one block, and says whether it was.
func (c *cover) unroll(i int) bool {
	text := c.doc.Blocks[i].Text
	if len(text) < mastheadLeast {
		return false
	}
	parts := unrolled(text)
	if len(parts) == 0 {
		parts = unrolledSpeech(text)
	}
	for _, part := range parts {
		c.add(line{text: part, block: i, apart: true})
	}
	return len(parts) > 0
}

// joinDates makes one line of those over which a date is broken: "on Monday, 28 April" above
// "1947, at 11 a.m.", and of those above them that say where it was.
func (c *cover) joinDates() {
	for i := range c.lines {
		for n := 2; n <= heldLines && i+n <= len(c.lines); n++ {
			if l, ok := c.joinedDate(i, n); ok {
				c.lines = slices.Replace(c.lines, i, i+n, l)
				return
			}
		}
	}
}

// joinedDate is n lines from line i on as one line, if they have a date only together.
func (c *cover) joinedDate(i, n int) (line, bool) {
	l := c.lines[i]
	if len(l.dates) > 0 || n > 2 && !heldOn.MatchString(l.text) {
		return l, false
	}
	for _, next := range c.lines[i+1 : i+n] {
		l.text += " " + next.text
		if len(next.dates) > 0 {
			return l, false
		}
	}
	if len(l.text) > prose {
		return l, false
	}
	if l.dates = dates(l.text); !slices.ContainsFunc(l.dates, found.isWhole) {
		return l, false
	}
	l.role = c.roleOf(&l)
	return l, true
}

// heldLines is how many lines say at most when and where a meeting was.
const heldLines = 3

// strayMarks is what recognition makes of a footnote's mark behind a line.
const strayMarks = " |{}~^°_\\"

// emblem is what recognition makes of an emblem beside a line of a masthead, "\y General Assembly",
// before the line itself.
var emblem = regexp.MustCompile(`^(?:\S{1,2} ){1,2}((?i:` + lists.Any("organ") + `)(?: .*)?|` + lists.Any("organ-session") + `)$`)

// isDated says whether a block of several printed lines is one line on when and
// where that did not fit the column, and makes it so.
func isDated(whole *line) bool {
	if len(whole.text) > prose/2 || symbolOf(whole.text) != "" {
		return false
	}
	whole.dates = dates(whole.text)
	whole.role = dated
	return isDateLine(whole.text, whole.dates, whole.level > 0) && !besideIssue.MatchString(whole.text)
}

// besideIssue are words of a masthead that stand beside a date.
var besideIssue = regexp.MustCompile(`(?i)\boriginal ?:|\bdistr\b|\bsession\b`)

var (
	furnitureLine = regexp.MustCompile(`(?i)^` + lists.Any("furniture-line") + `\*?$`)
	imprintLine   = regexp.MustCompile(`(?i)^(?:imprint|mention de l.éditeur|pie de imprenta|published|publié|publicado|опубліковано|опубликовано|printed|imprimé|impreso|issued|©|copyright|isbn|issn|all rights reserved|` +
		`previously issued|reissued|late submission|the annex|this (?:record|report|publication) )`)
	sessionLine = regexp.MustCompile(`(?i)` + lists.Any("session-line"))
	presideLine = regexp.MustCompile(`(?i)^(?:the )?(?:acting )?` + lists.Any("preside-line"))
	creditLine  = regexp.MustCompile(`(?i)^` + lists.Any("credit-line"))
)

// roleOf says what a line is for.
func (c *cover) roleOf(l *line) role {
	switch t := l.text; {
	case imprintLine.MatchString(t):
		return imprinted
	case symbolOf(t) != "":
		return symbolic
	case furnitureLine.MatchString(t):
		return furniture
	case creditLine.MatchString(t):
		return credit
	case bareKind(pageAtEnd.ReplaceAllString(t, "")):
		return kindName
	case sessionLine.MatchString(t):
		return ordinal
	case presideLine.MatchString(t):
		return presiding
	case isDateLine(t, l.dates, l.level > 0):
		return dated
	}
	return content
}

// isDateLine says whether a line gives a date, with a place and a time at most,
// and is not a title that has a date in it.
func isDateLine(text string, in []found, heading bool) bool {
	if len(in) == 0 {
		return false
	}
	rest := strings.Trim(without(text, in), " |")
	words := len(strings.Fields(rest))
	if words > 8 || utf8.RuneCountInString(rest) > 70 {
		return false
	}
	return isPlace(rest) && !recordWord.MatchString(rest) || words == 0 || !eventWord.MatchString(rest) && (!heading || words <= 3)
}

// recordWord is in the name of a record, even where a house is, too: "House of
// Assembly Proceedings".
var recordWord = regexp.MustCompile(`(?i)\b(?:proceedings|debates|hansard|official report)\b`)

// IsDate says whether a line is when and where something was, and nothing else.
func IsDate(text string) bool {
	return len(text) <= prose/2 && isDateLine(text, dates(text), true)
}

// HasDate says whether a text has a whole date in it.
func HasDate(text string) bool {
	return slices.ContainsFunc(dates(text), found.isWhole)
}

func (f found) isWhole() bool { return len(f.date) == len("2006-01-02") }

// OpensWithDate says whether a whole date opens a text, or the day of the week before it does.
func OpensWithDate(text string) bool {
	return slices.ContainsFunc(dates(text), func(f found) bool {
		before := strings.TrimSpace(text[:f.start])
		return f.isWhole() && (before == "" || strings.HasSuffix(before, ",") && !strings.Contains(before, " "))
	})
}

// eventWord is in the name of a meeting or a paper, and not in that of a place.
var eventWord = regexp.MustCompile(`(?i)` + lists.Any("event-word"))

// without is a text without its dates, and without what goes with a date.
func without(text string, in []found) string {
	for i := len(in) - 1; i >= 0; i-- {
		text = text[:in[i].start] + " " + text[in[i].end:]
	}
	return strings.Join(strings.Fields(dateWords.ReplaceAllString(text, " ")), " ")
}

// dateWords are the words that go with a date: the day of the week, the time, the
// words that join them.
var dateWords = regexp.MustCompile(`(?i)` + lists.Any("date-words"))
