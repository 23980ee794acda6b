package layout

// Source is an open file that gives pages. It is not safe for concurrent use.
type Source interface {
	// NumPages is how many pages there are, within the limit that the file
	// was opened with.
	NumPages() int
	// Page reads page i, from 0. A page that is damaged is read as far as it
	// goes. The error is that of the context the file was opened in.
	Page(i int) (Page, error)
	// Title and Language are what the file's own metadata says, or "".
	Title() string
	Language() string
	// Damaged says whether something on the pages read so far could not be
	// read.
	Damaged() bool
	Close() error
}
