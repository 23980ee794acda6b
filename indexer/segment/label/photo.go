package label

import (
	"strings"

	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
)

// photo is a label as pages of the web print it that show who speaks: the text in place
// of the picture, the name, and the seat and party, in parentheses or not, perhaps with
// the time behind them. "Photo of Ada BrookAda Brook (Kavie, Lamp Party)", "Photo of Ada
// Brook Ada Brook Lamp Party, Kavie 9:12 am, 3rd May 2010".
var (
	photo     = regexp.MustCompile(`^Photo of ([^:]{5,200}?)(?: Link to this: .{5,90}| \| [^|]{3,30} source)?$`)
	photoTime = regexp.MustCompile(` \d{1,2}:\d\d(?: [ap]m)?, \d{1,2}(?:st|nd|rd|th)? \p{Lu}\pL+ \d{4}$`)
)

// pictured parses such a label, the name twice.
func pictured(limit string, names grammar.Names) Label {
	m := photo.FindStringSubmatch(photoTime.ReplaceAllString(limit, ""))
	if m == nil {
		return Label{}
	}
	name, held := twice(m[1])
	l := Parse(name, names, false)
	if l.Style == None {
		return Label{}
	}
	l.InParens(held, names)
	for part := range strings.SplitSeq(held, ", ") {
		l.Speaker.Presiding = l.Speaker.Presiding || IsChair(part)
	}
	l.Style, l.End, l.Alone = Formal, len(limit), true
	return l
}

// twice is the name that a text begins with twice, and what follows.
func twice(text string) (name, held string) {
	head, held, _ := strings.Cut(text, "(")
	head = strings.TrimSpace(head)
	if half := strings.TrimSpace(head[len(head)/2:]); strings.TrimSpace(head[:len(head)/2]) == half {
		return half, strings.TrimSuffix(held, ")")
	}
	for i, r := range text {
		if rest, ok := strings.CutPrefix(text[i:], " "+text[:i]+" "); ok && r == ' ' {
			return text[:i], rest
		}
	}
	return "", ""
}
