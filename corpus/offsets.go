package corpus

import "unicode/utf8"

// Offsets converts between byte offsets, in which the indexer works, and code
// points, in which corpus and the API count. It is made for one text and takes
// about 1/16 of the text's size.
type Offsets struct {
	text  string
	marks []int // code points before byte i*stride
	ascii bool
}

const offsetStride = 128

// NewOffsets prepares the conversion for a text.
func NewOffsets(text string) *Offsets {
	o := &Offsets{text: text, ascii: isASCII(text)}
	if o.ascii {
		return o
	}
	n := 0
	for i := 0; i < len(text); i++ {
		if i%offsetStride == 0 {
			o.marks = append(o.marks, n)
		}
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	o.marks = append(o.marks, n)
	return o
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// CodePoints is the number of code points that begin before byte b of the text.
func (o *Offsets) CodePoints(b int) int {
	b = max(0, min(b, len(o.text)))
	if o.ascii {
		return b
	}
	from := b / offsetStride
	n := o.marks[from]
	for i := from * offsetStride; i < b; i++ {
		if utf8.RuneStart(o.text[i]) {
			n++
		}
	}
	return n
}
