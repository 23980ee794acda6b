package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"briefsearch/search"
)

// measureExplore times suggestions while a word is typed, and a table and a
// timeline over everything.
func measureExplore(ctx context.Context, e search.Engine, m *maker, t *table) error {
	x, ok := e.(search.Explorer)
	if !ok {
		return nil
	}
	r := rand.New(rand.NewPCG(8, 8)) // #nosec G404 -- invented data
	var sum, worst time.Duration
	var worstTyped string
	const asked = 500
	for i := range asked {
		typed := m.words[m.stream[r.IntN(len(m.stream))]]
		typed = typed[:1+r.IntN(len(typed))]
		if i%4 == 0 {
			typed = fmt.Sprintf("speaker %d", r.IntN(100))
		}
		began := time.Now()
		if _, err := x.Suggest(ctx, typed, 10); err != nil {
			return err
		}
		took := time.Since(began)
		sum += took
		if took > worst {
			worst, worstTyped = took, typed
		}
	}
	t.note("suggestions: %.2f ms on average, %.1f ms at most (%q)", float64(sum)/asked/1e6, float64(worst)/1e6, worstTyped)
	began := time.Now()
	if _, err := x.Matrix(ctx, search.MatrixRequest{Rows: "rcp", Cols: "theme", RowsSize: 30, ColsSize: 40}); err != nil {
		return err
	}
	table := time.Since(began)
	began = time.Now()
	if _, err := x.Timeline(ctx, search.TimelineRequest{Unit: search.ByMonth}); err != nil {
		return err
	}
	t.note("a table of RCPs and themes over everything: %.1f ms; a timeline by month: %.1f ms",
		float64(table)/1e6, float64(time.Since(began))/1e6)
	return nil
}
