package segment

import (
	"slices"
	"strings"

	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/label"
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
	for n > 0 && !r.isTopic(r.headings[n-1].bare()) {
		n--
	}
	return r.lastTitle(n)
}

// isTopic says whether a heading tells what is spoken of, and not who presides, who was called or
// abstained, when it was or on which page it stands.
func (r *recorder) isTopic(title string) bool {
	if !topicWord.MatchString(title) || noTopic.MatchString(title) || label.IsChairLine(title) || describe.IsDate(title) || strings.HasSuffix(title, ":-") {
		return false
	}
	name := title[len(matter.QuestionNumber.FindString(title)):]
	if p := grammar.NameOf(name); p.Honorific != "" && p.Parts > 0 && p.End == len(name) {
		return false
	}
	return slices.ContainsFunc(partyJoint.Split(title, -1), func(part string) bool {
		_, isState := r.names.Country(grammar.StripArticle(part))
		return !isState
	})
}

var (
	// topicWord is a word of three letters, or what is written in Chinese or Korean.
	topicWord = regexp.MustCompile(`[\pL\pM]{3}|[\p{Han}\p{Hangul}]{2}`)
	noTopic   = regexp.MustCompile(`(?i)^` + grammar.Lists.Any("no-topic"))
	// partyJoint stands between States in a list of them.
	partyJoint = regexp.MustCompile(`, (?:and |et |y )?| (?:and|et|y) `)
)

// lastTitle is the last of the first n pending headings, with the one before it where that
// is its first line, or the bill of which it names the stage. It is "" where n is none.
func (r *recorder) lastTitle(n int) string {
	if n == 0 {
		return ""
	}
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
