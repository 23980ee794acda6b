package ui

import (
	"net/http"
	"strings"

	"briefsearch/search"
	"briefsearch/web/api"
)

// dossierPage is interventions made for printing: those of a search, or those
// whose ids the address names.
type dossierPage struct {
	layout
	Heading string
	Count   string
	Cut     string // says that there is more, or ""
	Turns   []dossierTurn
	First   string // URL of the first part, or "" when this is it
	Next    string // URL of the next part, or ""
}

type dossierTurn struct {
	hit
	Reference  string
	Paragraphs []string
}

// dossierSize is how many interventions one part of a dossier has: some hundred
// sheets of paper, and a page that a browser can still print.
const dossierSize = 500

func (p *visit) dossier() {
	v, turns, err := p.forDossier()
	if err != nil {
		p.fault(err)
		return
	}
	v.layout = p.layout(pageDossier, v.Heading)
	q := p.none()
	for _, t := range turns {
		h := api.HitOf(t)
		v.Turns = append(v.Turns, dossierTurn{
			hit: p.newHit(q, &h), Reference: p.reference(t), Paragraphs: strings.Split(t.Intervention.Text, "\n\n"),
		})
	}
	p.show(http.StatusOK, pageDossier, v)
}

// forDossier finds what is to be printed.
func (p *visit) forDossier() (*dossierPage, []*search.Turn, error) {
	ids, err := api.ChosenIDs(p.c.Request.URL.Query(), "id")
	if err != nil {
		return nil, nil, err
	}
	if len(ids) > 0 {
		turns, _, err := p.service.Chosen(p.ctx(), ids)
		return &dossierPage{Heading: p.say.Say("selection.title"), Count: p.say.Count("interventions", len(turns))}, turns, err
	}
	q, err := p.asked()
	if err != nil {
		return nil, nil, err
	}
	turns, total, next, err := p.service.Found(p.ctx(), q, dossierSize)
	if err != nil {
		return nil, nil, err
	}
	v := &dossierPage{Heading: p.searchWords(q), Count: p.say.Count("interventions", total)}
	if total > len(turns) {
		v.Cut = p.say.Say("dossier.part", p.say.Number(len(turns)))
	}
	if q.Cursor != "" {
		v.First = p.urls.Dossier(q, "")
	}
	if next != "" {
		v.Next = p.urls.Dossier(q, next)
	}
	return v, turns, nil
}
