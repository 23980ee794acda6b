package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
)

// adjourned are the formulas with which the records of parliaments end a sitting.
// Nothing behind them is anybody's words until the next label.
var adjourned = regexp.MustCompile(`(?i)^` + lists.Any("adjourned"))

// tally is a line of a printed vote: "AYES", "Noes 60".
var tally = regexp.MustCompile(`^\s*(?i:результаты голосования|проголосовало (?:за|против)|głosowało \d|se emitieron \d|votes? exprimés? ?:)|^(?i:ayes|noes|contents?|not[ -]contents?|tellers?(?: for the (?:ayes|noes))?|yeas|nays|paired|pour|contre|abstentions?|abstencions?|abstained|absent)(?: ?[(–-]?\d+\)?)?$`)

// clock is a time that a record prints in its margin or between two speeches.
var clock = regexp.MustCompile(`^[■\[(]?(?:\d{1,2}[.:h]\d{1,2}(?: ?[apAP]\.? ?[mM]\.?(?: [A-Z]{2,4})?| ?(?:hrs|hours|h|uur|Uhr|pg|ptg|pagi|petang|tgh|mlm)\.?)?|\d{1,2} ?(?:am|pm|noon|midnight)|\d{4}(?: hours)?)[\])]?[.–— -]*$`)

// formula is what a parliament's clerk writes between two speeches, in a line of its
// own: "Question put and agreed to.", "Bill read a Second time."
var formula = regexp.MustCompile(`^` + lists.Any("formula"))

// aside is an interruption in brackets, with the dots and stars that stand beside
// them: "… (Interruptions)".
var bracketAside = regexp.MustCompile(`^[^\pL\d()\[\]]{0,4}(?:[(\[][^()\[\]]{2,90}[)\]][….* ]*){1,3}$`)

// isClerks says whether a paragraph among numbered ones is procedure and nobody's
// words.
func isClerks(text string) bool {
	return countWords(text, clerksWords+1) <= clerksWords &&
		(procedure.MatchString(text) || withdrew.MatchString(text) || decision.MatchString(text) || isFormula(text) || isTally(text))
}

const clerksWords = 30

// decision tells what became of a part of a text that is before the meeting:
// "Paragraph 7, as amended, was adopted."
var decision = regexp.MustCompile(`(?i)^` + lists.Any("decision"))

// withdrew tells where delegations sit.
var withdrew = regexp.MustCompile(lists.Any("withdrew"))

// isOneAside says whether the bracket that opens a text is closed by its last byte
// and not before: "(Applause)", not "(a) … (b)".
func isOneAside(text string) bool {
	depth := 0
	for i := range len(text) {
		switch text[i] {
		case '(', '[':
			depth++
		case ')', ']':
			depth--
		}
		if depth == 0 {
			return i == len(text)-1
		}
	}
	return false
}

// formulaWords is the length of the longest line that a clerk's formula takes.
const formulaWords = 24

// clerksPart heads what a parliament's clerk writes: nobody says it.
var clerksPart = regexp.MustCompile(`(?i)^` + lists.Any("clerks-part") + `[ .:]*$`)

// sittingDay is the day of a sitting on a line of its own.
var sittingDay = regexp.MustCompile(`(?i)^(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?(?:\d{1,2}(?:st|nd|rd|th)?,? (?:of )?\pL{3,9}|\pL{3,9} \d{1,2}(?:st|nd|rd|th)?),? \d{4}\.?$`)

// isFormula says whether a paragraph is a clerk's and no speaker's.
func isFormula(text string) bool {
	if countWords(text, formulaWords+1) > formulaWords {
		return false
	}
	return clock.MatchString(text) || sittingDay.MatchString(text) || bracketAside.MatchString(text) || formula.MatchString(text[len(stageOf.FindString(text)):])
}

// stageOf stands before a formula: "(Consideration of report) Motion agreed to."
var stageOf = regexp.MustCompile(`^\([^()]{5,120}\) `)

// isTally says whether a paragraph begins a printed vote, or ends the sitting.
func isTally(text string) bool {
	return tally.MatchString(text) || countWords(text, formulaWords+1) <= formulaWords && adjourned.MatchString(text)
}

// captionWords is the length of the longest title without a mark of one.
const captionWords = 14

// captions are the blocks of a record that title what follows although nothing in
// the format says so: short lines without an end, after the end of a speech and
// before the next label.
func captions(blocks []read.Block, isLabelled func(b *read.Block) bool) map[*read.Block]bool {
	found := map[*read.Block]bool{}
	listed := listedTitles(blocks, isLabelled)
	ahead := false // a label follows, with nothing but captions and formulas before it
	for i := len(blocks) - 1; i > 0; i-- {
		b := &blocks[i]
		switch {
		case b.Kind == read.Footnote:
		case isLabelled(b):
			ahead = true
		case ahead && (isCaption(b) || listed[b.Text] < i && listed[b.Text] > 0 || isSubtitle(b, &blocks[i-1]) || i+1 < len(blocks) && found[&blocks[i+1]] && isHalfTitle(b) || isNumberedTitle(b, &blocks[i-1])):
			found[b] = true
		case isHeading(b) || isClerks(b.Text) || isPageMatter(b.Text):
		default:
			ahead = false
		}
	}
	open := false // the words before have not ended
	for i := range blocks {
		b := &blocks[i]
		if b.Kind == read.Footnote {
			continue
		}
		if open && !clauseTitle.MatchString(b.Text) {
			delete(found, b)
		}
		open = !found[b] && b.Kind != read.Heading && !endsSpeech(b.Text) && !isClerks(b.Text) && !isOneAside(b.Text) && !isPageMatter(b.Text)
	}
	return found
}

// titleLeast is how many bytes the shortest title has that is known by its place on the
// cover.
const titleLeast = 24

// listedTitles are the lines before the first label: those of the contents title what comes
// later as well.
func listedTitles(blocks []read.Block, isLabelled func(b *read.Block) bool) map[string]int {
	listed := map[string]int{} // where each stands
	for i := range min(len(blocks), titleBlocks) {
		b := &blocks[i]
		if isLabelled(b) {
			break
		}
		if len(b.Text) >= titleLeast {
			listed[b.Text] = i
		}
	}
	return listed
}

// clauseTitle heads what a committee says of a part of a bill: "Clause 6 — Notes."
var clauseTitle = regexp.MustCompile(`^(?:Clause|Section|Schedule|Article|Regulation|Head|Subhead|Vote) (?:\d+[A-Z]?|[A-Z]|[IVX]+)\b(?: ?[-–—:]+ ?\p{Lu}| of | ordered| agreed| amended|$)[^:;?!]{0,80}$`)

// subtitleWords is the length of the longest line below a title that tells what becomes of
// the matter.
const subtitleWords = 28

// isSubtitle says whether a line stands below a title and is part of it: "Suite de la
// discussion d'un projet de loi dans le texte de la commission".
func isSubtitle(b, above *read.Block) bool {
	return b.Kind == read.Paragraph && unicode.IsUpper(firstRune(b.Text)) && !endsSentence(b.Text) && !strings.HasSuffix(b.Text, ",") &&
		countWords(b.Text, subtitleWords+1) <= subtitleWords && (isCaption(above) || isHeading(above)) && above.Text != b.Text
}

// isHalfTitle says whether a line is the first one of a title: "Review of Roads –".
func isHalfTitle(b *read.Block) bool {
	title := strings.TrimRight(b.Text, " –—-")
	return len(title) < len(b.Text) && isCaption(&read.Block{Text: title}) && hasCapitals(title) || isTitleCased(title) && len(title) < len(b.Text)
}

// isNumberedTitle says whether an item of a list is the title of a matter: another
// title stands above it.
func isNumberedTitle(b, above *read.Block) bool {
	return isNumbered(b) && isHeading(above) && describe.InCapitals(above.Text) && isCaption(&read.Block{Text: b.Text})
}

// shoutedTitle is how many words in capitals are a title even before a full stop.
const shoutedTitle = 4

// dashTitle is a title in capitals behind its number and a dash: "2. — CREDENTIALS."
var dashTitle = regexp.MustCompile(`^[—–] ?\P{Ll}{5,}$`)

// isSworn says whether an item names who takes the oath: "2. Ms Ada Brook".
func isSworn(b *read.Block) bool { return isNumbered(b) && isNameAlone(b.Text) }

func isDashTitle(b *read.Block) bool { return isNumbered(b) && dashTitle.MatchString(b.Text) }

// closingThanks is how speakers end, in a print that has lost the full stop.
var closingThanks = regexp.MustCompile(`(?i)^(?:i )?(?:thank you|many thanks|merci|gracias|muchas gracias|obrigad[oa]|grazie|danke)(?:,? \pL+){0,6}$`)

// isShoutedCaption says whether a block is a title for its capitals: "- LECTURA DEL ACTA."
func isShoutedCaption(b *read.Block) bool {
	if b.Kind == read.Paragraph {
		return len(b.Text) < labelLimit && describe.InCapitals(b.Text) && countWords(b.Text, shoutedTitle) == shoutedTitle
	}
	if b.Kind == read.Item {
		return describe.InCapitals(inBrackets.ReplaceAllString(b.Text, "")) && countWords(b.Text, captionWords) > 1 && countWords(b.Text, shoutedWords+1) <= shoutedWords
	}
	return false
}

// isApplauded says whether a note stands behind the last words of a speech: "Dziękuję.
// (Oklaski)".
func isApplauded(text string) bool {
	if !strings.HasSuffix(text, ")") {
		return false
	}
	bare := strings.TrimRight(endAside.ReplaceAllString(text, ""), " ")
	return len(bare) < len(text) && endsSentence(bare)
}

// inBrackets is what stands in parentheses.
var inBrackets = regexp.MustCompile(`\([^()]*\)`)

// isCaption says whether a block may be a title, by its length and how it is written.
func isCaption(b *read.Block) bool {
	if isSworn(b) || isDashTitle(b) || isShoutedCaption(b) {
		return true
	}
	switch {
	case b.Kind == read.Item && isNumbered(b) && countWords(b.Text, shoutedWords+1) <= shoutedWords: // an item of the agenda
	case b.Kind != read.Paragraph || countWords(b.Text, captionWords+1) > captionWords:
		return false
	}
	if clauseTitle.MatchString(b.Text) {
		return true
	}
	text := strings.TrimSuffix(b.Text, " .")
	if closingThanks.MatchString(b.Text) || isApplauded(text) {
		return false // the last words of a speech
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, "*"))
	last, _ := utf8.DecodeLastRuneInString(text)
	return !endsSentence(text) && (unicode.IsUpper(first) || unicode.IsDigit(first) || unicode.Is(unicode.Han, first) && len(text) < labelLimit || isCaseless(first) && isNumbered(b)) && (unicode.IsLetter(last) || unicode.IsDigit(last) || strings.ContainsRune(")’”\"", last))
}
