package bleve

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"briefsearch/corpus"
	"briefsearch/search"
)

const (
	// lookEvery is how often an engine looks whether something has taken the
	// place of what it has open.
	lookEvery = 500 * time.Millisecond
	// restFactor is how many times as long as it took to open an index the
	// engine waits before it opens the next, so that a writer who never rests
	// costs a server a fraction of its time.
	restFactor = 10
)

// OpenLive is OpenReadOnly, but what another process writes is seen soon after:
// the engine looks every half second, opens what is new beside what it has, and
// then turns to it. No request waits or fails.
func OpenLive(ctx context.Context, dir string) (search.Engine, error) {
	found, err := OpenReadOnly(ctx, dir)
	if err != nil {
		return nil, err
	}
	e, ok := found.(*Engine)
	if !ok {
		return nil, fmt.Errorf("%s: a %T", opOpen, found)
	}
	e.live = true
	watching, stop := context.WithCancel(context.WithoutCancel(ctx))
	e.stop = stop
	e.following.Go(func() {
		for tick := time.NewTicker(lookEvery); ; {
			select {
			case <-tick.C:
				e.follow()
			case <-watching.Done():
				tick.Stop()
				return
			}
		}
	})
	return e, nil
}

// follow looks, now and then and beside the request that is under way, for an
// index to turn to: a writer for one that a Builder built meanwhile, a live reader
// also for what was written to its own.
func (e *Engine) follow() {
	next := e.lookAt.Load()
	now := time.Now()
	if !e.writable && !e.live || now.UnixNano() < next || !e.lookAt.CompareAndSwap(next, now.Add(lookEvery).UnixNano()) {
		return
	}
	e.following.Go(func() {
		// When it fails the engine stays with the old one, and tries again.
		if turned, _ := e.turnTo(e.life); turned {
			e.lookAt.Store(time.Now().Add(max(lookEvery, restFactor*time.Since(now))).UnixNano())
		}
	})
}

// turnTo opens the index that is to be seen now, reads its columns and only then
// puts it in the place of the old one, so that no request waits for that.
func (e *Engine) turnTo(ctx context.Context) (bool, error) {
	e.turning.Lock()
	defer e.turning.Unlock()
	next, err := e.successor(ctx)
	if err != nil || next == nil {
		return false, err
	}
	v, err := next.view(ctx)
	if err != nil {
		return false, errors.Join(err, next.Close())
	}
	v.close()
	e.open.Lock()
	defer e.open.Unlock()
	if e.closed {
		return false, next.Close()
	}
	e.index, next.index = next.index, e.index
	e.columns, next.columns = next.columns, e.columns
	e.path, next.path = next.path, e.path
	e.scratch, next.scratch = next.scratch, e.scratch
	e.stamp = next.stamp
	next.writable = false // what it closes was replaced and needs no manifest
	if err := next.Close(); err != nil {
		return true, &corpus.Error{Code: corpus.Internal, Op: "close index", File: e.dir, Err: err}
	}
	if e.writable {
		sweep(e.dir, e.path)
	}
	return true, nil
}

// successor opens what is to follow what the engine has open, or nothing.
func (e *Engine) successor(ctx context.Context) (*Engine, error) {
	path, err := readSchema(e.dir)
	if err != nil {
		return nil, err
	}
	e.open.RLock()
	same := path == e.path && (e.writable || stampOf(path) == e.stamp)
	e.open.RUnlock()
	switch {
	case same:
		return nil, nil
	case e.writable:
		return openToWrite(ctx, e.dir, path)
	default:
		return openCopy(ctx, e.dir, path)
	}
}

// stampOf changes whenever a writer changes the index: every change is a write to
// its root.
func stampOf(path string) string {
	info, err := os.Stat(filepath.Join(path, "store", "root.bolt"))
	if err != nil {
		return ""
	}
	return fmt.Sprint(info.ModTime().UnixNano(), info.Size())
}
