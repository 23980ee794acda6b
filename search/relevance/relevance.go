// Package relevance measures how well an engine ranks, on a test collection in
// BEIR layout.
//
// In: a folder with corpus.jsonl, queries.jsonl and qrels.tsv (or
// qrels/test.tsv), and a way to open an engine. Out: a Score. Each document is
// indexed as a report of one intervention, and each query goes through the
// query language as if a person had typed it.
package relevance

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/search"
	"briefsearch/search/query"
)

// Opener opens an engine in an empty folder.
type Opener func(ctx context.Context, dir string) (search.Engine, error)

// Score is how well a collection is ranked.
//
// NDCG is normalised discounted cumulative gain at 10 with linear gains: the
// judgement itself, over log2 of the rank and one. MAP is mean average precision
// over all relevant documents of a query, of the first Depth hits. Both are
// means over the queries that have a relevant document; a judgement of zero or
// less is not relevant.
type Score struct {
	NDCG10  float64 `json:"ndcg@10"`
	MAP     float64 `json:"map"`
	Queries int     `json:"queries"`
}

// Depth is how many hits of a query count for MAP.
const Depth = 1000

// Collection is a test collection.
type Collection struct {
	Documents []Document
	Queries   []Question
	Judgement map[string]map[string]int // by query and document
}

// Document is one text of a collection.
type Document struct {
	ID    string `json:"_id"`
	Title string `json:"title"`
	Text  string `json:"text"`
}

// Question is one query of a collection.
type Question struct {
	ID   string `json:"_id"`
	Text string `json:"text"`
}

// Run indexes a collection into an engine in a temporary folder, asks its
// queries and scores the answers. With a vocabulary the queries may name
// concepts, as those of a person do; it may be nil.
func Run(ctx context.Context, dir string, v *vocabulary.Vocabulary, open Opener) (score Score, err error) {
	c, err := Read(dir)
	if err != nil {
		return Score{}, err
	}
	tmp, err := os.MkdirTemp("", "relevance-")
	if err != nil {
		return Score{}, fmt.Errorf("relevance: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(tmp)) }()
	engine, err := open(ctx, filepath.Join(tmp, "index"))
	if err != nil {
		return Score{}, err
	}
	defer func() { err = errors.Join(err, engine.Close()) }()
	if err := index(ctx, engine, c.Documents); err != nil {
		return Score{}, err
	}
	return c.Score(ctx, engine, v)
}

// perReport is how many documents are put at once: the order of the documents
// is that of the collection, and the ranking does not depend on it.
const perReport = 500

func index(ctx context.Context, engine search.Engine, docs []Document) error {
	for first := 0; first < len(docs); first += perReport {
		r := &corpus.Report{ID: corpus.ReportID(fmt.Sprintf("r%06d", first/perReport)), Language: "en"}
		for i, d := range docs[first:min(len(docs), first+perReport)] {
			r.Interventions = append(r.Interventions, corpus.Intervention{
				ID: intervention(d.ID), N: i + 1, Text: d.whole(), Language: "en",
			})
		}
		if err := engine.Put(ctx, r); err != nil {
			return err
		}
	}
	return nil
}

// whole is the title and the text, once when the text begins with the title.
func (d Document) whole() string {
	if d.Title == "" || strings.HasPrefix(d.Text, d.Title) {
		return d.Text
	}
	return d.Title + "\n\n" + d.Text
}

const idPrefix = "d-"

func intervention(id string) corpus.InterventionID { return corpus.InterventionID(idPrefix + id) }

// Score asks the queries of a collection that is indexed.
func (c *Collection) Score(ctx context.Context, engine search.Searcher, v *vocabulary.Vocabulary) (Score, error) {
	var total Score
	for _, q := range c.Queries {
		judged := c.Judgement[q.ID]
		if relevant(judged) == 0 {
			continue
		}
		ranked, err := rank(ctx, engine, v, q.Text)
		if err != nil {
			return Score{}, fmt.Errorf("query %s: %w", q.ID, err)
		}
		total.Queries++
		total.NDCG10 += ndcg(ranked, judged, 10)
		total.MAP += averagePrecision(ranked, judged)
	}
	if total.Queries > 0 {
		total.NDCG10 /= float64(total.Queries)
		total.MAP /= float64(total.Queries)
	}
	return total, nil
}

// rank is the first Depth documents of a query.
func rank(ctx context.Context, engine search.Searcher, v *vocabulary.Vocabulary, text string) ([]string, error) {
	n, _ := query.Parse(text, v, query.Options{})
	if n == nil {
		return nil, nil
	}
	req := search.Request{Query: n, Size: search.MaxSize, Bare: true}
	var ids []string
	for len(ids) < Depth {
		res, err := engine.Search(ctx, req)
		if err != nil {
			return nil, err
		}
		for _, h := range res.Hits {
			ids = append(ids, strings.TrimPrefix(string(h.ID), idPrefix))
		}
		if req.Cursor = res.Next; req.Cursor == "" {
			break
		}
	}
	return ids[:min(len(ids), Depth)], nil
}

// Read reads a collection.
func Read(dir string) (*Collection, error) {
	c := &Collection{Judgement: make(map[string]map[string]int)}
	if err := readLines(filepath.Join(dir, "corpus.jsonl"), func(line []byte) error {
		var d Document
		err := json.Unmarshal(line, &d)
		c.Documents = append(c.Documents, d)
		return err
	}); err != nil {
		return nil, err
	}
	if err := readLines(filepath.Join(dir, "queries.jsonl"), func(line []byte) error {
		var q Question
		err := json.Unmarshal(line, &q)
		c.Queries = append(c.Queries, q)
		return err
	}); err != nil {
		return nil, err
	}
	qrels := filepath.Join(dir, "qrels.tsv")
	if _, err := os.Stat(qrels); errors.Is(err, os.ErrNotExist) {
		qrels = filepath.Join(dir, "qrels", "test.tsv")
	}
	return c, readLines(qrels, c.judge)
}

func (c *Collection) judge(line []byte) error {
	fields := strings.Fields(string(line))
	if len(fields) == 4 { // as TREC writes it, with an iteration
		fields = []string{fields[0], fields[2], fields[3]}
	}
	if len(fields) != 3 {
		return fmt.Errorf("%d columns, want query, document and score", len(fields))
	}
	grade, err := strconv.Atoi(fields[2])
	if err != nil {
		if len(c.Judgement) == 0 { // the heading
			return nil
		}
		return err
	}
	if c.Judgement[fields[0]] == nil {
		c.Judgement[fields[0]] = make(map[string]int)
	}
	c.Judgement[fields[0]][fields[1]] = grade
	return nil
}

func readLines(path string, each func([]byte) error) error {
	fail := func(line int, err error) error {
		return &corpus.Error{
			Code: corpus.Invalid, Op: "read collection", File: path,
			Err: fmt.Errorf("line %d: %w", line, err), Hint: "the folder needs corpus.jsonl, queries.jsonl and qrels.tsv in BEIR layout",
		}
	}
	f, err := os.Open(path) // #nosec G304 -- the user's own folder
	if err != nil {
		return fail(0, err)
	}
	defer func() { _ = f.Close() }()
	r := bufio.NewReader(f)
	for n := 1; ; n++ {
		line, err := r.ReadBytes('\n')
		if trimmed := strings.TrimSpace(string(line)); trimmed != "" {
			if err := each([]byte(trimmed)); err != nil {
				return fail(n, err)
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fail(n, err)
		}
	}
}
