package read

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
)

// preformatted is the text of a web page that is one text set by hand, lines and all,
// as archives and gazettes put their plain texts on the web, and its title. Of any other
// page the text is "".
func preformatted(page []byte) (text, title string) {
	if !bytes.Contains(page, []byte("<pre")) && !bytes.Contains(page, []byte("<PRE")) {
		return "", ""
	}
	var p setByHand
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if p.beside*besideLeast > p.text.Len() {
				return "", ""
			}
			return p.text.String(), oneLine(p.title.String())
		case html.TextToken:
			p.add(string(z.Text()))
		case html.StartTagToken:
			p.enter(z, 1)
		case html.EndTagToken:
			p.enter(z, -1)
		case html.SelfClosingTagToken, html.CommentToken, html.DoctypeToken:
		}
	}
}

// besideLeast is how many times longer than what stands beside it a text set by hand is.
const besideLeast = 10

// setByHand gathers the text of the elements <pre> of a page.
type setByHand struct {
	text, title     strings.Builder
	in, named, left int // nesting of <pre>, of <title> and of what is left out
	beside          int // bytes of text that are not in <pre>
}

func (p *setByHand) enter(z *html.Tokenizer, by int) {
	name, _ := z.TagName()
	switch {
	case string(name) == "pre":
		p.in = max(p.in+by, 0)
	case string(name) == "title":
		p.named = max(p.named+by, 0)
	case leftOut[string(name)]:
		p.left = max(p.left+by, 0)
	}
}

func (p *setByHand) add(s string) {
	switch {
	case p.named > 0:
		p.title.WriteString(s)
	case p.in > 0:
		p.text.WriteString(s)
	case p.left == 0:
		p.beside += len(strings.TrimSpace(s))
	}
}
