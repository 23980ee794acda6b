package block

import "strings"

// Split divides a block before bytes of its text, in order, each of which begins a line.
// The space before a byte goes; a part without words is left out.
func (b *Block) Split(at []int) []Block {
	var parts []Block
	from := 0
	for _, to := range append(at, len(b.Text)) {
		if part := b.part(from, from+len(strings.TrimRight(b.Text[from:to], " "))); part.Text != "" {
			parts = append(parts, part)
		}
		from = to
	}
	return parts
}

// part is a block of a stretch of the text, with what belongs to it.
func (b *Block) part(from, to int) Block {
	out := Block{Kind: b.Kind, Level: b.Level, Text: b.Text[from:to]}
	if from == 0 {
		out.Marker = b.Marker
	} else if b.Kind == Item || b.Kind == Row {
		out.Kind, out.Level = Paragraph, 0 // behind the item's own line, or the row of a table of contents
	}
	for _, s := range b.Spans {
		s.Start, s.End = max(s.Start-from, 0), min(s.End, to)-from
		if s.Start < s.End {
			out.Spans = append(out.Spans, s)
		}
	}
	first := b.Lines[0]
	for _, l := range b.Lines {
		switch {
		case l.Start <= from:
			first = l
		case l.Start < to:
			l.Start -= from
			out.Lines = append(out.Lines, l)
		}
	}
	first.Start = 0
	out.Lines = append([]Line{first}, out.Lines...)
	return out
}
