package read

import (
	"context"
	"encoding/xml"
	"strconv"

	"briefsearch/indexer/read/block"
)

// odtWriter makes blocks of the body of a document.
type odtWriter struct {
	ctx      context.Context
	doc      *Document
	styles   *odtStyles
	reader   *odtStyleReader // of the styles that stand before the body
	counters map[string]*[listLevels]int
	limit    Limits
	page     int
	text     int64

	b       block.Builder
	inside  int // paragraphs within one another: a frame may hold some
	para    odtParagraph
	spans   []string // styles of the spans that are open
	raised  bool
	lists   []string // styles of the lists that are open
	item    bool     // the next paragraph is the first of a list's item
	cells   int      // nesting of table cells
	citing  bool
	note    *odtNote
	waiting []Block // footnotes of the paragraph that is being read
}

type odtParagraph struct {
	style   string
	heading int
	marker  string
}

// odtNote is a footnote while it is read, and what it stands in.
type odtNote struct {
	marker string
	outer  odtWriter
}

func (w *odtWriter) open(e xml.StartElement) {
	w.inside++
	if w.inside > 1 || w.note != nil || w.cells > 1 {
		w.b.Space()
		return
	}
	w.para = odtParagraph{style: attribute(e, "style-name")}
	if e.Name.Local == "h" {
		w.para.heading = 1
		if n, err := strconv.Atoi(attribute(e, "outline-level")); err == nil && n > 1 && n < 10 {
			w.para.heading = n
		}
	}
	if s := w.styles.styles[w.para.style]; s != nil && s.breaks && len(w.doc.Blocks) > 0 {
		w.turn()
	}
	if w.item && len(w.lists) > 0 && w.cells == 0 {
		w.para.marker = w.nextMarker()
		w.item = false
	}
	w.b.Page(w.page)
	w.restyle()
}

// restyle tells the Builder the style of the text that follows.
func (w *odtWriter) restyle() {
	bold, italic := w.styles.look(w.para.style, false, false)
	w.raised = false
	for _, s := range w.spans {
		bold, italic = w.styles.look(s, bold, italic)
		w.styles.walk(s, func(st *odtStyle) bool {
			w.raised = w.raised || st.raised
			return w.raised
		})
	}
	w.b.Style(bold, italic)
}

func (w *odtWriter) close() {
	if w.inside = max(w.inside-1, 0); w.inside > 0 || w.note != nil {
		w.b.Space()
		return
	}
	if w.cells > 0 {
		w.b.Space()
		return
	}
	kind, level := Paragraph, 0
	switch {
	case w.para.heading > 0:
		kind, level = Heading, w.para.heading
	case w.para.marker != "":
		kind, level = Item, w.depth()
	case plainMarker.Match(w.b.Tail()):
		kind = Item
	}
	w.finish(kind, level, w.para.marker)
}

func (w *odtWriter) finish(kind BlockKind, level int, marker string) {
	if kind == Heading {
		marker = ""
	}
	if out, ok := w.b.Finish(kind, level, marker); ok {
		if kind == Item && marker == "" {
			takeMarker(&out)
		}
		w.doc.Blocks = append(w.doc.Blocks, out)
	}
	w.doc.Blocks = append(w.doc.Blocks, w.waiting...)
	w.waiting = nil
}

func (w *odtWriter) turn() {
	if w.page < w.limit.Pages {
		w.page++
		w.b.Page(w.page)
	}
}

// openList opens a list; one within another is in its style when it names none. A
// list that does not go on from an earlier one counts anew.
func (w *odtWriter) openList(e xml.StartElement) {
	style := attribute(e, "style-name")
	if n := len(w.lists); style == "" && n > 0 {
		style = w.lists[n-1]
	}
	w.lists = append(w.lists, style)
	if attribute(e, "continue-numbering") != "true" && attribute(e, "continue-list") == "" {
		w.counter()[w.depth()] = 0
	}
}

func (w *odtWriter) depth() int { return min(len(w.lists), listLevels) - 1 }

func (w *odtWriter) counter() *[listLevels]int {
	style := w.lists[len(w.lists)-1]
	c := w.counters[style]
	if c == nil {
		c = &[listLevels]int{}
		w.counters[style] = c
	}
	return c
}

func (w *odtWriter) nextMarker() string {
	levels := w.styles.lists[w.lists[len(w.lists)-1]]
	if levels == nil {
		return ""
	}
	at, c := w.depth(), w.counter()
	n := c[at]
	c[at]++
	for deeper := at + 1; deeper < listLevels; deeper++ {
		c[deeper] = 0
	}
	return levels[at].marker(n)
}

// openNote sets the paragraph aside and reads the note within it.
func (w *odtWriter) openNote() {
	if w.note != nil {
		return
	}
	w.note = &odtNote{outer: *w}
	w.b, w.spans, w.lists, w.cells, w.inside = block.Builder{}, nil, nil, 0, 0
	w.para = odtParagraph{}
	w.b.Page(w.page)
}

func (w *odtWriter) closeNote() {
	if w.note == nil {
		return
	}
	note := w.note
	out, ok := w.b.Finish(Footnote, 0, note.marker)
	doc, page, text, counters := w.doc, w.page, w.text, w.counters
	*w = note.outer
	w.doc, w.page, w.text, w.counters = doc, page, text, counters
	if ok {
		w.waiting = append(w.waiting, out)
	}
}
