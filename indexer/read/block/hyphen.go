package block

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words counts the words of a document, so that a hyphen at a line end can be
// judged by how the word is written elsewhere.
type Words struct {
	count   map[string]int
	lines   int  // counted
	ends    int  // of them with a hyphen at the end
	divides int  // of those, words that are elsewhere written without a hyphen
	rest    bool // the next line begins with the rest of a word
	within  bool // a word has the typographic hyphen within
}

// NewWords is an empty count.
func NewWords() *Words { return &Words{count: map[string]int{}} }

// Add counts the words of the next printed line. A word that a line end may have
// divided is not counted.
func (w *Words) Add(line string) {
	w.lines++
	skip := w.rest
	w.rest = false
	for f := range strings.FieldsSeq(line) {
		last, _ := utf8.DecodeLastRuneInString(f)
		w.rest = IsHyphen(last)
		if skip {
			skip = false
			continue
		}
		if at := strings.IndexRune(f, typographic); at >= 0 && at+len(string(typographic)) < len(f) {
			w.within = true
		}
		f = strings.ToLower(strings.TrimFunc(f, func(r rune) bool { return !unicode.IsLetter(r) && !IsHyphen(r) }))
		if last, _ := utf8.DecodeLastRuneInString(f); f != "" && !IsHyphen(last) {
			w.count[strings.ReplaceAll(f, string(typographic), "-")]++
		}
	}
}

// typographic is the hyphen that is no minus. Programs that divide words write it, and hardly anybody
// else.
const typographic = '\u2010'

// OnlyDivides says whether the hyphen that ends a line can be no part of its word: a soft one, or a
// typographic one where words have another within.
func (w *Words) OnlyDivides(line string) bool {
	r, _ := utf8.DecodeLastRuneInString(line)
	return r == '\u00ad' || r == typographic && !w.within
}

// Observe learns from a line end with a hyphen how the document treats them.
func (w *Words) Observe(left, right string) {
	w.ends++
	if joined, kept := w.forms(LastWord(left), FirstWord(right)); joined > kept {
		w.divides++
	}
}

// hyphenates says whether the document divides words at line ends at all. One
// that does has a hyphen at one line end in thirty or more; in any other, a
// hyphen at a line end is there by chance, and belongs to its word.
func (w *Words) hyphenates() bool { return w.ends*30 > w.lines || w.divides > 3 }

// mayHyphenate says whether a document may divide words: in a short one, few lines tell.
func (w *Words) mayHyphenate() bool { return w.ends*60 > w.lines }

func (w *Words) forms(left, right string) (joined, kept int) {
	l, r := strings.ToLower(left), strings.ToLower(right)
	return w.count[l+r], w.count[l+"-"+r]
}

// prefixes are those that reports mostly write with a hyphen before a small
// letter.
var prefixes = map[string]bool{
	"non": true, "self": true, "ex": true, "vice": true, "well": true, "cross": true, "socio": true, "like": true,
	"anti": true, "all": true, "long": true, "short": true, "high": true, "low": true, "full": true, "half": true,
	"so": true, "semi": true, "post": true, "far": true, "ill": true, "one": true, "two": true, "three": true,
}

// longestPrefix is the length of a part that is more than a prefix: "sub-regional" may stand beside
// "subregional" where no words are divided, "consider-ation" beside "consideration" may not.
const longestPrefix = 3

// nameBeginnings stand with a hyphen before the rest of a name: "AL-KHALIFA".
var nameBeginnings = map[string]bool{
	"al": true, "ad": true, "an": true, "ar": true, "as": true, "ash": true, "at": true, "az": true, "el": true, "es": true, "ez": true,
	"ul": true, "abu": true, "abd": true, "ibn": true, "ben": true, "bin": true, "saint": true, "sainte": true,
}

// Divided says whether the hyphen between left, the end of a line, and right,
// the beginning of the next, only divides the word. left ends before the hyphen.
func (w *Words) Divided(left, right string) bool {
	left, right = LastWord(left), FirstWord(right)
	first, _ := utf8.DecodeRuneInString(right)
	last, _ := utf8.DecodeLastRuneInString(left)
	if !unicode.IsLetter(first) || !unicode.IsLetter(last) || unicode.IsUpper(first) && (!unicode.IsUpper(last) || strings.ContainsFunc(right, unicode.IsLower)) {
		return false // "A/HRC-12", "2006-2007", "Inter-American", "CELADE-Population"
	}
	l, r := strings.ToLower(left), strings.ToLower(right)
	joined, kept := w.forms(l, r)
	switch {
	case strings.ContainsFunc(left, IsHyphen):
		return w.longer(left, right)
	case joined+kept == 0 && unicode.IsUpper(first) && nameBeginnings[l]:
		return false
	case !w.hyphenates():
		return kept == 0 && (joined > 2 || joined > 0 && len(left) > longestPrefix || w.mayHyphenate() && w.count[r] == 0 && !w.compound(l, r))
	case joined+kept > 0:
		return joined > kept
	}
	return !w.compound(l, r)
}

// compound says whether two halves look like a word that is always written with a
// hyphen: the document has both as words, and they are too long for syllables.
func (w *Words) compound(left, right string) bool {
	known := len(right) > 3 && w.count[right] > 0
	return prefixes[left] || left == "по" && adverb.MatchString(right) || known && (strings.HasSuffix(left, "ly") || len(left) > 3 && w.count[left] > 0)
}

// adverb is the rest of a Russian adverb: "по-английски".
var adverb = regexp.MustCompile(`[сц]ки$|[ое]му$`)

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

// BeforeHyphen is a line without the hyphen that ends it, if one ends a word.
func BeforeHyphen(line string) (left string, ok bool) {
	r, n := utf8.DecodeLastRuneInString(line)
	left = line[:len(line)-n]
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(left, IsHyphen))
	return left, IsHyphen(r) && (unicode.IsLetter(last) || unicode.IsDigit(last) || unicode.IsMark(last))
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
