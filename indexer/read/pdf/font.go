package pdf

import (
	"strings"
	"unicode/utf16"

	"github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/charmap"
)

// glyph is what a font says of one code.
type glyph struct {
	text  string
	width float64 // in text space, for a font size of 1
	split bool    // of a script written from right to left: a run of its own
}

// font turns the codes of a string into glyphs.
type font struct {
	name         string
	bold, italic bool
	bytes        int              // of a code: 1 or 2
	simple       [256]glyph       // of a font with one-byte codes
	wide         map[uint32]glyph // of a composite font, filled as codes are met
	widths       map[uint32]float64
	defaultWidth float64
	toUnicode    *cmap
	ucs2         bool              // the codes are UTF-16 themselves
	byGlyph      map[uint32]string // by the embedded font's own table
}

// Bounds of a font's tables.
const (
	maxStream = 8 << 20 // bytes of a font's stream, unpacked
	maxWidths = 1 << 16
)

func (d *Document) loadFont(v pdf.Value) *font {
	f := &font{bytes: 1}
	descendant := v
	if v.Key("Subtype").Name() == "Type0" {
		descendant = v.Key("DescendantFonts").Index(0)
	}
	f.style(v.Key("BaseFont").Name(), descendant.Key("FontDescriptor"))
	if tu := v.Key("ToUnicode"); tu.Kind() == pdf.Stream {
		data, _ := d.stream(tu, maxStream)
		f.toUnicode = parseCMap(data)
	}
	if v.Key("Subtype").Name() == "Type0" {
		d.loadComposite(f, v, descendant)
	} else {
		d.loadSimple(f, v)
	}
	return f
}

// style reads from a font's name and descriptor whether it is bold or italic.
func (f *font) style(base string, descriptor pdf.Value) {
	f.name, f.bold, f.italic = FontStyle(base, descriptor.Key("Flags").Int64())
	f.italic = f.italic || descriptor.Key("ItalicAngle").Float64() != 0
	f.bold = f.bold || descriptor.Key("FontWeight").Float64() >= 600 || descriptor.Key("StemV").Float64() >= 135 && !plainName(f.name)
}

// FontStyle reads from a font's name and the flags of its descriptor whether it is
// bold or italic. The name comes back without the mark of a subset.
func FontStyle(base string, flags int64) (name string, bold, italic bool) {
	if i := strings.IndexByte(base, '+'); i == 6 {
		base = base[i+1:]
	}
	low := strings.ToLower(base)
	const italicFlag, forceBoldFlag = 1 << 6, 1 << 18
	italic = containsAny(low, "italic", "oblique", "-it", "cmti", "cmsl", "slanted") || flags&italicFlag != 0
	bold = containsAny(low, "bold", "black", "heavy", "cmbx", "sfbx", "-bd", "demi", "extrabld") || flags&forceBoldFlag != 0
	return base, bold, italic
}

// IsBoldWeight says whether a font of a weight from 100 to 900 is bold. What calls
// itself a regular font is not: weights are often guessed from the width of stems.
func IsBoldWeight(name string, weight int) bool { return weight >= 680 && !plainName(name) }

// plainName says whether a font calls itself no bold one, whatever its stems.
func plainName(name string) bool {
	return containsAny(strings.ToLower(name), "regular", "roman", "light")
}

func containsAny(s string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

func (d *Document) loadSimple(f *font, v pdf.Value) {
	scale := 1.0 / 1000
	if v.Key("Subtype").Name() == "Type3" {
		if a := v.Key("FontMatrix").Index(0).Float64(); a != 0 {
			scale = max(a, -a)
		}
	}
	f.simpleText(d, v)
	widths := v.Key("Widths")
	table := standardWidths(f.name)
	missing := v.Key("FontDescriptor").Key("MissingWidth").Float64()
	for i := range f.simple {
		width := missing
		if widths.Len() == 0 {
			width = standardWidth(table, f.name, f.simple[i].text)
		}
		f.simple[i].width = width * scale
	}
	first := int(v.Key("FirstChar").Int64())
	for i := range min(widths.Len(), 256) {
		if code := first + i; code >= 0 && code < 256 {
			f.simple[code].width = widths.Index(i).Float64() * scale
		}
	}
}

// simpleText fills in the text of the codes: by ToUnicode, else by the names in
// Differences, else by the base encoding, which for an embedded Type 1 font may
// be its own.
func (f *font) simpleText(d *Document, v pdf.Value) {
	enc := v.Key("Encoding")
	base := enc.Name()
	if enc.Kind() == pdf.Dict {
		base = enc.Key("BaseEncoding").Name()
	}
	decode := baseEncoding(base, v)
	var own map[byte]string
	if base == "" {
		own = d.type1Encoding(v.Key("FontDescriptor").Key("FontFile"))
	}
	differences := differencesOf(enc.Key("Differences"))
	for code := range f.simple {
		c := byte(code & 0xff)
		text := decode(c)
		if s, ok := own[c]; ok {
			text = s
		}
		if name, ok := differences[c]; ok {
			text = named(name, text)
		}
		if f.toUnicode != nil {
			if s, ok := f.toUnicode.text(uint32(c)); ok {
				text = s
			}
		}
		f.simple[code] = newGlyph(text)
	}
}

// named is the text of a glyph's name, or what the base encoding has for its code
// when the name says nothing.
func named(name, base string) string {
	if s := textOfGlyph(name); s != "" {
		return s
	}
	if base == "" {
		return string(replacement)
	}
	return base
}

const replacement = '\uFFFD'

func baseEncoding(name string, v pdf.Value) func(byte) string {
	base := v.Key("BaseFont").Name()
	switch {
	case name == "MacRomanEncoding":
		return func(c byte) string { return charText(charmap.Macintosh.DecodeByte(c)) }
	case name == "StandardEncoding", name == "" && v.Key("Subtype").Name() == "Type1" && !strings.Contains(base, "Symbol"):
		return standardText
	case containsAny(base, "Symbol", "Wingdings", "ZapfDingbats"):
		return dingbat
	}
	return func(c byte) string { return charText(charmap.Windows1252.DecodeByte(c)) }
}

func charText(r rune) string {
	if r < ' ' || r == replacement {
		return ""
	}
	return string(r)
}

// dingbat knows the signs that word processors take from picture fonts as the
// bullets of a list; any other is a bullet as well.
func dingbat(c byte) string {
	switch {
	case c <= ' ':
		return " "
	case c == '-':
		return "–"
	case c >= '0' && c <= '9':
		return string(rune(c))
	}
	return "•"
}

func differencesOf(v pdf.Value) map[byte]string {
	out := map[byte]string{}
	code := 0
	for i := range min(v.Len(), 4096) {
		switch x := v.Index(i); x.Kind() {
		case pdf.Integer:
			code = int(x.Int64())
		case pdf.Name:
			if code >= 0 && code < 256 {
				out[byte(code)] = x.Name()
			}
			code++
		case pdf.Null, pdf.Bool, pdf.Real, pdf.String, pdf.Dict, pdf.Array, pdf.Stream:
		}
	}
	return out
}

func (d *Document) loadComposite(f *font, v, descendant pdf.Value) {
	f.bytes = 2
	if f.toUnicode != nil && f.toUnicode.oneByte {
		f.bytes = 1
	}
	f.wide = map[uint32]glyph{}
	encoding := v.Key("Encoding").Name()
	f.ucs2 = strings.Contains(encoding, "UCS2") || strings.Contains(encoding, "UTF16")
	if f.toUnicode == nil && !f.ucs2 {
		f.byGlyph = d.trueTypeText(descendant.Key("FontDescriptor").Key("FontFile2"))
	}
	f.defaultWidth = 1
	if dw := descendant.Key("DW"); !dw.IsNull() {
		f.defaultWidth = dw.Float64() / 1000
	}
	f.widths = compositeWidths(descendant.Key("W"))
}

// compositeWidths reads the W array: "c [w1 w2 …]" or "first last w".
func compositeWidths(w pdf.Value) map[uint32]float64 {
	out := map[uint32]float64{}
	for i := 0; i+1 < w.Len() && len(out) < maxWidths; {
		first, next := w.Index(i).Int64(), w.Index(i+1)
		if next.Kind() == pdf.Array {
			for j := range min(next.Len(), maxWidths) {
				out[codeOf(first)+uint32(j)] = next.Index(j).Float64() / 1000
			}
			i += 2
			continue
		}
		width := w.Index(i+2).Float64() / 1000
		for c := first; c <= min(next.Int64(), first+maxWidths); c++ {
			out[codeOf(c)] = width
		}
		i += 3
	}
	return out
}

// codeOf is the code that a file writes as n. Codes have four bytes at most.
func codeOf(n int64) uint32 { return uint32(n & 0xffffffff) }

// glyph returns the glyph of a code.
func (f *font) glyph(code uint32) glyph {
	if f.wide == nil {
		return f.simple[code&0xff]
	}
	if g, ok := f.wide[code]; ok {
		return g
	}
	g := newGlyph(f.wideText(code))
	g.width = f.defaultWidth
	if w, ok := f.widths[code]; ok {
		g.width = w
	}
	f.wide[code] = g
	return g
}

func (f *font) wideText(code uint32) string {
	if f.toUnicode != nil {
		if s, ok := f.toUnicode.text(code); ok {
			return s
		}
	}
	if f.ucs2 {
		return string(utf16.Decode([]uint16{uint16(code & 0xffff)}))
	}
	if s, ok := f.byGlyph[code]; ok {
		return s
	}
	return string(replacement)
}

func newGlyph(text string) glyph {
	g := glyph{text: text}
	for i, r := range text {
		switch {
		case r >= 0xf020 && r <= 0xf0ff: // a picture font's signs, by their codes
			g.text = text[:i] + dingbat(byte(r&0xff)) + text[i+len(string(r)):]
			return g
		case r >= 0x590 && r <= 0x8ff || r >= 0xfb1d && r <= 0xfdff || r >= 0xfe70 && r <= 0xfefc:
			g.split = true
		}
	}
	return g
}
