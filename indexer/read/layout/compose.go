package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/read/block"
)

// compose writes the text of the groups.
func (d *document) compose() []block.Block {
	w := &writer{words: d.words()}
	var out []block.Block
	for _, g := range d.groups {
		if g.joined {
			continue
		}
		if b, ok := w.block(g); ok {
			out = append(out, b)
		}
	}
	return out
}

// words counts the words of the document and learns from its line ends.
func (d *document) words() *block.Words {
	words := block.NewWords()
	for _, g := range d.groups {
		for _, l := range g.lines {
			words.Add(l.text)
		}
	}
	for _, g := range d.groups {
		for i, l := range g.lines {
			if left, ok := block.BeforeHyphen(l.text); ok && i+1 < len(g.lines) {
				words.Observe(left, g.lines[i+1].text)
			}
		}
	}
	return words
}

// closesWithDash says whether a line ends in a dash that is set without a space:
// "Mr. BROOK (Westshire—" above "Minister of Lamps)".
func closesWithDash(text string) bool {
	r, n := utf8.DecodeLastRuneInString(text)
	before, _ := utf8.DecodeLastRuneInString(text[:len(text)-n])
	return (r == '–' || r == '—') && (unicode.IsLetter(before) || unicode.IsDigit(before))
}

type writer struct {
	b     block.Builder
	words *block.Words
}

func (w *writer) block(g *group) (block.Block, bool) {
	for i, l := range g.lines {
		w.b.Printed(l.page.Number, boxOf(l), l.full)
		from, cut := 0, 0
		if i == 0 {
			from, cut = g.skip, g.cut
		}
		if g.kind == block.Row {
			w.row(l)
		} else {
			w.line(l, from, cut)
		}
		if i+1 < len(g.lines) {
			w.lineEnd(l, g.lines[i+1])
		}
	}
	return w.b.Finish(g.kind, g.level, g.marker)
}

// lineEnd joins the word that the end of a line divides.
func (w *writer) lineEnd(l, next *line) {
	left, ok := block.BeforeHyphen(l.text)
	if !ok {
		if closesWithDash(l.text) {
			w.b.Join()
		}
		return
	}
	if w.words.OnlyDivides(l.text) || w.words.Divided(left, next.text) {
		w.b.Unhyphen()
	}
	w.b.Join()
}

func (w *writer) line(l *line, from, cut int) {
	for i := from; i < len(l.runs); i++ {
		r := &l.runs[i]
		text := r.Text
		if i == from {
			text = text[cut:]
		} else if l.spaceBefore(i) {
			w.b.Space()
		}
		if w.drops(l, i) {
			continue
		}
		w.b.Style(r.Bold, r.Italic)
		w.b.Text(text)
	}
	w.b.Style(false, false)
}

// drops says whether a run is a footnote mark that touches the word before it.
// After "m" and "km" it is an exponent.
func (w *writer) drops(l *line, i int) bool {
	if i == 0 || !l.isMark(i) || l.gapBefore(i) > 0.35*l.size {
		return false
	}
	before := block.LastWord(strings.TrimRight(l.runs[i-1].Text, " "))
	return before != "m" && before != "km" && before != "cm"
}

// row writes a line with its cells parted.
func (w *writer) row(l *line) {
	if block.HasLeaders(l.text) {
		w.b.Entry(l.text)
		return
	}
	for i, c := range l.cells() {
		if i > 0 {
			w.b.Cell()
		}
		part := line{runs: l.runs[c.from:c.to], size: l.size, y: l.y}
		w.line(&part, 0, 0)
	}
}

func boxOf(l *line) *corpus.Box {
	if l.turned {
		return l.page.box(l.page.Width-l.x1, l.top(), l.page.Width-l.x0, l.bottom())
	}
	return l.page.box(l.x0, l.top(), l.x1, l.bottom())
}

// round keeps tenths of a point: enough to draw by.
func round(v float64) float64 { return float64(int(v*10+0.5)) / 10 }
