package read

import (
	"bytes"
	"context"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"briefsearch/indexer/read/block"
)

// RTF reads Rich Text Format, which word processors have in common.
func RTF() Reader { return rtf{} }

type rtf struct{}

func (rtf) Name() string { return "rtf" }

func (rtf) Sniff(f File) bool { return bytes.HasPrefix(f.Content, []byte(`{\rtf`)) }

func (rtf) Read(ctx context.Context, f File, lim Limits) (*Document, error) {
	lim = lim.orDefault()
	w := &rtfWriter{doc: &Document{}, limit: lim, page: 1, charset: charmap.Windows1252, fonts: map[int]*charmap.Charmap{}, headings: map[int]int{}}
	w.state = rtfState{skip: 1, font: -1}
	s := &rtfScanner{data: f.Content}
	for n := 0; ; n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		t := s.next(w.state.skip)
		if t.kind == rtfEnd || w.text > lim.Text {
			break
		}
		w.token(t)
	}
	w.paragraph()
	w.doc.Pages = min(w.page, lim.Pages)
	w.doc.Title = oneLine(w.title.String())
	partLines(w.doc)
	return w.doc, nil
}

// rtfKind is a kind of token.
type rtfKind uint8

const (
	rtfEnd rtfKind = iota
	rtfOpen
	rtfClose
	rtfWord  // a control word or sign, with its number
	rtfChars // bytes of text
	rtfByte  // one byte of text, written in hexadecimal
)

type rtfToken struct {
	kind   rtfKind
	word   string
	chars  []byte
	number int
	given  bool // the number was
}

// rtfScanner cuts a file into tokens. It never fails: what is no token is text.
type rtfScanner struct {
	data []byte
	pos  int
	drop int // characters to leave out, for they stand in for the one before
}

func (s *rtfScanner) next(skip int) rtfToken {
	for s.pos < len(s.data) {
		switch c := s.data[s.pos]; c {
		case '{', '}':
			s.pos++
			s.drop = 0
			if c == '{' {
				return rtfToken{kind: rtfOpen}
			}
			return rtfToken{kind: rtfClose}
		case '\r', '\n', 0:
			s.pos++
		case '\\':
			if t, ok := s.command(skip); ok {
				return t
			}
		default:
			if chars := s.chars(); len(chars) > 0 {
				return rtfToken{kind: rtfChars, chars: chars}
			}
		}
	}
	return rtfToken{}
}

// command reads a control word; not ok means that it is nobody's business.
func (s *rtfScanner) command(skip int) (t rtfToken, ok bool) {
	t = s.control()
	switch {
	case t.kind == rtfByte && s.drop > 0:
		s.drop--
		return t, false
	case t.word == "u":
		s.drop = skip
	case t.word == "bin":
		s.pos = min(s.pos+max(t.number, 0), len(s.data))
		return t, false
	}
	return t, true
}

func (s *rtfScanner) chars() []byte {
	start := s.pos
	for s.pos < len(s.data) && bytes.IndexByte([]byte("{}\\\r\n\x00"), s.data[s.pos]) < 0 {
		s.pos++
	}
	cut := min(s.drop, s.pos-start)
	s.drop -= cut
	return s.data[start+cut : s.pos]
}

// control reads a control word, or a sign such as \~.
func (s *rtfScanner) control() rtfToken {
	s.pos++
	if s.pos >= len(s.data) {
		return rtfToken{kind: rtfWord}
	}
	start := s.pos
	for s.pos < len(s.data) && s.pos-start < 40 && (s.data[s.pos]|0x20 >= 'a' && s.data[s.pos]|0x20 <= 'z') {
		s.pos++
	}
	if s.pos == start {
		return s.sign()
	}
	t := rtfToken{kind: rtfWord, word: string(s.data[start:s.pos])}
	negative := s.pos < len(s.data) && s.data[s.pos] == '-'
	if negative {
		s.pos++
	}
	for ; s.pos < len(s.data) && s.data[s.pos] >= '0' && s.data[s.pos] <= '9'; s.pos++ {
		t.number, t.given = min(t.number*10+int(s.data[s.pos]-'0'), 1<<30), true
	}
	if negative {
		t.number = -t.number
	}
	if s.pos < len(s.data) && s.data[s.pos] == ' ' {
		s.pos++
	}
	return t
}

func (s *rtfScanner) sign() rtfToken {
	c := s.data[s.pos]
	s.pos++
	if c != '\'' || s.pos+2 > len(s.data) {
		return rtfToken{kind: rtfWord, word: string(rune(c))}
	}
	n := 0
	for _, h := range s.data[s.pos : s.pos+2] {
		n = n<<4 | strings.IndexByte("0123456789abcdef", h|0x20)&15
	}
	s.pos += 2
	return rtfToken{kind: rtfByte, chars: []byte{byte(n)}}
}

// rtfState is what a group inherits and gives back at its end.
type rtfState struct {
	bold, italic, raised bool
	place                rtfPlace
	font                 int
	skip                 int // characters that stand in for one in Unicode
}

// rtfPlace is where text goes.
type rtfPlace uint8

const (
	rtfBody rtfPlace = iota
	rtfNowhere
	rtfTitle
	rtfFonts
	rtfStyles
	rtfMarker
	rtfNote
)

// rtfWriter makes blocks of the tokens.
type rtfWriter struct {
	doc      *Document
	limit    Limits
	b        block.Builder
	note     block.Builder
	state    rtfState
	stack    []rtfState
	charset  *charmap.Charmap
	fonts    map[int]*charmap.Charmap
	headings map[int]int // levels by number of style
	title    strings.Builder
	marker   strings.Builder
	name     strings.Builder // of the style that is being read
	style    int
	level    int // of the paragraph, as a heading
	starred  bool
	row      bool
	high     rune // the first half of a character
	page     int
	text     int64
	waiting  []Block
}
