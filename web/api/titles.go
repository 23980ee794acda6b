package api

import (
	"context"
	"sync"
	"time"

	"briefsearch/corpus"
	"briefsearch/search"
)

// titles remembers the titles of reports while the index is as it was, so that the
// counts of a search do not read ten reports each time. Of an engine that does not
// tell the states of its index apart they are remembered for a while.
type titles struct {
	store search.Store

	mu         sync.Mutex
	generation string // of the index that the titles are of
	known      map[string]title
}

type title struct {
	text  string
	until time.Time
}

const (
	titleLife = time.Minute // after which a report is looked at again
	maxTitles = 10_000
)

// of is the title of a report, or its id where it has none.
func (t *titles) of(ctx context.Context, generation, id string) string {
	t.mu.Lock()
	if t.generation != generation {
		t.generation = generation
		clear(t.known)
	}
	known, ok := t.known[id]
	t.mu.Unlock()
	if ok && time.Now().Before(known.until) {
		return known.text
	}
	r, err := t.store.Report(ctx, corpus.ReportID(id))
	if err != nil || r.Title == "" {
		return id
	}
	t.learn(generation, search.ReportRef{ID: r.ID, Title: r.Title})
	return r.Title
}

// learn remembers a title that was read when the index was of a generation.
func (t *titles) learn(generation string, r search.ReportRef) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if r.Title == "" || generation != t.generation {
		return
	}
	if len(t.known) >= maxTitles {
		clear(t.known)
	}
	t.known[string(r.ID)] = title{text: r.Title, until: time.Now().Add(titleLife)}
}
