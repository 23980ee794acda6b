package segment

import (
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/segment/grammar"
)

// piece is a stretch of a block: most often the whole of it, a part where several
// turns stand in one paragraph.
type piece struct {
	block    *read.Block
	from, to int  // bytes of the block's text
	labelled bool // it begins with a label, of which the sign of an item before it is no part
}

func whole(b *read.Block) piece { return piece{block: b, to: len(b.Text)} }

// before is the part of the piece that stands before a byte of its block.
func (p piece) before(at int) piece {
	p.to = min(p.to, at)
	return p
}

// bare is the words of the piece without the mark of its item.
func (p piece) bare() string { return strings.TrimSpace(p.block.Text[p.from:p.to]) }

// text is the words of the piece, with the mark of the item that it opens.
func (p piece) text() string {
	t := p.bare()
	if p.hasMarker() && (p.to > 0 || p.block.Text == "") {
		t = strings.TrimSpace(p.block.Marker + " " + t)
	}
	return t
}

// hasMarker says whether the mark of an item is part of a piece. The sign of a list is no part of
// the label that it stands before.
func (p piece) hasMarker() bool {
	return p.from == 0 && p.block.Marker != "" && (!p.labelled || p.block.Marker != "•")
}

// page is the page on which the piece begins.
func (p piece) page() int {
	page := p.block.Page()
	for _, l := range p.block.Lines {
		if l.Start > p.from {
			break
		}
		page = l.Page
	}
	return page
}

// builder puts pieces together to sections and interventions. What is added goes
// to what was opened last; each piece is handed over exactly once.
type builder struct {
	parts    Parts
	language string // of the document
	session  *corpus.Session
	sessions int

	speaker *corpus.Speaker // of the open turn, nil when none is open
	listed  bool            // the open turn is a recommendation from a list
	section *corpus.Section // the open section, nil when none is open
	pieces  []piece         // of what is open
	aside   int             // the piece from which on the open turn is nobody's, 0 where all of it was said

	notes int // index of the section that gathers what is nobody's under one heading, or -1
	noted []piece
}

func newBuilder(doc *read.Document) *builder {
	return &builder{language: describe.DocumentLanguage(doc), notes: -1}
}

// open begins a turn with its first piece.
func (b *builder) open(sp corpus.Speaker, p piece) {
	b.close()
	if sp.Honorific == "M." && sp.Name != "" && !addressesByM[b.language] {
		sp.Honorific, sp.Name = "", "M. "+sp.Name
	}
	grammar.InNominative(&sp)
	grammar.BodyBehind(&sp)
	b.speaker = &sp
	b.pieces = append(b.pieces, p)
}

// addressesByM are the languages of records in which "M." may be a form of address: French, those
// of States and bodies that work in French as well, and those that are not known. In all others it
// is the first name's letter.
var addressesByM = map[string]bool{"": true, "fr": true, "en": true, "nl": true, "de": true, "it": true, "lb": true, "ar": true, "es": true, "pt": true, "ro": true}

// openSection begins a section. The words of its heading are left out, since the
// title has them.
func (b *builder) openSection(title string, page int) {
	b.close()
	b.section = &corpus.Section{Title: title, Page: page}
}

// openSession begins a session. It holds until the next one or until noSession.
func (b *builder) openSession(title string) {
	b.close()
	if b.notes >= 0 && b.parts.Sections[b.notes].Title != title {
		b.endNotes()
	}
	b.sessions++
	b.session = &corpus.Session{Number: b.sessions, Title: title}
}

// add continues what is open. Without anything open the piece is left out.
func (b *builder) add(p piece) {
	if b.speaker == nil && b.section == nil {
		b.leave(p)
		return
	}
	b.pieces = append(b.pieces, p)
}

// addOn continues the open turn with a piece that may follow in the same paragraph.
func (b *builder) addOn(p piece) {
	if last := len(b.pieces) - 1; b.pieces[last].block == p.block && b.pieces[last].to == p.from {
		b.pieces[last].to = p.to
		return
	}
	b.add(p)
}

// noteUnder begins to gather what is nobody's under a heading, between its turns,
// to one section.
func (b *builder) noteUnder(title string, page int) {
	b.endNotes()
	b.notes = len(b.parts.Sections) // its place in the order, until it has text
	b.parts.Sections = append(b.parts.Sections, corpus.Section{Title: title, Page: page})
}

// note gathers a piece that is nobody's.
func (b *builder) note(p piece) {
	if b.notes < 0 {
		title := ""
		if b.session != nil {
			title = b.session.Title
		}
		b.noteUnder(title, p.page())
	}
	if last := len(b.noted) - 1; last >= 0 && b.noted[last].block == p.block && b.noted[last].to == p.from {
		b.noted[last].to = p.to
		return
	}
	b.noted = append(b.noted, p)
}

func (b *builder) endNotes() {
	if b.notes >= 0 {
		b.parts.Sections[b.notes].Text, _ = join(b.noted)
	}
	b.notes, b.noted = -1, nil
}

// leave puts a piece among what is nobody's: covers, headings, footnotes,
// addresses.
func (b *builder) leave(p piece) {
	if t := p.text(); t != "" {
		b.parts.Left = append(b.parts.Left, t)
	}
}

// inTurn says whether a turn is open.
func (b *builder) inTurn() bool { return b.speaker != nil }

// close ends what is open.
func (b *builder) close() {
	var nobodys []piece
	if b.aside > 0 && b.aside < len(b.pieces) {
		b.pieces, nobodys = b.pieces[:b.aside], b.pieces[b.aside:]
	}
	switch {
	case b.speaker != nil:
		b.parts.Interventions = append(b.parts.Interventions, b.intervention())
	case b.section != nil:
		if text, _ := join(b.pieces); text != "" {
			b.section.Text = text
			b.parts.Sections = append(b.parts.Sections, *b.section)
		}
	}
	b.speaker, b.listed, b.section, b.pieces, b.aside = nil, false, nil, nil, 0
	for _, p := range nobodys {
		b.note(p)
	}
}

// done ends what is open and returns everything.
func (b *builder) done() Parts {
	b.close()
	b.endNotes()
	b.parts.Sections = slices.DeleteFunc(b.parts.Sections, func(s corpus.Section) bool { return s.Text == "" })
	return b.parts
}

func (b *builder) intervention() corpus.Intervention {
	text, lines := join(b.pieces)
	in := corpus.Intervention{
		Session:  b.session,
		Speaker:  *b.speaker,
		Language: describe.Language(text, b.language),
		Text:     text,
		Lines:    lines,
		Listed:   b.listed,
		PageFrom: b.pieces[0].page(),
		PageTo:   b.pieces[0].page(),
	}
	for _, l := range lines {
		in.PageFrom = min(in.PageFrom, l.Page)
		in.PageTo = max(in.PageTo, l.Page)
	}
	return in
}

// join makes one text of pieces, and says where its lines stand.
func join(pieces []piece) (string, []corpus.Line) {
	var text strings.Builder
	var lines []corpus.Line // Start in bytes until the text is whole
	for _, p := range pieces {
		t := p.text()
		if t == "" {
			continue
		}
		if text.Len() > 0 {
			text.WriteString("\n\n")
		}
		lines = appendLines(lines, p, text.Len(), len(t))
		text.WriteString(t)
	}
	whole := text.String()
	offsets := corpus.NewOffsets(whole)
	for i := range lines {
		lines[i].Start = offsets.CodePoints(lines[i].Start)
	}
	return whole, lines
}

// appendLines adds the lines of a piece whose text begins at byte base of the
// whole. Lines without a box are kept only where the page changes.
func appendLines(lines []corpus.Line, p piece, base, size int) []corpus.Line {
	shift := base - p.from - leadingSpace(p.block.Text[p.from:p.to])
	if p.hasMarker() {
		shift += len(p.block.Marker) + 1
	}
	own := p.block.Lines
	for i, l := range own {
		if i+1 < len(own) && own[i+1].Start <= p.from {
			continue // the piece begins on a later line
		}
		if l.Start >= p.to && i > 0 {
			break
		}
		line := corpus.Line{Start: min(max(base, l.Start+shift), base+size-1), Page: l.Page, Box: l.Box}
		if l.Start <= p.from {
			line.Start = base
		}
		if n := len(lines); line.Box == nil && n > 0 && lines[n-1].Box == nil && lines[n-1].Page == line.Page {
			continue
		}
		lines = append(lines, line)
	}
	return lines
}

func leadingSpace(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }
