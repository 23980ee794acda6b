package enginetest

import (
	"cmp"
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/search/query"
)

// oracle answers by looking at every intervention.
type oracle struct {
	all []document
}

type document struct {
	report  *corpus.Report
	in      *corpus.Intervention
	words   []string
	section bool
	fields  map[string][]string // the values
}

func newOracle(reports map[corpus.ReportID]*corpus.Report) oracle {
	var docs []document
	for _, r := range reports {
		for i := range r.Interventions {
			docs = append(docs, newDocument(r, &r.Interventions[i]))
		}
		for i, s := range r.Sections {
			d := newDocument(r, &corpus.Intervention{
				ID: search.SectionID(r.ID, i+1), N: i + 1, Text: s.Title + "\n\n" + s.Text, Language: r.Language, PageFrom: s.Page, Tags: s.Tags,
			})
			d.section = true
			docs = append(docs, d)
		}
	}
	slices.SortFunc(docs, func(a, b document) int { return strings.Compare(string(a.in.ID), string(b.in.ID)) })
	for _, f := range search.Fields() {
		if f.Names != nil {
			name(docs, f)
		}
	}
	return oracle{docs}
}

// name turns the terms of a field, of all documents together, into values.
func name(docs []document, f search.Field) {
	var terms []string
	for _, d := range docs {
		terms = append(terms, d.fields[f.Name]...)
	}
	slices.Sort(terms)
	terms = slices.Compact(terms)
	names := f.Names(terms)
	for _, d := range docs {
		for i, term := range d.fields[f.Name] {
			at, _ := slices.BinarySearch(terms, term)
			d.fields[f.Name][i] = names[at]
		}
	}
}

func newDocument(r *corpus.Report, in *corpus.Intervention) document {
	d := document{report: r, in: in, words: search.FoldedWords(in.Text), fields: make(map[string][]string)}
	for _, f := range search.Fields() {
		values := slices.Clone(f.Of(r, in))
		slices.Sort(values)
		d.fields[f.Name] = slices.Compact(values)
	}
	return d
}

func (o oracle) documents() []document { return slices.Clone(o.all) }

func (d document) values(field string) []string { return d.fields[field] }

// holds says whether a document matches a query.
func (d document) holds(n query.Node) bool {
	switch n := n.(type) {
	case nil:
		return true
	case query.And:
		return !slices.ContainsFunc(n, func(p query.Node) bool { return !d.holds(p) })
	case query.Or:
		return slices.ContainsFunc(n, d.holds)
	case query.Any:
		return slices.ContainsFunc(n, d.holds)
	case query.Not:
		return !d.holds(n.Of)
	case query.Term:
		return slices.Contains(d.words, n.Text)
	case query.Fuzzy:
		return slices.ContainsFunc(d.words, func(w string) bool { return distance(w, n.Text) <= n.Distance() })
	case query.Prefix:
		return slices.ContainsFunc(d.words, func(w string) bool { return strings.HasPrefix(w, n.Text) })
	case query.Phrase:
		return inOrder(d.words, strings.Fields(n.Text), n.Slop)
	case query.Field:
		f, _ := search.FieldByName(n.Name)
		return slices.ContainsFunc(d.values(n.Name), func(v string) bool { return search.ValueMatches(f, v, n) })
	case query.Concept:
		return d.holds(n.Of) || slices.Contains(d.values(n.Field), n.ID)
	}
	return false
}

// inOrder tries every place for every word of a phrase.
func inOrder(text, phrase []string, slop int) bool {
	var from func(at, i, spare int) bool
	from = func(at, i, spare int) bool {
		if i == len(phrase) {
			return true
		}
		for skip := 0; skip <= spare && at+skip < len(text); skip++ {
			if text[at+skip] == phrase[i] && from(at+skip+1, i+1, spare-skip) {
				return true
			}
		}
		return false
	}
	for start := range text {
		if text[start] == phrase[0] && from(start+1, 1, slop) {
			return true
		}
	}
	return false
}

// distance is how many letters to add, drop or change.
func distance(a, b string) int {
	last := make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row := []int{i + 1}
		for j := range b {
			d := last[j]
			if a[i] != b[j] {
				d = 1 + min(last[j], last[j+1], row[j])
			}
			row = append(row, d)
		}
		last = row
	}
	return last[len(b)]
}

func (d document) passes(f search.Filter) bool {
	values := d.values(f.Field)
	in := func(list []string) bool {
		return slices.ContainsFunc(values, func(v string) bool { return slices.Contains(list, v) })
	}
	if len(f.Any) > 0 && !in(f.Any) || in(f.None) {
		return false
	}
	if f.From == "" && f.To == "" {
		return true
	}
	return slices.ContainsFunc(values, func(v string) bool {
		return v >= f.From && (f.To == "" || v <= f.To)
	})
}

// answer is what a request has to give: all hits in the order of the sort, and
// the counts of the facets.
type answer struct {
	ids     []string
	reports int
	counts  map[string]map[string]int
}

func (o oracle) answer(req search.Request) answer {
	out := answer{counts: make(map[string]map[string]int)}
	for _, f := range req.Facets {
		out.counts[f.Field] = make(map[string]int)
	}
	reports := make(map[corpus.ReportID]bool)
	hits := slices.DeleteFunc(o.documents(), func(d document) bool { return d.section != req.Sections || !d.holds(req.Query) })
	for _, d := range hits {
		out.count(d, req.Filters)
	}
	hits = slices.DeleteFunc(hits, func(d document) bool { return !d.passesAllBut(req.Filters, "") })
	slices.SortStableFunc(hits, func(a, b document) int { return byDate(req.Sort, a.report.Date, b.report.Date) })
	for _, d := range hits {
		reports[d.report.ID] = true
		out.ids = append(out.ids, string(d.in.ID))
	}
	out.reports = len(reports)
	return out
}

// count counts a document in the facets whose own filter is the only one that
// may refuse it.
func (a answer) count(d document, filters []search.Filter) {
	for field, counts := range a.counts {
		if !d.passesAllBut(filters, field) {
			continue
		}
		for _, v := range d.values(field) {
			counts[v]++
		}
	}
}

func (d document) passesAllBut(filters []search.Filter, field string) bool {
	for _, f := range filters {
		if f.Field != field && !d.passes(f) {
			return false
		}
	}
	return true
}

// byDate leaves hits by relevance in the order of their ids.
func byDate(by search.Sort, a, b corpus.Date) int {
	switch {
	case by != search.ByDate && by != search.ByDateDesc:
		return 0
	case a == "" || b == "":
		return cmp.Compare(len(b.First()), len(a.First()))
	case by == search.ByDate:
		return strings.Compare(a.First(), b.First())
	default:
		return strings.Compare(b.First(), a.First())
	}
}
