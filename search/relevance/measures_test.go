package relevance_test

import (
	"context"
	"math"
	"os"
	"path/filepath"
	"testing"

	"briefsearch/corpus"
	"briefsearch/search/bleve"
	"briefsearch/search/relevance"
)

// collection writes a folder in BEIR layout.
func collection(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const (
	documents = `{"_id": "1", "title": "Apples", "text": "Apples grow on trees."}
{"_id": "2", "title": "", "text": "Pears grow on trees; an apple does too, and so does a plum."}

{"_id": "3", "title": "Cherries", "text": "Cherries are red."}
`
	questions = `{"_id": "q1", "text": "apple"}
{"_id": "q2", "text": "cherries"}
{"_id": "q3", "text": "nothing judged relevant"}
{"_id": "q4", "text": "pears"}
`
)

func TestMeasure(t *testing.T) {
	// q1 finds 1 and 2, of which the second is relevant; q2 finds its one; of
	// the two relevant to q4 one is found, at the first rank.
	judgements := "query-id\tcorpus-id\tscore\nq1\t2\t2\nq1\t1\t0\nq2\t3\t1\nq3\t1\t-1\nq4\t2\t1\nq4\t3\t1\n"
	want := relevance.Score{
		NDCG10:  (1/math.Log2(3) + 1 + 0 + 1/(1+1/math.Log2(3))) / 4,
		MAP:     (0.5 + 1 + 0 + 0.5) / 4,
		Queries: 4,
	}
	for _, name := range []string{"qrels.tsv", "qrels/test.tsv"} {
		dir := collection(t, map[string]string{"corpus.jsonl": documents, "queries.jsonl": questions, name: judgements})
		got, err := relevance.Run(context.Background(), dir, bleve.Open, relevance.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if math.Abs(got.NDCG10-want.NDCG10) > 1e-9 || math.Abs(got.MAP-want.MAP) > 1e-9 || got.Queries != want.Queries {
			t.Errorf("%+v, want %+v", got, want)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	good := map[string]string{"corpus.jsonl": documents, "queries.jsonl": questions, "qrels.tsv": "query-id\tcorpus-id\tscore\nq1\t2\t2\n"}
	for name, content := range map[string]string{
		"corpus.jsonl":  "{",
		"queries.jsonl": "nothing",
		"qrels.tsv":     "a\tb\tc\nq1\t2\tmuch\tmore\teven\n",
	} {
		files := map[string]string{}
		for k, v := range good {
			files[k] = v
		}
		files[name] = content
		if _, err := relevance.Read(collection(t, files)); corpus.CodeOf(err) != corpus.Invalid {
			t.Errorf("%s %q: %v", name, content, err)
		}
		delete(files, name)
		if _, err := relevance.Read(collection(t, files)); corpus.CodeOf(err) != corpus.Invalid {
			t.Errorf("without %s: %v", name, err)
		}
	}
}
