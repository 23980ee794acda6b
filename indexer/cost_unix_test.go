//go:build unix

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
	names, err := filepath.Glob(filepath.FromSlash("../../shared/reports/upr/*.pdf"))
	if err != nil {
		b.Fatal(err)
	}
	if len(names) == 0 {
		if names, err = filepath.Glob(filepath.FromSlash("../corpus/sample/reports/*.pdf")); err != nil {
			b.Fatal(err)
		}
	}
	var reading time.Duration
	maker := newMaker(b, indexer.Config{Read: func(ctx context.Context, f read.File, l read.Limits) (*read.Document, error) {
		start := processorTime(b)
		defer func() { reading += processorTime(b) - start }()
		return read.Read(ctx, f, l)
	}})
	b.ReportAllocs()
	start := processorTime(b)
	for b.Loop() {
		for _, name := range names {
			if _, err := maker.Make(b.Context(), name); err != nil {
				b.Fatal(err)
			}
		}
	}
	making := processorTime(b) - start - reading
	b.ReportMetric(float64(making)/float64(reading), "cpu/reading")
	b.ReportMetric(making.Seconds()/float64(b.N), "making-s/op")
	b.ReportMetric(reading.Seconds()/float64(b.N), "reading-s/op")
}

// processorTime is what the process took of the processor so far.
func processorTime(tb testing.TB) time.Duration {
	tb.Helper()
	var u unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &u); err != nil {
		tb.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
