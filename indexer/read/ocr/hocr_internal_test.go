package ocr

import (
	"image"
	"image/color"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/indexer/read/layout"
)

const page = `<?xml version="1.0"?><html><head><meta name='ocr-system' content='x'/></head><body>
<div class='ocr_page' title='image "stdin"; bbox 0 0 2480 3508; ppageno 0'><div class='ocr_carea'><p class='ocr_par' lang='eng'>
<span class='ocr_line' title="bbox 100 200 500 250; baseline 0.02 -10; x_size 50; x_descenders 10">
<span class='ocrx_word' title='bbox 100 200 300 250; x_wconf 90'><strong>Roads</strong></span>
<span class='ocrx_word' title='bbox 320 200 500 250; x_wconf 96'>&amp;&eacute;</span></span>
<span class='ocr_line' title="bbox 100 300 500 350; baseline 0 -10; x_size 52">
<span class='ocrx_word' title='bbox 100 300 300 350; x_wconf 12'>~</span>
<span class='ocrx_word' title='bbox 320 300 500 350; x_wconf 91'> bridges </span></span>
<span class='ocr_line' title="bbox 100 400 500 500; x_size 100">
<span class='ocrx_word' title='bbox 100 400 300 500; x_wconf 90'>Big</span></span></p></div></div></body></html>`

func TestParse(t *testing.T) {
	w, err := parse(strings.NewReader(page), 0.5)
	if err != nil {
		t.Fatal(err)
	}
	run := func(text string, size, x, y, width float64) layout.Run {
		return layout.Run{Text: text, Font: "recognised", Size: size, X: x, Y: y, W: width, DX: 1, Hidden: true}
	}
	want := []layout.Run{
		run("Roads ", 26, 50, 122, 100), run("&é ", 26, 160, 122, 90),
		run("bridges ", 26, 160, 170, 90), run("Big ", 50, 50, 250, 100),
	}
	if diff := cmp.Diff(want, w.runs); diff != "" {
		t.Errorf("runs (-want +got):\n%s", diff)
	}
	if len(w.boxes) != len(w.runs) || w.boxes[0] != image.Rect(100, 200, 300, 250) {
		t.Errorf("boxes %v", w.boxes)
	}
	if w.confidence < 90 || w.confidence > 96 {
		t.Errorf("confidence %v", w.confidence)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(page)
	f.Fuzz(func(t *testing.T, s string) {
		w, err := parse(strings.NewReader(s), 0.24)
		if err == nil && len(w.runs) != len(w.boxes) {
			t.Error("a run without its box")
		}
		img := image.NewGray(image.Rect(0, 0, 50, 50))
		markBold(img, w.runs, w.boxes) // must not look beyond the picture
	})
}

// TestBold draws words as upright strokes, thin ones and, in the second line, four
// words with thick ones.
func TestBold(t *testing.T) {
	img := image.NewGray(image.Rect(0, 0, 1000, 300))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	var runs []layout.Run
	var boxes []image.Rectangle
	for line := range 3 {
		for word := range 8 {
			thick := 4
			if line == 1 && word < 4 {
				thick = 7
			}
			box := image.Rect(10+word*120, 20+line*80, 110+word*120, 60+line*80)
			for x := box.Min.X; x+thick < box.Max.X; x += 20 {
				for dx := range thick {
					for y := box.Min.Y; y < box.Max.Y; y++ {
						img.SetGray(x+dx, y, color.Gray{})
					}
				}
			}
			text := "strokes"
			if word == 2 {
				text = "," // too short to judge: it goes with the words around it
			}
			runs = append(runs, layout.Run{Text: text, Size: 10, Y: float64(line)})
			boxes = append(boxes, box)
		}
	}
	markBold(img, runs, boxes)
	for i := range runs {
		if want := i >= 8 && i < 12; runs[i].Bold != want {
			t.Errorf("word %d of line %d: bold %v, want %v", i%8, i/8, runs[i].Bold, want)
		}
	}
}
