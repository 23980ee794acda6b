package segment

import (
	"strings"
	"unicode"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/matter"
	"briefsearch/indexer/segment/opening"
)

// A numbered record may have paragraphs that have no number, and some have none at all.

// unnumbered is the person who speaks in a paragraph of a record that has lost its
// numbers.
func (g subjects) unnumbered(b *read.Block) (corpus.Speaker, bool) {
	if !g.record || b.Kind != read.Paragraph || (matter.IsHeading(b) || !matter.IsProse(b)) && !g.tells(b.Text) {
		return corpus.Speaker{}, false
	}
	sp, ok := g.subject(b.Text)
	return sp, ok && g.takesFloor(sp, b.Text)
}

// tells says whether a short paragraph of a record tells what the chair or another person said,
// although no full stop ends it: "M. Brook partage cet avis".
func (g subjects) tells(text string) bool {
	rest := g.told(text)
	if !g.record || g.minutes || rest == "" || strings.Contains(text, ":") {
		return false
	}
	return grammar.Reports(rest) || grammar.CountWords(rest, toldLeast) == toldLeast && unicode.IsLower(grammar.FirstRune(rest)) && opening.IsVerb(" "+rest)
}

// told is what a text tells of the chair or another person whom it begins with, "" where it begins
// otherwise.
func (g subjects) told(text string) string {
	text, _ = opening.Unglue(text)
	end := len(chair.FindString(text))
	if p := grammar.NameOf(text); p.Honorific != "" {
		end = p.End + len(opening.Bracketed.FindString(text[p.End:]))
	}
	if end == 0 {
		return ""
	}
	return strings.TrimLeft(opening.AfterInsertion(text[end:]), ", ")
}

// toldLeast is how many words such a paragraph has at least behind the person, if its verb is in
// no list.
const toldLeast = 3

// bookkeeping is what minutes tell that people did and not what they said.
var bookkeeping = regexp.MustCompile(`(?i) (?:called the [^.:]{0,60}to order|(?:entered|left|joined|adjourned) the (?:meeting|session|room)|(?:moved|seconded)\b[^.:]*\b(?:seconded|moved|to adjourn|to approve))\b`)

// takesFloor says whether the subject of a paragraph speaks in it: in minutes it is
// told to, in a summary record every person does.
func (g subjects) takesFloor(sp corpus.Speaker, text string) bool {
	if g.minutes {
		return g.says(sp, text)
	}
	return sp.Name != "" || g.persons && opening.IsDelegate(sp.Role) && g.says(sp, text)
}

// says says whether a State or body is told to have spoken in a paragraph of minutes,
// not to have done something: its verb reports speech.
func (g subjects) says(sp corpus.Speaker, text string) bool {
	text, _ = opening.Unglue(corpus.Head(text, opening.SubjectReach))
	_, rest, _ := strings.Cut(text, sp.AsPrinted)
	word, _ := grammar.FirstWord(strings.TrimLeft(rest[len(opening.Insertion(rest)):], ", "))
	return grammar.IsSaying(word)
}

// unnumbered is a heading, a paragraph that goes on from the page before, or a
// list inside a paragraph.
func (m *minutes) unnumbered(b *read.Block) {
	switch {
	case b.Kind == read.Row && !m.started || matter.IsOfPage(b.Text) || starred.MatchString(b.Text):
		m.leave(whole(b)) // the table of contents, the foot of a page, or a note there
	case m.part == outcomePart && b.Kind != read.Row && m.recommendation(b, b.Text):
	case m.persons && matter.IsClerks(b.Text), m.minutes && bookkeeping.MatchString(opening.Sentence(b.Text)):
		m.close()
		m.leave(whole(b))
		if m.part == silentPart { // the meeting begins, and the contents are over
			m.part, m.heading, m.started = debatePart, "", true
		}
	case m.heads(b):
		m.head(b)
	default:
		if sp, ok := m.talks(b); ok && (!m.minutes || !m.goesOn(sp)) {
			m.turn(sp, whole(b))
			return
		}
		m.goOn(b)
	}
}

// starred is a note at the foot of a page: "** The conclusions have not been edited."
var starred = regexp.MustCompile(`^\*{1,3} ?\p{Lu}`)

// heads says whether a block is a heading, seen from the format or from the record.
func (m *minutes) heads(b *read.Block) bool {
	if m.tells(b.Text) || m.refers(b) {
		return false
	}
	if matter.IsHeading(b) || isPart(b) || m.started && m.captions[b] || m.persons && m.isTopic(b) {
		return true
	}
	if m.reviewed == "" || !m.started || b.Kind != read.Paragraph || len(b.Text) >= grammar.NameLimit {
		return false
	}
	_, ok := m.names.Country(grammar.StripArticle(b.Text))
	return ok // of the next State whose review a session took up
}

// refers says whether a short paragraph goes on with what a person says, although no full stop
// ends it: "Elle souhaite aussi le savoir".
func (m *minutes) refers(b *read.Block) bool {
	return m.record && !m.minutes && m.inTurn() && b.Kind == read.Paragraph && opening.Pronoun.MatchString(b.Text)
}

// isTopic says whether a block is the title of a matter in a record of persons: a line alone once
// the debate has begun, or words in italics.
func (m *minutes) isTopic(b *read.Block) bool {
	return m.started && matter.IsLoneLine(b) || b.Kind == read.Paragraph && isItalic(whole(b)) && !matter.IsProse(b)
}

// talks is who speaks in a paragraph of the debate that has no number. A line of the cover,
// before anybody has spoken, tells who is there.
func (m *minutes) talks(b *read.Block) (corpus.Speaker, bool) {
	if m.part != debatePart || b.Kind != read.Paragraph || !m.sessionOpen() && !m.record || !m.started && !m.inTurn() && !matter.IsProse(b) && !m.tells(b.Text) || matter.PresidedFrom.MatchString(b.Text) {
		return corpus.Speaker{}, false
	}
	sp, ok := m.subject(b.Text)
	return sp, ok && m.takesFloor(sp, b.Text)
}
