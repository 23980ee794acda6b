package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"briefsearch/corpus"
	"briefsearch/indexer"
)

func newInspect() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "inspect FILE…",
		Short: "Show what the index would hold of these files, without an index",
		Args:  args(cobra.MinimumNArgs(1)),
	}
	asJSON := cmd.Flags().Bool("json", false, "print one JSON object for each file, one on a line")
	makerFlags(cmd)
	cmd.RunE = func(cmd *cobra.Command, files []string) (err error) {
		maker, err := newMaker(cmd)
		if err != nil {
			return err
		}
		defer closing(maker, &err)
		show := showInspection
		if *asJSON {
			enc := json.NewEncoder(cmd.OutOrStdout())
			enc.SetEscapeHTML(false)
			show = func(_ io.Writer, in indexer.Inspection) error { return enc.Encode(in) }
		}
		return inspectAll(cmd, maker, files, show)
	}
	return cmd
}

// inspectAll shows each file. One that cannot be read fails the command, and not
// the files after it.
func inspectAll(cmd *cobra.Command, m *maker, files []string, show func(io.Writer, indexer.Inspection) error) error {
	failed := false
	for _, file := range files {
		r, err := m.Make(cmd.Context(), file)
		if cmd.Context().Err() != nil {
			return cmd.Context().Err()
		}
		failed = failed || err != nil
		if err := show(cmd.OutOrStdout(), indexer.Inspect(file, r, err)); err != nil {
			return err
		}
	}
	if failed {
		return errReported
	}
	return nil
}

// showInspection prints an Inspection for a person.
func showInspection(w io.Writer, in indexer.Inspection) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", in.File)
	if in.Report == nil {
		fmt.Fprintf(&b, "  %s: %s\n", in.Status, in.Reason)
		_, err := io.WriteString(w, b.String())
		return err
	}
	r := in.Report
	fmt.Fprintf(&b, "  %s\n", r.Title)
	fmt.Fprintf(&b, "  %s, %s, %s, %d pages, layout %s, read by %s\n",
		orDash(r.Kind), orDash(string(r.Date)), orDash(r.Language), r.Pages, r.Layout, r.Reader)
	for _, s := range in.Sections {
		fmt.Fprintf(&b, "  section %q, page %d\n", s.Title, s.Page)
	}
	session := ""
	for i := range in.Interventions {
		turn := &in.Interventions[i]
		if s := turn.Session; s != nil && s.Title != session {
			session = s.Title
			fmt.Fprintf(&b, "  %s\n", session)
		}
		showTurn(&b, turn)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func showTurn(b *strings.Builder, turn *corpus.Intervention) {
	fmt.Fprintf(b, "  %3d. %s (page %d)\n", turn.N, turn.Speaker.Display(), turn.PageFrom)
	if who := strings.Trim(turn.Speaker.Role+", "+turn.Speaker.Organisation, ", "); who != "" {
		fmt.Fprintf(b, "       %s\n", who)
	}
	for _, k := range corpus.Kinds() {
		if ids := turn.Tags.IDs(k); len(ids) > 0 {
			fmt.Fprintf(b, "       %-13s %s\n", k, strings.Join(ids, " "))
		}
	}
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}
