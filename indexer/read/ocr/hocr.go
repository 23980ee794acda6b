package ocr

import (
	"errors"
	"image"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"briefsearch/indexer/read/block"
	"briefsearch/indexer/read/layout"
)

// unsure is the confidence, of 100, below which a word is more likely a speck.
const unsure = 20

// words is what Tesseract read on a page.
type words struct {
	runs       []layout.Run
	boxes      []image.Rectangle // of the runs, in pixels
	confidence float64           // mean over the letters, of 100
}

// parse reads what Tesseract writes, hOCR: a page in HTML whose title attributes
// hold places in pixels.
func parse(in io.Reader, pointsPerPixel float64) (words, error) {
	p := &parser{scale: pointsPerPixel}
	z := html.NewTokenizer(in)
	for {
		kind := z.Next()
		if kind != html.ErrorToken {
			p.token(kind, z)
			continue
		}
		if err := z.Err(); !errors.Is(err, io.EOF) {
			return words{}, err
		}
		layout.SettleSizes(p.out.runs)
		if p.letters > 0 {
			p.out.confidence = p.sum / p.letters
		}
		return p.out, nil
	}
}

func (p *parser) token(kind html.TokenType, z *html.Tokenizer) {
	switch kind {
	case html.StartTagToken:
		t := z.Token()
		p.start(attribute(t, "class"), attribute(t, "title"))
	case html.TextToken:
		if p.inWord {
			p.word.Text += string(z.Text())
		}
	case html.EndTagToken:
		p.depth--
		if p.inWord && p.depth < p.wordDepth {
			p.endWord()
		}
	case html.ErrorToken, html.SelfClosingTagToken, html.CommentToken, html.DoctypeToken:
	}
}

type parser struct {
	scale float64
	out   words

	depth, wordDepth int
	line             line
	inWord           bool
	word             layout.Run
	box              image.Rectangle
	sure             float64 // of the word
	sum, letters     float64 // of confidences, by letters
}

// line is what the words of a printed line share.
type line struct{ baseline, size float64 }

func (p *parser) start(class, title string) {
	p.depth++
	switch class {
	case "ocr_line", "ocr_header", "ocr_textfloat", "ocr_caption":
		p.line = p.lineOf(properties(title))
	case "ocrx_word":
		props := properties(title)
		b := props["bbox"]
		if len(b) != 4 {
			return
		}
		p.inWord, p.wordDepth = true, p.depth
		p.box = image.Rect(int(b[0]), int(b[1]), int(b[2]), int(b[3]))
		p.sure = 0
		if c := props["x_wconf"]; len(c) == 1 {
			p.sure = c[0]
		}
		p.word = layout.Run{
			Font: "recognised", Size: p.line.size, X: b[0] * p.scale, Y: p.line.baseline, W: (b[2] - b[0]) * p.scale, DX: 1, Hidden: true,
		}
	}
}

// lineOf places a line. Its baseline may slope a little; all its words are put
// where it is in the middle.
func (p *parser) lineOf(props map[string][]float64) line {
	b := props["bbox"]
	if len(b) != 4 {
		return line{}
	}
	y := b[3]
	if base := props["baseline"]; len(base) == 2 {
		y += base[1] + base[0]*(b[2]-b[0])/2
	}
	size := b[3] - b[1]
	if s := props["x_size"]; len(s) == 1 && s[0] > 0 {
		size = s[0]
	}
	return line{baseline: y * p.scale, size: size * p.scale}
}

func (p *parser) endWord() {
	p.inWord = false
	p.word.Text = strings.TrimSpace(p.word.Text)
	if p.word.Text == "" || p.sure < unsure || p.word.Size <= 0 {
		return
	}
	n := float64(len(p.word.Text))
	if strings.ContainsFunc(p.word.Text, unicode.IsLetter) && !strings.ContainsFunc(p.word.Text, block.InSquare) {
		p.word.Text += " " // the boxes of small words touch those of their neighbours
	}
	p.sum += p.sure * n
	p.letters += n
	p.out.runs, p.out.boxes = append(p.out.runs, p.word), append(p.out.boxes, p.box)
}

// properties reads a title such as "bbox 10 20 30 40; x_wconf 95".
func properties(title string) map[string][]float64 {
	out := map[string][]float64{}
	for part := range strings.SplitSeq(title, ";") {
		fields := strings.Fields(part)
		if len(fields) < 2 {
			continue
		}
		var numbers []float64
		for _, f := range fields[1:] {
			n, err := strconv.ParseFloat(f, 64)
			if err != nil || math.IsNaN(n) || math.Abs(n) > 1e6 {
				numbers = nil
				break
			}
			numbers = append(numbers, n)
		}
		out[fields[0]] = numbers
	}
	return out
}

func attribute(t html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
