package bleve

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	blevesearch "github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
	index "github.com/blevesearch/bleve_index_api"
	bolterrors "go.etcd.io/bbolt/errors"

	"briefsearch/corpus"
	"briefsearch/search"
)

// The folder of an index holds schemaFile, which says what wrote it, and
// indexDir, which is Bleve's. Both come into being by renaming, so a folder
// that was begun and not finished is seen as such.
const (
	schemaFile = "schema.json"
	indexDir   = "bleve"
	unfinished = "unfinished-"

	// lockWait is how long Open waits for another process to let go.
	lockWait = "300ms"
)

const (
	hintDamaged = "delete the folder and index the reports again"
	hintOld     = "the index was written by another version of the program: index the reports again into a new folder"
	hintLocked  = "another process has the index open: stop it, or choose another folder with --index"
	hintForeign = "the folder holds other files: choose an empty folder with --index"
)

const opOpen = "open index"

type schema struct {
	Engine string `json:"engine"`
	Schema int    `json:"schema"`
}

// Open opens the index in a folder, and makes it when the folder is missing or
// empty. Conflict: it was written by another version, or another process has it
// open. Corrupt: it is damaged. Each with a hint.
func Open(ctx context.Context, dir string) (search.Engine, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", opOpen, err)
	}
	made, err := prepare(dir)
	if err != nil {
		return nil, err
	}
	if made {
		if err := create(dir); err != nil {
			return nil, err
		}
	}
	if err := verify(filepath.Join(dir, indexDir)); err != nil {
		return nil, refused(dir, err)
	}
	ix, err := openBleve(filepath.Join(dir, indexDir))
	if err != nil {
		return nil, refused(dir, err)
	}
	return newEngine(dir, ix)
}

func newEngine(dir string, ix blevesearch.Index) (*Engine, error) {
	c, err := newCodec()
	if err != nil {
		_ = ix.Close()
		return nil, fmt.Errorf("%s: %w", opOpen, err)
	}
	e := &Engine{dir: dir, index: ix, codec: c, analysers: analysers()}
	for _, f := range search.Fields() {
		if f.Kind == search.Keyword {
			e.keywords = append(e.keywords, f)
		}
	}
	e.columns = newColumnStore(e.keywords)
	return e, nil
}

// prepare looks at the folder and says whether an index is to be made in it.
func prepare(dir string) (bool, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) {
		return true, nil
	}
	if err != nil {
		return false, &corpus.Error{Code: corpus.Invalid, Op: opOpen, File: dir, Err: err, Hint: "choose another folder with --index"}
	}
	empty := true
	for _, entry := range entries {
		switch name := entry.Name(); {
		case name == schemaFile || name == indexDir:
			return false, checkSchema(dir)
		case strings.HasPrefix(name, unfinished):
			// Left by a process that died while it made the index.
			if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
				return false, &corpus.Error{Code: corpus.Invalid, Op: opOpen, File: dir, Err: err}
			}
		default:
			empty = false
		}
	}
	if !empty {
		return false, &corpus.Error{
			Code: corpus.Conflict, Op: opOpen, File: dir, Hint: hintForeign,
			Err: errors.New("the folder is not an index"),
		}
	}
	return true, nil
}

func checkSchema(dir string) error {
	b, err := os.ReadFile(filepath.Join(dir, schemaFile)) // #nosec G304 -- the user's own folder
	if err != nil {
		return &corpus.Error{Code: corpus.Corrupt, Op: opOpen, File: dir, Err: err, Hint: hintDamaged}
	}
	var s schema
	if err := json.Unmarshal(b, &s); err != nil {
		return &corpus.Error{Code: corpus.Corrupt, Op: opOpen, File: dir, Err: err, Hint: hintDamaged}
	}
	if s.Engine != "bleve" || s.Schema != search.SchemaVersion {
		return &corpus.Error{
			Code: corpus.Conflict, Op: opOpen, File: dir, Hint: hintOld,
			Err: fmt.Errorf("the index has schema %s %d, this program reads bleve %d", s.Engine, s.Schema, search.SchemaVersion),
		}
	}
	return nil
}

// create makes an empty index beside the place where it belongs, and moves it
// there; the schema comes last.
func create(dir string) error {
	fail := func(err error) error {
		return &corpus.Error{
			Code: corpus.Invalid, Op: "make index", File: dir, Err: err,
			Hint: "choose a folder that can be written with --index",
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
	m := mapping.NewIndexMapping()
	m.ScoringModel = index.BM25Scoring
	m.DefaultMapping = mapping.NewDocumentStaticMapping()
	ix, err := blevesearch.NewUsing(filepath.Join(tmp, indexDir), m, scorch.Name, scorch.Name, nil)
	if err != nil {
		return fail(err)
	}
	if err := ix.Close(); err != nil {
		return fail(err)
	}
	b, err := json.Marshal(schema{Engine: "bleve", Schema: search.SchemaVersion})
	if err != nil {
		return fail(err)
	}
	if err := os.WriteFile(filepath.Join(tmp, schemaFile), b, 0o600); err != nil {
		return fail(err)
	}
	for _, name := range []string{indexDir, schemaFile} {
		if err := os.Rename(filepath.Join(tmp, name), filepath.Join(dir, name)); err != nil {
			return fail(err)
		}
	}
	return nil
}

func openBleve(path string) (ix blevesearch.Index, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the index cannot be read: %v", p)
		}
	}()
	return blevesearch.OpenUsing(path, map[string]any{"bolt_timeout": lockWait})
}

func refused(dir string, err error) error {
	if errors.Is(err, bolterrors.ErrTimeout) {
		return &corpus.Error{Code: corpus.Conflict, Op: opOpen, File: dir, Err: errors.New("the index is in use"), Hint: hintLocked}
	}
	if errors.Is(err, os.ErrPermission) {
		return &corpus.Error{Code: corpus.Invalid, Op: opOpen, File: dir, Err: err, Hint: "the folder must be writable"}
	}
	return &corpus.Error{Code: corpus.Corrupt, Op: opOpen, File: dir, Err: err, Hint: hintDamaged}
}
