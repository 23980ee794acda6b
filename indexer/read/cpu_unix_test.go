//go:build unix

package read_test

import (
	"os"
	"os/exec"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"briefsearch/indexer/read"
)

// BenchmarkAgainstPdftotext compares what reading takes of the processor, layout
// and all, with what pdftotext takes on the same files in the same run.
func BenchmarkAgainstPdftotext(b *testing.B) {
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		b.Skip("pdftotext is not installed")
	}
	names := shared(b, "reports/upr/*.pdf")
	var ours, theirs time.Duration
	for b.Loop() {
		start := processorTime(b)
		for _, name := range names {
			content, err := os.ReadFile(name)
			if err != nil {
				b.Fatal(err)
			}
			if _, err := read.Read(b.Context(), read.File{Name: name, Content: content}, read.Limits{}); err != nil {
				b.Fatal(err)
			}
		}
		ours += processorTime(b) - start
		for _, name := range names {
			cmd := exec.Command(program, name, os.DevNull)
			if err := cmd.Run(); err != nil {
				b.Fatal(err)
			}
			theirs += cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
		}
	}
	b.ReportMetric(float64(ours)/float64(theirs), "cpu/pdftotext")
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
