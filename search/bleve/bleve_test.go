package bleve_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/search/bleve"
	"briefsearch/search/enginetest"
	"briefsearch/search/query"
)

func open(t *testing.T, dir string) search.Engine {
	t.Helper()
	e, err := bleve.Open(context.Background(), dir)
	if err != nil {
		t.Fatalf("open: %v (hint: %s)", err, corpus.HintOf(err))
	}
	return e
}

func shut(t *testing.T, e search.Engine) {
	t.Helper()
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestConformance(t *testing.T) { enginetest.Run(t, open) }

func report(id string, texts ...string) *corpus.Report {
	r := &corpus.Report{ID: corpus.ReportID(id), Title: "Report " + id, Date: "2006-06-20", Language: "en"}
	for _, text := range texts {
		r.Interventions = append(r.Interventions, corpus.Intervention{Text: text, Language: "en", PageFrom: 1, PageTo: 1})
	}
	corpus.AssignIDs(r)
	return r
}

// made is a folder with an index of one report.
func made(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "index")
	e := open(t, dir)
	if err := e.Put(t.Context(), report("one", "some words")); err != nil {
		t.Fatal(err)
	}
	shut(t, e)
	return dir
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

// damages are what may befall a folder, and how it is refused then.
var damages = []struct {
	name   string
	damage func(dir string) error
	code   corpus.Code
}{
	{"another version", func(dir string) error {
		return os.WriteFile(filepath.Join(dir, "schema.json"), []byte(`{"engine":"bleve","schema":0,"folder":"bleve"}`), 0o600)
	}, corpus.Conflict},
	{"a schema that is none", func(dir string) error {
		return os.WriteFile(filepath.Join(dir, "schema.json"), []byte("\x00\x00"), 0o600)
	}, corpus.Corrupt},
	{"no schema", func(dir string) error {
		return os.Remove(filepath.Join(dir, "schema.json"))
	}, corpus.Corrupt},
	{"an empty root", func(dir string) error {
		return os.WriteFile(filepath.Join(dir, "bleve", "store", "root.bolt"), nil, 0o600)
	}, corpus.Corrupt},
	{"a root that is none", func(dir string) error {
		return os.WriteFile(filepath.Join(dir, "bleve", "store", "root.bolt"), []byte(strings.Repeat("rubbish ", 9000)), 0o600)
	}, corpus.Corrupt},
	{"a missing segment", func(dir string) error { return eachSegment(dir, os.Remove) }, corpus.Corrupt},
	{"a truncated segment", func(dir string) error {
		return eachSegment(dir, func(s string) error { return os.Truncate(s, 100) })
	}, corpus.Corrupt},
	{"an empty segment", func(dir string) error {
		return eachSegment(dir, func(s string) error { return os.Truncate(s, 0) })
	}, corpus.Corrupt},
	{"a flipped bit", func(dir string) error { return eachSegment(dir, flip) }, corpus.Corrupt},
	{"a file in place of the index", func(dir string) error {
		return errors.Join(
			os.RemoveAll(filepath.Join(dir, "bleve")),
			os.WriteFile(filepath.Join(dir, "bleve"), []byte("x"), 0o600))
	}, corpus.Corrupt},
}

func eachSegment(dir string, do func(string) error) error {
	segments, err := filepath.Glob(filepath.Join(dir, "bleve", "store", "*.zap"))
	if err != nil || len(segments) == 0 {
		return fmt.Errorf("no segments: %w", err)
	}
	for _, s := range segments {
		err = errors.Join(err, do(s))
	}
	return err
}

func flip(path string) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	b[len(b)/2] ^= 1
	return os.WriteFile(path, b, 0o600)
}

// TestOpenRefuses finds an index damaged, and the way out that it tells open.
func TestOpenRefuses(t *testing.T) {
	for _, tt := range damages {
		t.Run(tt.name, func(t *testing.T) {
			dir := made(t)
			if err := tt.damage(dir); err != nil {
				t.Fatal(err)
			}
			refuses(t, dir, tt.code, "index --rebuild")
			b, err := bleve.NewBuilder(t.Context(), dir)
			if err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(b.Put(t.Context(), report("two", "words")), b.Commit(t.Context())); err != nil {
				t.Fatal(err)
			}
			shut(t, open(t, dir))
		})
	}
}

func refuses(t *testing.T, dir string, code corpus.Code, hint string) {
	t.Helper()
	e, err := bleve.Open(context.Background(), dir)
	if err == nil {
		shut(t, e)
		t.Fatal("it opens")
	}
	if corpus.CodeOf(err) != code || !strings.Contains(corpus.HintOf(err), hint) {
		t.Errorf("%v is %q with the hint %q, want %q with %q", err, corpus.CodeOf(err), corpus.HintOf(err), code, hint)
	}
}

func TestOpenElsewhere(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "letter.txt"), "mine")
	refuses(t, dir, corpus.Conflict, "empty folder")
	refuses(t, filepath.Join(dir, "letter.txt"), corpus.Invalid, "another folder")
	refuses(t, filepath.Join(dir, "letter.txt", "index"), corpus.Invalid, "folder")
}

func TestOpenTwice(t *testing.T) {
	dir := made(t)
	e := open(t, dir)
	refuses(t, dir, corpus.Conflict, "Another process")
	shut(t, e)
	shut(t, open(t, dir))
}

// TestOpenUnfinished opens a folder in which a process died while it made the
// index.
func TestOpenUnfinished(t *testing.T) {
	dir := t.TempDir()
	left := filepath.Join(dir, "unfinished-123")
	if err := os.MkdirAll(filepath.Join(left, "bleve"), 0o700); err != nil {
		t.Fatal(err)
	}
	shut(t, open(t, dir))
	if _, err := os.Stat(left); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("what was left is still there: %v", err)
	}
}

func TestSuggestion(t *testing.T) {
	e := open(t, filepath.Join(t.TempDir(), "index"))
	defer shut(t, e)
	r := report("one", "The remittances of seasonal workers, and trafficking.", "Remittances again, and remittance.", "A statemint, and a boarder of Chad.")
	r.Interventions[2].Speaker.Name = "Ana Bordez"
	if err := e.Put(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	for i := range 40 {
		if err := e.Put(t.Context(), report(fmt.Sprintf("r%02d", i), "The statement of a border guard in training who chats with one Bordes.")); err != nil {
			t.Fatal(err)
		}
	}
	for asked, want := range map[string]string{
		"remitances":           "remittances",
		"seasonnal remitances": "seasonal remittances",
		"trafiking":            "trafficking", // training is as near, and in more reports
		"remittances":          "",            // there are hits
		"remittance":           "",            // in other forms, too
		"xyzzyqwert":           "",
		"cat":                  "",
		"statemint":            "statement", // there is one, and many of the other
		"boarder guard":        "border guard",
		`"bordr guard"`:        `"border guard"`,
		"guard -bordr":         "",
		"a statemint of the seasonal workers on remitances and borders": "a statement of the seasonal workers on remittances and borders",
		"chad":        "", // a country
		"kyrgyzstan":  "",
		"bordez":      "", // a speaker
		"cross-bordr": "", // the correction would find nothing
		"bord3r":      "",
	} {
		n, _ := query.Parse(asked, nil, query.Options{})
		res, err := e.Search(t.Context(), search.Request{Query: n})
		if err != nil || res.Suggestion != want {
			t.Errorf("%q: suggestion %q, want %q (%v)", asked, res.Suggestion, want, err)
		}
	}
}

func TestReportFacetByTitle(t *testing.T) {
	e := open(t, filepath.Join(t.TempDir(), "index"))
	defer shut(t, e)
	r := report("one", "words")
	r.Title = "Élan of the north"
	for _, r := range []*corpus.Report{r, report("two", "words")} {
		if err := e.Put(t.Context(), r); err != nil {
			t.Fatal(err)
		}
	}
	res, err := e.Search(t.Context(), search.Request{Facets: []search.FacetRequest{{Field: "report", Prefix: "elan", Size: 9}}})
	if err != nil || fmt.Sprint(res.Facets["report"]) != "[{one 1 false false}]" {
		t.Errorf("%v, %v", res.Facets["report"], err)
	}
}

func FuzzCursor(f *testing.F) {
	e, err := bleve.Open(context.Background(), filepath.Join(f.TempDir(), "index"))
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { _ = e.Close() })
	if err := e.Put(context.Background(), report("one", "words one", "words two", "words three")); err != nil {
		f.Fatal(err)
	}
	res, err := e.Search(context.Background(), search.Request{Size: 1})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(res.Next)
	f.Add("")
	f.Add("AAAA")
	f.Fuzz(func(t *testing.T, cursor string) {
		_, err := e.Search(context.Background(), search.Request{Size: 1, Cursor: cursor})
		if err != nil && corpus.CodeOf(err) != corpus.Invalid {
			t.Errorf("%q: %v", cursor, err)
		}
	})
}

// A word may stand in a text so often that its places do not fit into a number.
func TestPhraseOfFrequentWords(t *testing.T) {
	often := strings.Repeat("mo li ke ", 200) + "mo ke " + strings.Repeat("li ke mo ", 50)
	e := open(t, filepath.Join(t.TempDir(), "index"))
	defer shut(t, e)
	if err := e.Put(t.Context(), report("one", "ke mo some words", often, "mo ke li", strings.Repeat("ke ", 90)+"mo")); err != nil {
		t.Fatal(err)
	}
	for phrase, total := range map[string]int{"mo ke": 2, "li mo": 0, "ke mo": 3, "mo li ke mo ke li": 1, "ke ke ke": 1} {
		res, err := e.Search(t.Context(), search.Request{Query: query.Phrase{Text: phrase}, Size: 5})
		if err != nil {
			t.Fatal(err)
		}
		if res.Total != total {
			t.Errorf("%q: %d hits, want %d", phrase, res.Total, total)
		}
	}
}
