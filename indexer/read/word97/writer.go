package word97

import (
	"strings"
)

// Characters that stand for something else.
const (
	picture   = 0x01
	noteMark  = 0x02 // the number of a footnote
	comment   = 0x05
	cellEnd   = 0x07
	drawing   = 0x08
	lineBreak = 0x0b
	pageBreak = 0x0c
	paraEnd   = 0x0d
	column    = 0x0e
	fieldCode = 0x13 // opens a field: a code, its result behind the next, and an end
	fieldText = 0x14
	fieldEnd  = 0x15
	hardHyph  = 0x1e
	softHyph  = 0x1f
)

// writer makes paragraphs of the characters.
type writer struct {
	*file
	limit  int64
	size   int64
	para   Paragraph
	run    strings.Builder
	style  chars
	fields []bool // that are open, and whether their result has begun
}

// paragraphs are those of the characters from and to.
func (w *writer) paragraphs(from, to int) []Paragraph {
	var all []Paragraph
	w.fields = nil
	for _, p := range w.pieces() {
		first, last := max(from, p.from), min(to, p.to)
		if first >= last {
			continue
		}
		start := p.at + (first-p.from)*p.width()
		end := min(p.at+(last-p.from)*p.width(), len(w.main))
		for at, i := start, w.charsFrom(start); at < end && w.size <= w.limit; i++ {
			next, props := end, chars{}
			if i < len(w.chars) {
				next, props = min(end, max(w.chars[i].to, at)), w.chars[i].chars
			}
			all = w.stretch(all, p, at, next, props)
			at = next
		}
	}
	if w.flush(); len(w.para.Runs) > 0 {
		all = append(all, w.para)
	}
	w.para = Paragraph{}
	return all
}

// stretch writes characters of one style, and adds the paragraphs that end in it.
func (w *writer) stretch(all []Paragraph, p piece, from, to int, props chars) []Paragraph {
	w.flush()
	w.style = props
	at := from
	for _, r := range w.text(p, from, to) {
		switch r {
		case paraEnd, cellEnd:
			all = w.end(all, r, at)
		case pageBreak:
			w.para.Breaks++
			w.run.WriteByte('\n')
		default:
			w.char(r)
		}
		at += p.width()
		if p.wide && r > 0xffff {
			at += p.width()
		}
	}
	return all
}

// char writes a character that ends no paragraph.
func (w *writer) char(r rune) {
	switch r {
	case fieldCode:
		w.fields = append(w.fields, false)
	case fieldText:
		if n := len(w.fields); n > 0 {
			w.fields[n-1] = true
		}
	case fieldEnd:
		w.fields = w.fields[:max(len(w.fields)-1, 0)]
	case picture, noteMark, comment, drawing, softHyph:
	case lineBreak, column:
		w.put('\n')
	case hardHyph:
		w.put('-')
	default:
		w.put(r)
	}
}

// put writes what is seen: not the code of a field, nor what was removed.
func (w *writer) put(r rune) {
	if w.style.removed {
		return
	}
	for _, result := range w.fields {
		if !result {
			return
		}
	}
	n, _ := w.run.WriteRune(r) // a Builder cannot fail
	w.size += int64(n)
}

// flush ends a run.
func (w *writer) flush() {
	if w.run.Len() > 0 {
		w.para.Runs = append(w.para.Runs, Run{Text: w.run.String(), Bold: w.style.bold > 0, Italic: w.style.italic > 0, Raised: w.style.raised})
		w.run.Reset()
	}
}

// end ends the paragraph whose mark stands at a byte.
func (w *writer) end(all []Paragraph, mark rune, at int) []Paragraph {
	w.flush()
	props := w.paraAt(at)
	w.para.Heading, w.para.List, w.para.Level = props.outline, props.list, props.level
	w.para.Cell, w.para.Row = mark == cellEnd && !props.row, props.row
	if id := props.style; id < len(w.styles) && w.styles[id].chars.bold > 0 {
		for i := range w.para.Runs {
			w.para.Runs[i].Bold = true
		}
	}
	all = append(all, w.para)
	w.para = Paragraph{}
	return all
}
