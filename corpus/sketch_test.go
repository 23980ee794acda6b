package corpus_test

import (
	"strings"
	"testing"

	"briefsearch/corpus"
)

// saying is a report of one turn.
func saying(text string) *corpus.Report {
	return &corpus.Report{Interventions: []corpus.Intervention{{Text: text}}}
}

// speech is a text of so many sentences, each of words that stand in it alone.
func speech(about string, sentences int) string {
	var b strings.Builder
	for i := range sentences {
		n := strings.Repeat(string(rune('a'+i%26)), 1+i/26)
		b.WriteString("The delegate of " + about + n + " told the meeting what " + n + about + " had done, and asked for more of it. ")
	}
	return b.String()
}

func TestSketch(t *testing.T) {
	text := speech("lorvik", 60)
	base := corpus.SketchOf(saying(text))
	misread := strings.NewReplacer("meeting what a", "rneeting what a", "done, and", "dome, and").Replace(text)
	for _, tt := range []struct {
		name        string
		text        string
		least, most float64
	}{
		{"the same", text, 1, 1},
		{"in other lines, with words parted", strings.ReplaceAll(strings.ReplaceAll(text, " ", "\n"), "meeting", "meet-\ning"), 1, 1},
		{"in capitals", strings.ToUpper(text), 1, 1},
		{"with a page more", text + speech("osten", 3), 0.85, 1},
		{"a few words misread", misread, 0.4, 1},
		{"half of it", text[:len(text)/2], 0.3, 0.75},
		{"another of the series", speech("quanda", 60), 0, 0.6},
		{"in another language", strings.Repeat("Die Vertreterin sprach von Überweisungen und davon, was sie kosten. ", 40), 0, 0.1},
	} {
		if got := base.Likeness(corpus.SketchOf(saying(tt.text))); got < tt.least || got > tt.most {
			t.Errorf("%s: %.2f alike, want %.2f to %.2f", tt.name, got, tt.least, tt.most)
		}
	}
	short := corpus.SketchOf(saying("Thank you."))
	if short != "" || short.Likeness(short) != 0 {
		t.Errorf("two words tell %q", short)
	}
	parts := &corpus.Report{Sections: []corpus.Section{{Text: text[:1000]}}, Interventions: []corpus.Intervention{{Text: text[1000:2000]}, {Text: text[2000:]}}}
	if got := base.Likeness(corpus.SketchOf(parts)); got != 1 {
		t.Errorf("the same in sections and turns: %.2f", got)
	}
}

func BenchmarkSketch(b *testing.B) {
	r := saying(speech("lorvik", 1000))
	b.SetBytes(int64(len(r.Interventions[0].Text)))
	for b.Loop() {
		corpus.SketchOf(r)
	}
}
