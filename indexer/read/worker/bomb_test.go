//go:build !race

package worker_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"testing"

	"briefsearch/indexer/read"
	"briefsearch/indexer/read/pdf/pdftest"
)

// TestBombs reads a page that unpacks to 1 GB, of blanks and of text, which every
// reader meets in another place.
func TestBombs(t *testing.T) {
	if testing.Short() {
		t.Skip("packing takes some seconds")
	}
	p := realPool(t)
	for name, part := range map[string]string{
		"blanks": " ",
		"text":   "BT /F1 10 Tf 50 700 Td (boom) Tj ET\n",
	} {
		var packed bytes.Buffer
		w := zlib.NewWriter(&packed)
		chunk := []byte(strings.Repeat(part, 1<<20/len(part)))
		for range 1 << 10 {
			if _, err := w.Write(chunk); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		f := pdftest.New("")
		stream := f.Stream("/Filter/FlateDecode", packed.String())
		f.PageWith(fmt.Sprintf("/Contents %d 0 R", stream), "")
		_, reader, code := readOdd(t, p, read.File{Name: name, Content: f.Bytes()})
		t.Logf("%s: status %q %s, %d MB at most", name, code, reader, p.PeakMemory()>>20)
	}
	if p.PeakMemory() > maxBomb {
		t.Errorf("a child held %d MB", p.PeakMemory()>>20)
	}
	if text, _, _ := readOdd(t, p, read.File{Name: "after.txt", Content: []byte("Still here.")}); text != "Still here." {
		t.Errorf("after the bombs: %q", text)
	}
}
