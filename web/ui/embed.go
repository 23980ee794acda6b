package ui

import (
	"cmp"
	"html"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/web/api"
)

// embedPage builds the lines that put the search on another page.
type embedPage struct {
	layout
	Lists   []optionList
	Code    string  // to copy: always the newest script
	Pinned  string  // to copy: this very script, with its checksum
	Kept    string  // how long that one is served, in words
	Script  string  // URL of the script, for the preview
	Preview []field // attributes of the element
	Style   string  // an example

	Intervention string // id, if one is to be quoted
}

type optionList struct {
	Name, Title string
	Options     []picked
}

// picked is one choice of a list.
type picked struct {
	Value, Text string
	Current     bool
}

// embedded is what the element is to be.
type embedded struct {
	View                string // one of views
	Intervention        string // that is quoted instead, or ""
	RCP, Country, Theme string
	Lang, Size          string
}

// views are the kinds of element, the usual one first.
var views = []string{"page", "box", "matrix"}

// interventionForm is that of an intervention's id.
var interventionForm = regexp.MustCompile(`^[A-Za-z0-9-]{1,64}$`)

// attributes are those of the element. What goes without saying is not said.
func (e *embedded) attributes() []field {
	var out []field
	add := func(name, value string) {
		if value != "" {
			out = append(out, field{Name: name, Value: value})
		}
	}
	switch {
	case e.Intervention != "":
		add("intervention", e.Intervention)
	case e.View == "box":
		add("mode", e.View)
	case e.View == "matrix":
		add("view", e.View)
	}
	out = append(out, e.filters()...)
	if e.Size != "5" || e.View == "matrix" {
		add("size", e.Size)
	}
	add("lang", e.Lang)
	return out
}

// filters are the presets of a search.
func (e *embedded) filters() []field {
	var out []field
	if e.Intervention != "" {
		return nil
	}
	for _, f := range []field{{"rcp", e.RCP}, {"country", e.Country}, {"theme", e.Theme}} {
		if f.Value != "" {
			out = append(out, f)
		}
	}
	return out
}

func (p *visit) embed() {
	values := p.c.Request.URL.Query()
	e := embedded{Lang: p.say.Code, View: views[0]}
	for _, a := range []struct {
		kind corpus.Kind
		id   *string
	}{{corpus.RCP, &e.RCP}, {corpus.Country, &e.Country}, {corpus.Theme, &e.Theme}} {
		if found, ok := p.vocabulary.Entry(a.kind, values.Get(string(a.kind))); ok {
			*a.id = found.ID
		}
	}
	if tongue := values.Get("box"); slices.ContainsFunc(p.layout("", "").Tongues, func(t tongueLink) bool { return t.Code == tongue }) {
		e.Lang = tongue
	}
	if n := values.Get("size"); slices.Contains(sizes, n) {
		e.Size = n
	}
	if view := values.Get("view"); slices.Contains(views, view) {
		e.View = view
	}
	if id := strings.TrimSpace(values.Get("intervention")); interventionForm.MatchString(id) {
		e.Intervention = id
	}
	base := api.BaseURL(p.c.Request)
	v := embedPage{layout: p.layout(pageEmbed, p.say.Say("embed.title")), Preview: e.attributes(), Script: p.widget.Path(), Style: embedStyle}
	v.Intervention = e.Intervention
	v.Lists = p.embedLists(e)
	element := p.element(e, base)
	v.Code = `<script src="` + base + `/widget.js" async></script>` + "\n" + element
	v.Pinned = `<script src="` + base + p.widget.Path() + `" integrity="` + p.widget.Integrity() + `" crossorigin="anonymous" async></script>` + "\n" + element
	v.Kept = p.say.Say("embed.passing")
	if p.widget.Released {
		v.Kept = p.say.Say("embed.kept")
	}
	p.show(http.StatusOK, pageEmbed, v)
}

var sizes = []string{"3", "5", "10", "20"}

const embedStyle = `briefing-search {
  --bs-accent: #7a1f3d;
  --bs-radius: 0;
  --bs-font: Georgia, serif;
}
briefing-search::part(title) { text-decoration: none; }`

// element is the tag to copy. Between its ends stands what browsers show that
// run no script: a form, or a link.
func (p *visit) element(e embedded, base string) string {
	var attributes strings.Builder
	for _, a := range e.attributes() {
		attributes.WriteString(" " + a.Name + `="` + html.EscapeString(a.Value) + `"`)
	}
	return "<briefing-search" + attributes.String() + ">\n  " + p.without(e, base) + "\n</briefing-search>"
}

// without is what the element is where there are no scripts.
func (p *visit) without(e embedded, base string) string {
	say := p.catalogue(e.Lang)
	link := func(path, words string) string {
		return `<a href="` + base + html.EscapeString(path) + `">` + html.EscapeString(say.Say(words)) + `</a>`
	}
	query := make(url.Values)
	var hidden strings.Builder
	for _, f := range e.filters() {
		query.Set(f.Name, f.Value)
		hidden.WriteString(`<input type="hidden" name="` + f.Name + `" value="` + html.EscapeString(f.Value) + `">`)
	}
	switch {
	case e.Intervention != "":
		return link(api.InterventionPath(corpus.InterventionID(e.Intervention)), "embed.read")
	case e.View == "matrix":
		return link(strings.TrimSuffix("/matrix?"+query.Encode(), "?"), "site.matrix")
	}
	return `<form action="` + base + `/"><label>` + html.EscapeString(say.Say("search.label")) + ` <input name="q"></label>` + hidden.String() +
		`<button>` + html.EscapeString(say.Say("search.button")) + `</button></form>`
}

func (p *visit) embedLists(e embedded) []optionList {
	kinds := optionList{Name: "view", Title: p.say.Say("embed.view")}
	for _, v := range views {
		kinds.Options = append(kinds.Options, picked{Value: v, Text: p.say.Say("embed.view-" + v), Current: v == e.View})
	}
	out := []optionList{kinds}
	for _, a := range []struct {
		kind corpus.Kind
		id   string
	}{{corpus.RCP, e.RCP}, {corpus.Country, e.Country}, {corpus.Theme, e.Theme}} {
		list := optionList{Name: string(a.kind), Title: p.say.Say("embed." + string(a.kind))}
		list.Options = append(list.Options, picked{Text: p.say.Say("embed.any"), Current: a.id == ""})
		for entry := range p.vocabulary.Entries(a.kind) {
			list.Options = append(list.Options, picked{Value: entry.ID, Text: entry.Label(p.say.Code), Current: entry.ID == a.id})
		}
		rest := list.Options[1:]
		slices.SortFunc(rest, func(a, b picked) int { return strings.Compare(a.Text, b.Text) })
		out = append(out, list)
	}
	tongues := optionList{Name: "box", Title: p.say.Say("embed.lang")}
	for _, c := range p.catalogues {
		tongues.Options = append(tongues.Options, picked{Value: c.Code, Text: c.Name, Current: c.Code == e.Lang})
	}
	shown := optionList{Name: "size", Title: p.say.Say("embed.size")}
	for _, n := range sizes {
		shown.Options = append(shown.Options, picked{Value: n, Text: n, Current: n == cmp.Or(e.Size, "5")})
	}
	return append(out, tongues, shown)
}

// openSearch describes the search box to browsers, so that the address bar can
// search here.
func (p *visit) openSearch() {
	base := html.EscapeString(api.BaseURL(p.c.Request))
	text := `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>Briefsearch</ShortName>
<Description>` + html.EscapeString(p.say.Say("site.tagline")) + `</Description>
<InputEncoding>UTF-8</InputEncoding>
<Image width="16" height="16" type="image/svg+xml">` + base + html.EscapeString(p.urls.Asset("mark.svg")) + `</Image>
<Url type="text/html" template="` + base + `/?q={searchTerms}"/>
<Url type="application/atom+xml" template="` + base + `/search.atom?q={searchTerms}"/>
</OpenSearchDescription>
`
	p.c.Data(http.StatusOK, "application/opensearchdescription+xml; charset=utf-8", []byte(text))
}
