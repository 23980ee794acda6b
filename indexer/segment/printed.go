package segment

import (
	"strings"

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
	if line := lineAt(b, from); found.style == noLabel && len(line) < labelLimit && delegateLine.MatchString(line[min(before, len(line)):]) {
		found = labelOf(line[before:]+": …", l.names)
		found.end, found.alone = len(line)-before, len(line) == len(text)
	}
	if found.style == noLabel || found.speaker.Presiding && presidedFrom.MatchString(b.Text) || castLine.MatchString(b.Text) {
		return label{}
	}
	found.end += before
	return found
}

// lineAt is the printed line of a block that a byte is in, from there on.
func lineAt(b *read.Block, from int) string {
	for _, l := range b.Lines {
		if l.Start > from && l.Start <= len(b.Text) {
			return strings.TrimRight(b.Text[from:l.Start], " \n")
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
