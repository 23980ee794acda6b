package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// prose is running text to imitate: its words in their order, as numbers. What
// is made of it has real words, as frequent as they are, in pairs that occur.
type prose struct {
	words  []string
	index  map[string]uint32
	stream []uint32
	places [][]uint32 // of a word: where it stands in the stream
}

// maxStream is how many words of prose are read.
const maxStream = 2_000_000

// readProse reads the comments of Go's own source, which is real English and on
// every machine that can build the program, and the text files given.
func readProse(ctx context.Context, files []string) (*prose, error) {
	p := &prose{index: make(map[string]uint32)}
	for _, path := range files {
		b, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		p.add(b)
	}
	root, err := exec.CommandContext(ctx, "go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("ask go for its source: %w", err)
	}
	err = filepath.WalkDir(filepath.Join(strings.TrimSpace(string(root)), "src"), func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || d.Name() == "vendor"):
			return fs.SkipDir
		case len(p.stream) == maxStream:
			return fs.SkipAll
		case filepath.Ext(path) != ".go" || strings.Contains(path, "tables"):
			return nil
		}
		return eachComment(path, p.add)
	})
	if err == nil && len(p.stream) < 10_000 {
		err = errors.New("there is hardly any text to imitate")
	}
	return p, err
}

// add takes in the words of a text.
func (p *prose) add(text []byte) {
	for _, w := range bytes.FieldsFunc(bytes.ToLower(text), notLetter) {
		if len(w) > 20 || len(p.stream) == maxStream {
			continue
		}
		n, ok := p.index[string(w)]
		if !ok {
			n = uint32(len(p.words)) // #nosec G115 -- bounded by maxStream
			p.index[string(w)] = n
			p.words = append(p.words, string(w))
			p.places = append(p.places, nil)
		}
		p.places[n] = append(p.places[n], uint32(len(p.stream))) // #nosec G115
		p.stream = append(p.stream, n)
	}
}

func notLetter(r rune) bool { return r < 'a' || r > 'z' }

func eachComment(path string, add func([]byte)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if comment, ok := bytes.CutPrefix(bytes.TrimSpace(lines.Bytes()), []byte("// ")); ok && !bytes.Contains(comment, []byte("Copyright")) {
			add(comment)
		}
	}
	return nil // a line that is too long ends the file
}

// follow is how often the next word is one that follows in the prose; else it is
// any word of it.
const follow = 0.7

// text makes a text of about so many words.
func (p *prose) text(r *rand.Rand, words int) string {
	var b strings.Builder
	b.Grow(words * 7)
	at := r.IntN(len(p.stream))
	for i := range words {
		if places := p.places[p.stream[at]]; r.Float64() < follow {
			at = int(places[r.IntN(len(places))]+1) % len(p.stream)
		} else {
			at = r.IntN(len(p.stream))
		}
		switch {
		case i == 0:
		case i%70 == 0:
			b.WriteString(".\n\n")
		case i%14 == 0:
			b.WriteString(". ")
		default:
			b.WriteByte(' ')
		}
		b.WriteString(p.words[p.stream[at]])
	}
	b.WriteByte('.')
	return b.String()
}
