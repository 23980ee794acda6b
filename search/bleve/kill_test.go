package bleve_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/search/bleve"
)

// killEnv makes the test binary a process that puts reports until it is killed.
const killEnv = "BRIEFSEARCH_TEST_PUT_INTO"

// full says that the tests run as often as is promised, which takes minutes; see
// make proof.
func full() bool { return os.Getenv("BRIEFSEARCH_FULL") != "" }

func TestMain(m *testing.M) {
	if dir := os.Getenv(killEnv); dir != "" {
		if err := putForever(dir, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
		os.Exit(1) //nolint:forbidigo // the process that a test kills
	}
	os.Exit(m.Run()) //nolint:forbidigo // as TestMain must
}

func putForever(dir string, acknowledge io.Writer) error {
	ctx := context.Background()
	e, err := bleve.Open(ctx, dir)
	if err != nil {
		return err
	}
	stats, err := e.Stats(ctx)
	if err != nil {
		return err
	}
	for i := stats.Reports; ; i++ {
		id := fmt.Sprintf("r%05d", i)
		if err := e.Put(ctx, report(id, "first words of "+id, "second words of "+id)); err != nil {
			return err
		}
		if _, err := fmt.Fprintln(acknowledge, id); err != nil {
			return err
		}
	}
}

// TestKill kills a process that puts reports, at random moments, and looks for
// every report that was acknowledged.
func TestKill(t *testing.T) {
	rounds := 8
	switch {
	case full():
		rounds = 50
	case testing.Short():
		rounds = 2
	}
	dir := filepath.Join(t.TempDir(), "index")
	acknowledged := map[string]bool{}
	for round := range rounds {
		after := time.Duration(50+rand.IntN(250)) * time.Millisecond
		for _, id := range putUntilKilled(t, dir, after, round%2 == 0) {
			acknowledged[id] = true
		}
		checkAfterKill(t, dir, acknowledged)
	}
	if len(acknowledged) == 0 {
		t.Error("no report was acknowledged before the kills, so nothing was tested")
	}
}

func checkAfterKill(t *testing.T, dir string, acknowledged map[string]bool) {
	t.Helper()
	e := open(t, dir)
	defer shut(t, e)
	for id := range acknowledged {
		if r, err := e.Report(t.Context(), corpus.ReportID(id)); err != nil || len(r.Interventions) != 2 {
			t.Fatalf("%s was acknowledged, and now: %v", id, err)
		}
	}
	stats, err := e.Stats(t.Context())
	if err != nil || stats.Interventions != 2*stats.Reports {
		t.Fatalf("half a report is there: %+v, %v", stats, err)
	}
	if res, err := e.Search(t.Context(), search.Request{Size: 1}); err != nil || res.Total != stats.Interventions {
		t.Fatalf("a search after the kill: %v", err)
	}
}

// putUntilKilled kills a process some time after its start, or after the first
// report that it acknowledges.
func putUntilKilled(t *testing.T, dir string, after time.Duration, busy bool) []string {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), killEnv+"="+dir)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	kill := func() { _ = cmd.Process.Kill() } // it may have ended by itself
	if !busy {
		defer time.AfterFunc(after, kill).Stop()
	}
	var ids []string
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if ids = append(ids, lines.Text()); busy && len(ids) == 1 {
			defer time.AfterFunc(after, kill).Stop()
		}
	}
	_ = cmd.Wait() // it was killed
	return ids
}
