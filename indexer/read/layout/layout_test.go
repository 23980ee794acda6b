package layout_test

import (
	"encoding/binary"
	"fmt"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"briefsearch/indexer/read/block"
	"briefsearch/indexer/read/layout"
)

// set sets a text as one run, half an em to a letter.
func set(x, y, size float64, text string) layout.Run {
	n := float64(utf8.RuneCountInString(strings.TrimSpace(text)))
	return layout.Run{Text: text, Font: "F", Size: size, X: x, Y: y, W: n * size / 2, DX: 1}
}

// square sets a Chinese text, an em to a letter.
func square(x float64, text string) []layout.Run {
	return []layout.Run{{Text: text, Font: "F", Size: 10, X: x, Y: 100, W: 10 * float64(utf8.RuneCountInString(text)), DX: 1}}
}

func bold(r layout.Run) layout.Run {
	r.Bold, r.Font = true, "B"
	return r
}

// column sets lines under one another.
func column(x, y, leading, size float64, lines ...string) []layout.Run {
	out := make([]layout.Run, len(lines))
	for i, l := range lines {
		out[i] = set(x, y+float64(i)*leading, size, l)
	}
	return out
}

func page(n int, runs ...[]layout.Run) layout.Page {
	p := layout.Page{Number: n, Width: 595, Height: 842}
	for _, r := range runs {
		p.Runs = append(p.Runs, r...)
	}
	return p
}

// lines writes blocks in a line each: kind, marker, pages, text.
func lines(blocks []block.Block) []string {
	out := make([]string, len(blocks))
	for i := range blocks {
		b := &blocks[i]
		out[i] = fmt.Sprintf("%s %s%d: %s", b.Kind, b.Marker, b.Page(), b.Text)
		if b.LastPage() != b.Page() {
			out[i] = fmt.Sprintf("%s %s%d-%d: %s", b.Kind, b.Marker, b.Page(), b.LastPage(), b.Text)
		}
	}
	return out
}

// Sixty letters of 10 points are 300 points wide.
var (
	full1 = "The delegates met for two days in the old hall by the river "
	full2 = "and spoke at length about the roads that people take when a "
	full3 = "harvest fails, and of what their neighbours might do for it."
)

// countedLines are the lines of a page that counts them, and countedText what they say.
func countedLines() []string {
	var out []string
	for range 5 {
		out = append(out, full1[:59], full2[:59], full3[:59])
	}
	return out
}

var countedText = "paragraph 1: " + strings.Join(countedLines(), " ")

// beside sets numbers in the margin beside lines.
func beside(lines ...string) []layout.Run {
	var out []layout.Run
	for i, l := range lines {
		y := 100 + 24*float64(i)
		out = append(out, set(60, y, 10, fmt.Sprint(i+1)), set(90, y, 10, l))
	}
	return out
}

// within sets the numbers into the lines themselves.
func within(lines ...string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = fmt.Sprintf("%2d    %s", i+1, l)
	}
	return out
}

var layouts = map[string]struct {
	pages []layout.Page
	want  []string
}{
	"a paragraph": {
		[]layout.Page{page(1, column(100, 100, 12, 10, full1, full2, full3))},
		[]string{"paragraph 1: " + full1 + full2 + full3},
	},
	"every line counted, beside the words": {
		[]layout.Page{page(1, beside(countedLines()...))},
		[]string{countedText},
	},
	"every line counted, within the words": {
		[]layout.Page{page(1, column(60, 100, 24, 10, within(countedLines()...)...))},
		[]string{countedText},
	},
	"every line counted, few on the last page": {
		[]layout.Page{page(1, beside(countedLines()...)), page(2, beside("and that was all", "that they had to say."))},
		[]string{strings.Replace(countedText, "1:", "1-2:", 1) + " and that was all that they had to say."},
	},
	"every line counted, few of which go on": {
		[]layout.Page{page(1, beside("THE CHAIR", "Yes.", "No.", "Yes.", "No.", "Yes.", "No.", "Yes.", "No.", "Yes.", full1[:59], "and that was all."))},
		[]string{
			"heading 1: THE CHAIR", "paragraph 1: Yes.", "paragraph 1: No.", "paragraph 1: Yes.", "paragraph 1: No.", "paragraph 1: Yes.", "paragraph 1: No.",
			"paragraph 1: Yes.", "paragraph 1: No.", "paragraph 1: Yes.", "paragraph 1: " + full1[:59] + " and that was all.",
		},
	},
	"little gaps between, the first of which follows a full line": {
		[]layout.Page{page(1, column(100, 100, 12, 10, full1, full3), column(100, 127, 12, 10, full1, full3), column(100, 154, 12, 10, full1, full3), column(100, 181, 12, 10, full1, full3))},
		[]string{"paragraph 1: " + full1 + full3, "paragraph 1: " + full1 + full3, "paragraph 1: " + full1 + full3, "paragraph 1: " + full1 + full3},
	},
	"of a line each, all indented but a single line that goes on": {
		[]layout.Page{page(1, column(120, 100, 12, 10, full1[:53]), column(100, 112, 12, 10, "tide."), column(120, 124, 12, 10, "They asked for lamps. The Chair had none to give now.", "They asked again."))},
		[]string{"paragraph 1: " + full1[:53] + " tide.", "paragraph 1: They asked for lamps. The Chair had none to give now.", "paragraph 1: They asked again."},
	},
	"two, a gap between": {
		[]layout.Page{page(1, column(100, 100, 12, 10, full1, full2, full3), column(100, 148, 12, 10, full1, full2, full3))},
		[]string{"paragraph 1: " + full1 + full2 + full3, "paragraph 1: " + full1 + full2 + full3},
	},
	"two, the second indented": {
		[]layout.Page{page(1, column(100, 100, 12, 10, full1, full3), column(120, 124, 12, 10, full1[:53]), column(100, 136, 12, 10, full2, full3))},
		[]string{"paragraph 1: " + full1 + full3, "paragraph 1: " + full1[:53] + " " + full2 + full3},
	},
	"two of one line that have no stop, both indented": {
		[]layout.Page{page(1, column(100, 100, 12, 10, full1, full3), column(120, 124, 12, 10, "The House met at three o'clock sharp", "[The Speaker in the Chair]"))},
		[]string{"paragraph 1: " + full1 + full3, "paragraph 1: The House met at three o'clock sharp", "paragraph 1: [The Speaker in the Chair]"},
	},
	"two of one line, the first of which leaves little more than the next word takes": {
		[]layout.Page{page(1, column(100, 100, 12, 10, full1, full3), column(120, 124, 12, 10, "Debate on the lamps of harbours of the far west", "Members interjecting."))},
		[]string{"paragraph 1: " + full1 + full3, "paragraph 1: Debate on the lamps of harbours of the far west", "paragraph 1: Members interjecting."},
	},
	"a list entry of two lines, both indented": {
		[]layout.Page{page(1, column(100, 100, 12, 10, full1, full3), column(120, 124, 12, 10, "Mr. Ada Brook, Deputy Chief Keeper of Lamps at the", "Ministry of Harbours;"))},
		[]string{"paragraph 1: " + full1 + full3, "paragraph 1: Mr. Ada Brook, Deputy Chief Keeper of Lamps at the Ministry of Harbours;"},
	},
	"a label that ends in a stop and a dash at the end of its line": {
		[]layout.Page{page(1, column(100, 100, 12, 10, full1, full3), column(120, 124, 12, 10, "The delegates of the harbour of Kavie Island, Sr. Brook.-"), column(100, 136, 12, 10, full2, full3))},
		[]string{"paragraph 1: " + full1 + full3, "paragraph 1: The delegates of the harbour of Kavie Island, Sr. Brook.- " + full2 + full3},
	},
	"a label in bold below the full title of an item, both indented": {
		[]layout.Page{page(1, column(100, 100, 12, 10, full1, full3), column(120, 124, 12, 10, "1. Opening of the third part of the session of keepers"), []layout.Run{bold(set(120, 136, 10, "The KEEPER –")), set(185, 136, 10, full1[:43])}, column(100, 148, 12, 10, full2, full3))},
		[]string{"paragraph 1: " + full1 + full3, "item 1.1: Opening of the third part of the session of keepers", "paragraph 1: The KEEPER – " + full1[:43] + " " + full2 + full3},
	},
	"a label in bold capitals in a line that is set wide": {
		[]layout.Page{page(1, []layout.Run{bold(set(100, 100, 10, "THE KEEPER:")), set(165, 100, 10, full1[:47])}, column(100, 112, 12, 10, full2, full3))},
		[]string{"paragraph 1: THE KEEPER: " + full1[:47] + full2 + full3},
	},
	"the title of a part behind a full line": {
		[]layout.Page{page(1, column(100, 100, 12, 10, full1, full3, "II. Conclusions and recommendations", "The Syrian Arab Republic thanked them."))},
		[]string{"paragraph 1: " + full1 + full3, "paragraph 1: II. Conclusions and recommendations", "paragraph 1: The Syrian Arab Republic thanked them."},
	},
	"a note of the clerk that fills its line": {
		[]layout.Page{page(1, column(100, 100, 12, 10, full1, full3), column(120, 124, 12, 10, "[The Temporary Speaker, the hon. Ada Brook, in the Chair]", "The Speaker: "+full1[:43]), column(100, 148, 12, 10, full2, full3))},
		[]string{
			"paragraph 1: " + full1 + full3, "paragraph 1: [The Temporary Speaker, the hon. Ada Brook, in the Chair]",
			"paragraph 1: The Speaker: " + full1[:43] + " " + full2 + full3,
		},
	},
	"a label whose dash begins the next line": {
		[]layout.Page{page(1, column(100, 100, 12, 10, full1, full3), column(120, 124, 12, 10, "La señora SECRETARIA de la Comisión Sur (Luz Faro Olmo)."), column(100, 136, 12, 10, "— "+full2[:56], full3))},
		[]string{"paragraph 1: " + full1 + full3, "paragraph 1: La señora SECRETARIA de la Comisión Sur (Luz Faro Olmo). — " + strings.TrimSpace(full2[:56]) + " " + full3},
	},
	"a title of one line above a paragraph, both indented": {
		[]layout.Page{page(1, column(100, 100, 12, 10, full1, full3), column(120, 124, 12, 10, "Second session of the working group on harbour lamps", "The"+full1[3:53]), column(100, 148, 12, 10, full2, full3))},
		[]string{"paragraph 1: " + full1 + full3, "paragraph 1: Second session of the working group on harbour lamps", "paragraph 1: " + full1[:53] + " " + full2 + full3},
	},
	"a sentence cut short at the end of its line": {
		[]layout.Page{page(1, column(100, 100, 12, 10, "They asked who had lit the lamps of the old harbour, but --", full1, full3))},
		[]string{"paragraph 1: They asked who had lit the lamps of the old harbour, but -- " + full1 + full3},
	},
	"two, the first ends early": {
		[]layout.Page{page(1, column(100, 100, 12, 10, full1, full2, "They agreed.", full1, full3))},
		[]string{"paragraph 1: " + full1 + full2 + "They agreed.", "paragraph 1: " + full1 + full3},
	},
	"of a line each, two of which happen to be as long": {
		[]layout.Page{page(1, column(100, 100, 15, 10, "The Chair opened the meeting.", "Peru was heard.", "The Chair thanked the Committee.", "Cuba was heard.", "Mrs. Brook asked for the floor once more before the end of it."))},
		[]string{
			"paragraph 1: The Chair opened the meeting.", "paragraph 1: Peru was heard.", "paragraph 1: The Chair thanked the Committee.",
			"paragraph 1: Cuba was heard.", "paragraph 1: Mrs. Brook asked for the floor once more before the end of it.",
		},
	},
	"of a line each, one of them full": {
		[]layout.Page{page(1, column(100, 100, 12, 10, "The Chair opened the meeting.", "Cuba, as the keeper of the lamp, thanked all who had come.", "Peru was heard."))},
		[]string{"paragraph 1: The Chair opened the meeting.", "paragraph 1: Cuba, as the keeper of the lamp, thanked all who had come.", "paragraph 1: Peru was heard."},
	},
	"a title in capitals as wide as the column": {
		[]layout.Page{page(1, column(100, 100, 12, 10, strings.ToUpper(full1), "Opening", full2, full3))},
		[]string{"heading 1: " + strings.ToUpper(full1), "paragraph 1: Opening", "paragraph 1: " + full2 + full3},
	},
	"the year of a sentence at the head of the next page": {
		[]layout.Page{page(1, column(100, 100, 12, 10, full1, full2, "harvest fails, as it did in the month of June")), page(2, column(100, 100, 12, 10, "2013."), column(120, 112, 12, 10, "They"+full1[3:53]), column(100, 124, 12, 10, full2, full3))},
		[]string{"paragraph 1-2: " + full1 + full2 + "harvest fails, as it did in the month of June 2013.", "paragraph 2: They" + full1[3:53] + " " + full2 + full3},
	},
	"columns": {
		[]layout.Page{page(1, column(50, 100, 12, 8, full1, full2), column(320, 100, 12, 8, full2, full3))},
		[]string{"paragraph 1: " + full1 + full2 + full2 + full3},
	},
	"a column below centred lines that are wider than it": {
		[]layout.Page{page(
			1, column(175, 58, 12, 8, "Ninety-third session of the council, tenth and eleventh meetings"), column(170, 78, 12, 8, "Island leaders speak of ferries while they call for stronger sirens"),
			column(50, 100, 12, 8, full1[:59], "They had come to ask for lamps, and to hear from the Keeper", "Kavie what they cost, and who would pay for them in winters", "that never end."),
			column(320, 100, 12, 8, full2, full3),
		)},
		[]string{
			"paragraph 1: Ninety-third session of the council, tenth and eleventh meetings", "paragraph 1: Island leaders speak of ferries while they call for stronger sirens",
			"paragraph 1: " + full1[:59] + " They had come to ask for lamps, and to hear from the Keeper Kavie what they cost, and who would pay for them in winters that never end.", "paragraph 1: " + full2 + full3,
		},
	},
	"columns close below lines of full width": {
		[]layout.Page{page(1,
			column(50, 100, 12, 8, full1+full2, full1+full3),
			column(50, 124, 12, 8, full1, "Peru said that the lamps of the harbour were out and asked", "Chile for oil, which Bolivia had."),
			column(320, 124, 12, 8, full1, full2, full3))},
		[]string{
			"paragraph 1: " + full1 + full2 + full1 + full3,
			"paragraph 1: " + full1 + "Peru said that the lamps of the harbour were out and asked Chile for oil, which Bolivia had.", "paragraph 1: " + full1 + full2 + full3,
		},
	},
	"columns below a line that runs over both": {
		[]layout.Page{page(
			1, column(50, 88, 12, 8, full1+full1), column(50, 106, 12, 8, full1, full3, "They had come to ask for lamps, and to hear from the Keeper of", "Kavie what they cost."),
			column(320, 106, 12, 8, full2, full3),
		)},
		[]string{
			"paragraph 1: " + strings.TrimSpace(full1+full1),
			"paragraph 1: " + full1 + full3 + " They had come to ask for lamps, and to hear from the Keeper of Kavie what they cost.", "paragraph 1: " + full2 + full3,
		},
	},
	"masthead drawn last": {
		[]layout.Page{page(1, column(100, 200, 12, 10, full1, full2, full3), column(100, 60, 12, 10, "Ministry of Roads"))},
		[]string{"paragraph 1: Ministry of Roads", "paragraph 1: " + full1 + full2 + full3},
	},
	"columns, above the first of which a header is drawn last": {
		[]layout.Page{page(1, column(50, 200, 12, 8, full1, full2), column(320, 200, 12, 8, full2, full3), column(50, 130, 12, 8, "Seen on the web"))},
		[]string{"paragraph 1: Seen on the web", "paragraph 1: " + full1 + full2 + full2 + full3},
	},
	"across pages": {
		[]layout.Page{page(1, column(100, 700, 12, 10, full1, full2)), page(2, column(100, 100, 12, 10, full3, full1, full3))},
		[]string{"paragraph 1-2: " + full1 + full2 + full3 + " " + full1 + full3},
	},
	"across pages in bold": {
		[]layout.Page{
			page(1, column(100, 100, 12, 10, full1, full2, full3), []layout.Run{set(100, 700, 10, "12. "+full1[:26]), bold(set(252, 700, 10, full1[26:55]))}),
			page(2, []layout.Run{bold(set(100, 100, 10, "and to ask for lamps:"))}, column(100, 130, 12, 10, full1, full3)),
		},
		[]string{"paragraph 1: " + full1 + full2 + full3, "item 12.1-2: " + full1[:55] + " and to ask for lamps:", "paragraph 2: " + full1 + full3},
	},
	"not across pages": {
		[]layout.Page{page(1, column(100, 700, 12, 10, full1, full3)), page(2, column(100, 100, 12, 10, full1, full3))},
		[]string{"paragraph 1: " + full1 + full3, "paragraph 2: " + full1 + full3},
	},
	"heading by size": {
		[]layout.Page{page(1, column(100, 100, 12, 14, "Opening"), column(100, 120, 12, 10, full1, full2, full3))},
		[]string{"heading 1: Opening", "paragraph 1: " + full1 + full2 + full3},
	},
	"heading that runs in": {
		[]layout.Page{page(1, []layout.Run{bold(set(100, 100, 10, "OPENING")), set(145, 100, 10, full1[:51])}, column(100, 112, 12, 10, full2, full3))},
		[]string{"heading 1: OPENING", "paragraph 1: " + full1[:51] + " " + full2 + full3},
	},
	"label that runs in, under a title as wide as the column": {
		[]layout.Page{page(1, column(100, 100, 12, 10, strings.ToUpper(full1)), []layout.Run{bold(set(100, 112, 10, "THE CHAIR:")), set(165, 112, 10, full1[:51])}, column(100, 124, 12, 10, full2, full3))},
		[]string{"heading 1: " + strings.TrimSpace(strings.ToUpper(full1)), "heading 1: THE CHAIR:", "paragraph 1: " + full1[:51] + " " + full2 + full3},
	},
	"title in bold that fills its line, a little apart": {
		[]layout.Page{page(1, column(100, 100, 12, 10, full1, full3, full3, full3, full3, full3, full3, full3), []layout.Run{bold(set(100, 198, 10, full2[:59]))},
			[]layout.Run{bold(set(100, 212, 10, "Ms. Ada Brook")), set(170, 212, 10, full1[:46])}, column(100, 224, 12, 10, full2, full3))},
		[]string{"paragraph 1: " + full1 + strings.Repeat(full3+" ", 6) + full3, "heading 1: " + full2[:59], "paragraph 1: Ms. Ada Brook " + full1[:46] + " " + full2 + full3},
	},
	"label that a line breaks in its parentheses": {
		[]layout.Page{page(1, []layout.Run{bold(set(100, 100, 10, "Mr. Brook (Westshire and the whole of the northern isles:"))}, []layout.Run{bold(set(100, 112, 10, "General) :")), set(165, 112, 10, full1[:51])}, column(100, 124, 12, 10, full2, full3))},
		[]string{"paragraph 1: Mr. Brook (Westshire and the whole of the northern isles: General) : " + full1[:51] + " " + full2 + full3},
	},
	"items": {
		[]layout.Page{page(1, column(100, 100, 12, 10, full1, full3), column(100, 136, 12, 10, "12. "+full1[:56], full3, "(a) Roads;", "(b) Rivers."))},
		[]string{
			"paragraph 1: " + full1 + full3, "item 12.1: " + strings.TrimSpace(full1[:56]) + " " + full3,
			"item (a)1: Roads;", "item (b)1: Rivers.",
		},
	},
	"footnote and its mark": {
		[]layout.Page{page(1, column(100, 100, 12, 10, full1, full3),
			[]layout.Run{set(400, 108, 6, "1")}, []layout.Run{set(100, 700, 5, "1"), set(106, 703, 8, "Of the river, see below.")})},
		[]string{"paragraph 1: " + full1 + full3, "footnote 11: Of the river, see below."},
	},
	"leaders": {
		[]layout.Page{page(1, column(100, 100, 14, 10, "Opening ................. 3", "Closing ................. 9"))},
		[]string{"row 1: Opening\t3", "row 1: Closing\t9"},
	},
	"table": {
		[]layout.Page{page(1, []layout.Run{set(100, 100, 10, "Road"), set(250, 100, 10, "Length"), set(100, 114, 10, "North"), set(250, 114, 10, "200 km")})},
		[]string{"row 1: Road\tLength", "row 1: North\t200 km"},
	},
	"Chinese, which sets no spaces": {
		[]layout.Page{page(1, column(100, 100, 12, 10, "主席：我们今天讨论道路和桥梁的问题，请各位代表发言并尽量简短，", "谢谢。", "代表：我国代表团认为道路比桥梁更加重要，也更加便宜，而且更快。"))},
		[]string{"paragraph 1: 主席：我们今天讨论道路和桥梁的问题，请各位代表发言并尽量简短，谢谢。", "paragraph 1: 代表：我国代表团认为道路比桥梁更加重要，也更加便宜，而且更快。"},
	},
	"Chinese that stands off the figures in it": {
		[]layout.Page{page(1, square(100, "于"), []layout.Run{set(112.5, 100, 10, "2021")}, square(135, "年开会。"), column(100, 130, 12, 10, full1, full3))},
		[]string{"paragraph 1: 于2021年开会。", "paragraph 1: " + full1 + full3},
	},
	"Chinese marks that share a square": {
		[]layout.Page{page(1, square(100, "主席（发言）"), square(154.9, "：我们开会。"), column(100, 130, 12, 10, full1, full3))},
		[]string{"paragraph 1: 主席（发言）：我们开会。", "paragraph 1: " + full1 + full3},
	},
	"drawn twice to look bold": {
		[]layout.Page{page(1, []layout.Run{set(100, 100, 10, "Mr. Roads:"), set(100.3, 100, 10, "Mr. Roads:"), set(155, 100, 10, "yes.")})},
		[]string{"paragraph 1: Mr. Roads: yes."},
	},
}

func TestBlocks(t *testing.T) {
	for name, tt := range layouts {
		t.Run(name, func(t *testing.T) {
			blocks := layout.Blocks(tt.pages)
			var want []string
			for _, w := range tt.want {
				want = append(want, strings.TrimSpace(w))
			}
			if diff := cmp.Diff(want, lines(blocks)); diff != "" {
				t.Errorf("blocks (-want +got):\n%s", diff)
			}
		})
	}
}

func TestFurnitureIsDropped(t *testing.T) {
	var pages []layout.Page
	for n := 1; n <= 4; n++ {
		pages = append(pages, page(n,
			[]layout.Run{set(50, 40, 8, "Report of the Roads Commission"), set(450, 40, 8, fmt.Sprintf("Part %c", 'A'+n))},
			[]layout.Run{set(100, 90, 10, fmt.Sprintf("%d.", n*3)), set(130, 90, 10, fmt.Sprintf("The %s road was closed to all carts ", strings.Repeat("very ", n)))}, column(100, 102, 12, 10, fmt.Sprintf("for %s days.", strings.Repeat("x", n))),
			[]layout.Run{set(300, 800, 8, fmt.Sprint(n))}))
	}
	for _, line := range lines(layout.Blocks(pages)) {
		if !strings.HasPrefix(line, "item ") || strings.Contains(line, "Commission") || strings.Contains(line, "Part") {
			t.Errorf("block %q, want the numbered paragraphs alone", line)
		}
	}
	if n := len(layout.Blocks(pages)); n != 4 {
		t.Errorf("%d blocks, want 4", n)
	}
}

// The second page of a paper of two has a head that comes nowhere else.
func TestLoneHeadIsDropped(t *testing.T) {
	for _, head := range []string{"A/HRC/90/15", "Vol. 12 No. 3 Page 2"} {
		pages := []layout.Page{
			page(1, column(100, 100, 12, 10, full1, "the roads of")),
			page(2, []layout.Run{set(50, 40, 9, head), set(420, 40, 9, "Tuesday, 10 June 2008")}, column(100, 90, 12, 10, full3)),
		}
		for _, line := range lines(layout.Blocks(pages)) {
			if strings.Contains(line, head) || strings.Contains(line, "Tuesday") {
				t.Errorf("block %q, want no head of a page", line)
			}
		}
	}
}

func TestHyphens(t *testing.T) {
	printed := []string{"they found co-operation and cooperation ", "the negotiators hoped that a state-dri- ", "ven process, a cross- ", "border one, and the nego- ", "tiators themselves would last."}
	var all []layout.Run
	for range 3 {
		all = append(all, column(100, 100+float64(len(all))*12, 12, 10, printed...)...)
	}
	text := layout.Blocks([]layout.Page{page(1, all)})[0].Text
	for _, want := range []string{"cross-border", "negotiators themselves", "state-driven"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %q", want, text)
		}
	}
}

func TestSuperscripts(t *testing.T) {
	runs := []layout.Run{set(100, 100, 10, "Roads"), set(125, 96, 6, "2"), set(128, 100, 10, ", 20"), set(148, 96, 6, "th"), set(157, 100, 10, "of May, 3 km"), set(217, 96, 6, "2")}
	got := layout.Blocks([]layout.Page{page(1, runs)})[0].Text
	if want := "Roads, 20th of May, 3 km2"; got != want {
		t.Errorf("text %q, want %q", got, want)
	}
}

func TestBoldSpansAndBoxes(t *testing.T) {
	runs := []layout.Run{bold(set(100, 100, 10, "Ms. Ada Rivers")), set(170, 100, 10, ", of the ministry, spoke of the new roads ")}
	runs = append(runs, column(100, 112, 12, 10, "and of the bridges.")...)
	b := layout.Blocks([]layout.Page{page(7, runs)})[0]
	if got := b.Text[:b.LeadingBold()]; got != "Ms. Ada Rivers" {
		t.Errorf("opens in bold with %q", got)
	}
	if len(b.Lines) != 2 || b.Lines[1].Page != 7 || b.Text[b.Lines[1].Start:] != "and of the bridges." {
		t.Fatalf("lines %+v of %q", b.Lines, b.Text)
	}
	if box := b.Lines[1].Box; box == nil || box.X != 100 || box.Y != 104 || box.W != 95 {
		t.Errorf("box %+v", box)
	}
}

func FuzzBlocks(f *testing.F) {
	f.Add([]byte("some bytes to place words by, long enough for a few of them, and some more"))
	words := []string{"roads", "and ", "co-", "12.", "(a) x", "ABC", "א", "1", "........", " ", "ﬁne"}
	f.Fuzz(func(t *testing.T, data []byte) {
		pages := []layout.Page{{Number: 1, Width: 600, Height: 800}, {Number: 2, Width: 600, Height: 800}}
		for ; len(data) >= 6; data = data[6:] {
			v := binary.LittleEndian.Uint16(data)
			r := set(float64(v%600), float64(binary.LittleEndian.Uint16(data[2:])%800), float64(data[4]%30), words[int(data[5])%len(words)])
			r.Bold = v&1 == 1
			switch {
			case data[4] > 250:
				r.DX, r.DY = 0, 1
			case data[4] > 180: // recognised under a page that lay at an angle
				r.Font, r.Hidden = "GlyphLessFont", true
				r.DY, r.DX = math.Sincos(float64(v%100)/1000 - 0.05)
			}
			p := &pages[v>>15]
			p.Runs = append(p.Runs, r)
		}
		for _, b := range layout.Blocks(pages) {
			sound(t, &b)
		}
	})
}

// sound checks what block.Block promises.
func sound(t *testing.T, b *block.Block) {
	t.Helper()
	if b.Text == "" || len(b.Lines) == 0 || b.Lines[0].Start != 0 || !utf8.ValidString(b.Text) {
		t.Fatalf("unsound block %+v", b)
	}
	last := -1
	for _, l := range b.Lines {
		if l.Start <= last || l.Start > len(b.Text) || l.Page < 1 || l.Box != nil && math.IsNaN(l.Box.X+l.Box.Y+l.Box.W+l.Box.H) {
			t.Fatalf("unsound lines of %+v", b)
		}
		last = l.Start
	}
	last = 0
	for _, s := range b.Spans {
		if s.Start < last || s.Start >= s.End || s.End > len(b.Text) {
			t.Fatalf("unsound spans of %+v", b)
		}
		last = s.End
	}
	if strings.Contains(b.Text, "  ") || strings.ContainsAny(b.Text, "\n\r") || strings.TrimSpace(b.Text) != b.Text && b.Kind != block.Row {
		t.Fatalf("unsound white space in %q", b.Text)
	}
}
