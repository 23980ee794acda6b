package segment

import (
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/regexp"
)

// bulletin is a daily report of negotiations: several delegations speak in one
// paragraph ("CHINA said … NORWAY, for the EU, proposed …"), most often in
// capitals. Sentences about what delegates did together are nobody's.
type bulletin struct{ names Names }

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
	grammar, teller := clausesOf(doc, bl.names), narrative{names: bl.names}
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if b.Kind != read.Paragraph || !isProse(b) {
			continue
		}
		if o, ok := teller.opens(b); ok && o.parts > 0 && o.clause {
			c.told++
		}
		c.paragraph(grammar.turns(b.Text))
	}
	c.declared = onCover(doc, bulletinTitle)
	return c.score()
}

// bulletinTitle is what daily reports of negotiations are called.
var bulletinTitle = regexp.MustCompile(`(?i)^(?:daily report for |faits (?:marquants|saillants) d|hechos (?:destacados|salientes) d|bulletin des négociations|boletín de negociaciones|earth negotiations bulletin\b|\PL*(?:[\pL\d/.-]+ ){1,8}highlights\b)`)

// unlessBulletin is a score, or 0 where the cover calls a document a daily report, whose
// titles run into the text as labels do.
func unlessBulletin(doc *read.Document, score float64) float64 {
	if onCover(doc, bulletinTitle) && !declared(doc) {
		return 0
	}
	return score
}

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

func (c *census) paragraph(turns []turn) {
	c.prose++
	own := map[string]bool{}
	for _, t := range turns {
		if t.spoken && t.speaker.Name != "" {
			c.named++
		}
		if !t.spoken || t.speaker.Name != "" {
			continue
		}
		c.turns++
		key := t.speaker.Country + t.speaker.Organisation
		own[key], c.voices[key] = true, true
		if first, _, _ := strings.Cut(t.speaker.AsPrinted, ","); describe.InCapitals(strings.TrimPrefix(first, "The ")) {
			c.shouted++
		}
	}
	c.alive += count(slices.ContainsFunc(turns, func(t turn) bool { return t.spoken }))
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
		clauses: clausesOf(doc, bl.names), builder: newBuilder(doc), people: newPeople(),
		titles: describe.NewHeadings(doc), end: imprint(doc.Blocks),
	}
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		switch {
		case b.Kind == read.Footnote || i >= g.end:
			g.leave(whole(b))
		case isHeading(b):
			g.head(b)
		case b.Kind == read.Paragraph && !isProse(b) && g.heading == "":
			g.leave(whole(b)) // the cover
		default:
			g.paragraph(b)
		}
	}
	return g.done()
}

// gazette is the state of one pass over a bulletin.
type gazette struct {
	clauses
	*builder
	people  *people
	titles  *describe.Headings
	end     int
	heading string // as shown, "" before the first
}

func (g *gazette) head(b *read.Block) {
	g.close()
	g.leave(whole(b))
	g.heading = g.titles.Title(strings.TrimRight(b.Text, " :"))
	g.noteUnder(g.heading, b.Page())
}

// paragraph divides a paragraph at its turns. What comes before the first goes on
// with the speaker of the paragraph before only where it refers to him.
func (g *gazette) paragraph(b *read.Block) {
	turns := g.turns(b.Text)
	from := 0
	if describe.InCapitals(runIn.FindString(b.Text)) {
		g.close() // another subject
	}
	if len(turns) == 0 || turns[0].at > 0 {
		to := len(b.Text)
		if len(turns) > 0 {
			to = turns[0].at
		}
		g.stretch(turn{continues: refers(b.Text)}, piece{block: b, to: to})
		from = to
	}
	for i, t := range turns {
		to := len(b.Text)
		if i+1 < len(turns) {
			to = turns[i+1].at
		}
		g.stretch(t, piece{block: b, from: from, to: to})
		from = to
	}
}

// stretch is a part of a paragraph that one speaker has, or nobody.
func (g *gazette) stretch(t turn, p piece) {
	if t.spoken {
		t.speaker = g.people.meet(t.speaker)
	}
	switch {
	case t.spoken && g.inTurn() && sameVoice(*g.speaker, t.speaker) && alone(*g.speaker):
		g.addOn(p)
	case t.spoken:
		if g.heading != "" && (g.session == nil || g.session.Title != g.heading) {
			g.openSession(g.heading)
		}
		g.open(t.speaker, p)
	case t.continues && g.inTurn():
		g.addOn(p)
	default:
		g.close()
		g.note(p)
	}
}

// refers says whether a sentence goes on with whoever spoke before it.
func refers(sentence string) bool {
	return pronoun.MatchString(sentence) || theDelegate.MatchString(sentence) || laterPronoun.MatchString(corpus.Head(sentence, insertionLimit))
}

// theDelegate is the speaker of before, without a name, or one of the things that the
// speaker has told of: "The first proposes …".
var theDelegate = regexp.MustCompile(`^(?:The (?:first|second|third|fourth|former|latter)(?: (?:option|proposal|alternative|approach|issue|one))? (?:proposes|calls|would|is|was|entails|includes|addresses|focuses|deals|involves|concerns)\b|` + lists.Any("the-delegate") + `,? \p{Ll}+)`)

// laterPronoun is a subject that refers back after an introductory clause: "With
// COLOMBIA, he underscored …".
var laterPronoun = regexp.MustCompile(`^(?:With|Along with|Together with|However|Then|Finally|Additionally|Furthermore|Moreover|Meanwhile|On|In|Regarding|Noting|Recalling|Responding|To|For|Supported|Supporting|Stressing|While|As|Citing|Welcoming|Calling|Expressing|Emphasizing|Highlighting|Referring)\b[^.;]*?, (?:he|she|they|it) `)

// turn is where, in a paragraph, somebody begins to speak, or nobody does.
type turn struct {
	at        int // byte of the paragraph
	spoken    bool
	continues bool // with whoever spoke before
	speaker   corpus.Speaker
}
