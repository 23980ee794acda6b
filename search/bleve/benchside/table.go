package main

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// table is what is printed at the end.
type table struct {
	classes []class
	names   []string
	engines map[string]*outcome
	plain   map[string]cost // ours without facets
	bare    map[string]cost // ours without facets and passages
	notes   []string
}

func (t *table) add(name string, o *outcome) {
	if t.engines == nil {
		t.engines = make(map[string]*outcome)
	}
	t.names = append(t.names, name)
	t.engines[name] = o
}

func (t *table) note(format string, args ...any) {
	t.notes = append(t.notes, fmt.Sprintf(format, args...))
}

func (t *table) print(to io.Writer) error {
	w := tabwriter.NewWriter(to, 0, 0, 2, ' ', tabwriter.AlignRight)
	line := func(format string, args ...any) { _, _ = fmt.Fprintf(w, format, args...) }
	line("CPU ms per query\thits\t")
	for _, name := range t.names {
		line("%s\t", name)
	}
	for _, name := range t.names[1:] {
		line("ours ÷ %s\t", name)
	}
	line("no facets\tfacets cost\tpassages cost ms\t\n")
	for _, c := range t.classes {
		own := t.engines["ours"].Classes[c.name]
		line("%s\t%d\t", c.name, own.Hits)
		for _, name := range t.names {
			line("%.2f\t", t.engines[name].Classes[c.name].CPU)
		}
		for _, name := range t.names[1:] {
			line("%.3f\t", own.CPU/t.engines[name].Classes[c.name].CPU)
		}
		plain, bare := t.plain[c.name].CPU, t.bare[c.name].CPU
		line("%.2f\t%+.0f %%\t%.2f\t\n", plain, (own.CPU/plain-1)*100, plain-bare)
	}
	for _, row := range []struct {
		name string
		of   func(*outcome) float64
	}{
		{"p50 ms, 1 client", func(o *outcome) float64 { return o.P50x1 }},
		{"p99 ms, 1 client", func(o *outcome) float64 { return o.P99x1 }},
		{"p50 ms, 8 clients", func(o *outcome) float64 { return o.P50x8 }},
		{"p99 ms, 8 clients", func(o *outcome) float64 { return o.P99x8 }},
		{"MB on disk", func(o *outcome) float64 { return float64(o.Bytes) / 1e6 }},
	} {
		line("%s\t\t", row.name)
		for _, name := range t.names {
			line("%.1f\t", row.of(t.engines[name]))
		}
		for _, name := range t.names[1:] {
			line("%.3f\t", row.of(t.engines["ours"])/row.of(t.engines[name]))
		}
		line("\t\t\t\n")
	}
	if err := w.Flush(); err != nil {
		return err
	}
	for _, n := range t.notes {
		if _, err := fmt.Fprintln(to, n); err != nil {
			return err
		}
	}
	return nil
}
