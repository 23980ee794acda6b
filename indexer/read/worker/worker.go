// Package worker reads files in processes of their own, so that a file that
// crashes a reader, never ends or fills the memory costs that file alone.
//
// In: a read.File. Out: what read.Read gives for it, or a *corpus.Error with Code
// Timeout or Corrupt when the worker had to be killed. A Pool is the parent's
// side (this file and process.go), Serve the child's (serve.go); they talk in gob
// over the child's standard input and output. The program runs itself as the
// child.
package worker

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"time"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
)

// Defaults of Options.
const (
	// DefaultMemory holds the text of thousands of pages, and two workers of
	// it fit the smallest machine that serves an archive.
	DefaultMemory = 512 << 20
	// DefaultTimeout is many times what an ordinary report takes.
	DefaultTimeout = 15 * time.Second
	// perByte lengthens the timeout of large files: half a second for each MB.
	perByte = 500 * time.Millisecond / (1 << 20)
	// maxOutput bounds what a child may send for one file.
	maxOutput = 512 << 20
	// filesPerProcess ends a child after so many files, so that whatever a
	// reader leaks does not add up.
	filesPerProcess = 500
)

// Options say how children are run. The zero value of a field is its default.
type Options struct {
	Command []string      // program and arguments that end in Serve; required
	Env     []string      // environment of the child; nil is none
	Size    int           // children at the same time; default one for each core
	Timeout time.Duration // for a small file; large ones get more
	Memory  int64         // bytes of memory for a child
}

// Pool reads files in child processes. It is safe for concurrent use.
type Pool struct {
	opt   Options
	slots chan *process // a nil process is started when it is needed
}

// NewPool returns a Pool. Children are started when they are needed.
func NewPool(opt Options) *Pool {
	if opt.Size <= 0 {
		opt.Size = runtime.GOMAXPROCS(0)
	}
	if opt.Timeout <= 0 {
		opt.Timeout = DefaultTimeout
	}
	if opt.Memory <= 0 {
		opt.Memory = DefaultMemory
	}
	p := &Pool{opt: opt, slots: make(chan *process, opt.Size)}
	for range opt.Size {
		p.slots <- nil
	}
	return p
}

// Read reads a file in a child. Its errors are those of read.Read, and besides
// them Timeout when the child took too long and Corrupt when the child died.
func (p *Pool) Read(ctx context.Context, f read.File, lim read.Limits) (*read.Document, error) {
	var proc *process
	select {
	case proc = <-p.slots:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	proc, doc, err := p.read(ctx, proc, f, lim)
	p.slots <- proc
	return doc, err
}

// read returns, besides the document, the process to put back: nil when it is not
// to be used again.
func (p *Pool) read(ctx context.Context, proc *process, f read.File, lim read.Limits) (*process, *read.Document, error) {
	if proc == nil {
		var err error
		if proc, err = start(p.opt); err != nil {
			return nil, nil, fmt.Errorf("start a reading process: %w", err)
		}
	}
	timeout := p.opt.Timeout + time.Duration(len(f.Content))*perByte
	limited, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()

	a, err := proc.ask(limited, request{Name: f.Name, Content: f.Content, Limits: lim})
	switch {
	case err == nil && proc.files < filesPerProcess && a.Memory < p.opt.Memory/2:
		return proc, a.Document, a.fault()
	case err == nil:
		proc.stop()
		return nil, a.Document, a.fault()
	}
	last := proc.kill()
	switch {
	case ctx.Err() != nil:
		return nil, nil, ctx.Err()
	case errors.Is(limited.Err(), context.DeadlineExceeded):
		return nil, nil, &corpus.Error{
			Code: corpus.Timeout, Op: "read", File: f.Name,
			Err:  fmt.Errorf("reading was stopped after %s", timeout.Round(time.Second)),
			Hint: "Open the file in a viewer and save or print it anew as PDF.",
		}
	default:
		return nil, nil, &corpus.Error{
			Code: corpus.Corrupt, Op: "read", File: f.Name,
			Err:  fmt.Errorf("the file brought its reading process down (%s)", last),
			Hint: "Open the file in a viewer and save or print it anew as PDF.",
		}
	}
}

// Close ends all children. It waits for reads under way; no Read may follow.
func (p *Pool) Close() error {
	for range p.opt.Size {
		if proc := <-p.slots; proc != nil {
			proc.stop()
		}
	}
	return nil
}
