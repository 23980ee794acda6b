package layout_test

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/indexer/read/layout"
)

// scanned are the words of lines as recognition writes them under a page that the scanner
// took at an angle: each at its own place, in steps of a pixel.
func scanned(tilt float64, texts ...string) []layout.Run {
	var out []layout.Run
	for i, text := range texts {
		x := 60.0
		for word := range strings.FieldsSeq(text) {
			w := 6 * float64(len(word))
			y := 100 + 14*float64(i) + x*tilt
			out = append(out, layout.Run{
				Text: word + " ", Font: "GlyphLessFont", Size: 10 + float64(i%2), Hidden: true, DX: 1,
				X: x - 100*tilt, Y: math.Round(2*y) / 2, W: w * w / (w + 6),
			})
			x += w + 6
		}
	}
	return out
}

func TestTiltedPage(t *testing.T) {
	texts := []string{
		"The lamps of the northern harbours were lit by hand until the year in",
		"which the keepers asked for oil, and the Council told them that it had",
		"none to give, nor would it have any before the spring of the next year.",
	}
	for _, tilt := range []float64{-0.012, -0.004, 0, 0.006, 0.015} {
		blocks := layout.Blocks([]layout.Page{page(1, scanned(tilt, texts...))})
		if diff := cmp.Diff([]string{"paragraph 1: " + strings.Join(texts, " ")}, lines(blocks)); diff != "" {
			t.Errorf("at %v (-want +got):\n%s", tilt, diff)
			continue
		}
		// The box of a line is where its words are seen.
		box := blocks[0].Lines[0].Box
		if left, right := 100+60*tilt, 100+480*tilt; box.Y > math.Min(left, right) || box.Y+box.H < math.Max(left, right) || box.H > 22 || box.X > 62 || box.X+box.W < 470 {
			t.Errorf("at %v: box %+v", tilt, *box)
		}
	}
}

// Words that stand over one another at the ends of lines may be taken for a column.
func TestEndsOfLinesDrawnApart(t *testing.T) {
	text := make([]string, 10)
	for i := range text {
		text[i] = "and the members of the Council have agreed upon all"
	}
	var first, last []layout.Run
	for _, r := range scanned(0, text...) {
		if strings.HasPrefix(r.Text, "upon") || strings.HasPrefix(r.Text, "all") {
			last = append(last, r)
		} else {
			first = append(first, r)
		}
	}
	got := lines(layout.Blocks([]layout.Page{page(1, first, last)}))
	if diff := cmp.Diff([]string{"paragraph 1: " + strings.Join(text, " ")}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Recognition takes every few characters of Chinese for a word, which its text does not part.
func TestRecognisedChinese(t *testing.T) {
	var runs []layout.Run
	for i, word := range []string{"主席", "（", "以", "英语", "发言", "）", ":", "我们", "看", "2021", "年"} {
		r := square(100+22*float64(i), word)[0]
		r.Hidden = true
		runs = append(runs, r)
	}
	if diff := cmp.Diff([]string{"paragraph 1: 主席（以英语发言）:我们看 2021 年"}, lines(layout.Blocks([]layout.Page{page(1, runs)}))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The symbol of a record is in the heads of its pages; one that was misread is none.
func TestSymbolOfHeads(t *testing.T) {
	var c layout.Composer
	for n, symbol := range []string{"A/T9/PV.29", "A/79/PV.29", "A/T9/PV.29", "A/79/PV.29", "A/T9/PV.29", "A/79/PV.28"} {
		p := page(n+1, []layout.Run{set(60, 40, 9, symbol), set(420, 40, 9, "29/10/2024"), set(60, 120, 10, "see A/79/PV.27 and A/79/PV.27")})
		c.Add(&p)
	}
	if got := c.Symbol(); got != "A/79/PV.29" {
		t.Errorf("symbol %q, want A/79/PV.29", got)
	}
}
