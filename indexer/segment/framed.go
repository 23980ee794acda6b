package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
)

// shortest is the length in bytes of initials that stand for a name.
const shortest = 3

// label parses an opening of a believed group.
func (g *group) label(o formOpening, names Names) label {
	l := parseLabel(plainTail.ReplaceAllString(closedUp(o.printed), "$1"), names, o.form.by == byDash || o.form.by == byStopDash)
	if l.style == noLabel || l.party || l.speaker.Honorific == "" && (g.isAddress(o.words[0]) || o.isHeld()) {
		l = g.framed(o, names)
	}
	l.style, l.end, l.alone, l.learned = formalLabel, o.end, o.alone, true
	l.single, l.party = false, false
	if first, given, ok := strings.Cut(o.bare, " "); ok && isShoutedWord(first) && len(o.words) == 2 && !hasCapitals(given) && isNamed(o.words) && l.speaker.Role == "" {
		l.speaker.Name = given + " " + normalName([]string{first}) // "BROOK Ada"
	}
	if len(o.bare) <= shortest {
		l.speaker.Name = o.bare // "AB:"
	}
	l.speaker.AsPrinted = o.printed
	l.takeOutlet()
	return l
}

// takeOutlet takes the letters behind a name for whom its bearer works for: "Ada Brook LBC/AP".
func (l *label) takeOutlet() {
	cut := strings.LastIndexByte(l.speaker.Name, ' ')
	if cut < 0 || l.speaker.Organisation != "" {
		return
	}
	name, outlet := l.speaker.Name[:cut], l.speaker.Name[cut+1:]
	if strings.Contains(name, " ") && isShoutedWord(outlet) && !isInitial(outlet) && strings.ToUpper(name) != name && !isShoutedWord(lastWord(name)) {
		l.speaker.Name, l.speaker.Organisation = name, outlet
	}
}

// isAddress says whether the first word of an opening is a form of address or an
// office: a known one, an abbreviation, or what stands before several names.
func (g *group) isAddress(first string) bool {
	short := strings.HasSuffix(first, ".") && strings.Count(first, ".") == 1 && len(first) > shortest && !isInitial(first)
	return short || membersAbroad[folded(first)] || g.isFrame(folded(first))
}

// spacedLeast is how many letters at least stand apart in a name that is spaced out.
const spacedLeast = 3

// closedUp closes up names whose letters stand apart, as typists set them off: "Primátor
// L í p a".
func closedUp(text string) string {
	words := strings.Split(text, " ")
	var out []string
	for i := 0; i < len(words); {
		j := i
		for j < len(words) && utf8.RuneCountInString(words[j]) == 1 && unicode.IsLetter(firstRune(words[j])) {
			j++
		}
		if j-i >= spacedLeast {
			out = append(out, strings.Join(words[i:j], ""))
			i = j
			continue
		}
		out = append(out, words[i])
		i++
	}
	return strings.Join(out, " ")
}

// isHeld says whether an opening is the word for a chair and the holder's name.
func (o *formOpening) isHeld() bool {
	return len(o.pairs) == 0 && len(o.words) > 2 && chairsAbroad[folded(o.words[0])] && isNamed(o.words)
}

// degrees stand before names in German, behind an office as well.
var degrees = regexp.MustCompile(`^(?:(?:M?Mag|D?Dr|(?:Dipl\.-)?Ing|(?:Univ\.-)?Prof)\.(?:\^?a|in)? ?)+`)

// framed parses an opening whose first words may be a form of address or an office
// that the grammar does not know.
func (g *group) framed(o formOpening, names Names) label {
	var l label
	head, tail := o.bare, o.office
	if tail == "" {
		head, tail, _ = strings.Cut(o.bare, ", ")
	}
	if first, rest, ok := strings.Cut(head, " "); ok && !article.MatchString(head) {
		switch {
		case voices[rest]: // "अध्यक्ष महोदय", "Mr. Chair"
		case chairsAbroad[folded(first)]:
			l.speaker.Role, head = first, strings.TrimSpace(rest)
		case g.isAddress(first):
			l.speaker.Honorific, head = first, strings.TrimSpace(rest)
		}
	}
	head = degrees.ReplaceAllString(head, "")
	l.speaker.Name = head
	if describe.InCapitals(head) && len(head) > shortest {
		l.speaker.Name = normalName(strings.Fields(head))
	}
	if tail != "" {
		affiliationOf(tail, names).merge(&l.speaker)
	}
	for _, p := range o.pairs {
		if words := strings.Fields(p); isNamed(words) && !isNamed(o.words) && len(o.words) > 1 && l.speaker.Role == "" {
			l.speaker.Role, l.speaker.Name = l.speaker.Name, p // "Ministeren for veje (Ada Brook)"
			continue
		}
		l.inParens(p, names)
	}
	l.speaker.Presiding, _ = inOffice(&o)
	return l
}
