package bleve

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/search"
)

// manifestFile lists every file of an index with its size and checksum. It is
// there while no process may write: Open takes it away, Close writes it. So an
// index that was closed is known byte for byte; what one must hold that is open,
// or whose process was killed, its state tells (state.go).
const manifestFile = "manifest"

const manifestHead = "briefsearch index manifest 1\n"

// writeManifest writes the manifest of an index that nobody writes to.
func writeManifest(ctx context.Context, path string) error {
	m, err := listFiles(ctx, path)
	if err != nil {
		return err
	}
	return replaceFile(filepath.Join(path, manifestFile), m)
}

// dropManifest says that the index may change from now on.
func dropManifest(path string) error {
	err := os.Remove(filepath.Join(path, manifestFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return errors.Join(err, syncDir(path))
}

// checkManifest compares an index with its manifest; found is whether it has
// one.
func checkManifest(ctx context.Context, path string) (found bool, err error) {
	want, err := os.ReadFile(filepath.Join(path, manifestFile)) // #nosec G304 -- a file of the index
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	got, err := listFiles(ctx, path)
	if err != nil {
		return true, err
	}
	if bytes.Equal(got, want) {
		return true, nil
	}
	return true, fmt.Errorf("%s is damaged: it is not as the manifest has it", firstDifference(string(want), string(got)))
}

// firstDifference names the first file in which two manifests differ.
func firstDifference(want, got string) string {
	expected := slices.Collect(strings.Lines(want))
	for line := range strings.Lines(got) {
		if !slices.Contains(expected, line) {
			if fields := strings.Fields(line); len(fields) == 3 {
				return fields[2]
			}
		}
	}
	return manifestFile
}

// listFiles makes the text of a manifest: a line for every file, in the order of
// their names.
func listFiles(ctx context.Context, path string) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(manifestHead)
	err := filepath.WalkDir(path, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() || name == filepath.Join(path, manifestFile) {
			return err
		}
		sum, size, err := checksum(ctx, name)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(path, name)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(&b, "%08x %d %s\n", sum, size, filepath.ToSlash(rel))
		return err
	})
	return b.Bytes(), err
}

// checksum reads a file whole.
func checksum(ctx context.Context, path string) (sum uint32, size int64, err error) {
	f, err := os.Open(path) // #nosec G304 -- a file of the index
	if err != nil {
		return 0, 0, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	buffer := make([]byte, 1<<20)
	for {
		if err := ctx.Err(); err != nil {
			return 0, 0, err
		}
		n, err := f.Read(buffer)
		sum = crc32.Update(sum, crc32.IEEETable, buffer[:n])
		size += int64(n)
		if errors.Is(err, io.EOF) {
			return sum, size, nil
		}
		if err != nil {
			return 0, 0, err
		}
	}
}

// inspect looks at an index before Bleve opens it to write: byte for byte where
// there is a manifest, else at what it must hold.
func inspect(ctx context.Context, dir, path string) error {
	found, err := checkManifest(ctx, path)
	if err != nil || found {
		return err
	}
	root := filepath.Join(path, "store", "root.bolt")
	if err := idle(root); err != nil {
		return err
	}
	e, err := openCopy(ctx, dir, path)
	if err != nil {
		return err
	}
	if err := e.Close(); err != nil {
		return err
	}
	return cleanRoot(root)
}

// Check reads a whole index and says whether it is sound: Corrupt when it is
// damaged, Conflict when another version wrote it, each with a hint. closed says
// that it was compared byte for byte. It may be open elsewhere, or its process was
// killed; then every segment has its checksum, and the index holds what was
// acknowledged, and only pages that nobody reads are not compared.
func Check(ctx context.Context, dir string) (closed bool, err error) {
	if _, err := os.Stat(dir); err != nil {
		return false, &corpus.Error{Code: corpus.NotFound, Op: opCheck, File: dir, Err: err, Hint: "Index some reports first."}
	}
	path, err := readSchema(dir)
	if err != nil {
		return false, err
	}
	closed, err = checkManifest(ctx, path)
	if ctx.Err() != nil {
		return false, fmt.Errorf("%s: %w", opCheck, ctx.Err())
	}
	if err != nil {
		return false, refused(dir, err)
	}
	e, err := OpenReadOnly(ctx, dir)
	if err != nil {
		return closed, err
	}
	defer func() { err = errors.Join(err, e.Close()) }()
	return closed, readAll(ctx, e)
}

// readAll reads all that a store gives back.
func readAll(ctx context.Context, e search.Store) error {
	reports, _, err := e.Reports(ctx, "", math.MaxInt)
	if err != nil {
		return err
	}
	for _, head := range reports {
		r, err := e.Report(ctx, head.ID)
		if err != nil {
			return err
		}
		if _, err := e.Sections(ctx, r.ID); err != nil {
			return err
		}
		for i := range r.Interventions {
			if _, err := e.Intervention(ctx, r.Interventions[i].ID); err != nil {
				return err
			}
		}
	}
	return nil
}

const opCheck = "check index"
