package ui

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/url"

	"github.com/gin-gonic/gin"

	"briefsearch/web/api"
	"briefsearch/web/locale"
)

// visit is one request for a page: who asks, and in which language.
type visit struct {
	*Pages
	c     *gin.Context
	say   *locale.Catalogue
	urls  urls
	label api.Labeller
}

// visit finds the language of a request: what its address asks for, or else
// what the browser likes best. A language that was asked for goes into every
// link, so that no cookie is needed.
func (p *Pages) visit(c *gin.Context) *visit {
	asked := c.Query("lang")
	say := locale.Choose(p.catalogues, asked, c.GetHeader("Accept-Language"))
	v := &visit{Pages: p, c: c, say: say, urls: urls{assets: p.assets, picks: picksOf(c.Request.URL.Query())}}
	if asked != "" {
		v.urls.lang = say.Code
	}
	v.label = p.service.Labels(c.Request.Context(), say.Code)
	return v
}

func (p *visit) ctx() context.Context { return p.c.Request.Context() }

// catalogue is what the pages say in a language.
func (p *visit) catalogue(code string) *locale.Catalogue {
	return locale.Choose(p.catalogues, code, "")
}

// none is a search for everything.
func (p *visit) none() *api.Query {
	return (&api.Query{Size: api.DefaultSize, Lang: p.urls.lang}).Labelled(p.say.Code)
}

// layout is what every page has.
type layout struct {
	Title   string // of the window
	Page    string // name of the page, for the style sheet
	Text    string // in the search box
	Version string
	Lang    string
	Dir     string
	URL     urls
	JSON    string // the same as JSON, or ""
	Atom    string // the same as a feed, or ""
	Hidden  []field
	Tongues []tongueLink

	Picked      int    // interventions in the selection
	PickedWords string // "Selection (3)", or "" when there are none
}

// field is a hidden field of the search form.
type field struct{ Name, Value string }

// tongueLink is the page in another language.
type tongueLink struct {
	Code, Name, URL string
	Current         bool
}

func (p *visit) layout(page, title string) layout {
	if title != "" {
		title += " · "
	}
	l := layout{
		Title: title + "Briefsearch", Page: page, Version: p.version, URL: p.urls, Lang: p.say.Code, Dir: p.say.Dir,
		Hidden: p.carried(), Picked: len(p.urls.picks),
	}
	switch {
	case l.Picked == api.MaxChosen:
		l.PickedWords = p.say.Say("site.selection-full", p.say.Number(l.Picked))
	case l.Picked > 0:
		l.PickedWords = p.say.Say("site.selection-count", p.say.Number(l.Picked))
	}
	for _, c := range p.catalogues {
		l.Tongues = append(l.Tongues, tongueLink{Code: c.Code, Name: c.Name, URL: inLanguage(p.c.Request.URL, c.Code), Current: c == p.say})
	}
	return l
}

// carried keeps in a form what every link hands on: the language that was asked
// for, and the selection.
func (p *visit) carried() []field {
	var out []field
	if p.urls.lang != "" {
		out = append(out, field{Name: "lang", Value: p.urls.lang})
	}
	for _, id := range p.urls.picks {
		out = append(out, field{Name: pickParameter, Value: string(id)})
	}
	return out
}

// parameters are those of the request, without the selection.
func (p *visit) parameters() (url.Values, error) {
	values, err := api.ParseQuery(p.c.Request.URL.RawQuery)
	delete(values, pickParameter)
	return values, err
}

func inLanguage(u *url.URL, code string) string {
	values := u.Query()
	values.Set("lang", code)
	return (&url.URL{Path: u.Path, RawQuery: values.Encode()}).RequestURI()
}

// show prints a page, or the fault page when it cannot be printed: what has been
// sent cannot be taken back, so it is printed whole before it is sent.
func (p *visit) show(status int, page string, view any) {
	var b bytes.Buffer
	if err := p.templates[p.say.Code][page].ExecuteTemplate(&b, "layout", view); err != nil {
		err = fmt.Errorf("print page %s: %w", page, err)
		if page == pageFault {
			_ = p.c.Error(err)
			p.c.String(http.StatusInternalServerError, "Something went wrong here. The fault has been logged.")
			return
		}
		p.fault(err)
		return
	}
	p.c.Header("Cache-Control", "no-cache")
	p.c.Header("Content-Language", p.say.Code)
	p.c.Writer.Header().Add("Vary", "Accept-Language")
	p.c.Data(status, "text/html; charset=utf-8", b.Bytes())
}
