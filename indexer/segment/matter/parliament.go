package matter

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// adjourned are the formulas with which the records of parliaments end a sitting.
// Nothing behind them is anybody's words until the next label.
var adjourned = regexp.MustCompile(`(?i)^` + grammar.Lists.Any("adjourned"))

// tally is a line of a printed vote: "AYES", "Noes 60".
var tally = regexp.MustCompile(`^\s*(?i:результаты голосования|проголосовало (?:за|против)|se emitieron \d|votes? exprimés? ?:)|^(?i:ayes|noes|contents?|not[ -]contents?|tellers?(?: for the (?:ayes|noes))?|yeas|nays|paired|pour|contre|abstentions?|abstencions?|abstained|absent)(?: ?[(–-]?\d+\)?)?$`)

// Clock is a time that a record prints in its margin or between two speeches, behind a sign that
// a converter may have lost.
var Clock = regexp.MustCompile(`^(?:• |(?i:kl)\. )?(?:[■\[(]|b |\{time\} *|\(cid:\d{1,3}\) )?(?:\d{1,2}(?:[.:]| ?h ?)\d{1,2}(?: ?[apAP]\.? ?[mM]\.?(?: [A-Z]{2,4})?| ?(?:hrs|hours|h|uur|Uhr|pg|ptg|pagi|petang|tgh|mlm)\.?)?|\d{1,2} ?(?:am|pm|noon|midnight)|\d{4}(?: hours)?)[\])]?[.–— †•-]*$`)

// formula is what a parliament's clerk writes between two speeches, in a line of its
// own: "Question put and agreed to.", "Bill read a Second time."
var formula = regexp.MustCompile(`^` + grammar.Lists.Any("formula"))

// BracketAside is an interruption in brackets, with the dots and stars that stand beside
// them: "… (Interruptions)".
var BracketAside = regexp.MustCompile(`^[^\pL\d()\[\]〔〕]{0,4}(?:[(\[〔][^()\[\]〔〕]{2,90}[)\]〕][….* ]*){1,3}$`)

// IsClerks says whether a paragraph among numbered ones is procedure and nobody's
// words.
func IsClerks(text string) bool {
	return grammar.CountWords(text, ClerksWords+1) <= ClerksWords &&
		(Procedure.MatchString(text) || withdrew.MatchString(text) || Decision.MatchString(text) || IsFormula(text) || IsTally(text))
}

// ClerksWords is how many words a note of the clerk has at most.
const ClerksWords = 30

// Decision tells what became of a part of a text that is before the meeting:
// "Paragraph 7, as amended, was adopted."
var Decision = regexp.MustCompile(`(?i)^` + grammar.Lists.Any("decision"))

// Procedure is what records print between speeches.
var Procedure = regexp.MustCompile(`(?i)^` + grammar.Lists.Any("procedure"))

// withdrew tells where delegations sit.
var withdrew = regexp.MustCompile(grammar.Lists.Any("withdrew"))

// IsOneAside says whether the bracket that opens a text is closed by its last byte
// and not before: "(Applause)", not "(a) … (b)".
func IsOneAside(text string) bool {
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

// ClerksPart heads what a parliament's clerk writes: nobody says it.
var ClerksPart = regexp.MustCompile(`(?i)^` + grammar.Lists.Any("clerks-part") + `[ .:]*$`)

// SittingDay is the day of a sitting on a line of its own.
var SittingDay = regexp.MustCompile(`(?i)^(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?(?:\d{1,2}(?:st|nd|rd|th)?,? (?:of )?\pL{3,9}|\pL{3,9} \d{1,2}(?:st|nd|rd|th)?),? \d{4}\.?$`)

// IsFormula says whether a paragraph is a clerk's and no speaker's.
func IsFormula(text string) bool {
	if grammar.CountWords(text, formulaWords+1) > formulaWords {
		return false
	}
	return Clock.MatchString(text) || SittingDay.MatchString(text) || BracketAside.MatchString(text) || formula.MatchString(text[len(stageOf.FindString(text)):])
}

// IsDecided says whether a sentence notes what was decided, as records print it between speeches,
// or the end of the meeting: "It was so decided."
func IsDecided(sentence string) bool {
	return strings.HasSuffix(sentence, ".") && grammar.CountWords(sentence, formulaWords+1) <= formulaWords && (Procedure.MatchString(sentence) || adjourned.MatchString(sentence))
}

// stageOf stands before a formula: "(Consideration of report) Motion agreed to."
var stageOf = regexp.MustCompile(`^(?:\([^()]{5,120}\)|\[[^\[\]]{5,120}\]|[–—-]) `)

// IsTally says whether a paragraph begins a printed vote, or ends the sitting.
func IsTally(text string) bool {
	return tally.MatchString(text) || grammar.CountWords(text, formulaWords+1) <= formulaWords && adjourned.MatchString(text)
}

// captionWords is the length of the longest title without a mark of one.
const captionWords = 14

// Captions are the blocks of a record that title what follows although nothing in
// the format says so: short lines without an end, after the end of a speech and
// before the next label.
func Captions(blocks []read.Block, isLabelled func(b *read.Block) bool) map[*read.Block]bool {
	found := map[*read.Block]bool{}
	listed := listedTitles(blocks, isLabelled)
	ahead := false // a label follows, with nothing but captions and formulas before it
	for i := len(blocks) - 1; i > 0; i-- {
		b := &blocks[i]
		switch {
		case b.Kind == read.Footnote:
		case isLabelled(b):
			ahead = true
		case ahead && (isTitleBelow(b, &blocks[i-1]) || isListed(b, listed, i) || i+1 < len(blocks) && found[&blocks[i+1]] && (isHalfTitle(b) || isTitleOf(b, &blocks[i+1])) || isStoppedTitle(b)):
			found[b] = true
		case IsHeading(b) || IsClerks(b.Text) || IsOfPage(b.Text):
		default:
			ahead = false
		}
	}
	dropOpen(blocks, found)
	return found
}

// dropOpen takes out what stands where the words before have not ended.
func dropOpen(blocks []read.Block, found map[*read.Block]bool) {
	open := false
	for i := range blocks {
		b := &blocks[i]
		if b.Kind == read.Footnote {
			continue
		}
		if open && !clauseTitle.MatchString(b.Text) || strings.HasPrefix(b.Text, "That ") && i > 0 && strings.HasSuffix(blocks[i-1].Text, ":") {
			delete(found, b) // also the motion that "I move:" announces
		}
		open = !found[b] && b.Kind != read.Heading && !EndsSpeech(b.Text) && !IsClerks(b.Text) && !IsOneAside(b.Text) && !IsOfPage(b.Text)
	}
}

// isTitleBelow says whether a block is a title by itself or by what stands above it.
func isTitleBelow(b, above *read.Block) bool {
	return IsCaption(b) || isSubtitle(b, above) || isNumberedTitle(b, above) || isPaper(b) || isSmallTitle(b, above) || b.Kind == read.Paragraph && AgendaTitle.MatchString(b.Text)
}

// smallWords is the length of the longest title in small letters.
const smallWords = 8

// countedMatter is the number of a matter between dashes, where the reader took the first for the
// mark of a list: "- 2 -".
var countedMatter = regexp.MustCompile(`^\d{1,3} ?[-–—]$`)

// isSmallTitle says whether a line is a title that lost its capitals with its style, below the
// number of its matter or the end of a speech ("moción de orden", "compensation des charges"), or
// the second line of one: "et de la Commission des lois".
func isSmallTitle(b, above *read.Block) bool {
	last, _ := utf8.DecodeLastRuneInString(b.Text)
	below := above.Kind == read.Item && countedMatter.MatchString(above.Text) || above.Kind == read.Paragraph && (EndsSpeech(above.Text) || IsCaption(above))
	return b.Kind == read.Paragraph && below && unicode.IsLower(grammar.FirstRune(b.Text)) && unicode.IsLetter(last) &&
		grammar.CountWords(b.Text, smallWords+1) <= smallWords
}

// titleLeast is how many bytes the shortest title has that is known by its place on the
// cover.
const titleLeast = 24

// listedTitles are the lines before the first label: those of the contents title what comes
// later as well.
func listedTitles(blocks []read.Block, isLabelled func(b *read.Block) bool) map[string]int {
	listed := map[string]int{} // where each stands
	for i := range min(len(blocks), TitleBlocks) {
		b := &blocks[i]
		if isLabelled(b) {
			break
		}
		if len(b.Text) >= titleLeast {
			listed[strings.TrimSuffix(b.Text, ".")] = i
		}
	}
	return listed
}

// isListed says whether such a line comes again, with a full stop or without.
func isListed(b *read.Block, listed map[string]int, i int) bool {
	at := listed[strings.TrimSuffix(b.Text, ".")]
	return 0 < at && at < i
}

// clauseTitle heads what a committee says of a part of a bill: "Clause 6 — Notes."
var clauseTitle = regexp.MustCompile(`^(?:Clause|Section|Schedule|Article|Regulation|Head|Subhead|Vote) (?:\d+[A-Z]?|[A-Z]|[IVX]+)\b(?: ?[-–—:]+ ?\p{Lu}| of | ordered| agreed| amended|$)[^:;?!]{0,80}$`)

// subtitleWords is the length of the longest line below a title that tells what becomes of
// the matter.
const subtitleWords = 28

// isSubtitle says whether a line stands below a title and is part of it: "Suite de la
// discussion d'un projet de loi dans le texte de la commission".
func isSubtitle(b, above *read.Block) bool {
	return b.Kind == read.Paragraph && unicode.IsUpper(grammar.FirstRune(b.Text)) && !grammar.EndsSentence(b.Text) && !strings.HasSuffix(b.Text, ",") &&
		grammar.CountWords(b.Text, subtitleWords+1) <= subtitleWords && (IsCaption(above) || IsHeading(above)) && above.Text != b.Text
}

// isHalfTitle says whether a line is the first one of a title: "Review of Roads –".
func isHalfTitle(b *read.Block) bool {
	title := strings.TrimRight(b.Text, " –—-")
	return len(title) < len(b.Text) && grammar.IsTitleCased(title)
}

// isTitleOf says whether a line is the title of the speech of whom the line below names, however long
// it is: "Honouring those who have kept the lamps for forty years", "Ms. Ada Brook".
func isTitleOf(b, below *read.Block) bool {
	return b.Kind == read.Paragraph && unicode.IsUpper(grammar.FirstRune(b.Text)) && !strings.ContainsAny(grammar.LastByte(b.Text), ".!?:;,") &&
		grammar.CountWords(b.Text, subtitleWords+1) <= subtitleWords && grammar.HasHonorific(below.Text) && grammar.IsNameAlone(below.Text)
}

// isNumberedTitle says whether an item of a list is the title of a matter, as in Turkey: "1. – The
// member's speech on roads."
func isNumberedTitle(b, above *read.Block) bool {
	return IsNumbered(b) && dashItem.MatchString(b.Text) && (!grammar.EndsSentence(b.Text) || describe.InCapitals(above.Text) && len(above.Text) < grammar.LabelLimit)
}

// dashItem begins a title behind its number.
var dashItem = regexp.MustCompile(`^[-–—] ?\p{Lu}`)

// paper is what a title begins with that says which paper is dealt with, and paperWords is how
// many words the longest one has.
var paper = regexp.MustCompile(`^` + grammar.Lists.Any("paper"))

const paperWords = 120

// isPaper says whether a line is such a title: no full stop ends it, however long it is.
func isPaper(b *read.Block) bool {
	return b.Kind == read.Paragraph && !grammar.EndsSentence(b.Text) && paper.MatchString(b.Text) && grammar.CountWords(b.Text, paperWords+1) <= paperWords
}

// shoutedTitle is how many words in capitals are a title even before a full stop.
const shoutedTitle = 4

// stoppedTitle is such a title of fewer words, where only titles are in capitals: "MOTION
// TO COMMIT."
var stoppedTitle = regexp.MustCompile(`^\p{Lu}[\p{Lu}’'-]{3,}(?: [\p{Lu}’'-]+){1,2}\.$`)

func isStoppedTitle(b *read.Block) bool {
	return b.Kind == read.Paragraph && stoppedTitle.MatchString(b.Text)
}

// closingThanks is how speakers end, in a print that has lost the full stop.
var closingThanks = regexp.MustCompile(`(?i)^(?:i )?(?:thank you|many thanks|merci|gracias|muchas gracias|obrigad[oa]|grazie|danke)(?:,? \pL+){0,6}$`)

// speaksForSelf begins what somebody says in a line that has no full stop or tells a time, as titles
// do: "We have no report yet", "Sospendo la seduta (ore 9,35)."
var speaksForSelf = regexp.MustCompile(`^` + grammar.Lists.Any("speaks-for-self") + ` \p{Ll}`)

// isShoutedCaption says whether a block is a title for its capitals: "- LECTURA DEL ACTA."
func isShoutedCaption(b *read.Block) bool {
	if b.Kind == read.Paragraph {
		return len(b.Text) < grammar.LabelLimit && describe.InCapitals(b.Text) && grammar.CountWords(b.Text, shoutedTitle) == shoutedTitle
	}
	if b.Kind == read.Item {
		return describe.InCapitals(stamped.ReplaceAllString(inBrackets.ReplaceAllString(b.Text, ""), "")) && grammar.CountWords(b.Text, captionWords) > 1 && grammar.CountWords(b.Text, ShoutedWords+1) <= ShoutedWords
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
	return len(bare) < len(text) && grammar.EndsSentence(bare)
}

// timed is the time at which a matter is taken up, behind its title: "(ore 9,41).", "[10:01:55]".
var timed = regexp.MustCompile(`(?:\[\d{1,2}:\d\d(?::\d\d)?\]|\((?:ore|kl\.|hora) \d{1,2}[,.:]\d\d\)\.?)$`)

// isTimed says whether a block is such a title, however long it is.
func isTimed(b *read.Block) bool {
	return b.Kind == read.Paragraph && unicode.IsUpper(grammar.FirstRune(b.Text)) && timed.MatchString(b.Text) && !speaksForSelf.MatchString(b.Text) && grammar.CountWords(b.Text, paperWords+1) <= paperWords
}

// hangulTitle is a part of a sitting in Korea, behind a small circle: "o 의사계장 보고".
var hangulTitle = regexp.MustCompile(`^[oO·] ?[\p{Hangul}\d][\p{Hangul}\d ]{1,30}(?:\([^()]{1,40}\))?$`)

// stamped is the time of day behind the title of what is taken up: "REPORTS 10:40 a.m."
var stamped = regexp.MustCompile(` \d{1,2}[:.]\d{2} ?[ap]\.?m\.?$`)

// inBrackets is what stands in parentheses.
var inBrackets = regexp.MustCompile(`\([^()]*\)`)

// IsCaption says whether a block may be a title, by its length and how it is written.
func IsCaption(b *read.Block) bool {
	if isShoutedCaption(b) || isTimed(b) || hangulTitle.MatchString(b.Text) {
		return true
	}
	switch {
	case b.Kind == read.Item && IsNumbered(b) && grammar.CountWords(b.Text, ShoutedWords+1) <= ShoutedWords: // an item of the agenda
	case b.Kind != read.Paragraph || grammar.CountWords(b.Text, captionWords+1) > captionWords:
		return false
	}
	if clauseTitle.MatchString(b.Text) {
		return true
	}
	text := strings.TrimSuffix(b.Text, " .")
	if closingThanks.MatchString(b.Text) || isApplauded(text) || speaksForSelf.MatchString(b.Text) {
		return false // the last words of a speech
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, "*"))
	last, _ := utf8.DecodeLastRuneInString(text)
	return !grammar.EndsSentence(text) && (unicode.IsUpper(first) || unicode.IsDigit(first) || (first == '《' || unicode.Is(unicode.Han, first)) && len(text) < grammar.LabelLimit || grammar.IsCaseless(first) && IsNumbered(b)) && (unicode.IsLetter(last) || unicode.IsDigit(last) || strings.ContainsRune(")）’”\"》", last))
}
