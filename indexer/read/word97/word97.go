// Package word97 takes the paragraphs out of the file format of Word 97 to 2003 (.doc), as
// [MS-DOC] describes it.
//
// In: the bytes of a file. Out: paragraphs of runs with their style, list and table, and
// the definitions of the lists. Package read makes blocks of them. Pictures, comments, text
// boxes, heads and feet of pages are left out, and so is what was deleted or hidden.
//
// [MS-DOC]: https://learn.microsoft.com/openspecs/office_file_formats/ms-doc
package word97

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"unicode/utf16"

	"github.com/richardlehane/mscfb"
	"golang.org/x/text/encoding/charmap"
)

// What a file may be instead.
var (
	ErrEncrypted = errors.New("the document is encrypted")
	ErrOlder     = errors.New("it was written by a Word older than Word 97")
	ErrNotWord   = errors.New("it holds no Word document")
)

// Document is what a file holds.
type Document struct {
	Paragraphs []Paragraph
	Footnotes  []Paragraph
	Lists      map[int]*List // by the number that paragraphs refer to
}

// Paragraph is a paragraph, or what one ends: a cell, a row.
type Paragraph struct {
	Runs    []Run
	Heading int  // level from 1, 0 for none
	List    int  // number of its list, 0 for none
	Level   int  // in the list, from 0
	Cell    bool // it ends a cell of a table
	Row     bool // it ends a row, and is no cell
	Breaks  int  // pages that end in it
}

// Run is text of one style. "\n" is a line broken by hand.
type Run struct {
	Text                 string
	Bold, Italic, Raised bool
}

// fib are the places in the file's header that are read here.
const (
	fibIdent   = 0x00 // signature
	fibVersion = 0x02
	fibFlags   = 0x0a
	fibText    = 0x4c // characters of the text, and then of the footnotes
	fibNotes   = 0x50
	fibStyles  = 0xa2 // offset and size in the table stream, like all that follow
	fibChars   = 0xfa
	fibParas   = 0x102
	fibPieces  = 0x1a2
	fibLists   = 0x2e2
	fibUses    = 0x2ea

	identWord = 0xa5ec
	word97    = 0xc1 // version of the header
	encrypted = 0x0100
	secondOne = 0x0200 // the table stream is "1Table"
)

// file is a document with its streams.
type file struct {
	main, table stream
	styles      []style
	chars       []charRun
	paras       []paraRun
}

// Parse reads a file. limit is how many bytes of text it gives at most.
func Parse(data []byte, limit int64) (*Document, error) {
	streams, err := streamsOf(data)
	if err != nil {
		return nil, err
	}
	f := &file{main: streams["WordDocument"]}
	switch {
	case f.main == nil:
		return nil, ErrNotWord
	case f.main.u16(fibIdent) != identWord || f.main.u16(fibVersion) < word97:
		return nil, ErrOlder
	case f.main.u16(fibFlags)&encrypted != 0:
		return nil, ErrEncrypted
	}
	f.table = streams["0Table"]
	if f.main.u16(fibFlags)&secondOne != 0 {
		f.table = streams["1Table"]
	}
	f.styles = parseStyles(f.part(fibStyles))
	f.readProperties()
	w := &writer{file: f, limit: limit}
	text, notes := int(f.main.u32(fibText)), int(f.main.u32(fibNotes))
	doc := &Document{Lists: parseLists(f.table, f.main)}
	doc.Paragraphs = w.paragraphs(0, text)
	doc.Footnotes = w.paragraphs(text, text+notes)
	return doc, nil
}

// streamsOf are the streams of a compound file that are read here.
func streamsOf(data []byte) (map[string]stream, error) {
	container, err := mscfb.New(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("word97: %w", err)
	}
	streams := make(map[string]stream)
	for entry, err := container.Next(); err == nil; entry, err = container.Next() {
		if len(entry.Path) > 0 { // of an embedded document
			continue
		}
		switch entry.Name {
		case "WordDocument", "0Table", "1Table":
			content, err := io.ReadAll(io.LimitReader(entry, int64(len(data))))
			if err != nil {
				return nil, fmt.Errorf("word97: %s: %w", entry.Name, err)
			}
			streams[entry.Name] = content
		}
	}
	return streams, nil
}

// part is what the header names in the table stream.
func (f *file) part(at int) stream {
	return f.table.cut(int(f.main.u32(at)), int(f.main.u32(at+4)))
}

// stream is bytes that may be shorter than they say: what lies outside is zero or empty.
type stream []byte

func (s stream) u8(at int) int {
	if at < 0 || at >= len(s) {
		return 0
	}
	return int(s[at])
}

func (s stream) u16(at int) int {
	if at < 0 || at+2 > len(s) {
		return 0
	}
	return int(binary.LittleEndian.Uint16(s[at:]))
}

func (s stream) u32(at int) uint32 {
	if at < 0 || at+4 > len(s) {
		return 0
	}
	return binary.LittleEndian.Uint32(s[at:])
}

func (s stream) cut(at, size int) stream {
	if at < 0 || size < 0 || at > len(s) {
		return nil
	}
	return s[at:min(at+size, len(s))]
}

// piece is a stretch of the text: its characters from and to, and where their bytes are.
type piece struct {
	from, to int
	at       int
	wide     bool // two bytes a character
}

// pieces are the stretches of the text in order.
func (f *file) pieces() []piece {
	clx := f.part(fibPieces)
	at := 0
	for clx.u8(at) == 1 { // properties that pieces refer to
		at += 3 + clx.u16(at+1)
	}
	if clx.u8(at) != 2 {
		return nil
	}
	plc := clx.cut(at+5, int(clx.u32(at+1)))
	n := (len(plc) - 4) / 12
	var all []piece
	for i := range n {
		const compressed, offset = 1 << 30, 1<<30 - 1
		fc := plc.u32(4*(n+1) + 8*i + 2)
		p := piece{from: int(plc.u32(4 * i)), to: int(plc.u32(4*i + 4)), at: int(fc & offset), wide: fc&compressed == 0}
		if !p.wide {
			p.at /= 2
		}
		if p.from < p.to {
			all = append(all, p)
		}
	}
	return all
}

// width is how many bytes a character of a piece has.
func (p piece) width() int {
	if p.wide {
		return 2
	}
	return 1
}

// text are the characters between two bytes of the file, of one piece.
func (f *file) text(p piece, from, to int) string {
	raw := f.main.cut(from, to-from)
	if p.wide {
		units := make([]uint16, len(raw)/2)
		for i := range units {
			units[i] = binary.LittleEndian.Uint16(raw[2*i:])
		}
		return string(utf16.Decode(units))
	}
	out := make([]rune, len(raw))
	for i, b := range raw {
		out[i] = charmap.Windows1252.DecodeByte(b)
	}
	return string(out)
}
