package block

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words counts the words of a document, so that a hyphen at a line end can be
// judged by how the word is written elsewhere.
type Words struct {
	count   map[string]int
	divides int // line ends with a hyphen whose word is elsewhere written without
	keeps   int // line ends with a hyphen whose word is elsewhere written with it
}

// NewWords is an empty count.
func NewWords() *Words { return &Words{count: map[string]int{}} }

// Add counts the words of a printed line. A word that the line end may have
// divided is not counted.
func (w *Words) Add(line string) {
	for f := range strings.FieldsSeq(line) {
		f = strings.ToLower(strings.TrimFunc(f, func(r rune) bool { return !unicode.IsLetter(r) && !IsHyphen(r) }))
		if last, _ := utf8.DecodeLastRuneInString(f); f != "" && !IsHyphen(last) {
			w.count[strings.ReplaceAll(f, "\u2010", "-")]++
		}
	}
}

// Observe learns from a line end with a hyphen how the document treats them.
func (w *Words) Observe(left, right string) {
	left, right = LastWord(left), FirstWord(right)
	joined, kept := w.forms(left, right)
	switch {
	case joined > kept:
		w.divides++
	case kept > joined:
		w.keeps++
	}
}

func (w *Words) forms(left, right string) (joined, kept int) {
	l, r := strings.ToLower(left), strings.ToLower(right)
	return w.count[l+r], w.count[l+"-"+r]
}

// prefixes are those that English, French and Spanish reports mostly write with
// a hyphen before a small letter.
var prefixes = map[string]bool{
	"non": true, "self": true, "co": true, "ex": true, "vice": true, "well": true, "cross": true, "socio": true,
	"anti": true, "all": true, "long": true, "short": true, "high": true, "low": true, "full": true, "half": true,
	"decision": true, "policy": true, "state": true, "so": true, "gender": true, "sub": true, "post": true, "semi": true,
}

// Divided says whether the hyphen between left, the end of a line, and right,
// the beginning of the next, only divides the word. left ends before the hyphen.
func (w *Words) Divided(left, right string) bool {
	left, right = LastWord(left), FirstWord(right)
	first, _ := utf8.DecodeRuneInString(right)
	last, _ := utf8.DecodeLastRuneInString(left)
	if !unicode.IsLower(first) || !unicode.IsLetter(last) {
		return !unicode.IsUpper(first) && unicode.IsLetter(first) && unicode.IsLetter(last) ||
			unicode.IsUpper(first) && unicode.IsUpper(last) && w.shouted(left, right)
	}
	if strings.ContainsFunc(left, IsHyphen) {
		return w.longer(left, right)
	}
	if joined, kept := w.forms(left, right); joined != kept {
		return joined > kept
	}
	if w.divides == 0 && w.keeps > 0 {
		return false // a document that divides no words
	}
	if prefixes[strings.ToLower(left)] {
		return false
	}
	// Both halves being words of the document speaks for a compound, but only
	// where they are long enough not to be syllables.
	l, r := strings.ToLower(left), strings.ToLower(right)
	return len(l) < 4 || len(r) < 4 || w.count[l] == 0 || w.count[r] == 0
}

// shouted says whether a word in capitals was divided: it is when it is written
// whole elsewhere.
func (w *Words) shouted(left, right string) bool {
	joined, kept := w.forms(left, right)
	return joined > kept
}

// longer judges a hyphen after a part that has one already: "decision-mak-" is
// divided, "face-to-" is not.
func (w *Words) longer(left, right string) bool {
	if joined, kept := w.forms(left, right); joined != kept {
		return joined > kept
	}
	i := strings.LastIndexFunc(left, IsHyphen)
	_, n := utf8.DecodeRuneInString(left[i:])
	part := left[i+n:]
	if joined, _ := w.forms(part, right); joined > 0 {
		return true
	}
	return len(part) > 2 && w.count[strings.ToLower(part)] == 0
}

// LastWord is the word at the end of s, hyphens within it kept.
func LastWord(s string) string {
	end := len(s)
	for end > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:end])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && !IsHyphen(r) && r != '\'' && r != '’' {
			break
		}
		end -= n
	}
	return s[end:]
}

// FirstWord is the word at the beginning of s, hyphens within it kept.
func FirstWord(s string) string {
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && !IsHyphen(r) {
			return s[:i]
		}
	}
	return s
}
