package opening

import (
	"strings"
	"unicode/utf8"

	"briefsearch/indexer/segment/grammar"
)

// fullOffice is how many letters an office has that is no abbreviation.
const fullOffice = 4

// memberSpeaks parses what a parliament reports of a member, or of a minister, whose surname
// is in capitals behind the office: "Abgeordneter Jens LATERNE (L) sah die Leuchttürme …".
// The verb may be any one.
func memberSpeaks(text string, names grammar.Names) (Opening, bool) {
	office, rest, ok := strings.Cut(text, " ")
	if !ok || !grammar.MembersAbroad[grammar.Folded(office)] && !grammar.ChairsAbroad[grammar.Folded(office)] || utf8.RuneCountInString(office) < fullOffice {
		return Opening{}, false // "On POSIX systems"
	}
	o, ok := introduced(rest, names)
	if !ok || !grammar.IsShoutedWord(grammar.LastWord(rest[:grammar.NameOf(rest).End])) || !o.Said && !runsOn(rest[o.End:]) {
		return Opening{}, false
	}
	if grammar.IsShoutedWord(o.Speaker.Role) || utf8.RuneCountInString(o.Speaker.Role) == 1 {
		o.Speaker.Organisation, o.Speaker.Role = o.Speaker.Role, "" // the party
	}
	lead := len(text) - len(rest)
	o.End, o.Said, o.Clause, o.Member = o.End+lead, true, true, true
	o.Speaker.AsPrinted = strings.TrimSpace(text[:o.End])
	if o.Speaker.Role == "" {
		o.Speaker.Role = office
	}
	return o, true
}
