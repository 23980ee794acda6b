package main

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"briefsearch/search"
	"briefsearch/search/query"
)

// cost is what a class of queries costs an engine.
type cost struct {
	CPU  float64 `json:"cpu_ms"`
	Hits int     `json:"hits"`
}

// outcome is what was measured of one engine.
type outcome struct {
	Build   float64         `json:"build_s"`
	Bytes   int64           `json:"bytes"`
	Classes map[string]cost `json:"classes"`
	P50x1   float64         `json:"p50_1"`
	P99x1   float64         `json:"p99_1"`
	P50x8   float64         `json:"p50_8"`
	P99x8   float64         `json:"p99_8"`
}

// cpu is what this process has used so far.
func cpu() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// anonymous is the memory of this process that no file backs, in MB.
func anonymous() float64 {
	debug.FreeOSMemory()
	f, err := os.Open("/proc/self/status")
	if err != nil {
		return 0
	}
	defer func() { _ = f.Close() }()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if rest, ok := strings.CutPrefix(lines.Text(), "RssAnon:"); ok {
			kb, _ := strconv.ParseFloat(strings.Fields(rest)[0], 64)
			return kb / 1024
		}
	}
	return 0
}

const classBudget = 6 * time.Second

// ask runs one query.
type ask func(context.Context, asked) (total int, err error)

// costsOf is CPU per query of a class, asked in several ways. They take turns, so
// that what else the machine does falls on all of them alike.
func costsOf(ctx context.Context, c class, ways ...ask) ([]cost, error) {
	for _, run := range ways { // to warm up
		if _, err := c.askAll(ctx, run); err != nil {
			return nil, err
		}
	}
	costs, used := make([]cost, len(ways)), make([]time.Duration, len(ways))
	n := 0
	for began := time.Now(); n == 0 || time.Since(began) < classBudget && n < 5000; n += len(c.queries) {
		for i, run := range ways {
			before := cpu()
			hits, err := c.askAll(ctx, run)
			if err != nil {
				return nil, err
			}
			used[i] += cpu() - before
			costs[i].Hits += hits
		}
	}
	for i := range costs {
		costs[i].CPU = float64(used[i]) / float64(n) / 1e6
		costs[i].Hits /= n
	}
	return costs, nil
}

// askAll asks each query of a class once and adds up the hits.
func (c class) askAll(ctx context.Context, run ask) (hits int, err error) {
	for _, q := range c.queries {
		total, err := run(ctx, q)
		if err != nil {
			return 0, fmt.Errorf("%s: %w", q.typed, err)
		}
		hits += total
	}
	return hits, nil
}

// latencies asks queries in a random order from several clients at once.
func latencies(ctx context.Context, classes []class, clients int, last time.Duration, run ask) (p50, p99 float64, err error) {
	var queries []asked
	for _, c := range classes {
		queries = append(queries, c.queries...)
	}
	var mu sync.Mutex
	var all []float64
	var wait sync.WaitGroup
	end := time.Now().Add(last)
	for n := range clients {
		wait.Go(func() {
			r := rand.New(rand.NewPCG(uint64(n), 1)) // #nosec G404 G115 -- invented data
			var own []float64
			for time.Now().Before(end) {
				began := time.Now()
				if _, failed := run(ctx, queries[r.IntN(len(queries))]); failed != nil {
					mu.Lock()
					err = failed
					mu.Unlock()
					return
				}
				own = append(own, float64(time.Since(began))/1e6)
			}
			mu.Lock()
			all = append(all, own...)
			mu.Unlock()
		})
	}
	wait.Wait()
	if err != nil || len(all) == 0 {
		return 0, 0, err
	}
	slices.Sort(all)
	return all[len(all)/2], all[min(len(all)-1, len(all)*99/100)], nil
}

// request is one as the program makes it: with six facets, ten hits and their
// passages; or without some of it.
func request(n query.Node, withFacets, bare bool) search.Request {
	req := search.Request{Query: n, Size: 10, Bare: bare}
	if withFacets {
		for _, f := range facets() {
			req.Facets = append(req.Facets, search.FacetRequest{Field: f, Size: 10})
		}
	}
	return req
}

// ours asks our engine.
func ours(e search.Searcher, withFacets, bare bool) ask {
	return func(ctx context.Context, q asked) (int, error) {
		n, _ := query.Parse(q.typed, nil, query.Options{})
		res, err := e.Search(ctx, request(n, withFacets, bare))
		if err != nil {
			return 0, err
		}
		return res.Total, nil
	}
}
