package describe

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/regexp"
)

// found is a date in a text.
type found struct {
	date       corpus.Date // the first day, when several are given
	start, end int         // bytes of the text
	several    bool        // the text gives a first and a last day
	line       int         // of the cover, -1 when it is not on the cover
}

// monthLists are the names of the months, January first, in some forty languages, in the
// case that follows a day where they have one, and in Arabic in the two calendars that
// reports use.
var monthLists = [12][]string{
	lists.Lines("january"), lists.Lines("february"), lists.Lines("march"), lists.Lines("april"), lists.Lines("may"), lists.Lines("june"),
	lists.Lines("july"), lists.Lines("august"), lists.Lines("september"), lists.Lines("october"), lists.Lines("november"), lists.Lines("december"),
}

// months are the numbers of the months by their names. An expression of all names would cost
// more than all else that is asked of a report: what stands where a month should is looked up.
var months = func() map[string]int {
	numbers := make(map[string]int)
	for i, names := range monthLists {
		for _, name := range names {
			numbers[name] = i + 1
		}
	}
	return numbers
}()

// month is the number of the month that a word names, "" if it names none.
func month(word string) string {
	name := strings.TrimSuffix(strings.ToLower(word), ".")
	n, ok := months[name]
	if !ok {
		n, ok = months[strings.TrimPrefix(name, "ב")] // "in", in Hebrew
	}
	if !ok {
		return ""
	}
	return strconv.Itoa(n)
}

// monthWord is a word that may be a month. A month with both Arabic names is divided by a
// slash: the second is let go by.
const monthWord = `(\pL[\pL\pM]*\.?(?: (?:الثاني|الأول))?)(?:/[\p{Arabic} ]{3,14}?)?`

const (
	dayNumber = `(\d{1,2})(?: ?(?:er|st|nd|rd|th|ème|\.?[ºª°]|-го|-те|\.(?: |$)))?`
	until     = `(?: ?[-–—−/&,] ?| (?:to|and|through|et|au|y|al|a|e|и|по|إلى) | و ?)(?:le |el |the )?`
	dayName   = `(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo),? )?`
	year      = `((?:19|20)\d\d)\b`
)

var (
	dayFirst = regexp.MustCompile(`(?i)(?:^|[^\d.])` + dayNumber +
		`((?:` + until + dayName + `\d{1,2}(?:st|nd|rd|th|er)?)*)(?: (?:of|de|du) | d['’]| ?)` + monthWord +
		`(?:[.,]| de| del)? ?(` + until + dayName + `\d{1,2}(?:st|nd|rd|th|er)?(?: (?:of|de) | ?)\pL+\.?(?:,| de| del)? ?)?` + year)
	// monthAny is any of the names, for what is looked for once in a report.
	monthAny   = `(?:` + strings.Join(slices.Concat(monthLists[:]...), "|") + `)`
	monthFirst = regexp.MustCompile(`(?i)(?:^|[^\pL])` + monthWord + ` ` + dayNumber +
		`((?:` + until + `(?:\pL+\.? )?\d{1,2}(?:st|nd|rd|th)?)*),? ` + year)
	yearFirst = regexp.MustCompile(`(?i)(?:^|[^\d])((?:19|20)\d\d)(?:\.? ?(?:m|g|gada)\.?|\.| წლის)? (?:(\d{1,2})\.? )?` + monthWord + `(?: (\d{1,2})\b)?`)
	monthOnly = regexp.MustCompile(`(?i)(?:^|[^\pL\d] |[^\pL ]|\pL |(?:^|\D)\d{1,2} )` + monthWord + `(?:,| of| de| del)? ` + year)
	digits    = regexp.MustCompile(`(?:^|[^\d/.-])(\d{4}-\d{2}-\d{2}|\d{1,2}(?:[./]\d{1,2}[./]|\. \d{1,2}\. )(?:19|20)\d\d)(?:[^\d/-]|$)`)
	yearStops = regexp.MustCompile(`(?:^|[^\d.])((?:19|20)\d\d)\. ?(\d{1,2})\. ?(\d{1,2})(?:[^\d]|$)`)
	viet      = regexp.MustCompile(`(?i)(?:^|[^\d])(\d{1,2}) tháng (\d{1,2}) năm ((?:19|20)\d\d)`)
	eastAsian = regexp.MustCompile(`((?:19|20)\d\d) ?[年년] ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?(?:[日号號일]|[-–—至]))?`)
)

// arabicLetters writes the letters that Persian fonts put for Arabic ones as the
// table of months has them. Each is as long as the one that it replaces, so that
// offsets stay true.
var arabicLetters = strings.NewReplacer("ی", "ي", "ھ", "ه")

// dates are the dates in a text, in order.
func dates(text string) []found {
	if all := eraDates(text); len(all) > 0 {
		return all
	}
	if !strings.ContainsAny(text, "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹") {
		return nil
	}
	folded, offset := foldDigits(arabicLetters.Replace(text))
	var all []found
	for _, stretch := range aboutYears(folded) {
		from := stretch[0]
		for _, f := range datesIn(folded[from:stretch[1]]) {
			f.start, f.end = offset(from+f.start), offset(from+f.end)
			all = append(all, f)
		}
	}
	return all
}

// What stands before the year of a date and behind it, in bytes, and so where dates are
// looked for.
const (
	beforeYear = 160
	behindYear = 40
)

// aboutYears are the stretches of a text that may hold a date, since they hold a year.
// They begin and end at spaces.
func aboutYears(text string) [][2]int {
	var all [][2]int
	for at := range years(text) {
		from, to := max(0, strings.LastIndexByte(text[:max(0, at-beforeYear)], ' ')), len(text)
		if end := at + behindYear; end < len(text) {
			if space := strings.IndexByte(text[end:], ' '); space >= 0 {
				to = end + space
			}
		}
		if n := len(all); n > 0 && from <= all[n-1][1] {
			all[n-1][1] = to
		} else {
			all = append(all, [2]int{from, to})
		}
	}
	return all
}

// years are the places of four digits that may be a year.
func years(text string) iter.Seq[int] {
	return func(yield func(at int) bool) {
		for at := 0; at+4 <= len(text); at++ {
			if text[at] != '1' && text[at] != '2' {
				continue
			}
			if c := text[at : at+4]; (c[:2] == "19" || c[:2] == "20") && strings.Trim(c, "0123456789") == "" && !yield(at) {
				return
			}
		}
	}
}

// hasYear says whether a text may hold a date, at little cost.
func hasYear(text string) bool {
	for range years(text) {
		return true
	}
	return false
}

// A pattern is a form of dates, with what its groups are: year, month, day, and whether a
// last day is given as well.
type pattern struct {
	form  *regexp.Regexp
	parts func(group func(int) string) (y, mo, d string, several bool)
}

// patterns are the forms of dates in the order in which they are tried.
var patterns = []pattern{
	{eastAsian, func(g func(int) string) (y, mo, d string, several bool) { return g(1), g(2), g(3), false }},
	{dayFirst, func(g func(int) string) (y, mo, d string, several bool) {
		return g(5), croatian(g(0), month(g(3))), g(1), g(2) != "" || g(4) != ""
	}},
	{yearFirst, func(g func(int) string) (y, mo, d string, several bool) {
		return g(1), month(g(3)), cmp.Or(g(2), g(4), "none"), false
	}},
	{monthFirst, func(g func(int) string) (y, mo, d string, several bool) { return g(4), month(g(1)), g(2), g(3) != "" }},
	{digits, func(g func(int) string) (y, mo, d string, several bool) {
		y, mo, d = numeric(g(1))
		return y, mo, d, false
	}},
	{viet, func(g func(int) string) (y, mo, d string, several bool) { return g(3), g(2), g(1), false }},
	{yearStops, func(g func(int) string) (y, mo, d string, several bool) { return g(1), g(2), g(3), false }},
	{monthOnly, func(g func(int) string) (y, mo, d string, several bool) { return g(2), month(g(1)), "", false }},
}

// datesIn are the dates in a text whose digits are folded, in order.
func datesIn(folded string) []found {
	var all []found
	for _, p := range patterns {
		for _, m := range p.form.FindAllStringSubmatchIndex(folded, -1) {
			for _, d := range p.dates(folded, m) {
				if !slices.ContainsFunc(all, func(f found) bool { return f.start < d.end && d.start < f.end }) {
					all = append(all, d)
				}
			}
		}
	}
	slices.SortFunc(all, func(a, b found) int { return a.start - b.start })
	return all
}

// dates are the dates at a match of a form: none when there is no such day, and those
// behind the first number when that is no day: "COP-5 highlights, Friday, 29 October 1999".
func (p pattern) dates(folded string, m []int) []found {
	group := func(i int) string { return folded[max(m[2*i], 0):max(m[2*i+1], 0)] }
	y, mo, d, several := p.parts(group)
	if mo == "" && p.form == dayFirst && group(4) != "" {
		behind := datesIn(folded[m[3]:m[1]])
		for i := range behind {
			behind[i].start, behind[i].end = m[3]+behind[i].start, m[3]+behind[i].end
		}
		return behind
	}
	date, ok := calendar(y, mo, d)
	if !ok || mo == "" {
		return nil
	}
	start, end := m[2], m[1] // without what stands before the date
	if p.form == digits {
		end = m[3] // nor what stands behind it
	}
	return []found{{date: date, start: start, end: end, several: several, line: -1}}
}

// croatian is the month of a date: the "listopada" that Polish has for November is October
// in Croatian, which writes days with a full stop.
func croatian(date, month string) string {
	if strings.Contains(date, ". listopada") {
		return "10"
	}
	return month
}

// numeric takes a date in digits apart. The day comes first, as the United
// Nations write, unless it cannot.
func numeric(s string) (y, mo, d string) {
	if p := strings.Split(s, "-"); len(p) == 3 {
		return p[0], p[1], p[2]
	}
	p := strings.FieldsFunc(s, func(r rune) bool { return r == '.' || r == '/' || r == ' ' })
	if n, err := strconv.Atoi(p[1]); err == nil && n > 12 {
		return p[2], p[0], p[1]
	}
	return p[2], p[1], p[0]
}

// calendar makes a Date when there is such a day.
func calendar(y, mo, d string) (corpus.Date, bool) {
	s := y
	for _, part := range []string{mo, d} {
		if part == "" {
			break
		}
		n, err := strconv.Atoi(part)
		if err != nil {
			return "", false
		}
		s += fmt.Sprintf("-%02d", n)
	}
	date, err := corpus.ParseDate(s)
	return date, err == nil && date != ""
}

// foldDigits writes the digits of Arabic and Persian in their western form, and
// returns what leads from an offset in the new text to one in the old.
func foldDigits(text string) (string, func(int) int) {
	same := func(i int) int { return i }
	if !strings.ContainsAny(text, "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹") {
		return text, same
	}
	var b strings.Builder
	var old []int
	for i, r := range text {
		switch {
		case r >= '٠' && r <= '٩':
			r -= '٠' - '0'
		case r >= '۰' && r <= '۹':
			r -= '۰' - '0'
		}
		n, _ := b.WriteRune(r) // a Builder cannot fail
		for range n {
			old = append(old, i)
		}
	}
	old = append(old, len(text))
	return b.String(), func(i int) int { return old[i] }
}
