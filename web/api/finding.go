package api

import (
	"context"
	"slices"
	"strings"
	"sync"

	"briefsearch/corpus"
	"briefsearch/search"
)

// register is by what people look for reports, the newest first: title, symbol, series
// and place. It is read once for each state of the index.
type register struct {
	store search.Store

	mu         sync.Mutex
	generation string
	lines      []registered
}

type registered struct {
	id   corpus.ReportID
	text string // folded, a space before each word and a line's end behind each part
}

// find lists the reports that have all words of a text, each as the beginning of one.
// What is written together stands together: "A/79/PV.2".
func (r *register) find(ctx context.Context, generation, text string) ([]corpus.ReportID, error) {
	lines, err := r.all(ctx, generation)
	if err != nil {
		return nil, err
	}
	var wanted []string
	for part := range strings.FieldsSeq(text) {
		if words := search.FoldedWords(part); len(words) > 0 {
			wanted = append(wanted, " "+strings.Join(words, " "))
		}
	}
	var out []corpus.ReportID
	for _, l := range lines {
		if !slices.ContainsFunc(wanted, func(w string) bool { return !strings.Contains(l.text, w) }) {
			out = append(out, l.id)
		}
	}
	return out, nil
}

func (r *register) all(ctx context.Context, generation string) ([]registered, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.lines != nil && generation != "" && r.generation == generation {
		return r.lines, nil
	}
	_, total, err := r.store.Reports(ctx, "", 0)
	if err != nil {
		return nil, err
	}
	reports, _, err := r.store.Reports(ctx, "", total)
	if err != nil {
		return nil, err
	}
	lines := make([]registered, 0, len(reports))
	for _, report := range reports {
		var b strings.Builder
		for _, part := range []string{report.Title, report.Symbol, report.Series, report.Place} {
			for _, w := range search.FoldedWords(part) {
				b.WriteString(" " + w)
			}
			b.WriteByte('\n')
		}
		lines = append(lines, registered{report.ID, b.String()})
	}
	r.generation, r.lines = generation, lines
	return lines, nil
}

// FindReports returns up to size heads of the reports that a text names, behind a
// cursor, and the rest as Reports does.
func (s *Service) FindReports(ctx context.Context, text, cursor string, size int) (page []*corpus.Report, next string, total int, err error) {
	if strings.TrimSpace(text) == "" {
		return s.Reports(ctx, cursor, size)
	}
	ctx, cancel := context.WithTimeout(ctx, s.timeout)
	defer cancel()
	found, err := s.register.find(ctx, s.generation(ctx), text)
	if err != nil {
		return nil, "", 0, err
	}
	total = len(found)
	at := slices.Index(found, corpus.ReportID(cursor))
	if cursor != "" && at < 0 {
		return nil, "", 0, errNoCursor
	}
	found = found[at+1:]
	for _, id := range found[:min(size, len(found))] {
		r, err := s.engine.Report(ctx, id)
		switch {
		case err == nil:
			page = append(page, r)
		case corpus.CodeOf(err) != corpus.NotFound: // it may have gone meanwhile
			return nil, "", 0, err
		}
	}
	if len(found) > size && size > 0 {
		next = string(found[size-1])
	}
	return page, next, total, nil
}
