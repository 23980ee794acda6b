package ocr

import (
	"context"
	"image"
	"regexp"
	"strconv"
)

// rotate is what Tesseract says of a page: by how many degrees, clockwise, it must be turned to
// stand upright, and how sure that is. Below sureTurn it is a guess.
var rotate = regexp.MustCompile(`Rotate: (\d+)\s+Orientation confidence: (\d+)`)

const sureTurn = 5

// quartersOf is by how many quarter turns, clockwise, a page must be turned to stand upright: none
// where Tesseract cannot tell.
func quartersOf(ctx context.Context, img *image.Gray, dpi float64) int {
	out, err := tesseract(ctx, img, dpi, "--psm", "0")
	if err != nil {
		return 0 // it has too few letters, or the model for it is not installed
	}
	m := rotate.FindSubmatch(out.Bytes())
	if m == nil {
		return 0
	}
	degrees, _ := strconv.Atoi(string(m[1])) // digits, few of them
	confidence, _ := strconv.Atoi(string(m[2]))
	if confidence < sureTurn {
		return 0
	}
	return degrees / 90 % 4
}

// turned is a picture turned clockwise by so many quarters.
func turned(img *image.Gray, quarters int) *image.Gray {
	for range quarters {
		b := img.Bounds()
		out := image.NewGray(image.Rect(0, 0, b.Dy(), b.Dx()))
		for y := range b.Dy() {
			from := img.Pix[img.PixOffset(b.Min.X, b.Min.Y+y):]
			for x := range b.Dx() {
				out.Pix[x*out.Stride+b.Dy()-1-y] = from[x]
			}
		}
		img = out
	}
	return img
}

// onSide says whether most words are higher than they are wide, as those are that run up or down
// a page.
func (w *words) onSide() bool {
	high, all := 0, 0
	for i, b := range w.boxes {
		if len(w.runs[i].Text) > 3 {
			all++
			if b.Dy() > b.Dx() {
				high++
			}
		}
	}
	return high*2 > all
}
