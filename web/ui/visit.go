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
	begun bool // the top of the page has been sent
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
	return (&api.Query{Size: api.DefaultSize, OneForm: true, Lang: p.urls.lang}).Labelled(p.say.Code)
}

// oneForm says whether a page counts a report that is held in several forms in one of
// them: unless all are asked for.
func oneForm(values url.Values) bool { return values.Get(api.FormsParameter) != api.FormsAll }

// parsed reads parameters as a page means them.
func (p *visit) parsed(values url.Values) (*api.Query, error) {
	q, err := api.ParseRequest(values, p.vocabulary)
	if err != nil {
		return nil, err
	}
	q.OneForm = oneForm(values)
	return q, nil
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

// The parts of every page.
const (
	topPart  = "top" // what a browser fetches for the page, and no word of it
	restPart = "rest"
)

// begin sends the top of a page, so that a browser fetches what the page needs while
// the rest is made. A status cannot be taken back: what may fail has been done.
func (p *visit) begin(status int, page string, view any) {
	if text, err := p.print(page, view, topPart); err == nil { // or else show says why
		p.send(status, text)
		p.c.Writer.Flush()
		p.begun = true
	}
}

// show prints what has not been sent of a page, or the fault page when it cannot be
// printed: what has been sent cannot be taken back, so it is printed whole before it
// is sent.
func (p *visit) show(status int, page string, view any) {
	parts := []string{topPart, restPart}
	if p.begun {
		parts = parts[1:]
	}
	text, err := p.print(page, view, parts...)
	switch {
	case err == nil:
		p.send(status, text)
	case p.begun:
		_ = p.c.Error(err)
		panic(http.ErrAbortHandler) // so that nobody takes it for whole
	case page == pageFault:
		_ = p.c.Error(err)
		p.c.String(http.StatusInternalServerError, "Something went wrong here. The fault has been logged.")
	default:
		p.fault(err)
	}
}

func (p *visit) print(page string, view any, parts ...string) ([]byte, error) {
	var b bytes.Buffer
	for _, part := range parts {
		if err := p.templates[p.say.Code][page].ExecuteTemplate(&b, part, view); err != nil {
			return nil, fmt.Errorf("print page %s: %w", page, err)
		}
	}
	return b.Bytes(), nil
}

func (p *visit) send(status int, text []byte) {
	if !p.begun {
		p.c.Header("Cache-Control", "no-cache")
		p.c.Header("Content-Language", p.say.Code)
		p.c.Writer.Header().Add("Vary", "Accept-Language")
		p.c.Header("Content-Type", "text/html; charset=utf-8")
		p.c.Status(status)
	}
	if _, err := p.c.Writer.Write(text); err != nil { // nobody reads on
		_ = p.c.Error(err)
	}
}
