package describe

import (
	"cmp"
	"strconv"
	"strings"

	"briefsearch/indexer/regexp"
)

// A document symbol is the series of an organ, then parts divided by slashes: the
// session or year, subsidiary bodies (AC.1, C.3, WG.6, CONF.2), the kind of
// document (PV, SR, L, RES, INF) and its number. ISO/IEC style references, lists
// of acronyms and fractions are none: the series is one of a closed list, and one
// part at least has a digit.
var symbolPattern = regexp.MustCompile(`(?:^|[\s(\[])(` + lists.Any("symbol-pattern") + `(?:/[A-Z0-9][A-Za-z0-9.\-]*(?:\([A-Z0-9.\- ]{1,24}\))?)+(?: \(Resumption ?\d{0,2}\))?)`)

// symbol is the document symbol that the cover bears, or else the running heads. One in
// parentheses or after a word is of another document.
func (c *cover) symbol() string {
	for i := range c.lines {
		if s := symbolOf(c.lines[i].text); s != "" {
			return s
		}
	}
	return cmp.Or(symbolOf(c.doc.Symbol), symbolOf(c.doc.Title))
}

// mastheadWords are what stands on the line of the symbol before it.
const mastheadWords = `^(?i:united nations|nations unies|naciones unidas|организация объединенных наций|الأمم المتحدة|联合国|` +
	`general assembly|security council|economic and social council|human rights council|distr\.?:? ?(?:general|limited|restricted|g[ée]n[ée]rale?|limitada|reservada)?|(?:un document )?symbol:?|un doc\.?:?|document:?)?[ \t:–-]*$`

var masthead = regexp.MustCompile(mastheadWords)

// tornSymbol is a symbol that has a space behind a stroke, as PDFs have it: "A/73/ PV.108".
var tornSymbol = regexp.MustCompile(`(\b[ASE]/[^ ]{1,30}/) ((?:PV|SR)\.)`)

// symbolOf is the symbol that opens a line, or follows the name of the organ.
func symbolOf(text string) string {
	if strings.Contains(text, "/ ") {
		text = tornSymbol.ReplaceAllString(text, "$1$2")
	}
	m := symbolPattern.FindStringSubmatchIndex(text)
	if m == nil || !masthead.MatchString(strings.TrimSpace(text[:m[2]])) {
		return ""
	}
	s := strings.TrimRight(withoutDay(text[m[2]:m[3]], text[m[3]:]), ".-")
	if !strings.ContainsAny(s, "0123456789") {
		return ""
	}
	return s
}

// monthNext is a month with its year right behind a symbol.
var monthNext = regexp.MustCompile(`(?i)^ (?:de )?` + monthAny + `(?: de)? \d{4}\b`)

// withoutDay takes off a symbol the day of distribution that follows its number without a
// space, as web pages have it: "CCPR/C/SR.204025 August 2009".
func withoutDay(symbol, rest string) string {
	if !monthNext.MatchString(rest) {
		return symbol
	}
	digits := len(symbol) - len(strings.TrimRight(symbol, "0123456789"))
	for _, n := range []int{2, 1} {
		cut := len(symbol) - n
		if day, err := strconv.Atoi(symbol[max(cut, 0):]); err == nil && digits > n && day <= 31 && symbol[cut] != '0' {
			return symbol[:cut]
		}
	}
	return symbol
}
