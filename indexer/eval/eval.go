// Package eval measures the indexer against gold files: what careful readers
// found in a report.
//
// In: a folder with gold files and the reports they are about (find.go), and a
// Maker. Out: Scores by field (score.go). `briefsearch eval DIR` prints them.
//
// A gold file is JSON. Its fields are those of inspect, and every one may be left
// out; what is left out is not measured:
//
//	{"file": "../reports/some-report.pdf",
//	 "report": {"title": "…", "series": "…", "kind": "…", "date": "2006-06-20",
//	            "place": "…", "organisers": ["…"], "language": "en"},
//	 "sections": ["Background"], "sessions": ["Session I: …"],
//	 "interventions": [{
//	    "session": 1, "speaker": "…", "honorific": "Mr.", "role": "…",
//	    "organisation": "…", "country": "PY",
//	    "starts": "first words of the turn", "ends": "its last words",
//	    "rcps": ["RCM"], "countries": ["PY"], "rcp_speaks_for": ["RCM"],
//	    "themes_at_least": ["remittances"], "themes_not": ["asylum-refugees"],
//	    "organisations_at_least": ["ECLAC"]}]}
//
// "rcps", "countries" and "rcp_speaks_for" are complete lists; the "_at_least"
// lists must be found and the "_not" lists must not. "file" is relative to the
// gold file; without it every report of the same base name is measured. A
// "report" that is a string is read as "file". Transcripts of the form {"transcript":
// [{"type": "speech", "speaker_name": "…"}]} are read as well: there the speeches of
// one speaker that follow each other are one turn.
package eval

import (
	"context"
	"errors"

	"briefsearch/corpus"
)

// Maker makes a report of a file; *indexer.Maker is one.
type Maker interface {
	Make(ctx context.Context, path string) (*corpus.Report, error)
}

// Result is the measure of one report.
type Result struct {
	Gold   string // path of the gold file
	File   string // path of the report
	Scores Scores
	Misses []string // what differs, a sentence each
	Err    error    // when the report could not be made
}

// Dir measures every report in a folder that has a gold file. It is an error
// when there is none.
func Dir(ctx context.Context, dir string, m Maker) ([]Result, error) {
	cases, err := find(dir)
	if err != nil {
		return nil, err
	}
	if len(cases) == 0 {
		return nil, &corpus.Error{
			Code: corpus.NotFound, Op: "evaluate", File: dir,
			Err:  errors.New("no gold file with a report to it"),
			Hint: "Put gold files (JSON) into the folder, each with the report's path in \"file\" or with its base name.",
		}
	}
	results := make([]Result, 0, len(cases))
	for _, c := range cases {
		res := Result{Gold: c.gold.path, File: c.report}
		r, err := m.Make(ctx, c.report)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err != nil {
			res.Err = err
			r = &corpus.Report{} // nothing was found, and that counts
		}
		res.Scores, res.Misses = compare(c.gold, r)
		results = append(results, res)
	}
	return results, nil
}
