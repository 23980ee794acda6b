package ui

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"briefsearch/corpus"
	"briefsearch/search"
)

// What the pages say. When the pages speak other languages, the words of this
// file become their catalogue.

// facetTitles name the facets, and say what a tick in them means.
var facetTitles = map[string]string{
	string(corpus.RCP):          "Consultative process (RCP)",
	string(corpus.Country):      "Country",
	search.FieldSpeaker:         "Speaker",
	string(corpus.Organisation): "Organisation",
	string(corpus.Theme):        "Theme",
	string(corpus.Act):          "Calls and other acts",
	search.FieldYear:            "Year",
	search.FieldReport:          "Report",
	search.FieldSession:         "Session",
	search.FieldLanguage:        "Language",
}

var kindTitles = map[corpus.Kind]string{
	corpus.RCP:          "Consultative processes",
	corpus.Country:      "Countries",
	corpus.Organisation: "Organisations",
	corpus.Theme:        "Themes",
	corpus.Act:          "Calls and other acts",
}

var relationWords = map[corpus.Relation]string{
	corpus.SpeaksFor: "speaks for it",
	corpus.About:     "is on it",
	corpus.Mentioned: "mentions it",
}

// viaWords say why words of the text are evidence of a tag.
var viaWords = map[string]string{
	"name":    "its name",
	"acronym": "its acronym",
	"alias":   "another name of it",
	"demonym": "the word for its people or things",
	"term":    "a term of it",
	"weak":    "a word that goes with this theme",
	"speaker": "how the speaker is presented",
	"context": "a name that the text around makes clear",
}

func viaWord(via string) string {
	if w, ok := viaWords[via]; ok {
		return w
	}
	return strings.ReplaceAll(via, "_", " ")
}

// count says a number of things: "1 report", "2,400 reports".
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(n) + " " + many
}

// number groups digits by thousands.
func number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// dateWords writes a date as people say it, as exactly as it is known.
func dateWords(d corpus.Date) string {
	for _, form := range [][2]string{{time.DateOnly, "2 January 2006"}, {"2006-01", "January 2006"}} {
		if t, err := time.Parse(form[0], string(d)); err == nil {
			return t.Format(form[1])
		}
	}
	return string(d)
}

// pageWords says on which pages something stands.
func pageWords(from, to int) string {
	switch {
	case from <= 0:
		return ""
	case to <= from:
		return fmt.Sprintf("page %d", from)
	default:
		return fmt.Sprintf("pages %d–%d", from, to)
	}
}

// list joins words: "a", "a or b", "a, b or c".
func list(words []string, last string) string {
	n := len(words)
	if n < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:n-1], ", ") + " " + last + " " + words[n-1]
}
