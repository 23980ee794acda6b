package segment

import (
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/matter"
	"briefsearch/indexer/segment/opening"
)

// A turn of a report in prose goes on until another speaks, a heading stands, or the report tells
// of something else. Below headings of sessions all paragraphs are somebody's. News has none, and
// goes over to what its readers should know: a paragraph there is the speaker's where it refers to
// him, or where another does so behind it. Nor are those of minutes nobody's, whose speakers have
// their State or party in parentheses.

// endsTurn says whether a paragraph in which nobody begins to speak tells what nobody said.
func (w *narrator) endsTurn(b *read.Block, o opening.Opening) bool {
	switch {
	case w.quoting && o.Speaker.Name != w.current.Name && !opening.Refers(b.Text) && opening.ToldAside(b.Text) < 0:
		return true
	case collective.MatchString(b.Text), opening.IsArticle(b.Text), organDecides.MatchString(b.Text):
		return true
	}
	return matter.Decision.MatchString(b.Text) && grammar.CountWords(b.Text, matter.ClerksWords+1) <= matter.ClerksWords
}

// stray keeps in mind from which piece on a turn may be nobody's.
func (w *narrator) stray(b *read.Block, o opening.Opening) {
	switch {
	case !w.inTurn() || w.session != nil || w.delegations || w.bracketed || b.Kind == read.Item:
	case w.refers(b.Text, o):
		w.aside = 0
	case w.aside == 0:
		w.aside = len(w.pieces)
	}
}

// refers says whether a paragraph tells of who has the floor, or quotes.
func (w *narrator) refers(text string, o opening.Opening) bool {
	surname := grammar.LastWord(w.current.Name)
	switch {
	case o.Speaker.Name != "" && o.Speaker.Name == w.current.Name, surname != "" && strings.Contains(text, surname):
		return true
	case strings.ContainsRune("“\"«”", grammar.FirstRune(text)), opening.Refers(text), opening.ReturnsTo(text), w.byOffice(text):
		return true
	}
	return opening.ToldAside(opening.Sentence(corpus.Head(text, opening.SubjectReach))) >= 0
}
