package worker

import (
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
)

// stopTimeout is how long a child that is asked to end may take.
const stopTimeout = 2 * time.Second

// answer is what the child sends back.
type answer struct {
	Document *read.Document
	Fault    *fault
	Memory   int64 // bytes that the child holds
	Peak     int64 // bytes that it ever held
	Spent    bool  // it is not to be used again
}

// fault is a *corpus.Error without its cause, whose type gob does not know.
type fault struct {
	Code    corpus.Code
	Op      string
	File    string
	Page    int
	Hint    string
	Message string
}

func newFault(err error) *fault {
	var e *corpus.Error
	if !errors.As(err, &e) {
		return &fault{Code: corpus.Internal, Op: "read", Message: err.Error()}
	}
	f := &fault{Code: e.Code, Op: e.Op, File: e.File, Page: e.Page, Hint: e.Hint}
	if e.Err != nil {
		f.Message = e.Err.Error()
	}
	return f
}

// fault returns the error that the child met.
func (a *answer) fault() error {
	if a.Fault == nil {
		return nil
	}
	e := &corpus.Error{Code: a.Fault.Code, Op: a.Fault.Op, File: a.Fault.File, Page: a.Fault.Page, Hint: a.Fault.Hint}
	if a.Fault.Message != "" {
		e.Err = message(a.Fault.Message)
	}
	return e
}

// message is the text of an error from another process.
type message string

func (m message) Error() string { return string(m) }

// process is a running child.
type process struct {
	cmd    *exec.Cmd
	in     io.WriteCloser
	enc    *gob.Encoder
	dec    *gob.Decoder
	out    *io.LimitedReader // bounds what one answer may hold
	stderr *tail
	files  int
}

// childEnv is what a child needs of the parent's environment: where programs,
// caches and temporary files are, and the data of Tesseract.
func childEnv() []string {
	env := []string{}
	for _, name := range []string{
		"PATH", "HOME", "XDG_CACHE_HOME", "TMPDIR", "TESSDATA_PREFIX",
		"LOCALAPPDATA", "SYSTEMROOT", "TEMP", "USERPROFILE",
	} {
		if v, ok := os.LookupEnv(name); ok {
			env = append(env, name+"="+v)
		}
	}
	return env
}

func start(opt Options) (*process, error) {
	// The child outlives any one request, so no context of a caller ends it.
	cmd := exec.Command(opt.Command[0], opt.Command[1:]...) //nolint:gosec,noctx // the command is the program itself
	cmd.Env = append(childEnv(), opt.Env...)
	ownGroup(cmd)
	cmd.WaitDelay = stopTimeout // for pipes that something it started holds open
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	p := &process{cmd: cmd, in: in, stderr: new(tail)}
	cmd.Stderr = p.stderr
	p.out = &io.LimitedReader{R: out}
	p.enc, p.dec = gob.NewEncoder(in), gob.NewDecoder(p.out)
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	// A child that is gone already shows when it is asked.
	_ = p.enc.Encode(setup{Memory: opt.Memory, CacheDir: opt.CacheDir})
	return p, nil
}

// ask sends a job and waits for its answer. After an error the process must be
// killed, for what it says next belongs to nobody.
func (p *process) ask(ctx context.Context, job Job, content []byte) (*answer, error) {
	p.files++
	p.out.N = maxOutput
	type reply struct {
		a   *answer
		err error
	}
	done := make(chan reply, 1)
	go func() {
		a := new(answer)
		err := p.enc.Encode(job)
		if err == nil {
			_, err = p.in.Write(content)
		}
		if err == nil {
			err = p.dec.Decode(a)
		}
		done <- reply{a, err}
	}()
	select {
	case r := <-done:
		return r.a, r.err
	case <-ctx.Done():
		return nil, ctx.Err() // kill ends the goroutine: its pipes close
	}
}

// stop asks the child to end, and kills it when it does not.
func (p *process) stop() {
	_ = p.in.Close() // Serve ends with its input
	timer := time.AfterFunc(stopTimeout, func() { killGroup(p.cmd) })
	defer timer.Stop()
	_ = p.cmd.Wait() // how a child that is done ends changes nothing
}

// kill ends the child and says what its last words were.
func (p *process) kill() string {
	killGroup(p.cmd)
	err := p.cmd.Wait()
	if line := p.stderr.firstLine(); line != "" {
		return line
	}
	return fmt.Sprint(err)
}

// peak is the most memory that a child that has ended ever held.
func (p *process) peak() int64 {
	if p.cmd.ProcessState == nil {
		return 0
	}
	return peakOf(p.cmd.ProcessState)
}

// peak keeps the greatest of numbers.
type peak struct{ most atomic.Int64 }

func (p *peak) get() int64 { return p.most.Load() }

func (p *peak) note(n int64) {
	for {
		most := p.most.Load()
		if n <= most || p.most.CompareAndSwap(most, n) {
			return
		}
	}
}

// tail keeps the beginning of what a child writes to standard error; a crashing
// program says the reason first.
type tail struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

const tailSize = 4 << 10

func (t *tail) Write(b []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if room := tailSize - t.buf.Len(); room > 0 {
		t.buf.Write(b[:min(room, len(b))])
	}
	return len(b), nil
}

func (t *tail) firstLine() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	line, _, _ := strings.Cut(strings.TrimSpace(t.buf.String()), "\n")
	return line
}
