package grammar

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"briefsearch/corpus"
)

// People remembers who has spoken in a report, so that "Mr. Paiva" is known to be
// Robert Paiva.
type People struct {
	known map[string][]*member // by each word of the name, folded
	// offices are the members by each beginning of their office, folded, and bodies by the whole
	// of it and each word of their organisation; nil where several have it.
	offices map[string]*member
	bodies  map[[2]string]*member
	last    corpus.Speaker // who was met last
}

type member struct {
	speaker corpus.Speaker
	words   []string  // of the name, folded
	held    [2]string // the office and the organisation by which it is found
}

// NewPeople returns a memory of nobody.
func NewPeople() *People {
	return &People{known: map[string][]*member{}, offices: map[string]*member{}, bodies: map[[2]string]*member{}}
}

// Meet records a speaker and completes what is printed of one who is known: the
// full name, and the role, organisation and State where the report does not
// repeat them. People who share a surname stay apart.
func (p *People) Meet(sp corpus.Speaker) corpus.Speaker {
	words := FoldedWords(sp.Name)
	if len(words) == 0 || sp.Presiding && sp.Honorific == "" && (sp.Role == "" || sp.Role == StripArticle(sp.Name)) {
		return sp // nobody, or an office
	}
	m := p.find(sp, words)
	if m == nil {
		m = &member{speaker: sp, words: words}
		p.add(m)
		p.install(m)
		p.last = sp
		return sp
	}
	if corpus.FullerName(words, m.words) {
		m.speaker.Name = sp.Name
		m.words = words
		p.add(m)
	}
	complete(&sp, m.speaker)
	complete(&m.speaker, sp)
	p.install(m)
	sp.Name = m.speaker.Name
	p.last = sp
	return sp
}

// TakeLast is who was met last, who is forgotten as that.
func (p *People) TakeLast() corpus.Speaker {
	last := p.last
	p.last = corpus.Speaker{}
	return last
}

func (p *People) add(m *member) {
	for _, w := range m.words {
		if !slices.Contains(p.known[w], m) {
			p.known[w] = append(p.known[w], m)
		}
	}
}

// Knows says whether a name can mean one person who has been met, and no other.
func (p *People) Knows(sp corpus.Speaker) bool {
	words := FoldedWords(sp.Name)
	return len(words) > 0 && p.find(sp, words) != nil
}

// install makes a member findable by the office that is told of.
func (p *People) install(m *member) {
	held := [2]string{m.speaker.Role, m.speaker.Organisation}
	if m.held == held || held[0] == "" {
		return
	}
	m.held = held
	role := Fold(held[0])
	for office := range beginnings(role) {
		note(p.offices, office, m)
	}
	for _, word := range FoldedWords(held[1]) {
		note(p.bodies, [2]string{role, word}, m)
	}
}

// note keeps whom a key leads to, and nobody where it led to another.
func note[K comparable](to map[K]*member, key K, m *member) {
	if other, ok := to[key]; ok && other != m {
		m = nil
	}
	to[key] = m
}

// longestOffice is how many words of an office are looked at.
const longestOffice = 12

// beginnings yields the first words of an office, one more each time.
func beginnings(office string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i, words := 0, 0; i <= len(office) && words < longestOffice; i++ {
			if i < len(office) && office[i] != ' ' {
				continue
			}
			if words++; i > 0 && !yield(office[:i]) {
				return
			}
		}
	}
}

// Holder is the one person of whom an office has been told, and no other: with more words than
// here, or with fewer and the body behind it.
func (p *People) Holder(office string) (corpus.Speaker, bool) {
	office = Fold(office)
	body := LastWord(strings.NewReplacer("’", " ", "'", " ").Replace(office)) // "l’OIM"
	found, told := p.offices[office]
	for role := range beginnings(office) {
		m, ok := p.bodies[[2]string{role, body}]
		switch {
		case !ok || m == found && found != nil:
		case told:
			return corpus.Speaker{}, false
		default:
			found, told = m, true
		}
	}
	if found == nil {
		return corpus.Speaker{}, false
	}
	return found.speaker, true
}

// find is the one person that a name can mean, nil when there is none or more
// than one.
func (p *People) find(sp corpus.Speaker, words []string) *member {
	if len(words) == 1 && sp.Honorific != "" {
		if m := p.familyFirst(sp, words[0]); m != nil {
			return m
		}
	}
	var found *member
	for _, m := range p.known[words[len(words)-1]] {
		if !corpus.SameName(m.words, words) || contradicts(m.speaker, sp) {
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

// familyFirst is the one person of a State where names begin with the surname who has this one:
// "Ambassador Li" for "Li Song".
func (p *People) familyFirst(sp corpus.Speaker, surname string) *member {
	var found *member
	for _, m := range p.known[surname] {
		if !statesOfFamilyFirst[m.speaker.Country] || m.words[0] != surname || contradicts(m.speaker, sp) {
			continue
		}
		if found != nil {
			return nil
		}
		found = m
	}
	return found
}

// statesOfFamilyFirst are the States in whose names the surname is first.
var statesOfFamilyFirst = map[string]bool{"CN": true, "KH": true, "KP": true, "KR": true, "VN": true}

// contradicts says whether two speakers cannot be one person.
func contradicts(a, b corpus.Speaker) bool {
	return a.Country != "" && b.Country != "" && a.Country != b.Country || corpus.Gender(a.Honorific)*corpus.Gender(b.Honorific) < 0
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

// FoldedWords are the words of a name without case, accents and full stops.
func FoldedWords(name string) []string {
	return strings.Fields(strings.ReplaceAll(Fold(name), ".", " "))
}

// Fold removes case and accents.
func Fold(s string) string {
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
