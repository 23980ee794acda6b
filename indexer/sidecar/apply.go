package sidecar

import (
	"slices"
	"strings"

	"golang.org/x/text/cases"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
)

// Via is what the evidence of a tag says that the sidecar added.
const Via = "sidecar"

// Head corrects what the report says of itself.
func (s *Sidecar) Head(r *corpus.Report) {
	h := &s.head
	for _, f := range []struct{ to, from *string }{
		{&r.Title, h.Title}, {&r.Series, h.Series}, {&r.Symbol, h.Symbol}, {&r.Kind, h.Kind}, {&r.Place, h.Place}, {&r.Language, h.Language},
	} {
		if f.from != nil {
			*f.to = *f.from
		}
	}
	if h.Date != nil {
		r.Date = corpus.Date(*h.Date)
	}
	if h.Organisers != nil {
		r.Organisers = h.Organisers
	}
}

// Layout is the name of the layout to segment the report by, or "".
func (s *Sidecar) Layout() string { return s.head.Layout }

// Speakers corrects who speaks.
func (s *Sidecar) Speakers(r *corpus.Report) {
	for i := range r.Interventions {
		sp := &r.Interventions[i].Speaker
		for j := range s.speakers {
			if s.speakers[j].is(sp) {
				s.speakers[j].correct(sp)
				break
			}
		}
	}
}

func (s *speaker) is(sp *corpus.Speaker) bool {
	return same(s.Name, sp.Name) || slices.ContainsFunc(s.Aliases, func(a string) bool { return same(a, sp.Name) || same(a, sp.AsPrinted) })
}

func same(a, b string) bool {
	fold := cases.Fold()
	return fold.String(strings.TrimSpace(a)) == fold.String(strings.TrimSpace(b))
}

func (s *speaker) correct(sp *corpus.Speaker) {
	sp.Name = s.Name
	for _, f := range []struct{ to, from *string }{
		{&sp.Honorific, s.Honorific}, {&sp.Role, s.Role}, {&sp.Organisation, s.Organisation}, {&sp.Country, s.Country},
	} {
		if f.from != nil {
			*f.to = *f.from
		}
	}
	if s.Presiding != nil {
		sp.Presiding = *s.Presiding
	}
}

// Tags adds and removes tags. Ids must be set.
func (s *Sidecar) Tags(r *corpus.Report) {
	for i := range s.tags {
		c := &s.tags[i]
		for j := range r.Sections {
			if sec := &r.Sections[j]; c.section != "" && same(c.section, sec.Title) {
				c.apply(&sec.Tags, "")
			}
		}
		for j := range r.Interventions {
			if in := &r.Interventions[j]; c.isFor(in) {
				c.apply(&in.Tags, naming(in))
			}
		}
	}
}

func (c *change) isFor(in *corpus.Intervention) bool {
	return c.section == "" && (c.intervention == "" || c.intervention == in.ID) && (c.speaker == "" || same(c.speaker, in.Speaker.Name))
}

// naming is the words with which a turn names its speaker, "" where it begins otherwise.
func naming(in *corpus.Intervention) string {
	if strings.HasPrefix(in.Text, in.Speaker.AsPrinted) {
		return in.Speaker.AsPrinted
	}
	return ""
}

// apply changes the tags of a text. The evidence of those that come is the words with
// which it begins, for the text as a whole.
func (c *change) apply(tags *corpus.Tags, words string) {
	*tags = slices.DeleteFunc(*tags, func(t corpus.Tag) bool {
		return slices.ContainsFunc(c.remove, func(e *vocabulary.Entry) bool { return e.Kind == t.Kind && e.ID == t.ID })
	})
	for _, e := range c.add {
		add(tags, e, words)
	}
}

// add puts a tag after those of its kind, unless it is there.
func add(tags *corpus.Tags, e *vocabulary.Entry, words string) {
	kinds := corpus.Kinds()
	at := len(*tags)
	for i, t := range *tags {
		if t.Kind == e.Kind && t.ID == e.ID {
			return
		}
		if slices.Index(kinds, t.Kind) > slices.Index(kinds, e.Kind) {
			at = min(at, i)
		}
	}
	tag := corpus.Tag{Kind: e.Kind, ID: e.ID, Label: e.Label("en"), Evidence: []corpus.Evidence{
		{End: len([]rune(words)), Text: words, Via: Via},
	}}
	if e.Kind != corpus.Theme && e.Kind != corpus.Act {
		tag.Add(corpus.Mentioned)
	}
	*tags = slices.Insert(*tags, at, tag)
}
