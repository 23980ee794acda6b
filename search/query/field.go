package query

import (
	"strings"
	"unicode"

	"briefsearch/corpus"
)

// valueKind is how the value of a field is read.
type valueKind uint8

const (
	ofVocabulary valueKind = iota + 1 // an id, label or alias
	asTyped                           // as it is
	ofYear                            // a year or a range of years
	ofDate                            // a date, or a range of dates
	ofLanguage                        // a code, or a name
)

type field struct {
	name string // of search.Fields
	kind valueKind
	list corpus.Kind // ofVocabulary
}

// fieldNamed is the field behind a name in a query.
func fieldNamed(name string) (field, bool) {
	switch name = strings.ToLower(name); name {
	case "rcp", "country", "theme", "organisation", "act":
		return field{name: name, kind: ofVocabulary, list: corpus.Kind(name)}, true
	case "organization", "org":
		return field{name: string(corpus.Organisation), kind: ofVocabulary, list: corpus.Organisation}, true
	case "country_speaks_for", "country_mentioned":
		return field{name: name, kind: ofVocabulary, list: corpus.Country}, true
	case "speaker", "report", "session":
		return field{name: name, kind: asTyped}, true
	case "year":
		return field{name: name, kind: ofYear}, true
	case "date":
		return field{name: name, kind: ofDate}, true
	case "language", "lang":
		return field{name: "language", kind: ofLanguage}, true
	default:
		return field{}, false
	}
}

// field reads a value, which is the rest of the word or the phrase behind it.
func (p *parser) field(t token, f field, value string) []Node {
	if t.tied && p.next < len(p.tokens) && p.tokens[p.next].kind == tokenPhrase {
		value = p.tokens[p.next].text
		p.next++
	}
	value = tidy(value)
	if trim(value) == "" {
		p.notice(t, noValue, f.name)
		return p.asWords(t.text)
	}
	if n, ok := p.value(f, value); ok {
		return []Node{n}
	}
	p.notice(t, noSuchValue, f.name, value)
	return p.asWords(value)
}

func (p *parser) asWords(text string) []Node {
	var parts []Node
	for _, w := range words(text) {
		parts = append(parts, p.term(w))
	}
	return parts
}

func (p *parser) value(f field, value string) (Node, bool) {
	switch f.kind {
	case ofVocabulary:
		if p.names == nil {
			return Field{Name: f.name, Value: trim(value)}, true
		}
		e, ok := p.names.resolve(f.list, value)
		return Field{Name: f.name, Value: e.id}, ok
	case asTyped:
		return Field{Name: f.name, Value: trim(value)}, true
	case ofLanguage:
		code, ok := languageCode(value)
		return Field{Name: f.name, Value: code}, ok
	case ofYear:
		return ranged(f.name, value, isYear)
	case ofDate:
		return ranged(f.name, value, isDate)
	}
	return nil, false
}

// ranged reads "a", "a..b", "a.." and "..b".
func ranged(name, value string, valid func(string) bool) (Node, bool) {
	from, to, isRange := strings.Cut(value, "..")
	if !isRange {
		if name == "date" { // a month is a range of days
			return Field{Name: name, From: value, To: value}, valid(value)
		}
		return Field{Name: name, Value: value}, valid(value)
	}
	if from == "" && to == "" || from != "" && !valid(from) || to != "" && !valid(to) {
		return nil, false
	}
	if from != "" && to != "" && from > to {
		from, to = to, from
	}
	return Field{Name: name, From: from, To: to}, true
}

func isYear(s string) bool {
	if len(s) != len("2006") {
		return false
	}
	_, err := corpus.ParseDate(s)
	return err == nil
}

func isDate(s string) bool {
	_, err := corpus.ParseDate(s)
	return err == nil && s != ""
}

// languageCode is the code of a language given by its code or its name.
func languageCode(s string) (string, bool) {
	s = strings.ToLower(trim(s))
	switch s {
	case "english", "anglais", "inglés":
		return "en", true
	case "french", "français", "francés":
		return "fr", true
	case "spanish", "español", "espagnol":
		return "es", true
	case "arabic", "arabe", "árabe":
		return "ar", true
	case "russian", "russe", "ruso":
		return "ru", true
	case "chinese", "chinois", "chino":
		return "zh", true
	}
	if len(s) < 2 || len(s) > 3 || strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsLetter(r) }) {
		return "", false
	}
	return s, true
}
