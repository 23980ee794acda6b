package search

import (
	"context"

	"briefsearch/corpus"
	"briefsearch/search/query"
)

// Explorer answers what a page of hits does not: tables, time, neighbours in
// meaning, and words half typed. It is safe for concurrent use. An engine need
// not be one; whoever asks tests for it.
type Explorer interface {
	// Matrix counts the hits of a request in a table of two facets.
	Matrix(ctx context.Context, req MatrixRequest) (*Matrix, error)
	// Timeline counts the hits of a request by year or month.
	Timeline(ctx context.Context, req TimelineRequest) (*Timeline, error)
	// Similar finds interventions by others that use the rare words and bear
	// the tags of one, the nearest first: nothing that the same person said
	// or, where nobody is named, that was said for the same State. Their
	// passages begin where they share a word. NotFound if it is not stored.
	Similar(ctx context.Context, id corpus.InterventionID, size int) ([]Hit, error)
	// Suggest completes what somebody is typing, by values of the facets that
	// some intervention has and by words of the index, the most frequent
	// first within a field. It looks at the last word, and at the words
	// before it as far as they belong to a name.
	Suggest(ctx context.Context, typed string, size int) ([]Suggestion, error)
}

// MatrixRequest asks for a table. All filters hold, also those on the fields of
// the table.
type MatrixRequest struct {
	Query    query.Node
	Filters  []Filter
	Rows     string // a Field with Facet set
	Cols     string // another one
	RowsSize int    // rows wanted, 1 to MaxMatrix
	ColsSize int
}

// MaxMatrix is how many rows and columns a table may have.
const MaxMatrix = 200

// Matrix is a table of counts. An intervention with several values counts in
// each of their cells, so that cells do not add up to the counts at the margin.
type Matrix struct {
	Total int     // hits
	Rows  []Count // as in a facet: most frequent first, then by value
	Cols  []Count
	Cells [][]int // by row and column
}

// Unit is how long the steps of a timeline are.
type Unit string

// The units.
const (
	ByYear  Unit = "year"
	ByMonth Unit = "month"
)

// TimelineRequest asks for a timeline. All filters hold.
type TimelineRequest struct {
	Query   query.Node
	Filters []Filter
	Unit    Unit // "" is ByYear
}

// Timeline is counts in the order of time. Steps without hits are left out.
type Timeline struct {
	Total   int // hits
	Undated int // those of them without a date
	Steps   []Step
}

// Step is a year or a month of a timeline. A date that is known by its year
// alone counts in the first month.
type Step struct {
	Start string // "2006", or "2006-06"
	Count int
}

// SuggestWord is the field of a Suggestion that is a word of the texts.
const SuggestWord = "word"

// Suggestion is one way to go on.
type Suggestion struct {
	Field string // a Field with Facet set, or SuggestWord
	Value string // of the field; or the word
	Label string // what people call the value
	Count int    // interventions that have it
	Query string // the whole query with it, in the query language
}

// MaxSuggestions is how many suggestions may be asked for.
const MaxSuggestions = 50
