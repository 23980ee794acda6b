package pdf

import (
	"math"
	"strconv"
)

// tokenKind is the kind of a token of a content stream or a character map.
type tokenKind uint8

const (
	tokEnd tokenKind = iota
	tokNumber
	tokString
	tokName
	tokArrayOpen
	tokArrayClose
	tokDictOpen
	tokDictClose
	tokOperator
)

type token struct {
	kind  tokenKind
	num   float64
	bytes []byte // of a string, name or operator
}

// lexer divides a content stream into tokens. It never fails: what makes no sense
// is passed over, and an end that is missing is the end of the data.
type lexer struct {
	data []byte
	pos  int
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

func (l *lexer) skipSpace() {
	for l.pos < len(l.data) {
		switch c := l.data[l.pos]; {
		case isSpace(c):
			l.pos++
		case c == '%':
			for l.pos < len(l.data) && l.data[l.pos] != '\n' && l.data[l.pos] != '\r' {
				l.pos++
			}
		default:
			return
		}
	}
}

func (l *lexer) next() token {
	l.skipSpace()
	if l.pos >= len(l.data) {
		return token{}
	}
	c := l.data[l.pos]
	if c >= '0' && c <= '9' || c == '-' || c == '.' || c == '+' {
		if n, ok := l.number(); ok {
			return token{kind: tokNumber, num: n}
		}
	}
	switch c {
	case '(':
		return token{kind: tokString, bytes: l.literal()}
	case '/':
		l.pos++
		return token{kind: tokName, bytes: l.name()}
	case '<':
		if l.pos+1 < len(l.data) && l.data[l.pos+1] == '<' {
			l.pos += 2
			return token{kind: tokDictOpen}
		}
		return token{kind: tokString, bytes: l.hex()}
	case '>':
		l.pos++
		if l.pos < len(l.data) && l.data[l.pos] == '>' {
			l.pos++
		}
		return token{kind: tokDictClose}
	case '[':
		l.pos++
		return token{kind: tokArrayOpen}
	case ']':
		l.pos++
		return token{kind: tokArrayClose}
	case ')', '{', '}':
		l.pos++
		return l.next()
	}
	return token{kind: tokOperator, bytes: l.word()}
}

func (l *lexer) word() []byte {
	start := l.pos
	for l.pos < len(l.data) && !isSpace(l.data[l.pos]) && !isDelimiter(l.data[l.pos]) {
		l.pos++
	}
	return l.data[start:l.pos]
}

// number reads a number by hand: they are most of what a content stream holds.
// Real files also write "--5", "4.", "1e-5" and "12-3". It is false, and nothing
// is read, when there is no number.
func (l *lexer) number() (float64, bool) {
	start := l.pos
	neg := false
	for l.pos < len(l.data) && (l.data[l.pos] == '-' || l.data[l.pos] == '+') {
		neg = neg || l.data[l.pos] == '-'
		l.pos++
	}
	v, digits := l.digits()
	if neg {
		v = -v
	}
	if l.pos == len(l.data) || isSpace(l.data[l.pos]) || isDelimiter(l.data[l.pos]) {
		return v, true
	}
	switch c := l.data[l.pos]; {
	case !digits:
		l.pos = start
		return 0, false
	case c == 'e' || c == 'E':
		return l.scientific(start)
	case c == '-':
		l.word() // "12-3" is 12
	}
	return v, true
}

// digits reads digits with or without a point among them.
func (l *lexer) digits() (v float64, any bool) {
	whole, frac, scale := 0.0, 0.0, 1.0
	point := false
	for ; l.pos < len(l.data); l.pos++ {
		c := l.data[l.pos]
		switch {
		case c == '.' && !point:
			point = true
			continue
		case c < '0' || c > '9':
			return whole + frac/scale, any
		case !point:
			whole = whole*10 + float64(c-'0')
		case scale < 1e15:
			scale *= 10
			frac = frac*10 + float64(c-'0')
		}
		any = true
	}
	return whole + frac/scale, any
}

func (l *lexer) scientific(start int) (float64, bool) {
	l.pos = start
	v, err := strconv.ParseFloat(string(l.word()), 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		return 0, true
	}
	return v, true
}

func (l *lexer) name() []byte {
	raw := l.word()
	for i, c := range raw {
		if c == '#' {
			return unescapeName(raw, i)
		}
	}
	return raw
}

func unescapeName(raw []byte, from int) []byte {
	out := append([]byte{}, raw[:from]...)
	for i := from; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) && hexDigit(raw[i+1]) >= 0 && hexDigit(raw[i+2]) >= 0 {
			out = append(out, byte((hexDigit(raw[i+1])<<4|hexDigit(raw[i+2]))&0xff))
			i += 2
			continue
		}
		out = append(out, raw[i])
	}
	return out
}

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

func (l *lexer) hex() []byte {
	l.pos++
	out := make([]byte, 0, 16)
	high := -1
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		l.pos++
		if c == '>' {
			break
		}
		d := hexDigit(c)
		switch {
		case d < 0:
		case high < 0:
			high = d
		default:
			out = append(out, byte((high<<4|d)&0xff))
			high = -1
		}
	}
	if high >= 0 {
		out = append(out, byte(high<<4&0xff))
	}
	return out
}

// literal reads a string in parentheses. Most have no escape and are returned as
// they stand in the stream.
func (l *lexer) literal() []byte {
	l.pos++
	start, depth := l.pos, 1
	for ; l.pos < len(l.data); l.pos++ {
		switch l.data[l.pos] {
		case '\\', '\r':
			return l.escaped(start, depth)
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				l.pos++
				return l.data[start : l.pos-1]
			}
		}
	}
	return l.data[start:]
}

func (l *lexer) escaped(start, depth int) []byte {
	out := append(make([]byte, 0, l.pos-start+32), l.data[start:l.pos]...)
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		l.pos++
		switch c {
		case '\\':
			out = l.escape(out)
			continue
		case '\r':
			if l.pos < len(l.data) && l.data[l.pos] == '\n' {
				l.pos++
			}
			c = '\n'
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return out
			}
		}
		out = append(out, c)
	}
	return out
}

var escapes = [256]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

func (l *lexer) escape(out []byte) []byte {
	if l.pos >= len(l.data) {
		return out
	}
	c := l.data[l.pos]
	l.pos++
	switch {
	case c >= '0' && c <= '7':
		v := int(c - '0')
		for i := 0; i < 2 && l.pos < len(l.data) && l.data[l.pos] >= '0' && l.data[l.pos] <= '7'; i++ {
			v = v<<3 | int(l.data[l.pos]-'0')
			l.pos++
		}
		return append(out, byte(v&0xff))
	case c == '\r':
		if l.pos < len(l.data) && l.data[l.pos] == '\n' {
			l.pos++
		}
		return out
	case c == '\n':
		return out
	case escapes[c] != 0:
		return append(out, escapes[c])
	}
	return append(out, c)
}

// skipImage passes over the data of an inline image, to behind its EI.
func (l *lexer) skipImage() {
	for i := l.pos; i+1 < len(l.data); i++ {
		if l.data[i] != 'E' || l.data[i+1] != 'I' || i == 0 || !isSpace(l.data[i-1]) {
			continue
		}
		if i+2 >= len(l.data) || isSpace(l.data[i+2]) && plausible(l.data[i+2:]) {
			l.pos = i + 2
			return
		}
	}
	l.pos = len(l.data)
}

// plausible says whether a content stream may go on like this: image data has
// bytes that operators never have.
func plausible(data []byte) bool {
	for _, c := range data[:min(len(data), 16)] {
		if c >= 0x7f || c < ' ' && !isSpace(c) {
			return false
		}
	}
	return true
}
