// Package tag finds the controlled values in an intervention or a section, with evidence
// for each.
//
// In: an intervention with its text and speaker, and the report it belongs to.
// Out: its tags. What may be found is the vocabulary's; what counts (context,
// masks, weak terms, relations) is decided here. The indexer hands the tagged
// report to its sink next.
package tag

import (
	"cmp"
	"slices"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
)

// Tagger tags reports by a vocabulary. It is safe for concurrent use.
type Tagger struct {
	vocabulary *vocabulary.Vocabulary
	// raised are the themes that the processes of a group raise when they are named.
	raised map[string][]*vocabulary.Entry
}

// New returns a Tagger for a vocabulary.
func New(v *vocabulary.Vocabulary) *Tagger {
	t := &Tagger{vocabulary: v, raised: make(map[string][]*vocabulary.Entry)}
	for e := range v.Entries(corpus.Theme) {
		for _, group := range e.Processes {
			t.raised[group] = append(t.raised[group], e)
		}
	}
	return t
}

// coverText is how many bytes of the cover show what the report's acronyms mean.
const coverText = 4 << 10

// Tag sets the tags of all interventions and sections of a report. It takes time linear in the
// report's text. Cover is what is printed before and between them, in order: a name that
// stands there alone is the report's as well.
func (t *Tagger) Tag(r *corpus.Report, cover ...string) {
	turns, parts := make([]*turn, len(r.Interventions)), make([]*turn, len(r.Sections))
	ctx := newContext()
	for i := range r.Sections {
		in := &corpus.Intervention{Text: r.Sections[i].Text, Language: r.Language}
		parts[i] = newTurn(in, t.vocabulary.Find(in.Text))
		parts[i].opening = 0 // nobody opens it, and says for whom
		ctx.read(in.Text, parts[i].matches)
	}
	ctx.read(r.Title, t.vocabulary.Find(r.Title))
	for size, i := 0, 0; i < len(cover) && size < coverText; i++ {
		text := corpus.Head(cover[i], coverText)
		ctx.read(text, t.vocabulary.Find(text))
		size += len(cover[i])
	}
	for i := range r.Interventions {
		in := &r.Interventions[i]
		turns[i] = newTurn(in, t.vocabulary.Find(in.Text))
		ctx.read(in.Text, turns[i].matches)
		ctx.meet(in.Speaker.Name)
	}
	for i, turn := range turns {
		r.Interventions[i].Tags = t.tags(turn, ctx)
	}
	for i, part := range parts {
		r.Sections[i].Tags = t.tags(part, ctx)
	}
}

// tags are the tags of one turn, by kind in the order of corpus.Kinds and within
// a kind in the order of the text.
func (t *Tagger) tags(turn *turn, ctx *reportContext) corpus.Tags {
	turn.matches = slices.DeleteFunc(turn.matches, func(m vocabulary.Match) bool { return !ctx.counts(turn.in, m) })
	turn.matches = ctx.settle(turn.in, turn.matches)
	b := builder{turn: turn, offsets: corpus.NewOffsets(turn.in.Text), at: make(map[*vocabulary.Entry]int)}
	b.rcps()
	b.countries(t.vocabulary)
	b.organisations(t.vocabulary)
	b.themes(t.raised)
	b.acts(t.vocabulary)
	slices.SortStableFunc(b.tags, func(x, y corpus.Tag) int {
		return cmp.Or(slices.Index(kinds, x.Kind)-slices.Index(kinds, y.Kind), x.Evidence[0].Start-y.Evidence[0].Start)
	})
	return b.tags
}

var kinds = corpus.Kinds()

// viaSpeaker is the evidence for what the speaker stands for.
const viaSpeaker = "speaker"

// viaListed is the evidence for what a list says of all that stands in it.
const viaListed = "listed"

// builder collects the tags of one turn.
type builder struct {
	*turn
	offsets *corpus.Offsets
	tags    corpus.Tags
	at      map[*vocabulary.Entry]int // where in tags
}

// add gives an entry a relation, proved by the bytes of the text from start to end.
func (b *builder) add(e *vocabulary.Entry, rel corpus.Relation, start, end int, via string) {
	i, ok := b.at[e]
	if !ok {
		i = len(b.tags)
		b.at[e] = i
		b.tags = append(b.tags, corpus.Tag{Kind: e.Kind, ID: e.ID, Label: label(e)})
	}
	tag := &b.tags[i]
	tag.Add(rel)
	ev := corpus.Evidence{
		Start: b.offsets.CodePoints(start), End: b.offsets.CodePoints(end), Text: b.in.Text[start:end], Via: via,
	}
	at, found := slices.BinarySearchFunc(tag.Evidence, ev, func(x, y corpus.Evidence) int {
		return cmp.Or(x.Start-y.Start, x.End-y.End)
	})
	if !found {
		tag.Evidence = slices.Insert(tag.Evidence, at, ev)
	}
}

// label is how a tag is shown: the name, with the everyday name that the
// vocabulary's English label has in brackets.
func label(e *vocabulary.Entry) string { return e.Label("en") }

// of yields the turn's matches of a kind.
func (b *builder) of(k corpus.Kind) func(yield func(vocabulary.Match) bool) {
	return func(yield func(vocabulary.Match) bool) {
		for _, m := range b.matches {
			if m.Entry.Kind == k && !yield(m) {
				return
			}
		}
	}
}
