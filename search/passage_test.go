package search_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"briefsearch/corpus"
	"briefsearch/search"
)

// marksOf marks every place of some words, each word a part of the query.
func marksOf(text string, words ...string) []search.Mark {
	var marks []search.Mark
	for part, w := range words {
		for from := 0; ; {
			i := strings.Index(text[from:], w)
			if i < 0 {
				break
			}
			marks = append(marks, search.Mark{Start: from + i, End: from + i + len(w), Part: part, Weight: 1})
			from += i + len(w)
		}
	}
	return marks
}

func TestPassages(t *testing.T) {
	filler := strings.Repeat("Nothing to see here, one more time. ", 20)
	for _, tt := range []struct {
		name  string
		text  string
		words []string
		want  []search.Passage
	}{
		{name: "no text"},
		{
			name: "no marks", text: "The first.\n\nThe second.",
			want: []search.Passage{{Text: "The first.", Marks: [][2]int{}, Page: 1}},
		},
		{
			name: "the paragraph with most of the query", text: "apple apple apple\n\nÉ apple and pear\n\npear", words: []string{"apple", "pear"},
			want: []search.Passage{
				{Text: "É apple and pear", Marks: [][2]int{{2, 7}, {12, 16}}, Page: 1, Start: 19},
				{Text: "apple apple apple", Marks: [][2]int{{0, 5}, {6, 11}, {12, 17}}, Page: 1},
			},
		},
		{
			name: "a sentence inside a long paragraph", text: filler + "Here is the apple. " + strings.TrimSpace(filler), words: []string{"apple"},
			want: []search.Passage{{
				Text:  "Here is the apple. " + strings.TrimSpace(strings.Repeat("Nothing to see here, one more time. ", 7)),
				Marks: [][2]int{{12, 17}}, Page: 1, Start: len(filler),
			}},
		},
		{
			name: "a form of address ends no sentence", text: filler + "Mr. Brook: Here is the apple. " + strings.TrimSpace(filler), words: []string{"apple"},
			want: []search.Passage{{
				Text:  "Mr. Brook: Here is the apple. " + strings.TrimSpace(strings.Repeat("Nothing to see here, one more time. ", 7)),
				Marks: [][2]int{{23, 28}}, Page: 1, Start: len(filler),
			}},
		},
		{
			name: "overlapping marks become one", text: "appletree", words: []string{"apple", "appletree", "tree"},
			want: []search.Passage{{Text: "appletree", Marks: [][2]int{{0, 9}}, Page: 1}},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			in := &corpus.Intervention{Text: tt.text, PageFrom: 1}
			if diff := cmp.Diff(tt.want, search.Passages(in, marksOf(tt.text, tt.words...))); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func FuzzPassages(f *testing.F) {
	f.Add("Some text.\n\nAnd “more”; of it.", 3, 8, 14, 20)
	f.Add(strings.Repeat("é", 700), 0, 2, 600, 602)
	f.Add(strings.Repeat("word ", 300), 5, 9, 900, 904)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d int) {
		if !utf8.ValidString(text) {
			return
		}
		in := &corpus.Intervention{Text: text, PageFrom: 1, Lines: []corpus.Line{{Start: 0, Page: 1}, {Start: 4, Page: 2}}}
		for _, p := range search.Passages(in, []search.Mark{{Start: a, End: b, Weight: 1}, {Start: c, End: d, Part: 1, Weight: 2}}) {
			checkPassage(t, text, p)
		}
	})
}

func checkPassage(t *testing.T, text string, p search.Passage) {
	t.Helper()
	n := utf8.RuneCountInString(p.Text)
	if n == 0 || !strings.HasPrefix(string([]rune(text)[p.Start:]), p.Text) {
		t.Errorf("%q does not stand at %d", p.Text, p.Start)
	}
	for _, m := range p.Marks {
		if m[0] < 0 || m[1] > n || m[0] > m[1] {
			t.Errorf("mark %v of %q", m, p.Text)
		}
	}
}
