package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"
	"sync"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"briefsearch/corpus"
	"briefsearch/indexer"
	"briefsearch/search/bleve"
)

func newIndex() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "index PATH…",
		Short: "Index files and folders",
		Long: `Index files and folders, any mix. A file that is already indexed and has not
changed is left alone; one that changed replaces its former report. What cannot
be read is named with the reason and stops nothing else.

A server may go on serving the index meanwhile, and takes up what is new. With
--rebuild the index is built anew of these files alone, beside the one in use, and
takes its place when it is whole.

Exit code 1 if any file failed.`,
	}
	dir := indexFlag(cmd)
	makerFlags(cmd)
	rebuild := cmd.Flags().Bool("rebuild", false, "build a new index of these files and put it in the place of the old one")
	check := cmd.Flags().Bool("check", false, "index nothing; read the whole index and say whether it is sound")
	opt := indexer.Options{}
	cmd.Flags().BoolVar(&opt.Force, "force", false, "index every file again, also when nothing changed")
	cmd.Flags().BoolVar(&opt.Prune, "prune", false, "remove reports of these folders whose files are gone")
	cmd.Flags().IntVar(&opt.Workers, "workers", 0, "files read at the same time; 0 is one for each core")
	cmd.Args = args(func(cmd *cobra.Command, paths []string) error {
		if *check {
			return cobra.NoArgs(cmd, paths)
		}
		return cobra.MinimumNArgs(1)(cmd, paths)
	})
	cmd.RunE = func(cmd *cobra.Command, paths []string) error {
		if *check || *rebuild {
			if err := inFolder(*dir, "index --check, --rebuild"); err != nil {
				return err
			}
		}
		switch {
		case *check:
			return checkIndex(cmd, *dir)
		case *rebuild:
			return rebuildIndex(cmd, *dir, paths, opt)
		default:
			return updateIndex(cmd, *dir, paths, opt)
		}
	}
	return cmd
}

func checkIndex(cmd *cobra.Command, dir string) error {
	whole, err := bleve.Check(cmd.Context(), dir)
	if err != nil {
		return err
	}
	how := "every report can be read; it is in use, or was not closed, so its files were not compared with their checksums"
	if whole {
		how = "every file has its checksum, and every report can be read"
	}
	_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s is sound: %s\n", dir, how)
	return err
}

func updateIndex(cmd *cobra.Command, dir string, paths []string, opt indexer.Options) (err error) {
	engine, err := openEngine(cmd.Context(), dir)
	if err != nil {
		return err
	}
	defer closing(engine, &err)
	return fill(cmd, paths, engine, opt)
}

// rebuildIndex puts what could be read in the place of the old index, and keeps the
// old one when nothing could.
func rebuildIndex(cmd *cobra.Command, dir string, paths []string, opt indexer.Options) (err error) {
	builder, err := bleve.NewBuilder(cmd.Context(), dir)
	if err != nil {
		return err
	}
	defer func() {
		if e := builder.Discard(); err == nil {
			err = e
		}
	}()
	sink := &fresh{builder: builder}
	filled := fill(cmd, paths, sink, opt)
	if filled != nil && (sink.reports == 0 || !errors.Is(filled, errReported)) {
		return filled
	}
	if err := builder.Commit(cmd.Context()); err != nil {
		return err
	}
	return filled
}

// fresh is a Builder as the sink of a run: nothing is in it yet, and each report
// comes once.
type fresh struct {
	mu      sync.Mutex
	builder *bleve.Builder
	reports int
}

func (f *fresh) Put(ctx context.Context, r *corpus.Report) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.reports++
	return f.builder.Put(ctx, r)
}

func (*fresh) Delete(context.Context, corpus.ReportID) error { return nil }

func (*fresh) Sources(context.Context) (map[corpus.ReportID]corpus.Source, error) { return nil, nil }

// While indexing, most of what is allocated is soon garbage: collecting it less
// often saves a tenth of the time, as long as the memory stays within the limit.
const (
	indexGCPercent = 400
	indexGCLimit   = 1 << 30 // bytes, beyond which it is collected as often as need be
)

// fill carries the files to a sink and says what became of them.
func fill(cmd *cobra.Command, paths []string, sink indexer.Sink, opt indexer.Options) (err error) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(indexGCPercent)
		debug.SetMemoryLimit(indexGCLimit)
	}
	maker, err := newMaker(cmd)
	if err != nil {
		return err
	}
	defer closing(maker, &err)
	p := newProgress(cmd.ErrOrStderr())
	opt.Progress = p.tell
	sum, err := maker.Run(cmd.Context(), paths, sink, opt)
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
	return &progress{out: out, tty: ok && term.IsTerminal(int(f.Fd()))}
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
