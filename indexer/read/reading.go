package read

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/indexer/read/layout"
)

// positioned makes a document of pages of runs, whatever they come from.
type positioned struct {
	layout        layout.Composer
	pictures      []int // pages with pictures
	pages         int
	lost          int // pages that show text of which hardly anything came out
	hidden, shown int // bytes of text
}

// fewLetters is how much text a page has at least that was read as it should.
const fewLetters = 20

func (p *positioned) add(page *layout.Page) (size int64) {
	p.pages++
	if page.Pictures > 0 {
		p.pictures = append(p.pictures, page.Number)
	}
	chars := 0
	for i := range page.Runs {
		n := len(page.Runs[i].Text)
		chars += n
		if page.Runs[i].Hidden {
			p.hidden += n
		} else {
			p.shown += n
		}
	}
	if chars < fewLetters && page.Shown >= 2*fewLetters {
		p.lost++
	}
	return p.layout.Add(page)
}

func (p *positioned) document() *Document {
	doc := &Document{Pages: p.pages, OCR: p.hidden > p.shown, Blocks: p.layout.Blocks()}
	lettered := map[int]bool{}
	for i := range doc.Blocks {
		for _, l := range doc.Blocks[i].Lines {
			lettered[l.Page] = true
		}
	}
	for _, n := range p.pictures {
		if !lettered[n] {
			doc.Scanned = append(doc.Scanned, n)
		}
	}
	return doc
}

// reading is what one engine made of a file, and how sound it looks.
type reading struct {
	engine  Engine
	doc     *Document
	damaged bool // something could not be read
	lost    int  // pages
	text    textLook

	recognised bool // as far as there is something to recognise
}

// textLook counts what tells text from rubbish.
type textLook struct {
	chars   int // that are no blanks
	letters int // and digits
	bad     int // characters that stand for none
	words   int // of scripts that part words by spaces
	single  int // of them, those of one letter
	inLong  int // letters in words that are longer than any
}

// longWord is longer than any word but chemistry's, and shorter than a line
// without its spaces.
const longWord = 45

func (r *reading) measure() {
	for i := range r.doc.Blocks {
		for word := range strings.FieldsSeq(r.doc.Blocks[i].Text) {
			r.text.word(word)
		}
	}
}

func (t *textLook) word(word string) {
	n, letters, spaced := utf8.RuneCountInString(word), 0, false
	for _, c := range word {
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			letters++
			spaced = spaced || unicode.In(c, unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Arabic, unicode.Hebrew)
		case c == utf8.RuneError, unicode.Is(unicode.Co, c), unicode.IsControl(c):
			t.bad++
		}
	}
	t.chars += n
	t.letters += letters
	if !spaced {
		return
	}
	t.words++
	switch {
	case n == 1:
		t.single++
	case letters > longWord && !strings.ContainsAny(word, "/@."):
		t.inLong += letters
	}
}

// rubbish says whether the text looks as if the letters or spaces were not those
// of the page.
func (t *textLook) rubbish() bool {
	return t.bad*100 > t.chars || t.words >= 5 && t.single*100 > 35*t.words || t.inLong*5 > t.letters
}

// doubtful says whether another engine may read the file better.
func (r *reading) doubtful() bool {
	return r.damaged || r.lost > 0 || r.text.letters < fewLetters || r.text.rubbish()
}

// betterThan says whether r says more of the file than o, which was read first.
func (r *reading) betterThan(o *reading) bool {
	if o.text.rubbish() != r.text.rubbish() {
		return o.text.rubbish() && r.text.letters*2 > o.text.letters
	}
	return r.text.letters-10*r.text.bad > (o.text.letters-10*o.text.bad)*102/100
}

// unreadable says why there is nothing to read in the document, if so.
func (r *reading) unreadable(f File) error {
	letters := r.text.letters
	switch n := len(r.doc.Scanned); {
	case letters > 0 && (n == 0 || letters >= fewLetters*n):
		return nil
	case n > 0 && r.recognised:
		return fault(corpus.NeedsOCR, f, "If they show text, add a copy that has a text layer.",
			fmt.Errorf("%s in which no text was recognised", pictures(n, r.doc.Pages)))
	case n > 0:
		return fault(corpus.NeedsOCR, f, "Install Tesseract with the report's languages, or add a copy that has a text layer.",
			fmt.Errorf("%s without text", pictures(n, r.doc.Pages)))
	case letters > 0:
		return nil
	case r.damaged:
		return corrupt(f, errors.New("its pages cannot be read"))
	}
	return fault(corpus.Empty, f, "Open it and see whether it shows any text.", errors.New("its pages hold no text"))
}

func pictures(n, of int) string {
	switch {
	case of == 1:
		return "the page is a picture"
	case n == of:
		return fmt.Sprintf("all %d pages are pictures", n)
	}
	return fmt.Sprintf("%d of %d pages are pictures", n, of)
}
