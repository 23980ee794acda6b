package bleve

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"briefsearch/corpus"
	"briefsearch/search"
)

// The folder of an index holds schemaFile, which says what wrote it and which
// folder beside it is the index. That folder is Bleve's, with a manifest. Both
// come into being by renaming, so what was begun and not finished is seen as
// such, and a whole index takes the place of another in one step.
const (
	schemaFile = "schema.json"
	indexDir   = "bleve"
	unfinished = "unfinished-"
	building   = "building-"
	lockFile   = "lock"

	// lockWait is how long Open waits for another process to let go.
	lockWait = 300 * time.Millisecond
)

type schema struct {
	Engine string `json:"engine"`
	Schema int    `json:"schema"`
	Folder string `json:"folder"`
}

// errOld is the cause of the Conflict that an index of another version is.
var errOld = errors.New("the index is of another version")

// prepare looks at the folder and says whether an index is to be made in it. It
// takes away what dead processes left.
func prepare(dir string) (empty bool, err error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) {
		return true, nil
	}
	if err != nil {
		return false, &corpus.Error{Code: corpus.Invalid, Op: opOpen, File: dir, Err: err, Hint: "Choose another folder with --index."}
	}
	indexed, foreign, begun := false, false, false
	for _, entry := range entries {
		switch name := entry.Name(); {
		case strings.HasPrefix(name, unfinished), strings.HasPrefix(name, building):
			begun = begun || entry.IsDir() && strings.HasPrefix(name, unfinished)
			if err := removeAbandoned(filepath.Join(dir, name), lockFile); err != nil {
				return false, &corpus.Error{Code: corpus.Invalid, Op: opOpen, File: dir, Err: err}
			}
		case name == schemaFile, strings.HasPrefix(name, indexDir):
			indexed = true
		default:
			foreign = true
		}
	}
	if _, err := os.Stat(filepath.Join(dir, schemaFile)); begun && indexed && errors.Is(err, os.ErrNotExist) {
		// A process died between making the first index and naming it.
		return true, os.RemoveAll(filepath.Join(dir, indexDir))
	}
	if foreign && !indexed {
		return false, &corpus.Error{
			Code: corpus.Conflict, Op: opOpen, File: dir, Hint: hintForeign,
			Err: errors.New("the folder is not an index"),
		}
	}
	return !indexed, nil
}

// readSchema returns the folder of the index in dir.
func readSchema(dir string) (string, error) {
	damaged := func(err error) error {
		return &corpus.Error{Code: corpus.Corrupt, Op: opOpen, File: dir, Err: err, Hint: hintDamaged}
	}
	b, err := os.ReadFile(filepath.Join(dir, schemaFile)) // #nosec G304 -- the user's own folder
	if err != nil {
		return "", refused(dir, err)
	}
	var s schema
	if err := json.Unmarshal(b, &s); err != nil {
		return "", damaged(err)
	}
	if s.Engine != engineName || s.Schema != search.SchemaVersion {
		return "", &corpus.Error{
			Code: corpus.Conflict, Op: opOpen, File: dir, Hint: hintOld,
			Err: fmt.Errorf("%w: schema %s %d, this program reads %s %d", errOld, s.Engine, s.Schema, engineName, search.SchemaVersion),
		}
	}
	again, err := json.Marshal(s)
	switch {
	case err != nil:
		return "", damaged(err)
	case !bytes.Equal(b, again) || !strings.HasPrefix(s.Folder, indexDir) || filepath.Base(s.Folder) != s.Folder:
		return "", damaged(fmt.Errorf("%s is not as it was written", schemaFile))
	}
	return filepath.Join(dir, s.Folder), nil
}

const engineName = "bleve"

// writeSchema makes a folder inside dir the index.
func writeSchema(dir, folder string) error {
	b, err := json.Marshal(schema{Engine: engineName, Schema: search.SchemaVersion, Folder: folder})
	if err != nil {
		return err
	}
	return replaceFile(filepath.Join(dir, schemaFile), b)
}

// replaceFile writes a file that is there whole or not at all, also after the
// power has failed.
func replaceFile(path string, content []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), unfinished)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
		return err
	}
	return syncDir(filepath.Dir(path))
}

// syncDir makes a renaming last.
func syncDir(dir string) error {
	d, err := os.Open(dir) // #nosec G304 -- the user's own folder
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// sweep takes away the indexes that were replaced, as soon as no process has
// them open.
func sweep(dir, current string) {
	old, err := filepath.Glob(filepath.Join(dir, indexDir+"*"))
	if err != nil {
		return
	}
	for _, path := range old {
		if path != current {
			_ = removeAbandoned(path, filepath.Join("store", "root.bolt")) // the next Open tries again
		}
	}
}

// removeAbandoned removes a file or folder unless a process holds its lock.
func removeAbandoned(path, lock string) error {
	lock = filepath.Join(path, lock)
	if _, err := os.Stat(lock); err == nil {
		held, err := holdLock(lock)
		if err != nil {
			return nil //nolint:nilerr // somebody works on it
		}
		if err := held.Close(); err != nil {
			return err
		}
	}
	return os.RemoveAll(path)
}

// holdLock locks a file, which is made when it is missing. Bolt's lock works on
// every system, and is released when the process dies.
func holdLock(path string) (*bolt.DB, error) {
	return bolt.Open(path, 0o600, &bolt.Options{Timeout: lockWait, NoSync: true})
}
