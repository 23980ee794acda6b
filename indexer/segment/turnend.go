package segment

import (
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
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
	case tellsOfEvent.MatchString(b.Text) && !opening.ReturnsTo(b.Text) && opening.ToldAside(opening.Sentence(corpus.Head(b.Text, opening.SubjectReach))) < 0:
		return true
	case collective.MatchString(b.Text), opening.IsArticle(b.Text), organDecides.MatchString(b.Text):
		return true
	}
	return matter.Decision.MatchString(b.Text) && grammar.CountWords(b.Text, matter.ClerksWords+1) <= matter.ClerksWords
}

// tellsOfEvent begins what the report tells of the meeting itself.
var tellsOfEvent = regexp.MustCompile(`^(?:The|La|Le|El|L['’]|Los|Las|Les) ?(?:\pL+(?:-\pL+)? )?(?i:` + grammar.Lists.Any("meeting") + `) (?:\pL+ly )?(?:(?:was|were|is|will|has|brought|aimed|aims|focused|concluded|ended|also|sought|provided|est|a|ont|sera|vise|prendra|concluirá|se|fue|tuvo|tiene|contó) )`)

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
	case strings.ContainsRune("“\"«”", grammar.FirstRune(text)), opening.Refers(text), opening.ReturnsTo(text), w.byOffice(text), w.byTitle(text):
		return true
	case opening.ToWhom.MatchString(text), strings.HasPrefix(text, "他"), strings.HasPrefix(text, "她"):
		return true
	}
	return opening.ToldAside(opening.Sentence(corpus.Head(text, opening.SubjectReach))) >= 0
}

// byTitle says whether a text begins with words of the office of who has the floor in another order:
// "The Ports Minister" of the Minister of Ports.
func (w *narrator) byTitle(text string) bool {
	bare := grammar.StripArticle(text)
	title := grammar.NameRun(bare)
	if title == "" || len(bare) == len(strings.TrimSpace(text)) || !grammar.EndsRole(title) {
		return false
	}
	office := grammar.FoldedWords(w.current.Role)
	return !slices.ContainsFunc(grammar.FoldedWords(title), func(word string) bool { return !slices.Contains(office, word) })
}
