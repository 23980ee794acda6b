// Package relevance measures how well an engine ranks, on a test collection in
// BEIR layout.
//
// In: a folder with corpus.jsonl, queries.jsonl and qrels.tsv (or
// qrels/test.tsv), and a way to open an engine. Out: a Score. Each document is
// indexed as an intervention, and each query goes through the query language as if
// a person had typed it.
package relevance

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
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
// The measures are those of trec_eval (ndcg_cut_10 and map, with -c). NDCG is
// normalised discounted cumulative gain at 10 with linear gains: the judgement
// itself, over log2 of the rank and one. MAP is mean average precision over all
// relevant documents of a query, of the first Depth hits. A judgement of zero or
// less is not relevant. Both are means over the queries that have judgements; one
// that finds nothing, or has nothing relevant, counts as zero.
type Score struct {
	NDCG10  float64 `json:"ndcg@10"`
	MAP     float64 `json:"map"`
	Queries int     `json:"queries"`
}

// Depth is how many hits of a query count for MAP.
const Depth = 1000

// Options are what Run may be told.
type Options struct {
	// Vocabulary lets the queries name concepts, as those of a person do.
	Vocabulary *vocabulary.Vocabulary
	// Language tells the language of a text, or says the fallback. Without it
	// all is English.
	Language func(text, fallback string) string
}

// Run indexes a collection into an engine in a temporary folder, asks its
// queries and scores the answers.
func Run(ctx context.Context, dir string, open Opener, o Options) (score Score, err error) {
	if o.Language == nil {
		o.Language = func(_, fallback string) string { return fallback }
	}
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
	if err := index(ctx, engine, c.Documents, o.Language); err != nil {
		return Score{}, err
	}
	return c.Score(ctx, engine, o.Vocabulary)
}

// perReport is how many documents are put at once: the order of the documents
// is that of the collection, and the ranking does not depend on it.
const perReport = 500

func index(ctx context.Context, engine search.Engine, docs []Document, language func(text, fallback string) string) error {
	for first := 0; first < len(docs); first += perReport {
		r := &corpus.Report{ID: corpus.ReportID(fmt.Sprintf("r%06d", first/perReport))}
		part := docs[first:min(len(docs), first+perReport)]
		r.Language = mostly(part, language)
		for i, d := range part {
			text := d.whole()
			r.Interventions = append(r.Interventions, corpus.Intervention{
				ID: intervention(d.ID), N: i + 1, Text: text, Language: language(text, r.Language),
			})
		}
		if err := engine.Put(ctx, r); err != nil {
			return err
		}
	}
	return nil
}

// mostly is the language of most documents, which a text that is too short to
// tell is taken to be in.
func mostly(docs []Document, language func(text, fallback string) string) string {
	const fallback = "en"
	counts := make(map[string]int)
	best := fallback
	for _, d := range docs {
		lang := language(d.whole(), fallback)
		if counts[lang]++; counts[lang] > counts[best] {
			best = lang
		}
	}
	return best
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
		judged, ok := c.Judgement[q.ID]
		if !ok {
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

// rank is the first Depth documents of a query, and then, as pages of hits lead on,
// of what has some of its words.
func rank(ctx context.Context, engine search.Searcher, v *vocabulary.Vocabulary, text string) ([]string, error) {
	n, _ := query.Parse(text, v, query.Options{})
	if n == nil {
		return nil, nil
	}
	ids, err := ranked(ctx, engine, n, Depth)
	if some := query.Some(n); err == nil && some != nil && len(ids) < Depth {
		var more []string
		more, err = ranked(ctx, engine, some, Depth-len(ids))
		ids = append(ids, more...)
	}
	return ids, err
}

func ranked(ctx context.Context, engine search.Searcher, n query.Node, depth int) ([]string, error) {
	req := search.Request{Query: n, Size: depth, Bare: true}
	var ids []string
	for len(ids) < depth {
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
	return ids[:min(len(ids), depth)], nil
}
