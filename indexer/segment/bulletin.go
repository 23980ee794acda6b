package segment

import (
	"slices"
	"strings"

	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/segment/learned"
	"briefsearch/indexer/segment/matter"
	"briefsearch/indexer/segment/opening"
)

// bulletin is a daily report of negotiations: several delegations speak in one
// paragraph ("CHINA said … NORWAY, for the EU, proposed …"), most often in
// capitals. Sentences about what delegates did together are nobody's.
type bulletin struct{ names grammar.Names }

func (bulletin) Name() string { return "bulletin" }

const (
	bulletinTurns  = 4 // fewer make no bulletin
	bulletinVoices = 3
	bulletinMulti  = 2 // paragraphs in which more than one delegation speaks
	bulletinSure   = 0.8
	bulletinLikely = 0.76 // more than what is told in prose
	bulletinCrowd  = 5    // delegations that are enough in one paragraph
)

// Score is the share of paragraphs in which delegations speak, given that some
// hold several. Capitals are a strong sign, and so is that few speakers are
// introduced by name and office.
func (bl bulletin) Score(doc *read.Document) float64 {
	c := census{voices: map[string]bool{}}
	clauses, teller := opening.ClausesOf(doc, bl.names), narrative{names: bl.names}
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if b.Kind != read.Paragraph || !matter.IsProse(b) {
			continue
		}
		if o, ok := teller.opens(b); ok && o.Parts > 0 && o.Clause {
			c.told++
		}
		c.paragraph(clauses.Turns(b.Text))
	}
	c.declared = matter.OnCover(doc, bulletinTitle)
	return c.score()
}

// bulletinTitle is what daily reports of negotiations are called.
var bulletinTitle = regexp.MustCompile(`(?i)^` + grammar.Lists.Any("bulletin-title"))

// asTitled is the score of labels where the cover calls a document something else: of a daily
// report the titles run into the text as labels do, and a summary record is one wherever its
// paragraphs read so.
func asTitled(doc *read.Document, score float64) float64 {
	switch {
	case matter.OnCover(doc, bulletinTitle) && !learned.Declared(doc):
		return 0
	case score > summarySure && matter.OnCover(doc, recordTitle):
		return summarySure
	}
	return score
}

// summarySure is how sure labels make a document whose cover calls it a summary record.
const summarySure = 0.9

// census counts the delegations that speak in a document.
type census struct {
	turns, shouted int  // in all, and in capitals
	prose          int  // paragraphs
	spoken, multi  int  // paragraphs in which one delegation speaks, and several do
	named          int  // turns of persons
	alive          int  // paragraphs in which anybody speaks
	declared       bool // the cover says that it is a bulletin
	crowded        bool // one paragraph has as many delegations as only a bulletin's
	told           int  // paragraphs that introduce a speaker by name and office
	voices         map[string]bool
}

func (c *census) paragraph(turns []opening.Turn) {
	c.prose++
	own := map[string]bool{}
	for _, t := range turns {
		if t.Spoken && t.Speaker.Name != "" {
			c.named++
		}
		if !t.Spoken || t.Speaker.Name != "" {
			continue
		}
		c.turns++
		key := t.Speaker.Country + t.Speaker.Organisation
		own[key], c.voices[key] = true, true
		if first, _, _ := strings.Cut(t.Speaker.AsPrinted, ","); describe.InCapitals(strings.TrimPrefix(first, "The ")) {
			c.shouted++
		}
	}
	c.alive += grammar.Count(slices.ContainsFunc(turns, func(t opening.Turn) bool { return t.Spoken }))
	if len(own) > 0 {
		c.spoken++
	}
	if len(own) > 1 {
		c.multi++
	}
	c.crowded = c.crowded || len(own) >= bulletinCrowd
}

func (c *census) score() float64 {
	if c.declared && c.turns+c.named >= bulletinMulti && 2*c.told <= c.turns+c.named {
		return bulletinSure
	}
	if c.turns >= bulletinMulti && c.named >= bulletinMulti && c.turns+c.named > bulletinTurns && c.told == 0 && 2*c.alive > c.prose {
		return bulletinLikely // one paragraph each
	}
	if c.turns < bulletinTurns || len(c.voices) < bulletinVoices || c.multi < bulletinMulti && !c.crowded {
		return 0
	}
	score := 0.4 + 0.5*float64(c.spoken)/float64(c.prose)
	if 2*c.shouted > c.turns {
		score += 0.2
	}
	if c.turns > 3*c.told && c.multi > bulletinMulti {
		score = max(score, bulletinSure)
	}
	return min(certain, score)
}

// Segment walks the document once. Headings name the sessions, and the sections
// that hold what is nobody's.
func (bl bulletin) Segment(doc *read.Document) Parts {
	g := &gazette{
		Clauses: opening.ClausesOf(doc, bl.names), builder: newBuilder(doc), people: grammar.NewPeople(),
		titles: describe.NewHeadings(doc), end: matter.Imprint(doc.Blocks),
	}
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		switch {
		case b.Kind == read.Footnote || i >= g.end:
			g.leave(whole(b))
		case matter.IsHeading(b):
			g.head(b)
		case b.Kind == read.Paragraph && !matter.IsProse(b) && g.heading == "":
			g.leave(whole(b)) // the cover
		default:
			g.paragraph(b)
		}
	}
	return g.done()
}

// gazette is the state of one pass over a bulletin.
type gazette struct {
	opening.Clauses
	*builder
	people  *grammar.People
	titles  *describe.Headings
	end     int
	heading string // as shown, "" before the first
	past    int    // level of the heading that tells of the meetings before, 0 where another does
}

// pastMeetings titles what a bulletin tells of the meetings before.
var pastMeetings = regexp.MustCompile(`(?i)^` + grammar.Lists.Any("past-meetings"))

func (g *gazette) head(b *read.Block) {
	g.close()
	g.leave(whole(b))
	switch {
	case pastMeetings.MatchString(b.Text):
		g.past = b.Level
	case b.Level <= g.past:
		g.past = 0
	}
	g.heading = g.titles.Title(strings.TrimRight(b.Text, " :"))
	g.noteUnder(g.heading, b.Page())
}

// paragraph divides a paragraph at its turns. What comes before the first goes on
// with the speaker of the paragraph before only where it refers to him.
func (g *gazette) paragraph(b *read.Block) {
	if g.past > 0 {
		g.note(whole(b))
		return
	}
	turns := g.Turns(b.Text)
	from := 0
	if describe.InCapitals(opening.RunIn.FindString(b.Text)) {
		g.close() // another subject
	}
	if len(turns) == 0 || turns[0].At > 0 {
		to := len(b.Text)
		if len(turns) > 0 {
			to = turns[0].At
		}
		g.stretch(opening.Turn{Continues: opening.Refers(b.Text) || opening.ReturnsTo(b.Text[:to])}, piece{block: b, to: to})
		from = to
	}
	for i, t := range turns {
		to := len(b.Text)
		if i+1 < len(turns) {
			to = turns[i+1].At
		}
		g.stretch(t, piece{block: b, from: from, to: to})
		from = to
	}
}

// stretch is a part of a paragraph that one speaker has, or nobody.
func (g *gazette) stretch(t opening.Turn, p piece) {
	if t.Spoken {
		t.Speaker = g.people.Meet(t.Speaker)
	}
	switch {
	case t.Spoken && g.inTurn() && (sameVoice(*g.speaker, t.Speaker) || opening.IsOfficeOf(t.Speaker, *g.speaker)) && opening.Alone(*g.speaker):
		g.addOn(p)
	case t.Spoken:
		if g.heading != "" && (g.session == nil || g.session.Title != g.heading) {
			g.openSession(g.heading)
		}
		g.open(t.Speaker, p)
	case t.Continues && g.inTurn():
		g.addOn(p)
	default:
		g.close()
		g.note(p)
	}
}
