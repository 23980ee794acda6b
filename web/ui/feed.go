package ui

import (
	"encoding/xml"
	"net/http"
	"strings"
	"time"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/web/api"
)

// An Atom feed of a search, as RFC 4287 has it.
type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Author  string   `xml:"author>name"`
	Link    atomLink `xml:"link"`
	Summary string   `xml:"summary"`
}

// feedSize is how many interventions a feed holds, the newest.
const feedSize = 50

// asked reads the search that the address asks for.
func (p *visit) asked() (*api.Query, error) {
	values, err := p.parameters()
	if err != nil {
		return nil, err
	}
	q, err := api.ParseRequest(values, p.vocabulary)
	if err != nil {
		return nil, err
	}
	q.Lang = p.urls.lang
	return q.Grouped(false).After(q.Cursor).Labelled(p.say.Code), nil
}

// problem tells a program what went wrong. It leaves the error in the context,
// for the log.
func (p *visit) problem(err error) {
	_ = p.c.Error(err)
	api.WriteProblem(p.c.Writer, p.c.Request, err)
}

func (p *visit) atom() {
	q, err := p.asked()
	if err != nil {
		p.problem(err)
		return
	}
	page := p.urls.Search(q)
	q = q.Sorted(search.ByDateDesc)
	q.Size, q.Facets = feedSize, []string{}
	answer, err := p.service.Answer(p.ctx(), q)
	if err != nil {
		p.problem(err)
		return
	}
	base := api.BaseURL(p.c.Request)
	self := base + p.c.Request.URL.RequestURI()
	feed := atomFeed{
		Lang: p.say.Code, ID: self, Title: p.searchWords(q) + " · Briefsearch", Updated: moment(""),
		Links: []atomLink{{Rel: "self", Type: "application/atom+xml", Href: self}, {Rel: "alternate", Type: "text/html", Href: base + page}},
	}
	for i := range answer.Hits {
		feed.Entries = append(feed.Entries, p.atomEntry(&answer.Hits[i], base))
		feed.Updated = max(feed.Updated, feed.Entries[i].Updated)
	}
	body, err := xml.MarshalIndent(feed, "", "  ")
	if err != nil {
		p.problem(err)
		return
	}
	p.c.Header("Cache-Control", "no-cache")
	p.c.Data(http.StatusOK, "application/atom+xml; charset=utf-8", append([]byte(xml.Header), body...))
}

func (p *visit) atomEntry(h *api.Hit, base string) atomEntry {
	s := p.newSpeaker(&h.Speaker)
	e := atomEntry{
		ID: base + h.URL, Title: s.Name + ": " + h.Report.Title, Updated: moment(h.Report.Date), Author: s.Name,
		Link: atomLink{Rel: "alternate", Type: "text/html", Href: base + h.URL},
	}
	for _, passage := range h.Passages {
		e.Summary = strings.TrimSpace(e.Summary + "\n" + passage.Text)
	}
	return e
}

// moment is a date as feeds write it. A report that has none is of long ago, so
// that it is news to nobody.
func moment(d corpus.Date) string {
	t, err := time.Parse(time.DateOnly, d.First())
	if err != nil {
		t = time.Unix(0, 0).UTC()
	}
	return t.Format(time.RFC3339)
}
