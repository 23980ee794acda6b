package ui

import (
	"html"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/web/api"
)

// embedPage builds the lines that put the search on another page.
type embedPage struct {
	layout
	Lists   []optionList
	Code    string // to copy: always the newest script
	Pinned  string // to copy: this very script, with its checksum
	Script  string // URL of the script, for the preview
	Preview embedded
	Style   string // an example
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

// embedded are the attributes of the element.
type embedded struct{ RCP, Country, Theme, Lang, Size string }

func (p *visit) embed() {
	values := p.c.Request.URL.Query()
	e := embedded{Lang: p.say.Code, Size: "5"}
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
	base := api.BaseURL(p.c.Request)
	v := embedPage{layout: p.layout(pageEmbed, p.say.Say("embed.title")), Preview: e, Script: p.widget.Path(), Style: embedStyle}
	v.Lists = p.embedLists(e)
	element := p.element(e, base)
	v.Code = `<script src="` + base + `/widget.js" async></script>` + "\n" + element
	v.Pinned = `<script src="` + base + p.widget.Path() + `" integrity="` + p.widget.Integrity() + `" crossorigin="anonymous" async></script>` + "\n" + element
	p.show(http.StatusOK, pageEmbed, v)
}

var sizes = []string{"3", "5", "10", "20"}

const embedStyle = `briefing-search {
  --bs-accent: #7a1f3d;
  --bs-radius: 0;
  --bs-font: Georgia, serif;
}
briefing-search::part(title) { text-decoration: none; }`

// element is the tag to copy. Between its ends stands a form for browsers that
// run no script.
func (p *visit) element(e embedded, base string) string {
	var attributes, hidden strings.Builder
	for _, a := range [][2]string{{"rcp", e.RCP}, {"country", e.Country}, {"theme", e.Theme}} {
		if a[1] != "" {
			attributes.WriteString(" " + a[0] + `="` + html.EscapeString(a[1]) + `"`)
			hidden.WriteString(`<input type="hidden" name="` + a[0] + `" value="` + html.EscapeString(a[1]) + `">`)
		}
	}
	if e.Size != "5" {
		attributes.WriteString(` size="` + e.Size + `"`)
	}
	say := p.catalogue(e.Lang)
	return `<briefing-search` + attributes.String() + ` lang="` + e.Lang + `">` + "\n" +
		`  <form action="` + base + `/"><label>` + html.EscapeString(say.Say("search.label")) + ` <input name="q"></label>` + hidden.String() +
		`<button>` + html.EscapeString(say.Say("search.button")) + `</button></form>` + "\n" + `</briefing-search>`
}

func (p *visit) embedLists(e embedded) []optionList {
	var out []optionList
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
		shown.Options = append(shown.Options, picked{Value: n, Text: n, Current: n == e.Size})
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

// withoutCursor are parameters from their beginning.
func withoutCursor(values url.Values) url.Values {
	values.Del("cursor")
	return values
}
