package segment

import (
	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/segment/matter"
)

// prose is a report in which no speakers are found: sections and nothing else. It
// is what remains when no other layout fits, and invents nobody.
type prose struct{}

func (prose) Name() string { return "prose" }

// Score is the least of all that is not nothing.
func (prose) Score(*read.Document) float64 { return 0.1 }

// Segment makes a section of each heading with text. Text before the first
// heading has no title.
func (prose) Segment(doc *read.Document) Parts {
	b, titles, end := newBuilder(doc), describe.NewHeadings(doc), matter.Imprint(doc.Blocks)
	for i := range doc.Blocks {
		block := &doc.Blocks[i]
		switch {
		case block.Kind == read.Footnote || i >= end:
			b.leave(whole(block))
		case matter.IsHeading(block):
			b.openSection(titles.Title(block.Text), block.Page())
			b.leave(whole(block))
		default:
			if b.section == nil {
				b.openSection("", block.Page())
			}
			b.add(whole(block))
		}
	}
	return b.done()
}
