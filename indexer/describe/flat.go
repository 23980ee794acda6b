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

const (
	flatLeast = 700 // bytes of a paragraph that may be a speech with its cover
	flatCover = 900 // within which the cover ends
)

// SpeechWithin is the byte at which a speech begins in a paragraph that has its cover as well: where
// the chair is addressed, failing that behind the date in which the cover ends. It is 0 where it is no
// such paragraph.
func SpeechWithin(text string) int {
	if len(text) < flatLeast {
		return 0
	}
	head := corpus.Head(text, flatCover)
	if m := addressed.FindStringIndex(head); m != nil {
		return m[0] + 1
	}
	if !opensLine(head) {
		return 0
	}
	for _, f := range dates(head) {
		if m := behindDate.FindStringIndex(head[f.end:]); f.isWhole() && m != nil {
			return f.end + m[1] - 1
		}
	}
	return 0
}

// behindDate is what stands between the date of a cover and the first word of the speech.
var behindDate = regexp.MustCompile(`^[.)]? \p{Lu}`)

// addressed is how a speech opens behind its cover: whom it addresses by a title of courtesy,
// whom it thanks for the floor, or several one after the other.
var addressed = regexp.MustCompile(` (?:` + courtesy + ` (?:Vice-)?` + presidingOne + `(?: (?:of|de|del|du) [^.;:,()]{3,60})?[,:;] |` +
	`(?:Greetings|Good (?:morning|afternoon|evening))[,.:!] |` +
	`(?:Thank you|Merci|(?:Muchas )?[Gg]racias),? (?:` + courtesy + ` )?` + presidingOne + `\b|` +
	`(?:` + presidingOne + `|Excellenc(?:y|ies|es?)|Excelencias?)[^.;:()]{0,60}[,;] (?:[Yy]our |and |et |y )?(?i:excellenc|ladies and|distinguished|mesdames|excelenc|distinguid|señor)|` +
	`(?:سعادة |معالي |معالى |فخامة )?الس[يی]دة? (?:[^\s،]+ ){0,3}[^\s،]+،|[أا]صحاب (?:السعادة|المعالي|المعالی|الفخامة)[ ،])`)

const (
	courtesy     = `(?:Mr\.?|Madam|Monsieur l[ea]|Madame la|Señor|Señora|Sr\.|Sra\.|Господин|Г-н|Г-жа)`
	presidingOne = `(?:President|Chair(?:man|person|woman)?|Speaker|Secretary-General|Director[- ]General|Président|Présidente|Presidente|Presidenta|Председатель)`
)

// unrolledSpeech are the lines of the cover of a speech that was joined with it into one paragraph.
func unrolledSpeech(text string) []string {
	end := SpeechWithin(text)
	if end == 0 {
		return nil
	}
	return slices.DeleteFunc(cutAt(text[:end], CoverLines(text[:end])), func(line string) bool {
		return coverNote.FindString(line) == line
	})
}

// CoverLines are the bytes at which the lines begin that were joined into the cover of a speech.
func CoverLines(cover string) []int {
	var at []int
	for _, m := range coverLine.FindAllStringSubmatchIndex(cover, -1) {
		at = append(at, m[2])
	}
	for _, m := range coverNote.FindAllStringIndex(cover, -1) {
		at = append(at, m...)
	}
	for _, f := range dates(cover) {
		if f.isWhole() {
			at = append(at, datedFrom(cover[:f.start]), f.end)
		}
	}
	slices.Sort(at)
	return slices.Compact(at)
}

// coverLine begins what stands on a line of its own on the cover of a speech.
var coverLine = regexp.MustCompile(`(?:^|[ .])((?i:` + lists.Any("cover-line") + `))`)

// coverNote is a line of its own on such a cover.
var coverNote = regexp.MustCompile(`(?i)` + lists.Any("cover-note"))

// opensLine says whether a text begins as such a line.
func opensLine(text string) bool {
	m := coverLine.FindStringSubmatchIndex(text)
	return m != nil && m[2] == 0
}

// datedFrom is the byte at which the line begins that ends in a date: at a city that is known, or at
// what leads to the date alone.
func datedFrom(before string) int {
	const near = 40 // bytes from the city to the date
	from := len(before) - len(leadsToDate.FindString(before))
	tail := corpus.Tail(before[:from], near)
	if m := lastCity.FindStringSubmatchIndex(tail); m != nil {
		return from - len(tail) + m[2]
	}
	return from
}

var (
	leadsToDate = regexp.MustCompile(`(?i)(?:(?:^|[ ,])(?:on|le|el|the|,|` + lists.Any("weekday") + `),?)* *$`)
	lastCity    = regexp.MustCompile(`(?i)(?:^|[^\pL])(` + lists.Any("city") + `)[^\pL]{0,3}$`)
)
