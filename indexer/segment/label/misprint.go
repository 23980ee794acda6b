package label

import (
	"strings"

	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// misprints are what old type and its recognition make of a label: the first group
// of the form is wrong, and fill was printed.
var misprints = []struct {
	form *regexp.Regexp
	fill string
}{
	{regexp.MustCompile(`^(?:M[RrSs]|M[Rr][Ss]|D[Rr]|Hon)([,;:•·]) ?\p{Lu}`), "."},
	{regexp.MustCompile(`^[^:()]{3,60}(?: ?\([^:()]{2,60}\))? ?\((?:spoke in|(?:interpretation|translated) from) [^:()]{4,80}\)( )\p{Lu}`), ": "},
	{regexp.MustCompile(`^(?:M[RrSs]|M[Rr][Ss]|D[Rr]|Hon)\.([.,_]) ?\p{Lu}`), " "},
	{regexp.MustCompile(`^(?:M[RrSs]|M[Rr][Ss]|D[Rr]|Hon)\.? ([_*'"] ?)\p{Lu}`), ""},
	{regexp.MustCompile(`^[^:~]{3,60}\pL(~ ?)\pL`), "-"},
	{regexp.MustCompile(`^[^:]{2,40}\b\p{Lu}\.\p{Lu}(-) \p{Lu}`), "."},
	{regexp.MustCompile(`^[^:]{3,60}\pL([*_"'\\]):`), ""},
	{regexp.MustCompile(`^[^:;(]{3,60}(?:\([^()]{2,60}\))?(;) (?:Mr|Madam|Mrs|Ms)\.? (?:\pL+ )?(?:Speaker|Chair)`), ":"},
	{regexp.MustCompile(`^[^:;,(]{3,60}( )(?:Mr|Madam|Mrs|Ms)\.? (?:\pL+ )?(?:Speaker|Chair(?:man|person)?),`), ": "},
	{regexp.MustCompile(`^[^:;,(]{3,60}( )On[- ]a ?(?:point|matter) of`), ": "},
	{regexp.MustCompile(`^[^:;()]{3,80}\([^()]{2,60}\)( ?)(?:Thank you,? )?(?:Mr|Madam|Mrs|Ms)\.? (?:\pL+ )?(?:Speaker|Chair(?:man|person)?),`), ": "},
	{regexp.MustCompile(`^[^:()]{3,80}\([^:()]{3,60}[^:()\s](: )\pL`), "): "},
	{regexp.MustCompile(`^SRA?\. PRESIDENT[AE] ?\(\p{Lu}{2}[^()a-z]{1,40}\)( )\p{Lu}`), ": "},
	{regexp.MustCompile(`^[^:()]{3,60}( Mr \()\pL`), " (Mr "},
	{regexp.MustCompile(`^[^:()]{3,60}( Mrs \()\pL`), " (Mrs "},
}

// misplaced is a label whose parentheses are not where they should be: "Minister Mr",
// "Chairman (Mr. Brook".
var misplaced = regexp.MustCompile(`\pL.* (?:M[Rr][Ss]?|M[Ss])\.?$|^[^()]*\([^()]*$`)

// misprintedLabel parses a label that it takes the mending of misprints to see.
func misprintedLabel(text, limit string, names grammar.Names) Label {
	isOffice := strings.Contains(limit, "(") && StartsOffice(grammar.StripArticle(text))
	if !isOffice && !grammar.HasHonorific(grammar.WordAt(text)+" ") {
		return Label{}
	}
	mended := mend(limit)
	if mended == limit {
		return Label{}
	}
	l := closedLabel(mended+text[len(limit):], mended, names)
	if !l.IsSure() {
		return Label{}
	}
	l.End -= len(mended) - len(limit)
	l.Speaker.AsPrinted = strings.TrimRight(text[:l.End], " :;.")
	return l
}

func mend(text string) string {
	for _, m := range misprints {
		if at := m.form.FindStringSubmatchIndex(text); at != nil {
			text = text[:at[2]] + m.fill + text[at[3]:]
		}
	}
	return text
}
