// Package indexer carries files to a sink: it finds them, reads them (package
// read), describes, segments and tags them, and puts the reports into a Sink.
//
// In: paths. Out: one Outcome for each file, and reports in the Sink. An engine
// of package search is the Sink; cmd joins the two.
package indexer

import (
	"context"

	"briefsearch/corpus"
)

// Sink is where reports go.
type Sink interface {
	// Put stores a report and replaces everything that was stored under its
	// id. It is atomic for one report, and when it returns nil the report
	// survives a crash.
	Put(ctx context.Context, r *corpus.Report) error
	// Delete removes a report. It is no error when there is none.
	Delete(ctx context.Context, id corpus.ReportID) error
	// Sources lists what is stored: the source of every report by its id.
	// The indexer compares it with the files to leave out what has not
	// changed.
	Sources(ctx context.Context) (map[corpus.ReportID]corpus.Source, error)
}
