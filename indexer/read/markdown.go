package read

import (
	"context"
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/read/block"
)

// Markdown reads text that is marked up in Markdown, as exports and transcripts
// have it. Its lines are divided here, leniently: numbers stay as printed,
// indented lines are no code, and page breaks count. What stands within a line is
// goldmark's (inline.go).
func Markdown() Reader { return markdown{} }

type markdown struct{}

func (markdown) Name() string { return "markdown" }

func (markdown) Sniff(f File) bool {
	if !isText(f.Content) {
		return false
	}
	return looksMarkdown(decode(f.Content, sniffed))
}

func (markdown) Read(ctx context.Context, f File, lim Limits) (*Document, error) {
	lim = lim.orDefault()
	text := decode(f.Content, lim.Text)
	if strings.TrimSpace(text) == "" {
		return nil, fault(corpus.Empty, f, "Check that the file was copied whole.", errors.New("it holds nothing but white space"))
	}
	meta, text := cutFrontMatter(text)
	doc := newDocument(meta)
	pages := splitPages(closeSpans(markdownComment.ReplaceAllString(text, "")), lim.Pages)
	doc.Pages = len(pages)
	dropSymbols(pages)
	for i := range pages {
		pages[i] = hangNumbers(pages[i])
	}
	s := &markdownSplitter{}
	c := &composer{doc: doc, words: wordsOf(pages), write: newInline().write}
	for i, page := range pages {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		c.page(i+1, s.page(page))
	}
	return doc, c.flush(ctx)
}

// openSpan and closedSpan are emphasis that a converter set apart from the brackets or the colon
// beside it: "( *spoke in French* ) :".
var (
	openSpan   = regexp.MustCompile(`(\() ([*_]{1,3}[^\s*_])`)
	closedSpan = regexp.MustCompile(`([^\s*_\\][*_]{1,3}) ([):])`)
)

// spaced is what a text has where there are such spaces, which is soon seen.
var spaced = []string{"( *", "( _", "* )", "_ )", "* :", "_ :"}

// closeSpans closes up such spaces.
func closeSpans(text string) string {
	if !slices.ContainsFunc(spaced, func(s string) bool { return strings.Contains(text, s) }) {
		return text
	}
	return closedSpan.ReplaceAllString(openSpan.ReplaceAllString(text, "$1$2"), "$1$2")
}

var (
	markdownComment  = regexp.MustCompile(`(?s)<!--.*?-->`)
	markdownHeading  = regexp.MustCompile(`^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$`)
	markdownRule     = regexp.MustCompile(`^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$`)
	markdownUnder    = regexp.MustCompile(`^ {0,3}(?:=+|-+)[ \t]*$`)
	markdownFence    = regexp.MustCompile("^ {0,3}(?:```|~~~)")
	markdownQuote    = regexp.MustCompile(`^ {0,3}>[ \t]?`)
	markdownMarker   = regexp.MustCompile(`^(\s*)([-*+•‣▪◦–—]|\d{1,3}\\?[.)]|\\?\([a-zA-Z0-9]{1,4}\)|[a-z]\))\s+\S`)
	markdownDecimal  = regexp.MustCompile(`^(\s*)(\d{1,3}\.\d{1,3})[ \t]{2,}\p{Lu}`) // "115.2   Ratify", as a page had it
	markdownDivider  = regexp.MustCompile(`^\s*\|?[ \t:|-]*-[ \t:|-]*\|?\s*$`)
	markdownTarget   = regexp.MustCompile(`^ {0,3}\[[^\]\[^][^\]]*\]:[ \t]*<?[^\s<>]*(?:[/#@]|\.\w)[^\s<>]*>?(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^)]*\)))?[ \t]*$`) // where a link of another place leads
	markdownFootnote = regexp.MustCompile(`^\s*\[\^(\w{1,16})\]:\s*`)

	headingSign = regexp.MustCompile(`(?m)^#{1,6}[ \t]+\S`)
	boldSign    = regexp.MustCompile(`(?m)\*\*[\pL"“(][^*\n]{0,300}\*\*|__[\pL"“(][^_\n]{0,300}__`)
	escapeSign  = regexp.MustCompile(`(?m)^ {0,3}\d{1,4}\\[.)] |\pL\\[*_\[\]]|\\[*_\[][\pL(]`) // "22\. Peru", as converters write it
	linkSign    = regexp.MustCompile(`\[[^\]\n]{1,200}\]\((?:https?:|mailto:|#|/)[^)\s]*\)`)
)

// lightSign are marks that plain text may have by chance, but not below front matter.
var lightSign = regexp.MustCompile("(?m)(?:^|[\\s(])[*_]\\pL[^*_\\n]{0,200}[*_](?:[\\s.,;:!?)]|$)|^ {0,3}> |^ {0,3}(?:```|~~~)|`\\S[^`\\n]{0,80}`|<\\w+>|\\[\\^\\w+\\]")

// looksMarkdown asks for marks that plain text does not have by chance. Front matter alone
// tells little: below it, text that was set by hand stands, too.
func looksMarkdown(text string) bool {
	meta, rest := cutFrontMatter(text)
	headings := len(headingSign.FindAllStringIndex(rest, 3))
	bold := len(boldSign.FindAllStringIndex(rest, 3))
	links := len(linkSign.FindAllStringIndex(rest, 3))
	head := strings.TrimSpace(rest[:min(len(rest), opensWithin)])
	opens := strings.HasPrefix(head, "#") && headingSign.MatchString(head) || strings.HasPrefix(head, "**") && boldSign.MatchString(head)
	escapes := len(escapeSign.FindAllStringIndex(rest, 3))
	return headings >= 2 || bold >= 2 || links >= 2 || escapes >= 3 || opens || headings+bold+links >= 2 ||
		len(meta) > 0 && (headings+bold+links+escapes > 0 || lightSign.MatchString(rest))
}

// opensWithin is within how many bytes a sign that opens a text stands.
const opensWithin = 300

// page divides a page into its blocks.
func (s *markdownSplitter) page(lines []string) []piece {
	s.out, s.open = nil, false
	for _, line := range lines {
		s.line(countedItem.ReplaceAllString(markdownQuote.ReplaceAllString(line, ""), "$1$2"))
	}
	return s.out
}

// countedItem is an item that has a number besides its mark, as converters write it: "- 80.1. Keep
// the lamps".
var countedItem = regexp.MustCompile(`^(\s*)[-*+] +(\d{1,3}(?:\.\d{1,3}){0,2}\.\s)`)

type markdownSplitter struct {
	out  []piece
	open bool // the last piece takes further lines
	item int  // the number of the last item that has one
}

func (s *markdownSplitter) line(line string) {
	switch {
	case strings.TrimSpace(line) == "" || markdownFence.MatchString(line) || markdownTarget.MatchString(line):
		s.open = false
	case s.underline(line):
	case markdownRule.MatchString(line):
		s.add(piece{rule: true}, false)
	case s.marked(line) || s.begins(line):
	case s.open:
		p := &s.out[len(s.out)-1].parts[0]
		p.lines = append(p.lines, line)
	default:
		s.add(withLine(piece{kind: Paragraph}, strings.TrimLeft(line, " \t")), true)
	}
}

// marked takes a heading, a row of a table or a footnote.
func (s *markdownSplitter) marked(line string) bool {
	if m := markdownHeading.FindStringSubmatch(line); m != nil {
		s.add(withLine(piece{kind: Heading, level: len(m[1])}, m[2]), false)
		return true
	}
	if strings.HasPrefix(strings.TrimSpace(line), "|") {
		if !markdownDivider.MatchString(line) {
			s.add(withLine(piece{kind: Row}, strings.TrimSpace(line)), false)
		}
		return true
	}
	m := markdownFootnote.FindStringSubmatchIndex(line)
	if m != nil {
		s.add(withLine(piece{kind: Footnote, marker: line[m[2]:m[3]]}, line[m[1]:]), true)
	}
	return m != nil
}

// begins opens an item.
func (s *markdownSplitter) begins(line string) bool {
	m := markdownMarker.FindStringSubmatchIndex(line)
	if m == nil {
		m = markdownDecimal.FindStringSubmatchIndex(line)
	}
	if m == nil || !s.mayBegin(line[m[4]:m[5]]) && !s.goesUp(line, m[5]) {
		return false
	}
	marker := strings.ReplaceAll(line[m[4]:m[5]], `\`, "")
	if n := numberOf(marker); n > 0 {
		s.item = n
	}
	s.add(withLine(piece{kind: Item, level: indent(line) / 2, marker: marker}, strings.TrimLeft(line[m[5]:], " \t\u00a0")), true)
	return true
}

// underline makes a heading of the single line above "====" or "----".
func (s *markdownSplitter) underline(line string) bool {
	if !s.open || !markdownUnder.MatchString(line) || len(strings.TrimSpace(line)) < 2 {
		return false
	}
	last := &s.out[len(s.out)-1]
	if last.kind != Paragraph || len(last.parts[0].lines) != 1 || len(last.parts[0].lines[0]) > 200 || !underlines(line, last.parts[0].lines[0]) {
		return false
	}
	last.kind, last.level = Heading, 1
	if strings.Contains(line, "-") {
		last.level = 2
	}
	s.open = false
	return true
}

// mayBegin says whether a marker begins an item here. Within a paragraph only
// those do that do not stand at the head of a wrapped line by chance.
func (s *markdownSplitter) mayBegin(marker string) bool {
	if !s.open {
		return true
	}
	last := &s.out[len(s.out)-1]
	lines := last.parts[0].lines
	switch marker {
	case "-", "*", "+", "•", "‣", "▪", "◦":
		return true
	case "–", "—":
		return last.kind == Item
	}
	prev := strings.TrimSpace(lines[len(lines)-1])
	return last.kind == Item || marker == "1." || strings.HasSuffix(prev, ":") ||
		s.item > 0 && numberOf(marker) == s.item+1 && !block.Unfinished(prev) // behind one that goes on over the page
}

// goesUp says whether the marker that ends at a byte of a line has a higher number than the
// items before, and stands apart from its text as on a printed page.
func (s *markdownSplitter) goesUp(line string, end int) bool {
	return s.item > 0 && numberOf(strings.TrimSpace(line[:end])) > s.item && printedApart.MatchString(line)
}

// printedApart is the space before a number or behind it on a printed page.
var printedApart = regexp.MustCompile(`^(?: {5,}\d+\. +| *\d+\. {2,})\p{Lu}`)

// numberOf is the number in a marker, 0 where it has none.
func numberOf(marker string) int {
	n, _ := strconv.Atoi(strings.TrimRight(strings.ReplaceAll(marker, `\`, ""), ".)"))
	return n
}

func (s *markdownSplitter) add(p piece, open bool) {
	s.out = append(s.out, p)
	s.open = open
}

func withLine(p piece, line string) piece {
	p.parts = []part{{lines: []string{line}}}
	return p
}
