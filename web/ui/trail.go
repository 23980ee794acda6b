package ui

import (
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/web/api"
)

// trail is the way through the hits of a search, from one that is being read. It
// stands in the address of the page: the parameters of the search, and the cursor
// of the page of results.
type trail struct {
	Text     string // the words of the search
	Words    string // what is sought, in words
	Count    string // "7 interventions"
	Back     string // URL of the page of results
	Previous *neighbour
	Next     *neighbour
	query    *api.Query
	found    []search.Passage // what the search found in the turn
}

// newTrail is the search that the address of a turn names, or nil when it names
// none. What cannot be read there is no fault: a turn that is cited must open,
// whatever has been hung on to its address.
func (p *visit) newTrail(id corpus.InterventionID) *trail {
	values, err := p.parameters()
	if err != nil {
		return nil
	}
	asked := len(values)
	if values.Has("lang") {
		asked--
	}
	if asked == 0 {
		return nil
	}
	q, err := p.ask(values)
	if err != nil {
		return nil
	}
	around, err := p.service.Around(p.ctx(), q, id)
	if err != nil || around == nil {
		return nil
	}
	return &trail{
		Text: q.Text, Words: p.searchWords(q), Count: p.say.Count("interventions", around.Total),
		Back:     p.urls.Search(q.After(around.Here.Cursor)) + "#" + hitAnchor(id),
		Previous: p.hitBeside(q, around.Previous), Next: p.hitBeside(q, around.Next), query: q, found: around.Passages,
	}
}

// sought are the words in a turn's text that the search was for.
func (t *trail) sought() []span {
	var out []span
	if t == nil {
		return nil
	}
	for _, passage := range t.found {
		for _, m := range passage.Marks {
			out = append(out, span{From: passage.Start + m[0], To: passage.Start + m[1], Sought: true})
		}
	}
	return out
}

// passage is the best passage that the search found, as a stretch of the turn's
// text; empty when it was for no words.
func (t *trail) passage() (from, to int) {
	if t == nil || len(t.found) == 0 || len(t.found[0].Marks) == 0 {
		return 0, 0
	}
	return t.found[0].Start, t.found[0].Start + utf8.RuneCountInString(t.found[0].Text)
}

// hitBeside is a hit before or after another.
func (p *visit) hitBeside(q *api.Query, at *api.Place) *neighbour {
	if at == nil {
		return nil
	}
	t, err := p.service.Turn(p.ctx(), string(at.ID))
	if err != nil {
		return nil // deleted since it was found
	}
	return &neighbour{Speaker: p.newSpeaker(&t.Intervention.Speaker), URL: p.urls.Hit(q.After(at.Cursor), at.ID, 0)}
}
