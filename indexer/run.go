package indexer

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"time"

	"briefsearch/corpus"
)

// Options say how a run goes about its files.
type Options struct {
	Force   bool // make every report again, also when nothing changed
	Prune   bool // remove reports of the paths' folders whose files are gone
	Workers int  // files made at the same time; 0 is one for each core
	// Progress is told the number of files before the first is read, and the
	// outcome of each when it is known, one at a time. It may be nil.
	Progress func(total int, o Outcome)
}

// Run puts the reports of the paths into the sink. Files whose report is there
// already are left alone. A file that cannot be read is an Outcome and does not
// end the run; only a fault of the sink or the end of ctx does.
func (m *Maker) Run(ctx context.Context, paths []string, sink Sink, opt Options) (Summary, error) {
	sources, err := sink.Sources(ctx)
	if err != nil {
		return Summary{}, fmt.Errorf("list what is indexed: %w", err)
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)

	files := walk(paths)
	r := &run{
		maker: m, sink: sink, opt: opt, cancel: cancel, total: len(files),
		known: newLedger(sources),
		sum:   Summary{Files: make(map[Status]int)},
	}
	r.files(ctx, files)
	if err := context.Cause(ctx); err != nil {
		return r.sum, err
	}
	if opt.Prune {
		for id, path := range gone(sources, paths) {
			if r.known.has(id) { // moved, not gone
				continue
			}
			if err := sink.Delete(ctx, id); err != nil {
				return r.sum, fmt.Errorf("remove the report of %s: %w", path, err)
			}
			r.tell(Outcome{File: path, Status: Removed})
		}
	}
	return r.sum, nil
}

// run is the state of one Run.
type run struct {
	maker  *Maker
	sink   Sink
	opt    Options
	known  *ledger
	total  int
	cancel context.CancelCauseFunc

	mu  sync.Mutex // guards sum, and calls of Progress
	sum Summary
}

// files deals the files out to the workers and waits for them.
func (r *run) files(ctx context.Context, files []found) {
	workers := r.opt.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	queue := make(chan found)
	var wg sync.WaitGroup
	for range min(workers, len(files)) {
		wg.Go(func() {
			for f := range queue {
				start := time.Now()
				o := r.one(ctx, f)
				if ctx.Err() != nil {
					continue // cut off, so nothing is known of this file
				}
				o.File, o.Took = f.path, time.Since(start)
				r.tell(o)
			}
		})
	}
	defer wg.Wait()
	defer close(queue)
	for _, f := range files {
		select {
		case queue <- f:
		case <-ctx.Done():
			return
		}
	}
}

// one carries a file to the sink.
func (r *run) one(ctx context.Context, f found) Outcome {
	if f.err != nil {
		return fault(f, f.err)
	}
	loaded, err := r.maker.load(f.path)
	if err != nil {
		return fault(f, err)
	}
	id := corpus.NewReportID(loaded.content)
	status, old := r.known.claim(id, loaded.src, r.opt.Force)
	switch status {
	case Unchanged:
		return Outcome{Status: Unchanged}
	case Skipped:
		return Outcome{Status: Skipped, Err: &corpus.Error{
			Code: corpus.Conflict, Op: "index", File: f.path,
			Err: fmt.Errorf("the same file as %s", old),
		}}
	default: // to be made
	}
	report, err := r.maker.make(ctx, loaded)
	if err != nil {
		return fault(f, err)
	}
	if err := r.sink.Put(ctx, report); err != nil {
		r.cancel(fmt.Errorf("store the report of %s: %w", f.path, err))
		return Outcome{Status: Failed, Err: err}
	}
	if status == Replaced && corpus.ReportID(old) != id {
		if err := r.sink.Delete(ctx, corpus.ReportID(old)); err != nil {
			r.cancel(fmt.Errorf("remove the former report of %s: %w", f.path, err))
		}
	}
	return Outcome{Status: status, Report: report}
}

// fault tells a file that is no report from a report that could not be read. A
// stranger in a folder is skipped; a file that a person named is expected to be a
// report.
func fault(f found, err error) Outcome {
	if !f.named && corpus.CodeOf(err) == corpus.Unsupported {
		return Outcome{Status: Skipped, Err: err}
	}
	return Outcome{Status: Failed, Err: err}
}

func (r *run) tell(o Outcome) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.sum.Files[o.Status]++
	if o.Report != nil {
		r.sum.Interventions += len(o.Report.Interventions)
	}
	if r.opt.Progress != nil {
		r.opt.Progress(r.total, o)
	}
}

// ledger knows which reports are stored and which are being made.
type ledger struct {
	mu      sync.Mutex
	stored  map[corpus.ReportID]corpus.Source
	byPath  map[string]corpus.ReportID
	claimed map[corpus.ReportID]string // path of the file in this run
}

func newLedger(sources map[corpus.ReportID]corpus.Source) *ledger {
	l := &ledger{
		stored: sources, byPath: make(map[string]corpus.ReportID, len(sources)),
		claimed: make(map[corpus.ReportID]string),
	}
	for id, src := range sources {
		l.byPath[src.Path] = id
	}
	return l
}

// has says whether a file of this run holds the report.
func (l *ledger) has(id corpus.ReportID) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	_, ok := l.claimed[id]
	return ok
}

// claim says what is to become of a file: Added, Replaced (with the id of the
// report to replace), Unchanged, or Skipped (with the path of its twin).
func (l *ledger) claim(id corpus.ReportID, src corpus.Source, force bool) (Status, string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if twin, ok := l.claimed[id]; ok {
		return Skipped, twin
	}
	l.claimed[id] = src.Path
	if stored, ok := l.stored[id]; ok {
		if !force && stored.Pipeline == src.Pipeline {
			return Unchanged, ""
		}
		return Replaced, string(id)
	}
	if former, ok := l.byPath[src.Path]; ok {
		return Replaced, string(former)
	}
	return Added, ""
}
