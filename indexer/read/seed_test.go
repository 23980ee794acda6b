package read_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
)

func TestSeedForms(t *testing.T) {
	text, err := readFile(t, shared(t, "reports/seed/*.txt")[0])
	if err != nil {
		t.Fatal(err)
	}
	want := words(text, "")
	for _, file := range append(shared(t, "reports/seed/*.pdf"), shared(t, "reports/seed/*.docx")...) {
		if strings.Contains(file, "scan") {
			continue
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			doc, err := readFile(t, file)
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
			sameTurns(t, doc)
		})
	}
}

// sameTurns checks that the seven turns of the report open with their speaker's
// name in bold.
func sameTurns(t *testing.T, doc *read.Document) {
	t.Helper()
	var got []string
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if n := b.LeadingBold(); b.Kind == read.Paragraph && n > 0 {
			got = append(got, strings.TrimRight(b.Text[:n], ","))
		}
	}
	want := []string{
		"Mr. Robert Paiva", "Mr. Luis Monzon", "Mr. Vincent Williams", "Ms. Monique Ramgoolie",
		"Mr. Andre Siregar", "Mr. Juan Alfredo Buffa", "Mr. Jose Miguel Guzman",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("names in bold (-want +got):\n%s", diff)
	}
}

func TestScanNeedsRecognition(t *testing.T) {
	for _, file := range append(shared(t, "reports/seed/*scan*.pdf"), shared(t, "reports/statements/rw_en.pdf")...) {
		_, err := readFile(t, file)
		if corpus.CodeOf(err) != corpus.NeedsOCR || corpus.HintOf(err) == "" {
			t.Errorf("%s: %v, want needs_ocr with a hint", filepath.Base(file), err)
		}
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
