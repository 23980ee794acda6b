package read

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// docxStyle is what a paragraph or character style says that matters here.
type docxStyle struct {
	name         string
	basedOn      string
	bold, italic *bool
	outline      int // heading level from 1; 0 for none
	numbering    docxNumbered
}

type docxStyles map[string]*docxStyle

func parseStyles(parts docxParts) docxStyles {
	styles := docxStyles{}
	var cur *docxStyle
	parts.each("word/styles.xml", func(e xml.StartElement, _ *xml.Decoder) {
		if e.Name.Local == "style" {
			cur = &docxStyle{}
			styles[attribute(e, "styleId")] = cur
			return
		}
		if cur != nil {
			cur.take(e)
		}
	})
	return styles
}

func (s *docxStyle) take(e xml.StartElement) {
	v := on(e)
	switch e.Name.Local {
	case "name":
		s.name = strings.ToLower(attribute(e, "val"))
	case "basedOn":
		s.basedOn = attribute(e, "val")
	case "b":
		s.bold = &v
	case "i":
		s.italic = &v
	case "outlineLvl":
		if n, err := strconv.Atoi(attribute(e, "val")); err == nil && n < 9 {
			s.outline = n + 1
		}
	case "numId":
		s.numbering.id = attribute(e, "val")
	case "ilvl":
		s.numbering.level, _ = strconv.Atoi(attribute(e, "val"))
	}
}

// maxInheritance ends a chain of styles that goes round in a circle.
const maxInheritance = 12

// walk calls do for a style and those that it is based on, until do is content.
func (s docxStyles) walk(id string, do func(*docxStyle) bool) {
	for range maxInheritance {
		style, ok := s[id]
		if !ok || do(style) {
			return
		}
		id = style.basedOn
	}
}

func (s docxStyles) bold(id string) (bold bool) {
	s.walk(id, func(st *docxStyle) bool {
		if st.bold != nil {
			bold = *st.bold
		}
		return st.bold != nil
	})
	return bold
}

func (s docxStyles) italic(id string) (italic bool) {
	s.walk(id, func(st *docxStyle) bool {
		if st.italic != nil {
			italic = *st.italic
		}
		return st.italic != nil
	})
	return italic
}

// heading is the level of the heading that a style makes, 0 for running text.
func (s docxStyles) heading(id string) (level int) {
	s.walk(id, func(st *docxStyle) bool {
		switch {
		case st.outline > 0:
			level = st.outline
		case st.name == "title":
			level = 1
		case strings.HasPrefix(st.name, "heading "):
			level, _ = strconv.Atoi(strings.TrimPrefix(st.name, "heading "))
		}
		return level > 0
	})
	return level
}

func (s docxStyles) numbered(id string) (n docxNumbered) {
	s.walk(id, func(st *docxStyle) bool {
		n = st.numbering
		return n.id != ""
	})
	return n
}
