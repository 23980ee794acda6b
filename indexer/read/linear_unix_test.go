//go:build unix && !race

package read_test

import (
	"strings"
	"testing"
	"time"

	"briefsearch/indexer/read"
)

// TestCostIsLinear reads a long file, and the short one that it repeats as often as that is
// shorter: in processor time the long one may not cost more but by noise. What is quadratic
// costs sixteen times as much.
func TestCostIsLinear(t *testing.T) {
	const growth, size = 16, 4000
	for _, tc := range []struct{ name, head, unit, tail string }{
		{"paragraphs.txt", "", "Ms. Brook (Lamport): I thank the Chair for the lamps along the quay.\n\n", ""},
		{"lines.txt", "", "the lamps along the quay are lit again, and every one of them has been replaced\n", ""},
		{"columns.txt", "", "The lamps along the quay are lit.        The ferry sails on Monday again.\n", ""},
		{"heads.txt", "", "A/LAMP/59/15\nThe lamps are lit.\n", ""},
		{"counted.txt", "", "1. The Chair said that the lamps were lit. 2. Ms. Brook thanked her. ", ""},
		{"headings.md", "", "# The lamps\n\n**Ms. Brook**: I thank the *Chair*.\n\n- oil\n- rope\n\n", ""},
		{"page.html", "<html><body>", "<div><p><b>Ms. Brook:</b> I thank the Chair.</p><ul><li>oil</ul>", "</body></html>"},
		{"debate.xml", "<debates>", `<speech speaker="Ada Brook"><p>I thank the Chair.</p></speech>`, "</debates>"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			n := size / len(tc.unit)
			short := read.File{Name: tc.name, Content: []byte(tc.head + strings.Repeat(tc.unit, n) + tc.tail)}
			long := read.File{Name: tc.name, Content: []byte(tc.head + strings.Repeat(tc.unit, growth*n) + tc.tail)}
			checkLinear(t, short, long, growth)
		})
	}
}

// checkLinear compares what reading a short file costs several times with what a long one costs once.
func checkLinear(t *testing.T, short, long read.File, growth int) {
	t.Helper()
	const tries, slack, noise = 3, 2.5, 3 * time.Millisecond
	costOf := func(f read.File, times int) time.Duration {
		start := processorTime(t)
		for range times {
			if _, err := read.Read(t.Context(), f, read.Limits{}); err != nil {
				t.Fatal(err)
			}
		}
		return processorTime(t) - start
	}
	costOf(long, 1) // whatever is made once
	var once, often time.Duration
	for range tries {
		often, once = costOf(short, growth), costOf(long, 1)
		if float64(once) <= slack*float64(often)+float64(noise) {
			return
		}
	}
	t.Errorf("%d times the text takes %v, as often the short one %v", growth, once, often)
}
