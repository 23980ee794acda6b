package bleve

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/util"
	bolt "go.etcd.io/bbolt"

	"briefsearch/corpus"
	"briefsearch/search"
)

// Builder writes a whole index at once, beside the one that is there: faster
// than putting report after report, and of one segment. Nothing is to be seen of
// it until Commit, which puts it in the place of the old one.
type Builder struct {
	maker   *maker
	dir     string // where the index belongs
	tmp     string // where it is built
	folder  string // where it stands in dir when it is finished
	lock    *bolt.DB
	scorch  *scorch.Builder
	shelves *shelves
	reports map[corpus.ReportID]bool
	turns   map[corpus.InterventionID]bool
	held    uint64 // as in state, of the documents
}

const (
	opBuild = "build index"

	// A batch of buildBatch documents becomes one segment, and buildMerge of
	// those are merged at once.
	buildBatch = 2000
	buildMerge = 64
)

// NewBuilder begins an index that is to stand in a folder. The folder may have
// an index already, also one that is open.
func NewBuilder(ctx context.Context, dir string) (*Builder, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", opBuild, err)
	}
	fail := func(err error) (*Builder, error) {
		return nil, &corpus.Error{
			Code: corpus.Invalid, Op: opBuild, File: dir, Err: err,
			Hint: "Choose a folder that can be written with --index.",
		}
	}
	if _, err := prepare(dir); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return fail(err)
	}
	tmp, err := os.MkdirTemp(dir, building)
	if err != nil {
		return fail(err)
	}
	b := &Builder{
		dir: dir, tmp: tmp,
		shelves: newShelves(), reports: make(map[corpus.ReportID]bool), turns: make(map[corpus.InterventionID]bool),
	}
	if err := b.begin(); err != nil {
		if b.lock != nil {
			_ = b.lock.Close()
		}
		_ = os.RemoveAll(tmp)
		return fail(err)
	}
	return b, nil
}

func (b *Builder) begin() error {
	var err error
	if b.maker, err = newMaker(); err != nil {
		return err
	}
	if b.lock, err = holdLock(filepath.Join(b.tmp, lockFile)); err != nil {
		return err
	}
	path := filepath.Join(b.tmp, indexDir)
	if err := makeEmpty(path); err != nil {
		return err
	}
	store := filepath.Join(path, "store")
	if err := os.RemoveAll(store); err != nil {
		return err
	}
	mapped, err := json.Marshal(emptyMapping())
	if err != nil {
		return err
	}
	b.scorch, err = scorch.NewBuilder(map[string]any{
		"path": store, "buildPathPrefix": b.tmp, "batchSize": buildBatch, "mergeMax": buildMerge,
		"internal": map[string][]byte{string(util.MappingInternalKey): mapped},
	})
	return err
}

// Put adds a report. Conflict: it, or one of its interventions, is there already.
func (b *Builder) Put(ctx context.Context, r *corpus.Report) error {
	if err := search.CheckReport(opBuild, r, headPrefix, shelfPrefix); err != nil {
		return err
	}
	twice := func(id string) error {
		return &corpus.Error{Code: corpus.Conflict, Op: opBuild, File: id, Err: errors.New("it is in the index already")}
	}
	if b.reports[r.ID] {
		return twice(string(r.ID))
	}
	for i := range r.Interventions {
		if id := r.Interventions[i].ID; b.turns[id] {
			return twice(string(id))
		}
	}
	docs, texts, err := b.maker.documents(r)
	if err != nil {
		return fmt.Errorf("%s %s: %w", opBuild, r.ID, err)
	}
	b.shelves.add(texts)
	b.reports[r.ID] = true
	for i := range r.Interventions {
		b.turns[r.Interventions[i].ID] = true
	}
	switch err := b.index(ctx, docs); {
	case err == nil, ctx.Err() != nil:
		return err
	default:
		return b.full(err)
	}
}

func (b *Builder) index(ctx context.Context, docs []*document.Document) error {
	for _, doc := range docs {
		b.held += weigh(doc.ID())
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := b.scorch.Index(doc); err != nil {
			return err
		}
	}
	return nil
}

func (b *Builder) full(err error) error {
	return &corpus.Error{
		Code: corpus.Unavailable, Op: opBuild, File: b.dir, Err: err,
		Hint: "See that the disk of the index has room and can be written.",
	}
}

// Discard gives up. It does nothing after Commit.
func (b *Builder) Discard() error {
	if b.maker == nil {
		return nil
	}
	b.maker.codec.close()
	b.maker = nil
	if err := errors.Join(b.lock.Close(), os.RemoveAll(b.tmp)); err != nil {
		return b.full(err)
	}
	return nil
}

// Commit makes the built index the one of the folder, in one step. An engine of
// this or another process that has the old one open turns to it by itself.
func (b *Builder) Commit(ctx context.Context) error {
	if b.maker == nil {
		return &corpus.Error{Code: corpus.Conflict, Op: opBuild, File: b.dir, Err: errors.New("the index is finished or given up")}
	}
	if err := b.finish(ctx); err != nil {
		return errors.Join(b.full(err), b.Discard())
	}
	sweep(b.dir, filepath.Join(b.dir, b.folder))
	return b.Discard()
}

func (b *Builder) finish(ctx context.Context) error {
	path := filepath.Join(b.tmp, indexDir)
	if len(b.reports) == 0 { // the builder below needs a document
		if err := errors.Join(os.RemoveAll(path), makeEmpty(path)); err != nil {
			return err
		}
	} else {
		if err := b.index(ctx, b.shelves.documents()); err != nil {
			return err
		}
		if err := b.scorch.Close(); err != nil {
			return err
		}
		if err := foundState(path, b.held); err != nil {
			return err
		}
	}
	if err := writeManifest(ctx, path); err != nil {
		return err
	}
	b.folder = indexDir + filepath.Base(b.tmp)[len(building)-1:]
	if err := os.Rename(path, filepath.Join(b.dir, b.folder)); err != nil {
		return err
	}
	if err := syncDir(b.dir); err != nil {
		return err
	}
	return writeSchema(b.dir, b.folder)
}
