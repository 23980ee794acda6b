// Package ui is the pages: search, an intervention, a report, the list of
// reports, and faults.
//
// In: requests, checked by api.ParseRequest and answered by an api.Service. Out:
// HTML that works without JavaScript. Each page is a view (search.go, turn.go,
// report.go …) that a template of the same name prints; a view holds text and
// URLs only, so that a template decides nothing. Every URL comes from urls.go.
package ui

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"net/http"

	"github.com/gin-gonic/gin"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/web/api"
)

//go:embed templates
var templateFiles embed.FS

// Options are what the pages need.
type Options struct {
	Service    *api.Service
	Vocabulary *vocabulary.Vocabulary
	Version    string // of the program, shown in the footer
}

// Pages answers the pages. It is safe for concurrent use.
type Pages struct {
	service    *api.Service
	vocabulary *vocabulary.Vocabulary
	version    string
	assets     *assets
	urls       urls
	templates  map[string]*template.Template
}

// The pages, by the name of their template.
const (
	pageHome    = "home"
	pageSearch  = "search"
	pageTurn    = "turn"
	pageReport  = "report"
	pageReports = "reports"
	pageFault   = "fault"
)

// New reads the templates and the assets, which are part of the program.
func New(o Options) (*Pages, error) {
	a, err := loadAssets()
	if err != nil {
		return nil, err
	}
	p := &Pages{
		service: o.Service, vocabulary: o.Vocabulary, version: o.Version,
		assets: a, urls: urls{assets: a}, templates: make(map[string]*template.Template),
	}
	shared, err := template.New("layout").ParseFS(templateFiles, "templates/layout.html", "templates/parts.html")
	if err != nil {
		return nil, err
	}
	for _, name := range []string{pageHome, pageSearch, pageTurn, pageReport, pageReports, pageFault} {
		t, err := shared.Clone()
		if err != nil {
			return nil, err
		}
		if p.templates[name], err = t.ParseFS(templateFiles, "templates/"+name+".html"); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// Register adds the routes of the pages and of their assets.
func (p *Pages) Register(r gin.IRouter) {
	for path, answer := range map[string]gin.HandlerFunc{
		"/":                  p.search,
		"/interventions/:id": p.turn,
		"/reports":           p.reports,
		"/reports/:id":       p.report,
		"/static/:name":      p.asset,
	} {
		r.GET(path, answer)
		r.HEAD(path, answer)
	}
}

// layout is what every page has.
type layout struct {
	Title   string // of the window
	Page    string // name of the page, for the style sheet
	Text    string // in the search box
	Version string
	URL     urls
	JSON    string // the same as JSON, or ""
	Hidden  []field
}

// field is a hidden field of the search form.
type field struct{ Name, Value string }

func (p *Pages) layout(page, title string) layout {
	if title != "" {
		title += " · "
	}
	return layout{Title: title + "Briefsearch", Page: page, Version: p.version, URL: p.urls}
}

// show prints a page, or the fault page when it cannot be printed: what has been
// sent cannot be taken back, so it is printed whole before it is sent.
func (p *Pages) show(c *gin.Context, status int, page string, view any) {
	var b bytes.Buffer
	if err := p.templates[page].ExecuteTemplate(&b, "layout", view); err != nil {
		err = fmt.Errorf("print page %s: %w", page, err)
		if page == pageFault {
			_ = c.Error(err)
			c.String(http.StatusInternalServerError, "Something went wrong here. The fault has been logged.")
			return
		}
		p.Fault(c, err)
		return
	}
	c.Header("Cache-Control", "no-cache")
	c.Data(status, "text/html; charset=utf-8", b.Bytes())
}

// faultPage is what went wrong, in words.
type faultPage struct {
	layout
	Status    int
	Heading   string
	Detail    string
	Hint      string
	Parameter string
	Without   string // the same request without the parameter at fault, or ""
}

var headings = map[int]string{
	http.StatusBadRequest:         "That search cannot be read",
	http.StatusNotFound:           "There is nothing here",
	http.StatusMethodNotAllowed:   "That is not how this page is asked for",
	http.StatusServiceUnavailable: "The search cannot be answered now",
}

// Fault answers with a page that says what went wrong and what to do. It leaves
// the error in the context, for the log.
func (p *Pages) Fault(c *gin.Context, err error) {
	_ = c.Error(err)
	problem := api.NewProblem(c.Request, err)
	heading := headings[problem.Status]
	if heading == "" {
		heading = "Something went wrong here"
	}
	view := faultPage{
		layout: p.layout(pageFault, heading), Status: problem.Status, Heading: heading, Hint: problem.Hint,
		Parameter: problem.Parameter, Detail: problem.Detail,
	}
	view.Text = c.Request.URL.Query().Get("q")
	switch {
	case problem.Status == http.StatusNotFound:
		view.Detail, view.Hint = "The address leads to no page, report or intervention that is held here.", ""
	case problem.Parameter != "":
		view.Detail = cause(err)
		view.Without = p.urls.without(c.Request.URL, problem.Parameter)
	}
	p.show(c, problem.Status, pageFault, view)
}

// cause is what an error says below its place, which the page says itself.
func cause(err error) string {
	var e *corpus.Error
	if errors.As(err, &e) && e.Err != nil {
		return e.Err.Error()
	}
	return err.Error()
}
