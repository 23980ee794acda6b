package opening

import (
	"strings"
	"unicode/utf8"

	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// fullOffice is how many letters an office has that is no abbreviation.
const fullOffice = 4

// articleLead is the number of an item of minutes in Spanish: "Artículo 2º.- ".
var articleLead = regexp.MustCompile(`^(?i:art(?:ículo|\.)|punto|inciso) \d{1,3}[.º°ªo”"*]{0,2} ?[-–—]+ ?`)

// IsArticle says whether a paragraph begins with such a number.
func IsArticle(text string) bool { return articleLead.MatchString(text) }

// memberLead is the article before an office, and members are the offices behind it.
var (
	memberLead = regexp.MustCompile(`^(?:El|La|O|A|Le) `)
	members    = grammar.Lists.Set("members")
)

// memberSpeaks parses what a parliament reports of a member, or of a minister, whose surname
// is in capitals behind the office: "Abgeordneter Jens LATERNE (L) sah die Leuchttürme …".
// The verb may be any one.
func memberSpeaks(text string, names grammar.Names) (Opening, bool) {
	at := len(articleLead.FindString(text))
	at += len(memberLead.FindString(text[at:]))
	office, rest, ok := strings.Cut(text[at:], " ")
	if !ok || !members[strings.ToLower(office)] && !grammar.MembersAbroad[grammar.Folded(office)] && !grammar.ChairsAbroad[grammar.Folded(office)] || utf8.RuneCountInString(office) < fullOffice {
		return Opening{}, false // "On POSIX systems"
	}
	o, ok := introduced(rest, names)
	last := grammar.LastWord(rest[:grammar.NameOf(rest).End])
	if !ok || !grammar.IsShoutedWord(last) || grammar.NamesParty(last, names) || !o.Said && !runsOn(rest[o.End:]) {
		return Opening{}, false
	}
	if grammar.IsShoutedWord(o.Speaker.Role) || utf8.RuneCountInString(o.Speaker.Role) == 1 {
		o.Speaker.Organisation, o.Speaker.Role = o.Speaker.Role, "" // the party
	}
	lead := len(text) - len(rest)
	o.End, o.Said, o.Clause, o.Member = o.End+lead, true, true, true
	o.Speaker.AsPrinted = strings.TrimSpace(text[at:o.End])
	if o.Speaker.Role == "" {
		o.Speaker.Role = office
	}
	return o, true
}
