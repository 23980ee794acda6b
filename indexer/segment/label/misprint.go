package label

import (
	"strings"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// misprint is what old type and its recognition make of a label: the first group of the form is
// wrong, and fill was printed.
type misprint struct {
	form *regexp.Regexp
	fill string
}

// strayMark is what stands for the full stop of a form of address, or beside it: "Mr, Brook",
// "Mr.- Brook".
var strayMark = misprint{regexp.MustCompile(`^(?:M[RrSs]|M[Rr][Ss]|D[Rr]|Prof|Hon)((?:[,;:•·]|\. ?[-–.,;:_'"]+) ?)\p{Lu}`), ". "}

var misprints = []misprint{
	strayMark,
	{regexp.MustCompile(`^(?:M[RrSs]|M[Rr][Ss]|D[Rr]|Hon)\.? ([_*'"] ?)\p{Lu}`), ""},
	{regexp.MustCompile(`^[^:()]{3,60}(?: ?\([^:()]{2,60}\))? ?` + describe.SpokenIn + `( )\p{Lu}`), ": "},
	{regexp.MustCompile(`^[^:~]{3,60}\pL(~ ?)\pL`), "-"},
	{regexp.MustCompile(`^[^:]{2,40}\b\p{Lu}\.\p{Lu}(-) \p{Lu}`), "."},
	{regexp.MustCompile(`^[^:]{3,60}\pL([*_"'\\]):`), ""},
	{regexp.MustCompile(`^[^:;(]{3,60}(?:\([^()]{2,60}\))?(;) (?:Mr|Madam|Mrs|Ms)\.? (?:\pL+ )?(?:Speaker|Chair)`), ":"},
	{regexp.MustCompile(`^[^:;,(]{3,60}( )(?:(?:Mr|Madam|Mrs|Ms)\.? (?:\pL+ )?(?:Speaker|Chair(?:man|person)?),|On[- ]a ?(?:point|matter) of)`), ": "},
	{regexp.MustCompile(`^[^:;()]{3,80}\([^()]{2,60}\)( ?)(?:Thank you,? )?(?:Mr|Madam|Mrs|Ms)\.? (?:\pL+ )?(?:Speaker|Chair(?:man|person)?),`), ": "},
	{regexp.MustCompile(`^[^:()]{3,80}\([^:()]{3,60}[^:()\s](: )\pL`), "): "},
	{regexp.MustCompile(`^SRA?\. PRESIDENT[AE] ?\(\p{Lu}{2}[^()a-z]{1,40}\)( )\p{Lu}`), ": "},
	{regexp.MustCompile(`^[^:()]{3,60}( Mr \()\pL`), " (Mr "},
	{regexp.MustCompile(`^[^:()]{3,60}( Mrs \()\pL`), " (Mrs "},
}

// misplaced is a label whose parentheses are not where they should be: "Minister Mr",
// "Chairman (Mr. Brook", or a list of persons: "Ms Brook Mr Vega Witnesses".
var misplaced = regexp.MustCompile(`^(?:Mr|Mrs|Ms|Dr)\.? [^,();:]+ (?:Mr|Mrs|Ms)\.? \p{Lu}|\pL.* (?:M[Rr][Ss]?|M[Ss])\.?$|^[^()]*\([^()]*$`)

// misprintedLabel parses a label that it takes the mending of misprints to see.
func misprintedLabel(text, limit string, names grammar.Names) Label {
	isOffice := strings.Contains(limit, "(") && StartsOffice(grammar.StripArticle(text))
	if !isOffice && !grammar.HasHonorific(grammar.WordAt(text)+" ") {
		return Label{}
	}
	return mendedLabel(text, limit, mend(limit, misprints...), names)
}

// misreadings are what recognition makes of the labels of verbatim records, before anything else
// can be read from these.
var misreadings = []misprint{
	{regexp.MustCompile(`^(['‘’]?[rl]he|Tbe|['‘’]l['‘’]he) \p{Lu}{2}`), "The"},
	{regexp.MustCompile(`^The (P[^ :]{3,9}EN[^ :]{0,3}|PRES[!1l|]DENT)(?: \((?:spoke|interpretation)|:)`), "PRESIDENT"},
	{regexp.MustCompile(`^(?:The|El|La|Le) PR[EÉ]SIDENTE?([sJ1!]) \p{Lu}\p{Ll}`), ":"},
	{regexp.MustCompile(`^The()(?:(?:Acting|Temporary|Vice|Deputy)[ -]?)?(?:President|PRESIDENT|Chair|CHAIR)`), " "},
	{regexp.MustCompile(`^The (?:Acting|Temporary|Deputy)()(?:President|Chair)`), " "},
	{regexp.MustCompile(`^([~HKN]r|~tr)\. [^():~]{0,40}\p{Lu}{2}[^():~]{0,40}[(~]`), "Mr"},
	{regexp.MustCompile(`^M[^:()]{3,60} (~)\p{Lu}[^():~]{2,60}\)`), "("},
	{regexp.MustCompile(`^(?:The|M[rs]s?)\.? [^:()]{0,40}\p{Lu}{2}[^:()]{0,40}(?: \([^:()]{3,60}\)){1,2}([a-zIJ1!]| [b-zI1i]) ["“«]?\p{Lu}`), ":"},
}

// misreadLabel parses a label of who presides or of a State that recognition misread: "Mr. BROOK
// (Ghana)s I thank".
func misreadLabel(text string, names grammar.Names) Label {
	if first, _ := utf8.DecodeRuneInString(text); text == "" || !strings.ContainsRune("TELMHKN~'‘’rl", first) {
		return Label{}
	}
	limit := corpus.Head(text, grammar.LabelLimit+utf8.UTFMax)
	l := mendedLabel(text, limit, mend(limit, misreadings...), names)
	if !l.Speaker.Presiding && l.Speaker.Country == "" {
		return Label{}
	}
	return l
}

// mendedLabel parses the label that a text has as it is mended.
func mendedLabel(text, limit, mended string, names grammar.Names) Label {
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

// mend is a text without what is wrong in any of some ways.
func mend(text string, ways ...misprint) string {
	for _, m := range ways {
		if at := m.form.FindStringSubmatchIndex(text); at != nil {
			text = text[:at[2]] + m.fill + text[at[3]:]
		}
	}
	return text
}
