package main

import (
	"context"
	"errors"
	"os"

	"briefsearch/corpus"
	"briefsearch/indexer"
	"briefsearch/search"
	"briefsearch/search/bleve"
	"briefsearch/search/opensearch"
)

// An engine is where the indexer puts its reports; here the two rooms meet.
var _ indexer.Sink = search.Engine(nil)

// authorityVariable is where the file with the certificates of a cluster is named.
const authorityVariable = envPrefix + "OPENSEARCH_CA"

// openEngine opens the engine to write to: the one of a folder, or of an address.
func openEngine(ctx context.Context, index string) (search.Engine, error) {
	if opensearch.IsAddress(index) {
		return openCluster(ctx, index, false)
	}
	return bleve.Open(ctx, index)
}

// readEngine opens the engine to read from, also beside a process that writes.
func readEngine(ctx context.Context, index string) (search.Engine, error) {
	if opensearch.IsAddress(index) {
		return openCluster(ctx, index, true)
	}
	return bleve.OpenReadOnly(ctx, index)
}

// liveEngine opens the engine to serve from, and sees what others write. Where
// there is no index yet it makes an empty one: the reports may come later.
func liveEngine(ctx context.Context, index string) (search.Engine, error) {
	if opensearch.IsAddress(index) {
		return openCluster(ctx, index, false)
	}
	engine, err := bleve.OpenLive(ctx, index)
	if corpus.CodeOf(err) != corpus.NotFound {
		return engine, err
	}
	empty, err := bleve.Open(ctx, index)
	if err != nil {
		return nil, err
	}
	if err := empty.Close(); err != nil {
		return nil, err
	}
	return bleve.OpenLive(ctx, index)
}

func openCluster(ctx context.Context, index string, existing bool) (search.Engine, error) {
	return opensearch.Open(ctx, index, opensearch.Options{
		Password: os.Getenv(opensearch.PasswordVariable), CAFile: os.Getenv(authorityVariable), Existing: existing,
	})
}

// inFolder refuses what can be done to the index of a folder alone.
func inFolder(index, flag string) error {
	if !opensearch.IsAddress(index) {
		return nil
	}
	return &corpus.Error{
		Code: corpus.Invalid, Op: flag, Err: errors.New("this is for an index in a folder"),
		Hint: "A cluster looks after itself. To build anew, index into another name, serve that, and delete the old one.",
	}
}
