package bleve_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/search/bleve"
	"briefsearch/search/query"
)

// The benchmarks ask an index of invented interventions, whose words are as
// unevenly frequent as those of a language.
const (
	benchReports = 500
	benchTurns   = 20 // of a report: 10,000 interventions
	benchWords   = 180
	benchLexicon = 20000
)

type inventor struct {
	*rand.Rand
	lexicon []string
}

func newInventor() *inventor {
	v := &inventor{Rand: rand.New(rand.NewPCG(7, 7))}
	syllables := strings.Fields("ba ke li mo nu pra sti tor vel xan qui dro fen gal hiv")
	for len(v.lexicon) < benchLexicon {
		var b strings.Builder
		for range 2 + v.IntN(3) {
			b.WriteString(syllables[v.IntN(len(syllables))])
		}
		v.lexicon = append(v.lexicon, b.String())
	}
	return v
}

// word is a word of the lexicon by Zipf's law.
func (v *inventor) word() string {
	return v.lexicon[int(math.Pow(benchLexicon, v.Float64()))-1]
}

func (v *inventor) report(i int) *corpus.Report {
	r := &corpus.Report{
		ID: corpus.ReportID(fmt.Sprintf("r%05d", i)), Title: "Report", Language: "en",
		Date: corpus.Date(fmt.Sprintf("%d-01-02", 1990+v.IntN(35))),
	}
	for range benchTurns {
		var b strings.Builder
		for w := range benchWords {
			switch {
			case w > 0 && w%60 == 0:
				b.WriteString(".\n\n")
			case w > 0 && w%12 == 0:
				b.WriteString(". ")
			case w > 0:
				b.WriteByte(' ')
			}
			b.WriteString(v.word())
		}
		r.Interventions = append(r.Interventions, corpus.Intervention{
			Text: b.String(), Language: "en", PageFrom: 1, PageTo: 1,
			Speaker: corpus.Speaker{Name: fmt.Sprintf("Speaker %d", v.IntN(2000))},
			Session: &corpus.Session{Number: 1, Title: fmt.Sprintf("Session %d", v.IntN(40))},
			Tags:    v.tags(),
		})
	}
	corpus.AssignIDs(r)
	return r
}

func (v *inventor) tags() corpus.Tags {
	var tags corpus.Tags
	evidence := []corpus.Evidence{{Start: 0, End: 3, Text: "the", Via: "name"}}
	for _, k := range []struct {
		kind corpus.Kind
		most int
		of   int
	}{{corpus.RCP, 2, 30}, {corpus.Country, 4, 190}, {corpus.Organisation, 2, 60}, {corpus.Theme, 4, 40}} {
		for range v.IntN(k.most + 1) {
			tags = append(tags, corpus.Tag{
				Kind: k.kind, ID: fmt.Sprintf("%s%d", k.kind, v.IntN(k.of)), Relations: []corpus.Relation{corpus.Mentioned}, Evidence: evidence,
			})
		}
	}
	return tags
}

// bench makes the index that is asked.
func bench(b *testing.B) search.Engine {
	b.Helper()
	e, err := bleve.Open(b.Context(), filepath.Join(b.TempDir(), "index"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = e.Close() })
	v := newInventor()
	for i := range benchReports {
		if err := e.Put(b.Context(), v.report(i)); err != nil {
			b.Fatal(err)
		}
	}
	return e
}

// BenchmarkSearch times a query alone, with six facets, with ten passages, and
// with all that and a filter in one of the facets.
func BenchmarkSearch(b *testing.B) {
	e := bench(b)
	v := newInventor()
	var facets []search.FacetRequest
	for _, f := range []string{"rcp", "country", "speaker", "organisation", "theme", "year"} {
		facets = append(facets, search.FacetRequest{Field: f, Size: 10})
	}
	word := func(i int) query.Node { return query.Term{Text: v.lexicon[i]} }
	filters := []search.Filter{{Field: "country", Any: []string{"country1", "country2"}}, {Field: "year", Any: []string{"1999"}}}
	for _, q := range []struct {
		name string
		node query.Node
	}{
		{"common", word(3)},
		{"rare", word(9000)},
		{"two", query.And{word(5), word(40)}},
		{"question", query.Any{word(5), word(40), word(70), word(300), word(800)}},
		{"phrase", query.Phrase{Text: v.lexicon[2] + " " + v.lexicon[4]}},
		{"prefix", query.Prefix{Text: "kelim"}},
		{"everything", nil},
	} {
		for _, r := range []struct {
			name string
			req  search.Request
		}{
			{"plain", search.Request{Query: q.node, Size: 0}},
			{"facets", search.Request{Query: q.node, Size: 0, Facets: facets}},
			{"hits", search.Request{Query: q.node, Size: 10}},
			{"page", search.Request{Query: q.node, Size: 10, Facets: facets}},
			{"filtered", search.Request{Query: q.node, Size: 10, Facets: facets, Filters: filters}},
		} {
			b.Run(q.name+"/"+r.name, func(b *testing.B) {
				for b.Loop() {
					if _, err := e.Search(context.Background(), r.req); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkPut times indexing, and tells how large the index is.
func BenchmarkPut(b *testing.B) {
	v := newInventor()
	e, err := bleve.Open(b.Context(), filepath.Join(b.TempDir(), "index"))
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = e.Close() }()
	text, n := 0, 0
	for b.Loop() {
		r := v.report(n)
		for _, in := range r.Interventions {
			text += len(in.Text)
		}
		if err := e.Put(b.Context(), r); err != nil {
			b.Fatal(err)
		}
		n++
	}
	stats, err := e.Stats(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(text / n))
	b.ReportMetric(float64(stats.Bytes)/float64(text), "index/text")
}
