package segment

import (
	"strings"
	"unicode"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/label"
	"briefsearch/indexer/segment/matter"
)

// printedAt is the label that the text of a block has at a byte, with what international
// conferences print before it, or on its line without anything that closes it. The lines
// of a cover that name who presides and who takes part are none.
func (l labelled) printedAt(b *read.Block, from int) label.Label {
	text := b.Text[from:]
	before := len(spokenIn.FindString(text))
	found := label.Of(text[before:], l.names)
	if line := lineAt(b, from); found.Style == label.None && isDelegateLine(line[min(before, len(line)):], text[len(line):]) {
		found = label.Of(line[before:]+": …", l.names)
		if found.End, found.Alone = len(line)-before, len(line) == len(text); before == 0 && !found.Speaker.Presiding && found.Speaker.Country == "" && !strings.Contains(line, ", ") {
			return label.Label{} // "Mr. BROOK (Chairman)", among those who are there
		}
	}
	if found.Style == label.None || found.Speaker.Presiding && (matter.PresidedFrom.MatchString(b.Text) || from == 0 && matter.PresidedWithin.MatchString(b.Text)) {
		return label.Label{}
	}
	found.End += before
	return found
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

// isDelegateLine says whether a line is one and what stands behind it in its paragraph begins anew.
func isDelegateLine(line, behind string) bool {
	return len(line) < grammar.LabelLimit && delegateLine.MatchString(line) && !unicode.IsLower(grammar.FirstRune(strings.TrimLeft(behind, " ")))
}

// spokenIn stands before a label: "Original Spanish: Mr. X (Chile) — …".
var spokenIn = regexp.MustCompile(`^(?i:original|interpretation from|translation from) \p{Lu}\pL+ ?: `)

// agent is the office of whoever speaks for a State by the office alone.
var agent = regexp.MustCompile(`(?i)^(?:\pL+ ){0,2}` + grammar.Lists.Any("delegate") + `\b`)

// headOf is the office of who leads a State, and the State.
var headOf = regexp.MustCompile(`(?i)^(?:deputy |vice[- ])?` + grammar.Lists.Any("head-of") + ` (?:of|de|du|des|del|d['’]) ?(.+)$`)

// forState gives the speaker of such a label the State: "La REPRESENTANTE DE GHANA:", "The
// PRESIDENT OF GHANA:".
func forState(sp *corpus.Speaker, names grammar.Names) {
	if sp.Country != "" || sp.Role == "" {
		return
	}
	if m := headOf.FindStringSubmatch(sp.Role); m != nil {
		sp.Country, _ = names.Country(grammar.StripArticle(m[1]))
		return
	}
	if !agent.MatchString(sp.Role) || grammar.SentFor.MatchString(sp.Role) {
		return
	}
	if found := names.Countries(sp.Role); len(found) == 1 {
		sp.Country = found[0]
	}
}
