package vocabulary

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
)

// matcher is a trie of the words of all aliases.
type matcher struct {
	words map[string]int32 // folded word → number
	nodes []node           // the first is the root
	roots []int32          // number of a word → the root's next node, or 0
}

// node is what may follow after the words that lead to it.
type node struct {
	next []edge
	ends []target // aliases whose last word leads here
	open []prefix // aliases whose last word is a prefix
}

type edge struct{ word, node int32 }

type target struct {
	entry *Entry
	alias *Alias
	form  string // of a name that declines, stripped; "" is any
}

type prefix struct {
	text string
	target
}

func newMatcher() *matcher {
	return &matcher{words: make(map[string]int32), nodes: make([]node, 1)}
}

// add puts an alias into the trie, the Russian name of a State in all its cases. An alias
// without words is left out.
func (m *matcher) add(e *Entry, a *Alias) {
	if e == nil || e.Kind != corpus.Country || a.Via != ViaName || !isCyrillic(a.Text) {
		m.addForm(e, a, a.Text, "")
		return
	}
	for _, form := range declined(a.Text) {
		m.addForm(e, a, form, strip(strings.TrimSuffix(form, ")"))) // no word ends with the bracket
	}
}

// addForm puts an alias into the trie as it is written in a text.
func (m *matcher) addForm(e *Entry, a *Alias, written, form string) {
	ws := words(written)
	if len(ws) == 0 {
		return
	}
	at := int32(0)
	for i, w := range ws {
		if a.Prefix && i == len(ws)-1 {
			n := &m.nodes[at]
			p := prefix{text: strip(w.of(written)), target: target{entry: e, alias: a}}
			if !slices.ContainsFunc(n.open, func(o prefix) bool { return o.entry == e && o.text == p.text && o.alias.alsoIn(a, e) }) {
				n.open = append(n.open, p)
			}
			return
		}
		at = m.extend(at, fold(w.of(written)))
	}
	n := &m.nodes[at]
	if !slices.ContainsFunc(n.ends, func(t target) bool { return t.entry == e && t.form == form && t.alias.alsoIn(a, e) }) {
		n.ends = append(n.ends, target{e, a, form})
	}
}

// extend is the node that a word leads to from another, made if it is not there.
func (m *matcher) extend(from int32, w string) int32 {
	id, ok := m.words[w]
	if !ok {
		id = int32(len(m.words)) //nolint:gosec // far fewer words than that
		m.words[w] = id
		m.roots = append(m.roots, 0)
	}
	if to := m.step(from, id); to > 0 {
		return to
	}
	to := int32(len(m.nodes)) //nolint:gosec // as above
	m.nodes = append(m.nodes, node{})
	if from == 0 {
		m.roots[id] = to
	} else {
		m.nodes[from].next = append(m.nodes[from].next, edge{id, to})
	}
	return to
}

// step is the node that a word leads to from another, or 0.
func (m *matcher) step(from, id int32) int32 {
	if id < 0 {
		return 0
	}
	if from == 0 {
		return m.roots[id]
	}
	for _, e := range m.nodes[from].next {
		if e.word == id {
			return e.node
		}
	}
	return 0
}

// find returns the matches in a text, overlaps resolved.
func (m *matcher) find(text string) []Match {
	ws := words(text)
	ids := make([]int32, len(ws))
	for i, w := range ws {
		ids[i] = m.number(w.of(text))
	}
	var found []Match
	for i := range ws {
		found = m.from(text, ws, ids, i, found)
	}
	found = m.coordinated(text, ws, ids, found)
	return resolve(found)
}

// number is a word's number, or -1 for a word of no alias.
func (m *matcher) number(w string) int32 {
	var buf [64]byte
	if n, ok := m.words[string(appendFold(buf[:0], w))]; ok {
		return n
	}
	return -1
}

// detached is the number of a word that begins an alias, without the letters that Arabic
// writes together with it, or -1: "وجزر" may be of a name, and begin another as "جزر".
func (m *matcher) detached(w string) int32 {
	if w[0] < utf8.RuneSelf {
		return -1
	}
	for rest := detach(w); rest != ""; rest = detach(rest) {
		for _, s := range []string{plainAlif.Replace(rest), fold(rest)} {
			if n, ok := m.words[s]; ok && m.roots[n] != 0 {
				return n
			}
		}
	}
	return -1
}

// from adds the matches that begin at word i.
func (m *matcher) from(text string, ws []word, ids []int32, i int, found []Match) []Match {
	at, start := int32(0), ws[i].start
	for j := i; j < len(ws); j++ {
		if j > i && ws[j].breaks {
			break
		}
		found = m.prefixes(text, at, start, ws[j], found)
		id := ids[j]
		if j == i && m.step(at, id) == 0 {
			id = m.detached(ws[j].of(text))
		}
		if at = m.step(at, id); at == 0 {
			break
		}
		found = m.ending(text, at, start, ws[j].end, found)
	}
	return found
}

// ending adds the matches whose last word ends at a byte, with the bracket that
// closes it: "Iran (Islamic Republic of)".
func (m *matcher) ending(text string, at int32, start, end int, found []Match) []Match {
	written := ""
	for _, t := range m.nodes[at].ends {
		if t.form != "" && written == "" {
			written = strip(text[start:end])
		}
		if t.form != "" && t.form != written {
			continue // "Нигерии" is no "Нигер"
		}
		last := end
		if strings.HasSuffix(t.alias.Text, ")") && strings.HasPrefix(text[end:], ")") {
			last++
		}
		if t.alias.allows(text[start:last]) {
			found = append(found, Match{Entry: t.entry, Alias: t.alias, Start: start, End: last})
		}
	}
	return found
}

// prefixes adds the matches whose last word begins as the word w does.
func (m *matcher) prefixes(text string, at int32, start int, w word, found []Match) []Match {
	own, plain := w.of(text), ""
	for _, p := range m.nodes[at].open {
		if first := own[0]; first < utf8.RuneSelf && first|0x20 != p.text[0]|0x20 {
			continue // the most, at no cost
		}
		if plain == "" {
			plain = strip(own)
		}
		if strings.HasPrefix(plain, p.text) {
			found = append(found, Match{Entry: p.entry, Alias: p.alias, Start: start, End: w.end})
		}
	}
	return found
}

// allows says whether the letters of a text suit the alias; "U.S." at the end of a
// sentence is the same as in its middle.
func (a *Alias) allows(text string) bool {
	if a.CaseExact {
		written, own := acronym.Replace(text), acronym.Replace(a.Text)
		return written == own || a.Spoken && written == own[:1]+strings.ToLower(own[1:])
	}
	if a.Bare && isArticled(text) {
		return false
	}
	if a.Accented && !sameAccents(text, a.Text) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text)
	own, _ := utf8.DecodeRuneInString(a.Text)
	return !a.Capital || !unicode.IsLower(r) || unicode.IsLower(own)
}

// acronym writes an acronym in one way: "U.N.", "COVID‑19" with a hyphen at which no line
// breaks.
var acronym = strings.NewReplacer(".", "", "\u2011", "-")

// sameAccents says whether two texts of the same letters have their accents on the same
// ones: "animó", and not "ánimo".
func sameAccents(text, own string) bool {
	for text != "" && own != "" {
		var a, b rune
		a, text = nextLetter(text)
		b, own = nextLetter(own)
		if (a >= utf8.RuneSelf || b >= utf8.RuneSelf) && unicode.ToLower(a) != unicode.ToLower(b) {
			return false
		}
	}
	return true
}

// nextLetter is the first Latin letter of a text, or 0, and what follows it.
func nextLetter(text string) (rune, string) {
	for i, r := range text {
		if unicode.Is(unicode.Latin, r) {
			return r, text[i+utf8.RuneLen(r):]
		}
	}
	return 0, ""
}

// maxCluster bounds how many overlapping matches are weighed against each other,
// so that no text costs more than time linear in its length.
const maxCluster = 64

// resolve keeps, of matches that overlap, the longest, and returns them in the
// order of the text.
func resolve(found []Match) []Match {
	slices.SortStableFunc(found, func(a, b Match) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	kept := found[:0:0]
	for i := 0; i < len(found); {
		j, end := i+1, found[i].End
		for j < len(found) && found[j].Start < end && j-i < maxCluster {
			end = max(end, found[j].End)
			j++
		}
		kept = append(kept, cluster(found[i:j])...)
		i = j
	}
	return kept
}

// cluster resolves matches that overlap, each of them with another.
func cluster(ms []Match) []Match {
	if len(ms) == 1 {
		if ms[0].Entry == nil {
			return nil
		}
		return ms
	}
	byLength := slices.Clone(ms)
	slices.SortStableFunc(byLength, func(a, b Match) int {
		return cmp.Or((b.End-b.Start)-(a.End-a.Start), maskLast(a)-maskLast(b))
	})
	var kept []Match
	for _, m := range byLength {
		if !slices.ContainsFunc(kept, func(k Match) bool { return hides(k, m) }) {
			kept = append(kept, m)
		}
	}
	kept = slices.DeleteFunc(kept, func(m Match) bool { return m.Entry == nil })
	slices.SortStableFunc(kept, func(a, b Match) int { return a.Start - b.Start })
	return kept
}

// overlaps says whether entries of a kind are no names: what is said, and what is
// done by saying it, may stand in the same words.
func overlaps(k corpus.Kind) bool { return k == corpus.Theme || k == corpus.Act }

// maskLast orders a mask after the entry of the same words: what one theme must
// not be taken for may be another's name.
func maskLast(m Match) int {
	if m.Entry == nil {
		return 1
	}
	return 0
}

// about is the kind of what a match names, or keeps from being found.
func (m Match) about() corpus.Kind {
	if m.Entry == nil {
		return m.Alias.Masks
	}
	return m.Entry.Kind
}

// hides says whether a match that is at least as long keeps another from counting.
func hides(long, m Match) bool {
	if long.End <= m.Start || m.End <= long.Start {
		return false
	}
	same := long.Start == m.Start && long.End == m.End
	switch {
	case long.Entry == nil:
		return m.Entry == nil || long.Alias.Masks == m.Entry.Kind || overlaps(long.Alias.Masks) && overlaps(m.Entry.Kind)
	case overlaps(long.Entry.Kind) && m.about() == corpus.Country:
		return false // what is said of a State names it: "中国支持"
	case m.Entry == nil:
		return !same // a mask that is another's name hides what is shorter still
	case long.Entry == m.Entry:
		return !long.Alias.Weak || m.Alias.Weak // a cue that may not count keeps no term from counting
	case overlaps(long.Entry.Kind) && overlaps(m.Entry.Kind):
		return false
	case long.Entry.Kind == corpus.Organisation && m.Entry.Kind == corpus.Country && (long.Entry.Country != "" || long.Entry.Group == groupUN):
		return false // a State's own body names the State, and a mission of the United Nations the one that it is sent to
	case same && (long.Entry.Kind != m.Entry.Kind || long.Alias.Shared() || m.Alias.Shared()):
		return false // one name of two things
	}
	return true
}
