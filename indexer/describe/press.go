package describe

import (
	"strings"

	"briefsearch/indexer/regexp"
)

// dailyTitle is the meeting on which a daily or summary report is, which stands below that.
func (c *cover) dailyTitle() string {
	for i := 0; i < len(c.lines) && i < pressLines; i++ {
		switch l := &c.lines[i]; {
		case !daily.MatchString(l.text):
		case i+1 < len(c.lines) && isEvent(&c.lines[i+1]):
			return c.clean(c.lines[i+1].text) + ", " + l.text
		default:
			return l.text
		}
	}
	return ""
}

// isEvent says whether a line may be the name of a meeting.
func isEvent(l *line) bool {
	return l.role != furniture && l.role != imprinted && l.role != symbolic && len(l.text) <= maxTitle && !isSentences(l.text) && !InCapitals(l.text)
}

// daily is what a report of negotiations is called above the name of its meeting.
var daily = regexp.MustCompile(`(?i)^(?:daily|summary) report(?: for)?,? \d`)

// pressTitle is the line at the top of a transcript that says with whom the press met.
func (c *cover) pressTitle() string {
	for i := range c.lines[:min(len(c.lines), pressLines)] {
		if l := &c.lines[i]; l.role == content && pressMeets.MatchString(l.text) && len(strings.Fields(l.text)) > 2 && !isSentences(l.text) {
			return c.clean(c.unbroken(i))
		}
	}
	return ""
}

const pressLines = 8 // and further down it is a note on the recording

var pressMeets = regexp.MustCompile(`(?i)\b(?:press (?:briefing|conference|availability|encounter|stakeout)|noon briefing|point de presse|conférence de presse|rueda de prensa|conferencia de prensa|conferenza stampa)\b|pressekonferenz\b|пресс-конференци|记者会`)
