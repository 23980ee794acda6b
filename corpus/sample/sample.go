// Package sample holds the sample reports that a fresh checkout indexes, so that
// there is something to search at once: a briefing report and a verbatim record
// in English, a meeting report in Spanish, and a statement in French as a PDF.
//
// In: nothing. Out: the reports as a file system; `make run` indexes the same
// files from the folder reports. Beside them stand
//
//	source  what the PDFs are made from, with the script that makes them
//	gold    what a careful reader finds in each report, for `briefsearch eval`
//
// The meetings, the speakers and their words are invented, and each report says
// so in its imprint. What is said of the regional consultative processes
// themselves (when they began, whom they bring together) is meant to be right.
package sample

import (
	"embed"
	"io/fs"
)

//go:embed reports
var files embed.FS

// Reports returns the sample reports, all at the root.
func Reports() fs.FS {
	reports, err := fs.Sub(files, "reports")
	if err != nil {
		panic(err) // only an invalid name is refused, and "reports" is valid
	}
	return reports
}
