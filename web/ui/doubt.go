package ui

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/search"
)

// word is a stretch of letters and digits of a text, in bytes.
type word struct{ start, end int }

// words cuts a text.
func words(text string) []word {
	var out []word
	start := -1
	for i, r := range text {
		inside := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
		switch {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			out = append(out, word{start, i})
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, word{start, len(text)})
	}
	return out
}

// How many letters an acronym has.
const (
	shortestAcronym = 2
	longestAcronym  = 8
)

var roman = regexp.MustCompile(`^[IVXLCM]+$`)

// isAcronym says whether a word is capital letters alone, and no number in
// Roman figures.
func isAcronym(s string) bool {
	n := utf8.RuneCountInString(s)
	if n < shortestAcronym || n > longestAcronym || roman.MatchString(s) {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsUpper(r) })
}

// definitions are the acronyms that a report explains itself: those that stand
// in parentheses behind what they are short for, or before it.
type definitions map[string]bool

func newDefinitions() definitions { return make(definitions) }

func (d definitions) learn(text string) {
	for _, w := range words(text) {
		s := strings.TrimSuffix(text[w.start:w.end], "s") // "(RCPs)" explains RCP
		if !isAcronym(s) {
			continue
		}
		before, after := text[:w.start], text[w.end:]
		opened := strings.HasSuffix(before, "(") || strings.HasSuffix(before, "(“") || strings.HasSuffix(before, `("`)
		if opened || explains(after) {
			d[s] = true
		}
	}
}

// explains says whether what stands behind an acronym is several words in
// parentheses.
func explains(after string) bool {
	rest, ok := strings.CutPrefix(strings.TrimLeft(after, " "), "(")
	if !ok {
		return false
	}
	inside, _, closed := strings.Cut(rest[:min(len(rest), 200)], ")")
	return closed && len(strings.Fields(inside)) > 1
}

// unexplained are the acronyms of a text that neither the vocabulary nor the
// report explains, each as often as it stands there. Capital letters in a row
// of capital words are a heading or a surname.
func unexplained(text string, v *vocabulary.Vocabulary, d definitions) []string {
	all := words(text)
	known := v.Find(text)
	reach := 0 // how far the matches go that begin at or before the word
	var out []string
	for i, w := range all {
		for len(known) > 0 && known[0].Start <= w.start {
			reach = max(reach, known[0].End)
			known = known[1:]
		}
		s := text[w.start:w.end]
		if isAcronym(s) && reach < w.end && !d[s] && !shouted(text, all, i) {
			out = append(out, s)
		}
	}
	return out
}

// shouted says whether a word stands beside another in capitals.
func shouted(text string, all []word, i int) bool {
	loud := func(j int) bool {
		if j < 0 || j >= len(all) {
			return false
		}
		s := text[all[j].start:all[j].end]
		letters := utf8.RuneCountInString(s)
		return letters > 1 && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsUpper(r) })
	}
	beside := func(j int) bool { // with nothing but a space, a hyphen or a full stop between
		from, to := min(i, j), max(i, j)
		return loud(j) && len(strings.TrimLeft(text[all[from].end:all[to].start], " -–.'’")) == 0
	}
	return (i > 0 && beside(i-1)) || (i+1 < len(all) && beside(i+1))
}

// titledName is a person named with a title, in the languages whose titles are
// written before the name.
var titledName = regexp.MustCompile(`(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Messrs)\.?|\b(?:Ambassador|Professor|Mme|Mlle|Sr|Sra|Srta|Dra)\.?|\bH\.\s?E\.|\bM\.|\bS\.\s?E\.|г-н|г-жа)\s+` +
	`((?:\p{Lu}[\p{L}'’-]+|\p{Lu}\.)(?:\s+(?:(?:de|da|do|dos|del|van|von|der|den|la|le|al|el|bin|ben|ibn)\s+)*(?:\p{Lu}[\p{L}'’-]+|\p{Lu}\.)){0,3})`)

// titled are the persons that a text names with a title.
func titled(text string) []string {
	var out []string
	for _, m := range titledName.FindAllStringSubmatch(text, -1) {
		out = append(out, m[1])
	}
	return out
}

// nameWords are the last words of the names of the speakers of a report.
type nameWords map[string]bool

func speakerWords(r *corpus.Report) nameWords {
	out := make(nameWords)
	for i := range r.Interventions {
		s := r.Interventions[i].Speaker
		for _, w := range strings.Fields(search.Fold(s.Name + " " + s.AsPrinted)) {
			out[strings.Trim(w, ".,;:()")] = true
		}
	}
	return out
}

// has says whether a name may be that of a speaker: its last word is one of
// theirs.
func (n nameWords) has(name string) bool {
	fields := strings.Fields(search.Fold(name))
	return len(fields) == 0 || n[strings.Trim(fields[len(fields)-1], ".,;:()")]
}
