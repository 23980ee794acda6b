package query

import "briefsearch/corpus"

// FakeNames is a vocabulary for tests: lower-case names of entries.
type FakeNames map[string][2]string // name → kind, id

// ParseWith parses with a vocabulary for tests.
func ParseWith(s string, v FakeNames, o Options) (Node, []Notice) { return parse(s, v, o) }

func (f FakeNames) entry(name string) (entry, bool) {
	e, ok := f[name]
	return entry{kind: corpus.Kind(e[0]), id: e[1]}, ok
}

func (f FakeNames) resolve(k corpus.Kind, name string) (entry, bool) {
	for n, e := range f {
		if e[0] == string(k) && (n == lower(name) || lower(e[1]) == lower(name)) {
			return f.entry(n)
		}
	}
	return entry{}, false
}

func (f FakeNames) acronym(word string) (entry, bool) { return f.entry(lower(word)) }

func (f FakeNames) find(text string) []match {
	var out []match
	low := lower(text)
	for i := 0; i < len(low); i++ {
		best := match{}
		for name := range f {
			end := i + len(name)
			if end <= len(low) && low[i:end] == name && boundary(low, i, end) && end > best.end {
				e, _ := f.entry(name)
				best = match{entry: e, start: i, end: end}
			}
		}
		if best.end > 0 {
			out = append(out, best)
			i = best.end - 1
		}
	}
	return out
}

func boundary(s string, i, j int) bool {
	return (i == 0 || s[i-1] == ' ') && (j == len(s) || s[j] == ' ')
}

func lower(s string) string {
	b := []byte(s)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}
