package ui

import (
	"net/url"
	"strconv"
	"strings"

	"briefsearch/corpus"
	"briefsearch/web/api"
)

// urls builds every link of the pages. The state of a search is in its URL and
// nowhere else.
type urls struct {
	assets *assets
	lang   string                  // that somebody asked for, which every link hands on; or ""
	picks  []corpus.InterventionID // the selection, which every link hands on, too
}

// with adds the language and the selection to a page's address.
func (u urls) with(address string) string {
	if u.lang != "" {
		address = adding(address, "lang="+u.lang)
	}
	return u.carrying(address)
}

// carrying adds the selection to the address of a page, which has the language.
func (u urls) carrying(address string) string {
	for _, id := range u.picks {
		address = adding(address, pickParameter+"="+url.QueryEscape(string(id)))
	}
	return address
}

// adding puts a parameter into an address, before its anchor.
func adding(address, pair string) string {
	path, anchor, anchored := strings.Cut(address, "#")
	if strings.Contains(path, "?") {
		path += "&" + pair
	} else {
		path += "?" + pair
	}
	if anchored {
		path += "#" + anchor
	}
	return path
}

// Home is the page without a search.
func (u urls) Home() string { return u.with("/") }

// Search is the page of a search. It is never Home, even when nothing is asked
// for.
func (u urls) Search(q *api.Query) string {
	address := "/?" + parametersOf(q)
	if q.Spread != "" {
		address += "&" + spreadParameter + "=" + q.Spread
	}
	return u.carrying(address)
}

// spreadParameter names the facet whose values are all listed.
const spreadParameter = "all"

// onPage writes a search as the pages read it: there a report counts in one of its forms
// when nothing is said.
func onPage(q *api.Query) string {
	n := *q
	n.OneForm = false
	s := n.Encode()
	if q.OneForm {
		return s
	}
	return strings.TrimPrefix(s+"&"+api.FormsParameter+"="+api.FormsAll, "&")
}

// parametersOf writes a search, even when nothing is asked for.
func parametersOf(q *api.Query) string {
	switch s := onPage(q); s {
	case "":
		return "q="
	case "lang=" + q.Lang:
		return "q=&" + s
	default:
		return s
	}
}

// Hit is the page of an intervention that a search has found, opened at a page of
// the original. From there the other hits can be reached.
func (u urls) Hit(q *api.Query, id corpus.InterventionID, page int) string {
	s := api.InterventionPath(id) + "?" + parametersOf(q)
	if page > 0 {
		s += "#" + pageAnchor(page)
	}
	return u.carrying(s)
}

// Selection is the page of what has been selected.
func (u urls) Selection() string { return u.with("/selection") }

// JSON is a search in the API.
func (urls) JSON(q *api.Query) string {
	if s := q.Encode(); s != "" {
		return api.Root + "/search?" + s
	}
	return api.Root + "/search"
}

// Turn is the page of an intervention, opened at a page of the original, or at
// its beginning if page is 0.
func (u urls) Turn(id corpus.InterventionID, page int) string {
	s := api.InterventionPath(id)
	if page > 0 {
		s += "#" + pageAnchor(page)
	}
	return u.with(s)
}

// WhoSaysWhat is the table of everything.
func (u urls) WhoSaysWhat() string { return u.with("/matrix") }

// Embed is the page that puts the search on other pages.
func (u urls) Embed() string { return u.with("/embed") }

// Reference is the description of the API.
func (u urls) Reference() string { return u.with("/api") }

// OpenSearch is the description of the search box.
func (urls) OpenSearch() string { return "/opensearch.xml" }

// Atom is a search as a feed.
func (urls) Atom(q *api.Query) string { return "/search.atom?" + narrowed(q) }

// Dossier is a search made for printing: the part behind a cursor.
func (urls) Dossier(q *api.Query, cursor string) string {
	return "/dossier?" + q.Grouped(false).After(cursor).Encode()
}

// DossierOf is some interventions made for printing.
func (u urls) DossierOf(ids []corpus.InterventionID) string {
	s := "/dossier?" + idsOf(ids)
	if u.lang != "" {
		s += "&lang=" + u.lang
	}
	return s
}

// ExportOf is some interventions as a file.
func (u urls) ExportOf(ids []corpus.InterventionID, format string) string {
	s := api.Root + "/export?format=" + format + "&" + idsOf(ids)
	if u.lang != "" {
		s += "&lang=" + u.lang
	}
	return s
}

func idsOf(ids []corpus.InterventionID) string {
	values := url.Values{}
	for _, id := range ids {
		values.Add("id", string(id))
	}
	return values.Encode()
}

// Export is a search as a file.
func (urls) Export(q *api.Query, format string) string {
	return api.Root + "/export?format=" + format + "&" + q.Grouped(false).Paged("", api.DefaultSize).Encode()
}

// narrowed is a search without its order and its size.
func narrowed(q *api.Query) string {
	return q.Sorted("").Grouped(false).Paged("", api.DefaultSize).Encode()
}

// Report is the page of a report.
func (u urls) Report(id corpus.ReportID) string { return u.with(api.ReportPath(id)) }

// Section is a section on the page of its report.
func (u urls) Section(id corpus.ReportID, n int) string {
	return u.Report(id) + "#" + api.SectionAnchor(n)
}

// Reports is the list of reports behind a cursor.
func (u urls) Reports(named, cursor string) string {
	address := "/reports"
	for _, pair := range [][2]string{{"q", named}, {"cursor", cursor}} {
		if pair[1] != "" {
			address = adding(address, pair[0]+"="+url.QueryEscape(pair[1]))
		}
	}
	return u.with(address)
}

// API is a page of the API.
func (urls) API(path string) string { return api.Root + path }

// Asset is a file of the pages' dress.
func (u urls) Asset(name string) string { return u.assets.url(name) }

// without is a URL without one of its parameters.
func (urls) without(u *url.URL, parameter string) string {
	values := u.Query()
	values.Del(parameter)
	rest := url.URL{Path: u.Path, RawQuery: values.Encode()}
	return rest.RequestURI()
}

// Anchors in the page of an intervention.
func pageAnchor(page int) string                { return "p" + strconv.Itoa(page) }
func evidenceAnchor(n int) string               { return "e" + strconv.Itoa(n) }
func tagKey(t *corpus.Tag) string               { return string(t.Kind) + ":" + t.ID }
func hitAnchor(id corpus.InterventionID) string { return "hit-" + string(id) }
func sessionAnchor(number int) string           { return "s" + strconv.Itoa(number) }
