package bleve_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/search/bleve"
	"briefsearch/search/query"
)

// TestFlippedByte flips a bit at many places of every file of an index that was
// closed: it never opens, and opens again when the bit is as it was.
func TestFlippedByte(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	e := open(t, dir)
	for _, id := range []string{"one", "two", "three"} {
		if err := e.Put(t.Context(), report(id, "words of "+id, "more words")); err != nil {
			t.Fatal(err)
		}
	}
	if err := e.Delete(t.Context(), "two"); err != nil {
		t.Fatal(err)
	}
	shut(t, e)
	files := filesOf(t, dir)
	if len(files) < 5 {
		t.Fatalf("only these files: %v", files)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for _, path := range files {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for range 25 {
			at, bit := random.IntN(len(content)), byte(1)<<random.IntN(8)
			content[at] ^= bit
			write(t, path, string(content))
			if closed, err := bleve.Check(t.Context(), dir); err == nil {
				t.Errorf("%s: a bit of byte %d is flipped and nobody sees it (closed: %v)", filepath.Base(path), at, closed)
			}
			if e, err := bleve.Open(t.Context(), dir); err == nil {
				shut(t, e)
				t.Fatalf("%s: a bit of byte %d is flipped and it opens", filepath.Base(path), at)
			}
			content[at] ^= bit
			write(t, path, string(content))
		}
	}
	if closed, err := bleve.Check(t.Context(), dir); err != nil || !closed {
		t.Errorf("a sound index: %v, %v", closed, err)
	}
	shut(t, open(t, dir))
}

// TestReadOnly reads an index beside its writer.
func TestReadOnly(t *testing.T) {
	dir := made(t)
	writer := open(t, dir)
	if err := writer.Put(t.Context(), report("two", "more words")); err != nil {
		t.Fatal(err)
	}
	reader, err := bleve.OpenReadOnly(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 30 { // the writer merges, and removes what was merged
		if err := writer.Put(t.Context(), report([]string{"three", "one"}[i%2], "words again")); err != nil {
			t.Fatal(err)
		}
	}
	res, err := reader.Search(t.Context(), search.Request{Size: 9})
	if err != nil || res.Total != 2 {
		t.Errorf("the reader sees %+v, %v", res, err)
	}
	for _, err := range []error{reader.Put(t.Context(), report("four", "x")), reader.Delete(t.Context(), "one")} {
		if corpus.CodeOf(err) != corpus.Conflict {
			t.Errorf("writing to a reader: %v", err)
		}
	}
	if closed, err := bleve.Check(t.Context(), dir); err != nil || closed {
		t.Errorf("check beside a writer: %v, %v", closed, err)
	}
	shut(t, reader)
	shut(t, writer)
	_, err = bleve.OpenReadOnly(t.Context(), t.TempDir())
	if corpus.CodeOf(err) != corpus.NotFound {
		t.Errorf("reading where no index is: %v", err)
	}
}

// TestBuilder builds an index beside one that is open: nobody sees it before it
// is committed, and the open engine turns to it after.
func TestBuilder(t *testing.T) {
	dir := made(t)
	e := open(t, dir)
	defer shut(t, e)
	b, err := bleve.NewBuilder(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"two", "three"} {
		if err := b.Put(t.Context(), report(id, "built words", "other words")); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.Put(t.Context(), report("two", "twice")); corpus.CodeOf(err) != corpus.Conflict {
		t.Errorf("a report twice: %v", err)
	}
	total := func() int {
		t.Helper()
		res, err := e.Search(t.Context(), search.Request{})
		if err != nil {
			t.Fatal(err)
		}
		return res.Total
	}
	if n := total(); n != 1 {
		t.Fatalf("before: %d interventions", n)
	}
	if err := b.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	for limit := time.Now().Add(20 * time.Second); total() != 4; time.Sleep(50 * time.Millisecond) {
		if time.Now().After(limit) {
			t.Fatal("the engine does not turn to the new index")
		}
	}
	if err := e.Put(t.Context(), report("four", "added words")); err != nil || total() != 5 {
		t.Errorf("an addition: %v", err)
	}
	if folders, _ := filepath.Glob(filepath.Join(dir, "b*")); len(folders) != 1 {
		t.Errorf("there are %v", folders)
	}
}

// TestBuilderEmpty builds on nothing, and gives up.
func TestBuilderEmpty(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	for _, finish := range []func(*bleve.Builder) error{
		func(b *bleve.Builder) error { return b.Commit(t.Context()) },
		(*bleve.Builder).Discard,
	} {
		b, err := bleve.NewBuilder(t.Context(), dir)
		if err != nil {
			t.Fatal(err)
		}
		if err := finish(b); err != nil {
			t.Fatal(err)
		}
		if err := b.Commit(t.Context()); corpus.CodeOf(err) != corpus.Conflict {
			t.Errorf("commit after the end: %v", err)
		}
	}
	shut(t, open(t, dir))
	if entries, _ := os.ReadDir(dir); len(entries) != 2 {
		t.Errorf("there are %v", entries)
	}
}

// TestBuilderWords asks an index that was built and one that was put together for
// words that are not typed whole or right.
func TestBuilderWords(t *testing.T) {
	v := newInventor()
	put := open(t, filepath.Join(t.TempDir(), "index"))
	defer shut(t, put)
	dir := filepath.Join(t.TempDir(), "index")
	b, err := bleve.NewBuilder(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 5 {
		r := v.report(i)
		if err := errors.Join(put.Put(t.Context(), r), b.Put(t.Context(), r)); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	built := open(t, dir)
	defer shut(t, built)
	ask := func(e search.Engine, n query.Node) *search.Result {
		res, err := e.Search(t.Context(), search.Request{Query: n, Size: 20})
		if err != nil {
			t.Fatal(err)
		}
		res.Took = 0
		if res.Suggestion != "" { // of words as near, a shelf does not tell which is a little more frequent
			res.Suggestion = "some"
		}
		return res
	}
	explorer, ok := built.(search.Explorer)
	if !ok {
		t.Fatalf("it is a %T", built)
	}
	for i := range 30 {
		w := v.lexicon[i*i]
		for _, n := range []query.Node{query.Prefix{Text: w[:3]}, query.Prefix{Text: w}, query.Fuzzy{Text: w}, query.Term{Text: w + "x"}} {
			if diff := cmp.Diff(ask(put, n), ask(built, n)); diff != "" {
				t.Errorf("%v (-put +built):\n%s", n, diff)
			}
		}
		typed, err := explorer.Suggest(t.Context(), w, 10)
		if err != nil {
			t.Fatal(err)
		}
		hits := ask(built, query.Term{Text: w}).Total
		if words := slices.ContainsFunc(typed, func(s search.Suggestion) bool { return s.Field == search.SuggestWord }); words != (hits > 0) {
			t.Errorf("%s has %d hits; suggested: %v", w, hits, typed)
		}
	}
	for i := range 5 {
		if err := built.Delete(t.Context(), corpus.ReportID(fmt.Sprintf("r%05d", i))); err != nil {
			t.Fatal(err)
		}
	}
	if res := ask(built, query.Prefix{Text: v.lexicon[0]}); res.Total != 0 || res.Suggestion != "" {
		t.Errorf("after everything is deleted: %d hits, suggestion %q", res.Total, res.Suggestion)
	}
}
