package read

import (
	"bytes"
	"strings"
	letters "unicode"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// sniffed is how much of a file is looked at to tell text from other bytes.
const sniffed = 64 << 10

// encodingOf names the character encoding of a text file, nil when the bytes are
// no text. A byte-order mark decides; without one, UTF-8 is told by its form,
// UTF-16 by its zero bytes, and older encodings by how often their letters come.
func encodingOf(content []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(content, []byte{0xef, 0xbb, 0xbf}):
		return unicode.UTF8BOM
	case bytes.HasPrefix(content, []byte{0xff, 0xfe}):
		return unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
	case bytes.HasPrefix(content, []byte{0xfe, 0xff}):
		return unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM)
	}
	head := content[:min(len(content), sniffed)]
	if e := zeroBytes(head); e != nil {
		return e
	}
	control, high := 0, 0
	for _, c := range head {
		switch {
		case c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1a || c == 0x7f:
			control++
		case c >= 0x80:
			high++
		}
	}
	if control*200 > len(head) || bytes.IndexByte(head, 0) >= 0 {
		return nil
	}
	if high == 0 || mostlyUTF8(head) {
		return unicode.UTF8
	}
	return olderEncoding(head)
}

// olderEncoding is that of Western, Eastern or Southern Europe, Russia, the Near East or East Asia
// in which the letters of a text make words; Windows-1252 where nothing tells.
func olderEncoding(head []byte) encoding.Encoding {
	best, err := chardet.NewTextDetector().DetectBest(head)
	if err != nil {
		return charmap.Windows1252
	}
	name := best.Charset
	if name == "GB-18030" {
		name = "gb18030" // as standards call it
	}
	enc, err := htmlindex.Get(name)
	if err == nil && enc != charmap.Windows1252 {
		return enc
	}
	return westernEncoding(head)
}

// signs are what Windows has no letters for, but the Macintosh and DOS have; \xd5 is the apostrophe
// of the Macintosh.
const signs = "\x80\x81\x82\x83\x84\x86\x87\x88\x89\x8d\x8e\x8f\x90\x98\x99\x9b\x9d\x9f\xa1\xa2\xa3\xa4\xd5"

// westernEncoding is that of Windows, of the Macintosh or of DOS: signs do not stand within words.
func westernEncoding(head []byte) encoding.Encoding {
	var within []byte
	strange, small := 0, 0
	for i := 1; i+1 < len(head); i++ {
		c := head[i]
		if c < 0x80 || !isLatin(head[i-1]) || !isLatin(head[i+1]) {
			continue
		}
		within = append(within, c)
		if strings.IndexByte(signs, c) >= 0 {
			strange++
		} else if letters.IsLower(charmap.Windows1252.DecodeByte(c)) {
			small++
		}
	}
	switch {
	case strange < 2 || strange < small:
		return charmap.Windows1252
	case lettersIn(within, charmap.Macintosh) >= lettersIn(within, charmap.CodePage850):
		return charmap.Macintosh
	}
	return charmap.CodePage850
}

// lettersIn counts what may stand within words, if bytes are in an encoding.
func lettersIn(text []byte, m *charmap.Charmap) (n int) {
	for _, c := range text {
		if r := m.DecodeByte(c); letters.IsLower(r) || r == '’' {
			n++
		}
	}
	return n
}

func isLatin(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// zeroBytes tells UTF-16 without a byte-order mark: in mostly Latin text every
// second byte is zero.
func zeroBytes(head []byte) encoding.Encoding {
	if len(head) < 8 {
		return nil
	}
	var zeros [2]int
	printed := 0
	for i, c := range head {
		switch {
		case c == 0:
			zeros[i%2]++
		case c >= ' ' && c < 0x7f || c == '\n' || c == '\r' || c == '\t':
			printed++
		}
	}
	half := len(head) / 2
	switch {
	case printed*10 < 6*half: // zeros among other bytes than text, as in a program
	case zeros[1]*10 > half*6 && zeros[0]*50 < half:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case zeros[0]*10 > half*6 && zeros[1]*50 < half:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// mostlyUTF8 allows a damaged character now and then: Windows-1252 has none of
// the sequences of UTF-8, so one damaged in twenty still tells the two apart.
func mostlyUTF8(head []byte) bool {
	good, bad := 0, 0
	for len(head) > 0 {
		r, n := utf8.DecodeRune(head)
		switch {
		case r == utf8.RuneError && n == 1:
			if !utf8.FullRune(head) {
				return bad*20 <= good // cut in two by the end of the look
			}
			bad++
		case n > 1:
			good++
		}
		head = head[n:]
	}
	return bad*20 <= good
}

// decode turns the bytes of a text file into text whose lines end in \n.
func decode(content []byte, limit int64) string {
	enc := encodingOf(content)
	if enc == nil {
		return ""
	}
	if limit > 0 && int64(len(content)) > 2*limit+2 {
		content = content[:2*limit+2]
	}
	out, err := enc.NewDecoder().Bytes(content)
	if err != nil {
		out = bytes.ToValidUTF8(content, []byte("\uFFFD"))
	}
	text := strings.ToValidUTF8(string(out), "\uFFFD")
	if limit > 0 && int64(len(text)) > limit {
		text = strings.ToValidUTF8(text[:limit], "")
	}
	return newlines.Replace(text)
}

var newlines = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n\n", "\x1a", "", "\v", "\n")
