package relevance_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"strings"
	"testing"

	"briefsearch/corpus/vocabulary"
	"briefsearch/search/bleve"
	"briefsearch/search/relevance"
)

// packed is a text in gzip.
func packed(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

const (
	plainDocuments = `{"_id": "1", "title": "Apples", "text": "Apples grow on trees."}
{"_id": "2", "text": "Cherries are red."}
`
	plainQueries = `{"_id": "1", "text": "apples"}
{"_id": "2", "text": "cherries"}
`
)

// TestVariants reads the same collection as different hands write it. Both queries
// find the document that is relevant to them.
func TestVariants(t *testing.T) {
	for name, files := range map[string]map[string]string{
		"without a heading": {"qrels.tsv": "1\t1\t1\n2\t2\t1"},
		"carriage returns and a byte order mark": {
			"qrels.tsv": "\ufeffquery-id\tcorpus-id\tscore\r\n1\t1\t1\r\n2\t2\t1\r\n", "corpus.jsonl": "\ufeff" + plainDocuments,
		},
		"columns in another order":     {"qrels.tsv": "corpus-id\tscore\tquery-id\n1\t3\t1\n2\t1\t2\n"},
		"as TREC writes it":            {"qrels.tsv": "1 0 1 1\n2 0 2 1\n"},
		"grades with a point":          {"qrels.tsv": "query-id\tcorpus-id\tscore\n1\t1\t1.0\n2\t2\t2.0\n"},
		"in a folder, for development": {"qrels/dev.tsv": "1\t1\t1\n2\t2\t1\n"},
		"compressed": {
			"corpus.jsonl": "", "corpus.jsonl.gz": packed(t, plainDocuments), "queries.jsonl": "", "queries.jsonl.gz": packed(t, plainQueries),
			"qrels/test.tsv.gz": packed(t, "1\t1\t1\n2\t2\t1\n"),
		},
		"numbers for ids": {
			"corpus.jsonl":  `{"_id": 1, "title": null, "text": "Apples"}` + "\n" + `{"id": 2, "text": "Cherries"}`,
			"queries.jsonl": `{"_id": 1, "text": "apples", "metadata": {"a": [1]}}` + "\n" + `{"_id": 2, "text": "cherries"}`,
			"qrels.tsv":     "1\t1\t1\n2\t2\t1\n",
		},
		"odd ids, twice": {
			"corpus.jsonl": `{"_id": "a b/\u0000é:\"*", "text": "Pears"}` + "\n" + `{"_id": "a b/\u0000é:\"*", "text": "Apples"}` + "\n" +
				`{"_id": "report/1", "text": "Cherries"}`,
			"queries.jsonl": `{"_id": "q 1", "text": "apples"}` + "\n" + `{"_id": "q\u00a02", "text": "cherries"}`,
			"qrels.tsv":     "q 1\ta b/\x00é:\"*\t1\nq\u00a02\treport/1\t1\n",
		},
		"texts without text": {
			"corpus.jsonl": plainDocuments + `{"_id": "3", "title": "", "text": ""}` + "\n" + `{"_id": "4"}` + "\n" + `{"_id": "5", "title": "Pears"}`,
			"qrels.tsv":    "1\t1\t1\n2\t2\t1\n",
		},
		"queries that nobody judged":      {"queries.jsonl": plainQueries + `{"_id": "3", "text": "pears"}`, "qrels.tsv": "1\t1\t1\n2\t2\t1\n"},
		"judgements of what is not there": {"qrels.tsv": "1\t1\t1\n2\t2\t1\n9\t1\t1\n"},
		"other languages": {
			"corpus.jsonl":  `{"_id": "1", "text": "Les pommes poussent sur des arbres."}` + "\n" + `{"_id": "2", "text": "Вишни красные"}`,
			"queries.jsonl": `{"_id": "1", "text": "pomme"}` + "\n" + `{"_id": "2", "text": "вишня"}`,
			"qrels.tsv":     "1\t1\t1\n2\t2\t1\n",
		},
		"sentences": {
			"queries.jsonl": `{"_id": "1", "text": "What is the relation of APPLES AND OF \"trees: - growing or c:d?"}` + "\n" +
				`{"_id": "2", "text": "WHICH OF THE CHERRIES, AND NOT OF THE PEARS OR THE PLUMS, ARE THE RED ONES?"}`,
			"qrels.tsv": "1\t1\t1\n2\t2\t1\n",
		},
	} {
		all := map[string]string{"corpus.jsonl": plainDocuments, "queries.jsonl": plainQueries}
		for file, content := range files {
			if all[file] = content; content == "" {
				delete(all, file)
			}
		}
		v, err := vocabulary.Default()
		if err != nil {
			t.Fatal(err)
		}
		language := func(text, fallback string) string {
			switch {
			case strings.ContainsRune(text, 'и'):
				return "ru"
			case strings.Contains(text, "Les "):
				return "fr"
			}
			return fallback
		}
		got, err := relevance.Run(context.Background(), collection(t, all), bleve.Open, relevance.Options{Vocabulary: v, Language: language})
		if want := (relevance.Score{NDCG10: 1, MAP: 1, Queries: 2}); err != nil || got != want {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}
