package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gabriel-vasile/mimetype"
	"golang.org/x/net/html"
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
	if rest := behindComments(head); len(rest) < len(head) && !bytes.HasPrefix(rest, []byte("<")) {
		return false // Markdown may have comments, too
	}
	if mimetype.Detect(head).Is("text/html") {
		return true
	}
	low := bytes.ToLower(head[:min(len(head), 4096)])
	if bytes.HasPrefix(bytes.TrimLeft(low, " \t\r\n"), []byte("<")) && (bytes.Contains(low, []byte("<html")) || bytes.Contains(low, []byte("<!doctype html"))) {
		return true
	}
	return isFragment(low)
}

// fragmentLeast is how many paragraphs show a part of a web page, and fragmentShare one in how many lines
// may be none.
const fragmentLeast, fragmentShare = 5, 4

// isFragment says whether a text is a part of a web page that was cut out without its head: most lines
// are paragraphs. Markdown has few such lines.
func isFragment(text []byte) bool {
	paragraphs, others := 0, 0
	for line := range bytes.Lines(text) {
		switch line = bytes.TrimSpace(line); {
		case bytes.HasPrefix(line, []byte("<p")) && bytes.HasSuffix(line, []byte("</p>")):
			paragraphs++
		case len(line) > 0:
			others++
		}
	}
	return paragraphs >= fragmentLeast && others*fragmentShare <= paragraphs
}

// behindComments is what follows the comments that a page begins with.
func behindComments(page []byte) []byte {
	for {
		rest, ok := bytes.CutPrefix(bytes.TrimSpace(page), []byte("<!--"))
		if !ok {
			return page
		}
		_, rest, ok = bytes.Cut(rest, []byte("-->"))
		if !ok {
			return page
		}
		page = bytes.TrimSpace(rest)
	}
}

func (webPage) Read(ctx context.Context, f File, lim Limits) (*Document, error) {
	lim = lim.orDefault()
	page, err := inUTF8(f.Content, 4*lim.Text)
	if err != nil {
		return nil, corrupt(f, err)
	}
	if text, title := preformatted(page); text != "" {
		return byLines(ctx, f, lim, text, title)
	}
	// The tokenizer, unlike the parser, has no depth that a page could exhaust.
	w := &htmlWriter{doc: &Document{Pages: 1}, z: html.NewTokenizer(bytes.NewReader(page))}
	if err := eachTag(ctx, w.z, w.next); err != nil {
		return nil, corrupt(f, fmt.Errorf("html: %w", err))
	}
	w.flush()
	if len(w.doc.Blocks) == 0 {
		return nil, fault(corpus.Empty, f, "Open it in a browser and see whether it shows any text.", errors.New("there is no text in it"))
	}
	if isSetInLines(w.doc) {
		return byLines(ctx, f, lim, linesOf(page), w.doc.Title)
	}
	partLines(w.doc)
	return w.doc, nil
}

// eachTag calls next for the tokens of a page, or of a file of XML, until there is none.
func eachTag(ctx context.Context, z *html.Tokenizer, next func() bool) error {
	z.SetMaxBuf(1 << 24)
	for n := 0; next(); n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
	}
	if err := z.Err(); !errors.Is(err, io.EOF) {
		return err
	}
	return nil
}

// byLines reads the text of a page whose lines are set by hand.
func byLines(ctx context.Context, f File, lim Limits, text, title string) (*Document, error) {
	doc, err := plainText{}.Read(ctx, File{Name: f.Name, Content: []byte(text)}, lim)
	if err == nil {
		doc.Title = title
	}
	return doc, err
}

// inUTF8 is a page in UTF-8. What it says of its encoding is asked only where its bytes
// do not tell: pages that name none, or name it as XML does, are mostly in UTF-8.
func inUTF8(page []byte, limit int64) ([]byte, error) {
	if page = bytes.TrimPrefix(page, []byte("\ufeff")); utf8.Valid(page) && !bytes.ContainsRune(page, '\x1b') {
		return page[:min(int64(len(page)), limit)], nil
	}
	enc, name, certain := charset.DetermineEncoding(page, "text/html")
	if !certain && name == "windows-1252" { // which is said of every page that says nothing
		enc = olderEncoding(page[:min(len(page), sniffed)])
	}
	return io.ReadAll(io.LimitReader(enc.NewDecoder().Reader(bytes.NewReader(page)), limit))
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
	hidden     int  // nesting within an element that the page does not show
	title      bool // within <title>
	sup        bool
	lists      []htmlList // that are open
	cell       bool       // the row has a cell already
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
		w.start(string(name))
	case html.EndTagToken:
		name, _ := w.z.TagName()
		w.end(string(name))
	case html.CommentToken, html.DoctypeToken:
	}
	return true
}

func (w *htmlWriter) text(s string) {
	s = html.UnescapeString(s)
	switch {
	case w.title:
		w.doc.Title = strings.TrimSpace(w.doc.Title + " " + oneLine(s))
	case w.skip > 0, w.hidden > 0:
	case w.sup && superscriptMark.MatchString(s) && w.b.Len() > 0:
	default:
		w.b.Page(1)
		w.b.Style(w.bold > 0, w.ital > 0)
		w.b.Text(s)
	}
}

// leftOut are the elements that hold no text of the report.
var leftOut = setOf("script style nav noscript template svg select button iframe head")

// breaksBlock are the elements that begin and end a block, besides headings.
var breaksBlock = setOf("p div section article main header footer aside blockquote pre table tr ul ol li dl dt dd hr body figure figcaption address form")

func setOf(names string) map[string]bool {
	set := map[string]bool{}
	for name := range strings.FieldsSeq(names) {
		set[name] = true
	}
	return set
}

// headingLevel is the level of an element from h1 to h6, 0 of any other.
func headingLevel(name string) int {
	if len(name) == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' {
		return int(name[1] - '0')
	}
	return 0
}

func (w *htmlWriter) start(name string) {
	switch {
	case name == "html":
		w.language()
		return
	case name == "body":
		w.skip, w.title = 0, false // whatever the head left open
	case leftOut[name]:
		w.skip++
		return
	case name == "span" && (w.hidden > 0 || w.isHidden()):
		w.hidden++
		return
	}
	level := headingLevel(name)
	if breaksBlock[name] || level > 0 {
		if w.kind == Row && name != "tr" && name != "table" {
			w.b.Space() // a paragraph within a cell
			return
		}
		if name != "p" && name != "div" || w.kind != Item || w.b.Len() > 0 { // else it opens an item
			w.flush()
		}
	}
	if level > 0 {
		w.kind, w.level = Heading, level
	}
	w.open(name)
}

func (w *htmlWriter) open(name string) {
	switch name {
	case "title":
		w.title = true
	case "ul":
		w.lists = append(w.lists, htmlList{})
	case "ol":
		w.list()
	case "li":
		w.item()
	case "tr":
		w.kind, w.cell = Row, false
	case "td", "th":
		if w.cell {
			w.b.Cell()
		}
		w.cell = true
	case "br":
		w.b.Line(1)
	case "sup":
		w.sup = true
	default:
		w.style(name, 1)
	}
}

// undisplayed is the style of what a page does not show: marks of the program that made it.
var undisplayed = regexp.MustCompile(`display:\s*none`)

// isHidden says whether the element that has just begun is not shown.
func (w *htmlWriter) isHidden() bool {
	for key, value := range w.attributes() {
		if key == "style" {
			return undisplayed.MatchString(value)
		}
	}
	return false
}

func (w *htmlWriter) language() {
	for key, value := range w.attributes() {
		if key == "lang" {
			w.doc.Language = oneLine(value)
		}
	}
}

// attributes are those of the element that has just begun. They can be read once.
func (w *htmlWriter) attributes() iter.Seq2[string, string] {
	return func(yield func(key, value string) bool) {
		for {
			key, value, more := w.z.TagAttr()
			if len(key) > 0 && !yield(string(key), string(value)) || !more {
				return
			}
		}
	}
}

// htmlList is a list that is open.
type htmlList struct {
	format string // in which its items are counted, as Word names it; "" without numbers
	last   int    // number of its last item
}

// htmlFormats are the types of lists, as Word names them.
var htmlFormats = map[string]string{"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}

// list opens a list with numbers.
func (w *htmlWriter) list() {
	l := htmlList{format: "decimal"}
	for key, value := range w.attributes() {
		switch n, err := strconv.Atoi(value); {
		case key == "start" && err == nil && n > 0:
			l.last = n - 1
		case key == "type" && htmlFormats[value] != "":
			l.format = htmlFormats[value]
		}
	}
	w.lists = append(w.lists, l)
}

// item opens an item.
func (w *htmlWriter) item() {
	w.kind, w.marker = Item, "•"
	n := len(w.lists)
	if n == 0 {
		return
	}
	w.level = n - 1
	l := &w.lists[n-1]
	if l.format == "" {
		return
	}
	l.last++
	for key, value := range w.attributes() {
		if n, err := strconv.Atoi(value); key == "value" && err == nil && n > 0 {
			l.last = n
		}
	}
	w.marker = countIn(l.format, l.last) + "."
}

func (w *htmlWriter) style(name string, by int) {
	switch name {
	case "b", "strong":
		w.bold = max(w.bold+by, 0)
	case "i", "em":
		w.ital = max(w.ital+by, 0)
	}
}

func (w *htmlWriter) end(name string) {
	switch {
	case name == "span":
		w.hidden = max(w.hidden-1, 0)
	case leftOut[name]:
		w.skip = max(w.skip-1, 0)
	case name == "title":
		w.title = false
	case name == "sup":
		w.sup = false
	case name == "ul", name == "ol":
		w.flush()
		w.lists = w.lists[:max(len(w.lists)-1, 0)]
	case w.kind == Row && name != "tr" && name != "table":
		w.style(name, -1)
	case breaksBlock[name], headingLevel(name) > 0:
		w.flush()
	default:
		w.style(name, -1)
	}
}

// flush ends the block that is being written.
func (w *htmlWriter) flush() {
	if w.kind == Row && w.cell && w.b.Len() == 0 {
		w.cell = false
	}
	w.b.Page(1)
	if out, ok := w.b.Finish(w.kind, w.level, w.marker); ok {
		itemise(&out)
		w.doc.Blocks = append(w.doc.Blocks, out)
	}
	w.kind, w.level, w.marker = Paragraph, 0, ""
}
