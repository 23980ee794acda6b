package describe

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/regexp"
)

// placeNoun is in the name of a building or a room in which people meet.
var placeNoun = regexp.MustCompile(`(?i)\b(?:headquarters|conference (?:room|centre|center)|palais|hall|hotel|hôtel|centre|center|building|siège|sede|palacio|house|university|université|universidad|campus|auditorium|chamber|online|virtual)\b`)

// city are the seats of international bodies and other cities in which they often
// meet, in the languages of the reports. They tell a place from a name where
// nothing else does: a place beside a date needs no entry here.
var city = regexp.MustCompile(`(?i)(?:^|[^\pL])(` + lists.Any("city") + `)(?:[^\pL]|$)`)

// place is where the meeting was: on the line of the date, on a line beside it, or
// where the first paragraphs say that it was held.
func (c *cover) place(when found) string {
	if p := c.placeAt(when.line); p != "" {
		return p
	}
	for i := range c.lines {
		if l := &c.lines[i]; l.role == dated && len(l.dates) > 0 && l.dates[0].date == when.date {
			if p := c.placeAt(i); p != "" {
				return p // the date stands in the masthead too
			}
		}
	}
	if p := c.placeHeld(when); p != "" {
		return p
	}
	return cmp.Or(c.placeInText(when), c.doc.Meta["place"])
}

// placeHeld is where a line of the cover says that the meeting was held.
func (c *cover) placeHeld(when found) string {
	for i := range c.lines {
		text := c.lines[i].text
		if c.lines[i].role != content {
			continue
		}
		if p := heldThen(text, when); p != "" {
			return c.headings.Title(p)
		}
		if m := undated.FindStringSubmatch(text); m != nil && isPlace(m[1]) && !holdsPlace(m[1]) {
			return m[1]
		}
	}
	return ""
}

// placeAt is the place on the line of the date, behind the time, or on a line beside it.
func (c *cover) placeAt(i int) string {
	if i < 0 || i >= len(c.lines) {
		return ""
	}
	l := &c.lines[i]
	if p := cityHeldAt(l.text); p != "" {
		return c.headings.Title(p)
	}
	if p := c.placeOf(without(l.text, l.dates), l.role == dated); p != "" {
		return p
	}
	if m := bracketed.FindStringSubmatch(l.text[:firstDate(l)]); m != nil && !noPlace.MatchString(m[1]) {
		return c.headings.Title(m[1])
	}
	next := i + 1
	if next < len(c.lines) && without(c.lines[next].text, nil) == "" {
		next++
	}
	return cmp.Or(c.placeBeside(next), c.placeBeside(i-1))
}

// bracketed ends in a place that stands in parentheses with the date: "(New York, 22 January 2020)".
var bracketed = regexp.MustCompile(`\((\p{Lu}[\pL'’ -]{2,40}(?:, \p{Lu}[\pL ]{2,30})?), (?:[\pL]+,? )?$`)

// firstDate is where the first date of a line begins.
func firstDate(l *line) int {
	if len(l.dates) == 0 {
		return 0
	}
	return l.dates[0].start
}

// cityOf is a line that may be a city and its State.
var cityOf = regexp.MustCompile(`^\p{Lu}[\pL'’.-]+(?: (?:de |of )?\p{Lu}[\pL'’.-]+){0,2}, \p{Lu}[\pL-]+(?: \p{Lu}[\pL-]+){0,2}$`)

// placeBeside is the place on a line beside that of the date. A line that is part
// of a longer block may have a city in it, but is none.
func (c *cover) placeBeside(k int) string {
	if k < 0 || k >= len(c.lines) || c.lines[k].role != content {
		return ""
	}
	text := c.lines[k].text
	if p := cityHeldAt(text); p != "" {
		return c.headings.Title(p)
	}
	if isSentences(text) {
		return ""
	}
	withState := cityOf.MatchString(text)
	if whole := c.doc.Blocks[c.lines[k].block].Text; len(whole) > len(text)+1 && !besideTitle.MatchString(text) && !withState {
		if m := city.FindStringSubmatch(text); m != nil {
			return c.headings.Title(m[1])
		}
		return ""
	}
	return c.placeOf(without(text, nil), withState)
}

var (
	placeLead = regexp.MustCompile(`(?i)^(?:(?:held|tenue?|celebrad[oa]) )?(?:[aà] l['’]|(?:in|at(?: the)?|venue:?|place:?|location:?|à|au|en(?: el| la)?|lieu ?:?|lugar:?|в|في) +)`)
	placeTail = regexp.MustCompile(`(?i)(?:(?:^|[\s,;.:(–—|-])(?:on|from|le|les|el|del|du|at|à|and|to|a|of|the|den|der|vom|am|dne|dnia|din)?)+$`)
	heldIn    = regexp.MustCompile(`(?:^|\s)(?i:` + lists.Any("held-in") + `)(?: (?:[\pL\d,–-]+|\d{1,2}[.:]\d\d|[ap]\.m\.)){0,8}? (?i:in|at|en|à|au)(?: the| la| el)? (\p{Lu}[\pL'’-]*(?:(?: (?:of|de|del|des|la|the))*,? \p{Lu}[\pL'’-]*){0,6})`)
)

// heldAt is the place that a sentence says the meeting was held in.
func heldAt(text string) string {
	m := heldIn.FindStringSubmatchIndex(text)
	if m == nil || strings.HasSuffix(text[:m[0]], " be") || strings.HasPrefix(text[m[3]:], " last ") {
		return "" // it is of another meeting
	}
	place := text[m[2]:m[3]]
	if at := headingWithin.FindStringIndex(place); at != nil {
		place = place[:at[0]]
	}
	return place
}

// cityHeldAt is the place with its city that a line says the meeting was held in, where the line is a sentence.
func cityHeldAt(line string) string {
	if p := heldAt(line); strings.Contains(p, ",") && strings.HasSuffix(line, ".") {
		return p
	}
	return ""
}

// headingWithin is a heading that has run into the name of a place: "Parliament House, Kampala PRAYERS".
var headingWithin = regexp.MustCompile(` \p{Lu}{5,}(?: |$)`)

// roomNumber is the number of a room, which is a part of a place.
var roomNumber = regexp.MustCompile(`(?i)\b(?:room|salle|sala|hall|building|level|floor) (?:\d{1,4}|[ivxl]{1,5})\b`)

// isPlace says whether a name is one of a place for certain.
func isPlace(name string) bool { return city.MatchString(name) || placeNoun.MatchString(name) }

// paperWord is what stands beside the date of a record and is no place.
var paperWord = regexp.MustCompile(`(?i)^(?:title|delivered|presented|published|posted|updated|date|day|uhr|kl|em|de|journée|jour|seance|dated|questions?(?: and answers?)?|recorded|datum|dato|fecha|data|tarehe|tarih|дата|hansard|minutes|proceedings|record|votes|volume|edition)(?: of| for)?$|^(?:election|leave|orders?|oath|presentation|papers|petitions?|statements?|announcements?|questions?|motions?|bills?|adjournment|tributes?) (?:of|by|to|for)\b|^(?:\d{1,3}\. ?)?` + lists.Any("sitting-stem"))

// noPlace says what was done, and not where: "The House met", "Floor Debate", "Aired - ET".
var noPlace = regexp.MustCompile(`^(?:[BCDFGHJ-NP-TV-XZ]{2,5}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?)$|(?i:^|[^\pL])(?i:met|aired|prayers|wortprotokoll|debates?|transcripts?|sittings?|zasj?edanje|chamber of deputies|` + lists.Any("weekday") + `)(?:[^\pL]|$)`)

// namedEvent ends the name of a meeting that its place opens.
var namedEvent = regexp.MustCompile(`(?i) (?:conference|summit|forum|dialogue|conférence|conferencia|cumbre)$`)

// calledAfter is a process or a paper that is called after a city.
var calledAfter = regexp.MustCompile(`(?i)(?:^|[^\pL])` + lists.Any("city") + `[’'”"»]? (?:process(?:us)?|declaration|action plan|dialogue|protocol|convention|agreement)\b`)

// holdsPlace says whether a city stands in a name that is none of a place.
func holdsPlace(name string) bool {
	return city.MatchString(name) && (calledAfter.MatchString(name) || namedEvent.MatchString(name) || strings.Contains(name, " . ") || strings.Contains(name, " • "))
}

// isName says whether a text is a few words that all have a capital, but for those that
// join them.
func isName(text string) bool {
	words := strings.Fields(text)
	return len(words) <= 6 && !slices.ContainsFunc(words, func(w string) bool { return unicode.IsLower(firstRune(w)) && !joints[strings.TrimRight(w, ",")] })
}

// joints stand in names of places in small letters.
var joints = map[string]bool{
	"de": true, "del": true, "la": true, "las": true, "los": true, "el": true, "y": true, "du": true, "des": true, "le": true, "les": true,
	"et": true, "sur": true, "en": true, "à": true, "of": true, "the": true, "and": true, "upon": true, "in": true, "at": true, "on": true,
	"di": true, "da": true, "do": true, "dos": true, "das": true, "e": true, "am": true, "an": true, "der": true, "und": true, "van": true,
}

// placeOf is the place in what a line has beside the date. beside says that the
// line is about when and where, so that a name in it is a place.
func (c *cover) placeOf(text string, beside bool) string {
	p := placeTail.ReplaceAllString(placeLead.ReplaceAllString(strings.Trim(text, " ,،;.:()|–—-"), ""), "")
	p = strings.TrimLeft(p, " ,;.:()|–—-")
	first := firstRune(p)
	whole := p != "" && utf8.RuneCountInString(p) <= 90 && (unicode.IsUpper(first) || unicode.In(first, unicode.Arabic, unicode.Han)) &&
		!meetingLine.MatchString(p) && !sessionTopic.MatchString(p) && !paperWord.MatchString(p) && !noPlace.MatchString(p)
	known := isPlace(p)
	beside = beside && !unicode.Is(unicode.Han, first) // a line in Chinese has no space to part a place from a title
	switch {
	case whole && known && !city.MatchString(p) && !beside:
		return ""
	case whole && !holdsPlace(p) && (known && len(strings.Fields(p)) <= 10 && !strings.ContainsAny(roomNumber.ReplaceAllString(p, ""), "0123456789:") || beside && !strings.ContainsAny(p, "0123456789:;") && isName(p) && !eventWord.MatchString(p)):
		return c.headings.Title(p)
	}
	if m := city.FindStringSubmatch(text); m != nil && len(text) <= prose && !calledAfter.MatchString(p) {
		return c.headings.Title(m[1])
	}
	return ""
}

// heldThen is where a text says that the meeting of a day was held, "" where it names no place or
// recalls another meeting.
func heldThen(text string, when found) string {
	if p := heldAt(text); (isPlace(p) && !holdsPlace(p) || strings.Contains(p, ",")) && !atOtherTime(text, p, when) {
		return p
	}
	return ""
}

// atOtherTime says whether the words behind a place tell of another day than that of the report:
// the meeting that was held there is one that it recalls.
func atOtherTime(text, place string, when found) bool {
	const near = 40 // bytes in which the date begins
	_, after, _ := strings.Cut(text, place)
	in := dates(corpus.Head(after, near))
	return when.date != "" && len(in) > 0 && !strings.HasPrefix(string(when.date), string(in[0].date))
}

// placeInText is the place that the first paragraphs or the file's abstract give.
func (c *cover) placeInText(when found) string {
	texts := append(c.abstract(), c.body[:min(len(c.body), 3)]...)
	for _, t := range texts {
		t = corpus.Head(t, paragraph)
		if p := heldThen(t, when); p != "" {
			return c.headings.Title(p)
		}
		if p := besideDate(t); p != "" {
			return c.headings.Title(p)
		}
	}
	return ""
}

// besideDate is the place with which a paragraph of news opens, or that stands in parentheses
// with its first date.
func besideDate(text string) string {
	if m := undated.FindStringSubmatch(text); m != nil && isPlace(m[1]) {
		return m[1]
	}
	in := dates(text)
	if len(in) == 0 {
		return ""
	}
	if p := dateline(text, in[0]); p != "" {
		return p
	}
	if m := bracketed.FindStringSubmatch(text[:in[0].start]); m != nil {
		return m[1]
	}
	return ""
}
