package api

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/xuri/excelize/v2"

	"briefsearch/corpus"
	"briefsearch/search"
)

// MaxExport is how many interventions one export holds; the answer says when
// there are more.
const MaxExport = 2000

// exportColumns are the columns of a table of hits. Officers sort by them, so a
// value stands in one cell alone.
var exportColumns = []string{
	"id", "date", "report", "session", "speaker", "role", "organisation", "country", "on_behalf_of", "rcp", "theme",
	"countries_mentioned", "organisations_mentioned", "language", "page", "passage", "url",
}

// exports are the formats of an export, by their name in the address.
var exports = map[string]struct {
	mediaType, extension string
	write                func(io.Writer, [][]string, []Hit) error
}{
	"csv":   {"text/csv; charset=utf-8", "csv", writeCSV},
	"xlsx":  {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", writeXLSX},
	"jsonl": {"application/x-ndjson; charset=utf-8", "jsonl", writeJSONL},
}

func (h *handler) export(c *gin.Context) {
	values, err := ParseQuery(c.Request.URL.RawQuery)
	if err != nil {
		fail(c, err)
		return
	}
	q, err := parseRequest(values, h.vocabulary, []string{"q", "country_role", "from", "to", "sort", "lang", "format"})
	if err != nil {
		fail(c, err)
		return
	}
	name := values.Get("format")
	if name == "" {
		name = "csv"
	}
	format, ok := exports[name]
	if !ok {
		fail(c, invalid("format", fmt.Errorf("there is no format %q", name), "Use csv, xlsx or jsonl."))
		return
	}
	hits, total, err := h.service.All(c.Request.Context(), q, MaxExport)
	if err != nil {
		fail(c, err)
		return
	}
	var b strings.Builder
	if err := format.write(&b, h.service.rows(c.Request.Context(), q, hits, BaseURL(c.Request)), hits); err != nil {
		fail(c, err)
		return
	}
	c.Header("Content-Disposition", `attachment; filename="interventions.`+format.extension+`"`)
	c.Header("X-Total-Count", strconv.Itoa(total))
	c.Header("Cache-Control", "no-cache")
	c.Data(http.StatusOK, format.mediaType, []byte(b.String()))
}

// All is the first hits of a query, up to a number, and how many there are.
func (s *Service) All(ctx context.Context, q *Query, limit int) (hits []Hit, total int, err error) {
	q = q.first(func(n *Query) { n.Size, n.Facets = search.MaxSize, []string{} })
	for {
		answer, err := s.Answer(ctx, q)
		if err != nil {
			return nil, 0, err
		}
		total = answer.Total
		hits = append(hits, answer.Hits...)
		if answer.Next == nil || len(hits) >= limit {
			return hits[:min(len(hits), limit)], total, nil
		}
		q = q.After(*answer.Next)
	}
}

// rows is a table of hits in the order of exportColumns.
func (s *Service) rows(ctx context.Context, q *Query, hits []Hit, base string) [][]string {
	label := s.Labels(ctx, q.language())
	names := func(kind corpus.Kind, ids []string) string {
		var out []string
		for _, id := range ids {
			out = append(out, label(string(kind), id))
		}
		return strings.Join(out, "; ")
	}
	out := [][]string{exportColumns}
	for i := range hits {
		h := &hits[i]
		session, passage, country := "", "", ""
		if h.Session != nil {
			session = h.Session.Title
		}
		if len(h.Passages) > 0 {
			passage = h.Passages[0].Text
		}
		if h.Country != nil {
			country = label(string(corpus.Country), *h.Country)
		}
		row := []string{
			string(h.ID), string(h.Report.Date), h.Report.Title, session, h.Speaker.Display(), h.Speaker.Role, h.Speaker.Organisation,
			country, strings.Join(h.Speaker.OnBehalfOf, "; "), names(corpus.RCP, h.Tags[corpus.RCP]), names(corpus.Theme, h.Tags[corpus.Theme]),
			names(corpus.Country, h.Tags[corpus.Country]), names(corpus.Organisation, h.Tags[corpus.Organisation]),
			h.Language, strconv.Itoa(h.Page), passage, base + h.URL,
		}
		out = append(out, row)
	}
	return out
}

// WriteCSV writes rows for spreadsheets: with a byte order mark, by which they
// know UTF-8, and so that no text is taken for a formula.
func WriteCSV(w io.Writer, rows [][]string) error {
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	for _, row := range rows {
		safe := make([]string, len(row))
		for i, cell := range row {
			safe[i] = inert(cell)
		}
		if err := out.Write(safe); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// inert keeps a text of a report from running as a formula.
func inert(cell string) string {
	if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
		return "'" + cell
	}
	return cell
}

func writeCSV(w io.Writer, rows [][]string, _ []Hit) error { return WriteCSV(w, rows) }

func writeJSONL(w io.Writer, _ [][]string, hits []Hit) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	for i := range hits {
		if err := encoder.Encode(hits[i]); err != nil {
			return err
		}
	}
	return nil
}

func writeXLSX(w io.Writer, rows [][]string, _ []Hit) (err error) {
	book := excelize.NewFile()
	defer func() {
		if e := book.Close(); err == nil {
			err = e
		}
	}()
	const sheet = "Sheet1"
	stream, err := book.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	if err := stream.SetColWidth(1, len(exportColumns), 22); err != nil {
		return err
	}
	for i, row := range rows {
		cells := make([]any, len(row))
		for j, cell := range row {
			cells[j] = firstRunes(cell, excelize.TotalCellChars)
		}
		if err := stream.SetRow("A"+strconv.Itoa(i+1), cells); err != nil {
			return err
		}
	}
	if err := stream.Flush(); err != nil {
		return err
	}
	return book.Write(w)
}

// firstRunes is at most the first n code points of s: a cell holds no more.
func firstRunes(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}
