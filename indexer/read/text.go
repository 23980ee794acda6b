package read

import (
	"context"
	"errors"
	"strings"

	"github.com/gabriel-vasile/mimetype"

	"briefsearch/corpus"
)

// Text reads plain text in UTF-8, UTF-16 and Windows-1252. Nothing in it is
// markup: asterisks, underscores and numbers stay as they are.
func Text() Reader { return plainText{} }

type plainText struct{}

func (plainText) Name() string { return "text" }

func (plainText) Sniff(f File) bool { return isText(f.Content) }

func (plainText) Read(ctx context.Context, f File, lim Limits) (*Document, error) {
	lim = lim.orDefault()
	text := decode(f.Content, lim.Text)
	if strings.TrimSpace(text) == "" {
		return nil, fault(corpus.Empty, f, "Check that the file was copied whole.", errors.New("it holds nothing but white space"))
	}
	meta, text := cutFrontMatter(text)
	doc := newDocument(meta)
	pages := splitPages(uncount(text), lim.Pages)
	if strings.Contains(text, "\f") {
		dropRunning(pages)
	}
	doc.Pages = len(pages)
	c := &composer{doc: doc, words: wordsOf(pages), write: writePlain}
	for i := range pages {
		pages[i] = inColumns(pages[i])
	}
	width := wrapWidth(pages)
	for i, page := range pages {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		c.page(i+1, plainPieces(page, width))
	}
	return doc, c.flush(ctx)
}

// isText says whether a file is text that is meant to be read by people. The
// first bytes of a text in a Windows or UTF-16 encoding say little to a detector
// of formats, so only its firm opinions count.
func isText(content []byte) bool {
	if encodingOf(content) == nil {
		return false
	}
	for m := mimetype.Detect(content); m != nil; m = m.Parent() {
		switch m.String() {
		case "text/rtf", "text/xml", "text/html", "application/json", "application/postscript", "application/pdf", "message/rfc822",
			"text/calendar", "text/vcard", "application/x-ndjson", "image/svg+xml":
			return false
		}
	}
	return true
}

// splitPages divides a text at its page breaks. A text that has form feeds says
// itself where they are; in any other, three or more blank lines between two
// lines of text are one.
func splitPages(text string, limit int) [][]string {
	var pages [][]string
	if strings.Contains(strings.TrimRight(text, "\f\n\t "), "\f") {
		for page := range strings.SplitSeq(strings.TrimRight(text, "\f\n\t "), "\f") {
			pages = append(pages, strings.Split(page, "\n"))
		}
		return pages[:min(len(pages), limit)]
	}
	var page []string
	blanks := 0
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\f", ""), "\n") {
		if strings.TrimSpace(line) == "" {
			blanks++
			page = append(page, "")
			continue
		}
		if blanks >= 3 && len(page) > blanks {
			pages = append(pages, page)
			page = nil
		}
		blanks = 0
		page = append(page, line)
	}
	pages = append(pages, page)
	return pages[:min(len(pages), limit)]
}

func newDocument(meta map[string]string) *Document {
	doc := &Document{Title: meta["title"], Language: meta["language"]}
	if doc.Language == "" {
		doc.Language = meta["lang"]
	}
	delete(meta, "title")
	delete(meta, "language")
	delete(meta, "lang")
	if len(meta) > 0 {
		doc.Meta = meta
	}
	return doc
}
