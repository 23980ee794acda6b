package segment

import (
	"strings"

	"briefsearch/indexer/regexp"
)

// photo is a label as pages of the web print it that show who speaks: the text in place
// of the picture, the name, and the seat and party in parentheses. "Photo of Ada
// BrookAda Brook (Kavie, Lamp Party)".
var photo = regexp.MustCompile(`^Photo of ([^():]{5,120}?) ?\(([^()]{2,120})\)(?: Link to this: .{5,90})?$`)

// pictured parses such a label, the name twice.
func pictured(limit string, names Names) label {
	m := photo.FindStringSubmatch(limit)
	if m == nil {
		return label{}
	}
	name := strings.TrimSpace(m[1][len(m[1])/2:])
	if strings.TrimSpace(m[1][:len(m[1])/2]) != name {
		return label{}
	}
	l := parseLabel(name+" ("+m[2]+")", names, false)
	if l.style == noLabel {
		return label{}
	}
	for part := range strings.SplitSeq(m[2], ", ") {
		l.speaker.Presiding = l.speaker.Presiding || isChair(part)
	}
	l.style, l.end, l.alone = formalLabel, len(limit), true
	return l
}
