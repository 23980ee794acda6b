package read_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/indexer/read"
	"briefsearch/indexer/read/pdf/pdftest"
)

// Numbers that recognition misread count on from the ones before; others begin no item.
func TestMisread(t *testing.T) {
	doc := readText(t, `8. Peru asked for oil.

9, Mr, BROOK said that there was none.

1@. Fiji noted that some lamps were dark.

l1. Cuba agreed on all P&Ms, Fiji and Ms, HALE and others.

40, Harbour Road, is where the keepers live.

12. The CHAIRMAN thanked them.

135 Mali had nothing to add.

14. | Chad asked for more.

Il. Recommendations

Open a second lamp {Angola), which {the keepers} want.
`)
	want := []string{
		`item 0 "8." 1: Peru asked for oil.`,
		`item 0 "9." 1: Mr. BROOK said that there was none.`,
		`item 0 "10." 1: Fiji noted that some lamps were dark.`,
		`item 0 "11." 1: Cuba agreed on all P&Ms, Fiji and Ms. HALE and others.`,
		`paragraph 0 "" 1: 40, Harbour Road, is where the keepers live.`,
		`item 0 "12." 1: The CHAIRMAN thanked them.`,
		`item 0 "13." 1: Mali had nothing to add.`,
		`item 0 "14." 1: Chad asked for more.`,
		`paragraph 0 "" 1: II. Recommendations`,
		`paragraph 0 "" 1: Open a second lamp (Angola), which {the keepers} want.`,
	}
	if diff := cmp.Diff(want, show(doc)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A bracket of Chinese text may be read as one of its quotation marks.
func TestMisreadBrackets(t *testing.T) {
	doc := readText(t, "刘先生〈中国)：主席先生，我们感谢〈报告〉。\n")
	if diff := cmp.Diff([]string{`paragraph 0 "" 1: 刘先生（中国)：主席先生，我们感谢〈报告〉。`}, show(doc)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Recognition takes bullets for other signs; what the author wrote in a text stays.
func TestMisreadBullets(t *testing.T) {
	said := []string{"The delegates of three harbours spoke in turn about their lamps.", "+ Malta reported that all its lamps were lit.", "= Tunisia shared the plan of a tower.", "Sra, Brook thanked them."}
	content := pdftest.New("").Page("3 Tr " + pdftest.Text(pdftest.Lines("F1", 12, 80, 700, 30, said...)...)).Bytes()
	doc, err := read.Read(t.Context(), read.File{Name: "scan.pdf", Content: content}, read.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		`paragraph 0 "" 1: ` + said[0], `item 0 "•" 1: Malta reported that all its lamps were lit.`,
		`item 0 "•" 1: Tunisia shared the plan of a tower.`, `paragraph 0 "" 1: Sra. Brook thanked them.`,
	}
	if diff := cmp.Diff(want, show(doc)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{`paragraph 0 "" 1: = Tunisia shared the plan of a tower.`}, show(readText(t, said[2]+"\n"))); diff != "" {
		t.Errorf("a text (-want +got):\n%s", diff)
	}
}
