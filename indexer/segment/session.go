package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
)

const (
	headingWords = 24 // a longer paragraph is no heading, however it is set
	shoutedWords = 48 // but in capitals it may be
	proseWords   = 12 // a shorter one may be a line of a cover
)

// isHeading says whether a block heads what follows: because the reader saw it,
// or, in formats without styles, because it is short, set off and no sentence. A
// line of the masthead or the margin does not.
func isHeading(b *read.Block) bool {
	if !looksLikeHeading(b) {
		return false
	}
	return isSessionTitle(b.Text) || !symbol.MatchString(b.Text) && !clock.MatchString(b.Text) && !describe.IsDate(b.Text)
}

func looksLikeHeading(b *read.Block) bool {
	if b.Kind == read.Heading {
		return true
	}
	if b.Kind != read.Paragraph || b.Text == "" || countWords(b.Text, shoutedWords+1) > shoutedWords {
		return false
	}
	if countWords(b.Text, headingWords+1) > headingWords {
		return describe.InCapitals(b.Text) && !endsSentence(b.Text)
	}
	if isSessionTitle(b.Text) {
		return true
	}
	return isSetAsTitle(b)
}

// isSetAsTitle says whether the words of a short block, and how they are printed, are
// a title's.
func isSetAsTitle(b *read.Block) bool {
	if title := withoutTime.ReplaceAllString(b.Text, ""); len(title) < len(b.Text) {
		return describe.InCapitals(title) && letters(title) > 3
	}
	if b.AllBold() && describe.InCapitals(b.Text) && strings.HasSuffix(b.Text, ",") {
		return true // the first part of a title on several lines
	}
	if strings.ContainsAny(b.Text[len(b.Text)-1:], ".;,:") && !strings.HasSuffix(b.Text, " .") && !endsInAcronym(b.Text) {
		return false
	}
	if plainTitle.MatchString(b.Text) {
		return true
	}
	return describe.InCapitals(itemNote.ReplaceAllString(b.Text, "")) && letters(b.Text) > 3 || b.AllBold()
}

// symbol is a document's, on a line of its own, as "A/75/PV.4" and "AS (2012) CR 17".
var symbol = regexp.MustCompile(`^(?:[A-Z]{1,6}(?:/[A-Z0-9][A-Za-z0-9.()-]*)+|(?i:AS) \(\d{4}\) (?i:CR) ?\d+)\*?$`)

// withoutTime is the time of day that some records print behind each title.
var withoutTime = regexp.MustCompile(` \d{1,2}:\d{2} ?[ap]\.? ?m\.?$`)

const loneWords = 8 // a longer line of plain text is no heading

// isLoneLine says whether a line of plain text between paragraphs heads what follows:
// it is short and no sentence, and names nobody and no place on the web.
func isLoneLine(b *read.Block) bool {
	r, _ := utf8.DecodeRuneInString(b.Text)
	if _, n := honorificOf(b.Text); n > 0 || linkWords[strings.ToLower(lastWord(b.Text))] {
		return false
	}
	return b.Kind == read.Paragraph && len(b.Lines) == 1 && unicode.IsUpper(r) && !strings.ContainsAny(b.Text, ".,;:?!@/()[]«»“”|0123456789") &&
		countWords(b.Text, loneWords+1) <= loneWords
}

// plainTitle are the headings that reports have in common, which plain text does not
// set off.
var plainTitle = regexp.MustCompile(`(?i)^` + lists.Any("plain-title") + `$`)

// itemNote stands in small letters behind a title in capitals: "(agenda item 5)
// (continued)".
var itemNote = regexp.MustCompile(`\((?i:agenda )?(?i:items?|points?|temas?|continued|concluded|suite|fin|continuación|conclusión)\b[^()]*\)`)

// endsInAcronym says whether the full stop at the end of a text is an acronym's:
// "A STUDENT IN THE U.S.S.R."
func endsInAcronym(text string) bool {
	return strings.HasSuffix(text, ".") && isDotted(strings.TrimSuffix(lastWord(text), "."))
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// countWords counts the words of a text up to a limit.
func countWords(s string, limit int) int {
	n := 0
	for range strings.FieldsSeq(s) {
		if n++; n >= limit {
			break
		}
	}
	return n
}

// sessionTitle are the headings that announce a session by word and number.
var sessionTitle = regexp.MustCompile(`(?i)^(?:` + lists.Any("session-kind") + `[ -])*` + lists.Any("session-noun") + `(?: (?:no\.?|n°|nº|№))?[ \x{a0}]` + lists.Any("session-number") + `(?:\b|$|[^\pL\d])`)

// ordinalSession are headings such as "First session: …" and "Sesión de apertura".
var ordinalSession = regexp.MustCompile(`(?i)^(?:` + lists.Any("ordinal-session") + `[ -])+(?:session|panel|segment|s[ée]ance|sesi[óo]n|roundtable|round ?table|mesa redonda|plenary|ceremony|journ[ée]e|panel)\b|^(?:s[ée]ance|session|sesi[óo]n|ceremonia|c[ée]r[ée]monie) (?:d['’]|de )(?:ouverture|cl[ôo]ture|apertura|clausura|inauguraci[óo]n)`)

// paragraphSign counts the matters of a sitting of the Swedish parliament.
var paragraphSign = regexp.MustCompile(`^(?:\d{1,3} §|§ \d{1,3}) +\p{Lu}`)

// isSessionTitle says whether a short text announces a session.
func isSessionTitle(text string) bool {
	if m := sessionTitle.FindStringIndex(text); m != nil {
		return endsLikeTitle(text) && (m[1] >= len(text) || afterNumber(text[m[1]-1:]))
	}
	return paragraphSign.MatchString(text) && endsLikeTitle(text) || ordinalSession.MatchString(text) && endsLikeTitle(text) && countWords(text, 20) < 20
}

// afterNumber tells the title "Session 1: Aims" from the sentence "Session 1 was
// chaired by …", by what follows the number.
func afterNumber(rest string) bool {
	rest = strings.TrimLeft(rest, " :.–—-)(\u00a0")
	r, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || !unicode.IsLower(r)
}

func endsLikeTitle(text string) bool {
	return !strings.HasSuffix(text, ".") && !strings.HasSuffix(text, ";") && countWords(text, headingWords+1) <= headingWords
}

// bareSession is a session's word and number without a title of its own.
var bareSession = regexp.MustCompile(`(?i)^\pL+(?: \pL+)?[ \x{a0}](?:[IVXL]+|\d+|[A-H])[ .:–—-]*$`)

// frames are headings that stand above all sessions or turns and name none.
var frames = regexp.MustCompile(`(?i)^(?:[IVX\d]+[.)] ?)?` + lists.Any("frames") + `$`)

func isFrame(text string) bool { return frames.MatchString(strings.TrimRight(text, " :.")) }

// isProse says whether a block is running text and no line of a cover: a date,
// a place, a list of organisers.
func isProse(b *read.Block) bool {
	switch b.Kind {
	case read.Paragraph:
		return !isHeading(b) && (endsSentence(b.Text) && countWords(b.Text, 5) >= 5 || countWords(b.Text, 2*proseWords) >= 2*proseWords || isHan(b.Text))
	case read.Item, read.Row:
		return true
	case read.Heading, read.Footnote:
	}
	return false
}

func isHan(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }) && strings.ContainsAny(text, "。,；")
}

func endsSentence(text string) bool {
	text = strings.TrimRight(text, "”\"'’») ]")
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?;:…。；؟", r)
}

// sessionTitle is the title that the pending headings make: the item of the
// agenda with what it is about, failing that the last heading.
func (r *recorder) sessionTitle() string {
	n := len(r.headings)
	if n == 0 {
		return ""
	}
	for i := n - 1; i >= 0; i-- {
		title := r.headings[i].bare()
		if !isSessionTitle(title) || r.seen.house && i+1 < n && termSession.MatchString(title) {
			continue
		}
		title = r.titles.Title(title)
		if bareSession.MatchString(continued.ReplaceAllString(title, "")) && i+1 < n {
			title += ": " + r.titles.Title(r.headings[i+1].bare())
		}
		return title
	}
	return r.lastTitle()
}

// termSession is a session of a parliament's term, on the cover of its debates.
var termSession = regexp.MustCompile(`(?i)^(?:first|second|third|[\pL-]{4,12}th|\d{1,2}(?:st|nd|rd|th)) (?:session|meeting)(?:, ?\d{4})?$`)

// lastTitle is the last of the pending headings, with the one before it where that
// is its first line, or the bill of which it names the stage.
func (r *recorder) lastTitle() string {
	n := len(r.headings)
	title := strings.TrimSuffix(withoutTime.ReplaceAllString(r.headings[n-1].bare(), ""), " .")
	if n > 1 {
		switch before := r.headings[n-2].bare(); {
		case strings.HasSuffix(before, "–") || strings.HasSuffix(before, "—"):
			return r.titles.Title(before) + " " + r.titles.Title(title)
		case stage.MatchString(title):
			return r.titles.Title(before) + ": " + r.titles.Title(title)
		}
	}
	return r.titles.Title(title)
}

// stage is how far a bill has come.
var stage = regexp.MustCompile(`(?i)^(?:(?:first|second|third) reading(?: debate)?|committee stage|consideration stage|in committee|report stage|introduction)$`)

var continued = regexp.MustCompile(`(?i) ?\((?:continued|cont['’]?d|suite|continuación)\)$`)
