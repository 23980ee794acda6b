package segment

import (
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/opening"
)

// How sure it is that somebody speaks depends on what stands with the name: a person in full with a
// form of address and an office who says that something is so does, wherever that is told. A
// surname and a verb need a meeting, or others who speak.

// sureAlone is how much a turn must weigh to be one where nothing else tells of a meeting.
const sureAlone = 4

// weight is what the turns of a report weigh.
type weight struct {
	prose int  // paragraphs
	sure  int  // turns that are sure among others
	best  int  // what the turn weighs that is most sure
	apart bool // a speaker is set off from the text
}

// weigh adds the turn that a paragraph opens.
func (w *narrator) weigh(o opening.Opening, b *read.Block) {
	bold := b.LeadingBold() > 0
	w.apart = w.apart || bold || b.Kind == read.Item && o.Said && o.Clause
	sure := certainty(o, w.narrative) + grammar.Count(saysInQuotes.MatchString(b.Text[min(o.End, len(b.Text)):]))
	if bold || o.Said && o.Clause || w.meeting || o.Speaker.Honorific != "" || sure >= sureAlone {
		w.sure++
	}
	w.best = max(w.best, sure)
}

// saysInQuotes is a verb and the beginning of what was said, in the words of the speaker.
var saysInQuotes = regexp.MustCompile(`^,? (?:\pL+,? ){1,6}(?:that |que |: ?)?[“"«]`)

// certainty is what an opening weighs: a form of address and an office of State most, since
// newspapers and science quote others.
func certainty(o opening.Opening, n narrative) int {
	sp := o.Speaker
	office := n.officeOf(sp.Role)
	held := sp.Role != "" && (grammar.IsRole(office) || opening.IsHanOffice(sp.Role))
	return 2*grammar.Count(sp.Honorific != "") + grammar.Count(o.Parts > 1) + grammar.Count(o.Quote || o.Speech) +
		grammar.Count(held) + grammar.Count(held && sp.Country != "") + grammar.Count(sp.Country != "" || sp.Organisation != "")
}

// weighRemark adds a turn that begins in the midst of a paragraph.
func (w *narrator) weighRemark(sp corpus.Speaker) {
	if sp.Country != "" || sp.Organisation != "" || sp.Role != "" || sp.Honorific != "" || w.meeting {
		w.sure++
	}
	parts := len(strings.Fields(sp.Name)) + grammar.Count(opening.IsHanOffice(sp.Role))
	w.best = max(w.best, certainty(opening.Opening{Speaker: sp, Parts: parts}, w.narrative))
}
