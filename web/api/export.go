package api

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/xuri/excelize/v2"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/web/cite"
)

// MaxExport is how many interventions one export holds; the answer says when
// there are more.
const MaxExport = 2000

// exportColumns are the columns of a table of hits. Officers sort by them, so a
// value stands in one cell alone.
var exportColumns = []string{
	"id", "date", "report", "session", "speaker", "role", "organisation", "country", "on_behalf_of", "rcp", "theme", "act",
	"countries_mentioned", "organisations_mentioned", "language", "page", "passage", "url", "reference",
}

// exported is what an export writes: hits and the table of them, which is made when
// it is wanted, or references.
type exported struct {
	rows  func() [][]string
	hits  []Hit
	cited []cite.Cited
}

// export is a format of an export.
type export struct {
	mediaType, extension string
	write                func(io.Writer, exported) error
}

// tables are the formats that hold the hits; those of package cite hold their
// references.
var tables = map[string]export{
	"csv":   {"text/csv; charset=utf-8", "csv", writeCSV},
	"xlsx":  {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", writeXLSX},
	"jsonl": {"application/x-ndjson; charset=utf-8", "jsonl", writeJSONL},
}

// exportFormats are the names of the formats, that of no choice first.
func exportFormats() []string { return append([]string{"csv", "xlsx", "jsonl"}, citationFormats()...) }

// exportByName returns one of exportFormats.
func exportByName(name string) export {
	if format, ok := tables[name]; ok {
		return format
	}
	format, _ := cite.FormatByName(name)
	return export{format.MediaType, format.Extension, func(w io.Writer, e exported) error {
		_, err := io.WriteString(w, format.Write(e.cited...))
		return err
	}}
}

func (h *handler) export(c *gin.Context, values url.Values) {
	format := exportByName(values.Get("format"))
	what, total, err := h.whatToExport(c, values)
	if err != nil {
		fail(c, err)
		return
	}
	var b strings.Builder
	if err := format.write(&b, what); err != nil {
		fail(c, err)
		return
	}
	c.Header("Content-Disposition", `attachment; filename="interventions.`+format.extension+`"`)
	c.Header("X-Total-Count", strconv.Itoa(total))
	c.Header("Cache-Control", "no-cache")
	c.Data(http.StatusOK, format.mediaType, []byte(b.String()))
}

// whatToExport finds what a request asks for: the interventions of its ids, or
// else a search.
func (h *handler) whatToExport(c *gin.Context, values url.Values) (e exported, total int, err error) {
	ctx, base := c.Request.Context(), BaseURL(c.Request)
	ids, err := ChosenIDs(values, "id")
	if err != nil {
		return e, 0, err
	}
	q, err := newQuery(values, h.vocabulary)
	if err != nil {
		return e, 0, err
	}
	switch {
	case len(ids) > 0 && (q.Narrowed() || q.Text != "" || q.Sort != ""):
		return e, 0, invalid("id", errors.New("a search is given beside it"), "Ask either for ids or for a search.")
	case len(ids) > 0:
		e, err = h.service.exportChosen(ctx, ids, base)
		total = len(e.hits)
	case isTable(values.Get("format")):
		e.hits, total, err = h.service.All(ctx, q, MaxExport)
	default:
		var turns []*search.Turn
		turns, total, _, err = h.service.Found(ctx, q, MaxExport)
		e.cited = citedAll(turns, base)
	}
	e.rows = func() [][]string { return h.service.rows(ctx, q, e.hits, base) }
	return e, total, err
}

func isTable(format string) bool {
	_, ok := tables[format]
	return ok
}

// exportChosen is the interventions of some ids, all of which there must be.
func (s *Service) exportChosen(ctx context.Context, ids []corpus.InterventionID, base string) (e exported, err error) {
	turns, missing, err := s.Chosen(ctx, ids)
	if err != nil {
		return e, err
	}
	if len(missing) > 0 {
		return e, &corpus.Error{Code: corpus.NotFound, Op: "intervention", File: string(missing[0]), Hint: "Ask again without its id."}
	}
	for _, t := range turns {
		e.hits = append(e.hits, HitOf(t))
	}
	e.cited = citedAll(turns, base)
	return e, nil
}

// All is the first hits of a query, up to a number of search.MaxSize at most, and
// how many there are.
func (s *Service) All(ctx context.Context, q *Query, limit int) (hits []Hit, total int, err error) {
	answer, err := s.Answer(ctx, q.first(func(n *Query) { n.Size, n.Facets = min(limit, search.MaxSize), []string{} }))
	if err != nil {
		return nil, 0, err
	}
	return answer.Hits, answer.Total, nil
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
	out, heads := [][]string{exportColumns}, make(map[corpus.ReportID]*corpus.Report)
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
			names(corpus.Act, h.Tags[corpus.Act]), names(corpus.Country, h.Tags[corpus.Country]), names(corpus.Organisation, h.Tags[corpus.Organisation]),
			h.Language, strconv.Itoa(h.Page), passage, base + h.URL, s.referenceOf(ctx, heads, h, base),
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

func writeCSV(w io.Writer, e exported) error { return WriteCSV(w, e.rows()) }

func writeJSONL(w io.Writer, e exported) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	for i := range e.hits {
		if err := encoder.Encode(e.hits[i]); err != nil {
			return err
		}
	}
	return nil
}

func writeXLSX(w io.Writer, e exported) (err error) {
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
	for i, row := range e.rows() {
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
