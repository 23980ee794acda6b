package api

import (
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"
)

// What a table of counts is answered as.
const (
	asJSON = "json"
	asCSV  = "csv"
)

// tabular is an answer that is also a table for spreadsheets.
type tabular interface {
	// CSV is rows of text, the head first.
	CSV() [][]string
}

// tableFormat is what a table is wanted as: what the parameter says, or else
// what the client accepts.
func tableFormat(c *gin.Context, values url.Values) string {
	switch {
	case values.Get("format") != "":
		return values.Get("format")
	case c.NegotiateFormat(jsonType, csvType) == csvType:
		return asCSV
	default:
		return asJSON
	}
}

// replyTable sends a table in a format, under a name if it is a file.
func replyTable(c *gin.Context, format, name string, table tabular) {
	c.Header("Vary", "Accept")
	if format == asJSON {
		reply(c, table, nil)
		return
	}
	var b strings.Builder
	if err := WriteCSV(&b, table.CSV()); err != nil {
		fail(c, err)
		return
	}
	c.Header("Content-Disposition", `attachment; filename="`+name+`.csv"`)
	c.Header("Cache-Control", "no-cache")
	c.Data(http.StatusOK, "text/csv; charset=utf-8", []byte(b.String()))
}

// CSV is the timeline as rows of text, its head first. Turns without a date are
// a row of their own, so that the column adds up.
func (t *TimelineAnswer) CSV() [][]string {
	out := [][]string{{string(t.Unit), "interventions"}}
	for _, s := range t.Steps {
		out = append(out, []string{s.Start, strconv.Itoa(s.Count)})
	}
	if t.Undated > 0 {
		out = append(out, []string{"undated", strconv.Itoa(t.Undated)})
	}
	return out
}

// CannotExplore says whether an error means that the engine is no Explorer.
func CannotExplore(err error) bool { return errors.Is(err, errNoExplorer) }
