package read

import (
	"bytes"
	"context"
	"errors"
	"strconv"
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/read/block"
	"briefsearch/indexer/read/word97"
)

// DOC reads the documents of Word 97 to 2003. Package word97 takes them apart.
func DOC() Reader { return doc97{} }

type doc97 struct{}

func (doc97) Name() string { return "doc" }

// Sniff looks for a compound file that has the stream of a Word document.
func (doc97) Sniff(f File) bool {
	const stream = "W\x00o\x00r\x00d\x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t\x00"
	return bytes.HasPrefix(f.Content, []byte("\xd0\xcf\x11\xe0")) && bytes.Contains(f.Content, []byte(stream))
}

func (doc97) Read(ctx context.Context, f File, lim Limits) (*Document, error) {
	lim = lim.orDefault()
	parsed, err := word97.Parse(f.Content, lim.Text)
	switch {
	case errors.Is(err, word97.ErrEncrypted):
		return nil, fault(corpus.Encrypted, f, "Open it with its password, save a copy without one, and add the copy.", err)
	case errors.Is(err, word97.ErrOlder), errors.Is(err, word97.ErrNotWord):
		return nil, fault(corpus.Unsupported, f, "Save it as Word (.docx) or PDF and add that file.", err)
	case err != nil:
		return nil, corrupt(f, err)
	}
	w := &docWriter{doc: &Document{}, page: 1, limit: lim, lists: parsed.Lists, used: make(map[int]bool), numbering: docNumbering(parsed.Lists)}
	for i := range parsed.Paragraphs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		w.paragraph(&parsed.Paragraphs[i])
	}
	for i := range parsed.Footnotes {
		w.footnote(&parsed.Footnotes[i], i+1)
	}
	w.doc.Pages = w.page
	if len(w.doc.Blocks) == 0 {
		return nil, fault(corpus.Empty, f, "Open it and see whether it shows any text.", errors.New("there is no text in it"))
	}
	partLines(w.doc)
	return w.doc, nil
}

// docNumbering are the lists of a document as those of its successor are counted. Those of
// one definition share what they have counted.
func docNumbering(lists map[int]*word97.List) *docxNumbering {
	n := &docxNumbering{lists: map[string]string{}, levels: map[string]*[listLevels]docxLevel{}, counters: map[string]*[listLevels]int{}}
	shared := make(map[int]*[listLevels]int)
	for id, list := range lists {
		name := strconv.Itoa(id)
		if shared[list.Counts] == nil {
			shared[list.Counts] = &[listLevels]int{}
		}
		n.lists[name], n.levels[name], n.counters[name] = name, &[listLevels]docxLevel{}, shared[list.Counts]
		for i, l := range list.Levels {
			n.levels[name][i] = docxLevel{format: l.Format, text: l.Text, start: l.Start}
		}
	}
	return n
}

// docWriter makes blocks of paragraphs.
type docWriter struct {
	doc       *Document
	lists     map[int]*word97.List
	used      map[int]bool // lists
	numbering *docxNumbering
	limit     Limits
	page      int
	b         block.Builder
	row       bool // cells have been written that no row has ended yet
}

func (w *docWriter) paragraph(p *word97.Paragraph) {
	w.b.Page(w.page)
	w.runs(p.Runs)
	switch {
	case p.Row:
		w.finish(Row, 0, "")
		w.row = false
	case p.Cell:
		w.b.Cell()
		w.row = true
	case w.row:
		w.b.Space() // a paragraph within a cell
	case p.Heading > 0:
		w.finish(Heading, p.Heading, "")
	case p.List > 0:
		w.listed(p)
	default:
		w.finish(Paragraph, 0, "")
	}
	w.page = min(w.page+p.Breaks, w.limit.Pages)
}

// listed ends a paragraph of a list. It is none of it where it has no mark.
func (w *docWriter) listed(p *word97.Paragraph) {
	list := w.lists[p.List]
	if w.b.Len() == 0 || list == nil || p.Level >= listLevels {
		w.finish(Paragraph, 0, "")
		return
	}
	id := strconv.Itoa(p.List)
	if list.Restarts[p.Level] && !w.used[p.List] {
		w.numbering.counters[id][p.Level] = 0
	}
	w.used[p.List] = true
	if marker := w.numbering.marker(docxNumbered{id: id, level: p.Level}); marker != "" {
		w.finish(Item, p.Level, marker)
		return
	}
	w.finish(Paragraph, 0, "")
}

func (w *docWriter) footnote(p *word97.Paragraph, number int) {
	w.b.Page(w.page)
	w.runs(p.Runs)
	w.finish(Footnote, 0, strconv.Itoa(number))
}

func (w *docWriter) runs(runs []word97.Run) {
	for _, r := range runs {
		if r.Raised && superscriptMark.MatchString(r.Text) && w.b.Len() > 0 {
			continue
		}
		w.b.Style(r.Bold, r.Italic)
		for i, line := range strings.Split(r.Text, "\n") {
			if i > 0 {
				w.b.Line(w.page)
			}
			w.b.Text(line)
		}
	}
	w.b.Style(false, false)
}

// finish ends a block.
func (w *docWriter) finish(kind BlockKind, level int, marker string) {
	if out, ok := w.b.Finish(kind, level, marker); ok {
		itemise(&out)
		w.doc.Blocks = append(w.doc.Blocks, out)
	}
}
