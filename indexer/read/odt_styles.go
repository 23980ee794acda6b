package read

import (
	"encoding/xml"
	"strconv"
)

// odtStyle is what a style says that matters here.
type odtStyle struct {
	parent       string
	bold, italic *bool
	raised       bool
	breaks       bool // a paragraph of it begins a page
	list         string
}

// odtLevel is how one level of a list is marked.
type odtLevel struct {
	bullet         string
	format         string // of numbers: "1", "a", "i"; "" is no number
	prefix, suffix string
	start          int
}

// odtStyles are the styles of a document: those that have names for its author and
// those that stand for formatting by hand.
type odtStyles struct {
	styles map[string]*odtStyle
	lists  map[string]*[listLevels]odtLevel
}

func newODTStyles() *odtStyles {
	return &odtStyles{styles: map[string]*odtStyle{}, lists: map[string]*[listLevels]odtLevel{}}
}

// odtStyleReader takes the elements of a part one by one.
type odtStyleReader struct {
	into *odtStyles
	cur  *odtStyle
	list *[listLevels]odtLevel
}

func (r *odtStyleReader) take(e xml.StartElement) {
	switch e.Name.Local {
	case "style":
		r.cur = &odtStyle{parent: attribute(e, "parent-style-name"), list: attribute(e, "list-style-name")}
		r.into.styles[attribute(e, "name")] = r.cur
	case "list-style":
		r.cur, r.list = nil, &[listLevels]odtLevel{}
		r.into.lists[attribute(e, "name")] = r.list
	case "list-level-style-number", "list-level-style-bullet":
		r.level(e)
	case "text-properties":
		if r.cur != nil {
			r.cur.look(e)
		}
	case "paragraph-properties":
		if r.cur != nil {
			r.cur.breaks = attribute(e, "break-before") == "page"
		}
	}
}

func (s *odtStyle) look(e xml.StartElement) {
	if w := attribute(e, "font-weight"); w != "" {
		n, err := strconv.Atoi(w)
		bold := w == "bold" || err == nil && n >= 600
		s.bold = &bold
	}
	if v := attribute(e, "font-style"); v != "" {
		italic := v != "normal"
		s.italic = &italic
	}
	if p := attribute(e, "text-position"); p != "" {
		s.raised = len(p) > 4 && p[:5] == "super" || p[0] >= '1' && p[0] <= '9'
	}
}

func (r *odtStyleReader) level(e xml.StartElement) {
	n, err := strconv.Atoi(attribute(e, "level"))
	if r.list == nil || err != nil || n < 1 || n > listLevels {
		return
	}
	l := &r.list[n-1]
	l.start, _ = strconv.Atoi(attribute(e, "start-value"))
	l.prefix, l.suffix = attribute(e, "num-prefix"), attribute(e, "num-suffix")
	if e.Name.Local == "list-level-style-bullet" {
		l.bullet = bulletSign(attribute(e, "bullet-char"))
		return
	}
	l.format = attribute(e, "num-format")
}

// marker is that of the n-th item, from 0.
func (l *odtLevel) marker(n int) string {
	if l.bullet != "" {
		return l.bullet
	}
	formats := map[string]string{"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
	format, ok := formats[l.format]
	if !ok {
		return ""
	}
	return l.prefix + countIn(format, max(l.start, 1)+n) + l.suffix
}

// walk calls do for a style and those that it is based on, until do is content.
func (s *odtStyles) walk(name string, do func(*odtStyle) bool) {
	for range maxInheritance {
		style, ok := s.styles[name]
		if !ok || do(style) {
			return
		}
		name = style.parent
	}
}

// look is the look of text in a style; what the style leaves open stays as it is.
func (s *odtStyles) look(name string, bold, italic bool) (isBold, isItalic bool) {
	s.walk(name, func(st *odtStyle) bool {
		if st.bold != nil {
			bold = *st.bold
		}
		return st.bold != nil
	})
	s.walk(name, func(st *odtStyle) bool {
		if st.italic != nil {
			italic = *st.italic
		}
		return st.italic != nil
	})
	return bold, italic
}
