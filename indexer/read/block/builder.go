package block

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"briefsearch/corpus"
)

// Builder makes one block at a time from pieces of text in reading order. The
// zero Builder is ready to use.
type Builder struct {
	text  []byte
	spans []Span
	lines []Line
	bold  bool
	ital  bool
	space bool // a space is due before the next character
	turns bool // a printed line begins with the next character
	soft  bool // the next character joins the last one, whatever space lies between
}

// Style sets the style of the text that follows.
func (b *Builder) Style(bold, italic bool) { b.bold, b.ital = bold, italic }

// Line says that a printed line begins with the next character. Between it and
// the line before stands a space, unless Join was called.
func (b *Builder) Line(page int) { b.Printed(page, nil, false) }

// Printed says that a printed line begins, where it stands, and whether the next one
// begins with a word for which it has no room.
func (b *Builder) Printed(page int, box *corpus.Box, full bool) {
	b.Space()
	b.turns = true
	b.lines = append(b.lines, Line{Start: -1, Page: page, Box: box, Full: full})
}

// Page says that the text which follows stands on a page without known lines.
func (b *Builder) Page(page int) {
	if n := len(b.lines); n == 0 || b.lines[n-1].Page != page {
		b.lines = append(b.lines, Line{Start: -1, Page: page})
	}
}

// NextLine says that a printed line without a known box begins with the next
// character, on the page of the last one.
func (b *Builder) NextLine() {
	b.Line(b.lines[len(b.lines)-1].Page)
}

// Space puts a space before the next character, once.
func (b *Builder) Space() { b.space = true }

// Join joins the next character to the last one. It undoes a Space or Line
// around it.
func (b *Builder) Join() { b.soft = true }

// Unhyphen takes a hyphen off the end of the text and joins what follows.
func (b *Builder) Unhyphen() {
	r, n := utf8.DecodeLastRune(b.text)
	if !IsHyphen(r) {
		return
	}
	b.cut(len(b.text) - n)
	b.soft = true
}

// Cell ends a cell of a table's row.
func (b *Builder) Cell() {
	b.space, b.soft = false, false
	b.put('\t')
}

// Len is the length of the text so far.
func (b *Builder) Len() int { return len(b.text) }

// Tail is the text so far, for a look at its end. It is valid until the next
// call.
func (b *Builder) Tail() []byte { return b.text }

// Text appends text. White space of any kind and length becomes one space.
func (b *Builder) Text(s string) {
	for i, r := range s {
		if r == tatweel && b.stretches(s[i:]) {
			continue
		}
		switch kind, plain := classify(r); kind {
		case blank:
			b.space = true
		case dropped:
		case plainRune:
			b.emit(r)
		case ligature:
			for _, p := range plain {
				b.emit(p)
			}
		}
	}
}

// tatweel stretches an Arabic word to the width of its line.
const tatweel = 'ـ'

// stretches says whether such strokes, with which a text goes on, stand within a word.
func (b *Builder) stretches(rest string) bool {
	last, _ := utf8.DecodeLastRune(b.text)
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, string(tatweel)))
	return !b.space && unicode.Is(unicode.Arabic, last) && unicode.IsLetter(last) && unicode.Is(unicode.Arabic, next) && unicode.IsLetter(next)
}

func (b *Builder) emit(r rune) {
	if b.space && !b.soft && len(b.text) > 0 && b.text[len(b.text)-1] != '\t' && (!b.turns || !b.goesOnUnspaced(r)) {
		b.putStyled(' ', b.carries())
	}
	b.space, b.soft, b.turns = false, false, false
	for i := len(b.lines) - 1; i >= 0 && b.lines[i].Start < 0; i-- {
		b.lines[i].Start = len(b.text)
	}
	b.put(r)
}

// goesOnUnspaced says whether a line that begins with a character goes on with a text that
// sets no spaces between words.
func (b *Builder) goesOnUnspaced(r rune) bool {
	last, _ := utf8.DecodeLastRune(b.text)
	return InSquare(r) && InSquare(last)
}

// carries says whether a space before the next character belongs to the style
// of the characters on both its sides.
func (b *Builder) carries() bool {
	n := len(b.spans)
	return n > 0 && b.spans[n-1].End == len(b.text) && b.spans[n-1].Bold == b.bold && b.spans[n-1].Italic == b.ital
}

func (b *Builder) put(r rune) { b.putStyled(r, b.bold || b.ital) }

func (b *Builder) putStyled(r rune, styled bool) {
	start := len(b.text)
	b.text = utf8.AppendRune(b.text, r)
	if !styled {
		return
	}
	if n := len(b.spans); n > 0 {
		if last := &b.spans[n-1]; last.End == start && last.Bold == b.bold && last.Italic == b.ital {
			last.End = len(b.text)
			return
		}
	}
	b.spans = append(b.spans, Span{Start: start, End: len(b.text), Bold: b.bold, Italic: b.ital})
}

// cut shortens the text to n bytes.
func (b *Builder) cut(n int) {
	b.text = b.text[:n]
	for len(b.spans) > 0 {
		last := &b.spans[len(b.spans)-1]
		last.End = min(last.End, n)
		if last.Start < last.End {
			break
		}
		b.spans = b.spans[:len(b.spans)-1]
	}
	for i := len(b.lines) - 1; i >= 0 && b.lines[i].Start >= n; i-- {
		b.lines[i].Start = -1
	}
}

// Finish returns the block and makes the Builder ready for the next one. It is
// false when there was no text.
func (b *Builder) Finish(kind Kind, level int, marker string) (Block, bool) {
	if kind == Row {
		for len(b.text) > 0 && b.text[len(b.text)-1] == '\t' {
			b.cut(len(b.text) - 1)
		}
	}
	out := Block{Kind: kind, Level: level, Marker: marker, Text: string(b.text), Spans: b.spans, Lines: b.lines}
	*b = Builder{text: b.text[:0]}
	if out.Text == "" {
		return Block{}, false
	}
	out.Lines = settle(out.Lines)
	if !norm.NFC.IsNormalString(out.Text) {
		compose(&out)
	}
	return out, true
}

// settle drops the lines that hold no character, and makes sure of a first one.
func settle(lines []Line) []Line {
	kept := lines[:0]
	for _, l := range lines {
		switch n := len(kept); {
		case l.Start < 0:
		case n > 0 && kept[n-1].Start == l.Start:
			kept[n-1] = l
		default:
			kept = append(kept, l)
		}
	}
	if len(kept) == 0 {
		kept = append(kept, Line{Page: 1})
	}
	kept[0].Start = 0
	return kept
}

// compose brings a block into NFC, its offsets with it.
func compose(b *Block) {
	var out strings.Builder
	moved := make([]int, len(b.Text)+1)
	var it norm.Iter
	it.InitString(norm.NFC, b.Text)
	for at := 0; !it.Done(); {
		seg := it.Next()
		for ; at < it.Pos(); at++ {
			moved[at] = out.Len()
		}
		out.Write(seg)
	}
	moved[len(b.Text)] = out.Len()
	for i := range b.Lines {
		b.Lines[i].Start = moved[b.Lines[i].Start]
	}
	spans := b.Spans[:0]
	for _, s := range b.Spans {
		s.Start, s.End = moved[s.Start], moved[s.End]
		if s.Start < s.End {
			spans = append(spans, s)
		}
	}
	b.Spans = spans
	b.Text = out.String()
	b.Lines = settle(b.Lines)
}
