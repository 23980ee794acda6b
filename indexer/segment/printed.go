package segment

import (
	"strings"
	"unicode"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
)

// printedAt is the label that the text of a block has at a byte, with what international
// conferences print before it, or on its line without anything that closes it. The lines
// of a cover that name who presides and who takes part are none.
func (l labelled) printedAt(b *read.Block, from int) label {
	text := b.Text[from:]
	before := len(spokenIn.FindString(text))
	found := labelOf(text[before:], l.names)
	if line := lineAt(b, from); found.style == noLabel && len(line) < labelLimit && delegateLine.MatchString(line[min(before, len(line)):]) && endsLine(b, from+len(line)) {
		found = labelOf(line[before:]+": …", l.names)
		if found.end, found.alone = len(line)-before, len(line) == len(text); before == 0 && !found.speaker.Presiding && found.speaker.Country == "" && !strings.Contains(line, ", ") {
			return label{} // "Mr. BROOK (Chairman)", among those who are there
		}
	}
	if m := labelBehalf.FindStringSubmatchIndex(corpus.Head(text, labelLimit)); found.style == noLabel && m != nil {
		found = labelOf(strings.ToValidUTF8(text[before:m[3]]+text[m[5]:], ""), l.names)
		found.speaker.OnBehalfOf = []string{text[m[6]:m[7]]}
		found.end += m[5] - m[3]
	}
	if found.style == noLabel || found.speaker.Presiding && presidedFrom.MatchString(b.Text) || castLine.MatchString(b.Text) {
		return label{}
	}
	found.end += before
	return found
}

// translated stands before what was said in another language.
var translated = regexp.MustCompile(`^(?i:translation|interpretation|traduction|interprétation|traducción|interpretación|original) ?:`)

// isRecordsMark says whether a text has the form of a label and tells who presides, or of
// what a record is the translation.
func isRecordsMark(text string) bool {
	return translated.MatchString(text) || presidedFrom.MatchString(text)
}

// labelBehalf is a label with a group behind its State: "Mr. BROOK (Ghana), on behalf of
// the African Group:".
var labelBehalf = regexp.MustCompile(`^([^:]{3,120}\))(, (?:(?:also )?(?:speaking|speaks|spoke) )?(?:on behalf of|au nom d(?:e la|u|es|e l['’]|e)|en nombre de(?:l| la| los)?) ?(?:the )?([^:()]{3,80}))(?: \([^()]{3,40}\))?:`)

// endsLine says whether a byte of a block ends it, or a line that was not full and that no
// small letter follows.
func endsLine(b *read.Block, at int) bool {
	if unicode.IsLower(firstRune(strings.TrimLeft(b.Text[at:], " "))) {
		return false
	}
	for i, l := range b.Lines[:len(b.Lines)-1] {
		if next := b.Lines[i+1].Start; l.Start < at && at <= next {
			return !isFull(b, i)
		}
	}
	return true
}

// lineAt is the printed line of a block that a byte is in, from there on. One that ends
// inside of parentheses goes on in the next.
func lineAt(b *read.Block, from int) string {
	for _, l := range b.Lines {
		if l.Start <= from || l.Start > len(b.Text) {
			continue
		}
		line := b.Text[from:l.Start]
		if strings.Count(line, "(") == strings.Count(line, ")") {
			return strings.TrimRight(line, " \n")
		}
	}
	return b.Text[from:]
}

// delegateLine is such a line, of the International Labour Conference: "Mr BROOK (Worker,
// Ghana)".
var delegateLine = regexp.MustCompile(`^(?:The PRESIDENT|(?:M[rs]|Mrs|Miss|Sir|Dame|Mme|M|Sra?)\.? \p{Lu}[\p{Lu} '’.-]{1,60}\([^()]{3,120}(?:\([^()]{3,40}\))?\))$`)

// castLine names who takes part: "Moderator: ADA BROOK, Director".
var castLine = regexp.MustCompile(`^(?i:speakers?|moderator|host|presenters?|panell?ists?) ?: [^.!?]{3,160}, [^.!?]{3,160}$`)

// spokenIn stands before a label: "Original Spanish: Mr. X (Chile) — …".
var spokenIn = regexp.MustCompile(`^(?i:original|interpretation from|translation from) \p{Lu}\pL+ ?: `)

// agent is the office of whoever speaks for a State by the office alone.
var agent = regexp.MustCompile(`(?i)^(?:\pL+ ){0,2}(?:representative|repr[ée]sentante?|representante|delegad[oa]|delegate|embajador[a]?|ambassador|observer|observador[a]?)\b`)

// forState gives the speaker of such a label the State: "La REPRESENTANTE DE GHANA:".
func forState(sp *corpus.Speaker, names Names) {
	if sp.Country != "" || !agent.MatchString(sp.Role) {
		return
	}
	if found := names.Countries(sp.Role); len(found) == 1 {
		sp.Country = found[0]
	}
}
