package bleve

import (
	"context"
	"errors"
	"time"

	"briefsearch/corpus"
)

// lookEvery is how often an engine looks whether a Builder has put another index
// in the place of its own.
const lookEvery = time.Second

// follow looks, now and then and beside the request that is under way, for an
// index that was built meanwhile.
func (e *Engine) follow() {
	last := e.looked.Load()
	now := time.Now().UnixNano()
	if !e.writable || now-last < int64(lookEvery) || !e.looked.CompareAndSwap(last, now) {
		return
	}
	e.following.Go(func() { _ = e.turnTo(context.Background()) }) // it stays with the old one, and tries again
}

// turnTo opens the index that the folder names now, reads its columns and only
// then puts it in the place of the old one, so that no request waits for that.
func (e *Engine) turnTo(ctx context.Context) error {
	path, err := readSchema(e.dir)
	if err != nil || path == e.current() {
		return err
	}
	next, err := openToWrite(ctx, e.dir, path)
	if err != nil {
		return err
	}
	v, err := next.view(ctx)
	if err != nil {
		return errors.Join(err, next.Close())
	}
	v.close()
	e.open.Lock()
	defer e.open.Unlock()
	if e.closed {
		return next.Close()
	}
	e.index, next.index = next.index, e.index
	e.columns, next.columns = next.columns, e.columns
	e.path, next.path = next.path, e.path
	next.writable = false // what it closes was replaced and needs no manifest
	if err := next.Close(); err != nil {
		return &corpus.Error{Code: corpus.Internal, Op: "close index", File: e.dir, Err: err}
	}
	sweep(e.dir, e.path)
	return nil
}

func (e *Engine) current() string {
	e.open.RLock()
	defer e.open.RUnlock()
	return e.path
}
