package learned

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/label"
)

// A record that was taken off a web page may have lost what set its labels off: "Ada Brook
// Thank you, Mr. President." Where a name ends only shows when paragraphs begin with it
// again and again, and a new sentence each time behind it.

// lead is the words with a capital that a paragraph begins with.
type lead struct {
	block *read.Block
	words []string
}

const (
	leadMost  = 4 // words of the longest name
	leadLeast = 2 // words of the shortest, paragraphs that begin with one, names that come again
)

// seeLead takes in how a paragraph begins.
func (f *forms) seeLead(b *read.Block, from int) {
	if from > 0 || b.Kind != read.Paragraph || !unicode.IsUpper(grammar.FirstRune(b.Text)) {
		return
	}
	f.paragraphs++
	l := lead{block: b}
	for w := range strings.FieldsSeq(corpus.Head(b.Text, formLimit)) {
		if !unicode.IsUpper(grammar.FirstRune(w)) || strings.ContainsAny(w, ".,;:!?()\"«»") || len(l.words) == leadMost {
			break
		}
		l.words = append(l.words, w)
	}
	if len(l.words) >= leadLeast {
		f.leads[l.key()] = append(f.leads[l.key()], l)
	}
}

// key is the words that all names have at least.
func (l lead) key() string { return strings.Join(l.words[:leadLeast], " ") }

// learnLeads believes the names that paragraphs begin with, where most do.
func (f *forms) learnLeads() []formOpening {
	var all []formOpening
	names, begun := 0, 0
	for _, key := range slices.Sorted(maps.Keys(f.leads)) {
		leads := f.leads[key]
		name := sharedWords(leads)
		if len(leads) < leadLeast || name == "" || grammar.NamesParty(name, f.names) {
			continue
		}
		if found := openedBy(name, leads); found != nil {
			all = append(all, found...)
			names++
			begun += len(leads)
		}
	}
	if names < leadLeast || 3*begun < 2*f.paragraphs {
		return nil
	}
	for i := range all {
		f.Believed[all[i].Place] = leadLabel(&all[i], f.names)
	}
	return all
}

// sharedWords are the words that all leads have in common, from the first.
func sharedWords(leads []lead) string {
	words := leads[0].words
	for _, l := range leads[1:] {
		n := 0
		for n < len(words) && n < len(l.words) && words[n] == l.words[n] {
			n++
		}
		words = words[:n]
	}
	if describe.InCapitals(strings.Join(words, " ")) {
		return ""
	}
	return strings.Join(words, " ")
}

// openedBy are the openings of a name, nil unless a sentence begins behind each and
// somebody speaks in most.
func openedBy(name string, leads []lead) []formOpening {
	var found []formOpening
	voiced := 0
	for _, l := range leads {
		said := strings.TrimLeft(l.block.Text[len(name):], " \u00a0")
		first := grammar.FirstRune(strings.TrimLeft(said, "¿¡\"«“…("))
		if !unicode.IsUpper(first) && !unicode.IsDigit(first) || !IsSpoken(said) {
			return nil
		}
		voiced += grammar.Count(grammar.IsVoiced(firstBytes(said)))
		found = append(found, formOpening{Place: Place{Block: l.block}, printed: name, end: len(l.block.Text) - len(said), Unknown: true})
	}
	if 2*voiced < len(leads) {
		return nil
	}
	return found
}

func leadLabel(o *formOpening, names grammar.Names) label.Label {
	l := label.Parse(o.printed, names, false)
	if l.Style == label.None || l.Party {
		l = label.Label{Speaker: corpus.Speaker{Name: o.printed, AsPrinted: o.printed}}
	}
	l.Style, l.End, l.Learned, l.Single = label.Formal, o.end, true, false
	return l
}
