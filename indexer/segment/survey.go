package segment

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/label"
	"briefsearch/indexer/segment/learned"
	"briefsearch/indexer/segment/matter"
)

// sighting is a label and where it stands.
type sighting struct {
	label.Label
	block *read.Block
	from  int
	to    int          // of the next one within the block
	below []read.Block // those after it
}

// said is what follows a label that was sighted.
func (s sighting) said(l label.Label) string {
	if l.Alone && len(s.below) > 0 {
		return s.below[0].Text
	}
	return s.block.Text[s.from+l.End : max(s.to, s.from+l.End)]
}

// precedes says whether a label that was sighted leads to a block: it begins it, or stands above it.
func (s sighting) precedes(l label.Label, b *read.Block) bool {
	return s.from == 0 && s.block == b || l.Alone && len(s.below) > 0 && &s.below[0] == b
}

// shortSaid is the length in bytes of words that a greeting may have, or less.
const shortSaid = 60

// heard is what follows such a label, and the paragraphs below a greeting.
func (s sighting) heard(l label.Label) string {
	said := s.said(l)
	for i := 0; i < min(2, len(s.below)) && len(said) < shortSaid; i++ {
		said += " " + s.below[i].Text
	}
	return said
}

// survey is the labels of a document.
type survey struct {
	found []sighting     // of the blocks that are no items of a list
	seen  *learned.Heard // what they have in common
	prose int            // blocks that are running text
	first *read.Block    // the first of those
}

// surveys keeps the survey of one document for the layouts that share it: Pick asks
// them one after the other about the same sample.
type surveys struct {
	mu   sync.Mutex
	of   *read.Document
	made survey
}

// take is the survey of a document. The one that another layout has made is handed
// over, and not kept any longer.
func (s *surveys) take(doc *read.Document, l labelled) survey {
	s.mu.Lock()
	made, known := s.made, s.of == doc
	s.of, s.made = nil, survey{}
	s.mu.Unlock()
	if known {
		return made
	}
	made = l.survey(l.mendLabels(doc))
	s.mu.Lock()
	s.of, s.made = doc, made
	s.mu.Unlock()
	return made
}

// survey is what the labels of a document are. Records number their paragraphs.
func (l labelled) survey(doc *read.Document) survey {
	s := survey{seen: learned.New(doc, l.names)}
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if b.Kind == read.Footnote || b.Kind == read.Item && !matter.IsNumbered(b) && !isShoutedItem(b) && !isLabelItem(b) && !isDashedItem(b) && !isAbove(b, following(doc, i)) {
			continue
		}
		if matter.IsProse(b) && b.Kind != read.Item {
			s.prose++
			s.first = cmp.Or(s.first, b)
		}
		s.found = append(s.found, l.hear(doc, i, s.seen)...)
	}
	for _, o := range s.seen.Forms.Learn(doc) {
		if o.Unknown {
			s.found = append(s.found, sighting{block: o.Block, from: o.From, to: len(o.Block.Text)})
		}
	}
	return s
}

// isShoutedItem says whether an item begins with words in capitals and a colon: "- DR. BROOK: …".
func isShoutedItem(b *read.Block) bool {
	head, _, found := strings.Cut(corpus.Head(b.Text, grammar.LabelLimit), ": ")
	return found && strings.Contains(head, " ") && describe.InCapitals(head)
}

// isDashedItem says whether an item behind a dash begins with an office or a name that has an article:
// "- El C. Presidente: …".
func isDashedItem(b *read.Block) bool {
	head, _, found := strings.Cut(corpus.Head(b.Text, grammar.LabelLimit), ": ")
	return found && strings.ContainsAny(b.Marker, "-–—") && grammar.Article.MatchString(head) && grammar.HasCapitals(head)
}

// isLabelItem says whether an item may be a label on a line of its own, behind a dash.
func isLabelItem(b *read.Block) bool {
	return len(b.Text) < grammar.LabelLimit && strings.HasSuffix(strings.TrimRight(b.Text, "-–— "), ":")
}

// isAbove says whether an item of a list stands as a line above a paragraph, as speakers do where a
// page on the web lists what has been said.
func isAbove(b, next *read.Block) bool {
	return next != nil && next.Kind == read.Paragraph && len(b.Text) <= runningLimit && !strings.ContainsAny(grammar.LastByte(b.Text), ".!?;:,")
}

// listen hears every label of a document.
func (l labelled) listen(doc *read.Document) *learned.Heard {
	seen := learned.New(doc, l.names)
	for i := range doc.Blocks {
		l.hear(doc, i, seen)
	}
	seen.Forms.Learn(doc)
	return seen
}

// hear hears what stands in one block, and is the labels of the grammar there.
func (l labelled) hear(doc *read.Document, i int, seen *learned.Heard) []sighting {
	var found []sighting
	b := &doc.Blocks[i]
	if isChapter(doc, i, seen) {
		s := l.at(b, 0)
		seen.Chapters[b] = s.Alone || s.Style == label.None
	}
	seen.Forms.SeeKey(doc, i)
	inside := seen.Inside(b, l.names)
	for _, from := range starts(b, inside) {
		s := l.at(b, from)
		seen.Forms.See(doc, i, from, s)
		if seen.Hear(s); s.Style != label.None {
			sighted := sighting{Label: s, block: b, from: from, to: nextOf(inside, from, len(b.Text)), below: doc.Blocks[i+1:]}
			seen.HearRaised(s, sighted.said(s))
			found = append(found, sighted)
		}
	}
	return found
}

// isChapter says whether a line with a time may be a chapter of a recording: another follows, or it is
// the last of some that do.
func isChapter(doc *read.Document, i int, seen *learned.Heard) bool {
	text := doc.Blocks[i].Text
	if text == "" || !strings.ContainsAny(text[:1], "0123456789[(") || grammar.EndsSentence(text) {
		return false
	}
	time := label.StampLead.FindString(text)
	if next := following(doc, i); time == "" || next != nil && label.StampLead.MatchString(next.Text) {
		return time != ""
	}
	return i > 1 && seen.Chapters[&doc.Blocks[i-1]] && seen.Chapters[&doc.Blocks[i-2]] && time > label.StampLead.FindString(doc.Blocks[i-1].Text)
}

func following(doc *read.Document, i int) *read.Block {
	if i+1 < len(doc.Blocks) {
		return &doc.Blocks[i+1]
	}
	return nil
}

// nextOf is the first of some bytes in their order that is behind another, or the end.
func nextOf(sorted []int, from, end int) int {
	if i, _ := slices.BinarySearch(sorted, from+1); i < len(sorted) {
		return sorted[i]
	}
	return end
}
