// Package bleve is the engine for one machine: an index in a folder, kept by
// Bleve.
//
// In: reports (Put) and requests (Search). Out: results whose counts are exact.
// Bleve stores the postings, the values and the texts, and sees to crashes and
// merging. What is asked of them is ours, segment by segment:
//
//	document.go  a report becomes documents      analyse.go, record.go
//	compile.go   a query tree becomes a matcher  matcher.go, boolean.go, phrase.go, expand.go
//	collect.go   matches become hits and counts  columns.go, load.go, tally.go, filter.go, top.go
//	search.go    hits become a page              cursor.go, suggest.go
//	matrix.go    and tables, similar turns, words half typed: similar.go, suggest.go
//	write.go, store.go                           put, give back: packed.go, places.go
//	open.go      a folder becomes an engine      folder.go
//	state.go     and is known to be sound        manifest.go, verify.go, root.go
//	build.go     a whole index at once           shelves.go, live.go, readonly.go: beside a writer
//
// How a text is cut into words and a query's words are found in it again is the same
// for every engine: package words, and suggest for what is half typed or misspelt.
//
// Scores are BM25 over all texts of a language, whatever the segments, so that a
// page is the same before and after a merge. Package web asks; cmd opens.
package bleve

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"

	blevesearch "github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"

	"briefsearch/corpus"
	"briefsearch/search"
)

// Engine is an open index. It is safe for concurrent use.
type Engine struct {
	*maker
	dir      string // with the schema
	path     string // of the index inside
	scratch  string // of a reader: its own folder, or ""
	writable bool
	index    blevesearch.Index
	columns  *columnStore

	writing sync.Mutex   // one Put or Delete at a time
	open    sync.RWMutex // held by whatever uses the index; Close waits for them
	closed  bool

	life      context.Context    // of what goes on beside the requests
	live      bool               // a reader that turns to what is written
	stop      context.CancelFunc // of its watch, or nil
	stamp     string             // of a reader: the state it shows; under open
	lookAt    atomic.Int64       // when follow is to look next, in nanoseconds
	turning   sync.Mutex         // one turn at a time
	following sync.WaitGroup
}

var _ search.Engine = (*Engine)(nil)

var errClosed = errors.New("the index is closed")

// use begins a call on the index; the function it returns ends it.
func (e *Engine) use(op string) (func(), error) {
	e.open.RLock()
	if e.closed {
		e.open.RUnlock()
		return nil, &corpus.Error{Code: corpus.Unavailable, Op: op, Err: errClosed}
	}
	e.follow()
	return e.open.RUnlock, nil
}

// Close implements search.Engine. It waits for calls that are under way.
func (e *Engine) Close() error {
	e.open.Lock()
	if e.closed {
		e.open.Unlock()
		return nil
	}
	e.closed = true
	e.open.Unlock()
	if e.stop != nil {
		e.stop()
	}
	e.following.Wait()
	e.codec.close()
	err := e.index.Close()
	if err == nil && e.writable {
		err = writeManifest(e.life, e.path)
	}
	if e.scratch != "" {
		err = errors.Join(err, os.RemoveAll(e.scratch))
	}
	if err != nil {
		return &corpus.Error{Code: corpus.Internal, Op: "close index", File: e.dir, Err: err}
	}
	return nil
}

// Stats implements search.Engine.
func (e *Engine) Stats(ctx context.Context) (stats search.Stats, err error) {
	const op = "count index"
	done, err := e.use(op)
	if err != nil {
		return stats, err
	}
	defer done()
	defer e.rescue(op, &err)
	v, err := e.view(ctx)
	if err != nil {
		return stats, err
	}
	defer v.close()
	stats = search.Stats{Interventions: v.turns, Reports: v.reports, Schema: search.SchemaVersion}
	err = filepath.WalkDir(e.path, func(_ string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist): // a merge just removed it
			return nil
		case err != nil:
			return err
		case d.Type().IsRegular():
			if info, err := d.Info(); err == nil {
				stats.Bytes += info.Size()
			}
		}
		return nil
	})
	if err != nil {
		return stats, &corpus.Error{Code: corpus.Internal, Op: op, File: e.dir, Err: err}
	}
	return stats, nil
}

// rescue turns a panic inside Bleve, which reads its files without checking
// them, into an error.
func (e *Engine) rescue(op string, err *error) {
	if p := recover(); p != nil {
		*err = &corpus.Error{
			Code: corpus.Corrupt, Op: op, File: e.dir, Hint: hintDamaged,
			Err: fmt.Errorf("the index cannot be read: %v", p),
		}
	}
}

// scorch is the index below Bleve's interface.
func (e *Engine) scorch() (*scorch.Scorch, error) {
	low, err := e.index.Advanced()
	if err != nil {
		return nil, err
	}
	s, ok := low.(*scorch.Scorch)
	if !ok {
		return nil, fmt.Errorf("the index is a %T", low)
	}
	return s, nil
}

// snapshot is the index at this moment. It must be closed.
func (e *Engine) snapshot() (*scorch.IndexSnapshot, error) {
	low, err := e.scorch()
	if err != nil {
		return nil, err
	}
	reader, err := low.Reader()
	if err != nil {
		return nil, err
	}
	snapshot, ok := reader.(*scorch.IndexSnapshot)
	if !ok {
		_ = reader.Close()
		return nil, fmt.Errorf("the index reader is a %T", reader)
	}
	return snapshot, nil
}
