package learned

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/indexer/describe"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/label"
)

// label parses an opening of a believed group.
func (g *group) label(o formOpening, names grammar.Names) label.Label {
	l := label.Parse(plainTail.ReplaceAllString(closedUp(o.printed), "$1"), names, o.form.by == byDash || o.form.by == byStopDash)
	if l.Style == label.None || l.Party || l.Speaker.Honorific == "" && g.isAddress(o.words[0]) {
		l = g.framed(o, names)
	}
	l.Style, l.End, l.Alone, l.Learned = label.Formal, o.end, o.alone, true
	l.Single, l.Party = false, false
	if first, given, ok := strings.Cut(o.bare, " "); ok && grammar.IsShoutedWord(first) && len(o.words) == 2 && utf8.RuneCountInString(given) > 1 && !grammar.HasCapitals(given) && isNamed(o.words) && l.Speaker.Role == "" {
		l.Speaker.Name = given + " " + grammar.NormalName([]string{first}) // "BROOK Ada"
	}
	if len(o.bare) <= label.Shortest {
		l.Speaker.Name = o.bare // "AB:"
	}
	l.Speaker.AsPrinted = o.printed
	l.TakeOutlet()
	return l
}

// isAddress says whether the first word of an opening is a form of address or an
// office: a known one, an abbreviation, or what stands before several names.
func (g *group) isAddress(first string) bool {
	short := strings.HasSuffix(first, ".") && strings.Count(first, ".") == 1 && len(first) > label.Shortest && !grammar.IsInitial(first)
	return short || grammar.MembersAbroad[grammar.Folded(first)] || g.isFrame(grammar.Folded(first))
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
		for j < len(words) && utf8.RuneCountInString(words[j]) == 1 && unicode.IsLetter(grammar.FirstRune(words[j])) {
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

// degrees stand before names in German, behind an office as well.
var degrees = regexp.MustCompile(`^(?:(?:M?Mag|D?Dr|(?:Dipl\.-)?Ing|(?:Univ\.-)?Prof)\.(?:\^?a|in)? ?)+`)

// longName is a length in bytes that a surname hardly has: a longer word is an office, as
// in "Vitamálaráðherra (Anna Ljósdóttir)".
const longName = 12

// given is what lists of members have behind a surname: a first name or two, and perhaps an
// office.
var given = regexp.MustCompile(`^(\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)?)(?:, (\p{Ll}.*))?$`)

// inOrder puts the first name before the surname that it stands behind: "Brook, Ada",
// "Brook, Ada, minister of roads".
func inOrder(head, tail string, names grammar.Names) (name, office string) {
	m := given.FindStringSubmatch(tail)
	if m == nil || grammar.CountWords(head, 3) > 2 || label.StartsOffice(m[1]) {
		return head, tail
	}
	if _, ok := names.Country(m[1]); ok {
		return head, tail
	}
	if describe.InCapitals(head) {
		head = grammar.NormalName(strings.Fields(head))
	}
	return m[1] + " " + head, m[2]
}

// framed parses an opening whose first words may be a form of address or an office
// that the grammar does not know.
func (g *group) framed(o formOpening, names grammar.Names) label.Label {
	var l label.Label
	head, tail := o.bare, o.office
	if tail == "" {
		head, tail, _ = strings.Cut(o.bare, ", ")
		head, tail = inOrder(head, tail, names)
	}
	if first, rest, ok := strings.Cut(head, " "); ok && !grammar.Article.MatchString(head) {
		switch {
		case grammar.Voices[rest]: // "अध्यक्ष महोदय", "Mr. Chair"
		case grammar.ChairsAbroad[grammar.Folded(first)]:
			l.Speaker.Role, head = first, strings.TrimSpace(rest)
		case g.isAddress(first):
			l.Speaker.Honorific, head = first, strings.TrimSpace(rest)
		}
	}
	head = degrees.ReplaceAllString(head, "")
	l.Speaker.Name = head
	if describe.InCapitals(head) && len(head) > label.Shortest {
		l.Speaker.Name = grammar.NormalName(strings.Fields(head))
	}
	if tail != "" {
		grammar.AffiliationOf(tail, names).Merge(&l.Speaker)
	}
	for _, p := range o.pairs {
		if words := strings.Fields(p); isNamed(words) && !isNamed(o.words) && (len(o.words) > 1 || len(o.words[0]) > longName) && l.Speaker.Role == "" {
			l.Speaker.Role, l.Speaker.Name = l.Speaker.Name, p // "Ministeren for veje (Ada Brook)"
			continue
		}
		l.InParens(p, names)
	}
	l.Speaker.Presiding, _ = inOffice(&o)
	return l
}
