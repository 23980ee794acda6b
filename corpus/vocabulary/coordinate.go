package vocabulary

import (
	"slices"
	"strings"

	"briefsearch/corpus"
)

// coordinated adds names that share words with the name beside them: "the Bali and
// Colombo Processes", "los Procesos de Bali y de Puebla", "North and South Korea".
// Such a match is the words that are the entry's own. What is a plural of nothing
// is taken away: "the office in Budapest processes claims".
func (m *matcher) coordinated(text string, ws []word, ids []int32, found []Match) []Match {
	for i := range found {
		f := &found[i]
		if f.Entry == nil || f.Alias.CaseExact || f.Entry.Kind != corpus.RCP && f.Entry.Kind != corpus.Country {
			continue
		}
		c := coordination{m: m, text: text, words: ws, ids: ids, kind: f.Entry.Kind, from: wordAt(ws, f.Start), to: wordAt(ws, f.End)}
		more := c.before(nil)
		if f.Entry.Kind == corpus.RCP {
			more = c.after(more)
		}
		if c.loose(f) {
			*f = Match{Alias: &Alias{Text: f.Alias.Text, Mask: true, Masks: corpus.RCP}, Start: f.Start, End: f.End}
		}
		found = append(found, more...)
	}
	return found
}

// wordAt is the index of the first word that begins at a byte or behind it.
func wordAt(ws []word, b int) int {
	i, _ := slices.BinarySearchFunc(ws, b, func(w word, b int) int { return w.start - b })
	return i
}

// coordination is a name, from word to word, and what stands around it.
type coordination struct {
	m        *matcher
	text     string
	words    []word
	ids      []int32
	kind     corpus.Kind
	from, to int
}

const (
	ownWords = 3 // of a name beside another, at most
	listed   = 8 // names in a row, at most
)

// before adds X for "X and Y Process", and W for "W, X and Y Processes".
func (c *coordination) before(found []Match) []Match {
	end := c.conjoined(c.from)
	for range listed {
		if end == 0 {
			break
		}
		start, target, ok := c.sharing(end)
		if !ok {
			break
		}
		found = append(found, Match{Entry: target.entry, Alias: target.alias, Start: c.words[start].start, End: c.words[end-1].end})
		if end = c.conjoined(start); end == 0 && start > 0 && c.comma(start) {
			end = start
		}
	}
	return found
}

// conjoined is where the words end that a conjunction before word i joins to it, or
// 0 when there is none.
func (c *coordination) conjoined(i int) int {
	switch {
	case i > 1 && !c.broken(i-1, i) && c.conjunction(i-1):
		return i - 1
	case i > 3 && !c.broken(i-3, i) && c.word(i-3) == "as" && c.word(i-2) == "well" && c.word(i-1) == "as":
		return i - 3
	}
	return 0
}

// sharing finds the name whose own words end before word end, and that goes on
// with the last words of the name in question.
func (c *coordination) sharing(end int) (start int, found target, ok bool) {
	for own := 1; own <= ownWords && own <= end; own++ {
		if start = end - own; c.broken(start, end-1) {
			break
		}
		for shared := c.from + 1; shared < c.to; shared++ {
			if t, ok := c.named(c.ids[start:end], c.ids[shared:c.to]); ok {
				return start, t, true
			}
		}
	}
	return 0, target{}, false
}

// after adds Y for "Proceso de X y Y" and "Proceso de X y de Y".
func (c *coordination) after(found []Match) []Match {
	next := c.to
	for range listed {
		begin := c.joined(next)
		if begin == 0 {
			break
		}
		end, t, ok := c.shared(begin)
		if !ok {
			break
		}
		own := begin
		for own < end-1 && small[c.word(own)] {
			own++
		}
		found = append(found, Match{Entry: t.entry, Alias: t.alias, Start: c.words[own].start, End: c.words[end-1].end})
		next = end
	}
	return found
}

// joined is where the words begin that follow word i behind a conjunction, or
// behind a comma in a list that a conjunction closes; 0 when there are none.
func (c *coordination) joined(i int) int {
	if i+1 >= len(c.words) || c.broken(i-1, i+1) {
		return 0
	}
	if c.conjunction(i) {
		if i+2 < len(c.words) && pronouns[c.word(i+1)] && !c.words[i+2].breaks {
			return i + 2 // "le Processus de Bali et celui de Colombo"
		}
		return i + 1
	}
	if c.comma(i) {
		for k := i + 1; k <= i+listed && k+1 < len(c.words) && !c.words[k].breaks; k++ {
			if c.conjunction(k) {
				return i
			}
		}
	}
	return 0
}

// shared finds the name that begins as the one in question does and goes on with
// the words from begin.
func (c *coordination) shared(begin int) (end int, found target, ok bool) {
	for own := 1; own <= ownWords && begin+own <= len(c.words); own++ {
		if end = begin + own; own > 1 && c.words[end-1].breaks {
			break
		}
		for shared := c.from + 1; shared < c.to; shared++ {
			if t, ok := c.named(c.ids[c.from:shared], c.ids[begin:end]); ok {
				return end, t, true
			}
		}
	}
	return 0, target{}, false
}

// named is the entry of the same kind whose alias is these words.
func (c *coordination) named(head, tail []int32) (target, bool) {
	at := int32(0)
	for _, id := range head {
		if at = c.m.step(at, id); at == 0 {
			return target{}, false
		}
	}
	for _, id := range tail {
		if at = c.m.step(at, id); at == 0 {
			return target{}, false
		}
	}
	for _, t := range c.m.nodes[at].ends {
		if t.entry != nil && t.entry.Kind == c.kind && !t.alias.CaseExact {
			return t, true
		}
	}
	return target{}, false
}

// word is word i in small letters.
func (c *coordination) word(i int) string { return strings.ToLower(c.words[i].of(c.text)) }

func (c *coordination) conjunction(i int) bool { return slices.Contains(conjunctions, c.word(i)) }

// loose says whether a name ends in a plural, or in a verb, that no list of names
// stands before.
func (c *coordination) loose(f *Match) bool {
	return f.Entry.Kind == corpus.RCP && strings.HasSuffix(f.Alias.Text, "Process") && strings.HasSuffix(c.text[:f.End], "processes") && c.conjoined(c.from) == 0
}

// comma says whether a comma stands before word i.
func (c *coordination) comma(i int) bool {
	return strings.TrimSpace(c.text[c.words[i-1].end:c.words[i].start]) == ","
}

// broken says whether a sentence may have ended between two words.
func (c *coordination) broken(i, j int) bool {
	for k := i + 1; k <= j; k++ {
		if c.words[k].breaks {
			return true
		}
	}
	return false
}

var conjunctions = []string{"and", "or", "y", "e", "et", "und", "и"}

// pronouns stand for the word that names share, and small are its prepositions.
var (
	pronouns = map[string]bool{"celui": true, "celle": true, "el": true, "la": true, "that": true}
	small    = map[string]bool{"de": true, "del": true, "du": true, "d": true, "for": true, "in": true, "of": true, "pour": true, "en": true, "para": true}
)
