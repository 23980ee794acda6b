package ui

import (
	"net/http"
	"strings"

	"briefsearch/corpus"
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
}

type dossierTurn struct {
	hit
	Reference  string
	Paragraphs []string
}

// dossierSize is how many interventions are printed whole.
const dossierSize = 100

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
	hits, total, err := p.service.All(p.ctx(), q, dossierSize)
	if err != nil {
		return nil, nil, err
	}
	ids = make([]corpus.InterventionID, len(hits))
	for i := range hits {
		ids[i] = hits[i].ID
	}
	turns, _, err := p.service.Chosen(p.ctx(), ids)
	v := &dossierPage{Heading: p.searchWords(q), Count: p.say.Count("interventions", total)}
	if total > len(hits) {
		v.Cut = p.say.Say("dossier.cut", len(hits))
	}
	return v, turns, err
}
