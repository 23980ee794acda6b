package segment

import (
	"strings"
	"unicode/utf8"
)

// fullOffice is how many letters an office has that is no abbreviation.
const fullOffice = 4

// memberSpeaks parses what a parliament reports of a member, or of a minister, whose surname
// is in capitals behind the office: "Abgeordneter Jens LATERNE (L) sah die Leuchttürme …".
// The verb may be any one.
func memberSpeaks(text string, names Names) (opening, bool) {
	office, rest, ok := strings.Cut(text, " ")
	if !ok || !membersAbroad[folded(office)] && !chairsAbroad[folded(office)] || utf8.RuneCountInString(office) < fullOffice {
		return opening{}, false // "On POSIX systems"
	}
	o, ok := introduced(rest, names)
	if !ok || !isShoutedWord(lastWord(rest[:nameOf(rest).end])) || !o.said && !runsOn(rest[o.end:]) {
		return opening{}, false
	}
	if isShoutedWord(o.speaker.Role) || utf8.RuneCountInString(o.speaker.Role) == 1 {
		o.speaker.Organisation, o.speaker.Role = o.speaker.Role, "" // the party
	}
	lead := len(text) - len(rest)
	o.end, o.said, o.clause, o.member = o.end+lead, true, true, true
	o.speaker.AsPrinted = strings.TrimSpace(text[:o.end])
	if o.speaker.Role == "" {
		o.speaker.Role = office
	}
	return o, true
}
