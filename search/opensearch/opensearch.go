// Package opensearch is the engine for who outgrows one machine: an index in a
// cluster of OpenSearch, spoken to over HTTP.
//
// In: reports (Put) and requests (Search). Out: the results that package bleve
// gives, the order of hits by relevance aside. Texts are read by package words
// before they are sent, so that a word has one form in every engine; what is asked
// of the cluster is postings, counts and keeping the data.
//
//	open.go     an address becomes an engine     client.go, state.go
//	document.go a report becomes documents       write.go
//	compile.go  a query tree becomes their DSL   expand.go
//	search.go   a request becomes a page         facet.go, hits.go, cursor.go
//	store.go    what was put comes back          matrix.go, similar.go, suggest.go
//
// A search sees a report whole or not at all, since all documents of one are on one
// shard and shards show what is new when a writer says so. There should be one
// writer at a time: what another is about to replace might be shown half. Package
// web asks; cmd opens.
package opensearch

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"sync/atomic"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/search/words"
)

// Engine is an index in a cluster. It is safe for concurrent use.
type Engine struct {
	*client
	analysers []*words.Analyser
	writing   sync.Mutex // one Put or Delete at a time
	closed    atomic.Bool
	learning  sync.Mutex
	known     atomic.Pointer[state]
}

var (
	_ search.Engine       = (*Engine)(nil)
	_ search.Explorer     = (*Engine)(nil)
	_ search.Generational = (*Engine)(nil)
)

var (
	errClosed  = errors.New("the index is closed")
	errMissing = errors.New("not in the index")
)

func notFound(op, id string) error {
	return &corpus.Error{Code: corpus.NotFound, Op: op, File: id, Err: errMissing}
}

func (e *Engine) usable(op string) error {
	if e.closed.Load() {
		return &corpus.Error{Code: corpus.Unavailable, Op: op, Err: errClosed}
	}
	return nil
}

// Close implements search.Engine. What was put is in the cluster already.
func (e *Engine) Close() error {
	e.closed.Store(true)
	e.http.CloseIdleConnections()
	return nil
}

// Stats implements search.Engine.
func (e *Engine) Stats(ctx context.Context) (search.Stats, error) {
	const op = "count index"
	stats := search.Stats{Schema: search.SchemaVersion}
	if err := e.usable(op); err != nil {
		return stats, err
	}
	found, err := e.find(ctx, object{"size": 0, "aggs": object{"kinds": object{"terms": object{"field": fieldKind}}}})
	if err != nil {
		return stats, e.fault(ctx, op, err)
	}
	for _, b := range found.Aggs["kinds"].Buckets {
		switch b.Key {
		case kindTurn:
			stats.Interventions = b.Count
		case kindReport:
			stats.Reports = b.Count
		}
	}
	var told struct {
		All struct {
			Primaries struct {
				Store struct {
					Size int64 `json:"size_in_bytes"`
				}
			}
		} `json:"_all"`
	}
	err = e.ask(ctx, http.MethodGet, "/_stats/store", nil, &told)
	stats.Bytes = told.All.Primaries.Store.Size
	return stats, e.fault(ctx, op, err)
}
