package block

import (
	"regexp"
	"strings"
)

// leaders are the dots between an entry of a list and what stands at the end of its
// line: a page, a name.
var leaders = regexp.MustCompile(`\s*(?:\.\s?){5,}\s*|\s*…{2,}\s*`)

// cutShort are dots behind words that an interruption has cut short: "I say.....(Interruptions)",
// and few dots that lead nowhere: "May I move.....", in Chinese also those of who goes on.
var cutShort = regexp.MustCompile(`\.{5,}\s*[(\[](?i:interrupt|interject|inaudible|laugh|applau|cries|noise|time |व्यवधान)|[\p{Ll}\p{Han}] ?\.{5,7}\s*$|：\s?\.{5,7}\p{Han}`)

// HasLeaders says whether dots lead from one part of a line to the next.
func HasLeaders(line string) bool {
	return strings.Contains(line, ".....") && !cutShort.MatchString(line) || strings.Contains(line, ". . . . .")
}

// Entry writes a line with leaders, its parts in cells.
func (b *Builder) Entry(line string) {
	for i, part := range leaders.Split(line, -1) {
		if i > 0 {
			b.Cell()
		}
		b.Text(part)
	}
}
