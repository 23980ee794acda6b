package ui

import (
	"fmt"
	"net/http"
	"strings"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/web/api"
	"briefsearch/web/cite"
)

// turnPage is the view of an intervention.
type turnPage struct {
	layout
	Speaker    speaker
	AsPrinted  string
	MoreBy     string // URL of all interventions of the speaker, or ""
	Report     reportLine
	Session    string
	SessionURL string // of the session in the outline of the report
	Pages      string
	Language   string
	Paragraphs [][]piece
	Tags       []tagGroup
	Previous   *neighbour
	Next       *neighbour
	Outline    []outlineLine // of the session
	Reference  string        // as people cite it
	Formats    []link        // of the reference
	Permanent  string
	Original   *original
	Similar    []hit
	Trail      *trail    // the search that led here, or nil
	Pick       *pickLink // puts the turn into the selection
	Barcode    *barcode  // of the report, with what the search has found
	Here       *barcodeUse
}

// outlineLine is a turn of the same session.
type outlineLine struct {
	Speaker string
	URL     string
	Current bool
}

type tagGroup struct {
	Kind  string
	Title string
	Tags  []tagView
}

// tagView is a tag with the reason for it.
type tagView struct {
	Key       string // as in piece.Tags
	Label     string
	URL       string // of what else has the tag
	Relations string // "speaks for it"
	Reasons   []reason
	// Correction is what takes the tag away, as a sidecar's text.
	Correction string
}

// reason is words that stand in the text, and why they count.
type reason struct {
	Text   string
	Via    string
	Places []place
}

type place struct {
	Number int    // from 1, among those of the tag
	Anchor string // in the page
}

type neighbour struct {
	Speaker speaker
	URL     string
}

func (p *visit) turn() {
	ctx := p.ctx()
	t, err := p.service.Turn(ctx, p.c.Param("id"))
	if err != nil {
		p.fault(err)
		return
	}
	in := t.Intervention
	v := turnPage{
		Speaker: p.newSpeaker(&in.Speaker), AsPrinted: in.Speaker.AsPrinted, Report: p.newReportLine(t.Report),
		Pages: p.say.Pages(in.PageFrom, in.PageTo), Language: in.Language,
		Previous: p.newNeighbour(t.Previous), Next: p.newNeighbour(t.Next),
	}
	v.layout = p.layout(pageTurn, v.Speaker.Name+", "+v.Report.Title)
	v.JSON = p.urls.API("/interventions/" + string(in.ID))
	v.Pick = p.newPickLink(in.ID, v.Speaker.Name)
	if v.Trail = p.newTrail(in.ID); v.Trail != nil {
		v.Text = v.Trail.Text
	}
	if in.Session != nil {
		v.Session, v.SessionURL = in.Session.Title, p.urls.Report(t.Report.ID)+"#"+sessionAnchor(in.Session.Number)
	}
	switch {
	case t.Person != "":
		v.MoreBy = p.urls.Speaker(t.Person)
	case in.Speaker.Country != "" && v.Speaker.Name == v.Speaker.Country: // else its name is a link
		v.MoreBy = p.urls.Country(in.Speaker.Country)
	}
	var spans []span
	v.Tags, spans = p.tagGroups(in)
	v.Paragraphs = paragraphs(in.Text, append(spans, v.Trail.sought()...), pageStarts(in))
	v.surroundings(p, t)
	v.Similar = p.similar(in)
	v.Reference, v.Permanent = p.reference(t), api.BaseURL(p.c.Request)+api.InterventionPath(in.ID)
	v.Formats = citationLinks(func(format string) string {
		return p.urls.API("/interventions/" + string(in.ID) + "/citation?format=" + format)
	})
	v.Original = p.newOriginal(t, v.Trail)
	p.show(http.StatusOK, pageTurn, v)
}

// reference is how a turn is cited.
func (p *visit) reference(t *search.Turn) string {
	address := api.BaseURL(p.c.Request) + api.InterventionPath(t.Intervention.ID)
	return strings.TrimSpace(cite.Formats()[0].Write(cite.Cited{Report: t.Report, Intervention: t.Intervention, URL: address}))
}

// surroundings are where a turn stands in its report. The page does without them
// when the report cannot be read.
func (v *turnPage) surroundings(p *visit, t *search.Turn) {
	r, err := p.service.Report(p.ctx(), string(t.Report.ID))
	if err != nil {
		return
	}
	v.Outline = p.outline(r, t.Intervention)
	var found map[corpus.InterventionID]bool
	if v.Trail != nil && (v.Trail.query.Node != nil || v.Trail.query.Narrowed()) {
		found, _ = p.service.HitsIn(p.ctx(), v.Trail.query, r.ID) // none, if they cannot be had
	}
	v.Barcode = p.newBarcode(r.ID, api.ShapeOf(r), found)
	v.Here = v.Barcode.use(t.Intervention.ID)
}

// outlineAround is how many turns before and after a turn its outline shows.
const outlineAround = 4

// outline is the turns of the same session around a turn.
func (p *visit) outline(r *corpus.Report, of *corpus.Intervention) []outlineLine {
	var out []outlineLine
	number := func(in *corpus.Intervention) int {
		if in.Session == nil {
			return 0
		}
		return in.Session.Number
	}
	for i := range r.Interventions {
		in := &r.Interventions[i]
		if number(in) != number(of) || in.N < of.N-outlineAround || in.N > of.N+outlineAround {
			continue
		}
		out = append(out, outlineLine{Speaker: p.newSpeaker(&in.Speaker).Name, URL: p.urls.Turn(in.ID, 0), Current: in.ID == of.ID})
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// tagGroups lists the tags by kind, and gives every piece of evidence its anchor
// in the text. What a cover says of the speaker has no place in the text.
func (p *visit) tagGroups(in *corpus.Intervention) ([]tagGroup, []span) {
	none := p.none()
	var groups []tagGroup
	var spans []span
	for _, kind := range corpus.Kinds() {
		g := tagGroup{Kind: string(kind), Title: p.say.Say("kind." + string(kind))}
		for _, t := range in.Tags.Of(kind) {
			v := tagView{
				Key: tagKey(&t), Label: p.tagLabel(&t), Relations: p.relationsOf(&t),
				URL: p.urls.Search(none.With(string(kind), t.ID)), Correction: correction(in.ID, &t),
			}
			for i, e := range t.Evidence {
				if e.Start == e.End {
					v.Reasons = append(v.Reasons, reason{Text: in.Speaker.AsPrinted, Via: p.viaWord(e.Via)})
					continue
				}
				s := span{From: e.Start, To: e.End, Tag: v.Key, Kind: g.Kind, Anchor: evidenceAnchor(len(spans) + 1)}
				spans = append(spans, s)
				v.add(p.viaWord(e.Via), e, place{Number: i + 1, Anchor: s.Anchor})
			}
			g.Tags = append(g.Tags, v)
		}
		if len(g.Tags) > 0 {
			groups = append(groups, g)
		}
	}
	return groups, spans
}

// correction is what an officer puts into the sidecar of the report to take a tag
// away.
func correction(id corpus.InterventionID, t *corpus.Tag) string {
	return fmt.Sprintf("tags:\n  - intervention: %s\n    remove: {%s: [%s]}\n", id, t.Kind, t.ID)
}

// tagLabel is the name of a tag's value: the vocabulary's in the language of the
// page, or else the one that the index holds.
func (p *visit) tagLabel(t *corpus.Tag) string {
	if e, ok := p.vocabulary.Entry(t.Kind, t.ID); ok {
		return e.Label(p.say.Code)
	}
	return t.Label
}

// viaWord says why words of the text are evidence of a tag.
func (p *visit) viaWord(via string) string {
	if key := "via." + via; p.say.Knows(key) {
		return p.say.Say(key)
	}
	return strings.ReplaceAll(via, "_", " ")
}

// add puts evidence beside that of the same words and reason.
func (v *tagView) add(via string, e corpus.Evidence, at place) {
	for i := range v.Reasons {
		if r := &v.Reasons[i]; r.Via == via && strings.EqualFold(r.Text, e.Text) {
			r.Places = append(r.Places, at)
			return
		}
	}
	v.Reasons = append(v.Reasons, reason{Text: e.Text, Via: via, Places: []place{at}})
}

// relationsOf says how the turn stands to a tag. Of a theme there is nothing to
// say: the turn is on it.
func (p *visit) relationsOf(t *corpus.Tag) string {
	if t.Kind == corpus.Theme {
		return ""
	}
	var words []string
	for _, r := range t.Relations {
		words = append(words, p.say.Say("relation."+string(r)))
	}
	return p.say.List(words)
}

// pageStarts are the places where a page of the original begins, the first page
// of the turn left out.
func pageStarts(in *corpus.Intervention) []pageStart {
	var out []pageStart
	page := in.PageFrom
	for _, l := range in.Lines {
		if l.Page != page {
			page = l.Page
			out = append(out, pageStart{At: l.Start, Page: page})
		}
	}
	return out
}

func (p *visit) newNeighbour(n *search.Neighbour) *neighbour {
	if n == nil {
		return nil
	}
	return &neighbour{Speaker: p.newSpeaker(&n.Speaker), URL: p.urls.Turn(n.ID, 0)}
}
