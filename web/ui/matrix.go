package ui

import (
	"errors"
	"math"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/search"
	"briefsearch/search/query"
	"briefsearch/web/api"
)

// matrixPage is the view of a table of two facets.
type matrixPage struct {
	layout
	Heading string // "Consultative processes by themes"
	Count   string
	Form    matrixForm
	Filters []chip
	Search  string // URL of the search behind the table
	CSV     string
	Turned  string // URL of the table with rows and columns exchanged
	RowKind string
	ColKind string
	RowName string
	ColName string
	Cols    []matrixHead
	Rows    []matrixRow
	Empty   string // "37 of 60 cells are empty"
	Scale   []heat
	Silent  *silence
}

// matrixForm is the boxes above the table.
type matrixForm struct {
	Rows, Cols, Roles, Sizes []option
	Text                     string
	Kept                     []field
}

// option is one of a list to choose from.
type option struct {
	Value, Text string
	Selected    bool
}

// matrixHead is the head of a row or of a column.
type matrixHead struct {
	Text   string
	Full   string // the whole name, when Text is short for it
	URL    string
	Count  string // of the value alone
	Search string // URL of what Count counts
}

type matrixRow struct {
	Head  matrixHead
	Cells []matrixCell
}

// matrixCell is a number, how dark it is, and the search behind it.
type matrixCell struct {
	Count string
	Level int // 0 is empty
	URL   string
	Label string // for those who do not see where the cell stands
}

// heat is a step of the scale.
type heat struct {
	Level int
	Text  string // "3–7"
}

// silence is the values of a closed list that the table has no line for.
type silence struct {
	Text  string
	Names []link
}

// heatLevels is how many shades there are.
const heatLevels = 5

// matrixFacets are the facets that the page offers as rows and columns. The
// others can be asked for in the address.
var matrixFacets = []string{
	string(corpus.RCP), string(corpus.Country), string(corpus.Theme), string(corpus.Organisation), search.FieldSpeaker,
	string(corpus.Act), search.FieldYear,
}

func (p *visit) matrix() {
	values, err := p.parameters()
	if err != nil {
		p.fault(err)
		return
	}
	rows, cols, q, err := api.ParseMatrix(values, p.service)
	if err != nil {
		p.fault(err)
		return
	}
	q.Lang, q.OneForm = p.urls.lang, oneForm(values)
	table, err := p.service.Matrix(p.ctx(), q.Labelled(p.say.Code), rows, cols, q.Size)
	if err != nil {
		p.fault(err)
		return
	}
	p.show(http.StatusOK, pageMatrix, p.newMatrixPage(table))
}

func (p *visit) newMatrixPage(t *api.Table) *matrixPage {
	q := t.Asked
	byTime(t)
	v := &matrixPage{
		Heading: p.say.Say("matrix.by", p.plural(t.Rows), p.plural(t.Cols)), Count: p.say.Count("interventions", t.Total),
		Form: p.newMatrixForm(t), Search: p.urls.Search(shown(q)), CSV: p.urls.MatrixCSV(q, t.Rows, t.Cols),
		Turned: p.urls.Matrix(q, t.Cols, t.Rows), Filters: p.matrixChips(t),
		RowKind: t.Rows, ColKind: t.Cols, RowName: p.say.Say("facet." + t.Rows), ColName: p.say.Say("facet." + t.Cols),
	}
	v.layout = p.layout(pageMatrix, v.Heading)
	v.JSON = p.urls.MatrixJSON(q, t.Rows, t.Cols)
	for _, c := range t.ColHead {
		v.Cols = append(v.Cols, p.newMatrixHead(q, t.Cols, c))
	}
	empty, largest := p.fillMatrix(v, t)
	if cells := len(t.RowHead) * len(t.ColHead); cells > 0 {
		v.Empty = p.say.Say("matrix.empty", p.say.Number(empty), p.say.Number(cells))
	}
	v.Scale = p.scale(largest)
	v.Silent = p.silent(t)
	return v
}

// fillMatrix makes the rows, and counts the cells with nothing in them.
func (p *visit) fillMatrix(v *matrixPage, t *api.Table) (empty, largest int) {
	for _, cells := range t.Cells {
		largest = max(largest, slices.Max(append([]int{0}, cells...)))
	}
	for i, r := range t.RowHead {
		row := matrixRow{Head: p.newMatrixHead(t.Asked, t.Rows, r)}
		within := narrow(t.Asked, t.Rows, r.Value)
		for j, n := range t.Cells[i] {
			cell := matrixCell{Count: p.say.Number(n), Level: level(n, largest)}
			if n == 0 {
				empty++
			} else {
				cell.URL = p.urls.Search(shown(narrow(within, t.Cols, t.ColHead[j].Value)))
				cell.Label = p.say.Say("matrix.cell", p.say.Number(n), r.Label, t.ColHead[j].Label)
			}
			row.Cells = append(row.Cells, cell)
		}
		v.Rows = append(v.Rows, row)
	}
	return empty, largest
}

// narrow asks for a value of a facet in addition to what a search asks for. A
// choice in that facet is any of several, so a value beside it goes into the
// words.
func narrow(q *api.Query, facet, value string) *api.Query {
	choice := q.Choices[facet].Any
	switch {
	case len(choice) == 0:
		return q.With(facet, value)
	case slices.Contains(choice, value):
		for _, other := range choice {
			if other != value {
				q = q.Without(facet, other)
			}
		}
		return q
	default:
		field := query.Field{Name: fieldOf(q, facet), Value: value}.String()
		if q.Text == "" {
			return q.Saying(field)
		}
		return q.Saying("(" + q.Text + ") " + field)
	}
}

// fieldOf is the name in the query language of a facet: countries are asked by
// role.
func fieldOf(q *api.Query, facet string) string {
	if facet == string(corpus.Country) && q.CountryRole != "" {
		return facet + "_" + string(q.CountryRole)
	}
	return facet
}

// level is the shade of a number. Shades follow the square root: counts differ
// much, and one that is large must not make all others look alike.
func level(n, largest int) int {
	switch {
	case n <= 0:
		return 0
	case largest == 1:
		return 1
	}
	share := (math.Sqrt(float64(n)) - 1) / (math.Sqrt(float64(largest)) - 1)
	return min(heatLevels, 1+int(heatLevels*share))
}

// scale says which numbers have which shade.
func (p *visit) scale(largest int) []heat {
	var out []heat
	for n := 1; n <= largest; {
		l, to := level(n, largest), n
		for to < largest && level(to+1, largest) == l {
			to++
		}
		text := p.say.Number(n)
		if to > n {
			text += "–" + p.say.Number(to)
		}
		out = append(out, heat{Level: l, Text: text})
		n = to + 1
	}
	return out
}

// byTime puts years in their order, in rows or columns: the order of frequency
// tells nothing of them.
func byTime(t *api.Table) {
	byYear := func(a, b api.Value) int { return strings.Compare(a.Value, b.Value) }
	if t.Cols == search.FieldYear {
		order := slices.SortedFunc(slices.Values(t.ColHead), byYear)
		for i, cells := range t.Cells {
			sorted := make([]int, len(cells))
			for j, c := range order {
				sorted[j] = cells[slices.Index(t.ColHead, c)]
			}
			t.Cells[i] = sorted
		}
		t.ColHead = order
	}
	if t.Rows == search.FieldYear {
		order := slices.SortedFunc(slices.Values(t.RowHead), byYear)
		cells := make([][]int, len(order))
		for i, r := range order {
			cells[i] = t.Cells[slices.Index(t.RowHead, r)]
		}
		t.RowHead, t.Cells = order, cells
	}
}

func (p *visit) newMatrixHead(q *api.Query, facet string, v api.Value) matrixHead {
	h := matrixHead{Text: v.Label, Count: p.say.Number(v.Count), Search: p.urls.Search(shown(narrow(q, facet, v.Value)))}
	if short := p.brief(facet, v); short != v.Label {
		h.Text, h.Full = short, v.Label
	}
	if h.URL = p.urls.Profile(facet, v.Value); h.URL == "" {
		h.URL = h.Search
	}
	return h
}

// plural names a facet as the values it has.
func (p *visit) plural(facet string) string {
	if key := "kind." + facet; p.say.Knows(key) {
		return p.say.Say(key)
	}
	return p.say.Say("facet." + facet)
}

func (p *visit) newMatrixForm(t *api.Table) matrixForm {
	q := t.Asked
	f := matrixForm{Text: q.Text, Rows: p.facetOptions(t.Rows), Cols: p.facetOptions(t.Cols)}
	for _, role := range []corpus.Relation{"", corpus.SpeaksFor, corpus.Mentioned} {
		key := "role." + string(role)
		if role == "" {
			key = "role.any"
		}
		f.Roles = append(f.Roles, option{Value: string(role), Text: p.say.Say(key), Selected: q.CountryRole == role})
	}
	sizes := []int{10, 20, 50, 100}
	if !slices.Contains(sizes, q.Size) {
		sizes = append(sizes, q.Size)
		slices.Sort(sizes)
	}
	for _, n := range sizes {
		f.Sizes = append(f.Sizes, option{Value: strconv.Itoa(n), Text: p.say.Number(n), Selected: n == q.Size})
	}
	f.Kept = append(f.Kept, p.filtersKept(q)...)
	return f
}

// filtersKept are the filters of a search as hidden fields.
func (p *visit) filtersKept(q *api.Query) []field {
	var out []field
	for _, name := range api.FacetNames() {
		for _, value := range q.Choices[name].Any {
			out = append(out, field{Name: name, Value: value})
		}
		for _, value := range q.Choices[name].None {
			out = append(out, field{Name: "-" + name, Value: value})
		}
	}
	for _, end := range []field{{"from", string(q.From)}, {"to", string(q.To)}} {
		if end.Value != "" {
			out = append(out, end)
		}
	}
	return append(out, p.carried()...)
}

func (p *visit) facetOptions(chosen string) []option {
	names := slices.Clone(matrixFacets)
	if !slices.Contains(names, chosen) {
		names = append(names, chosen)
	}
	var out []option
	for _, name := range names {
		out = append(out, option{Value: name, Text: p.say.Say("facet." + name), Selected: name == chosen})
	}
	return out
}

// matrixChips are the filters of the table, each with the table without it.
func (p *visit) matrixChips(t *api.Table) []chip {
	q := t.Asked
	var out []chip
	for _, name := range api.FacetNames() {
		add := func(value string, excluded bool) {
			out = append(out, chip{
				Kind: name, Title: p.title(name), Label: p.label(name, value), Excluded: excluded,
				Remove: p.urls.Matrix(q.Without(name, value), t.Rows, t.Cols),
			})
		}
		for _, value := range q.Choices[name].Any {
			add(value, false)
		}
		for _, value := range q.Choices[name].None {
			add(value, true)
		}
	}
	if q.From != "" || q.To != "" {
		out = append(out, chip{
			Kind: search.FieldDate, Title: p.title(search.FieldDate), Label: p.rangeWords(q.From, q.To),
			Remove: p.urls.Matrix(q.Undated(), t.Rows, t.Cols),
		})
	}
	return out
}

// silent lists the processes or themes that no intervention of the table has: a
// table of counts cannot show who is not there at all. It says nothing when the
// table was cut off at its size.
func (p *visit) silent(t *api.Table) *silence {
	facet, heads := t.Rows, t.RowHead
	if !closed(facet) {
		facet, heads = t.Cols, t.ColHead
	}
	if !closed(facet) || len(heads) >= t.Asked.Size {
		return nil
	}
	s := &silence{Text: p.say.Say("matrix.silent", p.plural(facet))}
	for e := range p.vocabulary.Entries(corpus.Kind(facet)) {
		there := slices.ContainsFunc(heads, func(v api.Value) bool { return v.Value == e.ID })
		if there || e.Group == vocabulary.GroupGlobal {
			continue
		}
		s.Names = append(s.Names, link{Text: e.Label(p.say.Code), URL: p.urls.Profile(facet, e.ID)})
	}
	if len(s.Names) == 0 {
		return nil
	}
	return s
}

// closed says whether the vocabulary knows all values of a facet, and they are
// few enough to be read.
func closed(facet string) bool { return facet == string(corpus.RCP) || facet == string(corpus.Theme) }

// notFound is the fault of an address that names nothing.
func notFound(kind, name string) error {
	return &corpus.Error{Code: corpus.NotFound, Op: kind, File: name, Err: errors.New("it is not held here")}
}

// ask reads parameters as a search, in the language of the visit.
func (p *visit) ask(values url.Values) (*api.Query, error) {
	q, err := p.parsed(values)
	if err != nil {
		return nil, err
	}
	q.Lang = p.urls.lang
	return q.Labelled(p.say.Code), nil
}
