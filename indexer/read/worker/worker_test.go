package worker_test

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/read/worker"
)

const childVariable = "WORKER_TEST_CHILD"

// TestMain is the child when the pool runs the test binary.
func TestMain(m *testing.M) {
	if os.Getenv(childVariable) == "" {
		os.Exit(m.Run())
	}
	if err := worker.Serve(context.Background(), os.Stdin, os.Stdout, play); err != nil {
		os.Stderr.WriteString(err.Error())
		os.Exit(1)
	}
}

// play is a reader that does what the file says.
func play(_ context.Context, f read.File, _ read.Limits) (*read.Document, error) {
	switch string(f.Content) {
	case "hang":
		time.Sleep(time.Hour)
	case "exit":
		os.Exit(3)
	case "panic":
		go func() { panic("a goroutine that nobody recovers") }()
		time.Sleep(time.Hour)
	case "memory":
		var held [][]byte
		for {
			b := make([]byte, 16<<20)
			for i := 0; i < len(b); i += 4096 {
				b[i] = 1
			}
			held = append(held, b)
			_ = held
		}
	case "fault":
		return nil, &corpus.Error{Code: corpus.Encrypted, Op: "read", File: f.Name, Page: 2, Hint: "Ask for the password.", Err: errors.New("locked")}
	}
	return &read.Document{Reader: "play", Pages: 1, Blocks: []read.Block{
		{Text: string(f.Content), Lines: []read.Line{{Page: 1, Box: &corpus.Box{X: 1}}}},
	}}, nil
}

func pool(t *testing.T, opt worker.Options) *worker.Pool {
	t.Helper()
	opt.Command = []string{os.Args[0], "-test.run=^$"}
	opt.Env = []string{childVariable + "=1"}
	p := worker.NewPool(opt)
	t.Cleanup(func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	})
	return p
}

func TestPoolSurvivesEveryFile(t *testing.T) {
	p := pool(t, worker.Options{Size: 2, Timeout: 3 * time.Second})
	for _, tc := range []struct {
		content string
		code    corpus.Code
		says    string
	}{
		{"good", "", ""},
		{"fault", corpus.Encrypted, "read x.pdf, page 2: locked"},
		{"exit", corpus.Corrupt, "exit status 3"},
		{"panic", corpus.Corrupt, "panic: a goroutine that nobody recovers"},
		{"memory", corpus.Corrupt, "out of memory"},
		{"hang", corpus.Timeout, "stopped after 3s"},
		{"good again", "", ""},
	} {
		doc, err := p.Read(t.Context(), read.File{Name: "x.pdf", Content: []byte(tc.content)}, read.Limits{})
		if corpus.CodeOf(err) != tc.code {
			t.Errorf("%s: code %q, want %q (%v)", tc.content, corpus.CodeOf(err), tc.code, err)
			continue
		}
		if err != nil {
			if !strings.Contains(err.Error(), tc.says) || corpus.HintOf(err) == "" {
				t.Errorf("%s: %q, hint %q", tc.content, err, corpus.HintOf(err))
			}
			continue
		}
		if doc.Blocks[0].Text != tc.content || doc.Blocks[0].Lines[0].Box.X != 1 {
			t.Errorf("%s: got %+v", tc.content, doc)
		}
	}
}

func TestPoolEndsWithItsContext(t *testing.T) {
	p := pool(t, worker.Options{Size: 1})
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	if _, err := p.Read(ctx, read.File{Content: []byte("hang")}, read.Limits{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	if _, err := p.Read(t.Context(), read.File{Content: []byte("good")}, read.Limits{}); err != nil {
		t.Errorf("after that: %v", err)
	}
}

func TestPoolWithoutProgram(t *testing.T) {
	p := worker.NewPool(worker.Options{Command: []string{"/no/such/program"}, Size: 1})
	for range 2 {
		if _, err := p.Read(t.Context(), read.File{}, read.Limits{}); err == nil {
			t.Error("no error")
		}
	}
	if err := p.Close(); err != nil {
		t.Error(err)
	}
}

func BenchmarkPool(b *testing.B) {
	p := worker.NewPool(worker.Options{Command: []string{os.Args[0], "-test.run=^$"}, Env: []string{childVariable + "=1"}, Size: 1})
	defer func() { _ = p.Close() }()
	content := []byte(strings.Repeat("A page of text. ", 200))
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		if _, err := p.Read(b.Context(), read.File{Content: content}, read.Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}
