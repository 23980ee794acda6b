// Package pdftest writes small PDF files for tests, by hand, so that a test shows
// the content stream that it is about.
package pdftest

import (
	"bytes"
	"crypto/md5" //nolint:gosec // what the format prescribes
	"crypto/rc4" //nolint:gosec // likewise
	"fmt"
	"strings"
)

// File is a PDF file in the making.
type File struct {
	objects []string
	pages   []int
	trailer string
	key     []byte // by which streams are locked
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
	if f.key != nil {
		data = f.lock(len(f.objects)+1, data)
	}
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

// Lock encrypts, in the oldest way of the format, the streams that are added from
// now on, so that the file asks for the password.
func (f *File) Lock(password string) *File {
	const padding = "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A"
	const id = "0123456789abcdef"
	padded := (password + padding)[:32]
	ownerKey := md5.Sum([]byte(("owner" + padding)[:32])) //nolint:gosec // likewise
	owner := crypt(ownerKey[:5], padded)
	key := md5.Sum([]byte(padded + owner + "\xfc\xff\xff\xff" + id)) //nolint:gosec // likewise
	f.key = key[:5]
	return f.Trailer(fmt.Sprintf("/ID[<%x><%x>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%x>/U<%x>>>", id, id, owner, crypt(f.key, padding)))
}

func (f *File) lock(object int, data string) string {
	key := md5.Sum(append(bytes.Clone(f.key), byte(object), byte(object>>8), byte(object>>16), 0, 0)) //nolint:gosec // likewise
	return crypt(key[:10], data)
}

func crypt(key []byte, data string) string {
	c, err := rc4.NewCipher(key) //nolint:gosec // likewise
	if err != nil {
		panic(err) // the keys above are neither too short nor too long
	}
	out := make([]byte, len(data))
	c.XORKeyStream(out, []byte(data))
	return string(out)
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
