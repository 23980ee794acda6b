package ui_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"briefsearch/web/ui"
)

// shown writes pieces with brackets around what is marked.
func shown(pieces []ui.Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		if p.Page > 0 {
			b.WriteString("|")
		}
		if p.Marked {
			b.WriteString("[" + p.Text + "]")
		} else {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

func TestHighlight(t *testing.T) {
	for _, c := range []struct {
		text  string
		marks [][2]int
		want  string
	}{
		{"", nil, ""},
		{"boats sail", nil, "boats sail"},
		{"boats sail", [][2]int{{0, 5}}, "[boats] sail"},
		{"boats sail", [][2]int{{6, 10}, {0, 5}}, "[boats] [sail]"},
		{"bateaux à voile", [][2]int{{8, 9}, {10, 15}}, "bateaux [à] [voile]"},
		{"boats sail", [][2]int{{0, 7}, {4, 10}}, "[boats s][ail]"},
		{"boats", [][2]int{{-3, 2}, {4, 99}, {50, 60}, {3, 3}, {4, 1}}, "[bo]at[s]"},
	} {
		if got := shown(ui.Highlight(c.text, c.marks)); got != c.want {
			t.Errorf("%q %v: %s, want %s", c.text, c.marks, got, c.want)
		}
	}
}

func TestParagraphs(t *testing.T) {
	text := "The RCM met.\n\nThe Puebla Process: à suivre."
	got := ui.Paragraphs(text, []ui.Span{
		{From: 18, To: 32, Tag: "rcp:RCM", Kind: "rcp", Anchor: "e2"},
		{From: 4, To: 7, Tag: "rcp:RCM", Kind: "rcp", Anchor: "e1"},
		{From: 18, To: 24, Tag: "country:MX", Kind: "country", Anchor: "e3"},
	}, []ui.PageStart{{At: 10, Page: 2}})
	want := [][]ui.Piece{
		{
			{Text: "The "},
			{Text: "RCM", Marked: true, Anchors: []string{"e1"}, Tags: "rcp:RCM", Kind: "rcp"},
			{Text: " me"},
			{Text: "t.", Page: 2},
		},
		{
			{Text: "The "},
			{Text: "Puebla", Marked: true, Anchors: []string{"e2", "e3"}, Tags: "rcp:RCM country:MX", Kind: "rcp"},
			{Text: " Process", Marked: true, Tags: "rcp:RCM", Kind: "rcp"},
			{Text: ": à suivre."},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("paragraphs (-want +got):\n%s", diff)
	}
}

// FuzzParagraphs: whatever the evidence says, no letter is lost or doubled.
func FuzzParagraphs(f *testing.F) {
	f.Add("The RCM met.\n\nIt ended.", 4, 7, 2, 20, 9)
	f.Add("à\n\n\n\n", -1, 99, 0, 0, 1)
	f.Fuzz(func(t *testing.T, text string, from1, to1, from2, to2, page int) {
		if !utf8.ValidString(text) {
			return
		}
		var b strings.Builder
		for _, p := range ui.Paragraphs(text, []ui.Span{
			{From: from1, To: to1, Tag: "a:1", Kind: "a", Anchor: "e1"}, {From: from2, To: to2, Tag: "b:2", Kind: "b", Anchor: "e2"},
		}, []ui.PageStart{{At: page, Page: 2}}) {
			for _, piece := range p {
				b.WriteString(piece.Text)
			}
		}
		if got, want := strings.Join(strings.Fields(b.String()), ""), strings.Join(strings.Fields(text), ""); got != want {
			t.Errorf("%q became %q", want, got)
		}
	})
}

func BenchmarkParagraphs(b *testing.B) {
	text := strings.Repeat("The members of the process met and spoke of their work. ", 2000)
	var spans []ui.Span
	for i := range 500 {
		spans = append(spans, ui.Span{From: i * 200, To: i*200 + 7, Tag: "rcp:RCM", Kind: "rcp", Anchor: "e"})
	}
	for b.Loop() {
		ui.Paragraphs(text, spans, nil)
	}
}
