package matter

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// IsNumbered says whether a block has a number for its mark.
func IsNumbered(b *read.Block) bool {
	return b.Marker != "" && b.Marker[0] >= '0' && b.Marker[0] <= '9'
}

// EndsSpeech says whether a speech may end in a text: a sentence does, or it was cut short.
func EndsSpeech(text string) bool {
	text = strings.TrimRight(text, " ")
	if strings.HasSuffix(text, "]") && unicode.IsUpper(grammar.FirstRune(text[strings.LastIndexByte(text, '[')+1:])) {
		return true // "… for all of us [Laughter]"
	}
	if strings.HasSuffix(text, ")") || strings.HasSuffix(text, "]") {
		aside := endAside.FindString(text[max(0, len(text)-asideLimit):])
		text = strings.TrimRight(text[:len(text)-len(aside)], " ")
	}
	if address.MatchString(text) {
		return false // "thank you, Mr."
	}
	last, size := utf8.DecodeLastRuneInString(text)
	if speck, ok := strings.CutSuffix(text[:len(text)-size], " "); ok && unicode.IsLetter(last) && grammar.EndsSentence(speck) {
		return true // recognition has taken a speck for a letter
	}
	return text == "" || grammar.EndsSentence(text) || strings.ContainsRune("-—–\"”〕", last) // cut short, or a text that was read out
}

// address is a form of address that a line divides from the name behind it.
var address = regexp.MustCompile(`(?:^|[ (\[])(?:M[Rr]s?|M[Ss]|D[Rr]|Hon|Sra?|Prof)\.$`)

// noteTail is how many bytes a note in parentheses has at most before a label that stands in it.
const noteTail = 320

// InNote says whether a text ends within a note in parentheses or brackets, in which others may call something:
// "(Applause. — Ms. Brook: Hear, hear! —".
func InNote(text string) bool {
	text = corpus.Tail(text, noteTail)
	return strings.LastIndexByte(text, '(') > strings.LastIndexByte(text, ')') || strings.LastIndexByte(text, '[') > strings.LastIndexByte(text, ']')
}

// endAside is an interruption after the last words of a speech: "[Laughter]".
var endAside = regexp.MustCompile(`[(\[][^()\[\]]{2,40}[)\]]$`)

// asideLimit is the length in bytes of such an interruption.
const asideLimit = 48

// TitleBlocks is how far into a record its cover can reach.
const TitleBlocks = 40

// OnCover says whether a line of the cover is such a title.
func OnCover(doc *read.Document, title *regexp.Regexp) bool {
	return title.MatchString(doc.Title) ||
		slices.ContainsFunc(doc.Blocks[:min(len(doc.Blocks), TitleBlocks)], func(b read.Block) bool { return title.MatchString(b.Text) })
}
