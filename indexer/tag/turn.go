package tag

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
)

// turn is an intervention with what was found in it.
type turn struct {
	in      *corpus.Intervention
	matches []vocabulary.Match
	// The words that name the speaker stand from introStart to introEnd, which
	// are equal where the text does not have them.
	introStart, introEnd int
	first                int // where the first sentence ends
	opening              int // where the first paragraph ends
}

func newTurn(in *corpus.Intervention, matches []vocabulary.Match) *turn {
	t := &turn{in: in, matches: matches}
	// Mostly they open the text. In a list of recommendations they close it, and
	// on a cover they stand somewhere in its first lines.
	find := strings.Index
	if in.Listed {
		find = strings.LastIndex
	}
	if i := find(in.Text, in.Speaker.AsPrinted); i >= 0 {
		t.introStart, t.introEnd = i, i+len(in.Speaker.AsPrinted)
	}
	begin := 0
	if t.introStart == 0 {
		begin = t.introEnd
	}
	t.first = begin + sentence(in.Text[begin:])
	t.opening = len(in.Text)
	if i := strings.Index(in.Text[begin:], "\n\n"); i >= 0 {
		t.opening = begin + i
	}
	return t
}

// introduces says whether a match is among the words that name the speaker.
func (t *turn) introduces(m vocabulary.Match) bool {
	return m.Start >= t.introStart && m.End <= t.introEnd
}

// sentence is the length of the first sentence of a text. A full stop after a
// capital or a short form ("U.S.", "Mr.") ends none.
func sentence(text string) int {
	word := 0 // where the current word begins
	for i, r := range text {
		switch {
		case strings.ContainsRune("。！？", r), r == '\n':
			return i + utf8.RuneLen(r)
		case r == '.' || r == '!' || r == '?':
			next, _ := utf8.DecodeRuneInString(text[i+1:])
			if next != utf8.RuneError && !unicode.IsSpace(next) || r == '.' && shortForm(text[word:i]) {
				continue
			}
			if i > 0 {
				return i + 1
			}
		case unicode.IsSpace(r):
			word = i + utf8.RuneLen(r)
		}
	}
	return len(text)
}

// shortForm says whether the word before a full stop is likely cut short.
func shortForm(word string) bool {
	if strings.Contains(word, ".") {
		return true
	}
	r, n := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) && (n == len(word) || honorifics[strings.ToLower(word)])
}

// honorifics are the forms of address before a name, without full stop.
var honorifics = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "miss": true, "dr": true, "prof": true, "hon": true, "sir": true, "sen": true, "rev": true,
	"m": true, "mm": true, "mme": true, "mlle": true, "sr": true, "sra": true, "srta": true, "dra": true, "amb": true, "messrs": true,
	"professor": true, "monsieur": true, "madame": true, "señor": true, "señora": true,
}
