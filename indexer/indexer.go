// Package indexer carries files to a sink: it finds them (walk.go), reads them
// (package read), describes, segments and tags them (make.go), and puts the
// reports into a Sink (run.go).
//
// In: paths. Out: one Outcome for each file, and reports in the Sink. An engine
// of package search is the Sink; cmd joins the two.
package indexer

import (
	"context"
	"time"

	"briefsearch/corpus"
)

// Sink is where reports go. It is safe for concurrent use.
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

// Status says what became of a file.
type Status string

// The statuses.
const (
	Added     Status = "added"     // a new report
	Replaced  Status = "replaced"  // the file or the program changed since it was indexed
	Unchanged Status = "unchanged" // already in the index, as it is
	Removed   Status = "removed"   // in the index, but the file is gone
	Skipped   Status = "skipped"   // not a report, or the same as another file
	Failed    Status = "failed"    // a report that could not be read; the index is as it was
)

// Outcome is what became of one file.
type Outcome struct {
	File   string         // as it was named or found
	Status Status         // one of the above
	Report *corpus.Report // when Added or Replaced
	Err    error          // when Skipped or Failed; a *corpus.Error with the reason and a remedy
	Took   time.Duration
}

// Summary counts the outcomes of a run.
type Summary struct {
	Files         map[Status]int
	Interventions int // of the reports that were added or replaced
}

// OK says whether every file that looked like a report is now searchable.
func (s Summary) OK() bool { return s.Files[Failed] == 0 }
