package indexer

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/indexer/sidecar"
)

// found is a file to index.
type found struct {
	path  string
	named bool // named by the person, not found in a folder
	err   error
}

// walk lists the files of the paths, each once, in lexical order within a path.
// Symbolic links inside a folder are not followed, so a loop of them ends
// nothing; hidden files and folders are left out. A path that cannot be read is
// listed with its error.
func walk(paths []string) (files []found) {
	seen := make(map[string]bool)
	add := func(f found) {
		key := f.path
		if abs, err := filepath.Abs(f.path); err == nil {
			key = abs
		}
		if !seen[key] {
			seen[key] = true
			files = append(files, f)
		}
	}
	defer func() { files = withoutSidecars(files) }()
	for _, root := range paths {
		info, err := os.Stat(root)
		if err != nil {
			add(found{path: root, named: true, err: unreadable(root, err)})
			continue
		}
		if !info.IsDir() {
			add(found{path: root, named: true, err: irregular(root, info.Mode())})
			continue
		}
		walkFolder(root, add)
	}
	return files
}

// withoutSidecars leaves out the sidecars: they are read with their reports. One
// whose report is not there is told, for it may be misnamed.
func withoutSidecars(files []found) []found {
	reports := make(map[string]bool, len(files))
	for _, f := range files {
		if filepath.Ext(f.path) != sidecar.Extension {
			reports[sidecar.Path(f.path)] = true
		}
	}
	kept := files[:0]
	for _, f := range files {
		if filepath.Ext(f.path) != sidecar.Extension {
			kept = append(kept, f)
			continue
		}
		if reports[f.path] {
			continue
		}
		f.err = cmp.Or[error](f.err, &corpus.Error{
			Code: corpus.Unsupported, Op: "find", File: f.path, Err: errors.New("a sidecar without its report"),
			Hint: "A sidecar has the name of its report and the ending " + sidecar.Extension + ".",
		})
		kept = append(kept, f)
	}
	return kept
}

func walkFolder(root string, add func(found)) {
	// The walk function never returns an error but SkipDir, so neither does
	// WalkDir.
	_ = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			add(found{path: path, err: unreadable(path, err)})
			if d != nil && d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		hidden := path != root && strings.HasPrefix(d.Name(), ".")
		switch {
		case d.IsDir() && hidden:
			return fs.SkipDir
		case d.IsDir() || hidden:
			return nil
		case d.Type()&fs.ModeSymlink != 0:
			add(found{path: path, err: &corpus.Error{
				Code: corpus.Unsupported, Op: "find", File: path,
				Err:  errors.New("a symbolic link in a folder is not followed"),
				Hint: "Name the linked file or folder itself.",
			}})
		default:
			add(found{path: path, err: irregular(path, d.Type())})
		}
		return nil
	})
}

// irregular is the reason why a device, pipe or socket is not read, or nil for a
// regular file: reading one might never end.
func irregular(path string, mode fs.FileMode) error {
	if mode.IsRegular() {
		return nil
	}
	return &corpus.Error{
		Code: corpus.Unsupported, Op: "find", File: path,
		Err:  fmt.Errorf("not a regular file (%s)", mode.Type()),
		Hint: "Name files or folders.",
	}
}

func unreadable(path string, err error) error {
	hint := "Check the path and try again."
	code := corpus.Unavailable
	switch {
	case errors.Is(err, fs.ErrNotExist):
		code = corpus.NotFound
	case errors.Is(err, fs.ErrPermission):
		hint = "Give the program permission to read it."
	}
	// The path is in File already; a *fs.PathError would say it twice.
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return &corpus.Error{Code: code, Op: "read", File: path, Err: err, Hint: hint}
}

// gone lists the sources under the roots whose files no longer exist.
func gone(sources map[corpus.ReportID]corpus.Source, roots []string) map[corpus.ReportID]string {
	out := make(map[corpus.ReportID]string)
	for id, src := range sources {
		under := slices.ContainsFunc(roots, func(root string) bool {
			abs, err := filepath.Abs(root)
			if err != nil {
				return false
			}
			rel, err := filepath.Rel(abs, src.Path)
			return err == nil && filepath.IsLocal(rel)
		})
		if !under {
			continue
		}
		if _, err := os.Lstat(src.Path); errors.Is(err, fs.ErrNotExist) {
			out[id] = src.Path
		}
	}
	return out
}
