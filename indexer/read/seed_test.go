package read_test

import (
	"path/filepath"
	"strings"
	"testing"

	"briefsearch/corpus"
)

func TestSeedForms(t *testing.T) {
	text, err := readFile(t, shared(t, "reports/seed/*.txt")[0])
	if err != nil {
		t.Fatal(err)
	}
	want := words(text, "")
	for _, file := range append(shared(t, "reports/seed/*.pdf"), shared(t, "reports/seed/*.docx")...) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			doc, err := readFile(t, file)
			if strings.Contains(file, "scan") {
				if corpus.CodeOf(err) != corpus.NeedsOCR {
					t.Fatalf("scan: %v, want needs_ocr", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			got := words(doc, "ANNEX") // the typesettings have one, the text has not
			f1 := orderedF1(want, got)
			t.Logf("ordered word F1 %.4f", f1)
			if f1 < 0.995 {
				t.Errorf("ordered word F1 %.4f, want at least 0.995", f1)
				differ(t, want, got)
			}
		})
	}
}

// differ logs the words that only one of the two lists has.
func differ(t *testing.T, want, got []string) {
	t.Helper()
	count := map[string]int{}
	for _, w := range want {
		count[w]++
	}
	for _, w := range got {
		count[w]--
	}
	for w, n := range count {
		if n != 0 {
			t.Logf("%+d %q", -n, w)
		}
	}
}
