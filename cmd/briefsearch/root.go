package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
)

// envPrefix and a flag's name in capitals make the environment variable that
// sets the flag: BRIEFSEARCH_INDEX, BRIEFSEARCH_ADDR.
const envPrefix = "BRIEFSEARCH_"

// Exit codes, as `briefsearch --help` lists them.
const (
	exitOK      = 0
	exitFailed  = 1 // the command ran, and something in it failed
	exitUsage   = 2 // the command line makes no sense
	exitStopped = 130
)

// errReported ends a command with exitFailed when its output has already said
// what failed.
var errReported = errors.New("already reported")

// usageError marks a fault of the command line.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "briefsearch",
		Short: "Full-text search for intergovernmental briefing reports",
		Long: `Briefsearch reads briefing reports and records of debates (PDF, Word, OpenDocument,
RTF, HTML, Markdown, text, subtitles, XML), splits them into interventions, tags
each by speaker, RCP, country, organisation, theme and act of speech, and answers
searches over them.

Every flag can also be set by an environment variable: --index by
BRIEFSEARCH_INDEX, and so on.

Exit codes: 0 all went well, 1 something failed, 2 the command line is wrong.`,
		SilenceErrors:     true,
		SilenceUsage:      true,
		PersistentPreRunE: fromEnvironment,
	}
	root.PersistentFlags().String(vocabularyFlag, "", "folder of vocabulary files that extend or override the built-in ones")
	root.SetFlagErrorFunc(misused)
	root.AddCommand(newIndex(), newServe(), newSearch(), newInspect(), newEval(), newVersion(), newReadWorker())
	return root
}

// fromEnvironment sets the flags that the command line does not.
func fromEnvironment(cmd *cobra.Command, _ []string) error {
	var faults []error
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		name := envPrefix + strings.ToUpper(strings.ReplaceAll(f.Name, "-", "_"))
		value, ok := os.LookupEnv(name)
		if !ok || f.Changed {
			return
		}
		if err := cmd.Flags().Set(f.Name, value); err != nil {
			faults = append(faults, fmt.Errorf("environment variable %s: %w", name, err))
		}
	})
	if err := errors.Join(faults...); err != nil {
		return usageError{err}
	}
	return nil
}

// vocabularyFlag names a folder with rcp.yaml, country.yaml, organisation.yaml or
// theme.yaml.
const vocabularyFlag = "vocabulary"

// loadVocabulary loads the vocabulary that the command line asks for.
func loadVocabulary(cmd *cobra.Command) (*vocabulary.Vocabulary, error) {
	dir, err := cmd.Flags().GetString(vocabularyFlag)
	if err != nil {
		return nil, err
	}
	if dir == "" {
		return vocabulary.Default()
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return nil, usageError{fmt.Errorf("--%s: %s is not a folder", vocabularyFlag, dir)}
	}
	return vocabulary.With(os.DirFS(dir))
}

// indexFlag adds --index, where the index is.
func indexFlag(cmd *cobra.Command) *string {
	return cmd.Flags().String("index", defaultIndex(), "folder of the index, or its address in an OpenSearch cluster, https://USER@HOST:9200/NAME")
}

// defaultIndex is where the index is when nobody says: the user's data folder,
// so that every command of one person finds the same one.
func defaultIndex() string {
	if dir, ok := os.LookupEnv("XDG_DATA_HOME"); ok && filepath.IsAbs(dir) {
		return filepath.Join(dir, "briefsearch")
	}
	if home, err := os.UserHomeDir(); err == nil {
		return filepath.Join(home, ".local", "share", "briefsearch")
	}
	return "briefsearch-index"
}

// args wraps a check of positional arguments so that its fault counts as usage.
func args(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, a []string) error {
		if err := check(cmd, a); err != nil {
			return misused(cmd, err)
		}
		return nil
	}
}

// misused marks a fault of the command line and says where the manual is.
func misused(cmd *cobra.Command, err error) error {
	return usageError{fmt.Errorf("%w; see '%s --help'", err, cmd.CommandPath())}
}

// exitCode is the one place that turns an error into a code, and prints it.
func exitCode(err error, errOut io.Writer) int {
	var usage usageError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errReported):
		return exitFailed
	case errors.Is(err, context.Canceled):
		complain(errOut, errors.New("stopped; what was indexed before is kept"))
		return exitStopped
	case errors.As(err, &usage), strings.HasPrefix(err.Error(), "unknown command"):
		complain(errOut, err)
		return exitUsage
	case corpus.CodeOf(err) == corpus.Invalid:
		complain(errOut, err)
		return exitUsage
	default:
		complain(errOut, err)
		return exitFailed
	}
}

// complain prints an error and its remedy. Standard error is the last resort, so
// a failure to write there has nowhere to go.
func complain(w io.Writer, err error) {
	_, _ = fmt.Fprintf(w, "briefsearch: %v\n", err)
	if hint := corpus.HintOf(err); hint != "" {
		_, _ = fmt.Fprintf(w, "  %s\n", hint)
	}
}
