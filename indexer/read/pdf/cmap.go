package pdf

import "unicode/utf16"

// cmap maps the codes of a font to text, as its ToUnicode stream says.
type cmap struct {
	chars   map[uint32]string
	ranges  []cmapRange
	oneByte bool // the codes are of one byte, also in a composite font
}

type cmapRange struct {
	lo, hi uint32
	text   []rune   // of lo; the last character counts up
	each   []string // of every code, when the range lists them
}

// Bounds of a character map: more is not a font's but an attack's.
const (
	maxMappings = 1 << 17
	maxMapText  = 64
)

func parseCMap(data []byte) *cmap {
	m := &cmap{chars: map[uint32]string{}}
	l := &lexer{data: data}
	lengths := [5]bool{}
	for {
		t := l.next()
		if t.kind == tokEnd {
			break
		}
		if t.kind != tokOperator {
			continue
		}
		switch string(t.bytes) {
		case "begincodespacerange":
			m.codeSpace(l, &lengths)
		case "beginbfchar":
			m.bfChar(l)
		case "beginbfrange":
			m.bfRange(l)
		}
	}
	m.oneByte = lengths[1] && !lengths[2]
	return m
}

func (m *cmap) codeSpace(l *lexer, lengths *[5]bool) {
	for {
		t := l.next()
		if t.kind != tokString {
			return
		}
		lengths[min(len(t.bytes), 4)] = true
	}
}

func (m *cmap) bfChar(l *lexer) {
	for len(m.chars) < maxMappings {
		code := l.next()
		if code.kind != tokString {
			return
		}
		text := l.next()
		if text.kind == tokOperator || text.kind == tokEnd {
			return
		}
		if text.kind == tokString {
			m.chars[number(code.bytes)] = utf16Text(text.bytes)
		}
	}
}

func (m *cmap) bfRange(l *lexer) {
	for len(m.ranges) < maxMappings {
		lo := l.next()
		if lo.kind != tokString {
			return
		}
		hi := l.next()
		if hi.kind != tokString {
			return
		}
		r := cmapRange{lo: number(lo.bytes), hi: number(hi.bytes)}
		switch t := l.next(); t.kind {
		case tokString:
			r.text = []rune(utf16Text(t.bytes))
		case tokArrayOpen:
			for t = l.next(); t.kind == tokString && len(r.each) < maxMappings; t = l.next() {
				r.each = append(r.each, utf16Text(t.bytes))
			}
		case tokEnd, tokNumber, tokName, tokArrayClose, tokDictOpen, tokDictClose, tokOperator:
			return
		}
		m.ranges = append(m.ranges, r)
	}
}

// text returns the text of a code; ok is false when the map says nothing of it.
func (m *cmap) text(code uint32) (text string, ok bool) {
	if s, ok := m.chars[code]; ok {
		return s, true
	}
	for i := range m.ranges {
		r := &m.ranges[i]
		if code < r.lo || code > r.hi {
			continue
		}
		d := code - r.lo
		if r.each != nil {
			if int(d) < len(r.each) {
				return r.each[d], true
			}
			continue
		}
		if len(r.text) == 0 {
			return "", true
		}
		text := append([]rune{}, r.text...)
		text[len(text)-1] += rune(d & 0xffff)
		return string(text), true
	}
	return "", false
}

func number(b []byte) uint32 {
	n := uint32(0)
	for _, c := range b {
		n = n<<8 | uint32(c)
	}
	return n
}

func utf16Text(b []byte) string {
	if len(b) == 1 {
		return string(rune(b[0]))
	}
	b = b[:min(len(b), maxMapText)]
	units := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return string(utf16.Decode(units))
}
