package indexer_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/indexer"
)

// sink keeps reports in memory and fails when it is told to.
type sink struct {
	mu      sync.Mutex
	reports map[corpus.ReportID]*corpus.Report
	fail    error
}

func newSink() *sink { return &sink{reports: make(map[corpus.ReportID]*corpus.Report)} }

func (s *sink) Put(_ context.Context, r *corpus.Report) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.fail != nil {
		return s.fail
	}
	s.reports[r.ID] = r
	return nil
}

func (s *sink) Delete(_ context.Context, id corpus.ReportID) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.reports, id)
	return nil
}

func (s *sink) Sources(context.Context) (map[corpus.ReportID]corpus.Source, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := make(map[corpus.ReportID]corpus.Source)
	for id, r := range s.reports {
		out[id] = r.Source
	}
	return out, nil
}

const minutes = `# Briefing report

## Summary of interventions

**Ms. Ada Brook**, Head of Data at the International Organization for Migration (IOM), opened the floor on %s.
`

func newMaker(tb testing.TB, c indexer.Config) *indexer.Maker {
	tb.Helper()
	v, err := vocabulary.Default()
	if err != nil {
		tb.Fatal(err)
	}
	return indexer.NewMaker(v, c)
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func about(topic string) string { return strings.Replace(minutes, "%s", topic, 1) }

// run indexes the paths and returns the outcomes by file name.
func run(t *testing.T, m *indexer.Maker, s indexer.Sink, opt indexer.Options, paths ...string) map[string]indexer.Status {
	t.Helper()
	got := make(map[string]indexer.Status)
	opt.Progress = func(_ int, o indexer.Outcome) { got[filepath.Base(o.File)] = o.Status }
	if _, err := m.Run(t.Context(), paths, s, opt); err != nil {
		t.Fatal(err)
	}
	return got
}

func TestRunIsIncremental(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a.md"), about("remittances"))
	write(t, filepath.Join(dir, "sub", "b.md"), about("visas"))
	m, s := newMaker(t, indexer.Config{}), newSink()

	steps := []struct {
		name    string
		prepare func()
		opt     indexer.Options
		want    map[string]indexer.Status
		stored  int
	}{
		{"first", func() {}, indexer.Options{}, map[string]indexer.Status{"a.md": indexer.Added, "b.md": indexer.Added}, 2},
		{"again", func() {}, indexer.Options{}, map[string]indexer.Status{"a.md": indexer.Unchanged, "b.md": indexer.Unchanged}, 2},
		{
			"a file changed",
			func() { write(t, filepath.Join(dir, "a.md"), about("detention")) },
			indexer.Options{},
			map[string]indexer.Status{"a.md": indexer.Replaced, "b.md": indexer.Unchanged},
			2,
		},
		{"forced", func() {}, indexer.Options{Force: true}, map[string]indexer.Status{"a.md": indexer.Replaced, "b.md": indexer.Replaced}, 2},
		{
			"a twin and a moved file",
			func() {
				write(t, filepath.Join(dir, "c.md"), about("detention"))
				if err := os.Rename(filepath.Join(dir, "sub", "b.md"), filepath.Join(dir, "moved.md")); err != nil {
					t.Fatal(err)
				}
			},
			indexer.Options{Prune: true, Workers: 1},
			map[string]indexer.Status{"a.md": indexer.Unchanged, "c.md": indexer.Skipped, "moved.md": indexer.Unchanged},
			2,
		},
		{
			"a file is gone, and stays without prune",
			func() {
				for _, name := range []string{"a.md", "c.md"} {
					if err := os.Remove(filepath.Join(dir, name)); err != nil {
						t.Fatal(err)
					}
				}
			},
			indexer.Options{},
			map[string]indexer.Status{"moved.md": indexer.Unchanged},
			2,
		},
		{"and goes with it", func() {}, indexer.Options{Prune: true}, map[string]indexer.Status{"moved.md": indexer.Unchanged, "a.md": indexer.Removed}, 1},
	}
	for _, step := range steps {
		step.prepare()
		if diff := cmp.Diff(step.want, run(t, m, s, step.opt, dir)); diff != "" {
			t.Fatalf("%s (-want +got):\n%s", step.name, diff)
		}
		if len(s.reports) != step.stored {
			t.Fatalf("%s: %d reports stored, want %d", step.name, len(s.reports), step.stored)
		}
	}
}

func TestRunNamesWhatItSkips(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "good.md"), about("remittances"))
	write(t, filepath.Join(dir, "empty.txt"), "")
	write(t, filepath.Join(dir, "picture.png"), "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
	write(t, filepath.Join(dir, "broken.pdf"), "%PDF-1.4\nnothing more")
	write(t, filepath.Join(dir, ".hidden.md"), about("visas"))
	if err := os.Symlink(dir, filepath.Join(dir, "loop")); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "large.pdf"), "%PDF-1.4\n")
	if err := os.Truncate(filepath.Join(dir, "large.pdf"), indexer.MaxFileSize+1); err != nil {
		t.Fatal(err)
	}
	want := map[string]indexer.Status{
		"large.pdf": indexer.Skipped,
		"good.md":   indexer.Added, "empty.txt": indexer.Failed, "picture.png": indexer.Skipped,
		"broken.pdf": indexer.Failed, "loop": indexer.Skipped, "absent.md": indexer.Failed,
	}
	got := make(map[string]indexer.Status)
	sum, err := newMaker(t, indexer.Config{}).Run(t.Context(), []string{dir, filepath.Join(dir, "absent.md")}, newSink(), indexer.Options{
		Progress: func(total int, o indexer.Outcome) {
			if total != len(want) {
				t.Errorf("total %d, want %d", total, len(want))
			}
			got[filepath.Base(o.File)] = o.Status
			if (o.Status == indexer.Failed || o.Status == indexer.Skipped) && len(indexer.Reason(o.Err)) < 20 {
				t.Errorf("%s: reason %q says too little", o.File, indexer.Reason(o.Err))
			}
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if sum.OK() {
		t.Error("the summary says that nothing failed")
	}
}

func TestRunEndsWithTheSink(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a", "b", "c", "d"} {
		write(t, filepath.Join(dir, name+".md"), about(name))
	}
	s := newSink()
	s.fail = errors.New("disk full")
	if _, err := newMaker(t, indexer.Config{}).Run(t.Context(), []string{dir}, s, indexer.Options{}); !errors.Is(err, s.fail) {
		t.Errorf("got %v, want the sink's error", err)
	}
}

func TestInspectStatus(t *testing.T) {
	dir := t.TempDir()
	m := newMaker(t, indexer.Config{})
	for name, tc := range map[string]struct{ content, status string }{
		"ok.md":       {about("remittances"), "ok"},
		"empty.txt":   {"", "empty"},
		"broken.pdf":  {"%PDF-1.4\nnothing more", "corrupt"},
		"picture.png": {"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "unsupported"},
	} {
		path := filepath.Join(dir, name)
		write(t, path, tc.content)
		r, err := m.Make(t.Context(), path)
		in := indexer.Inspect(path, r, err)
		if in.Status != tc.status {
			t.Errorf("%s: status %q, want %q (%s)", name, in.Status, tc.status, in.Reason)
		}
		if (in.Status == "ok") != (in.Reason == "") {
			t.Errorf("%s: status %q with reason %q", name, in.Status, in.Reason)
		}
	}
}

// TestTitleOfFile names a report that has no title as its readers do, by its file.
// TestTitleOfFile names reports without a title by their file, also those that begin with the label of a speech.
func TestTitleOfFile(t *testing.T) {
	for _, text := range []string{
		"Mr. Brook: The lamps are not lit. I ask why.\n\nMs. Vega: We have no oil. I shall ask for more.\n",
		"Ada Vega (LP)\n\nThe lamps are not lit. I ask why, and so does my group.\n\nIda Brook (PLT)\n\nWe have no oil. I shall ask for more.\n\nAda Vega (LP)\n\nThat is late.\n\nIda Brook (PLT)\n\nIt is.\n",
	} {
		path := filepath.Join(t.TempDir(), "Sitting of 9 March.txt")
		write(t, path, text)
		r, err := newMaker(t, indexer.Config{}).Make(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		if r.Title != "Sitting of 9 March" || len(r.Interventions) < 2 {
			t.Errorf("title %q, %d interventions", r.Title, len(r.Interventions))
		}
	}
}
