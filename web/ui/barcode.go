package ui

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/web/api"
)

// barcode is a report in one line: a block for each of its turns, as wide as the
// turn is long, its colour that of the session; turns that a search has found
// stand out. It is drawn once, and used by every hit of the report.
type barcode struct {
	ID      string   // of the element
	Colours []string // paths of the blocks, by the number of the colour; "" where there are none
	Found   string   // path of the turns that were found, or ""
	label   string
	places  map[corpus.InterventionID][2]int // from and to
}

// barcodeUse is a barcode with the place of one turn in it.
type barcodeUse struct {
	ID       string
	X, Width int
	Label    string
}

// What a barcode measures. Its width is stretched to that of the window.
const (
	barcodeWidth   = 1000
	barcodeColours = 4
	longestBarcode = 600 // turns; more of them are no picture
)

// The blocks are dashes of lines, as thick as the style sheet says, at these heights.
const (
	blockMiddle = "8.5"
	notchMiddle = "6"
)

// dashes are the pieces of a line, which are written in few bytes: a page has
// thousands of them.
type dashes struct {
	drawn strings.Builder
	end   int // of the last dash
}

func (d *dashes) add(from, wide int) {
	fmt.Fprintf(&d.drawn, "m%d 0h%d", from-d.end, wide)
	d.end = from + wide
}

// path is the line at a height, or "" when nothing is drawn.
func (d *dashes) path(height string) string {
	if d.end == 0 {
		return ""
	}
	return "M0 " + height + d.drawn.String()
}

// newBarcode draws a report, or nothing when it has one turn alone, or too many.
func (p *visit) newBarcode(id corpus.ReportID, turns api.Shape, found map[corpus.InterventionID]bool) *barcode {
	if len(turns) < 2 || len(turns) > longestBarcode {
		return nil
	}
	b := &barcode{ID: "report-" + string(id), Colours: make([]string, barcodeColours), places: make(map[corpus.InterventionID][2]int)}
	total := 0
	for i := range turns {
		total += max(1, turns[i].Words)
	}
	colours := make([]dashes, barcodeColours)
	var notches dashes
	at, n := 0, 0
	for i := range turns {
		in := &turns[i]
		from := at * barcodeWidth / total
		at += max(1, in.Words)
		to := max(from+1, at*barcodeWidth/total)
		b.places[in.ID] = [2]int{from, to}
		wide := to - from
		if wide > 3 {
			wide-- // a gap
		}
		colours[in.Session%barcodeColours].add(from, wide) // sessions side by side differ
		if found[in.ID] {
			n++
			notches.add(from, wide)
		}
	}
	for i := range colours {
		b.Colours[i] = colours[i].path(blockMiddle)
	}
	b.Found = notches.path(notchMiddle)
	b.label = p.say.Say("barcode.report", p.say.Count("interventions", len(turns)))
	if n > 0 {
		b.label = p.say.Say("barcode.found", p.say.Count("interventions", len(turns)), p.say.Number(n))
	}
	return b
}

// use is the barcode with the place of a turn.
func (b *barcode) use(id corpus.InterventionID) *barcodeUse {
	if b == nil {
		return nil
	}
	u := &barcodeUse{ID: b.ID, Label: b.label}
	if place, ok := b.places[id]; ok {
		u.X, u.Width = place[0], max(place[1]-place[0], 4)
	}
	return u
}

// Use is the barcode without a place.
func (b *barcode) Use() *barcodeUse { return b.use("") }

// barcodes draws the reports of hits, and gives each hit its place. A search for
// everything finds every turn, which is no picture.
func (p *visit) barcodes(ctx context.Context, q *api.Query, a *api.Answer, hits []hit) []*barcode {
	if q.Node == nil && !q.Narrowed() {
		return nil
	}
	var ids []corpus.ReportID
	for i := range a.Hits {
		if id := a.Hits[i].Report.ID; !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	found, err := p.service.HitsIn(ctx, q, ids...)
	if err != nil {
		return nil // the page does without
	}
	byReport := make(map[corpus.ReportID]*barcode)
	var out []*barcode
	shapes := p.service.Shapes(ctx, ids)
	for _, id := range ids {
		byReport[id] = p.newBarcode(id, shapes[id], found)
		out = append(out, byReport[id])
	}
	for i := range a.Hits {
		hits[i].Barcode = byReport[a.Hits[i].Report.ID].use(a.Hits[i].ID)
	}
	return slices.DeleteFunc(out, func(b *barcode) bool { return b == nil })
}
