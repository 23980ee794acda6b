package ui

// For the tests of this package.
var (
	Highlight  = highlight
	Paragraphs = paragraphs
	Number     = number
	DateWords  = dateWords
	List       = list
)

// The types that they take and return.
type (
	Piece     = piece
	Span      = span
	PageStart = pageStart
)
