package ui

import (
	"net/http"
	"net/url"
	"regexp"
	"slices"

	"briefsearch/corpus"
	"briefsearch/web/api"
	"briefsearch/web/cite"
)

// The selection is the interventions that somebody has put aside. It lives in
// the addresses alone: every link of a page hands it on, so that it works without
// scripts, needs no cookie, and can be kept as a bookmark or sent.

// pickParameter names an intervention of the selection in an address.
const pickParameter = "pick"

// pickForm is the form of what may be an id; anything else is none.
var pickForm = regexp.MustCompile(`^[A-Za-z0-9._~-]{1,80}$`)

// picksOf reads the selection out of an address: as many as it can hold.
func picksOf(values url.Values) []corpus.InterventionID {
	var out []corpus.InterventionID
	for _, value := range values[pickParameter] {
		id := corpus.InterventionID(value)
		if pickForm.MatchString(value) && !slices.Contains(out, id) && len(out) < api.MaxChosen {
			out = append(out, id)
		}
	}
	return out
}

// pickLink puts an intervention into the selection, or takes it out.
type pickLink struct {
	ID     string // of the link
	URL    string
	Picked bool
	Whose  string // the speaker, for those who do not see where the link stands
}

func (p *visit) newPickLink(id corpus.InterventionID, whose string) *pickLink {
	picks, picked := toggled(p.urls.picks, id)
	return &pickLink{ID: "pick-" + string(id), URL: withPicks(p.c.Request.URL, picks), Picked: picked, Whose: whose}
}

// toggled is a selection with an intervention in addition, or without it when it
// was there.
func toggled(picks []corpus.InterventionID, id corpus.InterventionID) (changed []corpus.InterventionID, was bool) {
	if slices.Contains(picks, id) {
		return slices.DeleteFunc(slices.Clone(picks), func(other corpus.InterventionID) bool { return other == id }), true
	}
	return append(slices.Clone(picks), id), false
}

// withPicks is an address with another selection.
func withPicks(u *url.URL, picks []corpus.InterventionID) string {
	values := u.Query()
	values.Del(pickParameter)
	for _, id := range picks {
		values.Add(pickParameter, string(id))
	}
	return (&url.URL{Path: u.Path, RawQuery: values.Encode()}).RequestURI()
}

// pickAll puts all hits of a page into the selection, or is "" when they are
// there.
func (p *visit) pickAll(hits []api.Hit) string {
	picks := slices.Clone(p.urls.picks)
	for i := range hits {
		if !slices.Contains(picks, hits[i].ID) {
			picks = append(picks, hits[i].ID)
		}
	}
	if len(picks) == len(p.urls.picks) {
		return ""
	}
	return withPicks(p.c.Request.URL, picks)
}

// selectionPage is the view of the selection.
type selectionPage struct {
	layout
	Count      string
	Notices    []string
	Hits       []hit
	Tables     []link // of the selection as files
	Citations  []link
	Dossier    string
	References []string
	Clear      string // URL of the empty selection
}

func (p *visit) selection() {
	turns, missing, err := p.service.Chosen(p.ctx(), p.urls.picks)
	if err != nil {
		p.fault(err)
		return
	}
	v := &selectionPage{Count: p.say.Count("interventions", len(turns)), Clear: withPicks(p.c.Request.URL, nil)}
	v.layout = p.layout(pageSelection, p.say.Say("selection.title"))
	if len(missing) > 0 {
		v.Notices = append(v.Notices, p.say.Say("selection.missing", p.say.Number(len(missing))))
	}
	if len(p.urls.picks) == api.MaxChosen {
		v.Notices = append(v.Notices, p.say.Say("selection.full", api.MaxChosen))
	}
	ids := make([]corpus.InterventionID, 0, len(turns))
	for _, t := range turns {
		h := api.HitOf(t)
		ids = append(ids, h.ID)
		shown := p.newHit(p.none(), &h)
		shown.Pick = p.newPickLink(h.ID, shown.Speaker.Name)
		v.Hits = append(v.Hits, shown)
		v.References = append(v.References, p.reference(t))
	}
	file := func(format string) string { return p.urls.ExportOf(ids, format) }
	v.Tables, v.Citations, v.Dossier = tableLinks(file), citationLinks(file), p.urls.DossierOf(ids)
	p.show(http.StatusOK, pageSelection, v)
}

// tableLinks and citationLinks are the formats of an export.
func tableLinks(file func(format string) string) []link {
	return []link{{Text: "CSV", URL: file("csv")}, {Text: "XLSX", URL: file("xlsx")}, {Text: "JSON Lines", URL: file("jsonl")}}
}

func citationLinks(file func(format string) string) []link {
	var out []link
	for _, f := range cite.Formats() {
		out = append(out, link{Text: f.Label, URL: file(f.Name)})
	}
	return out
}
