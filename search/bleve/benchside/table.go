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
	t.head(w)
	for _, c := range t.classes {
		t.class(w, c)
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
		t.row(w, row.name, row.of)
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

// cell writes a cell. What cannot be written is told by Flush.
func cell(w io.Writer, format string, args ...any) { _, _ = fmt.Fprintf(w, format+"\t", args...) }

func (t *table) head(w io.Writer) {
	cell(w, "CPU ms per query")
	cell(w, "hits")
	for _, name := range t.names {
		cell(w, "%s", name)
	}
	for _, name := range t.names[1:] {
		cell(w, "ours ÷ %s", name)
	}
	cell(w, "no facets")
	cell(w, "facets cost")
	cell(w, "passages cost ms")
	_, _ = fmt.Fprintln(w)
}

func (t *table) class(w io.Writer, c class) {
	own := t.engines["ours"].Classes[c.name]
	cell(w, "%s", c.name)
	cell(w, "%d", own.Hits)
	for _, name := range t.names {
		cell(w, "%.2f", t.engines[name].Classes[c.name].CPU)
	}
	for _, name := range t.names[1:] {
		cell(w, "%.3f", own.CPU/t.engines[name].Classes[c.name].CPU)
	}
	plain, bare := t.plain[c.name].CPU, t.bare[c.name].CPU
	cell(w, "%.2f", plain)
	cell(w, "%+.0f %%", (own.CPU/plain-1)*100)
	cell(w, "%.2f", plain-bare)
	_, _ = fmt.Fprintln(w)
}

func (t *table) row(w io.Writer, name string, of func(*outcome) float64) {
	cell(w, "%s", name)
	cell(w, "")
	for _, name := range t.names {
		cell(w, "%.1f", of(t.engines[name]))
	}
	for _, name := range t.names[1:] {
		cell(w, "%.3f", of(t.engines["ours"])/of(t.engines[name]))
	}
	for range 3 {
		cell(w, "")
	}
	_, _ = fmt.Fprintln(w)
}
