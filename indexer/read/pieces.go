package read

import (
	"context"
	"regexp"
	"strings"
	"unicode/utf8"

	"briefsearch/indexer/read/block"
)

// piece is what a text file makes of one paragraph, heading or item, as printed.
type piece struct {
	kind   BlockKind
	level  int
	marker string
	parts  []part // one for each page that the piece touches
	rule   bool   // a line drawn across the page; it becomes no block
}

type part struct {
	page  int
	lines []string
}

// composer puts the pieces of pages together: what goes on after a page break
// becomes one block again.
type composer struct {
	doc    *Document
	words  *block.Words
	write  func(b *block.Builder, text string)
	pieces []piece
}

// page takes the pieces of the next page.
func (c *composer) page(n int, pieces []piece) {
	markFootnotes(pieces)
	for i := range pieces {
		for j := range pieces[i].parts {
			pieces[i].parts[j].page = n
		}
	}
	if last, first := lastBody(c.pieces), firstBody(pieces); last != nil && first >= 0 && continues(last, &pieces[first]) {
		last.parts = append(last.parts, pieces[first].parts...)
		pieces = append(pieces[:first], pieces[first+1:]...)
	}
	c.pieces = append(c.pieces, pieces...)
}

// flush makes blocks of the pieces. Its error is that of the context.
func (c *composer) flush(ctx context.Context) error {
	var b block.Builder
	for _, p := range c.pieces {
		if err := ctx.Err(); err != nil {
			return err
		}
		if p.rule {
			continue
		}
		for i, part := range p.parts {
			if i > 0 {
				joinParts(&b, c.words, part.lines)
			}
			b.Page(part.page)
			c.write(&b, joinLines(part.lines, c.words))
		}
		if out, ok := b.Finish(p.kind, p.level, p.marker); ok {
			c.doc.Blocks = append(c.doc.Blocks, out)
		}
	}
	c.pieces = nil
	return nil
}

func joinParts(b *block.Builder, words *block.Words, next []string) {
	tail := string(b.Tail())
	if left, ok := block.BeforeHyphen(tail); ok && len(next) > 0 {
		if words.OnlyDivides(tail) || words.Divided(left, strings.TrimSpace(next[0])) {
			b.Unhyphen()
		} else {
			b.Join()
		}
		return
	}
	b.Space()
}

func lastBody(pieces []piece) *piece {
	for i := len(pieces) - 1; i >= 0; i-- {
		if pieces[i].isBody() {
			return &pieces[i]
		}
	}
	return nil
}

func firstBody(pieces []piece) int {
	for i := range pieces {
		if pieces[i].isBody() {
			return i
		}
	}
	return -1
}

// isBody says whether a piece is one over whose end text may run on: no rule, no footnote and
// no page number.
func (p *piece) isBody() bool {
	return !p.rule && p.kind != Footnote && (len(p.parts) > 1 || len(p.parts[0].lines) > 1 || !pageMark.MatchString(p.parts[0].lines[0]))
}

// continues says whether a paragraph goes on on the next page: it ends within a
// sentence, and what follows begins with a small letter.
func continues(last, first *piece) bool {
	if last.kind != Paragraph && last.kind != Item || first.kind != Paragraph {
		return false
	}
	lines := last.parts[len(last.parts)-1].lines
	return block.Unfinished(lines[len(lines)-1]) && block.GoesOn(first.parts[0].lines[0])
}

var footnoteStart = regexp.MustCompile(`^\s*(?:<sup>\s*(\d{1,3}|[*†‡§]+|[a-z])\s*</sup>|\[\^?(\w{1,8})\]:?|(\d{1,3}|[*†‡]+))\s+\S`)

// markFootnotes finds the footnotes at the foot of a page: pieces that begin with
// a mark, after a rule, with nothing else behind them. A mark in superscript
// needs no rule.
func markFootnotes(pieces []piece) {
	from := len(pieces)
	for i := len(pieces) - 1; i >= 0 && !pieces[i].rule; i-- {
		p := &pieces[i]
		if p.kind == Footnote {
			continue
		}
		m := footnoteStart.FindStringSubmatchIndex(p.parts[0].lines[0])
		if p.kind != Paragraph || m == nil || m[6] >= 0 && !ruleBefore(pieces, i) {
			break
		}
		from = i
	}
	for i := from; i < len(pieces); i++ {
		if pieces[i].kind != Footnote {
			pieces[i].takeMark()
		}
	}
}

// takeMark makes a footnote of a piece that begins with a mark.
func (p *piece) takeMark() {
	line := p.parts[0].lines[0]
	m := footnoteStart.FindStringSubmatchIndex(line)
	p.kind = Footnote
	for g := 2; g < len(m); g += 2 {
		if m[g] >= 0 {
			p.marker = line[m[g]:m[g+1]]
		}
	}
	_, n := utf8.DecodeLastRuneInString(line[:m[1]])
	p.parts[0].lines[0] = line[m[1]-n:]
}

func ruleBefore(pieces []piece, i int) bool {
	for ; i >= 0; i-- {
		if pieces[i].rule {
			return true
		}
	}
	return false
}

// joinLines puts the lines of a paragraph together.
func joinLines(lines []string, words *block.Words) string {
	if len(lines) == 1 {
		return lines[0]
	}
	var out strings.Builder
	for i, line := range lines {
		line = strings.TrimSpace(strings.TrimSuffix(line, `\`))
		left, ok := block.BeforeHyphen(line)
		if i+1 == len(lines) || !ok || strings.HasSuffix(left, "-") && !block.GoesOn(strings.TrimSpace(lines[i+1])) {
			// two hyphens are a dash
			out.WriteString(line + "\n")
			continue
		}
		if words.OnlyDivides(line) || words.Divided(left, strings.TrimSpace(lines[i+1])) {
			line = left
		}
		out.WriteString(line)
	}
	return strings.TrimSuffix(out.String(), "\n")
}

// wordsOf counts the words of all pages and learns how line ends divide them.
func wordsOf(pages [][]string) *block.Words {
	words := block.NewWords()
	for _, page := range pages {
		for _, line := range page {
			words.Add(line)
		}
	}
	for _, page := range pages {
		for i, line := range page[:max(len(page)-1, 0)] {
			if left, ok := block.BeforeHyphen(strings.TrimSpace(line)); ok {
				words.Observe(left, strings.TrimSpace(page[i+1]))
			}
		}
	}
	return words
}
