package pdf

import (
	"math"

	"github.com/ledongthuc/pdf"
)

// page is a leaf of the page tree with what it inherits.
type page struct {
	v         pdf.Value
	resources pdf.Value
	media     pdf.Value
	crop      pdf.Value
	rotate    int64
}

// collectPages walks the page tree in order. A node that comes again, or a tree
// deeper than any real one, ends its branch. Whole is false when the tree has fewer
// pages than it says or a branch of it cannot be read.
func collectPages(root pdf.Value, limit int) (pages []page, whole bool) {
	w := &treeWalk{limit: limit, seen: map[string]bool{}}
	w.node(root, page{}, 0)
	counted := root.Key("Count").Int64()
	return w.pages, !w.damaged && (len(w.pages) >= limit || counted <= int64(len(w.pages)))
}

type treeWalk struct {
	pages []page
	limit int
	seen  map[string]bool
	nodes int

	damaged bool
}

const (
	maxTreeDepth = 64
	maxTreeNodes = 1 << 17
)

func (w *treeWalk) node(v pdf.Value, inherited page, depth int) {
	if v.Kind() != pdf.Dict {
		w.damaged = true
		return
	}
	if len(w.pages) >= w.limit || depth > maxTreeDepth || w.nodes > maxTreeNodes {
		return
	}
	w.nodes++
	p := inherited
	p.v = v
	inherit(&p.resources, v.Key("Resources"))
	inherit(&p.media, v.Key("MediaBox"))
	inherit(&p.crop, v.Key("CropBox"))
	if r := v.Key("Rotate"); !r.IsNull() {
		p.rotate = r.Int64()
	}
	kids := v.Key("Kids")
	if kids.Kind() != pdf.Array {
		if v.Key("Type").Name() != "Pages" {
			w.pages = append(w.pages, p)
		}
		return
	}
	refs := listRefs(kids)
	for i := range kids.Len() {
		if i < len(refs) && refs[i] != "" {
			if w.seen[refs[i]] {
				continue
			}
			w.seen[refs[i]] = true
		}
		w.child(kids, i, p, depth)
	}
}

// child keeps the damage of one branch from the others.
func (w *treeWalk) child(kids pdf.Value, i int, p page, depth int) {
	defer func() {
		if recover() != nil {
			w.damaged = true
		}
	}()
	w.node(kids.Index(i), p, depth+1)
}

func inherit(into *pdf.Value, own pdf.Value) {
	if !own.IsNull() {
		*into = own
	}
}

// box is the visible part of a page in the coordinates of its content.
type box struct {
	x0, y0, x1, y1 float64
	rotate         int // quarter turns clockwise
}

func (p *page) bounds() box {
	b, ok := rectangle(p.media)
	if !ok {
		b = box{x1: 612, y1: 792}
	}
	if c, ok := rectangle(p.crop); ok {
		c.x0, c.y0 = math.Max(c.x0, b.x0), math.Max(c.y0, b.y0)
		c.x1, c.y1 = math.Min(c.x1, b.x1), math.Min(c.y1, b.y1)
		if c.x1-c.x0 > 1 && c.y1-c.y0 > 1 {
			b = c
		}
	}
	b.rotate = int((p.rotate/90)%4+4) % 4
	return b
}

func rectangle(v pdf.Value) (box, bool) {
	if v.Len() != 4 {
		return box{}, false
	}
	var n [4]float64
	for i := range n {
		n[i] = v.Index(i).Float64()
		if math.Abs(n[i]) > maxPlace {
			return box{}, false
		}
	}
	b := box{x0: math.Min(n[0], n[2]), y0: math.Min(n[1], n[3]), x1: math.Max(n[0], n[2]), y1: math.Max(n[1], n[3])}
	return b, b.x1-b.x0 > 1 && b.y1-b.y0 > 1
}

func (b box) width() float64 {
	if b.rotate%2 == 1 {
		return b.y1 - b.y0
	}
	return b.x1 - b.x0
}

func (b box) height() float64 {
	if b.rotate%2 == 1 {
		return b.x1 - b.x0
	}
	return b.y1 - b.y0
}

// toPage maps the coordinates of the content to those of the page as it is seen:
// from its top left corner, y downwards. Directions of baselines are mapped alike,
// so that text across the page has direction 1, 0.
func (b box) toPage() matrix {
	switch b.rotate {
	case 1:
		return matrix{0, 1, 1, 0, -b.y0, -b.x0}
	case 2:
		return matrix{-1, 0, 0, 1, b.x1, -b.y0}
	case 3:
		return matrix{0, -1, -1, 0, b.y1, b.x1}
	}
	return matrix{1, 0, 0, -1, -b.x0, b.y1}
}
