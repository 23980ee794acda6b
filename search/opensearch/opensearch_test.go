package opensearch_test

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"briefsearch/corpus"
	"briefsearch/search"
	"briefsearch/search/enginetest"
	"briefsearch/search/opensearch"
)

// node is the address of the server that all tests share, "" without one.
var node string

// TestMain runs the tests beside a server of their own, which ends with them.
func TestMain(m *testing.M) {
	dir := os.Getenv("BRIEFSEARCH_NODE")
	if dir == "" {
		m.Run()
		return
	}
	home, err := os.MkdirTemp("", "node")
	if err != nil {
		panic(err)
	}
	defer func() { _ = os.RemoveAll(home) }()
	cmd := exec.Command("java", "-Xms384m", "-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", dir+":"+dir+"/*", "Launcher", home)
	cmd.Stderr = os.Stderr
	in, fault := cmd.StdinPipe()
	out, err := cmd.StdoutPipe()
	if err := errors.Join(fault, err, cmd.Start()); err != nil {
		panic(err)
	}
	defer func() {
		_ = in.Close()
		_ = cmd.Wait()
	}()
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		panic(fmt.Errorf("OpenSearch does not start: %w", err))
	}
	node = strings.TrimSpace(line)
	m.Run()
}

// at is the address of an index of a name on the server: of two shards, so that what
// is counted has to be put together.
func at(t *testing.T, name string) string {
	t.Helper()
	if node == "" {
		t.Skip("BRIEFSEARCH_NODE is not set: there is no server (make test sets it)")
	}
	sum := sha256.Sum256([]byte(name))
	return node + "/" + hex.EncodeToString(sum[:8]) + "?shards=2&replicas=0"
}

func open(t *testing.T, dir string) search.Engine {
	t.Helper()
	e, err := opensearch.Open(context.Background(), at(t, dir), opensearch.Options{})
	if err != nil {
		t.Fatalf("open: %v (hint: %s)", err, corpus.HintOf(err))
	}
	return e
}

func TestConformance(t *testing.T) { enginetest.RunRemote(t, open) }

// TestBesideAnother has one engine see at once what another on the same index writes,
// who its speakers are included.
func TestBesideAnother(t *testing.T) {
	dir := t.TempDir()
	writer, reader := open(t, dir), open(t, dir)
	generation := func(e search.Engine) string {
		t.Helper()
		name, err := e.(search.Generational).Generation(t.Context())
		if err != nil || name == "" {
			t.Fatalf("the state has the name %q, %v", name, err)
		}
		return name
	}
	met := map[string]bool{generation(reader): true}
	r := &corpus.Report{ID: "r", Interventions: []corpus.Intervention{
		{ID: "r-1", Text: "some words", Speaker: corpus.Speaker{Name: "Ada Brook", Organisation: "Union"}},
		{ID: "r-2", Text: "other words", Speaker: corpus.Speaker{Name: "Brook", Organisation: "Union"}},
		{ID: "r-3", Text: "last words", Speaker: corpus.Speaker{Name: "Zoe Quill"}},
	}}
	for _, want := range []int{2, 0} {
		var err error
		if want > 0 {
			err = writer.Put(t.Context(), r)
		} else {
			err = writer.Delete(t.Context(), r.ID)
		}
		if err != nil {
			t.Fatal(err)
		}
		res, err := reader.Search(t.Context(), search.Request{Facets: []search.FacetRequest{{Field: search.FieldSpeaker, Size: 1}}})
		if err != nil {
			t.Fatal(err)
		}
		counts := res.Facets[search.FieldSpeaker]
		if want > 0 && (len(counts) != 1 || counts[0] != search.Count{Value: "Ada Brook", Count: want}) || want == 0 && len(counts) > 0 {
			t.Errorf("the speakers are %+v, want one of %d turns", counts, want)
		}
		name := generation(reader)
		if met[name] || name != generation(writer) {
			t.Errorf("the state is called %s again, or only here", name)
		}
		met[name] = true
	}
}
