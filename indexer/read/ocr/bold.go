package ocr

import (
	"image"
	"math"
	"slices"
	"unicode"

	"briefsearch/indexer/read/layout"
)

// Tesseract does not tell bold type, which marks headings and the names of
// speakers. The strokes of the letters tell it: those of bold type are wider, for
// their size, than those of most words of the page.
const (
	boldStroke = 1.22 // times the usual stroke
	inkBelow   = 140  // of 255: darker pixels are ink
)

// markBold looks at the words of a page in its picture. Boxes are where the words
// are, in pixels.
func markBold(img *image.Gray, runs []layout.Run, boxes []image.Rectangle) {
	strokes := make([]float64, len(runs))
	var all []float64
	for i := range runs {
		if letters(runs[i].Text) < 2 {
			continue
		}
		strokes[i] = stroke(img, boxes[i]) / runs[i].Size
		if strokes[i] > 0 {
			all = append(all, strokes[i])
		}
	}
	if len(all) < 10 {
		return // too few to say what is usual
	}
	slices.Sort(all)
	usual := all[len(all)*2/5]
	for i := range runs {
		runs[i].Bold = strokes[i] > boldStroke*usual
	}
	smooth(runs, strokes)
}

// smooth gives words too short to judge the look of the words around them, and
// takes single words within a line for what their neighbours are.
func smooth(runs []layout.Run, strokes []float64) {
	like := func(i, j int) bool {
		return j >= 0 && j < len(runs) && runs[j].Y == runs[i].Y
	}
	for i := range runs {
		before, after := like(i, i-1) && runs[i-1].Bold, like(i, i+1) && runs[i+1].Bold
		switch {
		case strokes[i] == 0:
			runs[i].Bold = before && (after || !like(i, i+1)) || after && !like(i, i-1)
		case like(i, i-1) && like(i, i+1) && before == after:
			runs[i].Bold = before
		}
	}
}

func letters(s string) int {
	n := 0
	for _, c := range s {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			n++
		}
	}
	return n
}

// stroke is how wide the strokes within a box are, in pixels: twice the ink by the
// length of its edge.
func stroke(img *image.Gray, box image.Rectangle) float64 {
	box = box.Intersect(img.Bounds().Inset(1))
	ink, edge := 0, 0
	for y := box.Min.Y; y < box.Max.Y; y++ {
		row := img.PixOffset(0, y)
		for x := box.Min.X; x < box.Max.X; x++ {
			p := row + x
			if img.Pix[p] >= inkBelow {
				continue
			}
			ink++
			if img.Pix[p-1] >= inkBelow || img.Pix[p+1] >= inkBelow || img.Pix[p-img.Stride] >= inkBelow || img.Pix[p+img.Stride] >= inkBelow {
				edge++
			}
		}
	}
	if edge == 0 {
		return 0
	}
	return 2 * float64(ink) / math.Max(float64(edge), 1)
}
