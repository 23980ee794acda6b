package worker

import (
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"time"

	"briefsearch/corpus"
	"briefsearch/indexer/read"
)

// stopTimeout is how long a child that is asked to end may take.
const stopTimeout = 2 * time.Second

// request is what the parent sends for a file.
type request struct {
	Name    string
	Content []byte
	Limits  read.Limits
}

// answer is what the child sends back.
type answer struct {
	Document *read.Document
	Fault    *fault
	Memory   int64 // bytes that the child holds
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

func start(opt Options) (*process, error) {
	// The child outlives any one request, so no context of a caller ends it.
	cmd := exec.Command(opt.Command[0], opt.Command[1:]...) //nolint:gosec,noctx // the command is the program itself
	cmd.Env = append([]string{memoryVariable + "=" + strconv.FormatInt(opt.Memory, 10)}, opt.Env...)
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
	return p, cmd.Start()
}

// ask sends a request and waits for its answer. After an error the process must
// be killed, for what it says next belongs to nobody.
func (p *process) ask(ctx context.Context, req request) (*answer, error) {
	p.files++
	p.out.N = maxOutput
	type reply struct {
		a   *answer
		err error
	}
	done := make(chan reply, 1)
	go func() {
		if err := p.enc.Encode(req); err != nil {
			done <- reply{nil, err}
			return
		}
		a := new(answer)
		err := p.dec.Decode(a)
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
	timer := time.AfterFunc(stopTimeout, func() { _ = p.cmd.Process.Kill() })
	defer timer.Stop()
	_ = p.cmd.Wait() // how a child that is done ends changes nothing
}

// kill ends the child and says what its last words were.
func (p *process) kill() string {
	_ = p.cmd.Process.Kill() // it may have ended by itself
	err := p.cmd.Wait()
	if line := p.stderr.firstLine(); line != "" {
		return line
	}
	return fmt.Sprint(err)
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
