package read

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
)

// A page that sets its lines one by one ("<br>"), blank lines and all, is no page of
// paragraphs: a program has made it of printed pages. It is such a page where it has so many
// breaks, so many times as many as blocks, and sentences go on over a part of them.
const (
	breaksLeast = 20
	breaksTimes = 5
	overPart    = 6
)

// isSetInLines says whether a page that has been read is such a page. Its lines are still
// those of the page.
func isSetInLines(doc *Document) bool {
	breaks, over := breaksOver(doc)
	return breaks >= breaksLeast && breaks >= breaksTimes*len(doc.Blocks) && over*overPart > breaks
}

// linesOf is the text of a page by its lines, with a form feed where a line is drawn between
// two pages.
func linesOf(page []byte) string {
	var out strings.Builder
	skip := 0
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return out.String()
		case html.TextToken:
			if skip == 0 {
				out.WriteString(sourceLines.Replace(string(z.Text())))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			skip += skips(string(name))
			out.WriteString(lineBreak(string(name)))
		case html.EndTagToken:
			name, _ := z.TagName()
			skip = max(skip-skips(string(name)), 0)
			out.WriteString(strings.TrimSuffix(lineBreak(string(name)), "\f"))
		case html.CommentToken, html.DoctypeToken:
		}
	}
}

// sourceLines makes spaces of the lines of the source, which are not those of the page.
var sourceLines = strings.NewReplacer("\n", " ", "\r", " ", "\u00a0", " ")

func skips(element string) int {
	if leftOut[element] {
		return 1
	}
	return 0
}

// lineBreak is what an element does to lines.
func lineBreak(element string) string {
	switch {
	case element == "br":
		return "\n"
	case element == "hr":
		return "\n\f"
	case breaksBlock[element] || headingLevel(element) > 0:
		return "\n\n"
	}
	return ""
}
