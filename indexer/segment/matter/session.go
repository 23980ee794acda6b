package matter

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/read/block"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

const (
	// ShoutedWords is how many words a heading in capitals has at most.
	ShoutedWords = 48
	proseWords   = 12 // a shorter one may be a line of a cover
)

// IsHeading says whether a block heads what follows: because the reader saw it,
// or, in formats without styles, because it is short, set off and no sentence. A
// line of the masthead or the margin does not.
func IsHeading(b *read.Block) bool {
	if !looksLikeHeading(b) {
		return false
	}
	return IsSessionTitle(b.Text) || !symbol.MatchString(b.Text) && !Clock.MatchString(b.Text) && !describe.IsDate(b.Text)
}

func looksLikeHeading(b *read.Block) bool {
	if b.Kind == read.Heading {
		return true
	}
	if b.Kind != read.Paragraph || b.Text == "" || grammar.CountWords(b.Text, ShoutedWords+1) > ShoutedWords {
		return false
	}
	if grammar.CountWords(b.Text, grammar.HeadingWords+1) > grammar.HeadingWords {
		return describe.InCapitals(b.Text) && !grammar.EndsSentence(b.Text)
	}
	if IsSessionTitle(b.Text) {
		return true
	}
	return isSetAsTitle(b)
}

// isSetAsTitle says whether the words of a short block, and how they are printed, are
// a title's.
func isSetAsTitle(b *read.Block) bool {
	if title := WithoutTime.ReplaceAllString(b.Text, ""); len(title) < len(b.Text) {
		return describe.InCapitals(title) && letters(title) > 3
	}
	if b.AllBold() && describe.InCapitals(b.Text) && strings.HasSuffix(b.Text, ",") {
		return true // the first part of a title on several lines
	}
	if strings.ContainsAny(b.Text[len(b.Text)-1:], ".;,:") && !strings.HasSuffix(b.Text, " .") && !endsInAcronym(b.Text) {
		return false
	}
	if PlainTitle.MatchString(b.Text) {
		return true
	}
	return describe.InCapitals(itemNote.ReplaceAllString(b.Text, "")) && letters(b.Text) > 3 || b.AllBold()
}

// symbol is a document's, on a line of its own, as "A/75/PV.4" and "AS (2012) CR 17".
var symbol = regexp.MustCompile(`^(?:[A-Z]{1,6}(?:/[A-Z0-9][A-Za-z0-9.()-]*)+|(?i:AS) \(\d{4}\) (?i:CR) ?\d+) ?\*{0,2}$`)

// WithoutTime is the time of day that some records print behind each title.
var WithoutTime = regexp.MustCompile(` \d{1,2}:\d{2} ?[ap]\.? ?m\.?$`)

// LoneWords is how many words a heading in plain text has at most.
const LoneWords = 8

// IsLoneLine says whether a line of plain text between paragraphs heads what follows:
// it is short and no sentence, and names nobody and no place on the web.
func IsLoneLine(b *read.Block) bool {
	r, _ := utf8.DecodeRuneInString(b.Text)
	if _, n := grammar.HonorificOf(b.Text); n > 0 || block.Waits(b.Text) {
		return false
	}
	return b.Kind == read.Paragraph && len(b.Lines) == 1 && unicode.IsUpper(r) && !strings.ContainsAny(b.Text, ".,;:?!@/()[]«»“”|0123456789") &&
		grammar.CountWords(b.Text, LoneWords+1) <= LoneWords
}

// PlainTitle are the headings that reports have in common, which plain text does not
// set off.
var PlainTitle = regexp.MustCompile(`(?i)^` + grammar.Lists.Any("plain-title") + `$`)

// itemNote stands in small letters behind a title in capitals: "(agenda item 5)
// (continued)".
var itemNote = regexp.MustCompile(`\((?i:agenda )?(?i:items?|points?|temas?|continued|concluded|suite|fin|continuación|conclusión|continuação|devam)\b[^()]*\)`)

// endsInAcronym says whether the full stop at the end of a text is an acronym's:
// "A STUDENT IN THE U.S.S.R."
func endsInAcronym(text string) bool {
	return strings.HasSuffix(text, ".") && grammar.IsDotted(strings.TrimSuffix(grammar.LastWord(text), "."))
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

// sessionTitle are the headings that announce a session by word and number.
var sessionTitle = regexp.MustCompile(`(?i)^(?:` + grammar.Lists.Any("session-kind") + `[ -])*` + grammar.Lists.Any("session-noun") + `(?: (?:no\.?|n°|nº|№))?[ \x{a0}]` + grammar.Lists.Any("session-number") + `(?:\b|$|[^\pL\d])`)

// ordinalSession are headings such as "First session: …" and "Sesión de apertura".
var ordinalSession = regexp.MustCompile(`(?i)^(?:` + grammar.Lists.Any("ordinal-session") + `[ -])+(?:session|panel|segment|s[ée]ance|sesi[óo]n|roundtable|round ?table|mesa redonda|plenary|ceremony|journ[ée]e|panel)\b|^(?:s[ée]ance|session|sesi[óo]n|ceremonia|c[ée]r[ée]monie) (?:d['’]|de )(?:ouverture|cl[ôo]ture|apertura|clausura|inauguraci[óo]n)`)

// paragraphSign counts the matters of a sitting of the Swedish parliament.
var paragraphSign = regexp.MustCompile(`^(?:\d{1,3} §|§ \d{1,3}) +\p{Lu}`)

// IsSessionTitle says whether a short text announces a session.
func IsSessionTitle(text string) bool {
	if m := sessionTitle.FindStringIndex(text); m != nil {
		return endsLikeTitle(text) && (m[1] >= len(text) || afterNumber(text[m[1]-1:]))
	}
	return paragraphSign.MatchString(text) && endsLikeTitle(text) || ordinalSession.MatchString(text) && endsLikeTitle(text) && grammar.CountWords(text, 20) < 20
}

// afterNumber tells the title "Session 1: Aims" from the sentence "Session 1 was
// chaired by …", by what follows the number.
func afterNumber(rest string) bool {
	rest = strings.TrimLeft(rest, " :.–—-)(\u00a0")
	r, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || !unicode.IsLower(r)
}

func endsLikeTitle(text string) bool {
	return !strings.HasSuffix(text, ".") && !strings.HasSuffix(text, ";") && grammar.CountWords(text, grammar.HeadingWords+1) <= grammar.HeadingWords
}

// BareSession is a session's word and number without a title of its own.
var BareSession = regexp.MustCompile(`(?i)^\pL+(?: \pL+)?[ \x{a0}](?:[IVXL]+|\d+|[A-H])[ .:–—-]*$`)

// frames are headings that stand above all sessions or turns and name none.
var frames = regexp.MustCompile(`(?i)^(?:[IVX\d]+[.)] ?)?` + grammar.Lists.Any("frames") + `$`)

// IsFrame says whether a line is the title of a part that frames the sessions.
func IsFrame(text string) bool { return frames.MatchString(strings.TrimRight(text, " :.")) }

// IsProse says whether a block is running text and no line of a cover: a date,
// a place, a list of organisers.
func IsProse(b *read.Block) bool {
	switch b.Kind {
	case read.Paragraph:
		return !IsHeading(b) && (grammar.EndsSentence(b.Text) && grammar.CountWords(b.Text, 5) >= 5 || grammar.CountWords(b.Text, 2*proseWords) >= 2*proseWords || IsHan(b.Text))
	case read.Item, read.Row:
		return true
	case read.Heading, read.Footnote:
	}
	return false
}

// IsHan says whether a text is written in Chinese characters.
func IsHan(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }) && strings.ContainsAny(text, "。,；")
}

// TermSession is a session of a parliament's term, on the cover of its debates.
var TermSession = regexp.MustCompile(`(?i)^(?:first|second|third|[\pL-]{4,12}th|\d{1,2}(?:st|nd|rd|th)) (?:session|meeting)(?:, ?\d{4})?$`)

// Stage is how far a bill has come.
var Stage = regexp.MustCompile(`(?i)^(?:(?:first|second|third) reading(?: debate)?|committee stage|consideration stage|in committee|report stage|introduction)$`)

// Continued marks the title of a session that has begun before.
var Continued = regexp.MustCompile(`(?i) ?\((?:continued|cont['’]?d|suite|continuación)\)$`)
