package segment

import (
	"strings"

	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/matter"
)

// note keeps whether a note in parentheses interrupts the speaker, with what is read out
// behind it.
func (r *recorder) note(text string) {
	r.quoted = r.quoted || strings.HasPrefix(text, "«") || r.noted && strings.HasPrefix(text, "“")
	r.noted = matter.BracketAside.MatchString(strings.TrimRight(text, ".")) || r.noted && r.quoted
	r.quoted = r.quoted && !strings.ContainsAny(text, "»”")
	r.resolves = resolves.MatchString(text)
}

// resolves stands above what a parliament resolved: "Ordered,", "That the bill be printed."
var resolves = regexp.MustCompile(`^(?:Resolved|Ordered)[,:—–-]?$`)

// closesSitting is what a chair says at the end, as a clerk would write it.
var closesSitting = regexp.MustCompile(`^(?:Se (?:levanta|suspende|reanuda) la sesión|La seduta è tolta|La séance est levée)\.$`)

// mustGoOn says whether a paragraph goes on with the open turn although it may look like a
// clerk's: the first one below a label on a line of its own, what stands behind a dash
// after a note that has interrupted the speaker, or the date that ends a sentence.
func (r *recorder) mustGoOn(text string) bool {
	switch {
	case !r.inTurn():
		return false
	case r.noted && strings.HasPrefix(text, "–"), r.runsOn(text), betweenDashes.MatchString(text):
		return true
	case r.speaker.Presiding && closesSitting.MatchString(text):
		return true
	}
	return r.awaitsWords() && grammar.EndsSentence(text) && !matter.BracketAside.MatchString(text) && !readsOut.MatchString(text)
}

// isBelowTime says whether a paragraph is the first one below a speaker and the time: it is
// said, also where it looks like a title.
func (r *recorder) isBelowTime(text string) bool {
	return r.inTurn() && len(r.pieces) == 1 && len(r.headings) == 0 && !isProcedure(whole(&read.Block{Text: text})) && r.isTimed(r.pieces[0])
}

func (r *recorder) isTimed(p piece) bool {
	l := r.at(p.block, p.from)
	return l.Stamped && l.Alone && l.IsSure()
}

// awaitsWords says whether the open turn is a label on a line of its own so far: what
// stands below it is said, also where a clerk might have written it.
func (r *recorder) awaitsWords() bool {
	if !r.inTurn() || len(r.pieces) != 1 {
		return false
	}
	printed := strings.TrimRight(r.pieces[0].text(), " ")
	return printed == r.speaker.AsPrinted || r.isTimed(r.pieces[0]) || strings.HasSuffix(printed, ":") && r.at(r.pieces[0].block, r.pieces[0].from).Alone
}
