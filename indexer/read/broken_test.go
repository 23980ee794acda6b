package read_test

import (
	"fmt"
	"strings"
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

// A page whose lines a program has set one by one, with blank ones between the paragraphs, is
// read as the text of its lines is.
func TestLinesSetOneByOne(t *testing.T) {
	var page strings.Builder
	want := []string{`paragraph 0 "" 1: May 4, 2013 LAMP DEBATES 1`}
	for i, thing := range []string{"lamps", "boats", "carts", "ropes"} {
		n, title := i+1, "WHO PAYS FOR "+strings.ToUpper(thing)
		fmt.Fprintf(&page, "<a name=%d></a><b>May&nbsp;4,&nbsp;2013&nbsp;&nbsp;&nbsp;LAMP&nbsp;DEBATES&nbsp;&nbsp;&nbsp;%d</b><br>\n&nbsp;<br>\n<b>%s&nbsp;</b><br>\n&nbsp;<br>\n", n, n, title)
		fmt.Fprintf(&page, "<b>Ms.&nbsp;Rivers:&nbsp;</b>The %s of the harbour are<br>\nkept, and of all the %s there are, none<br>is kept without&nbsp;%s.<br>&nbsp;<br>\n", thing, thing, thing)
		fmt.Fprintf(&page, "<b>Mr.&nbsp;Hill:</b>&nbsp;Nobody pays for %s, and I<br>\nhave been told that %s need no one to<br>\npay for %s.<br>\n<hr>\n", thing, thing, thing)
		want = append(want,
			fmt.Sprintf(`heading 1 "" %d: %s`, n, title),
			fmt.Sprintf(`paragraph 0 "" %d: Ms. Rivers: The %s of the harbour are kept, and of all the %s there are, none is kept without %s.`, n, thing, thing, thing),
			fmt.Sprintf(`paragraph 0 "" %d: Mr. Hill: Nobody pays for %s, and I have been told that %s need no one to pay for %s.`, n, thing, thing, thing))
	}
	doc := readText(t, "<!DOCTYPE html><html><head><title>Lamps</title></head><body>\n"+page.String()+"</body></html>")
	if diff := cmp.Diff(want, show(doc)); diff != "" || doc.Title != "Lamps" {
		t.Errorf("title %q, blocks (-want +got):\n%s", doc.Title, diff)
	}
}
