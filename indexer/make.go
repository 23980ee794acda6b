package indexer

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/segment"
	"briefsearch/indexer/segment/grammar"
	"briefsearch/indexer/sidecar"
	"briefsearch/indexer/tag"
)

// pipelineVersion changes when the same file would give another report than
// before, so that the next run makes it again.
const pipelineVersion = "15"

// MaxFileSize is the largest file that is read, in bytes. Reports of thousands of
// pages stay well below it.
const MaxFileSize = 256 << 20

// ReadFunc turns a file into a document; read.Read and the Read of a worker.Pool
// are such.
type ReadFunc func(context.Context, read.File, read.Limits) (*read.Document, error)

// Config says how a Maker goes about its files. The zero value of a field is its
// default.
type Config struct {
	Read      ReadFunc    // default read.Read, in this process
	Limits    read.Limits // of one file
	Passwords []string    // to try on locked files
}

// Maker makes reports from files. It is safe for concurrent use.
type Maker struct {
	config     Config
	vocabulary *vocabulary.Vocabulary
	layouts    []segment.Layout
	tagger     *tag.Tagger
}

// NewMaker returns a Maker that tags by a vocabulary.
func NewMaker(v *vocabulary.Vocabulary, c Config) *Maker {
	if c.Read == nil {
		c.Read = read.Read
	}
	return &Maker{config: c, vocabulary: v, layouts: segment.All(grammar.NamesOf(v)), tagger: tag.New(v)}
}

// Fingerprint identifies what the Maker would make of a file: two Makers with
// the same fingerprint make the same report of the same bytes.
func (m *Maker) Fingerprint() string { return pipelineVersion + "-" + m.vocabulary.Fingerprint() }

// Make reads the file at a path and returns its report, tagged, with ids. Its
// error is a *corpus.Error that names the file.
func (m *Maker) Make(ctx context.Context, path string) (*corpus.Report, error) {
	f, err := m.load(path)
	if err != nil {
		return nil, err
	}
	return m.make(ctx, f)
}

// file is a file as it was loaded.
type file struct {
	content []byte
	sidecar []byte // nil when there is none
	src     corpus.Source
}

func (m *Maker) make(ctx context.Context, f *file) (r *corpus.Report, err error) {
	// One odd report must not end the run of a thousand.
	defer func() {
		if p := recover(); p != nil {
			r, err = nil, &corpus.Error{
				Code: corpus.Internal, Op: "index", File: f.src.File,
				Err:  fmt.Errorf("unexpected fault: %v", p),
				Hint: "Please report this with the file, if you may share it.",
			}
		}
	}()
	corrections, err := m.corrections(f)
	if err != nil {
		return nil, err
	}
	doc, err := m.config.Read(ctx, read.File{Name: f.src.File, Content: f.content, Passwords: m.config.Passwords}, m.config.Limits)
	if err != nil {
		return nil, named(err, f.src.File)
	}
	layout := m.layout(doc, corrections.Layout())
	parts := layout.Segment(doc)

	r = describe.Report(doc)
	if r.Kind != describe.Statement && isLabel(r.Title, parts.Interventions) {
		r.Title = ""
	}
	corrections.Head(r)
	r.Title = cmp.Or(r.Title, strings.TrimSuffix(f.src.File, filepath.Ext(f.src.File))) // what its reader calls it
	r.ID = corpus.NewReportID(f.content)
	r.Layout, r.Reader = layout.Name(), doc.Reader
	r.Pages, r.OCR = doc.Pages, doc.OCR
	r.Source = f.src
	r.Sections, r.Interventions = parts.Sections, parts.Interventions
	if r.Kind == describe.Unknown || r.Kind == describe.Statement && r.Layout == "verbatim" && isDebate(r.Interventions) {
		r.Kind = describe.KindOf(r.Layout)
	}
	corrections.Speakers(r)
	corpus.AssignIDs(r)
	m.tagger.Tag(r, parts.Left...)
	corrections.Tags(r)
	r.Sketch = corpus.SketchOf(r)
	return r, nil
}

// isDebate says whether more than one speaks, so that a statement is but a part.
func isDebate(turns []corpus.Intervention) bool {
	for i := range turns {
		if turns[i].Speaker.Name != turns[0].Speaker.Name {
			return true
		}
	}
	return false
}

// isLabel says whether a title is but the label of one who speaks: the report begins in the midst of a sitting.
func isLabel(title string, turns []corpus.Intervention) bool {
	return slices.ContainsFunc(turns, func(turn corpus.Intervention) bool { return strings.EqualFold(turn.Speaker.AsPrinted, title) })
}

// corrections are those of the file's sidecar, if it has one.
func (m *Maker) corrections(f *file) (*sidecar.Sidecar, error) {
	if f.sidecar == nil {
		return &sidecar.Sidecar{}, nil
	}
	names := make([]string, len(m.layouts))
	for i, l := range m.layouts {
		names[i] = l.Name()
	}
	return sidecar.Parse(filepath.Base(sidecar.Path(f.src.Path)), f.sidecar, m.vocabulary, names)
}

// layout is the one that the sidecar names, failing that the one that fits best.
func (m *Maker) layout(doc *read.Document, name string) segment.Layout {
	for _, l := range m.layouts {
		if l.Name() == name {
			return l
		}
	}
	return segment.Pick(doc, m.layouts)
}

// load reads a file and its sidecar, and says where they came from.
func (m *Maker) load(path string) (*file, error) {
	content, info, err := contentOf(path, MaxFileSize)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(content)
	f := &file{content: content, src: corpus.Source{
		File: filepath.Base(path), SHA256: hex.EncodeToString(sum[:]),
		Size: int64(len(content)), Modified: info.ModTime().UTC(), Pipeline: m.Fingerprint(),
	}}
	if f.src.Path, err = filepath.Abs(path); err != nil {
		return nil, unreadable(path, err)
	}
	if beside := sidecar.Path(path); beside != path {
		f.sidecar, _, err = contentOf(beside, sidecar.MaxSize)
		if err != nil && corpus.CodeOf(err) != corpus.NotFound {
			return nil, err
		}
	}
	if f.sidecar != nil {
		sum := sha256.Sum256(f.sidecar)
		f.src.Pipeline += "-" + hex.EncodeToString(sum[:4])
	}
	return f, nil
}

// contentOf reads a regular file of at most limit bytes.
func contentOf(path string, limit int64) ([]byte, os.FileInfo, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, unreadable(path, err)
	}
	defer func() { _ = f.Close() }() // only read from
	info, err := f.Stat()
	if err != nil {
		return nil, nil, unreadable(path, err)
	}
	if err := irregular(path, info.Mode()); err != nil {
		return nil, nil, err
	}
	if info.Size() > limit {
		return nil, nil, &corpus.Error{
			Code: corpus.Unsupported, Op: "read", File: path,
			Err:  fmt.Errorf("%d MB is more than the limit of %d MB for one file", info.Size()>>20, limit>>20),
			Hint: "Split the file, or save it without its pictures.",
		}
	}
	// What a file grows by while it is read is left for the next run.
	content := make([]byte, info.Size())
	n, err := io.ReadFull(f, content)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, nil, unreadable(path, err)
	}
	return content[:n], info, nil
}

// named makes sure that an error says which file it is about.
func named(err error, file string) error {
	var e *corpus.Error
	if errors.As(err, &e) {
		if e.File == "" {
			c := *e
			c.File = file
			return &c
		}
		return err
	}
	return &corpus.Error{Code: corpus.Internal, Op: "read", File: file, Err: err}
}
