package segment

import (
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/matter"
)

// A document may hold several speeches, each below a title that says whose it is: the annexes
// of a letter on a meeting held by video, the statements that a conference has collected.

// leastCollected is how many speeches such a document has.
const leastCollected = 2

// speechHead begins the title of a speech in such a document.
var speechHead = regexp.MustCompile(`(?i)^` + grammar.Lists.Any("speech-head") + ` `)

// betweenHead is what stands between such a title and the speech: the language in which it was made.
var betweenHead = regexp.MustCompile(`(?i)^[\[(]` + grammar.Lists.Any("original-language") + ` ?:? ?[^\[\]()]{3,60}[\])]$|^` + grammar.Lists.Any("annex-word") + ` [IVXLC\d]{1,6}\.?$`)

// collected are the speakers of the speeches of a document, by the index of the block that
// titles each; nil where it has no two.
func (s statement) collected(doc *read.Document) map[int]corpus.Speaker {
	found := map[int]corpus.Speaker{}
	last := ""
	for i := range doc.Blocks {
		sp, ok := s.headed(&doc.Blocks[i])
		if ok && sp.Name != last && opensSpeech(doc.Blocks[i+1:]) {
			found[i], last = sp, sp.Name
		}
	}
	if len(found) < leastCollected {
		return nil
	}
	return found
}

// headed is the speaker whom a title names.
func (s statement) headed(b *read.Block) (corpus.Speaker, bool) {
	if b.Kind != read.Heading && b.Kind != read.Paragraph || !speechHead.MatchString(b.Text) || grammar.EndsSentence(b.Text) || grammar.CountWords(b.Text, coverWords+1) > coverWords {
		return corpus.Speaker{}, false
	}
	title := b.Text[len(speechHead.FindString(b.Text)):]
	sp := s.named([]string{title})
	if at := strings.LastIndex(title, ", "); sp.Name == "" && at > 0 {
		sp = s.named([]string{title[at+2:] + ", " + title[:at]}) // "the Special Coordinator for the Lamps, Ada Brook"
	}
	return sp, sp.Name != "" && (strings.Contains(sp.Name, " ") || sp.Country != "" || sp.Organisation != "" || sp.Role != "")
}

// opensSpeech says whether blocks begin with what somebody says in the first person.
func opensSpeech(blocks []read.Block) bool {
	for i := range blocks[:min(len(blocks), openingBlocks)] {
		b := &blocks[i]
		switch {
		case betweenHead.MatchString(b.Text) || matter.IsOfPage(b.Text):
		case speechHead.MatchString(b.Text):
			return false
		case grammar.Salutes(b.Text) || matter.IsProse(b) && grammar.InFirstPerson(b.Text):
			return true
		}
	}
	return false
}

// segmentAll makes a turn of each speech.
func (s statement) segmentAll(doc *read.Document, heads map[int]corpus.Speaker) Parts {
	b := newBuilder(doc)
	end := matter.Imprint(doc.Blocks)
	var next *corpus.Speaker
	for i := range doc.Blocks {
		block := &doc.Blocks[i]
		sp, isHead := heads[i]
		switch {
		case isHead:
			b.close()
			b.leave(whole(block))
			next = &sp
		case i >= end || block.Kind == read.Footnote || isDeliveryNote(block.Text) || betweenHead.MatchString(block.Text) || matter.IsOfPage(block.Text):
			b.leave(whole(block))
		case next != nil:
			b.open(*next, whole(block))
			next = nil
		default:
			b.add(whole(block))
		}
	}
	return b.done()
}
