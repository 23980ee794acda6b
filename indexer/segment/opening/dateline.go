package opening

import (
	"strings"
	"unicode/utf8"

	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
)

// dateline is the place and the day with which a paragraph of news begins: "ACCRA, 3 May 2016 – ",
// "10-11 September, Accra (Harbour News) -- ", "ACCRA, Ghana (Harbour News, 8 May, 2016) ".
var dateline = regexp.MustCompile(`^(?:\p{Lu}[\pL'’.-]*|\d{1,2}(?:-\d{1,2})? \pL{3,10}\.?)(?:,? (?:\p{Lu}[\pL'’.]*|\d{1,4}(?:-\d{1,2}){0,2}(?: (?:de )?\pL{3,10})?|del?|le|el|\([^()]{2,50}\))){0,9}(?:,? ?(?:\.-|-\.|[–—.:]|--?)| \([^()]{2,50}\b(?:19|20)\d\d\)) `)

// Undated is a paragraph without its dateline, and how many bytes that takes. What ends in a full stop
// or a colon is one only where it ends in a year.
func Undated(b *read.Block) (*read.Block, int) {
	line := dateline.FindString(b.Text)
	head := strings.TrimRight(line, ".:–—- ")
	last, _ := utf8.DecodeLastRuneInString(head)
	if !strings.ContainsAny(line, "0123456789") || strings.ContainsAny(line[len(head):], ".:") && (last < '0' || last > '9' || !strings.Contains(line, " ")) {
		return b, 0
	}
	return &read.Block{Kind: b.Kind, Text: b.Text[len(line):]}, len(line)
}
