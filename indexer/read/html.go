package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/gabriel-vasile/mimetype"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"briefsearch/corpus"
	"briefsearch/indexer/read/block"
)

// HTML reads web pages. What is there to find one's way (menus, headers and feet
// of the site) is left out.
func HTML() Reader { return webPage{} }

type webPage struct{}

func (webPage) Name() string { return "html" }

func (webPage) Sniff(f File) bool {
	head := f.Content[:min(len(f.Content), sniffed)]
	if mimetype.Detect(head).Is("text/html") {
		return true
	}
	low := bytes.ToLower(head[:min(len(head), 4096)])
	return bytes.HasPrefix(bytes.TrimLeft(low, " \t\r\n"), []byte("<")) && (bytes.Contains(low, []byte("<html")) || bytes.Contains(low, []byte("<!doctype html")))
}

func (webPage) Read(ctx context.Context, f File, lim Limits) (*Document, error) {
	lim = lim.orDefault()
	rd, err := charset.NewReader(bytes.NewReader(f.Content), "text/html")
	if err != nil {
		return nil, corrupt(f, err)
	}
	// The tokenizer, unlike the parser, has no depth that a page could exhaust.
	w := &htmlWriter{doc: &Document{Pages: 1}, z: html.NewTokenizer(io.LimitReader(rd, 4*lim.Text))}
	w.z.SetMaxBuf(1 << 24)
	for n := 0; ; n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if !w.next() {
			break
		}
	}
	if err := w.z.Err(); !errors.Is(err, io.EOF) {
		return nil, corrupt(f, fmt.Errorf("html: %w", err))
	}
	w.flush()
	if len(w.doc.Blocks) == 0 {
		return nil, fault(corpus.Empty, f, "Open it in a browser and see whether it shows any text.", errors.New("there is no text in it"))
	}
	return w.doc, nil
}

type htmlWriter struct {
	doc        *Document
	z          *html.Tokenizer
	b          block.Builder
	kind       BlockKind
	level      int
	marker     string
	bold, ital int
	skip       int  // nesting of elements that are left out
	title      bool // within <title>
	sup        bool
	lists      []int // for each list that is open, the number of its last item; -1 without numbers
	cell       bool  // the row has a cell already
}

// next reads one token; false at the end.
func (w *htmlWriter) next() bool {
	switch w.z.Next() {
	case html.ErrorToken:
		return false
	case html.TextToken:
		w.text(string(w.z.Text()))
	case html.StartTagToken, html.SelfClosingTagToken:
		name, _ := w.z.TagName()
		w.start(atom.Lookup(name))
	case html.EndTagToken:
		name, _ := w.z.TagName()
		w.end(atom.Lookup(name))
	case html.CommentToken, html.DoctypeToken:
	}
	return true
}

func (w *htmlWriter) text(s string) {
	s = html.UnescapeString(s)
	switch {
	case w.title:
		w.doc.Title = strings.TrimSpace(w.doc.Title + " " + oneLine(s))
	case w.skip > 0:
	case w.sup && superscriptMark.MatchString(s) && w.b.Len() > 0:
	default:
		w.b.Style(w.bold > 0, w.ital > 0)
		w.b.Text(s)
	}
}

// leftOut says whether an element holds no text of the report.
func leftOut(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Nav, atom.Noscript, atom.Template, atom.Svg, atom.Select, atom.Button, atom.Iframe, atom.Head:
		return true
	}
	return false
}

func headingLevel(a atom.Atom) int {
	switch a {
	case atom.H1:
		return 1
	case atom.H2:
		return 2
	case atom.H3:
		return 3
	case atom.H4:
		return 4
	case atom.H5:
		return 5
	case atom.H6:
		return 6
	}
	return 0
}

func breaksBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Footer, atom.Aside, atom.Blockquote, atom.Pre, atom.Table,
		atom.Tr, atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd, atom.Hr, atom.Body, atom.Figure, atom.Figcaption, atom.Address, atom.Form:
		return true
	}
	return headingLevel(a) > 0
}

func (w *htmlWriter) start(a atom.Atom) {
	if a == atom.Html {
		w.language()
		return
	}
	if a == atom.Body {
		w.skip, w.title = 0, false // whatever the head left open
	}
	if leftOut(a) {
		w.skip++
		return
	}
	if a == atom.Title {
		w.title = true
	}
	if breaksBlock(a) {
		if w.kind == Row && a != atom.Tr && a != atom.Table {
			w.b.Space()
			return
		}
		w.flush()
	}
	if level := headingLevel(a); level > 0 {
		w.kind, w.level = Heading, level
	}
	switch a {
	case atom.Ul:
		w.lists = append(w.lists, -1)
	case atom.Ol:
		w.lists = append(w.lists, 0)
	case atom.Li:
		w.item()
	case atom.Tr:
		w.kind, w.cell = Row, false
	case atom.Td, atom.Th:
		if w.cell {
			w.b.Cell()
		}
		w.cell = true
	case atom.Br:
		w.b.Space()
	case atom.Sup:
		w.sup = true
	default:
		w.style(a, 1)
	}
}

func (w *htmlWriter) language() {
	for {
		key, value, more := w.z.TagAttr()
		if string(key) == "lang" {
			w.doc.Language = oneLine(string(value))
		}
		if !more {
			return
		}
	}
}

func (w *htmlWriter) item() {
	w.kind, w.marker = Item, "•"
	if n := len(w.lists); n > 0 {
		w.level = n - 1
		if w.lists[n-1] >= 0 {
			w.lists[n-1]++
			w.marker = fmt.Sprintf("%d.", w.lists[n-1])
		}
	}
}

func (w *htmlWriter) style(a atom.Atom, by int) {
	switch a {
	case atom.B, atom.Strong:
		w.bold = max(w.bold+by, 0)
	case atom.I, atom.Em:
		w.ital = max(w.ital+by, 0)
	}
}

func (w *htmlWriter) end(a atom.Atom) {
	switch {
	case leftOut(a):
		w.skip = max(w.skip-1, 0)
	case a == atom.Title:
		w.title = false
	case a == atom.Sup:
		w.sup = false
	case a == atom.Ul, a == atom.Ol:
		w.flush()
		w.lists = w.lists[:max(len(w.lists)-1, 0)]
	case w.kind == Row && a != atom.Tr && a != atom.Table:
		w.style(a, -1) // paragraphs within a cell do not end the row
	case breaksBlock(a):
		w.flush()
	default:
		w.style(a, -1)
	}
}

// flush ends the block that is being written.
func (w *htmlWriter) flush() {
	if w.kind == Row && w.cell && w.b.Len() == 0 {
		w.cell = false
	}
	w.b.Page(1)
	if out, ok := w.b.Finish(w.kind, w.level, w.marker); ok {
		if out.Kind == Paragraph && plainMarker.MatchString(out.Text) {
			out.Kind = Item
			takeMarker(&out)
		}
		w.doc.Blocks = append(w.doc.Blocks, out)
	}
	w.kind, w.level, w.marker = Paragraph, 0, ""
}
