package worker

import (
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"

	"briefsearch/indexer/read"
)

// memoryVariable tells a child how many bytes of memory it may use.
const memoryVariable = "BRIEFSEARCH_WORKER_MEMORY"

// ReadFunc reads a file; read.Read is one.
type ReadFunc func(context.Context, read.File, read.Limits) (*read.Document, error)

// Serve reads files from in until it ends, and writes what the reader gives for
// each to out. It is the whole of a child process: it first puts the limits of
// the environment on the process it runs in.
func Serve(ctx context.Context, in io.Reader, out io.Writer, reader ReadFunc) error {
	if err := limitMemory(); err != nil {
		return fmt.Errorf("limit the memory of a reading process: %w", err)
	}
	dec, enc := gob.NewDecoder(in), gob.NewEncoder(out)
	for {
		var req request
		switch err := dec.Decode(&req); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("receive a file: %w", err)
		}
		var a answer
		doc, err := reader(ctx, read.File{Name: req.Name, Content: req.Content}, req.Limits)
		if err != nil {
			a.Fault = newFault(err)
		} else {
			a.Document = doc
		}
		a.Memory = memoryInUse()
		if err := enc.Encode(&a); err != nil {
			return fmt.Errorf("send a document: %w", err)
		}
	}
}

// limitMemory makes the collector work harder near the limit, and the system
// refuse what is beyond it.
func limitMemory() error {
	value, ok := os.LookupEnv(memoryVariable)
	if !ok {
		return nil
	}
	limit, err := strconv.ParseInt(value, 10, 64)
	if err != nil {
		return err
	}
	// The collector's limit is soft; a quarter is left for what it does not see.
	debug.SetMemoryLimit(limit * 3 / 4)
	return limitData(limit)
}

func memoryInUse() int64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.Sys - m.HeapReleased) //nolint:gosec // far below 2^63
}
