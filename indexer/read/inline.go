package read

import (
	"html"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"briefsearch/indexer/read/block"
)

// inline writes the text of one Markdown block: emphasis becomes style, a link
// its words, a superscript footnote mark nothing.
type inline struct {
	parser parser.Parser
}

func newInline() *inline {
	return &inline{parser: parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1)),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
	)}
}

// longestInline bounds what is given to the Markdown parser at once, whose time is
// not linear in brackets; a longer block is taken as it is.
const longestInline = 1 << 16

func (in *inline) write(b *block.Builder, s string) {
	if strings.HasPrefix(s, "|") {
		in.writeRow(b, s)
		return
	}
	if !strings.ContainsAny(s, "*_`[<\\&!") || len(s) > longestInline {
		b.Text(s)
		return
	}
	src := []byte(strings.TrimSpace(s))
	root := in.parser.Parse(text.NewReader(src))
	w := &inlineWriter{b: b, src: src}
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		w.children(n)
		b.Space()
	}
	b.Text(strings.Join(w.sup, "")) // of a mark that was never closed
	b.Style(false, false)
}

func (in *inline) writeRow(b *block.Builder, s string) {
	s = strings.TrimSuffix(strings.TrimPrefix(s, "|"), "|")
	for i, cell := range strings.Split(strings.ReplaceAll(s, `\|`, "\x00"), "|") {
		if i > 0 {
			b.Cell()
		}
		in.write(b, strings.TrimSpace(strings.ReplaceAll(cell, "\x00", "¦")))
	}
}

type inlineWriter struct {
	b          *block.Builder
	src        []byte
	bold, ital int
	inSup      bool
	sup        []string
}

func (w *inlineWriter) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.node(c)
	}
}

func (w *inlineWriter) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		raw := n.Segment.Value(w.src)
		if !n.IsRaw() {
			raw = util.UnescapePunctuations(raw)
		}
		w.text(html.UnescapeString(string(raw)))
		if n.SoftLineBreak() || n.HardLineBreak() {
			w.b.Space()
		}
	case *ast.String:
		w.text(string(n.Value))
	case *ast.Emphasis:
		w.shift(n.Level, 1)
		w.children(n)
		w.shift(n.Level, -1)
	case *ast.AutoLink:
		w.text(string(n.Label(w.src)))
	case *ast.RawHTML:
		var tag strings.Builder
		for i := range n.Segments.Len() {
			seg := n.Segments.At(i)
			tag.Write(seg.Value(w.src))
		}
		w.tag(tag.String())
	default:
		w.children(n)
	}
}

func (w *inlineWriter) shift(level, by int) {
	if level >= 2 {
		w.bold += by
	} else {
		w.ital += by
	}
	w.b.Style(w.bold > 0, w.ital > 0)
}

func (w *inlineWriter) text(s string) {
	if w.inSup {
		w.sup = append(w.sup, s)
		return
	}
	w.b.Text(s)
}

// tag follows the few HTML tags that exports leave in. Any other is text: "<name>"
// is more often meant as printed.
func (w *inlineWriter) tag(tag string) {
	name := strings.ToLower(strings.Trim(strings.Fields(strings.Trim(tag, "<>") + " ")[0], "/ "))
	closing := strings.HasPrefix(tag, "</")
	by := 1
	if closing {
		by = -1
	}
	switch name {
	case "sup":
		w.superscript(closing)
	case "b", "strong":
		w.shift(2, by)
	case "i", "em":
		w.shift(1, by)
	case "br", "p", "div", "hr":
		w.b.Space()
	case "sub", "u", "span", "a", "small", "font", "center", "s", "del", "ins", "mark", "img":
	default:
		w.text(tag)
	}
}

var superscriptMark = regexp.MustCompile(`^\s*(?:\[?\d{1,3}\]?(?:\s*,\s*\d{1,3})*|[*†‡§]+|[a-z])\s*$`)

func (w *inlineWriter) superscript(closing bool) {
	if !closing {
		w.inSup = true
		return
	}
	w.inSup = false
	s := strings.Join(w.sup, "")
	w.sup = nil
	if !superscriptMark.MatchString(s) {
		w.b.Text(s)
	}
}
