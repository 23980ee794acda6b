package read_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Lines that are broken by hand are paragraphs, unless sentences go on over the breaks.
func TestLinesBrokenByHand(t *testing.T) {
	for name, tt := range map[string]struct {
		page string
		want []string
	}{
		"labels": {
			`<p><b>The Chair:</b> Order.<br><b>Ms. Ada Brook:</b> I thank you.<br><br>50. Peru asked.<br/>Cuba answered.</p>`,
			[]string{`paragraph 0 "" 1: [The Chair:] Order.`, `paragraph 0 "" 1: [Ms. Ada Brook:] I thank you.`, `item 0 "50." 1: Peru asked.`, `paragraph 0 "" 1: Cuba answered.`},
		},
		"an item": {
			`<p>50. Peru asked.<br>Cuba answered.</p>`,
			[]string{`item 0 "50." 1: Peru asked.`, `paragraph 0 "" 1: Cuba answered.`},
		},
		"wrapped": {
			`<p>The Chair opened the meeting<br>and thanked all who had come<br>to the old hall.<br>Peru agreed.</p>`,
			[]string{`paragraph 0 "" 1: The Chair opened the meeting and thanked all who had come to the old hall. Peru agreed.`},
		},
		"titles and tables": {
			`<h2>Of lamps<br>And oil</h2><table><tr><td>Ada<br>Brook</td><td>Peru</td></tr></table><ul><li>Ropes<br>Sails</ul>`,
			[]string{`heading 2 "" 1: Of lamps And oil`, "row 0 \"\" 1: Ada Brook\tPeru", `item 0 "•" 1: Ropes Sails`},
		},
	} {
		t.Run(name, func(t *testing.T) {
			doc := readText(t, "<!DOCTYPE html><html><body>"+tt.page+"</body></html>")
			if diff := cmp.Diff(tt.want, show(doc)); diff != "" {
				t.Errorf("blocks (-want +got):\n%s", diff)
			}
			for _, b := range doc.Blocks {
				if len(b.Lines) != 1 {
					t.Errorf("%q has %d lines on its page", b.Text, len(b.Lines))
				}
			}
		})
	}
}
