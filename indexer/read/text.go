package read

import (
	"context"
	"errors"
	"regexp"
	"slices"
	"strings"
	"unicode"

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
	meta, text := cutFrontMatter(untagged(unembed(text)))
	doc := newDocument(meta)
	pages := splitPages(uncount(atWideGaps(unfill(text))), lim.Pages)
	if strings.Contains(text, "\f") {
		dropRunning(pages)
	} else {
		dropSymbols(pages)
		dropMarks(pages)
	}
	doc.Pages = len(pages)
	c := &composer{doc: doc, words: wordsOf(pages), write: writePlain}
	for i := range pages {
		pages[i] = inColumns(hangNumbers(pages[i]))
	}
	width := wrapWidth(pages)
	closeUp(pages, width)
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
	for m := mimetype.Detect(behindComments(content)); m != nil; m = m.Parent() {
		switch formatOf(m) {
		case "text/rtf", "text/xml", "text/html", "application/json", "application/postscript", "application/pdf", "message/rfc822",
			"text/calendar", "text/vcard", "application/x-ndjson", "image/svg+xml":
			return false
		}
	}
	return true
}

// splitPages divides a text at its page breaks. A text that has form feeds says
// itself where they are; in any other, three or more blank lines between two
// lines of text are one, unless that would make pages of a few lines.
func splitPages(text string, limit int) [][]string {
	var pages [][]string
	text = withoutBars(text)
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
	if areGaps(pages) {
		return [][]string{slices.Concat(pages...)}
	}
	return pages[:min(len(pages), limit)]
}

// tornCell is a cell of a table that stands on a line of its own with the bar behind it, as
// extractors of web pages leave them: "Bulgaria |", and the empty one "|".
var tornCell = regexp.MustCompile(`^([^|]*[^|\s])? ?\|[ \t]*$`)

// withoutBars is a text without the bars of torn cells, where it has several: the few between
// two empty ones stand on a line.
func withoutBars(text string) string {
	const several, row = 4, 3
	if strings.Count(text, "|\n") < several {
		return text
	}
	var out, cells []string
	torn := 0
	flush := func() {
		if len(cells) > 0 && len(cells) <= row {
			cells = []string{strings.Join(cells, " ")}
		}
		out = append(append(out, cells...), "")
		cells = nil
	}
	for line := range strings.SplitSeq(text, "\n") {
		m := tornCell.FindStringSubmatch(line)
		switch {
		case m == nil && len(cells) == 0:
			out = append(out, line)
			continue
		case m == nil:
			flush()
			out = append(out, line)
			continue
		case m[1] != "":
			cells = append(cells, m[1])
		default:
			flush()
		}
		torn++
	}
	if torn < several {
		return text
	}
	flush()
	return strings.Join(out, "\n")
}

// areGaps says whether the blank lines that would part pages stand between paragraphs, as in
// texts of the web that keep an empty one between two: pages have more lines.
func areGaps(pages [][]string) bool {
	const many, few = 4, 3
	lines := 0
	for _, page := range pages {
		for _, line := range page {
			lines += min(len(strings.TrimSpace(line)), 1)
		}
	}
	return len(pages) > many && lines < few*len(pages)
}

// embedded is a stretch that runs the other way than its line, as programs that turn pages
// to text mark it: in Arabic every number and full stop.
var embedded = regexp.MustCompile("[\u202a\u202b]([^\u202a-\u202e\n]*)\u202c")

// unembed takes the marks away and puts the spaces of a stretch where they are read: what
// is printed on its left stands behind it.
func unembed(text string) string {
	if !strings.ContainsAny(text, "\u202a\u202b\u202c") {
		return text
	}
	return unmarked.Replace(embedded.ReplaceAllStringFunc(text, func(s string) string {
		s = strings.TrimSpace(unmarked.Replace(s))
		if strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0 {
			return s + " "
		}
		return " " + s + " "
	}))
}

var unmarked = strings.NewReplacer("\u202a", "", "\u202b", "", "\u202c", "")

// filler is what a page that knows no indent puts before the first word of a paragraph, in
// the colour of the paper: "xxxxxThe President".
var filler = regexp.MustCompile(`(?m)^x{4,8}(\p{Lu})`)

func unfill(text string) string {
	if !strings.Contains(text, "xxxx") {
		return text
	}
	return filler.ReplaceAllString(text, "$1")
}

// ownTag is a tag of the file's own, without attributes, as data sets put them around what they
// found in a text: "<speech>". Those of inTheLine stand in the middle of a sentence.
var (
	ownTag    = regexp.MustCompile(`</?[A-Za-z][A-Za-z_]{2,24}>`)
	inTheLine = regexp.MustCompile(`(?i)^</?(?:sup|sub|strong|small|span|font|cite|mark|abbr|ins|del)>$`)
)

// tagsLeast is how many pairs of such tags a text has that is divided by them.
const tagsLeast = 5

// untagged is a text whose own tags are breaks between paragraphs.
func untagged(text string) string {
	if strings.Count(text, "</") < tagsLeast {
		return text
	}
	found := 0
	out := ownTag.ReplaceAllStringFunc(text, func(tag string) string {
		if inTheLine.MatchString(tag) {
			return tag
		}
		found++
		return "\n\n"
	})
	if found < 2*tagsLeast {
		return text
	}
	return out
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
