package segment

import (
	"strings"

	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
)

// contact recognises the lines by which a publisher can be reached, and what only
// a publisher says of a report.
var contact = regexp.MustCompile(`(?i)` + lists.Any("contact"))

// reach are weaker signs of an address, which count only beside a stronger one or
// in a short line.
var reach = regexp.MustCompile(`(?i)` + lists.Any("reach"))

// imprint is the index of the first block of the report's end matter: the address
// block and imprint after its last sentence. It is len(blocks) when there is none.
// What stands above a contact line belongs to it as long as it is no sentence.
func imprint(blocks []read.Block) int {
	if end := addresses(blocks); end < len(blocks) {
		return end
	}
	for i := len(blocks) - 1; i > 0; i-- {
		if isHeading(&blocks[i]) && annex.MatchString(blocks[i].Text) {
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
		short := !isProse(b) && countWords(b.Text, headingWords) < headingWords
		switch {
		case isContact(b.Text):
			first = i
		case first < len(blocks) && short && b.Kind == read.Paragraph && !isHeading(b):
			first = i // the name and the street above the telephone number
		case short && isPageMatter(b.Text):
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
		return countWords(text, 80) < 80
	}
	return reach.MatchString(text) && countWords(text, proseWords) < proseWords
}

// isPageMatter says whether a line is a page number or a rule and no word.
func isPageMatter(text string) bool {
	return len(strings.Trim(text, " -–—_*•·.0123456789/")) == 0 || pageLine.MatchString(text) || symbol.MatchString(datedHead.ReplaceAllString(text, ""))
}

// datedHead is the date that the head of a page has beside the symbol of the document.
var datedHead = regexp.MustCompile(`\s+\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$`)

var pageLine = regexp.MustCompile(`(?i)^[\[(]? ?(?:page|p[áa]g(?:ina)?\.?|seite|s\.|p\.|strona|str\.|стр\.?|σελ(?:ίδα)?\.?|sayfa|sivu|side|sida) ?(?:\d{1,5}|[ivxlc]{1,7}) ?[\])]?:?$|^page \d{1,4} of \d{1,4}\b.{0,100}$|^link to this: individually\b.{0,60}$`)

// published opens the paragraph of a cover in which a publisher speaks.
var published = regexp.MustCompile(`(?i)^(?:imprint|disclaimer|pie de imprenta|nota editorial|aviso|mention de l['’][ée]diteur|mentions l[ée]gales|note de l['’][ée]diteur|avertissement|editor['’]?s['’]? note|publisher['’]?s['’]? note)\b`)

func isPublishers(b *read.Block) bool {
	return published.MatchString(b.Text) || contact.MatchString(b.Text) && countWords(b.Text, 80) < 80
}

// endMatter is where the end matter begins inside the last paragraph of a report:
// the byte of the printed line at which an address follows a whole sentence, in
// formats whose reader could not tell the two apart. It is len(b.Text) when all
// of the paragraph belongs to the report.
func endMatter(b *read.Block) int {
	end := len(b.Text)
	for i := len(b.Lines) - 1; i > 0; i-- {
		start := b.Lines[i].Start
		if start >= end || start <= 0 {
			continue
		}
		rest := b.Text[start:]
		if countWords(rest, 60) >= 60 {
			break
		}
		if endsSentence(strings.TrimRight(b.Text[:start], " ")) && contact.MatchString(rest) && addressed(rest) {
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
