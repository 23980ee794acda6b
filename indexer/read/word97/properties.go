package word97

import (
	"cmp"
	"slices"
)

// Properties are lists of changes, each an operation with its operand. They stand in pages
// of 512 bytes, by the bytes of the text that they belong to.

// chars are the properties of characters: 1 for on, -1 for off, 0 for what the style says.
type chars struct {
	bold, italic    int
	raised, removed bool
}

// paras are the properties of paragraphs.
type paras struct {
	style   int
	list    int
	level   int
	outline int // heading level from 1
	table   bool
	row     bool // it ends a row
}

type charRun struct {
	from, to int
	chars    chars
}

type paraRun struct {
	from, to int
	paras    paras
}

// Operations that are read here.
const (
	opDeleted = 0x0800
	opBold    = 0x0835
	opItalic  = 0x0836
	opHidden  = 0x083c
	opRaised  = 0x2a48
	opInTable = 0x2416
	opEndsRow = 0x2417
	opLevel   = 0x260a
	opOutline = 0x2640
	opList    = 0x460b

	opTable = 0xd608 // whose size is counted otherwise
	opTabs  = 0xc615
)

// each calls do for the operations of a list.
func each(list stream, do func(op, operand int)) {
	for at := 0; at+2 < len(list); {
		op := list.u16(at)
		at += 2
		size := sizeOf(op, list, at)
		operand := list.u16(at)
		if size == 1 {
			operand = list.u8(at)
		}
		do(op, operand)
		at += size
	}
}

// sizeOf is the size of the operand of an operation that stands at a byte.
func sizeOf(op int, list stream, at int) int {
	switch op >> 13 {
	case 0, 1:
		return 1
	case 2, 4, 5:
		return 2
	case 3:
		return 4
	case 7:
		return 3
	}
	switch {
	case op == opTable:
		return 1 + max(list.u16(at), 1)
	case op == opTabs && list.u8(at) == 0xff:
		return len(list) // never so in what is read here
	}
	return 1 + list.u8(at)
}

// toggled is what an operand makes of a property that can be switched.
func toggled(operand int) int {
	switch operand {
	case 0, 0x80:
		return -1
	}
	return 1
}

func (c *chars) take(list stream) {
	each(list, func(op, operand int) {
		switch op {
		case opBold:
			c.bold = toggled(operand)
		case opItalic:
			c.italic = toggled(operand)
		case opRaised:
			c.raised = operand == 1
		case opDeleted, opHidden:
			c.removed = c.removed || operand == 1
		}
	})
}

func (p *paras) take(list stream) {
	each(list, func(op, operand int) {
		switch op {
		case opInTable:
			p.table = operand != 0
		case opEndsRow:
			p.row = operand != 0
		case opLevel:
			p.level = operand
		case opOutline:
			if p.outline = operand + 1; operand > 8 {
				p.outline = 0
			}
		case opList:
			p.list = operand
		}
	})
}

// pageSize is that of a page of properties.
const pageSize = 512

// readProperties reads those of all characters and paragraphs.
func (f *file) readProperties() {
	f.eachPage(fibChars, func(page stream, run, from, to int, n int) {
		var c chars
		if at := 2 * page.u8(4*(n+1)+run); at > 0 {
			c.take(page.cut(at+1, page.u8(at)))
		}
		f.chars = append(f.chars, charRun{from, to, c})
	})
	f.eachPage(fibParas, func(page stream, run, from, to int, n int) {
		const entry = 13
		var p paras
		if at := 2 * page.u8(4*(n+1)+entry*run); at > 0 {
			size := 2*page.u8(at) - 1
			if at++; size < 0 {
				size = 2 * page.u8(at)
				at++
			}
			p = f.styled(page.u16(at))
			p.take(page.cut(at+2, size-2))
		}
		f.paras = append(f.paras, paraRun{from, to, p})
	})
	slices.SortStableFunc(f.chars, func(a, b charRun) int { return cmp.Compare(a.from, b.from) })
	slices.SortStableFunc(f.paras, func(a, b paraRun) int { return cmp.Compare(a.from, b.from) })
}

// eachPage calls do for the runs of all pages of one kind of property: the page, the run's
// number, the bytes of the text that it is of, and how many runs the page has.
func (f *file) eachPage(part int, do func(page stream, run, from, to int, n int)) {
	plc := f.part(part)
	pages := min((len(plc)-4)/8, len(f.main)/pageSize)
	numbers := plc.cut(4*((len(plc)-4)/8+1), len(plc)) // behind the bytes of the text that each page is of
	for i := range pages {
		const number = 1<<22 - 1
		page := f.main.cut(int(numbers.u32(4*i)&number)*pageSize, pageSize)
		n := page.u8(pageSize - 1)
		for run := range n {
			do(page, run, int(page.u32(4*run)), int(page.u32(4*run+4)), n)
		}
	}
}

// styled are the properties that a style gives a paragraph.
func (f *file) styled(id int) paras {
	if id >= 0 && id < len(f.styles) {
		p := f.styles[id].paras
		p.style = id
		return p
	}
	return paras{style: id}
}

// paraAt are the properties of the paragraph whose mark stands at a byte.
func (f *file) paraAt(at int) paras {
	i, found := slices.BinarySearchFunc(f.paras, at, func(r paraRun, at int) int { return cmp.Compare(r.from, at) })
	if !found {
		i--
	}
	if i < 0 || at >= f.paras[i].to {
		return paras{}
	}
	return f.paras[i].paras
}

// charsFrom is the index of the run of characters that a byte belongs to, or of the next.
func (f *file) charsFrom(at int) int {
	i, _ := slices.BinarySearchFunc(f.chars, at, func(r charRun, at int) int { return cmp.Compare(r.to, at+1) })
	return i
}

// style is what a style says that matters here.
type style struct {
	paras paras
	chars chars
}

// headings are the styles of headings: their numbers are the same in every document.
const headings = 9

// parseStyles reads the styles of a document, by their numbers.
func parseStyles(sheet stream) []style {
	const (
		paragraph = 1
		none      = 0xfff
		deepest   = 16 // of styles that are based on others
	)
	base := sheet.u16(4)
	var raw []stream
	for at := 2 + sheet.u16(0); at+2 <= len(sheet) && len(raw) < none; {
		size := sheet.u16(at)
		raw = append(raw, sheet.cut(at+2, size))
		at += 2 + size + size%2
	}
	all := make([]style, len(raw))
	done := make([]bool, len(raw))
	var read func(id, depth int)
	read = func(id, depth int) {
		if id >= len(raw) || done[id] || depth > deepest {
			return
		}
		done[id] = true
		std := raw[id]
		kind, parent := std.u16(2)&0xf, std.u16(2)>>4
		if parent != none && parent != id && parent < len(raw) {
			read(parent, depth+1)
			all[id] = all[parent]
		}
		if id >= 1 && id <= headings {
			all[id].paras.outline = id
		}
		at := base + 2 + 2*std.u16(base) + 2 // behind the name
		if kind == paragraph {
			size := std.u16(at)
			all[id].paras.take(std.cut(at+4, size-2))
			at += 2 + size + size%2
		}
		all[id].chars.take(std.cut(at+2, std.u16(at)))
	}
	for id := range raw {
		read(id, 0)
	}
	return all
}
