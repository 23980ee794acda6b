package ui

import (
	"cmp"
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/search"
)

const (
	similarShown = 3  // turns by others that the page of a turn shows
	similarRead  = 20 // that are looked at, to find so many
	sharedShown  = 6  // words that are named
)

// similar is turns by others on the same matter, each by somebody else, with the
// words that they share with the turn.
func (p *visit) similar(in *corpus.Intervention) []hit {
	found, err := p.service.Similar(p.ctx(), string(in.ID), similarRead)
	if err != nil {
		return nil // the page does without
	}
	heard := []string{voice(&in.Speaker)}
	var out []hit
	q := p.none()
	for i := range found {
		whose := voice(&found[i].Speaker)
		if slices.Contains(heard, whose) || len(out) == similarShown {
			continue
		}
		heard = append(heard, whose)
		if len(found[i].Passages) > 1 {
			found[i].Passages = found[i].Passages[:1]
		}
		h := p.newHit(q, &found[i])
		if words := shared(found[i].Passages, in.Speaker.Honorific, found[i].Speaker.Honorific); len(words) > 0 {
			h.Shared = p.say.Say("turn.shared", strings.Join(words, ", "))
		}
		out = append(out, h)
	}
	return out
}

// voice tells speakers apart: by name, and delegations by what they speak for.
func voice(s *corpus.Speaker) string {
	return search.Fold(cmp.Or(s.Name, s.Country, s.Organisation, s.AsPrinted))
}

// shared are the words of passages that are marked, each once, as they stand there
// first. That both are called Mr. is nothing in common.
func shared(passages []search.Passage, titles ...string) []string {
	var out, folded []string
	for _, title := range titles {
		folded = append(folded, search.Fold(strings.Trim(title, ".")))
	}
	for _, passage := range passages {
		for _, piece := range highlight(passage.Text, passage.Marks) {
			if word := search.Fold(piece.Text); piece.Marked && !slices.Contains(folded, word) && len(out) < sharedShown {
				folded, out = append(folded, word), append(out, piece.Text)
			}
		}
	}
	return out
}
