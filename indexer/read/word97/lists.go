package word97

import (
	"strings"
	"unicode/utf16"
)

// levels is how deep lists go.
const levels = 9

// List is how the paragraphs of a list are marked, by level.
type List struct {
	Levels [levels]Level
	Counts int // number of the definition: all lists of one count on from each other
	// Restarts are the levels that begin anew where the list is used first.
	Restarts [levels]bool
}

// Level is one level of a list: "%1." in decimal, say.
type Level struct {
	Format string // as Word names it since: "decimal", "lowerLetter", "bullet"; "" for one that is not known
	Text   string // "%1" is the number of the first level
	Start  int
}

// formats are those of Word, by their numbers.
var formats = map[int]string{0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 23: "bullet", 255: "none"}

// parseLists reads the lists, by the numbers that paragraphs refer to them by.
func parseLists(table, main stream) map[int]*List {
	const entry, simple = 28, 1
	at, size := int(main.u32(fibLists)), int(main.u32(fibLists+4))
	heads := table.cut(at, size)
	body := table.cut(at+size, len(table)) // the levels of all lists follow
	defined := make(map[uint32]*List)
	pos := 0
	for i := range heads.u16(0) {
		head := heads.cut(2+entry*i, entry)
		if len(head) < entry {
			break
		}
		list := &List{Counts: i}
		n := levels
		if head.u8(26)&simple != 0 {
			n = 1
		}
		for k := range n {
			list.Levels[k], pos = level(body, pos)
		}
		defined[head.u32(0)] = list
	}
	return usesOf(table, main, defined)
}

// usesOf are the lists that paragraphs refer to: uses of those that are defined, with
// numbers of their own to begin with.
func usesOf(table, main stream, defined map[uint32]*List) map[int]*List {
	const entry, least = 16, 8
	at := int(main.u32(fibUses))
	uses := table.cut(at, int(main.u32(fibUses+4)))
	n := int(uses.u32(0))
	if n < 0 || n > len(uses)/entry {
		return nil
	}
	lists := make(map[int]*List, n)
	pos := 4 + entry*n // what they change of the definitions follows
	for i := range n {
		changes := uses.u8(4 + entry*i + 12)
		definition := defined[uses.u32(4+entry*i)]
		pos += 4
		list := &List{}
		if definition != nil {
			*list = *definition
			lists[i+1] = list
		}
		for range changes {
			if pos+least > len(uses) {
				return lists
			}
			pos = list.change(uses, pos)
		}
	}
	return lists
}

// change reads what a use changes of one level, and returns where the next change stands.
func (l *List) change(uses stream, pos int) (next int) {
	const starts, formats = 0x10, 0x20
	start, flags := int(uses.u32(pos)), uses.u16(pos+4)
	k := flags & 0xf
	pos += 8
	if flags&formats != 0 {
		changed, after := level(uses, pos)
		if k < levels {
			l.Levels[k] = changed
		}
		pos, start = after, changed.Start
	}
	if k < levels && flags&starts != 0 {
		l.Levels[k].Start, l.Restarts[k] = start, true
	}
	return pos
}

// level reads one level, and returns where the next begins.
func level(body stream, at int) (l Level, next int) {
	const fixed = 28
	head := body.cut(at, fixed)
	l.Start, l.Format = int(head.u32(0)), formats[head.u8(4)]
	at += fixed + head.u8(25) + head.u8(24)
	n := body.u16(at)
	raw := body.cut(at+2, 2*n)
	var text strings.Builder
	for i := 0; i+1 < len(raw); i += 2 {
		if unit := uint16(raw.u16(i)); unit < levels { //nolint:gosec // two bytes
			text.WriteString("%" + string(rune('1'+unit)))
		} else {
			text.WriteString(string(utf16.Decode([]uint16{unit})))
		}
	}
	l.Text = text.String()
	return l, at + 2 + 2*n
}
