package opensearch

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"slices"
)

// answer is what the cluster says to a search.
type answer struct {
	Hits struct {
		Total struct{ Value int }
		Hits  []hit
	}
	Aggs   map[string]aggregation         `json:"aggregations"`
	Error  *struct{ Type, Reason string } // of one search of several
	Status int                            // of it
}

// hit is a document that was found.
type hit struct {
	Name   string  `json:"_id"`
	Score  float64 `json:"_score"`
	Source struct {
		Turn    *turn
		Head    *head
		Outline *outline
	} `json:"_source"`
	Fields struct {
		Speaker  []string
		Analyser []string
		Report   []string
		Kind     []string
		Country  []string `json:"country_speaks_for"`
	}
	Sort []json.RawMessage
}

// aggregation is the counts of one, with those below it that have names of ours.
type aggregation struct {
	Value   int
	Buckets []bucket
	Inside  *aggregation
	Several *aggregation
	Chosen  *aggregation
}

// Names of what stands below an aggregation.
const (
	inside  = "inside"
	several = "several" // terms of people who have several
	chosen  = "chosen"  // what is selected or excluded
)

type bucket struct {
	Key    string
	Count  int `json:"doc_count"`
	Inside *aggregation
}

// find runs one search. An answer of some shards alone is none.
func (e *Engine) find(ctx context.Context, body object) (*answer, error) {
	return e.findAt(ctx, "", body)
}

// findAt is find that asks the same copies of the index for the same preference, which
// need not be alike to the last digit of a score.
func (e *Engine) findAt(ctx context.Context, preference string, body object) (*answer, error) {
	body["track_total_hits"] = true
	path := "/_search?allow_partial_search_results=false&search_type=dfs_query_then_fetch" // scores are the same whichever shard a text is on
	if preference != "" {
		path += "&preference=" + preference
	}
	out := new(answer)
	if err := e.ask(ctx, http.MethodPost, path, body, out); err != nil {
		return nil, err
	}
	return out, nil
}

// count runs queries and returns how many documents each has.
func (e *Engine) count(ctx context.Context, queries []object) ([]int, error) {
	counts := make([]int, 0, len(queries))
	for some := range slices.Chunk(queries, maxCounts) {
		var lines bytes.Buffer
		w := json.NewEncoder(&lines)
		for _, q := range some {
			head, body := w.Encode(object{}), w.Encode(object{"size": 0, "track_total_hits": true, "query": q})
			if err := errors.Join(head, body); err != nil {
				return nil, err
			}
		}
		var told struct{ Responses []answer }
		if err := e.ask(ctx, http.MethodPost, "/_msearch", lines.Bytes(), &told); err != nil {
			return nil, err
		}
		for _, a := range told.Responses {
			if a.Error != nil {
				return nil, &refusal{status: a.Status, kind: a.Error.Type, reason: a.Error.Reason}
			}
			counts = append(counts, a.Hits.Total.Value)
		}
	}
	return counts, nil
}

const (
	maxCounts = 100  // queries that are counted at once
	perPage   = 1000 // documents that are read at once
)

// each hands on all documents that a body finds, in the order of their ids, or in its
// own if it has one that ends with them.
func (e *Engine) each(ctx context.Context, body object, use func(*hit) error) error {
	body["size"] = perPage
	if body["sort"] == nil {
		body["sort"] = []object{{fieldID: "asc"}, {fieldKind: "asc"}}
	}
	for {
		found, err := e.find(ctx, body)
		if err != nil {
			return err
		}
		hits := found.Hits.Hits
		for i := range hits {
			if err := use(&hits[i]); err != nil {
				return err
			}
		}
		if len(hits) < perPage {
			return nil
		}
		body["search_after"] = hits[len(hits)-1].Sort
	}
}

// only is a query for documents that have these values, each.
func only(values object) object {
	parts := make([]object, 0, len(values))
	for field, value := range values {
		parts = append(parts, object{"term": object{field: value}})
	}
	return object{"bool": object{"filter": parts}}
}
