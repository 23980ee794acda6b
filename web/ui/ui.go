// Package ui is the pages: search, an intervention, a report, the list of
// reports, and faults.
//
// In: requests, checked by api.ParseRequest and answered by an api.Service. Out:
// HTML that works without JavaScript. Each page is a view (search.go, turn.go,
// report.go …) that a template of the same name prints; a view holds text and
// URLs only, so that a template decides nothing. Every URL comes from urls.go.
package ui

import (
	"cmp"
	"embed"
	"errors"
	"html/template"
	"maps"
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/web/api"
	"briefsearch/web/locale"
	"briefsearch/web/widget"
)

//go:embed templates
var templateFiles embed.FS

// Options are what the pages need.
type Options struct {
	Service    *api.Service
	Vocabulary *vocabulary.Vocabulary
	Widget     *widget.Script // that /embed offers
	Version    string         // of the program, shown in the footer
}

// Pages answers the pages. It is safe for concurrent use.
type Pages struct {
	service    *api.Service
	vocabulary *vocabulary.Vocabulary
	version    string
	assets     *assets
	described  *api.Document // what /api shows
	widget     *widget.Script
	catalogues []*locale.Catalogue
	templates  map[string]map[string]*template.Template // by language and page
}

// The pages, by the name of their template.
const (
	pageHome    = "home"
	pageSearch  = "search"
	pageTurn    = "turn"
	pageReport  = "report"
	pageReports = "reports"
	pageFault   = "fault"
	pageEmbed   = "embed"
	pageDossier = "dossier"

	pageSelection = "selection"
	pageAPI       = "api"
)

var pages = []string{pageHome, pageSearch, pageTurn, pageReport, pageReports, pageFault, pageEmbed, pageDossier, pageSelection, pageAPI}

// New reads the templates and the assets, which are part of the program.
func New(o Options) (*Pages, error) {
	a, err := loadAssets()
	if err != nil {
		return nil, err
	}
	p := &Pages{
		service: o.Service, vocabulary: o.Vocabulary, version: o.Version, assets: a, widget: o.Widget,
		templates: make(map[string]map[string]*template.Template),
	}
	if p.described, err = api.Describe(!o.Service.HideOriginals); err != nil {
		return nil, err
	}
	if p.catalogues, err = locale.Load(); err != nil {
		return nil, err
	}
	for _, c := range p.catalogues {
		if p.templates[c.Code], err = parseTemplates(c); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// parseTemplates reads the templates of all pages, which say what a catalogue
// does.
func parseTemplates(c *locale.Catalogue) (map[string]*template.Template, error) {
	shared, err := template.New("layout").Funcs(template.FuncMap{
		"say":    c.Say,
		"lang":   func() string { return c.Code },
		"facets": api.FacetNames,
		// The words of a catalogue are ours; those of a report never come here.
		"markup": func(key string) template.HTML { return template.HTML(c.Say(key)) }, //nolint:gosec // see above
	}).ParseFS(templateFiles, "templates/layout.html", "templates/parts.html", "templates/explore.html")
	if err != nil {
		return nil, err
	}
	out := make(map[string]*template.Template)
	for _, name := range slices.Concat(pages, explorePages) {
		t, err := shared.Clone()
		if err != nil {
			return nil, err
		}
		if out[name], err = t.ParseFS(templateFiles, "templates/"+name+".html"); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Register adds the routes of the pages and of their assets.
func (p *Pages) Register(r gin.IRouter) {
	routes := map[string]func(*visit){
		"/":                  (*visit).search,
		"/interventions/:id": (*visit).turn,
		"/reports":           (*visit).reports,
		"/reports/:id":       (*visit).report,
		"/embed":             (*visit).embed,
		"/api":               (*visit).apiReference,
		"/dossier":           (*visit).dossier,
		"/selection":         (*visit).selection,
		"/search.atom":       (*visit).atom,
		"/opensearch.xml":    (*visit).openSearch,
	}
	maps.Copy(routes, exploreRoutes())
	for path, answer := range routes {
		handle := func(c *gin.Context) { answer(p.visit(c)) }
		r.GET(path, handle)
		r.HEAD(path, handle)
	}
	r.GET("/static/:name", p.asset)
	r.HEAD("/static/:name", p.asset)
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
	http.StatusBadRequest:         "fault.bad",
	http.StatusNotFound:           "fault.none",
	http.StatusMethodNotAllowed:   "fault.method",
	http.StatusServiceUnavailable: "fault.busy",
	http.StatusTooManyRequests:    "fault.busy",
}

// Fault answers with a page that says what went wrong and what to do. It leaves
// the error in the context, for the log.
func (p *Pages) Fault(c *gin.Context, err error) { p.visit(c).fault(err) }

func (p *visit) fault(err error) {
	c := p.c
	_ = c.Error(err)
	problem := api.NewProblem(c.Request, err)
	api.TellWhen(c.Writer.Header(), err)
	heading := p.say.Say(cmp.Or(headings[problem.Status], "fault.ours"))
	view := faultPage{
		layout: p.layout(pageFault, heading), Status: problem.Status, Heading: heading, Hint: problem.Hint,
		Parameter: problem.Parameter, Detail: problem.Detail,
	}
	view.Text = c.Request.URL.Query().Get("q")
	switch {
	case problem.Status == http.StatusNotFound:
		view.Detail, view.Hint = p.say.Say("fault.none-detail"), ""
	case problem.Parameter != "":
		view.Detail = cause(err)
		view.Without = p.urls.without(c.Request.URL, problem.Parameter)
	}
	p.show(problem.Status, pageFault, view)
}

// cause is what an error says below its place, which the page says itself.
func cause(err error) string {
	var e *corpus.Error
	if errors.As(err, &e) && e.Err != nil {
		return e.Err.Error()
	}
	return err.Error()
}
