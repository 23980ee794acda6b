package segment

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"briefsearch/corpus"
)

// people remembers who has spoken in a report, so that "Mr. Paiva" is known to be
// Robert Paiva.
type people struct {
	known map[string][]*member // by each word of the name, folded
}

type member struct {
	speaker corpus.Speaker
	words   []string // of the name, folded
}

func newPeople() *people { return &people{known: map[string][]*member{}} }

// meet records a speaker and completes what is printed of one who is known: the
// full name, and the role, organisation and State where the report does not
// repeat them. People who share a surname stay apart.
func (p *people) meet(sp corpus.Speaker) corpus.Speaker {
	words := foldedWords(sp.Name)
	if len(words) == 0 || sp.Presiding && sp.Honorific == "" {
		return sp
	}
	m := p.find(sp, words)
	if m == nil {
		p.add(&member{speaker: sp, words: words})
		return sp
	}
	if len(words) > len(m.words) || len(words) == len(m.words) && initials(m.words) > initials(words) {
		m.speaker.Name = sp.Name
		m.words = words
		p.add(m)
	}
	complete(&sp, m.speaker)
	complete(&m.speaker, sp)
	sp.Name = m.speaker.Name
	return sp
}

func (p *people) add(m *member) {
	for _, w := range m.words {
		if !slices.Contains(p.known[w], m) {
			p.known[w] = append(p.known[w], m)
		}
	}
}

// find is the one person that a name can mean, nil when there is none or more
// than one.
func (p *people) find(sp corpus.Speaker, words []string) *member {
	var found *member
	for _, m := range p.known[words[len(words)-1]] {
		if !sameName(m.words, words) || contradicts(m.speaker, sp) {
			continue
		}
		if slices.Equal(m.words, words) {
			return m
		}
		if found != nil {
			return nil
		}
		found = m
	}
	return found
}

// sameName says whether one name is a shorter form of the other: its last words,
// with or without initials ("Paiva", "R. Paiva", "Robert Paiva"), or the first of
// two surnames.
func sameName(a, b []string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	b = surnames(b)
	if len(b) == 1 {
		return slices.Contains(a[min(1, len(a)-1):], b[0]) || len(a) == 1 && a[0] == b[0]
	}
	if a[len(a)-1] != b[len(b)-1] {
		return false
	}
	i := 0
	for _, w := range b {
		for i < len(a) && !matchesWord(a[i], w) {
			i++
		}
		if i == len(a) {
			return false
		}
		i++
	}
	return true
}

// surnames are the words of a name without the particles that it begins with.
func surnames(words []string) []string {
	for len(words) > 1 && particles[words[0]] {
		words = words[1:]
	}
	return words
}

func matchesWord(a, b string) bool {
	return a == b || isLetter(a) && strings.HasPrefix(b, a) || isLetter(b) && strings.HasPrefix(a, b)
}

func isLetter(w string) bool { return len(w) == 1 }

func initials(words []string) int {
	n := 0
	for _, w := range words {
		if isLetter(w) {
			n++
		}
	}
	return n
}

// contradicts says whether two speakers cannot be one person.
func contradicts(a, b corpus.Speaker) bool {
	return a.Country != "" && b.Country != "" && a.Country != b.Country || gender(a.Honorific)*gender(b.Honorific) < 0
}

// gender is 1 or -1 for forms of address that tell it, 0 for the others.
func gender(honorific string) int {
	g := 0
	for f := range strings.FieldsSeq(strings.ToLower(strings.ReplaceAll(honorific, ".", ""))) {
		switch f {
		case "mr", "m", "sr", "señor", "monsieur", "sir", "lord", "don", "senhor", "herr", "г-н", "господин", "السيد", "his":
			g = 1
		case "mrs", "ms", "miss", "mme", "mlle", "sra", "srta", "señora", "madame", "dame", "lady", "baroness", "doña", "dra", "frau", "г-жа", "السيدة", "her":
			g = -1
		}
	}
	return g
}

// complete fills what is empty in a speaker from what is known.
func complete(sp *corpus.Speaker, known corpus.Speaker) {
	if sp.Role == "" && (sp.Organisation == "" || sp.Organisation == known.Organisation) {
		sp.Role = known.Role
	}
	if sp.Organisation == "" {
		sp.Organisation = known.Organisation
	}
	if sp.Country == "" {
		sp.Country = known.Country
	}
}

// foldedWords are the words of a name without case, accents and full stops.
func foldedWords(name string) []string {
	return strings.Fields(strings.ReplaceAll(fold(name), ".", " "))
}

// fold removes case and accents.
func fold(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	t := transform.Chain(norm.NFD, runes.Remove(runes.Predicate(isAccent)), norm.NFC)
	out, _, err := transform.String(t, s)
	if err != nil {
		return strings.ToLower(s)
	}
	return strings.ToLower(out)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func isAccent(r rune) bool { return r >= 0x300 && r <= 0x36f }
