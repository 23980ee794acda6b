package read

import (
	"encoding/xml"
	"strconv"
	"strings"
	"unicode/utf8"
)

// docxNumbered says that a paragraph belongs to a list, and how deep.
type docxNumbered struct {
	id    string
	level int
}

// docxLevel is how one level of a list is marked: "%1." in decimal, say.
type docxLevel struct {
	format string
	text   string
	start  int
}

const listLevels = 9

// docxNumbering knows the lists of a document and how far each has counted.
type docxNumbering struct {
	lists    map[string]string                 // list → its definition
	levels   map[string]*[listLevels]docxLevel // of each definition
	counters map[string]*[listLevels]int       // of each list
}

func parseNumbering(parts docxParts) *docxNumbering {
	n := &docxNumbering{lists: map[string]string{}, levels: map[string]*[listLevels]docxLevel{}, counters: map[string]*[listLevels]int{}}
	var levels *[listLevels]docxLevel
	var list string
	at := 0
	parts.each("word/numbering.xml", func(e xml.StartElement, _ *xml.Decoder) {
		value := attribute(e, "val")
		switch e.Name.Local {
		case "abstractNum":
			levels = &[listLevels]docxLevel{}
			n.levels[attribute(e, "abstractNumId")] = levels
		case "num":
			list, levels = attribute(e, "numId"), nil
		case "abstractNumId":
			n.lists[list] = value
		case "lvl":
			at, _ = strconv.Atoi(attribute(e, "ilvl"))
			at = max(0, min(at, listLevels-1))
		}
		if levels == nil {
			return
		}
		switch l := &levels[at]; e.Name.Local {
		case "start":
			l.start, _ = strconv.Atoi(value)
		case "numFmt":
			l.format = value
		case "lvlText":
			l.text = value
		}
	})
	return n
}

// marker counts on and returns the marker of the next paragraph of a list, "" when
// the list is unknown or unmarked.
func (n *docxNumbering) marker(p docxNumbered) string {
	levels := n.levels[n.lists[p.id]]
	if levels == nil || p.level < 0 || p.level >= listLevels {
		return ""
	}
	counters := n.counters[p.id]
	if counters == nil {
		counters = &[listLevels]int{}
		n.counters[p.id] = counters
	}
	l := levels[p.level]
	counters[p.level]++
	for deeper := p.level + 1; deeper < listLevels; deeper++ {
		counters[deeper] = 0
	}
	switch l.format {
	case "none", "":
		return ""
	case "bullet":
		return bulletSign(l.text)
	}
	text := l.text
	for i := range p.level + 1 {
		value := max(levels[i].start, 1) + max(counters[i], 1) - 1
		if levels[i].start == 0 && levels[i].format != "" && counters[i] > 0 {
			value = counters[i]
		}
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(i+1), countIn(levels[i].format, value))
	}
	return strings.TrimSpace(text)
}

// bulletSign is a bullet that can be printed: those of Symbol and Wingdings are in
// the private area.
func bulletSign(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || r >= 0xe000 && r <= 0xf8ff || r == 'o' || r == '§' {
		return "•"
	}
	return string(r)
}

func countIn(format string, n int) string {
	switch format {
	case "lowerLetter", "upperLetter":
		s := strings.Repeat(string(rune('a'+(n-1)%26)), min((n-1)/26+1, 4))
		if format == "upperLetter" {
			s = strings.ToUpper(s)
		}
		return s
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperRoman":
		return roman(n)
	}
	return strconv.Itoa(n)
}

func roman(n int) string {
	if n <= 0 || n >= 4000 {
		return strconv.Itoa(n)
	}
	values := []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	signs := []string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}
	var b strings.Builder
	for i, v := range values {
		for n >= v {
			b.WriteString(signs[i])
			n -= v
		}
	}
	return b.String()
}
