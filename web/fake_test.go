package web_test

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"unicode/utf8"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/search/query"
)

// fake is an engine that keeps reports in memory and looks at each of them. It
// holds to the contracts of package search, and is slow and simple.
type fake struct {
	reports []*corpus.Report
	fail    error                          // answered by everything when it is not nil
	panics  bool                           // by Search
	hang    bool                           // Search waits until its context ends
	calls   atomic.Int64                   // of Search
	last    atomic.Pointer[search.Request] // of Search
}

func (f *fake) Search(ctx context.Context, req search.Request) (*search.Result, error) {
	f.calls.Add(1)
	f.last.Store(&req)
	switch {
	case f.panics:
		panic("the engine is on fire")
	case f.hang:
		<-ctx.Done()
		return nil, ctx.Err()
	case f.fail != nil:
		return nil, f.fail
	}
	at := 0
	if req.Cursor != "" {
		n, err := strconv.Atoi(req.Cursor)
		if err != nil || n < 0 {
			return nil, &corpus.Error{Code: corpus.Invalid, Op: "read cursor", File: "cursor", Err: errors.New("it is no cursor")}
		}
		at = n
	}
	res := &search.Result{Facets: make(map[string][]search.Count)}
	hits := f.matching(req, "")
	if req.Sections { // it keeps none
		hits = nil
	}
	res.Total = len(hits)
	seen := make(map[corpus.ReportID]bool)
	for _, h := range hits {
		seen[h.report.ID] = true
	}
	res.TotalReports = len(seen)
	order(hits, req.Sort)
	inReport := make(map[corpus.ReportID]int)
	if req.PerReport {
		hits = firstOfEach(hits, inReport)
	}
	for _, h := range hits[min(at, len(hits)):min(at+req.Size, len(hits))] {
		hit := h.hit(req.Query)
		if req.Bare {
			hit = search.Hit{ID: hit.ID, Score: hit.Score}
		}
		hit.InReport = inReport[h.report.ID]
		res.Hits = append(res.Hits, hit)
	}
	if at+req.Size < len(hits) && req.Size > 0 {
		res.Next = strconv.Itoa(at + req.Size)
	}
	for _, fr := range req.Facets {
		res.Facets[fr.Field] = f.counts(req, fr)
	}
	if res.Total == 0 && req.Query != nil {
		res.Suggestion = "remittances"
	}
	return res, nil
}

// firstOfEach keeps the first hit of each report, and counts them all.
func firstOfEach(hits []found, n map[corpus.ReportID]int) []found {
	var out []found
	for _, h := range hits {
		if n[h.report.ID]++; n[h.report.ID] == 1 {
			out = append(out, h)
		}
	}
	return out
}

type found struct {
	by     *fake
	report *corpus.Report
	in     *corpus.Intervention
}

// matching are the turns that match a request, its filter on one field ignored.
func (f *fake) matching(req search.Request, ignore string) []found {
	var out []found
	for _, r := range f.reports {
		for i := range r.Interventions {
			h := found{by: f, report: r, in: &r.Interventions[i]}
			if !holds(req.Query, h) {
				continue
			}
			passes := func(flt search.Filter) bool { return flt.Field == ignore || h.passes(flt) }
			if !slices.ContainsFunc(req.Filters, func(flt search.Filter) bool { return !passes(flt) }) {
				out = append(out, h)
			}
		}
	}
	return out
}

func (h found) values(field string) []string {
	fd, ok := search.FieldByName(field)
	if !ok {
		panic("no field " + field)
	}
	values := fd.Of(h.report, h.in)
	if fd.Names == nil || len(values) == 0 {
		return values
	}
	if field == search.FieldSpeaker { // each for itself: no two speakers here are one
		return fd.Names(values)
	}
	var terms []string
	for _, r := range h.by.reports {
		terms = append(terms, fd.Of(r, nil)...)
	}
	return []string{fd.Names(terms)[slices.Index(terms, values[0])]}
}

func (h found) passes(flt search.Filter) bool {
	values := h.values(flt.Field)
	any := len(flt.Any) == 0
	for _, v := range values {
		if slices.Contains(flt.None, v) {
			return false
		}
		any = any || slices.Contains(flt.Any, v)
	}
	if flt.From != "" || flt.To != "" {
		any = any && len(values) > 0 && values[0] >= flt.From && (flt.To == "" || values[0] <= flt.To)
	}
	return any
}

func holds(n query.Node, h found) bool {
	has := func(w string) bool { return strings.Contains(search.Fold(h.in.Text), search.Fold(w)) }
	one := func(p query.Node) bool { return holds(p, h) }
	switch n := n.(type) {
	case nil:
		return true
	case query.And:
		return !slices.ContainsFunc(n, func(p query.Node) bool { return !one(p) })
	case query.Or:
		return slices.ContainsFunc(n, one)
	case query.Any:
		return slices.ContainsFunc(n, one)
	case query.Not:
		return !one(n.Of)
	case query.Concept:
		return one(n.Of) || slices.Contains(h.values(n.Field), n.ID)
	case query.Field:
		fd, _ := search.FieldByName(n.Name)
		return slices.ContainsFunc(h.values(n.Name), func(v string) bool { return search.ValueMatches(fd, v, n) })
	default:
		return slices.ContainsFunc(words(n), has)
	}
}

// words are the words of a leaf of the tree.
func words(n query.Node) []string {
	switch n := n.(type) {
	case query.Term:
		return []string{n.Text}
	case query.Phrase:
		return []string{n.Text}
	case query.Prefix:
		return []string{n.Text}
	case query.Fuzzy:
		return []string{n.Text}
	case query.Concept:
		return words(n.Of)
	case query.And:
		var out []string
		for _, p := range n {
			out = append(out, words(p)...)
		}
		return out
	default:
		return nil
	}
}

func order(hits []found, by search.Sort) {
	slices.SortStableFunc(hits, func(a, b found) int {
		switch by {
		case search.ByDate:
			return cmp.Compare(a.report.Date, b.report.Date)
		case search.ByDateDesc:
			return cmp.Compare(b.report.Date, a.report.Date)
		case search.ByRelevance:
		}
		return 0
	})
}

func (h found) hit(n query.Node) search.Hit {
	out := search.Hit{
		ID: h.in.ID, Score: 1, N: h.in.N, Session: h.in.Session, Speaker: h.in.Speaker, Page: h.in.PageFrom,
		Report: search.ReportRef{ID: h.report.ID, Title: h.report.Title, Date: h.report.Date},
		Tags:   make(map[corpus.Kind][]string), Language: h.in.Language,
	}
	for _, k := range corpus.Kinds() {
		out.Tags[k] = h.in.Tags.IDs(k)
	}
	start := 0
	for _, text := range strings.Split(h.in.Text, "\n\n") {
		p := search.Passage{Text: text, Page: h.in.PageAt(start), Start: start}
		for _, w := range words(n) {
			if i := strings.Index(search.Fold(text), search.Fold(w)); i >= 0 {
				from := utf8.RuneCountInString(search.Fold(text)[:i])
				p.Marks = append(p.Marks, [2]int{from, from + utf8.RuneCountInString(w)})
			}
		}
		if len(out.Passages) == 0 || len(p.Marks) > 0 && len(out.Passages[0].Marks) == 0 {
			out.Passages, out.Page = []search.Passage{p}, p.Page
		}
		start += utf8.RuneCountInString(text) + 2
	}
	return out
}

func (f *fake) counts(req search.Request, fr search.FacetRequest) []search.Count {
	i := slices.IndexFunc(req.Filters, func(flt search.Filter) bool { return flt.Field == fr.Field })
	var flt search.Filter
	if i >= 0 {
		flt = req.Filters[i]
	}
	n := make(map[string]int)
	for _, h := range f.matching(req, fr.Field) {
		for _, v := range h.values(fr.Field) {
			n[v]++
		}
	}
	for _, v := range slices.Concat(flt.Any, flt.None) {
		n[v] += 0
	}
	var out []search.Count
	for v, count := range n {
		if strings.HasPrefix(search.Fold(v), search.Fold(fr.Prefix)) {
			out = append(out, search.Count{
				Value: v, Count: count, Selected: slices.Contains(flt.Any, v), Excluded: slices.Contains(flt.None, v),
			})
		}
	}
	slices.SortFunc(out, func(a, b search.Count) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
	var kept []search.Count
	for i, c := range out {
		if i < fr.Size || c.Selected || c.Excluded {
			kept = append(kept, c)
		}
	}
	return kept
}

func (f *fake) Report(_ context.Context, id corpus.ReportID) (*corpus.Report, error) {
	for _, r := range f.reports {
		if r.ID == id && f.fail == nil {
			own := *r // as from an engine: whoever asks may change it
			return &own, nil
		}
	}
	return nil, cmp.Or(f.fail, error(&corpus.Error{Code: corpus.NotFound, Op: "report", File: string(id)}))
}

func (f *fake) Sections(ctx context.Context, id corpus.ReportID) ([]corpus.Section, error) {
	r, err := f.Report(ctx, id)
	if err != nil {
		return nil, err
	}
	return r.Sections, nil
}

func (f *fake) Intervention(_ context.Context, id corpus.InterventionID) (*search.Turn, error) {
	for _, r := range f.reports {
		for i := range r.Interventions {
			if r.Interventions[i].ID != id || f.fail != nil {
				continue
			}
			t := &search.Turn{Report: r, Intervention: &r.Interventions[i], Person: r.Interventions[i].Speaker.Name}
			if i > 0 {
				t.Previous = &search.Neighbour{ID: r.Interventions[i-1].ID, Speaker: r.Interventions[i-1].Speaker}
			}
			if i+1 < len(r.Interventions) {
				t.Next = &search.Neighbour{ID: r.Interventions[i+1].ID, Speaker: r.Interventions[i+1].Speaker}
			}
			return t, nil
		}
	}
	return nil, cmp.Or(f.fail, error(&corpus.Error{Code: corpus.NotFound, Op: "intervention", File: string(id)}))
}

func (f *fake) Interventions(ctx context.Context, ids []corpus.InterventionID) ([]*search.Turn, error) {
	var out []*search.Turn
	for _, id := range ids {
		if t, err := f.Intervention(ctx, id); err == nil {
			out = append(out, &search.Turn{Report: t.Report, Intervention: t.Intervention, Person: t.Person})
		}
	}
	return out, f.fail
}

func (f *fake) Reports(_ context.Context, after corpus.ReportID, size int) ([]*corpus.Report, int, error) {
	out := slices.Clone(f.reports)
	slices.SortFunc(out, func(a, b *corpus.Report) int { return cmp.Compare(b.Date, a.Date) })
	if after != "" {
		i := slices.IndexFunc(out, func(r *corpus.Report) bool { return r.ID == after })
		if i < 0 {
			return nil, 0, &corpus.Error{Code: corpus.NotFound, Op: "list reports", File: string(after)}
		}
		out = out[i+1:]
	}
	return out[:min(size, len(out))], len(f.reports), f.fail
}

func (f *fake) Sources(context.Context) (map[corpus.ReportID]corpus.Source, error) {
	return nil, f.fail
}

func (f *fake) Stats(context.Context) (search.Stats, error) {
	s := search.Stats{Reports: len(f.reports), Bytes: 1 << 20, Schema: search.SchemaVersion}
	for _, r := range f.reports {
		s.Interventions += len(r.Interventions)
	}
	return s, f.fail
}
