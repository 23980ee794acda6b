package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"briefsearch/indexer/describe"
	"briefsearch/indexer/eval"
	"briefsearch/search/relevance"
)

func newEval() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "eval DIR",
		Short: "Measure the program against what is known to be true",
		Long: `Compare the reports in a folder with gold files, and print precision, recall and
F1 for each field. The form of a gold file is told in the documentation of
package indexer/eval.

With --relevance, DIR is a test collection in BEIR layout (corpus.jsonl,
queries.jsonl, and qrels.tsv or qrels/test.tsv; each may end in .gz): its documents
are indexed, each query is run as a person would type it, and nDCG@10 and MAP are
printed, as trec_eval measures them.`,
		Args: args(cobra.MaximumNArgs(1)),
	}
	ranking := cmd.Flags().Bool("relevance", false, "measure the ranking on a test collection")
	asJSON := cmd.Flags().Bool("json", false, "print JSON")
	verbose := cmd.Flags().BoolP("verbose", "v", false, "print what differs")
	makerFlags(cmd)
	cmd.RunE = func(cmd *cobra.Command, dirs []string) error {
		if len(dirs) != 1 {
			return usageError{fmt.Errorf("name one folder: 'briefsearch eval DIR' or 'briefsearch eval --relevance DIR'")}
		}
		if *ranking {
			return evalRelevance(cmd, dirs[0], *asJSON)
		}
		return evalReports(cmd, dirs[0], *asJSON, *verbose)
	}
	return cmd
}

func evalRelevance(cmd *cobra.Command, dir string, asJSON bool) error {
	v, err := loadVocabulary(cmd)
	if err != nil {
		return err
	}
	m, err := relevance.Run(cmd.Context(), dir, openEngine, relevance.Options{Vocabulary: v, Language: describe.Language})
	if err != nil {
		return err
	}
	if asJSON {
		return json.NewEncoder(cmd.OutOrStdout()).Encode(m)
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "nDCG@10 %.4f, MAP %.4f, %d queries\n", m.NDCG10, m.MAP, m.Queries)
	return err
}

func evalReports(cmd *cobra.Command, dir string, asJSON, verbose bool) (err error) {
	maker, err := newMaker(cmd)
	if err != nil {
		return err
	}
	defer closing(maker, &err)
	results, err := eval.Dir(cmd.Context(), dir, maker)
	if err != nil {
		return err
	}
	if asJSON {
		return json.NewEncoder(cmd.OutOrStdout()).Encode(evalJSON(results))
	}
	w := tabwriter.NewWriter(cmd.OutOrStdout(), 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, r := range results {
		printScores(w, filepath.Base(r.File), r.Scores)
		if r.Err != nil {
			_, _ = fmt.Fprintf(w, "  not read: %v\n", r.Err) // Flush tells a failure to write
		}
		if verbose {
			for _, m := range r.Misses {
				_, _ = fmt.Fprintf(w, "  %s\n", m)
			}
		}
	}
	if len(results) > 1 {
		printScores(w, fmt.Sprintf("all %d reports", len(results)), eval.Sum(results))
	}
	return w.Flush()
}

// printScores writes a table; the tabwriter keeps the first error for Flush.
func printScores(w io.Writer, title string, s eval.Scores) {
	_, _ = fmt.Fprintf(w, "%s\n\tprecision\trecall\tF1\t\n", title)
	for _, f := range eval.Fields() {
		if score := s[f]; score != nil && score.Measured() {
			_, _ = fmt.Fprintf(w, "%s\t%.3f\t%.3f\t%.3f\t\n", f, score.Precision(), score.Recall(), score.F1())
		}
	}
}

type scoreJSON struct {
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
}

type resultJSON struct {
	File   string                   `json:"file"`
	Gold   string                   `json:"gold"`
	Scores map[eval.Field]scoreJSON `json:"scores"`
	Misses []string                 `json:"misses"`
	Error  string                   `json:"error,omitempty"`
}

func evalJSON(results []eval.Result) map[string]any {
	files := make([]resultJSON, len(results))
	for i, r := range results {
		files[i] = resultJSON{File: r.File, Gold: r.Gold, Scores: scoresJSON(r.Scores), Misses: r.Misses}
		if r.Err != nil {
			files[i].Error = r.Err.Error()
		}
	}
	return map[string]any{"reports": files, "all": scoresJSON(eval.Sum(results))}
}

func scoresJSON(s eval.Scores) map[eval.Field]scoreJSON {
	out := make(map[eval.Field]scoreJSON, len(s))
	for f, score := range s {
		if score.Measured() {
			out[f] = scoreJSON{round(score.Precision()), round(score.Recall()), round(score.F1())}
		}
	}
	return out
}

func round(x float64) float64 { return math.Round(x*1e4) / 1e4 }
