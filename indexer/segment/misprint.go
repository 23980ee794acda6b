package segment

import (
	"strings"

	"briefsearch/indexer/regexp"
)

// misprints are what old type and its recognition make of a label, and what was
// printed, in as many bytes so that what follows stays where it is.
var misprints = []struct {
	form *regexp.Regexp // its first group is wrong
	fill string
}{
	{regexp.MustCompile(`^(?:M[RrSs]|M[Rr][Ss]|D[Rr]|Hon)([,;:]) ?\p{Lu}`), "."},
	{regexp.MustCompile(`^(?:M[RrSs]|M[Rr][Ss]|D[Rr]|Hon)\.([.,_]) ?\p{Lu}`), " "},
	{regexp.MustCompile(`^(?:M[RrSs]|M[Rr][Ss]|D[Rr]|Hon)\.? ([_*'"]) ?\p{Lu}`), " "},
	{regexp.MustCompile(`^[^:~]{3,60}\pL(~)\pL`), "-"},
	{regexp.MustCompile(`^[^:]{2,40}\b\p{Lu}\.\p{Lu}(-) \p{Lu}`), "."},
	{regexp.MustCompile(`^[^:]{3,60}\pL([*_"'\\]):`), " "},
	{regexp.MustCompile(`^[^:;(]{3,60}(?:\([^()]{2,60}\))?(;) (?:Mr|Madam|Mrs|Ms)\.? (?:\pL+ )?(?:Speaker|Chair)`), ":"},
	{regexp.MustCompile(`^[^:;,(]{3,60}(?:\([^()]{2,60}\))?( )(?:Mr|Madam|Mrs|Ms)\.? (?:\pL+ )?(?:Speaker|Chair(?:man|person)?),`), ":"},
	{regexp.MustCompile(`^[^:()]{3,80}\([^:()]{3,60}[^:()\s](: )\pL`), "):"},
	{regexp.MustCompile(`^[^:()]{3,60} (M[rs]s? \()\pL`), ""},
}

// misplaced is a label whose parentheses are not where they should be: "Minister Mr",
// "Chairman (Mr. Brook".
var misplaced = regexp.MustCompile(`\pL.* (?:M[Rr][Ss]?|M[Ss])\.?$|^[^()]*\([^()]*$`)

// misprintedLabel parses a label that it takes the mending of misprints to see.
func misprintedLabel(text, limit string, names Names) label {
	isOffice := strings.Contains(limit, "(") && startsOffice(stripArticle(text))
	if !isOffice && !honorificHeads[headWord(text)] {
		return label{}
	}
	mended := mend(limit)
	if mended == limit {
		return label{}
	}
	l := closedLabel(mended+text[len(limit):], mended, names)
	if !l.isSure() {
		return label{}
	}
	l.speaker.AsPrinted = strings.TrimRight(text[:len(l.speaker.AsPrinted)], " :")
	return l
}

func mend(text string) string {
	for _, m := range misprints {
		at := m.form.FindStringSubmatchIndex(text)
		if at == nil {
			continue
		}
		wrong, fill := text[at[2]:at[3]], m.fill
		if fill == "" {
			fill = "(" + wrong[:len(wrong)-1] // "Minister Mr (Brook)"
		}
		text = text[:at[2]] + fill + text[at[3]:]
	}
	return text
}
