package segment

import (
	"strings"

	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/segment/grammar"
)

// Minutes often list who was there, and then tell what each said by the name alone: "Nina
// Holm asked for a new item on the agenda."

const (
	attendanceBlocks = 60 // how far into a document its list of participants goes
	attendanceLeast  = 3  // names of the shortest list
)

// attendance are the full names on lines of their own with which minutes begin, by name; nil
// where there are none.
func attendance(doc *read.Document) map[string]bool {
	listed := map[string]bool{}
	for i := range min(len(doc.Blocks), attendanceBlocks) {
		b := &doc.Blocks[i]
		if b.Kind != read.Paragraph && b.Kind != read.Row {
			continue
		}
		for n, l := range b.Lines {
			end := len(b.Text)
			if n+1 < len(b.Lines) {
				end = b.Lines[n+1].Start
			}
			if name := listedName(strings.TrimSpace(b.Text[l.Start:end])); name != "" {
				listed[name] = true
			}
		}
	}
	if len(listed) < attendanceLeast {
		return nil
	}
	return listed
}

// listedName is the full name that a line is, with what tells of its bearer behind a mark, or
// "".
func listedName(line string) string {
	if len(line) > grammar.LabelLimit || grammar.EndsSentence(line) || describe.InCapitals(line) {
		return ""
	}
	bare := line
	if at := strings.IndexAny(line, ",(–\t"); at > 0 {
		bare = strings.TrimSpace(line[:at])
	}
	p := grammar.NameOf(bare)
	if p.Parts < 2 || p.End != len(bare) || grammar.StartsRole(p.Name) || grammar.Bodies.MatchString(p.Name) {
		return ""
	}
	return p.Name
}
