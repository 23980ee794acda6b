package bleve

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	blevesearch "github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
	index "github.com/blevesearch/bleve_index_api"
	bolterrors "go.etcd.io/bbolt/errors"

	"briefsearch/corpus"
	"briefsearch/search"
)

const (
	hintDamaged = "Build it anew of all reports: briefsearch index --rebuild."
	hintOld     = "Another version of the program wrote it. " + hintDamaged
	hintLocked  = "Another process has the index open: stop it, or choose another folder with --index."
	hintRights  = "Who serves the index needs the right to read the folder, who indexes also to write to it."
	hintForeign = "The folder holds other files: choose an empty folder with --index."
)

const opOpen = "open index"

// Open opens the index in a folder, and makes it when the folder is missing or
// empty. Conflict: it was written by another version, or another process has it
// open. Corrupt: it is damaged. Each with a hint.
func Open(ctx context.Context, dir string) (search.Engine, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", opOpen, err)
	}
	empty, err := prepare(dir)
	if err != nil {
		return nil, err
	}
	if empty {
		if err := create(dir); err != nil {
			return nil, err
		}
	}
	path, err := readSchema(dir)
	if err != nil {
		return nil, err
	}
	e, err := openToWrite(ctx, dir, path)
	if err != nil {
		return nil, err
	}
	sweep(dir, path)
	return e, nil
}

// openToWrite opens the index at path, which is the one of dir.
func openToWrite(ctx context.Context, dir, path string) (*Engine, error) {
	if err := inspect(ctx, dir, path); err != nil {
		return nil, refused(dir, err)
	}
	// Before Bleve opens it, for to open is to change.
	if err := dropManifest(path); err != nil {
		return nil, refused(dir, err)
	}
	ix, err := openBleve(path, make(map[string]any))
	if err != nil {
		return nil, refused(dir, err)
	}
	e, err := newEngine(ctx, dir, path, ix)
	if err != nil {
		return nil, err
	}
	e.writable = true
	return e, nil
}

func newEngine(ctx context.Context, dir, path string, ix blevesearch.Index) (*Engine, error) {
	m, err := newMaker()
	if err != nil {
		_ = ix.Close()
		return nil, fmt.Errorf("%s: %w", opOpen, err)
	}
	return &Engine{
		maker: m, dir: dir, path: path, index: ix, columns: newColumnStore(m.keywords), life: context.WithoutCancel(ctx),
	}, nil
}

// create makes an empty index beside the place where it belongs, and moves it
// there; the schema comes last.
func create(dir string) error {
	fail := func(err error) error {
		return &corpus.Error{
			Code: corpus.Invalid, Op: "make index", File: dir, Err: err,
			Hint: "Choose a folder that can be written with --index.",
		}
	}
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return fail(err)
	}
	tmp, err := os.MkdirTemp(dir, unfinished)
	if err != nil {
		return fail(err)
	}
	defer func() { _ = os.RemoveAll(tmp) }() // else the next Open does it
	if err := makeEmpty(filepath.Join(tmp, indexDir)); err != nil {
		return fail(err)
	}
	if err := os.Rename(filepath.Join(tmp, indexDir), filepath.Join(dir, indexDir)); err != nil {
		return fail(err)
	}
	if err := writeSchema(dir, indexDir); err != nil {
		return fail(err)
	}
	return nil
}

func emptyMapping() mapping.IndexMapping {
	m := mapping.NewIndexMapping()
	m.ScoringModel = index.BM25Scoring
	m.DefaultMapping = mapping.NewDocumentStaticMapping()
	return m
}

func makeEmpty(path string) error {
	ix, err := blevesearch.NewUsing(path, emptyMapping(), scorch.Name, scorch.Name, nil)
	if err != nil {
		return err
	}
	if err := ix.Close(); err != nil {
		return err
	}
	return foundState(path, 0)
}

func refused(dir string, err error) error {
	if errors.Is(err, bolterrors.ErrTimeout) {
		return &corpus.Error{Code: corpus.Conflict, Op: opOpen, File: dir, Err: errors.New("the index is in use"), Hint: hintLocked}
	}
	if errors.Is(err, os.ErrPermission) {
		return &corpus.Error{Code: corpus.Invalid, Op: opOpen, File: dir, Err: err, Hint: hintRights}
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("%s: %w", opOpen, err)
	}
	return &corpus.Error{Code: corpus.Corrupt, Op: opOpen, File: dir, Err: err, Hint: hintDamaged}
}
