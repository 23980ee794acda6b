package read_test

import (
	"context"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
)

// lamps is a document in the format of Word 97, as a word processor saved it.
const lamps = "testdata/lamps.doc"

func TestDOC(t *testing.T) {
	content, err := os.ReadFile(lamps)
	if err != nil {
		t.Fatal(err)
	}
	doc := readText(t, string(content))
	sound(t, doc)
	want := []string{
		`heading 1 "" 1: [Harbour Dialogue: Workshop Report]`,
		`paragraph 0 "" 1: Valparaíso, 3 May 2004`,
		`heading 2 "" 1: [Session I: Lamps]`,
		`paragraph 0 "" 1: [Ms. Ada Brook], Head of Lights of the Harbour Board, said that the lamps were lit. See the board’s pages.`,
		`paragraph 0 "" 1: The participants`,
		`item 0 "1." 1: asked for oil;`,
		`item 0 "2." 1: noted the café’s wicks.`,
		"row 0 \"\" 1: [Quay]\tLamps",
		"row 0 \"\" 1: North\t12",
		"row 0 \"\" 1: South\tnone",
		`paragraph 0 "" 1: [Mr. Luis Vega (Chile)] asked who pays.`,
		`footnote 0 "1" 1: Of the north quay only.`,
	}
	if diff := cmp.Diff(want, show(doc)); diff != "" {
		t.Error(diff)
	}
	if doc.Reader != "doc" {
		t.Errorf("read by %s", doc.Reader)
	}
}

// TestDOCDamaged reads what is left of a document: it may be an error, and never a panic.
func TestDOCDamaged(t *testing.T) {
	content, err := os.ReadFile(lamps)
	if err != nil {
		t.Fatal(err)
	}
	for cut := 512; cut < len(content); cut += 997 {
		damaged := append([]byte(nil), content...)
		for i := cut; i < min(cut+64, len(damaged)); i++ {
			damaged[i] = 0xff
		}
		for _, data := range [][]byte{content[:cut], damaged} {
			doc, err := read.DOC().Read(context.Background(), read.File{Name: "x.doc", Content: data}, read.Limits{Text: 1 << 20})
			if err == nil {
				sound(t, doc)
			} else if corpus.CodeOf(err) == corpus.Internal {
				t.Fatal(err)
			}
		}
	}
}
