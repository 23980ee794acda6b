package read

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"briefsearch/indexer/read/block"
)

const (
	edgeLines    = 3 // at the head and at the foot of a page may be running lines
	runningLeast = 3 // pages on which a running line comes at least
	runningShare = 3 // and the part of all pages that these are: heads of left and right pages differ
)

// dropRunning takes running heads, running feet and page numbers out of a text whose
// pages are told by form feeds: lines at the edge of a page that come on others, too,
// numbers apart. The first page keeps its own, for a cover tells the report's symbol once.
func dropRunning(pages [][]string) {
	need := max(runningLeast, (len(pages)+runningShare-1)/runningShare)
	for _, foot := range []bool{false, true} {
		seen := wordingsAt(pages, foot)
		for _, page := range pages[1:] {
			for _, i := range edgeOf(page, foot) {
				if wording := block.Wording(page[i]); !isRunning(wording) || seen[wording] < need {
					break
				}
				page[i] = ""
			}
		}
	}
}

// dropSymbols takes running heads of a text out whose pages no form feed tells: lines of
// nothing but the symbol of the document, where it has several such, those that have the day at
// their other end, and the page numbers beside them. The first one stays where no line before it, as
// one of a cover, has told the symbol.
func dropSymbols(pages [][]string) {
	seen, told := map[string]int{}, toldSymbols{}
	for _, line := range slices.Concat(pages...) {
		for _, symbol := range symbolsOf(line) {
			seen[symbol]++
		}
	}
	for n, page := range pages {
		heads := map[int]bool{}
		for i, line := range page {
			again := told.tell(running(symbolsOf(line), seen))
			symbol, dated := symbolAtEnd(line)
			dated = told.tell(symbol) && dated
			if !again && !dated {
				continue
			}
			heads[i] = true
			heads[i-1] = i > 0 && (heads[i-1] || pageMark.MatchString(page[i-1]) || isMarks(page[i-1]))
			heads[i+1] = i+1 < len(page) && isMarks(page[i+1])
		}
		pages[n] = withoutHeads(page, heads)
	}
}

// withoutHeads is a page without some lines. A sentence that goes on behind them closes up, and
// else a blank line stands for them.
func withoutHeads(page []string, heads map[int]bool) []string {
	if len(heads) == 0 {
		return page
	}
	out := page[:0:0]
	for i, line := range page {
		switch {
		case !heads[i]:
			out = append(out, line)
		case len(out) == 0 || strings.TrimSpace(out[len(out)-1]) == "" || !block.Unfinished(strings.TrimSpace(out[len(out)-1])):
			out = append(out, "")
		}
	}
	return out
}

// datedHead is the running head of a record that has the symbol at one end, the day at the other,
// and what it is about between the two: "S/PV.99 The situation in Arland 12/03/2026".
var datedHead = regexp.MustCompile(`^\s*(?:(\S+)\s.*\s(?:\d\d/\d\d/\d{4}|\d{4}-\d\d?-\d\d?)|(?:\d\d/\d\d/\d{4}|\d{4}-\d\d?-\d\d?)\s.*\s(\S+))\s*$`)

// symbolAtEnd is the symbol at one end of such a head, failing that the one that is the last word of a
// line, and whether the line is such a head.
func symbolAtEnd(line string) (symbol string, dated bool) {
	if len(line) > symbolLine || !strings.Contains(line, "/") {
		return "", false
	}
	if m := datedHead.FindStringSubmatch(line); m != nil {
		if symbol := symbolIn(m[1] + m[2]); symbol != "" {
			return symbol, true
		}
	}
	words := strings.Fields(line)
	return symbolIn(words[len(words)-1]), false
}

// isMarks says whether a line has nothing but the marks beside a symbol, and not only a number.
func isMarks(line string) bool {
	if len(line) > symbolLine || !strings.ContainsAny(line, "/-") {
		return false
	}
	words := strings.Fields(line)
	n, symbol := marksAt(words)
	return symbol == "" && n == len(words)
}

// toldSymbols are those that the lines so far have told.
type toldSymbols map[string]bool

// tell adds a symbol, if it is one, and says whether it was told before.
func (t toldSymbols) tell(symbol string) bool {
	before := t[symbol]
	t[symbol] = symbol != ""
	return before
}

// running is the first of some symbols that comes as often as those of running heads, or "".
func running(symbols []string, seen map[string]int) string {
	for _, s := range symbols {
		if seen[s] >= runningLeast {
			return s
		}
	}
	return ""
}

// symbolsOf is the symbols in a line that has nothing but such and numbers:
// "A/INF/59/15", "4  GE.31-02819".
func symbolsOf(line string) []string {
	if len(line) > symbolLine || !strings.ContainsAny(line, "/-") {
		return nil
	}
	var symbols []string
	for word := range strings.FieldsSeq(line) {
		switch {
		case markWord.MatchString(word):
		case documentSymbol.MatchString(word):
			symbols = append(symbols, word)
		case strings.Trim(word, "0123456789") != "":
			return nil
		}
	}
	return symbols
}

// symbolLine is the length in bytes of the longest such line, with the space before what
// stands on its right.
const symbolLine = 240

// documentSymbol is letters and numbers between strokes or dashes: "A/INF/59/15", "S/PV.99".
var documentSymbol = regexp.MustCompile(`^\p{Lu}[\p{L}\d]*(?:[./-][\p{L}\d.()-]+)*[/-](?:\p{Lu}+\.)?\d[\p{L}\d./()-]*$`)

// wordingsAt counts the pages that have a wording at one edge.
func wordingsAt(pages [][]string, foot bool) map[string]int {
	seen, last := map[string]int{}, map[string]int{}
	for n, page := range pages {
		for _, i := range edgeOf(page, foot) {
			if w := block.Wording(page[i]); last[w] != n+1 {
				seen[w]++
				last[w] = n + 1
			}
		}
	}
	return seen
}

// edgeOf is the places of the lines at one edge of a page, from the outside in.
func edgeOf(page []string, foot bool) []int {
	var out []int
	for n := range page {
		i := n
		if foot {
			i = len(page) - 1 - n
		}
		if strings.TrimSpace(page[i]) == "" {
			continue
		}
		if out = append(out, i); len(out) == edgeLines {
			break
		}
	}
	return out
}

// isRunning says whether a wording may be that of a running line. A name before a colon
// speaks, on however many pages it is the first.
func isRunning(wording string) bool {
	return !strings.HasSuffix(wording, ":") && strings.ContainsFunc(wording, func(r rune) bool { return r == '#' || unicode.IsLetter(r) }) &&
		!looseMark.MatchString(strings.ReplaceAll(wording, "#", "1"))
}

// dropMarks takes the symbol of a document and the numbers beside it out of lines that hold
// whole pages, where they are running heads that were joined to the text: "A/75/PV.4 21/09/2020
// 3/24". The first one stays, as that of a cover.
func dropMarks(pages [][]string) {
	var long []*string
	seen, told := map[string]int{}, toldSymbols{}
	for _, page := range pages {
		for i, line := range page {
			if len(line) < runOnText || !strings.Contains(line, "/") {
				continue
			}
			long = append(long, &page[i])
			for word := range strings.FieldsSeq(line) {
				if symbol := symbolIn(word); symbol != "" {
					seen[symbol]++
				}
			}
		}
	}
	for _, line := range long {
		*line = withoutMarks(*line, seen, told)
	}
}

// markWord is what stands beside the symbol in the head or foot of a page: the number of the page,
// the day, and the number of the job.
var markWord = regexp.MustCompile(`^(?:\d{1,3}(?:/\d{1,3})?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}-\d\d?-\d\d?|(?:\d{1,3}/\d{1,3})?(?:[A-Z]{2}\.)?\d\d-\d{5}(?:\d{1,3}/\d{1,3})?)$`)

// symbolIn is the symbol that a word is, without the star of a note, or "".
func symbolIn(word string) string {
	symbol := strings.TrimRight(word, "*")
	if !strings.Contains(symbol, "/") || markWord.MatchString(symbol) || !documentSymbol.MatchString(symbol) {
		return ""
	}
	return symbol
}

// withoutMarks is a line without the marks of pages whose symbol comes again.
func withoutMarks(line string, seen map[string]int, told toldSymbols) string {
	words := strings.Fields(line)
	left := words[:0:0]
	for i := 0; i < len(words); {
		n, symbol := marksAt(words[i:])
		if told.tell(running([]string{symbol}, seen)) && n > 1 {
			i += n
			continue
		}
		n = max(n, 1)
		left, i = append(left, words[i:i+n]...), i+n
	}
	if len(left) == len(words) {
		return line
	}
	return strings.Join(left, " ")
}

// marksAt is how many words are marks of a page, and the symbol among them.
func marksAt(words []string) (n int, symbol string) {
	for ; n < len(words); n++ {
		if markWord.MatchString(strings.TrimRight(words[n], "*")) {
			continue
		}
		own := symbolIn(words[n])
		if own == "" || symbol != "" {
			break
		}
		symbol = own
	}
	return n, symbol
}
