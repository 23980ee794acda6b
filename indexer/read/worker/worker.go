// Package worker reads files in processes of their own, so that a file that
// crashes a reader, never ends or fills the memory costs that file alone.
//
// In: a read.File. Out: what package read makes of it, or a *corpus.Error with
// Code Timeout or Corrupt when the process had to be killed. A Pool is the
// parent's side (this file and process.go), Serve the child's (serve.go). They
// talk over the child's standard input and output: values in gob, and behind each
// request the bytes of its file. The program runs itself as the child.
//
// Only here do the readers have their aids: PDFium as second engine, and
// Tesseract, where it is installed, for pages that are pictures.
package worker

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"time"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/read/ocr"
)

// Defaults of Options.
const (
	// DefaultMemory holds the text of thousands of pages, and two workers of
	// it fit the smallest machine that serves an archive.
	DefaultMemory = 480 << 20
	// DefaultTimeout is many times what an ordinary report takes.
	DefaultTimeout = 18 * time.Second
	// DefaultOCRTimeout lets some hundred scanned pages be recognised.
	DefaultOCRTimeout = 30 * time.Minute
	// DefaultIdle outlasts the pauses of a run.
	DefaultIdle = time.Minute
)

// What large files get besides, for each byte.
const (
	timePerByte   = time.Second / (1 << 20)
	memoryPerByte = 2
)

const (
	// maxOutput bounds what a child may send for one file.
	maxOutput = 256 << 20
	// filesPerProcess ends a child after so many files, so that whatever a
	// reader leaks does not add up.
	filesPerProcess = 500
)

// Options say how children are run. The zero value of a field is its default.
type Options struct {
	Command    []string      // program and arguments that end in Serve; required
	Env        []string      // of the child, besides what it needs of the parent's
	Size       int           // children at the same time; default one for each core
	OCRSize    int           // files recognised at the same time; fewer than Size leave room for others
	Timeout    time.Duration // for a small file; large ones get more
	OCRTimeout time.Duration // for recognising the pages of a file; negative is no recognition
	Idle       time.Duration // after which children without work are ended
	Memory     int64         // bytes of memory for a child and a small file; large ones get more
	CacheDir   string        // where PDFium is kept as compiled; "" is the user's cache folder
}

// Pool reads files in child processes. It is safe for concurrent use.
type Pool struct {
	opt   Options
	slots chan *process // a nil process is started when it is needed
	rest  *time.Timer   // ends children that nobody needs
	reads sync.WaitGroup
	peak  peak

	recognising chan struct{} // one for each file that may be recognised meanwhile
}

// NewPool returns a Pool. Children are started when they are needed.
func NewPool(opt Options) *Pool {
	if opt.Size <= 0 {
		opt.Size = runtime.GOMAXPROCS(0)
	}
	if opt.OCRSize <= 0 || opt.OCRSize > opt.Size {
		opt.OCRSize = opt.Size
	}
	if opt.Timeout <= 0 {
		opt.Timeout = DefaultTimeout
	}
	if opt.OCRTimeout == 0 {
		opt.OCRTimeout = DefaultOCRTimeout
	}
	if !ocr.Installed() {
		opt.OCRTimeout = -1
	}
	if opt.Idle <= 0 {
		opt.Idle = DefaultIdle
	}
	if opt.Memory <= 0 {
		opt.Memory = DefaultMemory
	}
	p := &Pool{opt: opt, slots: make(chan *process, opt.Size), recognising: make(chan struct{}, opt.OCRSize)}
	for range opt.Size {
		p.slots <- nil
	}
	p.rest = time.AfterFunc(opt.Idle, p.endIdle)
	return p
}

// Read reads a file in a child. Its errors are those of read.Read, and besides
// them Timeout when the child took too long and Corrupt when the child died.
func (p *Pool) Read(ctx context.Context, f read.File, lim read.Limits) (*read.Document, error) {
	p.reads.Add(1)
	defer p.reads.Done()
	job := Job{Name: f.Name, Passwords: f.Passwords, Limits: lim, Size: len(f.Content)}
	doc, err := p.in(ctx, func(s *slot) (*read.Document, error) { return s.plain(ctx, &job, f) })
	scanned := err == nil && len(doc.Scanned) > 0 || corpus.CodeOf(err) == corpus.NeedsOCR
	if !scanned || p.opt.OCRTimeout < 0 {
		return doc, err
	}
	select {
	case p.recognising <- struct{}{}:
		defer func() { <-p.recognising }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	job.OCR, job.Time = true, p.opt.OCRTimeout
	whole, ocrErr := p.in(ctx, func(s *slot) (*read.Document, error) { return s.ask(ctx, job, f) })
	switch {
	case ocrErr == nil:
		return whole, nil
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err == nil:
		return doc, nil // the pages that have text
	}
	return nil, ocrErr
}

// in calls do with a slot that is nobody else's meanwhile.
func (p *Pool) in(ctx context.Context, do func(*slot) (*read.Document, error)) (*read.Document, error) {
	s := slot{pool: p}
	select {
	case s.proc = <-p.slots:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	defer func() {
		p.slots <- s.proc
		p.rest.Reset(p.opt.Idle)
	}()
	return do(&s)
}

// PeakMemory is the most memory that any child held so far, in bytes resident, as
// far as the system tells. It is known of a child when it has answered or ended.
func (p *Pool) PeakMemory() int64 { return p.peak.get() }

// endIdle ends the children that wait for work, so that a server that indexes now
// and then does not hold their memory.
func (p *Pool) endIdle() {
	for range p.opt.Size {
		select {
		case proc := <-p.slots:
			if proc != nil {
				proc.stop()
				p.peak.note(proc.peak())
			}
			p.slots <- nil
		default:
			return
		}
	}
}

// Close ends all children. It waits for reads under way; no Read may follow.
func (p *Pool) Close() error {
	p.reads.Wait()
	p.rest.Stop()
	for range p.opt.Size {
		if proc := <-p.slots; proc != nil {
			proc.stop()
			p.peak.note(proc.peak())
		}
	}
	return nil
}

// slot is a place of the pool while a file is read in it. Its process is nil when
// there is none to be used again.
type slot struct {
	pool *Pool
	proc *process
}

// plain reads a file without recognition. When a PDF file brings the child down or
// takes more than half of its time, what failed is most likely the first engine;
// the second has the rest of the time, in a new child. The job keeps that in mind.
func (s *slot) plain(ctx context.Context, job *Job, f read.File) (*read.Document, error) {
	whole := s.pool.opt.Timeout + time.Duration(len(f.Content))*timePerByte
	if !read.PDF(read.Aids{}).Sniff(f) {
		job.Time = whole
		return s.ask(ctx, *job, f)
	}
	start := time.Now()
	job.Time = whole * 11 / 20
	doc, err := s.ask(ctx, *job, f)
	if err == nil || s.proc != nil || ctx.Err() != nil || !errors.As(err, new(*killed)) {
		return doc, err
	}
	job.SecondOnly, job.Time = true, max(whole-time.Since(start), time.Second)
	return s.ask(ctx, *job, f)
}

// killed is why a child was ended.
type killed struct{ reason string }

func (k *killed) Error() string { return k.reason }

// ask has a child do a job.
func (s *slot) ask(ctx context.Context, job Job, f read.File) (*read.Document, error) {
	if s.proc == nil {
		var err error
		if s.proc, err = start(s.pool.opt); err != nil {
			s.proc = nil
			return nil, fmt.Errorf("start a reading process: %w", err)
		}
	}
	proc := s.proc
	limited, cancel := context.WithTimeout(ctx, job.Time)
	defer cancel()
	a, err := proc.ask(limited, job, f.Content)
	if err == nil {
		s.pool.peak.note(a.Peak)
		if proc.files >= filesPerProcess || a.Spent || a.Memory > s.pool.opt.Memory/2 {
			proc.stop()
			s.proc = nil
		}
		return a.Document, a.fault()
	}
	last := proc.kill()
	s.pool.peak.note(proc.peak())
	s.proc = nil
	fault := &corpus.Error{
		Code: corpus.Corrupt, Op: "read", File: f.Name,
		Err:  &killed{downfall(last)},
		Hint: "Open the file in a viewer and save or print it anew as PDF.",
	}
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case limited.Err() != nil:
		fault.Code = corpus.Timeout
		fault.Err = &killed{fmt.Sprintf("reading was stopped after %s", job.Time.Round(time.Second))}
	}
	return nil, fault
}

// downfall says in plain words why a child died, by its last words.
func downfall(last string) string {
	for _, sign := range []string{"out of memory", "cannot allocate memory", "pthread_create failed"} {
		if strings.Contains(last, sign) {
			return "reading it took more memory than is allowed"
		}
	}
	return fmt.Sprintf("it brought its reading process down (%s)", last)
}
