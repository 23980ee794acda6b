package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/charmap"

	"briefsearch/indexer/read/layout"
)

// actual is marked content that says what its glyphs stand for. Programs write it for the
// hyphen of a divided word, for ligatures, and for the syllables of Indic scripts, whose
// glyphs alone do not tell.
type actual struct {
	depth int // of the marked content that says so
	from  int // runs of the page before it
	text  string
}

// begin opens marked content. What stands within content that says its text is part of it.
func (in *interpreter) begin(args operands) {
	in.marked++
	if in.actual != nil {
		return
	}
	if text, ok := in.actualText(args); ok {
		in.run.flush(in.page)
		in.actual = &actual{depth: in.marked, from: len(in.page.Runs), text: text}
	}
}

// end closes marked content.
func (in *interpreter) end() {
	if a := in.actual; a != nil && a.depth == in.marked {
		in.run.flush(in.page)
		in.page.Runs = append(in.page.Runs[:a.from], a.over(in.page.Runs[a.from:])...)
		in.actual = nil
	}
	in.marked = max(in.marked-1, 0)
}

// over puts the text in the place of the runs that it stands for, on the baseline of a letter:
// marks stand above it. Those of several lines are left as they are, for it does not
// tell which of its words stand in which.
func (a *actual) over(runs []layout.Run) []layout.Run {
	if len(runs) == 0 || a.text == "" {
		return nil
	}
	whole := runs[max(0, slices.IndexFunc(runs, func(r layout.Run) bool { return strings.ContainsFunc(r.Text, unicode.IsLetter) }))]
	from, to := 0.0, whole.W
	for i := range runs {
		r := &runs[i]
		x, y := r.X-whole.X, r.Y-whole.Y
		if math.Abs(y*whole.DX-x*whole.DY) > whole.Size || r.DX*whole.DX+r.DY*whole.DY < 0.999 {
			return runs
		}
		along := x*whole.DX + y*whole.DY
		from, to = min(from, along), max(to, along+r.W)
	}
	whole.Text, whole.W = a.text, to-from
	whole.X, whole.Y = whole.X+from*whole.DX, whole.Y+from*whole.DY
	return append(runs[:0], whole)
}

// actualText finds the text in the operands of marked content, written out or by the name that
// the resources have for it.
func (in *interpreter) actualText(args operands) (text string, ok bool) {
	if n := len(args); n > 0 && args[n-1].kind == tokName {
		v := in.res.v.Key("Properties").Key(string(args[n-1].bytes)).Key("ActualText")
		return textString(v.RawString()), v.Kind() == pdf.String
	}
	for i := 1; i < len(args); i++ {
		if args[i-1].kind == tokName && string(args[i-1].bytes) == "ActualText" && args[i].kind == tokString {
			return textString(string(args[i].bytes)), true
		}
	}
	return "", false
}

// textString reads a text that is no part of a page: UTF-16 or UTF-8 behind their marks, or
// an encoding that is Windows-1252 but for signs.
func textString(s string) string {
	if rest, ok := strings.CutPrefix(s, "\xfe\xff"); ok {
		return utf16Text([]byte(rest))
	}
	if rest, ok := strings.CutPrefix(s, "\xef\xbb\xbf"); ok {
		return strings.ToValidUTF8(rest, "")
	}
	out, err := charmap.Windows1252.NewDecoder().String(s)
	if err != nil {
		return ""
	}
	return out
}
