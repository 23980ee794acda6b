package layout_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"

	"briefsearch/indexer/read/layout"
)

// visual sets a word letter by letter from the left, as pages with Arabic and
// Hebrew do.
func visual(x, y, size float64, text string) (runs []layout.Run, end float64) {
	for _, r := range text {
		runs = append(runs, layout.Run{Text: string(r), Font: "F", Size: size, X: x, Y: y, W: size / 2, DX: 1})
		x += size / 2
	}
	return runs, x
}

func TestRightToLeft(t *testing.T) {
	// On the page, from the left: 25, a space, the word of three letters
	// backwards, a full stop at its left.
	runs, end := visual(100, 100, 10, ".גבא ")
	number := layout.Run{Text: "25", Font: "F", Size: 10, X: end, Y: 100, W: 10, DX: 1}
	tail, _ := visual(end+10, 100, 10, " והד")
	runs = append(append(runs, number), tail...)
	got := layout.Blocks([]layout.Page{page(1, runs)})[0].Text
	if want := "דהו 25 אבג."; got != want {
		t.Errorf("text %q, want %q", got, want)
	}
}

// The dash behind a number that opens a paragraph stands on its left on the page.
func TestNumberBeforeArabic(t *testing.T) {
	text, end := visual(100, 100, 10, "דהו ")
	text = append(text, layout.Run{Text: "-14", Font: "F", Size: 10, X: end, Y: 100, W: 15, DX: 1})
	got := layout.Blocks([]layout.Page{page(1, text)})[0].Text
	if want := "14- והד"; got != want {
		t.Errorf("text %q, want %q", got, want)
	}
}

// A name in bold stays in the order of its line, and a bracket that the line before has
// opened closes as those of the other lines do.
func TestBoldBeforeRightToLeft(t *testing.T) {
	bold, end := visual(140, 100, 10, "והד")
	for i := range bold {
		bold[i].Bold = true
	}
	lines, _ := visual(30, 100, 10, ")גבא( :ןמ ")
	lines = append(lines, bold...)
	tail, _ := visual(end-45, 112, 10, " :)גבא")
	lines = append(lines, tail...)
	text := ""
	for _, b := range layout.Blocks([]layout.Page{page(1, lines)}) {
		text += b.Text + " "
	}
	if !strings.HasPrefix(text, "דהו ") || strings.Count(text, "(") != 1 || strings.Count(text, ")") != 2 {
		t.Errorf("text %q", text)
	}
}

// drawn sets a line from the right glyph by glyph as it stands on the page, which the
// Unicode bidirectional algorithm tells. It ends at the right edge of 500.
func drawn(t *testing.T, y float64, text string) []layout.Run {
	t.Helper()
	var p bidi.Paragraph
	if _, err := p.SetString(text, bidi.DefaultDirection(bidi.RightToLeft)); err != nil {
		t.Fatal(err)
	}
	order, err := p.Order()
	if err != nil {
		t.Fatal(err)
	}
	seen := ""
	for i := range order.NumRuns() {
		r := order.Run(i)
		s := r.String()
		if r.Direction() == bidi.RightToLeft {
			s = bidi.ReverseString(s)
		}
		seen = s + seen
	}
	runs, _ := visual(500-5*float64(utf8.RuneCountInString(seen)), y, 10, seen)
	return runs
}

func TestLinesFromTheRight(t *testing.T) {
	for _, text := range []string{
		"الأمم المتحدة A/71/PV.88",
		"مشروع القرار (A/71/L.99)",
		"اعتمد مشروع القرار A/71/L.99 بأغلبية 130 صوتا (القرار 71/400).",
		"السيد بروك (فيجي) (تكلم بالإنكليزية): أشكركم.",
		"افتتحت الجلسة الساعة 15:05.",
		"14- نظرت كيريباس في التوصيات.",
		"عمل مع UNHCR و IOM في 2019.",
		"<היו\"ר דוד גלים:> הישיבה נעולה בשעה 9:40.",
		"פרוטוקול מס 12, סעיף 7",
	} {
		page := page(1, drawn(t, 100, text))
		if got := layout.Blocks([]layout.Page{page})[0]; strings.TrimSpace(got.Marker+" "+got.Text) != text {
			t.Errorf("text  %q\nwant %q", got.Marker+" "+got.Text, text)
		}
	}
}

// A line that ends before the left margin ends its paragraph, and so does one before a line
// that begins further in from the right; boxes stay where the words are seen.
func TestParagraphsFromTheRight(t *testing.T) {
	const long = "يشكر وفدي الميسرين على صبرهم وسيصوت لصالح النص في هذه الجلسة"
	var runs []layout.Run
	for i, text := range []string{"السيد بروك (فيجي): " + long, long + " " + long[:38], "شكرا لكم.", "الرئيس: أعطي الكلمة"} {
		runs = append(runs, drawn(t, 100+12*float64(i), text)...)
	}
	blocks := layout.Blocks([]layout.Page{page(1, runs)})
	if len(blocks) != 2 || !strings.HasPrefix(blocks[1].Text, "الرئيس") {
		t.Fatalf("blocks %q", lines(blocks))
	}
	if box := blocks[1].Lines[0].Box; box == nil || box.X+box.W != 500 {
		t.Errorf("box %+v", box)
	}
}
