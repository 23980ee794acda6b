package learned

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/label"
	"briefsearch/indexer/segment/matter"
)

// Gaps are the bytes at which the record's own words begin that stand in a block before a label,
// from the end of the speech before on: a note on what the meeting did, and the title of what
// comes next. Where other labels stand on printed lines, so do they.
func Gaps(b *read.Block, from, to int, flat, dashes bool) []int {
	var at []int
	sure := 0 // of those, behind the end of a sentence
	for end := to; ; {
		start, formula := gapIn(b, from, end, flat, dashes)
		if start < 0 {
			break
		}
		end = start
		at = append(at, end)
		if formula || mayFollow(b.Text[from:end]) {
			sure = len(at)
		}
	}
	slices.Sort(at)
	return at[len(at)-sure:]
}

// gapIn is where such a note or such a title begins that ends before a byte of a block, or -1, and
// whether it is a formula on a printed line.
func gapIn(b *read.Block, from, end int, flat, dashes bool) (start int, formula bool) {
	goesOn := func(at int) bool {
		return isShortAside(b.Text[at:end]) && (flat || b.Text[at] == '[' && (isWrapped(b, from, at) || strings.IndexFunc(b.Text[at:end], unicode.IsLetter) < 0))
	}
	if line := lastLine(b, end); line > from && !goesOn(line) && (mayFollow(b.Text[from:line]) || unicode.IsLower(grammar.FirstRune(b.Text[line:]))) && matter.IsFormula(b.Text[line:end]) {
		return line, true
	}
	if at := max(formulaBefore(b.Text[from:end], dashes), hanPartBefore(b.Text[from:end])); flat && at > 0 {
		return from + at, true
	}
	start = gapBefore(b.Text[from:end])
	if start <= 0 && flat {
		start = max(namedItem(b.Text[from:end]), agendaTitle(b.Text[from:end]))
	}
	if start <= 0 {
		return -1, false
	}
	start = lineTitle(b, from, from+start)
	if start <= from || !flat && !beginsLine(b, start) || goesOn(start) {
		return -1, false
	}
	return start, false
}

// agendaTitle is where the title of an item of the agenda begins that a text ends in, behind the
// end of a sentence, or -1: "… with us today. Adoption of the agenda".
func agendaTitle(text string) int {
	text = strings.TrimRight(text, " ")
	for i := max(1, len(text)-titleLimit); i < len(text); i++ {
		if text[i-1] == ' ' && matter.AgendaTitle.MatchString(text[i:]) && mayFollow(text[:i]) {
			return i
		}
	}
	return -1
}

// titleLimit is how many bytes such a title has at most.
const titleLimit = 120

// lastLine is where the last printed line of a block begins before a byte.
func lastLine(b *read.Block, end int) int {
	i, _ := slices.BinarySearchFunc(b.Lines, end, func(l read.Line, end int) int { return l.Start - end })
	return b.Lines[max(0, i-1)].Start
}

// lineTitle is where a title begins that goes on in words in capitals at a byte: its printed line,
// where others that a title may have stand before them.
func lineTitle(b *read.Block, from, at int) int {
	line := lastLine(b, at)
	if line <= from || beginsLine(b, at) {
		return at
	}
	for w := range strings.FieldsSeq(b.Text[line:at]) {
		if !isTitleWord(w) || grammar.EndsSentence(w) {
			return at
		}
	}
	return line
}

func beginsLine(b *read.Block, at int) bool {
	_, found := slices.BinarySearchFunc(b.Lines, at, func(l read.Line, at int) int { return l.Start - at })
	return found
}

// noteWords is how many words a note in parentheses on what the meeting did has at least. A
// shorter one, "(Applause)", stands in the words of whom it interrupts.
const noteWords = 4

func isShortAside(text string) bool {
	return (grammar.CountWords(text, noteWords) < noteWords || strings.Contains(text, "!")) && strings.ContainsAny(text[:1], "([")
}

// gapBefore is where a note in parentheses or a title begins that a text ends in, or -1.
func gapBefore(text string) int {
	text = strings.TrimRight(text, " ")
	if !strings.HasSuffix(text, ")") && !strings.HasSuffix(text, "]") {
		return titleStart(text)
	}
	tail := lastBytes(text)
	start := strings.LastIndexAny(tail, "([")
	if start < 0 {
		return -1
	}
	start += len(text) - len(tail)
	if title := titleStart(text[:start]); title >= 0 && mayFollow(text[:title]) {
		return title // "APPROPRIATION BILL [Second Day]"
	}
	return start
}

// nameItem is an item of a list that a text ends in.
var nameItem = regexp.MustCompile(`(?:^| )\d{1,2}\. (\p{Lu}[^.:?!\d]{4,60})$`)

// namedItem is where the item begins that names who is called ("2. Ms Ada Brook"), or -1.
func namedItem(text string) int {
	text = strings.TrimRight(text, " ")
	tail := lastBytes(text)
	m := nameItem.FindStringSubmatchIndex(tail)
	if m == nil || !grammar.IsNameAlone(tail[m[2]:m[3]]) {
		return -1
	}
	start := len(text) - len(tail) + m[0]
	return start + len(text[start:]) - len(strings.TrimLeft(text[start:], " "))
}

// formulaBefore is where what a clerk writes begins that a text ends in, behind the end of a
// sentence or a title, or -1. Where clerks print a dash before, that tells it however long it is.
func formulaBefore(text string, dashes bool) int {
	text = strings.TrimRight(text, " ")
	for i := 1; i < len(text); i++ {
		if text[i-1] != ' ' {
			continue
		}
		rest := text[i:]
		if dashes && ClerkDash.MatchString(rest) && mayFollow(text[:i]) || len(rest) <= label.ContextLimit && isFormula(text[:i], rest) {
			return i
		}
	}
	return -1
}

// ClerkDash opens what the clerks of parliaments in Spanish and Portuguese print
// between speeches: "-Se vota y se aprueba."
var ClerkDash = regexp.MustCompile(`^(?:--|[-–—] ?)\p{Lu}`)

// isFormula says whether the rest of a text is a clerk's.
func isFormula(before, rest string) bool {
	first := grammar.FirstRune(rest)
	opens := unicode.IsUpper(first)
	return unicode.IsLetter(first) && (mayFollow(before) || opens && titleStart(before) >= 0) && (matter.IsFormula(rest) || opens && matter.IsDecided(rest))
}

// IsTitle says whether a piece within a text is a title, or names who is called.
func IsTitle(text string) bool {
	text = strings.TrimRight(text, " ")
	if i := strings.LastIndexAny(text, "(["); i > 0 && (strings.HasSuffix(text, ")") || strings.HasSuffix(text, "]")) {
		return titleStart(text[:i]) == 0 // "TRIBUTE (ADA BROOK)", "ROADS BILL [Second Day]"
	}
	return titleStart(text) == 0 || namedItem(text) == 0 || matter.AgendaTitle.MatchString(text)
}

// titleStart is where the title begins that a text ends in, or -1 where it has none: a long
// word in capitals, and others that have one.
func titleStart(text string) int {
	start := -1
	for rest := text; len(text)-len(rest) <= grammar.LabelLimit; {
		rest = strings.TrimRight(withoutCapitalBrackets(rest), " ")
		word := grammar.LastWord(rest)
		if word == "" || grammar.EndsSentence(word) || !isTitleWord(word) {
			break
		}
		rest = rest[:len(rest)-len(word)]
		if n := utf8.RuneCountInString(word); describe.InCapitals(word) && (n > shortLong || start >= 0 && n > abbreviation) {
			start = len(rest)
		}
	}
	return start
}

// withoutCapitalBrackets is a text without the parentheses in capitals that it ends in, as titles
// have them: "ROADS (REPAIR)".
func withoutCapitalBrackets(text string) string {
	text = strings.TrimRight(text, " ")
	i := strings.LastIndexByte(text, '(')
	if i < 0 || !strings.HasSuffix(text, ")") || !describe.InCapitals(text[i:]) {
		return text
	}
	return text[:i]
}

func isTitleWord(word string) bool {
	return !unicode.IsLower(grammar.FirstRune(word)) && !strings.ContainsAny(word, "()[]") || grammar.LinkWords[word]
}
