package segment_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"briefsearch/indexer/read"
	"briefsearch/indexer/segment"
)

// letters are the letters and digits of texts, sorted: what must be the same
// before and after a document is divided.
func letters(texts ...string) []rune {
	var out []rune
	for _, t := range texts {
		for _, r := range t {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				out = append(out, r)
			}
		}
	}
	slices.Sort(out)
	return out
}

func documentLetters(doc *read.Document, from func(*read.Block) string) []rune {
	var texts []string
	for i := range doc.Blocks {
		texts = append(texts, from(&doc.Blocks[i]))
	}
	return letters(texts...)
}

// checkPromise says what of the promise a layout breaks: every block is in exactly
// one part, and lines stand in the order of the text.
func checkPromise(t *testing.T, layout string, doc *read.Document, p segment.Parts) {
	t.Helper()
	texts := slices.Clone(p.Left)
	for _, s := range p.Sections {
		texts = append(texts, s.Text)
	}
	for i := range p.Interventions {
		in := &p.Interventions[i]
		texts = append(texts, in.Text)
		if in.Text == "" {
			t.Errorf("%s: turn %d is empty", layout, i+1)
		}
		size, last := utf8.RuneCountInString(in.Text), -1
		for _, l := range in.Lines {
			if l.Start < last || l.Start >= size {
				t.Errorf("%s: turn %d of %d letters has a line at %d after %d", layout, i+1, size, l.Start, last)
			}
			last = l.Start
		}
		if in.PageFrom < 1 || in.PageTo < in.PageFrom {
			t.Errorf("%s: turn %d is on pages %d to %d", layout, i+1, in.PageFrom, in.PageTo)
		}
	}
	want := documentLetters(doc, func(b *read.Block) string {
		if b.Kind == read.Heading && b.Marker == "" || b.Kind != read.Heading {
			return b.Marker + b.Text
		}
		return b.Text
	})
	if got := letters(texts...); !slices.Equal(got, want) {
		t.Errorf("%s: %d letters became %d", layout, len(want), len(got))
	}
}

func TestNothingIsLost(t *testing.T) {
	all := layouts(t)
	for _, tc := range forms {
		for _, l := range all {
			doc := parse(tc.text)
			checkPromise(t, tc.name+" as "+l.Name(), doc, l.Segment(doc))
		}
	}
}

func TestEmptyDocuments(t *testing.T) {
	all := layouts(t)
	for _, doc := range []*read.Document{{}, {Blocks: []read.Block{{Lines: []read.Line{{Page: 1}}}}}} {
		if got := segment.Pick(doc, all).Name(); got != "prose" {
			t.Errorf("nothing has layout %s", got)
		}
		for _, l := range all {
			if p := l.Segment(doc); len(p.Interventions) > 0 {
				t.Errorf("%s finds %d turns in nothing", l.Name(), len(p.Interventions))
			}
		}
	}
}

// TestLimitsKeepCharactersWhole reads paragraphs of every length about the limits of
// what is looked at, in letters of several bytes: a limit that
// cuts through one makes a report unreadable.
func TestLimitsKeepCharactersWhole(t *testing.T) {
	all := layouts(t)
	for _, letter := range []string{"é", "中"} {
		doc := &read.Document{}
		for n := range 340 / len(letter) {
			for _, before := range []string{"", "x", "xx"} {
				text := before + strings.Repeat(letter, n+1)
				doc.Blocks = append(doc.Blocks, read.Block{Text: text, Lines: []read.Line{{Page: 1}}})
			}
		}
		for _, l := range all {
			l.Score(doc)
			checkPromise(t, l.Name(), doc, l.Segment(doc))
		}
	}
}

func FuzzSegment(f *testing.F) {
	for _, tc := range forms {
		f.Add(tc.text)
	}
	for _, s := range labels {
		f.Add(s.text)
	}
	for _, r := range learned {
		f.Add(strings.ReplaceAll(r.text, "\n", "\n\n"))
	}
	f.Add("Mr. ")
	f.Add("# :\n\n(\n\n|\n\nThe President: The President:")
	f.Add("1.\n\n1. A\n\n(a) (Peru, (Peru), Peru)")
	all := layouts(f)
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "")
		if len(text) > 20_000 {
			return
		}
		for _, l := range all {
			doc := parse(text)
			if s := l.Score(doc); s < 0 || s > 1 {
				t.Errorf("%s scores %v", l.Name(), s)
			}
			checkPromise(t, l.Name(), doc, l.Segment(doc))
		}
	})
}

// BenchmarkSegment divides a document of each layout by that layout, and once by
// asking all of them, as the indexer does.
func BenchmarkSegment(b *testing.B) {
	all := layouts(b)
	for _, tc := range forms {
		doc := parse(strings.Repeat(tc.text+"\n\n", 50))
		size := int64(50 * len(tc.text))
		for _, l := range all {
			if l.Name() == tc.layout {
				b.Run(tc.name, func(b *testing.B) {
					b.SetBytes(size)
					for b.Loop() {
						segment.Pick(doc, all).Segment(doc)
					}
				})
			}
		}
	}
}

// hostile are what texts are made of that are made to be slow: one paragraph of
// many names, commas, full stops or parentheses.
var hostile = map[string]string{
	"list":        "Norway, ",
	"initials":    "A. ",
	"parentheses": "(a ",
	"closings":    "(Peru) ",
	"clauses":     "the delegate of Peru, ",
	"labels":      "Mr. Brook: ",
	"capitals":    "NORWAY and ",
	"with":        "With Peru, ",
	"processes":   "Bali and Colombo Processes, ",
	"paragraphs":  "Mr. Brook (Peru): I said so.\n\n",
	"unknown":     "Kabb. Brook (Kavie) – I said so.\n\nKabb. Vega: We did.\n\n",
	"lines":       "Ada Brook\n\nI said so.\n\n",
	"mixed":       "Brook A. (Kavie. ",
	"offices":     "a lamp of Ada Brook, Director of Ports of the lake was lit and it rained; ",
	"captions":    ">> ADA BROOK: I said so. >> LUIS VEGA: We did not. ",
}

// BenchmarkHostile divides hostile texts. Time must grow as the text does.
func BenchmarkHostile(b *testing.B) {
	all := layouts(b)
	for name, unit := range hostile {
		for _, n := range []int{1000, 4000} {
			doc := parse("1. " + strings.Repeat(unit, n))
			b.Run(name+"-"+string(rune('0'+n/1000)), func(b *testing.B) {
				b.SetBytes(int64(n * len(unit)))
				for b.Loop() {
					for _, l := range all {
						l.Score(doc)
						l.Segment(doc)
					}
				}
			})
		}
	}
}
