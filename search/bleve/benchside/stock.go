package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	blevesearch "github.com/blevesearch/bleve/v2"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/en" // the analyser of the mapping
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search/query"

	"briefsearch/corpus"
)

// stockLimit is up to how many interventions Bleve is measured as it is shipped:
// its highlighting reads the term vectors of every match.
const stockLimit = 200_000

// measureStock measures Bleve with its own facets and highlighting.
func measureStock(ctx context.Context, o options, m *maker, classes []class, t *table) (err error) {
	if o.interventions > stockLimit {
		t.note("Bleve as shipped is not measured on more than %d interventions", stockLimit)
		return nil
	}
	dir := filepath.Join(o.work, "stock")
	if _, err := os.Stat(dir); err != nil {
		if err := buildStock(dir, m); err != nil {
			return err
		}
	}
	ix, err := blevesearch.OpenUsing(dir, map[string]any{"read_only": true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, ix.Close()) }()
	run := askStock(ix)
	out := &outcome{Classes: make(map[string]cost)}
	for _, c := range classes {
		costs, err := costsOf(ctx, c, run)
		if err != nil {
			return err
		}
		out.Classes[c.name] = costs[0]
	}
	if out.P50x1, out.P99x1, err = latencies(ctx, classes, 1, o.seconds, run); err != nil {
		return err
	}
	if out.P50x8, out.P99x8, err = latencies(ctx, classes, 8, o.seconds, run); err != nil {
		return err
	}
	out.Bytes, err = sizeOf(dir)
	t.add("Bleve as shipped", out)
	return err
}

func sizeOf(dir string) (sum int64, err error) {
	err = filepath.Walk(dir, func(_ string, info os.FileInfo, err error) error {
		if err == nil && info.Mode().IsRegular() {
			sum += info.Size()
		}
		return err
	})
	return sum, err
}

// askStock asks Bleve for what ours gives: ten hits, marked, and six facets.
func askStock(ix blevesearch.Index) ask {
	return func(ctx context.Context, q asked) (int, error) {
		req := blevesearch.NewSearchRequestOptions(stockQuery(q), 10, 0, false)
		for _, f := range facets() {
			req.AddFacet(f, blevesearch.NewFacetRequest(f, 10))
		}
		req.Highlight = blevesearch.NewHighlight()
		req.Fields = []string{"text"}
		res, err := ix.SearchInContext(ctx, req)
		if err != nil {
			return 0, err
		}
		return int(res.Total), nil // #nosec G115 -- a count of documents
	}
}

func stockQuery(q asked) query.Query {
	match := func(op query.MatchQueryOperator) query.Query {
		var text string
		for _, w := range q.words {
			text += w + " "
		}
		m := blevesearch.NewMatchQuery(text)
		m.SetField("text")
		m.SetOperator(op)
		return m
	}
	switch q.how {
	case "phrase":
		p := blevesearch.NewMatchPhraseQuery(fmt.Sprint(q.words[0], " ", q.words[1]))
		p.SetField("text")
		return p
	case "prefix":
		p := blevesearch.NewPrefixQuery(q.words[0])
		p.SetField("text")
		return p
	case "any":
		return match(query.MatchQueryOperatorOr)
	default:
		return match(query.MatchQueryOperatorAnd)
	}
}

func stockMapping() mapping.IndexMapping {
	text := blevesearch.NewTextFieldMapping()
	text.Analyzer = "en"
	doc := blevesearch.NewDocumentStaticMapping()
	doc.AddFieldMappingsAt("text", text)
	for _, f := range facets() {
		k := blevesearch.NewKeywordFieldMapping()
		k.Store = false
		doc.AddFieldMappingsAt(f, k)
	}
	m := blevesearch.NewIndexMapping()
	m.DefaultMapping = doc
	return m
}

func buildStock(dir string, m *maker) error {
	b, err := blevesearch.NewBuilder(dir+".part", stockMapping(), map[string]any{"batchSize": 2000})
	if err != nil {
		return err
	}
	for i := range m.reports() {
		r := m.report(i)
		for n := range r.Interventions {
			in := &r.Interventions[n]
			if err := b.Index(string(in.ID), map[string]any{
				"text": in.Text, "rcp": in.Tags.IDs(corpus.RCP), "country": in.Tags.IDs(corpus.Country),
				"speaker": in.Speaker.Name, "organisation": in.Tags.IDs(corpus.Organisation),
				"theme": in.Tags.IDs(corpus.Theme), "year": r.Date.Year(),
			}); err != nil {
				return err
			}
		}
	}
	if err := b.Close(); err != nil {
		return err
	}
	return os.Rename(dir+".part", dir)
}
