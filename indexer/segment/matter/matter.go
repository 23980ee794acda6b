package matter

import (
	"strings"

	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// contact recognises the lines by which a publisher can be reached, and what only
// a publisher says of a report.
var contact = regexp.MustCompile(`(?i)` + grammar.Lists.Any("contact"))

// reach are weaker signs of an address, which count only beside a stronger one or
// in a short line.
var reach = regexp.MustCompile(`(?i)` + grammar.Lists.Any("reach"))

// Imprint is the index of the first block of the report's end matter: the address
// block and imprint after its last sentence. It is len(blocks) when there is none.
// What stands above a contact line belongs to it as long as it is no sentence.
func Imprint(blocks []read.Block) int {
	if end := addresses(blocks); end < len(blocks) {
		return end
	}
	for i := len(blocks) - 1; i > 0; i-- {
		if IsHeading(&blocks[i]) && annex.MatchString(blocks[i].Text) {
			if end := addresses(blocks[:i]); end < i {
				return end // what a publisher adds behind its address
			}
		}
	}
	return len(blocks)
}

var annex = regexp.MustCompile(`(?i)^(?:annex|appendix|anexo|annexe|ap[ée]ndice)\b`)

// addresses is the index of the first block of the addresses that end a report.
func addresses(blocks []read.Block) int {
	first := len(blocks)
	for i := len(blocks) - 1; i >= 0; i-- {
		b := &blocks[i]
		if b.Kind == read.Footnote || b.Text == "" {
			continue
		}
		short := !IsProse(b) && grammar.CountWords(b.Text, grammar.HeadingWords) < grammar.HeadingWords
		switch {
		case isContact(b.Text):
			first = i
		case first < len(blocks) && short && b.Kind == read.Paragraph && !IsHeading(b) && !grammar.EndsSentence(b.Text):
			first = i // the name and the street above the telephone number
		case short && IsOfPage(b.Text):
		default:
			return first
		}
	}
	return len(blocks) // nothing but addresses: the report is one
}

// isContact says whether a paragraph is there to tell how the publisher is
// reached. A sentence of a speech may name an address, so weak signs count in
// short paragraphs only.
func isContact(text string) bool {
	if contact.MatchString(text) {
		return grammar.CountWords(text, 80) < 80
	}
	return reach.MatchString(text) && grammar.CountWords(text, proseWords) < proseWords
}

// IsOfPage says whether a line is a page number, a rule or a letter in whose place a font has an
// ornament, and no word.
func IsOfPage(text string) bool {
	return len(text) == 1 && text[0] >= 'a' || len(strings.Trim(text, " -–—_*•·.0123456789/")) == 0 || PageLine.MatchString(text) || jobNumber.MatchString(text) || symbol.MatchString(besideSymbol.ReplaceAllString(text, ""))
}

// besideSymbol is what the head of a page has beside the symbol of the document: the date, or the number of the page.
var besideSymbol = regexp.MustCompile(`\s+(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)$|^(?:\d{1,2}/\d{1,2}/\d{4}|\d{1,3})\s+|\s+\d{1,3}$`)

// jobNumber are the printer's marks on a page, and its number beside them: "GE.25-02819 3", "VerDate
// Nov 24 2008 09:30 …".
var jobNumber = regexp.MustCompile(`^VerDate \pL{3} \d|^\pL+ on [A-Z0-9]{6,20}PROD with |^(?:\d{1,3}(?:/\d{1,3})?\s+)?(?:[A-Z]{2,4} # ?\d{1,4}|(?:[A-Z]{1,2}\.)?\d\d-\d{5}(?: ?\([A-Z]\))?|\*\d{6,8}\*)(?:\s.{0,12})?$`)

// PageLine is a line that a page has for itself, whatever the report is about.
var PageLine = regexp.MustCompile(`(?i)^[\[(]? ?(?:page|p[áa]g(?:ina)?\.?|seite|s\.|p\.|strona|str\.|стр\.?|σελ(?:ίδα)?\.?|sayfa|sivu|side|sida) ?(?:\d{1,5}|[ivxlc]{1,7}) ?[\])]?:?$|^page \d{1,4} of \d{1,4}\b.{0,100}$|^link to this: individually\b.{0,60}$|^` + grammar.Lists.Any("share") + `$`)

// published opens the paragraph of a cover in which a publisher speaks.
var published = regexp.MustCompile(`(?i)^` + grammar.Lists.Any("published") + `\b`)

// IsPublishers says whether a block tells who has published the report, or where to write.
func IsPublishers(b *read.Block) bool {
	return published.MatchString(b.Text) || contact.MatchString(b.Text) && grammar.CountWords(b.Text, 80) < 80
}

// End is where the end matter begins inside the last paragraph of a report:
// the byte of the printed line at which an address follows a whole sentence, in
// formats whose reader could not tell the two apart. It is len(b.Text) when all
// of the paragraph belongs to the report.
func End(b *read.Block) int {
	end := len(b.Text)
	for i := len(b.Lines) - 1; i > 0; i-- {
		start := b.Lines[i].Start
		if start >= end || start <= 0 {
			continue
		}
		rest := b.Text[start:]
		if grammar.CountWords(rest, 60) >= 60 {
			break
		}
		if grammar.EndsSentence(strings.TrimRight(b.Text[:start], " ")) && contact.MatchString(rest) && addressed(rest) {
			return start
		}
	}
	return end
}

// addressed says whether what follows the last sentence looks like an address
// from its first words on.
func addressed(rest string) bool {
	lead, _, _ := strings.Cut(rest, ". ")
	return contact.MatchString(lead) || reach.MatchString(lead)
}

// IsRecordsMark says whether a text has the form of a label and tells who presides, or of
// what a record is the translation.
func IsRecordsMark(text string) bool {
	return translated.MatchString(text) || PresidedFrom.MatchString(text)
}

// translated stands before what was said in another language.
var translated = regexp.MustCompile(`^(?i:translation|interpretation|traduction|interprétation|traducción|interpretación|original) ?:`)

// PresidedFrom is the line of a cover that names who presides, with the State.
var PresidedFrom = regexp.MustCompile(`^(?:(?:Acting |Temporary |Vice-|Co-)?(?:[Pp]resident[ea]?|PRESIDENT|[Cc]hair(?:man|person|woman)?|Président|Présidente)|Председатель|主席|الرئيسة?) ?[:：](?:.{2,200}[(（]([^()（）]{2,60})[)）]| ?(?:г-н|г-жа|M[rs]s?\.|Sra?\.|M\.|Mme|السيدة?) (?:[^.:]|\b\pL\.){2,40}| ?[\p{Han}·]{1,16}(?:先生|女士))\.?$`)

// PresidedWithin is that line in a text that has lost its paragraphs: another begins behind it.
var PresidedWithin = regexp.MustCompile(`^(?:Acting |Temporary |Vice-|Co-)?(?:President[ea]?|Chair(?:man|person|woman)?|Président|Présidente) ?: (?:M[rs]|Mrs|Miss|Dr|M|Mme|Sra?)\.? [^.:()]{2,60}\([^()]{2,60}\) \p{Lu}`)

// AgendaTitle is the title of an item of the agenda of an assembly, in small letters and without an
// end: "Adoption of the agenda", "Agenda item 8 (continued)".
var AgendaTitle = regexp.MustCompile(`^` + grammar.Lists.Any("agenda-title") + `(?: [^.:?!]{0,220}[^.:?!;, ])?$`)

// Joins are words that a title does not end in.
var Joins = grammar.Lists.Set("joins")

// ByLetter is the number of a question with a letter: "Q. 7 ", "T2. [66881] ".
const ByLetter = `[QT]\.? ?` + number

// number is that of a question, with the one of the order paper.
const number = `\d{1,4}[.)]? (?:\[\d{4,7}\] )?`

// QuestionNumber stands before a question that is put: "12. ", "Q. 7 ", "*IV. ", "T2. [66881] ".
var QuestionNumber = regexp.MustCompile(`^(?:\*[IVXLC]{1,7}\. |` + ByLetter + `|(?:No\. ?)?` + number + `|\((?:No\.? ?)?\p{Lu}{0,2}/?\d{1,5}\) )`)

// SpeechNumber counts the speeches of a day before each label: "Anf. 12".
var SpeechNumber = regexp.MustCompile(`^Anf\.? ?\d{1,4} `)

// IsPageNumber says whether a line is the number of a page.
func IsPageNumber(text string) bool {
	digits := strings.Trim(text, "[]-–— ")
	return digits != "" && len(digits) <= 5 && strings.Trim(digits, "0123456789") == ""
}

// Dated is a line of a cover that has a year: it tells when, and perhaps where, and
// goes on with nothing.
var Dated = regexp.MustCompile(`\b(?:19|20)\d\d\b`)
