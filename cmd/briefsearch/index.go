package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"briefsearch/indexer"
	"briefsearch/search"
	"briefsearch/search/bleve"
)

// An engine is where the indexer puts its reports; here the two rooms meet.
var _ indexer.Sink = search.Engine(nil)

// openEngine opens the engine that every command uses.
func openEngine(ctx context.Context, dir string) (search.Engine, error) {
	return bleve.Open(ctx, dir)
}

func newIndex() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "index PATH…",
		Short: "Index files and folders",
		Long: `Index files and folders, any mix. A file that is already indexed and has not
changed is left alone; one that changed replaces its former report. What cannot
be read is named with the reason and stops nothing else.

Exit code 1 if any file failed.`,
		Args: args(cobra.MinimumNArgs(1)),
	}
	dir := indexFlag(cmd)
	makerFlags(cmd)
	force := cmd.Flags().Bool("force", false, "index every file again, also when nothing changed")
	prune := cmd.Flags().Bool("prune", false, "remove reports of these folders whose files are gone")
	workers := cmd.Flags().Int("workers", 0, "files read at the same time; 0 is one for each core")
	cmd.RunE = func(cmd *cobra.Command, paths []string) (err error) {
		maker, err := newMaker(cmd)
		if err != nil {
			return err
		}
		defer closing(maker, &err)
		engine, err := openEngine(cmd.Context(), *dir)
		if err != nil {
			return err
		}
		defer closing(engine, &err)

		p := newProgress(cmd.ErrOrStderr())
		sum, err := maker.Run(cmd.Context(), paths, engine, indexer.Options{
			Force: *force, Prune: *prune, Workers: *workers, Progress: p.tell,
		})
		p.done()
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintln(cmd.OutOrStdout(), summary(sum)); err != nil {
			return err
		}
		if !sum.OK() {
			return errReported
		}
		return nil
	}
	return cmd
}

// closing closes c and keeps its error unless there is one already.
func closing(c io.Closer, err *error) {
	if e := c.Close(); e != nil && *err == nil {
		*err = e
	}
}

// summary is the last line of a run: "3 added, 1 unchanged; 42 interventions".
func summary(sum indexer.Summary) string {
	var parts []string
	for _, s := range []indexer.Status{
		indexer.Added, indexer.Replaced, indexer.Unchanged, indexer.Removed, indexer.Skipped, indexer.Failed,
	} {
		if n := sum.Files[s]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, s))
		}
	}
	if len(parts) == 0 {
		return "no files found"
	}
	return fmt.Sprintf("%s; %s indexed", strings.Join(parts, ", "), number(sum.Interventions, "intervention"))
}

// progress shows a run: a bar when a terminal watches, plain lines when not.
type progress struct {
	out io.Writer
	tty bool
	bar *progressbar.ProgressBar
}

func newProgress(out io.Writer) *progress {
	f, ok := out.(interface{ Fd() uintptr })
	return &progress{out: out, tty: ok && term.IsTerminal(int(f.Fd()))} //nolint:gosec // a file descriptor fits an int
}

// tell shows an outcome. Files that need no word pass silently on the bar; on
// plain output every file that was read has its line, for the log.
func (p *progress) tell(total int, o indexer.Outcome) {
	if p.tty && p.bar == nil {
		p.bar = progressbar.NewOptions(total,
			progressbar.OptionSetWriter(p.out), progressbar.OptionSetDescription("indexing"),
			progressbar.OptionShowCount(), progressbar.OptionClearOnFinish(), progressbar.OptionSetPredictTime(true))
	}
	if line := outcomeLine(o, !p.tty); line != "" {
		if p.bar != nil {
			_ = p.bar.Clear() // progress is a courtesy: a terminal that goes away ends nothing
		}
		_, _ = fmt.Fprintln(p.out, line)
	}
	if p.bar != nil {
		_ = p.bar.Add(1)
	}
}

func (p *progress) done() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}

func outcomeLine(o indexer.Outcome, all bool) string {
	switch o.Status {
	case indexer.Added, indexer.Replaced:
		if all {
			return fmt.Sprintf("%s %s: %s, %s", o.Status, o.File, number(len(o.Report.Interventions), "intervention"), number(o.Report.Pages, "page"))
		}
		return ""
	case indexer.Unchanged:
		return ""
	case indexer.Removed:
		return fmt.Sprintf("%s %s: the file is gone", o.Status, o.File)
	default:
		return fmt.Sprintf("%s %s: %s", o.Status, o.File, indexer.Reason(o.Err))
	}
}

// number is a count with its noun: "1 page", "4 pages".
func number(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}
