package ui

import (
	"briefsearch/corpus"
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
		Previous: p.hitBeside(q, around.Previous), Next: p.hitBeside(q, around.Next),
	}
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
