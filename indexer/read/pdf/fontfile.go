package pdf

import (
	"bytes"
	"encoding/binary"
	"regexp"
	"strconv"

	"github.com/ledongthuc/pdf"
)

var type1Char = regexp.MustCompile(`dup\s+(\d{1,3})\s*/([A-Za-z0-9._]+)\s+put`)

// type1Encoding reads the encoding that an embedded Type 1 font states in the
// clear at its head; nil when it is the standard one or there is no such font.
func (d *Document) type1Encoding(v pdf.Value) map[byte]string {
	if v.Kind() != pdf.Stream {
		return nil
	}
	data, _ := d.stream(v, maxStream)
	head, _, _ := bytes.Cut(data, []byte("eexec"))
	out := map[byte]string{}
	for _, m := range type1Char.FindAllSubmatch(head, 256) {
		if code, err := strconv.ParseUint(string(m[1]), 10, 8); err == nil {
			if text := textOfGlyph(string(m[2])); text != "" {
				out[byte(code)] = text
			}
		}
	}
	return out
}

// trueTypeText reads which character each glyph of an embedded TrueType font
// shows, from the font's own table. It is what remains when a composite font has
// no ToUnicode.
func (d *Document) trueTypeText(v pdf.Value) map[uint32]string {
	if v.Kind() != pdf.Stream {
		return nil
	}
	data, _ := d.stream(v, maxStream)
	table := sfntTable(data, "cmap")
	if len(table) < 4 {
		return nil
	}
	out := map[uint32]string{}
	for i := range int(binary.BigEndian.Uint16(table[2:])) {
		record := 4 + 8*i
		if record+8 > len(table) {
			break
		}
		platform, encoding := binary.BigEndian.Uint16(table[record:]), binary.BigEndian.Uint16(table[record+2:])
		offset := binary.BigEndian.Uint32(table[record+4:])
		if (platform == 0 || platform == 3 && (encoding == 1 || encoding == 10)) && uint64(offset) < uint64(len(table)) {
			readSubtable(table[offset:], out)
		}
	}
	return out
}

func sfntTable(data []byte, tag string) []byte {
	if len(data) < 12 {
		return nil
	}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		record := 12 + 16*i
		if record+16 > len(data) {
			return nil
		}
		if string(data[record:record+4]) != tag {
			continue
		}
		offset, length := uint64(binary.BigEndian.Uint32(data[record+8:])), uint64(binary.BigEndian.Uint32(data[record+12:]))
		if offset >= uint64(len(data)) {
			return nil
		}
		return data[offset:min(offset+length, uint64(len(data)))]
	}
	return nil
}

func readSubtable(t []byte, out map[uint32]string) {
	if len(t) < 16 {
		return
	}
	switch binary.BigEndian.Uint16(t) {
	case 4:
		readSegments(t, out)
	case 12:
		for i := range int(min(binary.BigEndian.Uint32(t[12:]), maxMappings)) {
			g := 16 + 12*i
			if g+12 > len(t) {
				return
			}
			first, last := binary.BigEndian.Uint32(t[g:]), binary.BigEndian.Uint32(t[g+4:])
			glyph := binary.BigEndian.Uint32(t[g+8:])
			for c := first; c <= last && len(out) < maxMappings; c++ {
				setFirst(out, glyph+c-first, rune(c&0x1fffff))
			}
		}
	}
}

// readSegments reads a table of format 4: parallel arrays of the ends, starts,
// deltas and offsets of its segments.
func readSegments(t []byte, out map[uint32]string) {
	n := int(binary.BigEndian.Uint16(t[6:])) / 2
	ends, starts, deltas, offsets := 14, 16+2*n, 16+4*n, 16+6*n
	if offsets+2*n > len(t) {
		return
	}
	for i := range n {
		first, last := binary.BigEndian.Uint16(t[starts+2*i:]), binary.BigEndian.Uint16(t[ends+2*i:])
		delta, offset := binary.BigEndian.Uint16(t[deltas+2*i:]), binary.BigEndian.Uint16(t[offsets+2*i:])
		for c := int(first); c <= int(last) && c != 0xffff; c++ {
			glyph := uint16(c&0xffff) + delta
			if offset != 0 {
				at := offsets + 2*i + int(offset) + 2*(c-int(first))
				if at+2 > len(t) {
					break
				}
				glyph = binary.BigEndian.Uint16(t[at:]) + delta
			}
			setFirst(out, uint32(glyph), rune(c&0xffff))
		}
	}
}

func setFirst(out map[uint32]string, glyph uint32, r rune) {
	if _, ok := out[glyph]; !ok && glyph != 0 {
		out[glyph] = string(r)
	}
}
