package ui

import (
	"cmp"
	"slices"
	"strings"
)

// piece is a stretch of text that is marked in one way, or not at all.
type piece struct {
	Text    string
	Marked  bool
	Anchors []string // that begin here
	Tags    string   // keys of the tags that it is evidence of, separated by spaces
	Kind    string   // of the first of them, for its colour
	Page    int      // page of the original that begins here, or 0
	Sought  bool     // whether the search that led here was for it
}

// highlight cuts a passage at its marks. Marks that overlap, or reach out of the
// text, mark what they can.
func highlight(text string, marks [][2]int) []piece {
	runes := []rune(text)
	sorted := slices.SortedFunc(slices.Values(marks), func(a, b [2]int) int { return cmp.Compare(a[0], b[0]) })
	var out []piece
	at := 0
	for _, m := range sorted {
		from, to := max(at, m[0]), min(len(runes), m[1])
		if from >= to {
			continue
		}
		if from > at {
			out = append(out, piece{Text: string(runes[at:from])})
		}
		out = append(out, piece{Text: string(runes[from:to]), Marked: true})
		at = to
	}
	if at < len(runes) {
		out = append(out, piece{Text: string(runes[at:])})
	}
	return out
}

// span is a stretch of a text that is evidence of a tag.
type span struct {
	From, To int // code points
	Tag      string
	Kind     string
	Anchor   string
	Sought   bool // it is no evidence, but what somebody looked for
}

// pageStart is where a page of the original begins.
type pageStart struct{ At, Page int }

// paragraphs cuts a text at blank lines, and each paragraph wherever evidence
// begins or ends or a page begins. Evidence may overlap. The work is in
// proportion to the text and to the number of spans, times how many overlap.
func paragraphs(text string, spans []span, pages []pageStart) [][]piece {
	c := cutter{runes: []rune(text), spans: slices.Clone(spans), pages: pages}
	slices.SortStableFunc(c.spans, func(a, b span) int { return cmp.Compare(a.From, b.From) })
	var out [][]piece
	at := 0
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		end := at + len([]rune(paragraph))
		if strings.TrimSpace(paragraph) != "" {
			out = append(out, c.cut(at, end))
		}
		at = end + 2
	}
	return out
}

// cutter walks a text once, from its beginning to its end.
type cutter struct {
	runes  []rune
	spans  []span // in the order of From; those before are in active or done
	active []span
	pages  []pageStart // in order; those before are done
}

// cut cuts the stretch from at to end, which is behind those cut before.
func (c *cutter) cut(at, end int) []piece {
	var out []piece
	for at < end {
		p := piece{Page: c.turnPages(at)}
		p.Anchors = c.begin(at)
		c.active = slices.DeleteFunc(c.active, func(s span) bool { return s.To <= at })
		next := c.next(at, end)
		p.Text = string(c.runes[at:next])
		for _, s := range c.active {
			if s.Sought {
				p.Sought = true
				continue
			}
			p.Marked = true
			p.Kind = cmp.Or(p.Kind, s.Kind)
			if !slices.Contains(strings.Fields(p.Tags), s.Tag) {
				p.Tags = strings.TrimSpace(p.Tags + " " + s.Tag)
			}
		}
		out = append(out, p)
		at = next
	}
	return out
}

// begin takes up the spans that begin at or before a place, and returns their
// anchors.
func (c *cutter) begin(at int) []string {
	var anchors []string
	for len(c.spans) > 0 && c.spans[0].From <= at {
		if c.spans[0].Anchor != "" {
			anchors = append(anchors, c.spans[0].Anchor)
		}
		c.active = append(c.active, c.spans[0])
		c.spans = c.spans[1:]
	}
	return anchors
}

// turnPages is the page that begins at a place, or 0.
func (c *cutter) turnPages(at int) int {
	page := 0
	for len(c.pages) > 0 && c.pages[0].At <= at {
		page = c.pages[0].Page
		c.pages = c.pages[1:]
	}
	return page
}

// next is the first place behind at where anything changes.
func (c *cutter) next(at, end int) int {
	for _, s := range c.active {
		if s.To > at {
			end = min(end, s.To)
		}
	}
	if len(c.spans) > 0 {
		end = min(end, c.spans[0].From)
	}
	if len(c.pages) > 0 {
		end = min(end, c.pages[0].At)
	}
	return end
}
