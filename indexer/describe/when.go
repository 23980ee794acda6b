package describe

import (
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/regexp"
)

// meets are the words of a sentence that says when a meeting was.
var meets = regexp.MustCompile(`(?i)\b(?:held|took place|taking place|convened|convenes|met|meets|meeting|opened|opens|hosted|organi[sz]ed|was reviewed|tuvo lugar|se celebró|se llevó a cabo|celebrada|celebrado|se reunió|tenue?|eu lieu|réunie?s?)\b|состоял|عقد|举行`)

// date is the day of the meeting. The cover knows best; then the title of the
// file, the sentence of the first paragraphs that says when the meeting was, and
// the file's metadata. The date at which the paper was issued is the last resort.
// The title that an editor wrote is the cover. Data that say when the meeting was held leave
// no doubt.
func (c *cover) date(kind string) found {
	if held := dates(corpus.Head(c.doc.Meta["held"], metaDate)); len(held) > 0 {
		return held[0]
	}
	titled := dates(corpus.Head(c.doc.Title, maxTitle))
	if len(titled) > 0 && frontMatter(c.doc) {
		return titled[0]
	}
	for i := range c.lines {
		l := &c.lines[i]
		if len(l.dates) > 0 && l.role != imprinted && l.role != symbolic && l.role != furniture && !c.issued(i) && !c.isOfSession(i, kind) {
			return c.ofSitting(i)
		}
	}
	if len(titled) > 0 {
		return titled[0]
	}
	if f, ok := c.dateInText(kind); ok {
		return f
	}
	if m := c.doc.Meta["date"]; m != "" {
		if t := dates(corpus.Head(m, metaDate)); len(t) > 0 {
			return t[0]
		}
	}
	return c.dateOfIssue()
}

// metaDate is how many bytes of a date are read that metadata have.
const metaDate = 40

func at(f found, line int) found {
	f.line = line
	return f
}

// numberedIssue is in the line of a journal that counts its issues, and ofSitting leads to the day
// of the sitting below it: "I Série — Número 82", "REUNIÃO PLENÁRIA DE 3 DE MAIO DE 2019".
var (
	numberedIssue = regexp.MustCompile(`(?i)\bs[ée]rie\b|\bn[úu]mero \d|\bissue \d|\bn(?:o\.|\.?[º°o]) ?\d`)
	ofSitting     = regexp.MustCompile(`(?i)^(?:reunião|sessão|sesión|séance|sitting|sessió)\b[\pL ]{0,40} (?:de|do|du|del|of|on) $`)
)

// ofSitting is the date on a line, or that of the sitting whose record came out in the issue which
// the line counts.
func (c *cover) ofSitting(i int) found {
	if numberedIssue.MatchString(c.lines[i].text) {
		for j := i + 1; j < len(c.lines); j++ {
			if l := &c.lines[j]; len(l.dates) > 0 && l.dates[0].isWhole() && ofSitting.MatchString(l.text[:l.dates[0].start]) {
				return at(l.dates[0], j)
			}
		}
	}
	return at(c.lines[i].dates[0], i)
}

// isOfSession says whether the days on a line are those of the session to which a record goes, and
// not of its meeting: they stand below the line that counts the session; or, as none of a
// sitting do, in parentheses.
func (c *cover) isOfSession(i int, kind string) bool {
	l := &c.lines[i]
	if kind == Verbatim && (l.dates[0].several || len(l.dates) > 1) && strings.HasPrefix(l.text, "(") && strings.HasSuffix(l.text, ")") {
		return true
	}
	if kind != Summary || !l.dates[0].several {
		return false
	}
	return i > 0 && c.lines[i-1].role == ordinal || sessionLine.MatchString(strings.TrimSpace(l.text[:l.dates[0].start]))
}

// distr is the line of a masthead below which stands the date of distribution, and original
// the one right above it.
var (
	distr    = regexp.MustCompile(`(?i)\bdistr(?:\b|[.:])`)
	original = regexp.MustCompile(`(?i)^original ?:`)
)

// mastheadLines is how far below "Distr." the date of distribution stands.
const mastheadLines = 4

// ofPaper leads to the date of a resolution or of another paper.
var ofPaper = regexp.MustCompile(`(?i)\b(?:resolution (?:no\. ?)?\S+ of|document \S+ (?:dated|of)|résolution \S+ du|resolución \S+(?: del Consejo)?,? de|covering (?:the )?period(?: from)?|ordonnance (?:n[o°] ?)?\S+ du|loi (?:n[o°] ?)?\S+ du) $`)

// goesOnStill follows the first day of a session that is not over: "(27 November 2018 - )".
var goesOnStill = regexp.MustCompile(`^ ?[-–] ?\)`)

// issued says whether the date on a line is the one at which the paper was
// distributed: it stands in the masthead, alone.
func (c *cover) issued(i int) bool {
	l := &c.lines[i]
	if len(l.dates) > 0 && (ofPaper.MatchString(l.text[:l.dates[0].start]) || goesOnStill.MatchString(l.text[l.dates[0].end:])) {
		return true
	}
	if l.role != dated || strings.Contains(strings.ToLower(l.text), "day,") || meets.MatchString(l.text) {
		return false
	}
	if i > 0 && (c.lines[i-1].role == symbolic || original.MatchString(c.lines[i-1].text)) && i+1 < len(c.lines) {
		return true
	}
	return slices.ContainsFunc(c.lines[max(0, i-mastheadLines):i], func(l line) bool { return distr.MatchString(l.text) })
}

// dateOfIssue is the first date on the cover, whatever it is of.
func (c *cover) dateOfIssue() found {
	for i := range c.lines {
		if d := c.lines[i].dates; len(d) > 0 {
			return at(d[0], i)
		}
	}
	return found{line: -1}
}

// dateInText is the date of the first sentence that says when the meeting was.
// One day goes before a session of several in the same paragraph: the record is of
// one meeting in it.
func (c *cover) dateInText(kind string) (found, bool) {
	leads := leadParagraphs
	if kind == Bulletin {
		leads = bulletinLeads // then comes the history of the process
	}
	texts := append(c.abstract(), c.body[:min(len(c.body), leads)]...)
	for _, t := range texts {
		if f, ok := dateOfMeeting(corpus.Head(t, paragraph)); ok {
			return f, true
		}
	}
	return found{}, false
}

// dateOfMeeting is the day on which a paragraph says that somebody met.
func dateOfMeeting(text string) (first found, ok bool) {
	for _, f := range dates(text) {
		if len(f.date) < len("2006-01-02") || ofPaper.MatchString(text[:f.start]) || !meets.MatchString(sentenceTo(text, f.start)) && !opensMeeting(text, f) && dateline(text, f) == "" {
			continue
		}
		if !f.several {
			return f, true
		}
		if !ok {
			first, ok = f, true
		}
	}
	return first, ok
}

var (
	opensWithDate = regexp.MustCompile(`(?i)(?:^|\. )(?:on|le|el|(?:durante |entre )?los días) $`)
	holds         = regexp.MustCompile(`(?i)^[^.]{0,300}?\b(?:hosted|held|(?:co-?)?organi[sz]ed|convened|met|took place|gathered|a organisé|ont organisé|s.est (?:réunie?|tenue?)|a eu lieu|organizó|organizaron|se reunió|se celebró|se llevó a cabo|se realizó|tuvo lugar)\b`)
)

// opensMeeting says whether a sentence begins with a date and goes on with who met
// then: "On 7 July 2014 the Institute hosted a workshop".
func opensMeeting(text string, f found) bool {
	return opensWithDate.MatchString(sentenceTo(text, f.start)) && holds.MatchString(corpus.Head(text[f.end:], 2*reach))
}

var (
	placeAfterDate  = regexp.MustCompile(`^[,.]? (\p{Lu}[\pL'’.-]*(?: \p{Lu}[\pL'’.-]*){0,3}(?:, \p{Lu}[\pL ]{2,30})?) ?(?:[–—]|--?) `)
	placeBeforeDate = regexp.MustCompile(`^\(?(\p{Lu}[\pL'’.-]*(?: \p{Lu}[\pL'’.-]*){0,3}(?:, \p{Lu}[\pL ]{2,30})?),? \(?$`)
	afterDateline   = regexp.MustCompile(`^\)?(?: \([^()]{2,40}\))? ?(?:[–—:]|--?)(?: |$)`)
)

// undated is a place, or a place and a day without its year, with which a paragraph of news
// opens: "Accra – Experts met …".
var undated = regexp.MustCompile(`^(\p{Lu}[\pL'’.-]*(?: \p{Lu}[\pL'’.-]*){0,3}(?:, \p{Lu}[\pL ]{2,30})?)(?:,? \d{1,2} \pL{3,9})? ?(?:[–—]|--?) \p{Lu}`)

// dateline is the place beside a date with which a paragraph of news opens: "1
// November 2022, Accra - Statement …", "Accra, 1 November 2022 – …".
func dateline(text string, f found) string {
	if f.start == 0 {
		if m := placeAfterDate.FindStringSubmatch(text[f.end:]); m != nil {
			return m[1]
		}
		return ""
	}
	m := placeBeforeDate.FindStringSubmatch(text[:f.start])
	if m == nil || !afterDateline.MatchString(text[f.end:]) {
		return ""
	}
	return m[1]
}

const (
	leadParagraphs = 16
	bulletinLeads  = 2
)

// abstract is what the file's metadata say of its content.
func (c *cover) abstract() []string {
	return []string{c.doc.Meta["abstract"], c.doc.Meta["description"]}
}

// reach is how far before a date its verb stands at most, in bytes.
const reach = 160

// sentenceTo is the sentence that leads to an offset of a text.
func sentenceTo(text string, end int) string {
	s := text[max(0, end-reach):end]
	if i := strings.LastIndex(s, ". "); i >= 0 {
		s = s[i+2:]
	}
	return s
}
