package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"briefsearch/search"
	"briefsearch/web/api"
)

// defaultHits is how many hits fit on a terminal's page.
const defaultHits = 10

// patience is how long a search may take here. Strangers are not to keep a server busy;
// whoever waits at a terminal stops a search himself.
const patience = time.Hour

func newSearch() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "search QUERY",
		Short: "Search the index from the command line",
		Long: `Search the index. The query language and the filters are those of the pages and
the API; with --json the answer is that of GET /api/v1/search. A filter that is
given several times takes interventions with any of its values.`,
		Example: `  briefsearch search remittances
  briefsearch search --rcp RCM --rcp BALI "irregular migration"
  briefsearch search --country Indonesia ""`,
		Args: args(cobra.ArbitraryArgs),
	}
	dir := indexFlag(cmd)
	asJSON := cmd.Flags().Bool("json", false, "print the answer as JSON")
	size := cmd.Flags().Int("size", defaultHits, "hits wanted, at most 100")
	sort := cmd.Flags().String("sort", "", "relevance, date or -date")
	where := cmd.Flags().String("in", "interventions", "interventions, or sections: what nobody said")
	forms := cmd.Flags().String("forms", "all", "one: of a report that is held in several forms, as Word and as PDF, count one")
	concepts := cmd.Flags().String("concepts", "on", "off: names of RCPs, countries and themes in QUERY are words like others")
	filters := make(map[string]*[]string)
	for _, facet := range []struct{ name, usage string }{
		{"rcp", "RCP, by id or name"},
		{"country", "country spoken for or mentioned, by ISO code or name"},
		{"speaker", "speaker, by name"},
		{"organisation", "organisation, by id or name"},
		{"theme", "theme, by id or name"},
		{"act", "act of speech, by id or name"},
		{"report", "report, by id"},
		{"year", "year of the report"},
		{"language", "language of the intervention, as a code"},
	} {
		filters[facet.name] = cmd.Flags().StringArray(facet.name, nil, facet.usage)
	}
	cmd.RunE = func(cmd *cobra.Command, words []string) error {
		values := url.Values{"q": {strings.Join(words, " ")}, "size": {strconv.Itoa(*size)}, "in": {*where}, api.FormsParameter: {*forms}}
		if *concepts != "on" {
			values.Set("concepts", *concepts)
		}
		if *sort != "" {
			values.Set("sort", *sort)
		}
		for name, chosen := range filters {
			if len(*chosen) > 0 {
				values[name] = *chosen
			}
		}
		answer, elsewhere, err := answerTo(cmd, *dir, values, !*asJSON)
		switch {
		case err != nil:
			return err
		case *asJSON:
			enc := json.NewEncoder(cmd.OutOrStdout())
			enc.SetEscapeHTML(false)
			return enc.Encode(answer)
		default:
			return printAnswer(cmd.OutOrStdout(), answer, elsewhere)
		}
	}
	return cmd
}

// answerTo answers a request as the API would. For a person it counts the sections that have
// what is asked for where no intervention has it.
func answerTo(cmd *cobra.Command, dir string, values url.Values, person bool) (a *api.Answer, elsewhere int, err error) {
	v, err := loadVocabulary(cmd)
	if err != nil {
		return nil, 0, err
	}
	q, err := api.ParseRequest(values, v)
	if err != nil {
		return nil, 0, err
	}
	engine, err := readEngine(cmd.Context(), dir)
	if err != nil {
		return nil, 0, err
	}
	defer closing(engine, &err)
	service := api.NewService(engine, v, patience)
	if a, err = service.Answer(cmd.Context(), q); err == nil && person && a.Total == 0 && !q.Sections {
		elsewhere, err = service.Count(cmd.Context(), q.Within(true))
	}
	return a, elsewhere, err
}

// printAnswer prints an answer for a person.
func printAnswer(w io.Writer, a *api.Answer, elsewhere int) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%d %s in %d reports\n", a.Total, a.Query.In, a.TotalReports)
	if elsewhere > 0 {
		fmt.Fprintf(&b, "note: %d sections, which are nobody's turn, have it: --in sections shows them\n", elsewhere)
	}
	for _, n := range a.Query.Notices {
		fmt.Fprintf(&b, "note: %s\n", n.Text)
	}
	if a.Suggestion != nil {
		fmt.Fprintf(&b, "did you mean: %s\n", *a.Suggestion)
	}
	if a.Begun != nil {
		fmt.Fprintf(&b, "words that begin so: %s (%d)\n", a.Begun.Q, a.Begun.Total)
	}
	for _, f := range a.Fewer {
		fmt.Fprintf(&b, "fewer words: %s (%d)\n", f.Q, f.Total)
	}
	bold, plain := emphasis(w)
	for i, h := range a.Hits {
		name := h.Speaker.Display()
		if h.Section != nil {
			name = orDash(h.Section.Title)
		}
		fmt.Fprintf(&b, "\n%2d. %s%s\n", i+1, name, from(h))
		fmt.Fprintf(&b, "    %s, %s, page %d\n", h.Report.Title, orDash(string(h.Report.Date)), h.Page)
		if len(h.Passages) > 0 {
			fmt.Fprintf(&b, "    %s\n", marked(h.Passages[0], bold, plain))
		}
		fmt.Fprintf(&b, "    %s\n", h.URL)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// from is what a hit's speaker speaks for.
func from(h api.Hit) string {
	switch {
	case h.Country != nil:
		return " (" + *h.Country + ")"
	case h.Speaker.Organisation != "":
		return " (" + h.Speaker.Organisation + ")"
	}
	return ""
}

// emphasis is what to print before and after the words that matched.
func emphasis(w io.Writer) (bold, plain string) {
	if f, ok := w.(*os.File); ok && os.Getenv("NO_COLOR") == "" && term.IsTerminal(int(f.Fd())) {
		return "\x1b[1m", "\x1b[0m"
	}
	return "", ""
}

// marked is a passage on one line, its marks between two strings.
func marked(p search.Passage, bold, plain string) string {
	var b strings.Builder
	text, at := []rune(p.Text), 0
	for _, m := range p.Marks {
		b.WriteString(string(text[at:m[0]]) + bold + string(text[m[0]:m[1]]) + plain)
		at = m[1]
	}
	b.WriteString(string(text[at:]))
	return strings.Join(strings.Fields(b.String()), " ")
}
