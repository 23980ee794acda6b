package bleve_test

import (
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/search/bleve"
)

// TestFlippedByteAfterKill flips a bit at many places of every file of an index
// whose process was killed: it is told, or stands where nobody reads (a free page
// of the root, a segment that was merged away), and then every report is there as
// it was acknowledged, also after the next write.
func TestFlippedByteAfterKill(t *testing.T) {
	flips, most := 20, 1 // of the root, and of each other file
	if full() {
		flips, most = 5000, 100
	}
	dir := filepath.Join(t.TempDir(), "index")
	acknowledged := make(map[string]bool)
	for _, id := range putUntilKilled(t, dir, 100*time.Millisecond, true) {
		acknowledged[id] = true
	}
	if _, err := bleve.Check(t.Context(), dir); err != nil {
		t.Fatalf("a killed index: %v", err)
	}
	random := rand.New(rand.NewPCG(5, 6))
	for _, path := range filesOf(t, dir) {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		n, told, name := min(most, len(content)), 0, filepath.Base(path)
		if name == "root.bolt" {
			n = flips
		}
		for range n {
			at, bit := random.IntN(len(content)), byte(1)<<random.IntN(8)
			content[at] ^= bit
			write(t, path, string(content))
			if _, err := bleve.Check(t.Context(), dir); err != nil {
				told++
			} else if name == "root.bolt" && random.IntN(10) == 0 {
				checkCopy(t, dir, acknowledged)
			} else if filepath.Ext(name) != ".zap" && name != "root.bolt" {
				t.Errorf("%s: a bit of byte %d is flipped and nobody sees it", name, at)
			}
			content[at] ^= bit
			write(t, path, string(content))
		}
		if told > 0 {
			t.Logf("%s: %d of %d flips told, the others where nobody reads", name, told, n)
		}
	}
	checkAfterKill(t, dir, acknowledged)
}

// checkCopy checks a copy of an index, before and after another report is put.
func checkCopy(t *testing.T, dir string, acknowledged map[string]bool) {
	t.Helper()
	to := filepath.Join(t.TempDir(), "copy")
	if err := os.CopyFS(to, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	checkAfterKill(t, to, acknowledged)
	e := open(t, to)
	if err := e.Put(t.Context(), report("more", "first words", "second words")); err != nil {
		t.Fatal(err)
	}
	shut(t, e)
	checkAfterKill(t, to, acknowledged)
}

func filesOf(t *testing.T, dir string) []string {
	t.Helper()
	var files []string
	if err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			files = append(files, path)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return files
}

// TestOlderRoot puts the root of an earlier moment in the place of the newest:
// an acknowledged report would be missing, or a deleted one be back.
func TestOlderRoot(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	e := open(t, dir)
	defer shut(t, e)
	store := filepath.Join(dir, "bleve", "store")
	old := filepath.Join(t.TempDir(), "store")
	for i, step := range []func() error{
		func() error { return e.Put(t.Context(), report("one", "some words")) },
		func() error { return e.Put(t.Context(), report("one", "other words")) },
		func() error { return e.Delete(t.Context(), "one") },
		func() error { return e.Put(t.Context(), report("one", "other words")) },
	} {
		if i > 0 {
			if err := errors.Join(os.RemoveAll(old), os.CopyFS(old, os.DirFS(store))); err != nil {
				t.Fatal(err)
			}
		}
		if err := step(); err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			continue
		}
		mixed := filepath.Join(t.TempDir(), "mixed")
		place := filepath.Join(mixed, "bleve", "store")
		if err := errors.Join(
			os.CopyFS(mixed, os.DirFS(dir)), os.RemoveAll(place), os.CopyFS(place, os.DirFS(old)),
		); err != nil {
			t.Fatal(err)
		}
		if _, err := bleve.Check(t.Context(), mixed); corpus.CodeOf(err) != corpus.Corrupt {
			t.Errorf("step %d: an older state passes for the newest: %v", i, err)
		}
	}
}

// TestTakenName puts a report with an intervention that another one has: the
// index holds what was put last, and knows it.
func TestTakenName(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	e := open(t, dir)
	first, second := report("one", "some words", "more"), report("two", "other words", "more")
	second.Interventions[0].ID = first.Interventions[0].ID
	for _, r := range []*corpus.Report{first, second, first, second} {
		if err := e.Put(t.Context(), r); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := bleve.Check(t.Context(), dir); err != nil && !strings.Contains(err.Error(), "not in the index") {
		t.Errorf("while it is open: %v", err)
	}
	if res, err := e.Search(t.Context(), search.Request{}); err != nil || res.Total != 3 {
		t.Errorf("%+v, %v", res, err)
	}
	shut(t, e)
}

// FuzzRoot reads a root of which a byte, or a tail, is another: what checkRoot is
// content with can be read to its end.
func FuzzRoot(f *testing.F) {
	dir := filepath.Join(f.TempDir(), "index")
	e, err := bleve.Open(f.Context(), dir)
	if err != nil {
		f.Fatal(err)
	}
	for _, id := range []string{"one", "two", "one"} {
		if err := e.Put(f.Context(), report(id, "some words")); err != nil {
			f.Fatal(err)
		}
	}
	if err := e.Close(); err != nil {
		f.Fatal(err)
	}
	sound, err := os.ReadFile(filepath.Join(dir, "bleve", "store", "root.bolt"))
	if err != nil {
		f.Fatal(err)
	}
	if err := bleve.CheckRoot(sound); err != nil {
		f.Fatalf("a sound root: %v", err)
	}
	for at := 0; at < len(sound); at += 1499 {
		f.Add(at, byte(1)<<(at%8), 0)
	}
	f.Add(0, byte(0), 5000)
	f.Fuzz(func(t *testing.T, at int, flip byte, cut int) {
		root := slices.Clone(sound)
		root = root[:len(root)-min(max(0, cut), len(root))]
		if at >= 0 && at < len(root) {
			root[at] ^= flip
		}
		if bleve.CheckRoot(root) != nil {
			return
		}
		from := filepath.Join(t.TempDir(), "root")
		write(t, from, string(root))
		if err := bleve.CopyRoot(from, from+".copy"); err != nil {
			t.Logf("refused by Bolt: %v", err)
		}
	})
}

// TestGeneration names each state of an index otherwise, and a state that is opened
// again the same.
func TestGeneration(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	seen := make(map[string]string)
	named := func(e search.Engine, state string, fresh bool) {
		t.Helper()
		g, ok := e.(search.Generational)
		if !ok {
			t.Fatalf("a %T", e)
		}
		name, err := g.Generation(t.Context())
		if err != nil || (seen[name] == "") != fresh {
			t.Errorf("%s is named %q, as is %q; %v", state, name, seen[name], err)
		}
		seen[name] = state
	}
	e := open(t, dir)
	named(e, "empty", true)
	for _, text := range []string{"words", "words", "other words"} {
		if err := e.Put(t.Context(), report("one", text)); err != nil {
			t.Fatal(err)
		}
		named(e, "put "+text, true)
	}
	if err := e.Delete(t.Context(), "one"); err != nil {
		t.Fatal(err)
	}
	named(e, "deleted", true)
	shut(t, e)
	reader, err := bleve.OpenReadOnly(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	named(reader, "opened again", false)
	shut(t, reader)
	for range 2 {
		b, err := bleve.NewBuilder(t.Context(), dir)
		if err != nil {
			t.Fatal(err)
		}
		if err := b.Put(t.Context(), report("one", "words")); err != nil {
			t.Fatal(err)
		}
		if err := b.Commit(t.Context()); err != nil {
			t.Fatal(err)
		}
		e := open(t, dir)
		named(e, "built", true)
		shut(t, e)
	}
}
