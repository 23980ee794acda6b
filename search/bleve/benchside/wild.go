package main

import (
	"context"
	"math/rand/v2"
	"strings"
	"time"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/search"
	"briefsearch/search/query"
)

// measureWild asks queries that nobody asks in his senses, and tells which one
// costs most.
func measureWild(ctx context.Context, e search.Searcher, m *maker, requests int, t *table) error {
	v, err := vocabulary.Default()
	if err != nil {
		return err
	}
	r := rand.New(rand.NewPCG(9, 9)) // #nosec G404 -- invented data
	var sum, worst time.Duration
	var worstQuery string
	asked, refused := 0, 0
	for range requests {
		text := m.wild(r)
		if query.Check(text) != nil {
			refused++
			continue
		}
		n, _ := query.Parse(text, v, query.Options{})
		began := cpu()
		if _, err := e.Search(ctx, request(n, true, false)); err != nil && corpus.CodeOf(err) != corpus.Invalid {
			return err
		}
		took := cpu() - began
		sum += took
		asked++
		if took > worst {
			worst, worstQuery = took, text
		}
	}
	t.note("%d wild requests, %d refused: %.1f ms of CPU on average, %.0f ms at most: %q",
		requests, refused, float64(sum)/float64(max(1, asked))/1e6, float64(worst)/1e6, worstQuery)
	return nil
}

// wild makes a query of words and of what the query language knows.
func (m *maker) wild(r *rand.Rand) string {
	signs := []string{"(", ")", "OR", "AND", "NOT", "-", `"`, "year:2010..2020", "country:country3", "theme:x", `speaker:"Speaker 1"`, "*", "a*", "th*", "~"}
	var b strings.Builder
	for range 1 + r.IntN(20) {
		w := m.words[m.stream[r.IntN(len(m.stream))]]
		switch r.IntN(10) {
		case 0:
			b.WriteString(w + "~")
		case 1:
			b.WriteString(w[:1+r.IntN(len(w))] + "*")
		case 2:
			b.WriteString(`"` + w + " " + m.words[m.stream[r.IntN(len(m.stream))]] + `"~9`)
		case 3, 4:
			b.WriteString(signs[r.IntN(len(signs))])
		default:
			b.WriteString(w)
		}
		b.WriteByte(' ')
	}
	return b.String()
}
