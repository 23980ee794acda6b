package bleve

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	blevesearch "github.com/blevesearch/bleve/v2"

	"briefsearch/corpus"
	"briefsearch/search"
)

// OpenReadOnly opens the index in a folder as it is now, also while another
// process writes to it; what is written later is not seen. NotFound: there is
// none. Put and Delete are refused with a Conflict. The rest is as in Open.
//
// Bleve cannot share a folder with a writer. So the engine gets a folder of its
// own with a copy of the root, which is small, and links to the segments, which
// never change. Once they are open it does not matter that the writer removes
// them.
func OpenReadOnly(ctx context.Context, dir string) (search.Engine, error) {
	if _, err := os.Stat(filepath.Join(dir, schemaFile)); errors.Is(err, os.ErrNotExist) {
		return nil, &corpus.Error{Code: corpus.NotFound, Op: opOpen, File: dir, Err: errors.New("there is no index"), Hint: "Index some reports first."}
	}
	var last error
	for range readAttempts {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("%s: %w", opOpen, err)
		}
		path, err := readSchema(dir) // the index may have been replaced meanwhile
		if err != nil {
			return nil, err
		}
		e, err := openCopy(ctx, dir, path)
		if err == nil {
			return e, nil
		}
		last = err
		time.Sleep(readPause)
	}
	return nil, refused(dir, last)
}

// A copy that is made while the writer writes may be torn; the next one is not.
const (
	readAttempts = 5
	readPause    = 100 * time.Millisecond
)

func openCopy(ctx context.Context, dir, path string) (e *Engine, err error) {
	_, err = checkManifest(ctx, path)
	if err != nil && !changing(path) {
		return nil, err
	}
	stamp := stampOf(path) // before the copy: what comes meanwhile is seen next time
	acknowledged, err := readAcknowledged(path)
	if err != nil {
		return nil, err
	}
	tmp, err := os.MkdirTemp("", "briefsearch-reader-")
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			_ = os.RemoveAll(tmp)
		}
	}()
	if err := linkIndex(path, tmp); err != nil {
		return nil, err
	}
	closed := !changing(path) // also while it was copied
	if !closed {
		if err := verify(tmp); err != nil {
			return nil, err
		}
	}
	ix, err := openBleve(tmp, map[string]any{"read_only": true})
	if err != nil {
		return nil, err
	}
	e, err = newEngine(ctx, dir, path, ix)
	if err != nil {
		return nil, err
	}
	e.scratch, e.stamp = tmp, stamp
	if !closed {
		if err := e.verifyState(ctx, tmp, acknowledged); err != nil {
			return nil, errors.Join(err, e.Close())
		}
	}
	return e, nil
}

// changing says that a writer has the index open: it takes the manifest away.
func changing(path string) bool {
	_, err := os.Stat(filepath.Join(path, manifestFile))
	return errors.Is(err, os.ErrNotExist)
}

// linkIndex makes a copy of an index whose segments are links.
func linkIndex(path, to string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	store := filepath.Join(to, "store")
	if err := os.MkdirAll(store, 0o700); err != nil {
		return err
	}
	root := filepath.Join("store", "root.bolt")
	for name, check := range map[string]func([]byte) error{
		"index_meta.json": func([]byte) error { return nil }, root: checkRoot,
	} {
		b, err := os.ReadFile(filepath.Join(path, name)) // #nosec G304 -- a file of the index
		if err == nil {
			err = check(b)
		}
		if err == nil {
			err = os.WriteFile(filepath.Join(to, name), b, 0o600) // #nosec G703 -- a folder of our own
		}
		if err != nil {
			return err
		}
	}
	segments, err := segmentsOf(filepath.Join(to, root))
	if err != nil {
		return err
	}
	for _, name := range segments {
		name = filepath.Join("store", filepath.Base(name))
		if err := os.Symlink(filepath.Join(path, name), filepath.Join(to, name)); err != nil {
			return err
		}
	}
	return nil
}

// openBleve opens Bleve's folder.
func openBleve(path string, config map[string]any) (ix blevesearch.Index, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the index cannot be read: %v", p)
		}
	}()
	config["bolt_timeout"] = lockWait.String()
	return blevesearch.OpenUsing(path, config)
}
