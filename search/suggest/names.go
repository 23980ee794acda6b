package suggest

import (
	"bytes"
	"slices"
	"sync"

	"briefsearch/search"
)

// maxNameHits is how many names that begin so are looked at.
const maxNameHits = 5000

// List is the names of the values of a field, folded, one behind the other:
// a space before each word and a line's end behind each name. To look for what
// begins with some letters is to look for a space and them.
type List struct {
	mu       sync.Mutex
	taken    int // ordinals that are in it
	text     []byte
	ends     []int    // of the names
	ordinals []uint32 // of the names
}

// Forget makes it empty, when values have got other names.
func (l *List) Forget() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.taken, l.text, l.ends, l.ordinals = 0, nil, nil, nil
}

// Learn takes in the values that are not in it yet, in their order, with their names.
func (l *List) Learn(values []string, names func(value string) []string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for ; l.taken < len(values); l.taken++ {
		for _, name := range names(values[l.taken]) {
			for _, w := range search.FoldedWords(name) {
				l.text = append(append(l.text, ' '), w...)
			}
			l.text = append(l.text, '\n')
			l.ends, l.ordinals = append(l.ends, len(l.text)), append(l.ordinals, uint32(l.taken)) // #nosec G115
		}
	}
}

// Find is the ordinals, up to known, with a name that begins, at a word, with what
// was typed.
func (l *List) Find(known int, folded string) []uint32 {
	l.mu.Lock()
	defer l.mu.Unlock()
	var out []uint32
	sought := []byte(" " + folded)
	for from := 0; len(out) < maxNameHits; {
		i := bytes.Index(l.text[from:], sought)
		if i < 0 {
			break
		}
		line, _ := slices.BinarySearch(l.ends, from+i+1)
		from = l.ends[line]
		if o := l.ordinals[line]; int(o) < known && (len(out) == 0 || out[len(out)-1] != o) {
			out = append(out, o)
		}
	}
	return out
}
