// Package describe reads what a report says of itself: its title, series, kind,
// date, place, organisers, symbol and language.
//
// In: a read.Document. Out: a corpus.Report without sections and interventions,
// which package segment finds.
//
// Almost everything is on the cover: the lines above the running text. What is
// not there is looked for in the file's own metadata and in the first paragraphs.
package describe

import (
	"briefsearch/corpus"
	"briefsearch/indexer/read"
)

// Report describes a document. A field about which the document says nothing is
// empty; Organisers is never nil.
func Report(doc *read.Document) *corpus.Report {
	c := newCover(doc)
	kind := c.kind()
	series := c.series(kind)
	when := c.date(kind)
	return &corpus.Report{
		Title:      c.title(kind, series),
		Series:     series,
		Symbol:     c.symbol(),
		Kind:       kind,
		Date:       when.date,
		Place:      c.place(when),
		Organisers: c.organisers(kind, series),
		Language:   DocumentLanguage(doc),
		Pages:      doc.Pages,
		OCR:        doc.OCR,
	}
}
