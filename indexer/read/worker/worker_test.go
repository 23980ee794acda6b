package worker_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
	"briefsearch/indexer/read/ocr"
	"briefsearch/indexer/read/worker"
)

// childVariable says that the test binary is a child: one with a play reader, or
// one with the readers themselves.
const childVariable = "WORKER_TEST_CHILD"

// TestMain is the child when the pool runs the test binary.
func TestMain(m *testing.M) {
	var err error
	switch os.Getenv(childVariable) {
	case "":
		m.Run()
	case "play":
		err = worker.ServeWith(context.Background(), os.Stdin, os.Stdout, play)
	default:
		err = worker.Serve(context.Background(), os.Stdin, os.Stdout)
	}
	if err != nil {
		panic(err)
	}
}

// largeFile is more than the memory that TestPoolReadsLargeFiles allows.
const largeFile = 150 << 20

// play is a reader that does what the file says.
func play(_ context.Context, f read.File, job worker.Job) (*read.Document, bool, error) {
	content := "large"
	if len(f.Content) < largeFile {
		content = strings.TrimPrefix(string(f.Content), "%PDF-")
	}
	if job.SecondOnly {
		content = "by the second"
	}
	switch content {
	case "scan":
		if !job.OCR {
			return nil, false, &corpus.Error{Code: corpus.NeedsOCR, Op: "read", File: f.Name, Hint: "Install it."}
		}
		content = "recognised within " + job.Time.String()
	case "half a scan":
		if job.OCR {
			time.Sleep(time.Hour)
		}
		doc := &read.Document{Pages: 2, Scanned: []int{2}, Blocks: []read.Block{{Text: content, Lines: []read.Line{{Page: 1}}}}}
		return doc, false, nil
	case "pid":
		content = strconv.Itoa(os.Getpid())
	case "hang":
		time.Sleep(time.Hour)
	case "exit":
		os.Exit(3) //nolint:forbidigo // the worst that a reader may do
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
		return nil, false, &corpus.Error{Code: corpus.Encrypted, Op: "read", File: f.Name, Page: 2, Hint: "Ask for the password.", Err: errors.New("locked")}
	}
	return &read.Document{Reader: "play", Pages: 1, Blocks: []read.Block{
		{Text: content, Lines: []read.Line{{Page: 1, Box: &corpus.Box{X: 1}}}},
	}}, false, nil
}

func pool(t *testing.T, opt worker.Options) *worker.Pool {
	t.Helper()
	opt.Command = []string{os.Args[0], "-test.run=^$"}
	if opt.Env == nil {
		opt.Env = []string{childVariable + "=play"}
	}
	if raceDetector {
		opt.Memory = 64 << 30
	}
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
		{"memory", corpus.Corrupt, "more memory than is allowed"},
		{"hang", corpus.Timeout, "stopped after 3s"},
		{"good again", "", ""},
	} {
		if tc.content == "memory" && raceDetector {
			continue
		}
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

func TestPoolAsksTheSecondEngine(t *testing.T) {
	p := pool(t, worker.Options{Size: 1, Timeout: 3 * time.Second})
	for _, content := range []string{"exit", "panic", "memory", "hang"} {
		if content == "memory" && raceDetector {
			continue
		}
		doc, err := p.Read(t.Context(), read.File{Name: "x.pdf", Content: []byte("%PDF-" + content)}, read.Limits{})
		if err != nil || doc.Blocks[0].Text != "by the second" {
			t.Errorf("%s: %v %v, want the second engine's reading", content, doc, err)
		}
	}
}

func TestPoolReadsLargeFiles(t *testing.T) {
	p := pool(t, worker.Options{Size: 1, Memory: 100 << 20})
	content := bytes.Repeat([]byte("x"), largeFile)
	doc, err := p.Read(t.Context(), read.File{Name: "x.txt", Content: content}, read.Limits{})
	if err != nil || doc.Blocks[0].Text != "large" {
		t.Errorf("%v, want it read", err)
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

func TestPoolAsksForRecognition(t *testing.T) {
	if !ocr.Installed() {
		t.Skip("Tesseract is not installed")
	}
	p := pool(t, worker.Options{Size: 1, OCRTimeout: time.Second})
	for content, want := range map[string]string{
		"scan":        "recognised within 1s",
		"half a scan": "half a scan", // which took too long, but for the page with text
	} {
		doc, err := p.Read(t.Context(), read.File{Name: "x.pdf", Content: []byte(content)}, read.Limits{})
		if err != nil || doc.Blocks[0].Text != want {
			t.Errorf("%s: %v %v, want %q", content, doc, err, want)
		}
	}
	p = pool(t, worker.Options{Size: 1, OCRTimeout: -1})
	if _, err := p.Read(t.Context(), read.File{Name: "x.pdf", Content: []byte("scan")}, read.Limits{}); corpus.CodeOf(err) != corpus.NeedsOCR {
		t.Errorf("without recognition: %v, want needs_ocr", err)
	}
}

func TestPoolEndsIdleChildren(t *testing.T) {
	p := pool(t, worker.Options{Size: 1, Idle: 50 * time.Millisecond})
	pid := func() string {
		doc, err := p.Read(t.Context(), read.File{Content: []byte("pid")}, read.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		return doc.Blocks[0].Text
	}
	first := pid()
	if again := pid(); again != first {
		t.Errorf("process %s, then %s: want one for both files", first, again)
	}
	time.Sleep(500 * time.Millisecond)
	if later := pid(); later == first {
		t.Error("the process lived on without work")
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
	p := worker.NewPool(worker.Options{Command: []string{os.Args[0], "-test.run=^$"}, Env: []string{childVariable + "=play"}, Size: 1})
	defer func() { _ = p.Close() }()
	content := []byte(strings.Repeat("A page of text. ", 200))
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		if _, err := p.Read(b.Context(), read.File{Content: content}, read.Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}
