// Benchside measures our engine beside others on the same texts and queries.
//
// In: how many interventions, and a folder to work in, which is kept, so that a
// second run need not build again. Out: tables on standard output. SQLite is
// driven through Python's module, Groonga through its command; one that is not
// installed is left out, and that is said.
//
// The texts are made of real words in pairs that occur in real prose, so that
// words are as unevenly frequent as they are; facets have many values of which
// few are frequent. The same number gives the same texts on every machine that
// has the same release of Go.
package main

import (
	"bufio"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"time"

	"briefsearch/search"
	"briefsearch/search/bleve"
)

//go:embed rivals.py
var rivalsScript []byte

type options struct {
	interventions int
	work          string
	seconds       time.Duration
	rivals        bool
	stock         bool
	wild          int
}

func main() {
	var o options
	flag.IntVar(&o.interventions, "n", 100_000, "interventions")
	flag.StringVar(&o.work, "work", filepath.Join(os.TempDir(), "briefsearch-bench"), "folder to work in")
	flag.DurationVar(&o.seconds, "seconds", 10*time.Second, "how long each number of clients asks")
	flag.BoolVar(&o.rivals, "rivals", true, "measure SQLite and Groonga too")
	flag.BoolVar(&o.stock, "stock", true, "measure Bleve's own facets and highlighting too")
	flag.IntVar(&o.wild, "wild", 1000, "wild requests to ask, of which the costliest is told")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, o)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "benchside:", err)
		os.Exit(1) //nolint:forbidigo // this is main
	}
}

func run(ctx context.Context, o options) error {
	o.work = filepath.Join(o.work, fmt.Sprint(o.interventions))
	if err := os.MkdirAll(o.work, 0o750); err != nil {
		return err
	}
	p, err := readProse(ctx, flag.Args())
	if err != nil {
		return err
	}
	m := &maker{prose: p, total: o.interventions}
	classes := m.classes()
	t := table{classes: classes}
	own, err := measureOurs(ctx, o, m, classes, &t)
	if err != nil {
		return err
	}
	t.add("ours", own)
	if o.stock {
		if err := measureStock(ctx, o, m, classes, &t); err != nil {
			return err
		}
	}
	if o.rivals {
		if err := measureRivals(ctx, o, m, classes, &t); err != nil {
			return err
		}
	}
	return t.print(os.Stdout)
}

// measureOurs builds the index unless it is there, and asks it.
func measureOurs(ctx context.Context, o options, m *maker, classes []class, t *table) (out *outcome, err error) {
	dir := filepath.Join(o.work, "ours")
	if _, err := os.Stat(filepath.Join(dir, "schema.json")); err != nil {
		if err := build(ctx, dir, m, t); err != nil {
			return nil, err
		}
	}
	began := time.Now()
	e, err := bleve.Open(ctx, dir)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, e.Close()) }()
	if _, err := e.Search(ctx, search.Request{Size: 1}); err != nil {
		return nil, err
	}
	t.note("open, to the first answer: %.2f s", time.Since(began).Seconds())
	t.note("anonymous memory after opening: %.0f MB, of which the words to imitate take some", anonymous())
	stats, err := e.Stats(ctx)
	if err != nil {
		return nil, err
	}
	out = &outcome{Bytes: stats.Bytes, Classes: make(map[string]cost)}
	plain, bare := make(map[string]cost), make(map[string]cost)
	for _, c := range classes {
		costs, err := costsOf(ctx, c, ours(e, true, false), ours(e, false, false), ours(e, false, true))
		if err != nil {
			return nil, err
		}
		out.Classes[c.name], plain[c.name], bare[c.name] = costs[0], costs[1], costs[2]
	}
	t.plain, t.bare = plain, bare
	if out.P50x1, out.P99x1, err = latencies(ctx, classes, 1, o.seconds, ours(e, true, false)); err != nil {
		return nil, err
	}
	if out.P50x8, out.P99x8, err = latencies(ctx, classes, 8, o.seconds, ours(e, true, false)); err != nil {
		return nil, err
	}
	t.note("anonymous memory after serving: %.0f MB", anonymous())
	if err := measureExplore(ctx, e, m, t); err != nil {
		return nil, err
	}
	return out, measureWild(ctx, e, m, o.wild, t)
}

func build(ctx context.Context, dir string, m *maker, t *table) error {
	b, err := bleve.NewBuilder(ctx, dir)
	if err != nil {
		return err
	}
	var text int64
	var making time.Duration
	began := cpu()
	for i := range m.reports() {
		at := cpu()
		r := m.report(i)
		making += cpu() - at
		for n := range r.Interventions {
			text += int64(len(r.Interventions[n].Text))
		}
		if err := b.Put(ctx, r); err != nil {
			return errors.Join(err, b.Discard())
		}
	}
	if err := b.Commit(ctx); err != nil {
		return err
	}
	used := (cpu() - began - making).Seconds()
	e, err := bleve.OpenReadOnly(ctx, dir)
	if err != nil {
		return err
	}
	stats, err := e.Stats(ctx)
	if err != nil {
		return errors.Join(err, e.Close())
	}
	t.note("indexing: %.1f MB of text per CPU second (%.0f MB in %.0f s of CPU)", float64(text)/1e6/used, float64(text)/1e6, used)
	t.note("index and texts: %.2f times the texts", float64(stats.Bytes)/float64(text))
	return e.Close()
}

// measureRivals writes the rows and queries, and runs the script for each.
func measureRivals(ctx context.Context, o options, m *maker, classes []class, t *table) error {
	rows := filepath.Join(o.work, "rows.jsonl")
	if _, err := os.Stat(rows); err != nil {
		if err := writeFile(rows, m); err != nil {
			return err
		}
	}
	type item struct {
		SQLite  string `json:"sqlite"`
		Groonga string `json:"groonga"`
	}
	type named struct {
		Name    string `json:"name"`
		Queries []item `json:"queries"`
	}
	var all []named
	for _, c := range classes {
		n := named{Name: c.name}
		for _, q := range c.queries {
			n.Queries = append(n.Queries, item{SQLite: q.sqlite, Groonga: q.groong})
		}
		all = append(all, n)
	}
	b, err := json.Marshal(all)
	if err != nil {
		return err
	}
	script := filepath.Join(o.work, "rivals.py")
	if err := errors.Join(os.WriteFile(filepath.Join(o.work, "queries.json"), b, 0o600), os.WriteFile(script, rivalsScript, 0o600)); err != nil {
		return err
	}
	for name, program := range map[string]string{"sqlite": "python3", "groonga": "groonga"} {
		if _, err := exec.LookPath(program); err != nil {
			t.note("%s is not measured: %s is not installed", name, program)
			continue
		}
		cmd := exec.CommandContext(ctx, "python3", script, name, o.work, fmt.Sprint(o.seconds.Seconds())) // #nosec G204 -- our own script
		cmd.Stderr = os.Stderr
		printed, err := cmd.Output()
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		out := new(outcome)
		if err := json.Unmarshal(printed, out); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		t.add(name, out)
	}
	return nil
}

func writeFile(path string, m *maker) (err error) {
	f, err := os.Create(path + ".part")
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<20)
	_, err = m.writeRows(w)
	if err := errors.Join(err, w.Flush(), f.Close()); err != nil {
		return err
	}
	return os.Rename(path+".part", path)
}
