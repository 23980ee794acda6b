package ui

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/web/api"
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

func (p *Pages) turn(c *gin.Context) {
	ctx := c.Request.Context()
	t, err := p.service.Turn(ctx, c.Param("id"))
	if err != nil {
		p.Fault(c, err)
		return
	}
	label := p.service.Labels(ctx, "en")
	in := t.Intervention
	v := turnPage{
		Speaker: newSpeaker(&in.Speaker, label), AsPrinted: in.Speaker.AsPrinted, Report: p.newReportLine(t.Report),
		Pages: pageWords(in.PageFrom, in.PageTo), Language: in.Language,
		Previous: p.newNeighbour(t.Previous, label), Next: p.newNeighbour(t.Next, label),
	}
	v.layout = p.layout(pageTurn, v.Speaker.Name+", "+v.Report.Title)
	v.JSON = p.urls.API("/interventions/" + string(in.ID))
	if in.Session != nil {
		v.Session, v.SessionURL = in.Session.Title, p.urls.Report(t.Report.ID)+"#"+sessionAnchor(in.Session.Number)
	}
	if in.Speaker.Name != "" {
		none := &api.Query{Size: api.DefaultSize}
		v.MoreBy = p.urls.Search(none.With(search.FieldSpeaker, in.Speaker.Name))
	}
	var spans []span
	v.Tags, spans = p.tagGroups(in.Tags)
	v.Paragraphs = paragraphs(in.Text, spans, pageStarts(in))
	p.show(c, http.StatusOK, pageTurn, v)
}

// tagGroups lists the tags by kind, and gives every piece of evidence its anchor
// in the text.
func (p *Pages) tagGroups(tags corpus.Tags) ([]tagGroup, []span) {
	none := &api.Query{Size: api.DefaultSize}
	var groups []tagGroup
	var spans []span
	for _, kind := range corpus.Kinds() {
		g := tagGroup{Kind: string(kind), Title: kindTitles[kind]}
		for _, t := range tags.Of(kind) {
			v := tagView{
				Key: tagKey(&t), Label: t.Label, Relations: relationsOf(&t),
				URL: p.urls.Search(none.With(string(kind), t.ID)),
			}
			for i, e := range t.Evidence {
				s := span{From: e.Start, To: e.End, Tag: v.Key, Kind: g.Kind, Anchor: evidenceAnchor(len(spans) + 1)}
				spans = append(spans, s)
				v.add(e, place{Number: i + 1, Anchor: s.Anchor})
			}
			g.Tags = append(g.Tags, v)
		}
		if len(g.Tags) > 0 {
			groups = append(groups, g)
		}
	}
	return groups, spans
}

// add puts evidence beside that of the same words and reason.
func (v *tagView) add(e corpus.Evidence, at place) {
	via := viaWord(e.Via)
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
func relationsOf(t *corpus.Tag) string {
	if t.Kind == corpus.Theme {
		return ""
	}
	var words []string
	for _, r := range t.Relations {
		words = append(words, relationWords[r])
	}
	return list(words, "and")
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

func (p *Pages) newNeighbour(n *search.Neighbour, label api.Labeller) *neighbour {
	if n == nil {
		return nil
	}
	return &neighbour{Speaker: newSpeaker(&n.Speaker, label), URL: p.urls.Turn(n.ID, 0)}
}
