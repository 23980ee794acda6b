// Package pdftest writes small PDF files for tests, by hand, so that a test shows
// the content stream that it is about.
package pdftest

import (
	"bytes"
	"fmt"
	"strings"
)

// File is a PDF file in the making.
type File struct {
	objects []string
	pages   []int
	trailer string
}

// New is a file with fonts F1 (Helvetica), F2 (Helvetica-Bold) and F3 (of which
// the test says what it is, or Times-Roman).
func New(f3 string) *File {
	if f3 == "" {
		f3 = "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>"
	}
	f := &File{}
	f.Add("<</Type/Catalog/Pages 2 0 R>>")
	f.Add("") // the page tree, written last
	f.Add("<</Font<</F1 4 0 R/F2 5 0 R/F3 6 0 R>>/XObject<</Im1 7 0 R>>>>")
	f.Add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
	f.Add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>")
	f.Add(f3)
	f.Stream("/Type/XObject/Subtype/Image/Width 1200/Height 1600/BitsPerComponent 1/ColorSpace/DeviceGray", "\x00")
	return f
}

// Add adds an object and returns its number.
func (f *File) Add(body string) int {
	f.objects = append(f.objects, body)
	return len(f.objects)
}

// Stream adds a stream with further entries in its dictionary.
func (f *File) Stream(entries, data string) int {
	return f.Add(fmt.Sprintf("<</Length %d%s>>\nstream\n%s\nendstream", len(data), entries, data))
}

// Page adds a page of A4 with a content stream.
func (f *File) Page(content string) *File { return f.PageWith("", content) }

// PageWith adds a page with further entries in its dictionary.
func (f *File) PageWith(entries, content string) *File {
	c := f.Stream("", content)
	f.pages = append(f.pages, f.Add(fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources 3 0 R/Contents %d 0 R%s>>", c, entries)))
	return f
}

// Trailer adds entries to the trailer.
func (f *File) Trailer(entries string) *File {
	f.trailer += entries
	return f
}

// Bytes writes the file.
func (f *File) Bytes() []byte {
	kids := make([]string, len(f.pages))
	for i, p := range f.pages {
		kids[i] = fmt.Sprintf("%d 0 R", p)
	}
	f.objects[1] = fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(kids), strings.Join(kids, " "))
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	offsets := make([]int, len(f.objects))
	for i, o := range f.objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(f.objects)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", len(f.objects)+1, f.trailer, at)
	return b.Bytes()
}

// Text is a content stream that sets each line at a place: font, size, x, y from
// the bottom of the page, text.
func Text(lines ...Line) string {
	var b strings.Builder
	for _, l := range lines {
		fmt.Fprintf(&b, "BT /%s %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n", l.Font, l.Size, l.X, l.Y, escape.Replace(l.Text))
	}
	return b.String()
}

// Line is a line of text at a place.
type Line struct {
	Font string
	Size float64
	X, Y float64
	Text string
}

// Lines sets lines under one another.
func Lines(font string, size, x, y, leading float64, texts ...string) []Line {
	out := make([]Line, len(texts))
	for i, t := range texts {
		out[i] = Line{font, size, x, y - float64(i)*leading, t}
	}
	return out
}

var escape = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`)
