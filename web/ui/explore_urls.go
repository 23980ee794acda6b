package ui

import (
	"net/url"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/web/api"
)

// Matrix is the table of a search.
func (u urls) Matrix(q *api.Query, rows, cols string) string {
	return u.carrying("/matrix?" + tableOf(q, rows, cols, onPage))
}

// MatrixCSV is the same as a file.
func (urls) MatrixCSV(q *api.Query, rows, cols string) string {
	return api.Root + "/matrix?" + tableOf(q, rows, cols, (*api.Query).Encode) + "&format=csv"
}

// MatrixJSON is the same in the API.
func (urls) MatrixJSON(q *api.Query, rows, cols string) string {
	return api.Root + "/matrix?" + tableOf(q, rows, cols, (*api.Query).Encode)
}

func tableOf(q *api.Query, rows, cols string, encode func(*api.Query) string) string {
	n := *q.Sorted("").Grouped(false)
	n.Facets = nil
	s := "rows=" + url.QueryEscape(rows) + "&cols=" + url.QueryEscape(cols)
	if rest := encode(&n); rest != "" {
		s += "&" + rest
	}
	return s
}

// TimelineCSV is the counts of a search by year as a file.
func (urls) TimelineCSV(q *api.Query) string {
	n := shown(q.Sorted(""))
	n.Lang = "" // there are no labels in it
	rest := n.Encode()
	if rest != "" {
		rest = "&" + rest
	}
	return api.Root + "/timeline?unit=year&format=csv" + rest
}

// Profile is the page of a value of a facet, or "" if it has none.
func (u urls) Profile(facet, value string) string {
	switch {
	case value == "" || !isProfiled(facet):
		return ""
	case facet == search.FieldSpeaker:
		return u.Speaker(value)
	case facet == string(corpus.Country):
		return u.Country(value)
	default:
		return u.RCP(value)
	}
}

// Speaker is the page of a speaker.
func (u urls) Speaker(name string) string { return u.with("/speakers/" + url.PathEscape(name)) }

// Country is the page of a State.
func (u urls) Country(code string) string { return u.with("/countries/" + url.PathEscape(code)) }

// RCP is the page of a consultative process.
func (u urls) RCP(id string) string { return u.with("/rcps/" + url.PathEscape(id)) }

// Compare sets two values of a facet side by side. What is "" is asked for on
// the page.
func (u urls) Compare(kind, a, b, text string) string {
	s := "/compare?kind=" + url.QueryEscape(kind)
	for _, pair := range [][2]string{{"a", a}, {"b", b}, {"q", text}} {
		if pair[1] != "" {
			s += "&" + pair[0] + "=" + url.QueryEscape(pair[1])
		}
	}
	return u.with(s)
}

// Quality is the page of what is doubtful in a report.
func (u urls) Quality(id corpus.ReportID) string { return u.with(api.ReportPath(id) + "/quality") }
