package describe

import (
	"slices"
	"strings"
	"unicode"

	"briefsearch/corpus"
	"briefsearch/indexer/regexp"
)

// mastheadLimit is how many bytes a masthead takes that was joined into one paragraph.
const mastheadLimit = 1200

// mastheadLeast is how many it takes at least, with the number of a meeting, its place and day.
const mastheadLeast = 60

var (
	// lineHead begins what stood on a line of its own in a masthead.
	lineHead = regexp.MustCompile(`(?:^|[\s(])(` + lists.Any("line-head") + `)`)
	// heldOn begins the line on when and where; within it no other begins.
	heldOn = regexp.MustCompile(`^(?i:held|celebrada|tenue)\b`)
	// ordered ends a masthead: the meeting opens, or the chair speaks.
	ordered = regexp.MustCompile(lists.Any("ordered"))
)

// unrolled are the lines of the masthead of a record that was joined into one paragraph,
// whatever follows in it; nil when a paragraph holds none.
func unrolled(text string) []string {
	head := corpus.Head(text, mastheadLimit)
	if !hasYear(head) {
		return nil
	}
	if m := ordered.FindStringIndex(head); m != nil {
		head = head[:m[0]]
	}
	at, meets := lineStarts(head)
	if !meets || len(at) == 0 || len(at) == 1 && (at[0] == 0 || !heldOn.MatchString(head[at[0]:])) || !HasDate(head) {
		return nil
	}
	return cutAt(head, slices.Compact(at))
}

// lineStarts are the bytes of a masthead at which what stood on lines of its own begins, in their
// order, and whether that tells of a meeting.
func lineStarts(head string) (at []int, meets bool) {
	for _, m := range lineHead.FindAllStringSubmatchIndex(head, -1) {
		if m[2] > 0 && runsInto(head[:m[2]]) {
			continue
		}
		at = append(at, m[2])
		meets = meets || meetingNumber.MatchString(head[m[2]:m[3]]) || heldOn.MatchString(head[m[2]:m[3]]) || reportHead.MatchString(head[m[2]:m[3]]) && distr.MatchString(head)
	}
	for _, m := range symbolPattern.FindAllStringSubmatchIndex(head, -1) {
		if s := head[m[2]:m[3]]; strings.Contains(s, "/PV.") || strings.Contains(s, "/SR.") || distr.MatchString(head) && !cited.MatchString(head[:m[2]]) {
			at, meets = append(at, m[2]), true
		}
	}
	slices.Sort(at)
	return at, meets
}

// reportHead begins the title of a body's report.
var reportHead = regexp.MustCompile(`^(?i:report of the|rapport du|informe del) `)

// cited leads to the symbol of another paper: "Previously issued as document".
var cited = regexp.MustCompile(`(?:^|\s)\p{Ll}+ $`)

// meetingNumber is the number of a meeting.
var meetingNumber = regexp.MustCompile(`^\d`)

// runsInto says whether the words before the head of a line go on in it: "on", a comma, a small letter.
func runsInto(before string) bool {
	before = strings.TrimRight(before, " ")
	if before == "" {
		return false
	}
	last := before[strings.LastIndexAny(before, " ,")+1:]
	return last == "" || len(last) < 4 && unicode.IsLower(firstRune(last)) || joints[strings.ToLower(last)]
}

// cutAt divides a text at bytes in their order.
func cutAt(text string, at []int) []string {
	var parts []string
	from := 0
	for _, i := range append(at, len(text)) {
		if part := strings.Join(strings.Fields(text[from:i]), " "); part != "" {
			parts = append(parts, part)
		}
		from = i
	}
	return parts
}
