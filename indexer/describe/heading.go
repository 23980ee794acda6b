package describe

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
)

// Headings brings printed headings into the form in which they are shown:
// without footnote marks and closing colon, and not in capitals. It is made for
// one document, because only the document's running text tells which words in a
// line of capitals are acronyms. It is not safe for concurrent use.
type Headings struct {
	doc       *read.Document
	footnotes map[string]bool
	acronyms  map[string]bool // nil until learned, as are words
	words     map[string]bool // those that are also written in small letters
}

// NewHeadings returns the Headings of a document. The running text is read once,
// when the first line in capitals needs it.
func NewHeadings(doc *read.Document) *Headings {
	h := &Headings{doc: doc, footnotes: map[string]bool{}}
	for i := range doc.Blocks {
		if b := &doc.Blocks[i]; b.Kind == read.Footnote && b.Marker != "" {
			h.footnotes[b.Marker] = true
		}
	}
	return h
}

// isAcronym says whether a word in capitals is an acronym in the running text.
func (h *Headings) isAcronym(word string) bool {
	h.learnAll()
	return h.acronyms[word]
}

func (h *Headings) learnAll() {
	if h.acronyms != nil {
		return
	}
	h.acronyms, h.words = map[string]bool{}, map[string]bool{}
	for i := range h.doc.Blocks {
		b := &h.doc.Blocks[i]
		for k := range b.Lines {
			end := len(b.Text)
			if k+1 < len(b.Lines) {
				end = b.Lines[k+1].Start
			}
			h.learn(b.Text[b.Lines[k].Start:end])
		}
	}
	for word := range h.acronyms {
		if h.shouted(word) {
			delete(h.acronyms, word)
		}
	}
}

// learn takes note of the words of a printed line. A line in capitals does not
// tell acronyms from other words.
func (h *Headings) learn(text string) {
	if InCapitals(text) {
		return
	}
	var run []string
	for token := range strings.FieldsSeq(text) {
		if InCapitals(token) {
			run = append(run, token)
			continue
		}
		h.learnRun(run)
		run = run[:0]
		h.learnToken(token)
	}
	h.learnRun(run)
}

// learnToken takes note of the words of a token that is not in capitals.
func (h *Headings) learnToken(token string) {
	if isPlain(token) { // as most are
		if len(token) > shortWord {
			h.words[token] = true
		}
		return
	}
	for word := range strings.FieldsFuncSeq(token, notLetter) {
		switch n := utf8.RuneCountInString(word); {
		case n > 1 && InCapitals(word):
			h.acronyms[word] = true
		case n > shortWord && !isAddress(token):
			h.words[strings.ToLower(word)] = true
		}
	}
}

// isPlain says whether a token is small letters of ASCII and nothing else.
func isPlain(token string) bool {
	for i := range len(token) {
		if token[i] < 'a' || token[i] > 'z' {
			return false
		}
	}
	return true
}

// isAddress says whether a token is an address on the network.
func isAddress(token string) bool {
	return strings.ContainsAny(token, ".@") && (strings.Contains(strings.TrimRight(token, ".,;:)"), ".") || strings.Contains(token, "@"))
}

// titleWords is how many words in capitals in a row are a title and not acronyms.
const titleWords = 3

// learnRun takes note of words in capitals that follow each other.
func (h *Headings) learnRun(run []string) {
	if len(run) >= titleWords {
		return
	}
	for _, token := range run {
		for word := range strings.FieldsFuncSeq(token, notLetter) {
			if utf8.RuneCountInString(word) > 1 {
				h.acronyms[word] = true
			}
		}
	}
}

// longAcronym is how long an acronym is at most that nothing but a slash tells.
const longAcronym = 8

// shortWord is how long a word is that may be an acronym and a word: "WHO", "US",
// "AIDS". A longer one that is also written in small letters is only stressed.
const shortWord = 4

func (h *Headings) shouted(word string) bool {
	h.learnAll()
	lower := strings.ToLower(word)
	return small[lower] || h.words[lower]
}

func notLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return (r|0x20 < 'a' || 'z' < r|0x20) && (r < '0' || '9' < r)
	}
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// InCapitals says whether a text has capital letters and no small ones. Scripts
// without case are not in capitals, whatever acronyms stand among them.
func InCapitals(text string) bool {
	upper, caseless := 0, 0
	for _, r := range text {
		switch {
		case unicode.IsLower(r):
			return false
		case unicode.IsUpper(r):
			upper++
		case r >= utf8.RuneSelf && unicode.Is(unicode.Lo, r):
			caseless++
		}
	}
	return upper > caseless
}

var (
	trailingMark = regexp.MustCompile(`(\pL[”"»)]?) ?(\d{1,2}|\*{1,3}|[†‡])([:.]?)$`)
	superscripts = strings.NewReplacer("¹", "", "²", "", "³", "", "⁴", "", "⁵", "", "⁶", "", "⁷", "", "⁸", "", "⁹", "", "⁰", "")
)

// Title is the form in which a printed heading is shown.
func (h *Headings) Title(printed string) string {
	t := strings.TrimSpace(superscripts.Replace(printed))
	if m := trailingMark.FindStringSubmatchIndex(t); m != nil && h.isMark(t[m[4]:m[5]], t[m[3]:m[4]] == "") {
		t = t[:m[3]]
	}
	return h.cased(strings.TrimRight(t, " :"))
}

// cased writes a text in capitals as a title and leaves any other as it is.
func (h *Headings) cased(t string) string {
	if InCapitals(t) {
		return h.fromCapitals(t)
	}
	return t
}

// isMark says whether the characters that close a heading refer to a footnote.
// A number after a space may belong to the heading ("Session 1"), so it counts
// only when it touches the word and the document has that footnote.
func (h *Headings) isMark(mark string, touches bool) bool {
	if strings.ContainsAny(mark, "*†‡") {
		return true
	}
	return touches && h.footnotes[mark]
}

// small are the words that a title in English, French, Spanish or Portuguese
// does not capitalise.
var small = map[string]bool{
	"a": true, "an": true, "and": true, "as": true, "at": true, "by": true, "for": true, "from": true, "in": true, "is": true,
	"of": true, "on": true, "or": true, "the": true, "to": true, "with": true, "vs": true,
	"au": true, "aux": true, "d": true, "da": true, "das": true, "de": true, "del": true, "des": true, "do": true, "dos": true,
	"du": true, "e": true, "el": true, "en": true, "et": true, "l": true, "la": true, "las": true, "le": true, "les": true,
	"los": true, "ou": true, "o": true, "para": true, "par": true, "por": true, "pour": true, "sur": true, "un": true,
	"una": true, "une": true, "y": true,
}

// honorifics have no vowel and are no acronyms all the same.
var honorifics = map[string]bool{"MR": true, "MRS": true, "MS": true, "DR": true, "SR": true, "ST": true, "MM": true, "MLLE": true, "MME": true}

// ordinalNumber is a number with the letters that make it an ordinal.
var ordinalNumber = regexp.MustCompile(`^\d+(?:st|nd|rd|th|e|er|ème|º|ª|-?я)$`)

var roman = regexp.MustCompile(`^X{0,3}(?:IX|IV|V?I{0,3})$`)

// fromCapitals writes a title in capitals as a title.
func (h *Headings) fromCapitals(t string) string {
	var b strings.Builder
	first := true
	for len(t) > 0 {
		cut := strings.IndexFunc(t, func(r rune) bool { return !notLetter(r) })
		if cut < 0 {
			break
		}
		b.WriteString(t[:cut])
		if strings.ContainsAny(t[:cut], ":.?!—–") {
			first = true
		}
		t = t[cut:]
		end := strings.IndexFunc(t, notLetter)
		if end < 0 {
			end = len(t)
		}
		b.WriteString(h.between(b.String(), t[:end], t[end:], first))
		first = false
		t = t[end:]
	}
	b.WriteString(t)
	return possessive.ReplaceAllString(b.String(), "${1}s")
}

// between is a word of a title in capitals, by what stands beside it.
func (h *Headings) between(before, word, after string, first bool) string {
	next, one := firstRune(after), utf8.RuneCountInString(word) == 1
	switch {
	case next == '.' && one: // an initial
		return word
	case (next == '\'' || next == '’') && !first && (word == "D" || word == "L"):
		return strings.ToLower(word)
	case next == '-' && len(word) <= shortWord && len(after) > 1 && after[1] >= '0' && after[1] <= '9': // "COP-5"
		return word
	case word == "UN" && strings.HasSuffix(before, " the "): // no article in French
		return word
	case (next == '/' || strings.HasSuffix(before, "/")) && utf8.RuneCountInString(word) <= longAcronym && !h.shouted(word):
		return word // organisations are joined by slashes, words hardly ever
	}
	return h.word(word, first)
}

// possessive is the letter after an apostrophe that is no word of its own.
var possessive = regexp.MustCompile(`(\pL['’])S\b`)

// word is one word of a title in capitals.
func (h *Headings) word(w string, first bool) string {
	lower := FinalSigma(strings.ToLower(w))
	switch {
	case honorifics[w]:
		return Capitalise(lower)
	case ordinalNumber.MatchString(lower):
		return lower
	case h.isAcronym(w), roman.MatchString(w) && len(w) > 1, !hasVowel(lower):
		return w
	case !first && small[lower]:
		return lower
	}
	return Capitalise(lower)
}

// FinalSigma writes the sigma at the end of a Greek word in small letters as one does there.
func FinalSigma(word string) string {
	if stem, found := strings.CutSuffix(word, "σ"); found {
		return stem + "ς"
	}
	return word
}

// Capitalise writes the first letter of a word as a capital.
func Capitalise(word string) string {
	r, n := utf8.DecodeRuneInString(word)
	if n == 0 || r == utf8.RuneError {
		return word
	}
	return string(unicode.ToTitle(r)) + word[n:]
}

// hasVowel says whether a word could be spoken: letters without a vowel are an
// acronym.
func hasVowel(lower string) bool {
	return strings.ContainsFunc(lower, func(r rune) bool {
		return r > unicode.MaxASCII || strings.ContainsRune("aeiouy", r)
	})
}
