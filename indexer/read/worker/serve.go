package worker

import (
	"bufio"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"time"

	"briefsearch/indexer/read"
)

// setup is what a child is told before the first file.
type setup struct {
	Memory   int64
	CacheDir string
}

// Job is a file that a child is to read. Its content follows it.
type Job struct {
	Name       string
	Size       int // bytes of content
	Passwords  []string
	Limits     read.Limits
	Time       time.Duration // until the child is killed
	SecondOnly bool          // the first engine has failed on the file before
	OCR        bool          // recognise the pages that are pictures
}

// ReadFunc reads a file as a Job says. Spent says that the process is not to be
// used again.
type ReadFunc func(context.Context, read.File, Job) (doc *read.Document, spent bool, err error)

// Serve reads files from in until it ends, and writes what becomes of each to out.
// It is the whole of a child process: it puts the limits that the parent names on
// the process it runs in.
func Serve(ctx context.Context, in io.Reader, out io.Writer) error {
	return serve(ctx, in, out, newReader)
}

// ServeWith is Serve with another reader, for tests.
func ServeWith(ctx context.Context, in io.Reader, out io.Writer, reader ReadFunc) error {
	return serve(ctx, in, out, func(string) ReadFunc { return reader })
}

func serve(ctx context.Context, in io.Reader, out io.Writer, newReader func(cacheDir string) ReadFunc) error {
	// The decoder takes no more from a reader of bytes than is its own, so that
	// the content behind a job is left for us.
	buffered := bufio.NewReaderSize(in, 64<<10)
	dec, enc := gob.NewDecoder(buffered), gob.NewEncoder(out)
	var s setup
	switch err := dec.Decode(&s); {
	case errors.Is(err, io.EOF):
		return nil
	case err != nil:
		return fmt.Errorf("receive the settings: %w", err)
	}
	reader := newReader(s.CacheDir)
	for {
		var job Job
		switch err := dec.Decode(&job); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("receive a job: %w", err)
		}
		if err := limitMemory(s.Memory + memoryPerByte*int64(job.Size)); err != nil {
			return fmt.Errorf("limit the memory of a reading process: %w", err)
		}
		content := make([]byte, job.Size)
		if _, err := io.ReadFull(buffered, content); err != nil {
			return fmt.Errorf("receive a file: %w", err)
		}
		a := work(ctx, reader, job, content)
		if err := enc.Encode(a); err != nil {
			return fmt.Errorf("send a document: %w", err)
		}
	}
}

// orphanTime is how long a child outlives a job that nobody ended.
const orphanTime = 10 * time.Second

// assembly is left of a long time for making a document of the pages that were
// recognised until then.
const assembly = 20 * time.Second

// work does a job a little faster than the parent's patience lasts, so that the
// parent hears the reader's own words.
func work(ctx context.Context, reader ReadFunc, job Job, content []byte) *answer {
	ctx, cancel := context.WithTimeout(ctx, job.Time-min(job.Time/20, assembly))
	defer cancel()
	orphan := time.AfterFunc(job.Time+orphanTime, func() { panic("the job took too long and the parent is gone") })
	defer orphan.Stop()

	a := new(answer)
	doc, spent, err := reader(ctx, read.File{Name: job.Name, Content: content, Passwords: job.Passwords}, job)
	if err != nil {
		a.Fault = newFault(err)
	} else {
		a.Document = doc
	}
	a.Spent = spent || ctx.Err() != nil // what was too slow may still be running
	a.Memory, a.Peak = memoryInUse(), peakMemory()
	return a
}

// limitMemory makes the collector work harder near the limit, and the system
// refuse what is beyond it.
func limitMemory(limit int64) error {
	// The collector's limit is soft; a quarter is left for what it does not see.
	debug.SetMemoryLimit(limit * 3 / 4)
	return limitData(limit)
}

func memoryInUse() int64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.Sys - m.HeapReleased) //nolint:gosec // far below 2^63
}
