package ui

// For the tests of this package.
var (
	Highlight  = highlight
	Paragraphs = paragraphs
)

// The types that they take and return.
type (
	Piece     = piece
	Span      = span
	PageStart = pageStart
)
