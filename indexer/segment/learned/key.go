package learned

import (
	"strings"
	"unicode"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/label"
	"briefsearch/indexer/segment/matter"
)

// key is the list of the letters that a transcript has for its speakers: "Speaker key: AB Ada
// Brook …". Each turn begins with them.
type key struct {
	names map[string]string
	block int // after which it has ended, at a byte
	at    int
	found []formOpening // the turns
}

// keyHead heads such a list, and keyEnough is how many speakers it has at least.
var keyHead = regexp.MustCompile(`(?i)\bspeakers?['’]? key ?:`)

const keyEnough = 2

// SeeKey takes in the key that a block heads.
func (f *forms) SeeKey(doc *read.Document, i int) {
	text := doc.Blocks[i].Text
	if f.key.names != nil || i >= matter.TitleBlocks || !strings.Contains(text, " key") && !strings.Contains(text, " KEY") {
		return
	}
	m := keyHead.FindStringIndex(text)
	if m == nil {
		return
	}
	k := key{names: map[string]string{}, block: i}
	k.at = m[1] + k.read(text[m[1]:])
	for k.at == len(text) && k.block+1 < len(doc.Blocks) {
		text = doc.Blocks[k.block+1].Text
		end := k.read(text)
		if end == 0 {
			break
		}
		k.at = end
		k.block++
	}
	if len(k.names) >= keyEnough {
		f.key = k
	}
}

// KeyEnd is the index of the block with which the key ends, 0 where there is none.
func (f *forms) KeyEnd() int { return f.key.block }

// read takes in the speakers that a text names, and returns at which byte it goes on with
// something else.
func (k *key) read(text string) int {
	code, at := "", 0
	for at < len(text) {
		rest := strings.TrimLeft(text[at:], " ")
		word, _, _ := strings.Cut(rest, " ")
		switch {
		case isCode(word) && k.names[word] == "" && (code == "" || k.names[code] != ""):
			code = word
		case word != "" && code != "" && !isCode(word) && unicode.IsUpper(grammar.FirstRune(word)):
			k.names[code] = strings.TrimSpace(k.names[code] + " " + word)
		case word != "":
			return at
		}
		at = len(text) - len(rest) + len(word)
	}
	return at
}

// codeMost is how many letters stand for a speaker at most.
const codeMost = 4

func isCode(word string) bool {
	return len(word) > 1 && len(word) <= codeMost && describe.InCapitals(word) && strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}

// keyed is the label that the key gives the beginning of a text, behind the time.
func (f *forms) keyed(text string) (label.Label, bool) {
	lead := len(label.StampLead.FindString(text))
	code, said, _ := strings.Cut(text[lead:], " ")
	name := f.key.names[code]
	if name == "" || !unicode.IsUpper(grammar.FirstRune(strings.TrimLeft(said, " “\"‘'(["))) {
		return label.Label{}, false
	}
	l := label.Label{Style: label.Formal, Learned: true, End: lead + len(code) + 1, Speaker: corpus.Speaker{Name: name, AsPrinted: code}}
	if p := grammar.NameOf(name); p.End == len(name) {
		l.Speaker.Name, l.Speaker.Honorific = p.Name, p.Honorific
	}
	return l, true
}

// seeKeyed takes in a turn that begins with letters of the key.
func (f *forms) seeKeyed(i int, at Place) bool {
	if f.key.names == nil || i < f.key.block || i == f.key.block && at.From < f.key.at {
		return false
	}
	l, ok := f.keyed(at.Block.Text[at.From:])
	if ok {
		f.Believed[at] = l
		f.key.found = append(f.key.found, formOpening{Place: at, Unknown: true})
	}
	return ok
}

// keyedWithin are the bytes at which such turns begin within a text that has lost its paragraphs.
func (f *forms) keyedWithin(text string) []int {
	var at []int
	for i := 1; f.key.names != nil && i < len(text); i++ {
		if text[i-1] != ' ' || !unicode.IsUpper(rune(text[i])) {
			continue
		}
		if before := strings.TrimRight(text[:i], " "); mayFollow(before) || matter.Clock.MatchString(grammar.LastWord(before)) || label.HasClock(grammar.LastWord(before)) {
			if _, ok := f.keyed(text[i:]); ok {
				at = append(at, i)
			}
		}
	}
	return at
}
