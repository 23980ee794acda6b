package pdf

import (
	"context"
	"math"
	"strings"

	"github.com/ledongthuc/pdf"

	"briefsearch/indexer/read/layout"
)

// Bounds of one page. A page beyond them is cut short.
const (
	maxFormDepth = 12
	maxForms     = 2000
	maxOperands  = 1 << 16
	maxRuns      = 400_000
	checkEvery   = 4096 // operators between two looks at the context
)

// state is the part of the graphics state that text depends on.
type state struct {
	ctm                          matrix
	font                         *font
	size                         float64
	charSpace, wordSpace, hscale float64
	leading, rise                float64
	render                       int
}

// interpreter runs the content streams of one page and collects runs of glyphs.
type interpreter struct {
	ctx   context.Context
	doc   *Document
	page  *layout.Page
	box   box
	gs    state
	stack []state
	tm    matrix
	line  matrix // of the line's beginning
	run   runBuilder
	res   resources
	depth int
	forms int
	ops   int
	paths int
	err   error

	marked int     // how deep in marked content
	actual *actual // the one that says its text, or nil
}

// operands are what stands before an operator.
type operands []token

func (o operands) number(i int) float64 { return o[i].num }

// execute runs a content stream with the resources that belong to it.
func (in *interpreter) execute(data []byte, res resources) {
	outer, stacked := in.res, len(in.stack)
	in.res = res
	l := &lexer{data: data}
	var args operands
	for in.err == nil {
		t := l.next()
		if t.kind == tokEnd {
			break
		}
		if t.kind != tokOperator {
			if len(args) < maxOperands {
				args = append(args, t)
			}
			continue
		}
		if string(t.bytes) == "ID" {
			l.skipImage()
			in.page.Pictures++
		} else {
			in.operator(string(t.bytes), args)
		}
		args = args[:0]
		if in.ops++; in.ops%checkEvery == 0 {
			in.err = in.ctx.Err()
		}
	}
	if len(in.stack) > stacked {
		in.stack = in.stack[:stacked]
	}
	in.res = outer
}

func (in *interpreter) operator(op string, args operands) {
	if need, ok := arity[op]; ok {
		if len(args) < need {
			return
		}
		args = args[len(args)-need:]
	}
	switch op {
	case "q":
		if len(in.stack) < 1000 {
			in.stack = append(in.stack, in.gs)
		}
	case "Q":
		if n := len(in.stack); n > 0 {
			in.gs, in.stack = in.stack[n-1], in.stack[:n-1]
		}
	case "cm":
		in.gs.ctm = matrixOf(args).times(in.gs.ctm)
	case "Do":
		in.object(string(args[0].bytes))
	case "l", "c", "re":
		in.paths++
	case "sh":
		in.page.Pictures++
	case "BMC", "BDC":
		in.begin(args)
	case "EMC":
		in.end()
	default:
		in.textOperator(op, args)
	}
}

// arity is how many operands an operator takes, where it takes a fixed number.
var arity = map[string]int{
	"cm": 6, "Do": 1, "Tf": 2, "Tc": 1, "Tw": 1, "Tz": 1, "TL": 1, "Ts": 1, "Tr": 1,
	"Td": 2, "TD": 2, "Tm": 6, "Tj": 1, "'": 1, "\"": 3,
}

func (in *interpreter) textOperator(op string, args operands) {
	gs := &in.gs
	switch op {
	case "BT":
		in.tm, in.line = identity, identity
	case "Tf":
		gs.font, gs.size = in.doc.font(in.res, string(args[0].bytes)), args.number(1)
	case "Tc":
		gs.charSpace = args.number(0)
	case "Tw":
		gs.wordSpace = args.number(0)
	case "Tz":
		gs.hscale = args.number(0) / 100
	case "TL":
		gs.leading = args.number(0)
	case "Ts":
		gs.rise = args.number(0)
	case "Tr":
		gs.render = int(args.number(0))
	case "Td":
		in.move(args.number(0), args.number(1))
	case "TD":
		gs.leading = -args.number(1)
		in.move(args.number(0), args.number(1))
	case "Tm":
		in.line = matrixOf(args)
		in.tm = in.line
	case "T*":
		in.move(0, -gs.leading)
	case "Tj":
		in.show(args[0].bytes)
	case "'":
		in.move(0, -gs.leading)
		in.show(args[0].bytes)
	case "\"":
		gs.wordSpace, gs.charSpace = args.number(0), args.number(1)
		in.move(0, -gs.leading)
		in.show(args[2].bytes)
	case "TJ":
		in.showAll(args)
	default:
		// What is no operator is a sign of damage, and so of text lost.
		in.doc.damaged = in.doc.damaged || !drawing[op]
	}
}

// drawing are the operators that text does not depend on.
var drawing = setOf("b B b* B* BI BX CS cs d d0 d1 DP EI ET EX f F f* G g gs h i ID J j K k m M MP n re RG rg ri s S SC sc SCN scn v w W W* y")

func setOf(words string) map[string]bool {
	out := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		out[word] = true
	}
	return out
}

func (in *interpreter) move(x, y float64) {
	in.line = in.line.shifted(x, y)
	in.tm = in.line
}

func (in *interpreter) showAll(args operands) {
	for _, a := range args {
		switch a.kind {
		case tokString:
			in.show(a.bytes)
		case tokNumber:
			in.tm = in.tm.shifted(-a.num/1000*in.gs.size*in.gs.hscale, 0)
		case tokEnd, tokName, tokArrayOpen, tokArrayClose, tokDictOpen, tokDictClose, tokOperator:
		}
	}
}

// show draws a string.
func (in *interpreter) show(s []byte) {
	gs := &in.gs
	in.page.Shown += len(s)
	if gs.font == nil {
		return
	}
	m := in.tm.times(gs.ctm)
	in.run.style(gs, m)
	along := gs.size * gs.hscale
	x := 0.0
	for i := 0; i+gs.font.bytes <= len(s); i += gs.font.bytes {
		code := uint32(s[i])
		if gs.font.bytes == 2 {
			code = code<<8 | uint32(s[i+1])
		}
		g := gs.font.glyph(code)
		ink := g.width * along
		advance := ink + gs.charSpace*gs.hscale
		if gs.font.bytes == 1 && code == ' ' {
			advance += gs.wordSpace * gs.hscale
		}
		if len(in.page.Runs) < maxRuns {
			px, py := m.apply(x, gs.rise)
			in.run.add(in.page, g, px, py, ink*in.run.scale, (advance-ink)*in.run.scale)
		}
		x += advance
	}
	in.tm = in.tm.shifted(x, 0)
}

// object draws a form, which may hold text, or notes a picture.
func (in *interpreter) object(name string) {
	x := in.res.object(name)
	if x.Key("Subtype").Name() == "Image" {
		in.picture(x)
		return
	}
	if x.Key("Subtype").Name() != "Form" || in.depth >= maxFormDepth || in.forms >= maxForms {
		return
	}
	in.forms++
	in.depth++
	saved, tm, line := in.gs, in.tm, in.line
	if m := x.Key("Matrix"); m.Len() == 6 {
		var v matrix
		for i := range v {
			v[i] = m.Index(i).Float64()
		}
		in.gs.ctm = v.times(in.gs.ctm)
	}
	res := in.res
	if own := x.Key("Resources"); !own.IsNull() {
		res = newResources(own)
	}
	data, err := in.doc.stream(x, in.doc.budget)
	if err != nil {
		in.doc.damaged = true
	}
	in.execute(data, res)
	in.gs, in.tm, in.line = saved, tm, line
	in.depth--
}

// picture counts an image, unless it is no more than a line or a logo.
func (in *interpreter) picture(x pdf.Value) {
	w := math.Hypot(in.gs.ctm[0], in.gs.ctm[1])
	h := math.Hypot(in.gs.ctm[2], in.gs.ctm[3])
	if w*h >= 0.05*in.page.Width*in.page.Height || x.Key("Width").Int64() >= 600 {
		in.page.Pictures++
	}
}
