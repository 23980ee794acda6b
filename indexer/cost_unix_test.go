//go:build unix && !race

package indexer_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"briefsearch/indexer"
	"briefsearch/indexer/read"
)

// BenchmarkAgainstReading compares what making reports of files takes of the
// processor once they are read (describing, dividing into turns, tagging) with
// what reading them takes, in the same run: on the numbered records where they
// are, on the samples elsewhere.
func BenchmarkAgainstReading(b *testing.B) {
	run := newCost(b)
	b.ReportAllocs()
	for b.Loop() {
		run.once(b)
	}
	b.ReportMetric(run.ratio(), "cpu/reading")
	b.ReportMetric(run.making.Seconds()/float64(b.N), "making-s/op")
	b.ReportMetric(run.reading.Seconds()/float64(b.N), "reading-s/op")
}

// TestCostAgainstReading sees that making reports costs no more than reading them, with room
// for what the processor does besides.
func TestCostAgainstReading(t *testing.T) {
	const tries, most, enough = 5, 1.1, 10
	best := 0.0
	for range tries {
		run := newCost(t)
		if len(run.names) < enough {
			t.Skip("shared reports not present: the samples are too small to measure")
		}
		run.once(t)
		if best == 0 || run.ratio() < best {
			best = run.ratio()
		}
		if best < most {
			t.Logf("making reports took %.2f of what reading them took", best)
			return
		}
	}
	t.Errorf("making reports took %.2f of what reading them took, at best", best)
}

// cost is what reading and making some reports took of the processor.
type cost struct {
	names           []string
	maker           *indexer.Maker
	reading, making time.Duration
}

func newCost(tb testing.TB) *cost {
	tb.Helper()
	names, err := filepath.Glob(filepath.FromSlash("../../shared/reports/upr/*.pdf"))
	if err != nil {
		tb.Fatal(err)
	}
	if len(names) == 0 {
		if names, err = filepath.Glob(filepath.FromSlash("../corpus/sample/reports/*.pdf")); err != nil {
			tb.Fatal(err)
		}
	}
	c := &cost{names: names}
	c.maker = newMaker(tb, indexer.Config{Read: func(ctx context.Context, f read.File, l read.Limits) (*read.Document, error) {
		start := processorTime(tb)
		defer func() { c.reading += processorTime(tb) - start }()
		return read.Read(ctx, f, l)
	}})
	return c
}

// once makes each report once.
func (c *cost) once(tb testing.TB) {
	tb.Helper()
	start, before := processorTime(tb), c.reading
	for _, name := range c.names {
		if _, err := c.maker.Make(tb.Context(), name); err != nil {
			tb.Fatal(err)
		}
	}
	c.making += processorTime(tb) - start - (c.reading - before)
}

func (c *cost) ratio() float64 { return float64(c.making) / float64(c.reading) }

// processorTime is what the process took of the processor so far.
func processorTime(tb testing.TB) time.Duration {
	tb.Helper()
	var u unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &u); err != nil {
		tb.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
