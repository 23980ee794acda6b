package main

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"
)

// class is a kind of query, with some of the kind.
type class struct {
	name    string
	queries []asked
}

// asked is one query in the languages of the engines.
type asked struct {
	words  []string
	how    string // "all", "any", "phrase" or "prefix"
	typed  string // ours
	sqlite string
	groong string
}

const perClass = 5

// classes chooses words by how many interventions have them: "common" two in
// five, "rare" one in some thousands.
func (m *maker) classes() []class {
	r := rand.New(rand.NewPCG(3, 3)) // #nosec G404 -- invented data
	common := m.wordsIn(0.25, 0.5)
	middle := m.wordsIn(0.05, 0.2)
	rare := m.wordsIn(0.0001, 0.0006)
	pick := func(from []string, n int) []string {
		out := make([]string, n)
		for i := range out {
			out[i] = from[r.IntN(len(from))]
		}
		return out
	}
	made := []class{{name: "common word"}, {name: "rare word"}, {name: "two words, all"}, {name: "three words, any"}, {name: "phrase"}, {name: "prefix"}}
	for range perClass {
		for i, a := range []asked{
			{how: "all", words: pick(common, 1)},
			{how: "all", words: pick(rare, 1)},
			{how: "all", words: append(pick(common, 1), pick(middle, 1)...)},
			{how: "any", words: append(pick(common, 1), pick(middle, 2)...)},
			{how: "phrase", words: m.pair(r)},
			{how: "prefix", words: []string{pick(middle, 1)[0][:4]}},
		} {
			made[i].queries = append(made[i].queries, a.spelt())
		}
	}
	return made
}

func (a asked) spelt() asked {
	switch a.how {
	case "any":
		a.typed = "(" + strings.Join(a.words, " OR ") + ")"
		a.sqlite = strings.Join(a.words, " OR ")
		a.groong = a.sqlite
	case "phrase":
		a.typed = `"` + strings.Join(a.words, " ") + `"`
		a.sqlite, a.groong = a.typed, a.typed
	case "prefix":
		a.typed = a.words[0] + "*"
		a.sqlite, a.groong = a.typed, a.typed
	default:
		a.typed = strings.Join(a.words, " ")
		a.sqlite, a.groong = strings.Join(a.words, " AND "), a.typed
	}
	return a
}

// wordsIn is the words that stand in such a share of the interventions, found
// in a sample of them. Stop words are left out: no two engines treat them alike.
func (m *maker) wordsIn(least, most float64) []string {
	r := rand.New(rand.NewPCG(5, 5)) // #nosec G404 -- invented data
	const sample = 20_000
	count := make(map[string]int)
	for range sample {
		seen := make(map[string]bool)
		for w := range strings.FieldsFuncSeq(m.text(r, turnWords), notLetter) {
			if !seen[w] {
				seen[w] = true
				count[w]++
			}
		}
	}
	var out []string
	for w, n := range count {
		share := float64(n) / sample
		if share >= least && share <= most && len(w) > 4 {
			out = append(out, w)
		}
	}
	slices.SortFunc(out, cmp.Compare[string])
	return out
}

// pair is two words that stand beside each other in the prose often.
func (m *maker) pair(r *rand.Rand) []string {
	for {
		at := r.IntN(len(m.stream) - 1)
		a, b := m.stream[at], m.stream[at+1]
		if len(m.words[a]) < 4 || len(m.words[b]) < 4 || len(m.places[a]) < len(m.stream)/2000 {
			continue
		}
		together := 0
		for _, p := range m.places[a] {
			if int(p)+1 < len(m.stream) && m.stream[p+1] == b {
				together++
			}
		}
		if together > len(m.stream)/20_000 {
			return []string{m.words[a], m.words[b]}
		}
	}
}
