package segment

import (
	"strings"

	"briefsearch/indexer/segment/matter"
)

// sessionTitle is the title that the pending headings make: the item of the
// agenda with what it is about, failing that the last heading.
func (r *recorder) sessionTitle() string {
	n := len(r.headings)
	if n == 0 {
		return ""
	}
	for i := n - 1; i >= 0; i-- {
		title := r.headings[i].bare()
		if !matter.IsSessionTitle(title) || r.seen.House && i+1 < n && matter.TermSession.MatchString(title) {
			continue
		}
		title = r.titles.Title(title)
		if matter.BareSession.MatchString(matter.Continued.ReplaceAllString(title, "")) && i+1 < n {
			title += ": " + r.titles.Title(r.headings[i+1].bare())
		}
		return title
	}
	return r.lastTitle()
}

// lastTitle is the last of the pending headings, with the one before it where that
// is its first line, or the bill of which it names the stage.
func (r *recorder) lastTitle() string {
	n := len(r.headings)
	title := strings.TrimSuffix(matter.WithoutTime.ReplaceAllString(r.headings[n-1].bare(), ""), " .")
	if n > 1 {
		switch before := r.headings[n-2].bare(); {
		case strings.HasSuffix(before, "–") || strings.HasSuffix(before, "—"):
			return r.titles.Title(before) + " " + r.titles.Title(title)
		case matter.Stage.MatchString(title):
			return r.titles.Title(before) + ": " + r.titles.Title(title)
		}
	}
	return r.titles.Title(title)
}
