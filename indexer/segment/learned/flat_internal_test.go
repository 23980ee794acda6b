package learned

import (
	"testing"

	"briefsearch/indexer/read"
)

// A note in parentheses on the last printed line stands behind a whole sentence; in the
// middle of one it is said, as an abbreviation is. What the clerk notes may break one off.
func TestGaps(t *testing.T) {
	for _, c := range []struct {
		above, line string
		cut         bool
	}{
		{"We thank the Lamp Committee of the Northern Harbours", "(LCNH).", false},
		{"We thank the Lamp Committee.", "(Laughter.)", true},
		{"So, Mr. Speaker, I", "rose", true},
	} {
		above := c.above + " "
		b := &read.Block{Text: above + c.line, Lines: []read.Line{{Start: 0}, {Start: len(above)}}}
		if got := len(Gaps(b, 0, len(b.Text), false, false)) > 0; got != c.cut {
			t.Errorf("%q behind %q is cut: %v", c.line, c.above, got)
		}
	}
}

// In a text that has lost its paragraphs, what the record itself says before the next label is
// told by its form alone.
func TestGapsOfFlatText(t *testing.T) {
	const said = "Do I have a seconder? "
	for own, cut := range map[string]bool{
		"Seconded by Sen. The Hon. Ada Brook. ":   true,
		"TRIBUTE (ADA BROOK, THE KEEPER OF OIL) ": true,
		"2. Ms Ada Brook ":                        true,
		"[Desk thumping] ":                        false,
		"We have two. ":                           false,
	} {
		b := &read.Block{Text: said + own, Lines: []read.Line{{Start: 0}}}
		got := Gaps(b, 0, len(b.Text), true, false)
		if cut && (len(got) == 0 || got[0] != len(said)) || !cut && len(got) > 0 {
			t.Errorf("%q is cut at %v", own, got)
		}
	}
}
