package search

import (
	"cmp"
	"slices"
	"strings"

	"briefsearch/corpus"
)

// A speaker's term in the index is the name as a report gives it, with what tells
// namesakes apart. Who the people behind the terms are is seen only when those of
// all reports lie side by side: "Paiva" and "Robert Paiva" of one organisation
// are one person, "Li" of China and "Li" of Singapore are two.

const termSeparator = "\x1f"

// speakerTerm is what the index holds of a speaker, or "" when nobody is named.
func speakerTerm(in *corpus.Intervention) string {
	s := in.Speaker
	name := strings.TrimSpace(s.Name)
	if name == "" {
		return ""
	}
	parts := []string{name, s.Honorific, s.Country, speaksForOrganisation(in)}
	for i, p := range parts {
		parts[i] = strings.ReplaceAll(p, termSeparator, " ")
	}
	return strings.TrimRight(strings.Join(parts, termSeparator), termSeparator)
}

// speaksForOrganisation is the organisation that a speaker belongs to: by its id
// where the vocabulary knows it, so that its many names are one.
func speaksForOrganisation(in *corpus.Intervention) string {
	for _, t := range in.Tags {
		if t.Kind == corpus.Organisation && t.Has(corpus.SpeaksFor) {
			return t.ID
		}
	}
	return Fold(in.Speaker.Organisation)
}

// claim is one speaker's term, taken apart.
type claim struct {
	at           int // among the terms
	name         string
	words        []string // of the name, folded
	written      int      // of them, more than initials
	honorific    string
	gender       int
	country      string
	organisation string
}

func newClaim(at int, term string) claim {
	parts := append(strings.Split(term, termSeparator), "", "", "")
	c := claim{at: at, name: parts[0], honorific: parts[1], country: parts[2], organisation: parts[3]}
	c.words = FoldedWords(c.name)
	c.written = corpus.WrittenOut(c.words)
	c.gender = corpus.Gender(c.honorific)
	return c
}

// someone is a person that claims were put together to.
type someone struct {
	claims        []claim // the fullest name first
	gender        int
	countries     []string
	organisations []string
}

func (p *someone) add(c claim) {
	p.claims = append(p.claims, c)
	p.gender = cmp.Or(p.gender, c.gender)
	p.countries = addNew(p.countries, c.country)
	p.organisations = addNew(p.organisations, c.organisation)
}

func addNew(list []string, value string) []string {
	if value == "" || slices.Contains(list, value) {
		return list
	}
	return append(list, value)
}

// may says whether a claim can be the person's: the names agree and nothing
// contradicts. A part of a name, or a surname alone, needs a State or an
// organisation that agrees besides; a surname that is all there is of both does
// not when one of them tells nothing more.
func (p *someone) may(c claim) bool {
	fullest := p.claims[0].words
	if !corpus.SameName(fullest, c.words) || p.gender*c.gender < 0 {
		return false
	}
	sameCountry := slices.Contains(p.countries, c.country)
	if c.country != "" && len(p.countries) > 0 && !sameCountry {
		return false
	}
	if sameCountry || slices.Contains(p.organisations, c.organisation) {
		return true
	}
	return slices.Equal(fullest, c.words) && (len(c.words) > 1 || c.unplaced() || len(p.countries)+len(p.organisations) == 0)
}

func (c claim) unplaced() bool { return c.country == "" && c.organisation == "" }

// maxNamesakes bounds the people that a name is compared with; where there are
// more, a part of a name tells nobody apart.
const maxNamesakes = 64

// census is the people found so far, by what a further claim may know them by.
type census struct {
	people []*someone
	by     map[string][]*someone
}

// doors are what a person is found by: the whole name; and each surname, in the
// person's State and in the organisation.
func (c claim) doors(words []string) []string {
	doors := []string{strings.Join(c.words, " ")}
	for _, w := range words {
		if c.country != "" {
			doors = append(doors, w+termSeparator+c.country)
		}
		if c.organisation != "" {
			doors = append(doors, w+termSeparator+termSeparator+c.organisation)
		}
	}
	return doors
}

// find is the one person that a claim can be, or nil.
func (s *census) find(c claim) *someone {
	var found *someone
	last := c.words[len(c.words)-1:]
	for _, door := range c.doors(last) {
		behind := s.by[door]
		if len(behind) > maxNamesakes {
			return nil
		}
		for _, p := range behind {
			if p == found || !p.may(c) {
				continue
			}
			if found != nil {
				return nil
			}
			found = p
		}
	}
	return found
}

func (s *census) add(c claim) {
	p := s.find(c)
	if p == nil {
		p = new(someone)
		s.people = append(s.people, p)
	}
	p.add(c)
	for _, door := range c.doors(c.words[min(1, len(c.words)-1):]) {
		if !slices.Contains(s.by[door], p) {
			s.by[door] = append(s.by[door], p)
		}
	}
}

// People tells who the speakers behind the terms of an index are: for each term
// the name of its person. It depends on the terms alone, not on their order.
func People(terms []string) []string {
	claims := make([]claim, 0, len(terms))
	names := make([]string, len(terms))
	for i, t := range terms {
		c := newClaim(i, t)
		names[i] = c.name
		if len(c.words) > 0 {
			claims = append(claims, c)
		}
	}
	slices.SortFunc(claims, func(a, b claim) int { return cmp.Or(fullestFirst(a, b), strings.Compare(terms[a.at], terms[b.at])) })
	s := census{by: make(map[string][]*someone, 2*len(claims))}
	for _, c := range claims {
		s.add(c)
	}
	s.name(names)
	return names
}

// fullestFirst is the order in which claims find each other: the fullest names
// first, and among equal ones those that say most of who they are.
func fullestFirst(a, b claim) int {
	return cmp.Or(
		cmp.Compare(b.written, a.written), cmp.Compare(len(b.words), len(a.words)),
		cmp.Compare(b.context(), a.context()), slices.Compare(a.words, b.words),
	)
}

func (c claim) context() int {
	n := 0
	for _, s := range []string{c.country, c.organisation, c.honorific} {
		if s != "" {
			n++
		}
	}
	return n
}

// name gives every person's claims the fullest name; namesakes have it with the
// State or organisation that tells them apart, and with their form of address
// where those do not.
func (s *census) name(names []string) {
	call := func(p *someone, name string) {
		for _, c := range p.claims {
			names[c.at] = name
		}
	}
	for _, p := range s.people {
		call(p, p.claims[0].name)
	}
	for _, apart := range []func(*someone) string{withPlace, withAddress} {
		bearers := make(map[string]int, len(s.people))
		for _, p := range s.people {
			bearers[Fold(names[p.claims[0].at])]++
		}
		for _, p := range s.people {
			if bearers[Fold(names[p.claims[0].at])] > 1 {
				call(p, apart(p))
			}
		}
	}
}

func withPlace(p *someone) string {
	name, place := p.claims[0].name, strings.Join(p.countries, ", ")
	if place == "" && len(p.organisations) > 0 {
		place = p.organisations[0]
	}
	if place == "" {
		return name
	}
	return name + " (" + place + ")"
}

func withAddress(p *someone) string {
	return strings.TrimSpace(p.claims[0].honorific + " " + withPlace(p))
}
