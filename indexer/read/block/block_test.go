package block_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/indexer/read/block"
)

func TestClean(t *testing.T) {
	tests := map[string]string{
		"  two \t\n words ":       "two words",
		"o\ufb03ce":               "office",
		"e\u0301te\u0301":         "été",
		"co\u00adoperate":         "cooperate",
		"a\u00a0b\u200bc":         "a bc",
		"\ufeff\u202bab\u202c":    "ab",
		"\uf0b7 item":             "item",
		"\ufefb":                  "لا",
		"⼥⼠ ⻨ 人":                  "女士 麦 人",
		"zero\u200cwidth":         "zero\u200cwidth",
		"bell\x07 and nul\x00end": "bell and nul end",
	}
	for in, want := range tests {
		if got := block.Clean(in); got != want {
			t.Errorf("Clean(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestBuilder(t *testing.T) {
	var b block.Builder
	b.Line(3)
	b.Style(true, false)
	b.Text("Ms. Ada e")
	b.Text("\u0301")
	b.Style(false, false)
	b.Text(", spoke of co-")
	b.Line(4)
	b.Unhyphen()
	b.Text("operation.")
	got, ok := b.Finish(block.Paragraph, 0, "")
	want := block.Block{
		Text: "Ms. Ada é, spoke of cooperation.", Spans: []block.Span{{Start: 0, End: 10, Bold: true}},
		Lines: []block.Line{{Start: 0, Page: 3}, {Start: 23, Page: 4}},
	}
	if !ok {
		t.Fatal("no block")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("block (-want +got):\n%s", diff)
	}
	if got.LeadingBold() != 10 || got.AllBold() || got.Page() != 3 || got.LastPage() != 4 {
		t.Errorf("leading bold %d, all bold %v, pages %d-%d", got.LeadingBold(), got.AllBold(), got.Page(), got.LastPage())
	}
	if _, ok := b.Finish(block.Paragraph, 0, ""); ok {
		t.Error("an empty builder finished a block")
	}
}

func TestRow(t *testing.T) {
	var b block.Builder
	for _, cell := range []string{"Road", "", " 3 km ", ""} {
		b.Text(cell)
		b.Cell()
	}
	if got, _ := b.Finish(block.Row, 0, ""); got.Text != "Road\t\t3 km" {
		t.Errorf("row %q", got.Text)
	}
}

func TestOnlyDivides(t *testing.T) {
	tests := []struct {
		name, text, line string
		want             bool
	}{
		{"soft", "co-operation", "gov\u00ad", true},
		{"typographic, in a text without", "co-operation", "gov\u2010", true},
		{"typographic, in a text with others", "co\u2010operation", "gov\u2010", false},
		{"minus", "co-operation", "gov-", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := block.NewWords()
			w.Add(tt.text)
			w.Add(tt.line)
			if got := w.OnlyDivides(tt.line); got != tt.want {
				t.Errorf("OnlyDivides(%q) = %v", tt.line, got)
			}
		})
	}
}

func TestDivided(t *testing.T) {
	divides := []string{"the govern-", "ment asked the gov-", "ernment and the neigh-", "bours for decision-making by the government", "and co-operation of like-minded neighbours"}
	keeps := make([]string, 90)
	for i := range keeps {
		keeps[i] = "a long line of words without any hyphen at its end"
	}
	tests := []struct {
		name        string
		lines       []string
		left, right string
		want        bool
	}{
		{"known joined", divides, "the neigh", "bours said", true},
		{"known with hyphen", divides, "and co", "operation of", false},
		{"unknown in text that divides", divides, "the harv", "est was", true},
		{"prefix", divides, "of non", "governmental bodies", false},
		{"second hyphen", divides, "decision-mak", "ing was", true},
		{"capital follows", divides, "the Inter", "American bank", false},
		{"capitals on both sides", divides, "MIGRA", "TION", true},
		{"capitals of a name", divides, "Mr. AL", "KHALIFA (Bahrain)", false},
		{"Russian adverb", divides, "говорит по", "английски): Мы", false},
		{"figures", divides, "2006", "2007", false},
		{"both are words", divides, "the government", "neighbours", false},
		{"unknown in text that does not divide", keeps, "the harv", "est was", false},
		{"unknown in text that may divide", append(keeps[:45:45], "who asked the gov-", "ernment"), "the harv", "est was", true},
		{"a word in text that may divide", append(keeps[:45:45], "who asked the gov-", "ernment"), "the sub", "words was", false},
		{"whole elsewhere in text that does not divide", append([]string{"The harvest was good."}, keeps...), "the harv", "est was", true},
		{"prefix in text that does not divide", append([]string{"Subregional talks were held."}, keeps...), "the sub", "regional talks", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := block.NewWords()
			for i, l := range tt.lines {
				w.Add(l)
				if i > 0 && l != "" && tt.lines[i-1][len(tt.lines[i-1])-1] == '-' {
					w.Observe(tt.lines[i-1][:len(tt.lines[i-1])-1], l)
				}
			}
			if got := w.Divided(tt.left, tt.right); got != tt.want {
				t.Errorf("Divided(%q, %q) = %v", tt.left, tt.right, got)
			}
		})
	}
}

func TestSentences(t *testing.T) {
	for s, want := range map[string]bool{
		"the end.": false, "he said: “yes.”": false, "and the": true, "the list:": false, "one;": true, "": false, "（终。": false, "Peru thanked Mr.": true, "and J.": true, "of the U.N.": false,
		"Nobody knows. [Laughter]": false, "the roads! (Applause.)": false, "Mr. Brook: [Laughter]": true, "the roads (and rivers)": true,
	} {
		if got := block.Unfinished(s); got != want {
			t.Errorf("Unfinished(%q) = %v", s, got)
		}
	}
	for s, want := range map[string]bool{"and the": true, "And the": false, "“and": true, "12 roads": false, "الطرق": true, "": false} {
		if got := block.GoesOn(s); got != want {
			t.Errorf("GoesOn(%q) = %v", s, got)
		}
	}
}
