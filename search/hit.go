package search

import (
	"strings"

	"briefsearch/corpus"
)

// titleEnd parts the title of a section from its text.
const titleEnd = "\n\n"

// SectionTurn is a section as an index keeps it: a text like that of a turn, which
// begins with the title, by nobody. The evidence of its tags counts from behind the
// title, as in the section.
func SectionTurn(r *corpus.Report, i int) corpus.Intervention {
	s := &r.Sections[i]
	return corpus.Intervention{
		ID: SectionID(r.ID, i+1), N: i + 1, Language: r.Language, PageFrom: s.Page, PageTo: s.Page,
		Text: s.Title + titleEnd + s.Text, Tags: s.Tags,
	}
}

// SectionText is the text of the section of a title, of that of its SectionTurn.
func SectionText(title, turn string) string { return strings.TrimPrefix(turn, title+titleEnd) }

// NewHit is a hit as it is shown, with its passages; what an engine alone knows of it
// (score, person, number of words, hits of the report) is left to be filled in.
func NewHit(report ReportRef, in *corpus.Intervention, section bool, marks []Mark) Hit {
	h := Hit{
		ID: in.ID, Report: report, N: in.N, Session: in.Session, Speaker: in.Speaker, Page: in.PageFrom, Language: in.Language,
		Passages: Passages(in, marks), Tags: make(map[corpus.Kind][]string, len(corpus.Kinds())),
	}
	for _, kind := range corpus.Kinds() {
		h.Tags[kind] = in.Tags.IDs(kind)
	}
	if section {
		h.Section, _, _ = strings.Cut(in.Text, titleEnd)
	}
	if len(h.Passages) > 0 {
		h.Page = h.Passages[0].Page
	}
	return h
}
