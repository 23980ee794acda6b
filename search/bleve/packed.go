package bleve

import (
	"encoding/binary"
	"math"

	"briefsearch/corpus"
)

// packed is a record on its way to bytes or back. Both ways are one walk over the
// fields, so what is written is what is read; what is written stays as it is.
// Numbers are varints, a text stands behind its length, and what is read shares
// the memory of the record.
type packed struct {
	written []byte
	left    string // of the record that is read
	reading bool
	bad     bool // it is no record; everything read from here on is zero
}

func (p *packed) turn(t *turn) {
	p.head(&t.turnHead)
	packText(p, &t.Report.ID)
	packText(p, &t.Report.Title)
	packText(p, &t.Report.Date)
	packText(p, &t.Text)
	packList(p, &t.Tags, p.tag)
	p.number(&t.Words)
	p.lines(&t.Lines)
}

func (p *packed) head(h *turnHead) {
	packText(p, &h.ID)
	p.number(&h.N)
	if p.is(h.Session != nil) {
		if h.Session == nil {
			h.Session = new(corpus.Session)
		}
		p.number(&h.Session.Number)
		packText(p, &h.Session.Title)
	}
	p.speaker(&h.Speaker)
	packText(p, &h.Language)
	p.number(&h.PageFrom)
	p.number(&h.PageTo)
}

func (p *packed) speaker(s *corpus.Speaker) {
	for _, text := range []*string{&s.Name, &s.AsPrinted, &s.Honorific, &s.Role, &s.Organisation, &s.Country} {
		packText(p, text)
	}
	packList(p, &s.OnBehalfOf, p.text)
	packList(p, &s.JoinedBy, p.text)
	if presiding := p.is(s.Presiding); p.reading {
		s.Presiding = presiding
	}
}

func (p *packed) tag(t *corpus.Tag) {
	packText(p, &t.Kind)
	packText(p, &t.ID)
	packText(p, &t.Label)
	packList(p, &t.Relations, func(r *corpus.Relation) { packText(p, r) })
	packList(p, &t.Evidence, func(e *corpus.Evidence) {
		p.number(&e.Start)
		p.number(&e.End)
		packText(p, &e.Text)
		packText(p, &e.Via)
	})
}

// boxScale is the unit of what a box measures: hundredths of a point.
const boxScale = 100

// lines are most of a record when a report has geometry, so they are packed as
// differences of small integers.
func (p *packed) lines(lines *[]corpus.Line) {
	var start, page int
	var last [4]int
	packList(p, lines, func(l *corpus.Line) {
		p.step(&l.Start, &start)
		p.step(&l.Page, &page)
		if !p.is(l.Box != nil) {
			return
		}
		if l.Box == nil {
			l.Box = new(corpus.Box)
		}
		for i, f := range [4]*float64{&l.Box.X, &l.Box.Y, &l.Box.W, &l.Box.H} {
			scaled := int(math.Round(*f * boxScale))
			p.step(&scaled, &last[i])
			if p.reading {
				*f = float64(scaled) / boxScale
			}
		}
	})
}

// step is a number as its difference from the last one.
func (p *packed) step(n, last *int) {
	difference := *n - *last
	p.number(&difference)
	*last += difference
	if p.reading {
		*n = *last
	}
}

func (p *packed) number(n *int) {
	if !p.reading {
		p.written = binary.AppendVarint(p.written, int64(*n))
		return
	}
	u := p.unsigned()
	*n = int(u>>1) ^ -int(u&1) // #nosec G115 -- as binary.Varint
}

// unsigned reads a number that is not negative.
func (p *packed) unsigned() uint64 {
	var u uint64
	for i := 0; i < len(p.left) && i < binary.MaxVarintLen64; i++ {
		c := p.left[i]
		u |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			p.left = p.left[i+1:]
			return u
		}
	}
	p.bad, p.left = true, ""
	return 0
}

// length is how many of something follow, each of a byte at least.
func (p *packed) length(n int) int {
	if !p.reading {
		p.written = binary.AppendUvarint(p.written, uint64(n)) // #nosec G115 -- not negative
		return n
	}
	u := p.unsigned()
	if u > uint64(len(p.left)) {
		p.bad, p.left = true, ""
		return 0
	}
	return int(u) // #nosec G115 -- at most len(p.left)
}

func (p *packed) is(so bool) bool {
	n := 0
	if so {
		n = 1
	}
	p.number(&n)
	return n == 1
}

func (p *packed) text(s *string) { packText(p, s) }

func packText[S ~string](p *packed, s *S) {
	n := p.length(len(*s))
	if !p.reading {
		p.written = append(p.written, *s...)
		return
	}
	*s, p.left = S(p.left[:n]), p.left[n:]
}

// packList packs a list; an empty one is read as nil.
func packList[T any](p *packed, list *[]T, each func(*T)) {
	n := p.length(len(*list))
	if p.reading && n > 0 {
		*list = make([]T, n)
	}
	for i := range *list {
		each(&(*list)[i])
	}
}
