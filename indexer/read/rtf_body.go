package read

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"briefsearch/indexer/read/block"
)

// maxGroups bounds the nesting of groups.
const maxGroups = 1000

func (w *rtfWriter) token(t rtfToken) {
	switch t.kind {
	case rtfOpen:
		if len(w.stack) < maxGroups {
			w.stack = append(w.stack, w.state)
		}
		w.starred = false
	case rtfClose:
		w.closeGroup()
	case rtfChars, rtfByte:
		w.put(w.decode(t.chars))
	case rtfWord:
		w.control(t)
	case rtfEnd:
	}
}

func (w *rtfWriter) closeGroup() {
	n := len(w.stack)
	if n == 0 {
		return
	}
	was := w.state.place
	w.state, w.stack = w.stack[n-1], w.stack[:n-1]
	switch {
	case was == rtfStyles && strings.Contains(w.name.String(), ";"):
		name := strings.ToLower(strings.TrimRight(strings.TrimSpace(w.name.String()), ";"))
		if level, err := strconv.Atoi(strings.TrimPrefix(name, "heading ")); err == nil && level > 0 && level < 10 {
			w.headings[w.style] = level
		} else if name == "title" {
			w.headings[w.style] = 1
		}
		w.name.Reset()
	case was == rtfNote && w.state.place != rtfNote:
		if out, ok := w.note.Finish(Footnote, 0, ""); ok {
			w.waiting = append(w.waiting, out)
		}
	}
	w.restyle()
}

// decode turns bytes of text into text, by the character set of the font.
func (w *rtfWriter) decode(chars []byte) string {
	set := w.charset
	if f := w.fonts[w.state.font]; f != nil && w.state.place != rtfFonts && w.state.place != rtfStyles {
		set = f
	}
	var out strings.Builder
	for _, c := range chars {
		out.WriteRune(set.DecodeByte(c))
	}
	return out.String()
}

func (w *rtfWriter) put(s string) {
	w.starred = false
	switch w.state.place {
	case rtfTitle:
		w.title.WriteString(s)
	case rtfStyles:
		w.name.WriteString(s)
	case rtfMarker:
		w.marker.WriteString(s)
	case rtfNote:
		w.note.Page(w.page)
		w.note.Text(s)
	case rtfBody:
		if w.state.raised && superscriptMark.MatchString(s) && w.b.Len() > 0 {
			return
		}
		w.b.Page(w.page)
		w.b.Text(s)
		w.text += int64(len(s))
	case rtfNowhere, rtfFonts:
	}
}

// rtfPlaces are the control words that say where the text of their group goes.
var rtfPlaces = map[string]rtfPlace{
	"fonttbl": rtfFonts, "stylesheet": rtfStyles, "title": rtfTitle, "listtext": rtfMarker, "pntext": rtfMarker, "footnote": rtfNote,
	"colortbl": rtfNowhere, "info": rtfNowhere, "pict": rtfNowhere, "object": rtfNowhere, "fldinst": rtfNowhere,
	"header": rtfNowhere, "headerl": rtfNowhere, "headerr": rtfNowhere, "headerf": rtfNowhere,
	"footer": rtfNowhere, "footerl": rtfNowhere, "footerr": rtfNowhere, "footerf": rtfNowhere,
	"themedata": rtfNowhere, "datastore": rtfNowhere, "listtable": rtfNowhere, "listoverridetable": rtfNowhere,
	"rsidtbl": rtfNowhere, "generator": rtfNowhere, "xmlnstbl": rtfNowhere, "ftnsep": rtfNowhere, "ftnsepc": rtfNowhere,
	"annotation": rtfNowhere, "nonshppict": rtfNowhere,
}

// rtfSigns are the control words that stand for characters.
var rtfSigns = map[string]string{
	"\\": "\\", "{": "{", "}": "}", "~": "\u00a0", "_": "\u2011", "-": "\u00ad",
	"emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
	"tab": " ", "emspace": " ", "enspace": " ",
}

func (w *rtfWriter) control(t rtfToken) {
	starred := w.starred
	w.starred = t.word == "*"
	if place, ok := rtfPlaces[t.word]; ok {
		if w.state.place != rtfNowhere || place == rtfTitle {
			w.state.place = place
		}
		return
	}
	if starred {
		// A reader that does not know such a group leaves it out. What is in a
		// text box is text of the page.
		if t.word != "shptxt" && t.word != "shpinst" && t.word != "cs" {
			w.state.place = rtfNowhere
		}
		return
	}
	if sign, ok := rtfSigns[t.word]; ok {
		w.put(sign)
		return
	}
	switch t.word {
	case "par", "sect", "page":
		w.breakAt(t.word)
	case "line":
		w.put(" ")
		if w.state.place == rtfBody {
			w.b.Line(w.page)
		}
	case "cell", "nestcell":
		w.row = true
		w.b.Cell()
	case "row":
		w.finish(Row, 0, "")
		w.row = false
	default:
		w.look(t)
	}
}

func (w *rtfWriter) breakAt(word string) {
	switch {
	case w.state.place == rtfNote:
		w.note.Space()
	case w.state.place != rtfBody:
	case w.row:
		w.b.Space()
	default:
		w.paragraph()
	}
	if word == "page" && w.page < w.limit.Pages {
		w.page++
	}
}

// look takes what changes how text looks and is encoded.
func (w *rtfWriter) look(t rtfToken) {
	on := !t.given || t.number != 0
	switch t.word {
	case "b":
		w.state.bold = on
	case "i":
		w.state.italic = on
	case "super":
		w.state.raised = on
	case "nosupersub":
		w.state.raised = false
	case "plain":
		w.state.bold, w.state.italic, w.state.raised = false, false, false
	case "pard":
		w.level = 0
		w.row = false
	case "intbl":
		w.row = true
	case "outlinelevel":
		if t.number >= 0 && t.number < 9 {
			w.level = t.number + 1
		}
	case "s":
		w.style = t.number
		if w.state.place == rtfBody {
			w.level = max(w.level, w.headings[t.number])
		}
	case "f":
		w.state.font = t.number
	case "fcharset":
		w.fonts[w.state.font] = charsetOf(rtfCharsets[t.number])
	case "ansicpg":
		if set := charsetOf(t.number); set != nil {
			w.charset = set
		}
	case "mac":
		w.charset = charmap.Macintosh
	case "uc":
		w.state.skip = min(max(t.number, 0), 16)
	case "u":
		w.unicode(t.number)
	}
	w.restyle()
}

func (w *rtfWriter) restyle() { w.b.Style(w.state.bold, w.state.italic) }

// unicode takes a character that is written as a signed number of 16 bits.
func (w *rtfWriter) unicode(n int) {
	c := rune(n & 0xffff)
	high := w.high
	w.high = 0
	switch {
	case !utf16.IsSurrogate(c):
		w.put(string(c))
	case high != 0:
		w.put(string(utf16.DecodeRune(high, c)))
	default:
		w.high = c
	}
}

// rtfCharsets are the code pages of the character sets of fonts.
var rtfCharsets = map[int]int{0: 1252, 161: 1253, 162: 1254, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 238: 1250, 77: 10000}

func charsetOf(codePage int) *charmap.Charmap {
	return map[int]*charmap.Charmap{
		437: charmap.CodePage437, 850: charmap.CodePage850, 1250: charmap.Windows1250, 1251: charmap.Windows1251,
		1252: charmap.Windows1252, 1253: charmap.Windows1253, 1254: charmap.Windows1254, 1255: charmap.Windows1255,
		1256: charmap.Windows1256, 1257: charmap.Windows1257, 10000: charmap.Macintosh,
	}[codePage]
}

// paragraph ends a paragraph of running text.
func (w *rtfWriter) paragraph() {
	marker := strings.TrimSpace(w.marker.String())
	if len(marker) > 0 && marker[0] > 0x7f || marker == "o" {
		marker = "•" // whatever sign the bullet's font has there
	}
	switch {
	case w.level > 0:
		w.finish(Heading, w.level, "")
	case marker != "":
		w.finish(Item, 0, marker)
	case plainMarker.Match(w.b.Tail()):
		w.finish(Item, 0, "")
	default:
		w.finish(Paragraph, 0, "")
	}
	w.marker.Reset()
}

func (w *rtfWriter) finish(kind BlockKind, level int, marker string) {
	if out, ok := w.b.Finish(kind, level, marker); ok {
		if kind == Item && marker == "" {
			takeMarker(&out)
		}
		w.doc.Blocks = append(w.doc.Blocks, out)
	}
	w.b = block.Builder{}
	w.restyle()
	w.doc.Blocks = append(w.doc.Blocks, w.waiting...)
	w.waiting = nil
}
