package api

import (
	"cmp"
	"context"
	"errors"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/search/query"
)

// Suggestion is one way to go on with what is being typed.
type Suggestion struct {
	Field string `json:"field"` // of the value: a facet, or "word"
	Value string `json:"value"`
	Label string `json:"label"`
	Count int    `json:"count"` // interventions
	Query string `json:"query"` // the whole query with it
}

// SuggestAnswer is the ways to go on.
type SuggestAnswer struct {
	Q           string       `json:"q"`
	Suggestions []Suggestion `json:"suggestions"`
}

const suggestions = 8

func (h *handler) suggest(c *gin.Context, values url.Values) {
	typed := strings.TrimLeft(values.Get("q"), " ")
	found, err := h.service.Suggest(c.Request.Context(), typed, sizeOf(values), cmp.Or(languageOf(values), "en"))
	reply(c, SuggestAnswer{Q: typed, Suggestions: found}, err)
}

// Suggest completes what somebody is typing.
func (s *Service) Suggest(ctx context.Context, typed string, size int, lang string) ([]Suggestion, error) {
	out := []Suggestion{}
	if strings.TrimSpace(typed) == "" || size == 0 {
		return out, nil
	}
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	label := s.Labels(ctx, lang)
	explorer, ok := s.engine.(search.Explorer)
	if !ok {
		return s.suggestValues(ctx, typed, size, label)
	}
	found, err := explorer.Suggest(ctx, typed, size)
	if err != nil {
		return nil, err
	}
	for _, f := range found {
		name := f.Label
		if f.Field != search.SuggestWord && f.Field != search.FieldSpeaker {
			name = label(f.Field, f.Value)
		}
		out = append(out, Suggestion{Field: f.Field, Value: f.Value, Label: name, Count: f.Count, Query: f.Query})
	}
	return out, nil
}

// suggestValues completes by values of the facets alone, for an engine that is
// no Explorer.
func (s *Service) suggestValues(ctx context.Context, typed string, size int, label Labeller) ([]Suggestion, error) {
	out := []Suggestion{}
	fields := []string{string(corpus.RCP), string(corpus.Country), search.FieldSpeaker, string(corpus.Theme)}
	req := search.Request{}
	for _, f := range fields {
		req.Facets = append(req.Facets, search.FacetRequest{Field: f, Prefix: strings.TrimSpace(typed), Size: size})
	}
	res, err := s.engine.Search(ctx, req)
	if err != nil {
		return nil, err
	}
	for _, f := range fields {
		for _, v := range res.Facets[f] {
			if v.Count > 0 && len(out) < size {
				asked := query.Field{Name: f, Value: v.Value}
				out = append(out, Suggestion{Field: f, Value: v.Value, Label: label(f, v.Value), Count: v.Count, Query: asked.String()})
			}
		}
	}
	return out, nil
}

// SimilarAnswer is the turns that are near to another.
type SimilarAnswer struct {
	ID   corpus.InterventionID `json:"id"`
	Hits []Hit                 `json:"hits"`
}

func (h *handler) similar(c *gin.Context, values url.Values) {
	hits, err := h.service.Similar(c.Request.Context(), c.Param("id"), sizeOf(values))
	reply(c, SimilarAnswer{ID: corpus.InterventionID(c.Param("id")), Hits: hits}, err)
}

// Similar finds turns that are near to another. An engine that is no Explorer
// finds none.
func (s *Service) Similar(ctx context.Context, id string, size int) ([]Hit, error) {
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	out := []Hit{}
	if _, err := s.engine.Intervention(ctx, corpus.InterventionID(id)); err != nil {
		return nil, err
	}
	explorer, ok := s.engine.(search.Explorer)
	if !ok || size == 0 {
		return out, nil
	}
	hits, err := explorer.Similar(ctx, corpus.InterventionID(id), size)
	if err != nil {
		return nil, err
	}
	for i := range hits {
		out = append(out, newHit(&hits[i]))
	}
	return out, nil
}

// Table is a table of counts: interventions by two facets.
type Table struct {
	Rows    string  `json:"rows"` // the facet
	Cols    string  `json:"cols"`
	Total   int     `json:"total"`
	RowHead []Value `json:"row_values"`
	ColHead []Value `json:"col_values"`
	Cells   [][]int `json:"cells"` // by row and column

	Asked *Query `json:"-"`
}

// defaultTable is how many rows and columns a table has.
const defaultTable = 20

func (h *handler) matrix(c *gin.Context, values url.Values) {
	rows, cols, q, err := newMatrix(values, h.service)
	if err != nil {
		fail(c, err)
		return
	}
	table, err := h.service.Matrix(c.Request.Context(), q, rows, cols, q.Size)
	if err != nil {
		fail(c, err)
		return
	}
	replyTable(c, tableFormat(c, values), "matrix", table)
}

// matrixParams are those of a table.
var matrixParams = slices.Concat([]Param{
	{Name: "rows", About: "Facet of the rows.", Values: FacetNames(), Default: string(corpus.RCP), Example: "country"},
	{Name: "cols", About: "Facet of the columns; another one.", Values: FacetNames(), Default: string(corpus.Theme), Example: "theme"},
}, scopeParams, []Param{sizeParam(defaultTable, search.MaxPage, "Rows and columns, "+strconv.Itoa(search.MaxMatrix)+" at most."), langParam, tableFormatParam})

// ParseMatrix reads the request for a table: a search, and what its rows and
// columns are.
func ParseMatrix(values url.Values, s *Service) (rows, cols string, q *Query, err error) {
	if values, err = check(values, matrixParams); err != nil {
		return "", "", nil, err
	}
	return newMatrix(values, s)
}

func newMatrix(values url.Values, s *Service) (rows, cols string, q *Query, err error) {
	if q, err = newQuery(values, s.vocabulary); err != nil {
		return "", "", nil, err
	}
	rows, cols = values.Get("rows"), values.Get("cols")
	if rows == cols {
		return "", "", nil, invalid("cols", errors.New("rows and cols are the same"), "Choose two facets.")
	}
	return rows, cols, q, nil
}

// errNoExplorer is the answer to what an engine cannot do.
var errNoExplorer = &corpus.Error{Code: corpus.Unavailable, Op: "explore", Hint: "This index cannot answer it; search works."}

// Matrix counts the interventions of a query in a table of so many rows and
// columns.
func (s *Service) Matrix(ctx context.Context, q *Query, rows, cols string, size int) (*Table, error) {
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	explorer, ok := s.engine.(search.Explorer)
	if !ok {
		return nil, errNoExplorer
	}
	q, err := s.whole(ctx, q)
	if err != nil {
		return nil, err
	}
	size = max(1, min(size, search.MaxMatrix))
	req := q.Request()
	m, err := explorer.Matrix(ctx, search.MatrixRequest{
		Query: req.Query, Filters: req.Filters, Rows: q.field(rows), Cols: q.field(cols), RowsSize: size, ColsSize: size,
	})
	if err != nil {
		return nil, err
	}
	label := s.Labels(ctx, q.language())
	out := &Table{Rows: rows, Cols: cols, Total: m.Total, RowHead: []Value{}, ColHead: []Value{}, Cells: m.Cells, Asked: q}
	for _, v := range m.Rows {
		out.RowHead = append(out.RowHead, Value{Value: v.Value, Label: label(rows, v.Value), Count: v.Count})
	}
	for _, v := range m.Cols {
		out.ColHead = append(out.ColHead, Value{Value: v.Value, Label: label(cols, v.Value), Count: v.Count})
	}
	if out.Cells == nil {
		out.Cells = [][]int{}
	}
	return out, nil
}

// CSV is the table as rows of text, its head first.
func (t *Table) CSV() [][]string {
	head := []string{t.Rows + " \\ " + t.Cols}
	for _, c := range t.ColHead {
		head = append(head, c.Label)
	}
	out := [][]string{head}
	for i, r := range t.RowHead {
		row := []string{r.Label}
		for _, n := range t.Cells[i] {
			row = append(row, strconv.Itoa(n))
		}
		out = append(out, row)
	}
	return out
}

// Step is a year or a month of a timeline.
type Step struct {
	Start string `json:"start"`
	Count int    `json:"count"`
}

// TimelineAnswer is counts in the order of time.
type TimelineAnswer struct {
	Unit    search.Unit `json:"unit"`
	Total   int         `json:"total"`
	Undated int         `json:"undated"`
	Steps   []Step      `json:"steps"`
}

func (h *handler) timeline(c *gin.Context, values url.Values) {
	q, err := newQuery(values, h.vocabulary)
	if err != nil {
		fail(c, err)
		return
	}
	answer, err := h.service.Timeline(c.Request.Context(), q, search.Unit(values.Get("unit")))
	if err != nil {
		fail(c, err)
		return
	}
	replyTable(c, tableFormat(c, values), "timeline", answer)
}

// Timeline counts the interventions of a query by year or month; "" is by year.
func (s *Service) Timeline(ctx context.Context, q *Query, unit search.Unit) (*TimelineAnswer, error) {
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	explorer, ok := s.engine.(search.Explorer)
	if !ok {
		return nil, errNoExplorer
	}
	if unit == "" {
		unit = search.ByYear
	}
	q, err := s.whole(ctx, q)
	if err != nil {
		return nil, err
	}
	req := q.Request()
	t, err := explorer.Timeline(ctx, search.TimelineRequest{Query: req.Query, Filters: req.Filters, Unit: unit})
	if err != nil {
		return nil, err
	}
	out := &TimelineAnswer{Unit: unit, Total: t.Total, Undated: t.Undated, Steps: []Step{}}
	for _, step := range t.Steps {
		out.Steps = append(out.Steps, Step(step))
	}
	return out, nil
}
