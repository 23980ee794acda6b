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
	suspects      []suspect
	hidden, shown int // bytes of text
}

// suspect is a page whose text does not look like what it shows.
type suspect struct{ page, good int } // good characters are on it

// fewLetters is how much text a page has at least that was read as it should.
const fewLetters = 20

func (p *positioned) add(page *layout.Page) (size int64) {
	p.pages++
	if page.Pictures > 0 {
		p.pictures = append(p.pictures, page.Number)
	}
	for i := range page.Runs {
		n := len(page.Runs[i].Text)
		if page.Runs[i].Hidden {
			p.hidden += n
		} else {
			p.shown += n
		}
	}
	if chars, bad := lookAt(page); bad*100 > chars || chars < fewLetters && page.Shown >= 2*fewLetters {
		p.suspects = append(p.suspects, suspect{page.Number, chars - bad})
	}
	return p.layout.Add(page)
}

// lookAt counts the characters of a page and those of them that stand for none.
func lookAt(page *layout.Page) (chars, bad int) {
	for i := range page.Runs {
		for _, c := range page.Runs[i].Text {
			if c != ' ' {
				chars++
			}
			if isBad(c) {
				bad++
			}
		}
	}
	return chars, bad
}

// isBad says whether a character is none that a reader could name: what a font
// means by those for private use, it alone knows.
func isBad(c rune) bool {
	return c == utf8.RuneError || c < ' ' && c != '\t' || c >= 0x7f && c < 0xa0 || unicode.Is(unicode.Co, c)
}

func (p *positioned) document() *Document {
	doc := &Document{Pages: p.pages, OCR: p.hidden > p.shown, Symbol: p.layout.Symbol(), Blocks: p.layout.Blocks()}
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
	engine   Engine
	doc      *Document
	damaged  bool // something could not be read
	suspects []suspect
	known    map[int]layout.Page // pages that were read by something else than the engine
	text     textLook

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
		case isBad(c):
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

// doubtful says whether another engine may read the whole file better.
func (r *reading) doubtful() bool {
	return r.damaged || r.text.letters < fewLetters || r.text.rubbish()
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
