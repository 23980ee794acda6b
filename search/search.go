// Package search finds interventions.
//
// In: a Request, made of a query tree (package query) and filters. Out: a Result
// with hits, passages and facet counts. An Engine does the work; package bleve
// is the engine for one machine, and package enginetest holds every engine to
// one behaviour. Package web is next.
package search

import (
	"context"
	"strconv"
	"time"

	"briefsearch/corpus"
	"briefsearch/search/query"
)

// Searcher answers requests. It is safe for concurrent use.
type Searcher interface {
	// Search runs a request. On an unchanged index equal requests give equal
	// results; hits that compare equal are in the order of their ids.
	Search(ctx context.Context, req Request) (*Result, error)
}

// Store gives back what was put. It is safe for concurrent use.
type Store interface {
	// Report returns a report without the text of its interventions and
	// sections: their sessions, speakers, ids and titles are there. NotFound
	// if it is not stored.
	Report(ctx context.Context, id corpus.ReportID) (*corpus.Report, error)
	// Sections returns the sections of a report, whole. NotFound if it is not
	// stored.
	Sections(ctx context.Context, id corpus.ReportID) ([]corpus.Section, error)
	// Intervention returns an intervention whole, with its report's head and
	// its neighbours. NotFound if it is not stored.
	Intervention(ctx context.Context, id corpus.InterventionID) (*Turn, error)
	// Interventions returns some interventions in the order of their ids, whole
	// and with their reports' heads, which those of one report share, but without
	// their neighbours. Ids that are not stored are passed over.
	Interventions(ctx context.Context, ids []corpus.InterventionID) ([]*Turn, error)
	// Reports returns the heads of up to size reports, the newest date first, that
	// come behind a report in that order ("" for the first ones), and how many there
	// are in all. NotFound if that report is not stored.
	Reports(ctx context.Context, after corpus.ReportID, size int) (page []*corpus.Report, total int, err error)
	// Sources lists the source of every report by its id.
	Sources(ctx context.Context) (map[corpus.ReportID]corpus.Source, error)
}

// Writer changes the index.
type Writer interface {
	// Put stores a report and replaces everything that was stored under its
	// id. It is atomic for one report; when it returns nil the report
	// survives a crash and is seen by searches that start after.
	Put(ctx context.Context, r *corpus.Report) error
	// Delete removes a report. It is no error when there is none.
	Delete(ctx context.Context, id corpus.ReportID) error
}

// Engine is one index on one backend.
type Engine interface {
	Searcher
	Store
	Writer
	// Stats counts what is stored.
	Stats(ctx context.Context) (Stats, error)
	// Close releases the index. Nothing else may be called after it.
	Close() error
}

// Generational is an engine that tells the states of its index apart. An engine
// need not be one; whoever asks tests for it.
type Generational interface {
	// Generation names the state that searches that start now see. As long as it
	// is the same, equal requests have equal answers; another state, also of
	// another index, has another name.
	Generation(ctx context.Context) (string, error)
}

// Turn is an intervention with what stands around it.
type Turn struct {
	Report       *corpus.Report // the head alone
	Intervention *corpus.Intervention
	Person       string     // as in Hit
	Previous     *Neighbour // nil at the beginning of the report
	Next         *Neighbour // nil at its end
}

// Neighbour names an intervention beside another.
type Neighbour struct {
	ID      corpus.InterventionID
	Speaker corpus.Speaker
}

// Request is one search.
type Request struct {
	Query   query.Node     // nil: everything
	Filters []Filter       // one for each field at most; all must hold
	Facets  []FacetRequest // what to count
	Sort    Sort           // "" is ByRelevance
	Size    int            // hits wanted, 0 to MaxSize
	Cursor  string         // Result.Next of the page before, or ""
	Bare    bool           // hits have their ID and Score alone

	// Sections looks at the sections of reports, which are nobody's turn, and
	// at no intervention. They have a report, a year, a date and a language,
	// and no other field.
	Sections bool

	// PerReport shows the best hit of each report alone, in the order of those
	// hits, each with the number of its report's hits. Totals and facets count
	// all hits as ever.
	PerReport bool
}

// SectionPrefix begins the id of a section as a hit, and of nothing else.
const SectionPrefix = "section/"

// SectionID is the id that a section has as a hit: that of its report, and the
// number of the section there, from 1.
func SectionID(report corpus.ReportID, n int) corpus.InterventionID {
	return corpus.InterventionID(SectionPrefix + string(report) + "/" + strconv.Itoa(n))
}

// MaxSize is the largest Size of a Request, for what needs many hits at once: to
// ask for them page by page is to search as often. MaxPage is that of what strangers
// ask for.
const (
	MaxSize = 2000
	MaxPage = 100
)

// EnoughHits is how many hits need no others beside them that have some of the words
// alone.
const EnoughHits = 10

// Filter holds for an intervention whose field has one of Any (or Any is empty)
// and none of None.
type Filter struct {
	Field string   // a Field of Fields with Facet or Range set
	Any   []string // or-ed
	None  []string // excluded
	From  string   // ranges, inclusive, or "": dates as YYYY-MM-DD
	To    string
}

// FacetRequest asks for the counts of one field. A facet's counts ignore the
// filter on its own field.
type FacetRequest struct {
	Field  string
	Prefix string // only values of which the id, or a word of the label, begins so, without regard to case and accents
	Size   int    // values wanted; selected values come in addition
}

// Sort is an order of hits.
type Sort string

// The orders. Interventions without a date come last in both orders by date.
const (
	ByRelevance Sort = "relevance"
	ByDate      Sort = "date"
	ByDateDesc  Sort = "-date"
)

// Result is the answer to a Request.
type Result struct {
	Total        int // interventions that match
	TotalReports int // reports that they belong to
	Hits         []Hit
	Facets       map[string][]Count // by field, most frequent first, then by value
	Suggestion   string             // the query without its misspellings, or ""
	Next         string             // cursor of the next page, or ""
	Took         time.Duration
}

// Hit is an intervention that matches, with its best passages.
type Hit struct {
	ID        corpus.InterventionID
	Score     float64
	Report    ReportRef
	N         int
	Session   *corpus.Session
	Speaker   corpus.Speaker
	Person    string // value of the speaker facet, or "": who the speaker is among all reports
	Page      int    // of the first passage
	Tags      map[corpus.Kind][]string
	Passages  []Passage
	Language  string
	WordCount int
	InReport  int    // with PerReport: the report's hits, this one included
	Section   string // with Sections: its title; ID and N are those of the section
}

// ReportRef is what a hit says of its report.
type ReportRef struct {
	ID    corpus.ReportID `json:"id"`
	Title string          `json:"title"`
	Date  corpus.Date     `json:"date"`
}

// Passage is plain text and where the query's words stand in it.
type Passage struct {
	Text  string   `json:"text"`
	Marks [][2]int `json:"marks"` // half-open, code points of Text
	Page  int      `json:"page"`
	Start int      `json:"start"` // code point of the intervention's text at which Text begins
}

// Count is one value of a facet.
type Count struct {
	Value    string
	Count    int
	Selected bool
	Excluded bool
}

// Stats counts what an index holds.
type Stats struct {
	Reports       int
	Interventions int
	Bytes         int64 // on disk
	Schema        int
}
