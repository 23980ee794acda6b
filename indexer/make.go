package indexer

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"briefsearch/corpus"
	"briefsearch/corpus/vocabulary"
	"briefsearch/indexer/describe"
	"briefsearch/indexer/read"
	"briefsearch/indexer/segment"
	"briefsearch/indexer/tag"
)

// pipelineVersion changes when the same file would give another report than
// before, so that the next run makes it again.
const pipelineVersion = "1"

// MaxFileSize is the largest file that is read, in bytes. Reports of thousands of
// pages stay well below it.
const MaxFileSize = 256 << 20

// Maker makes reports from files. It is safe for concurrent use.
type Maker struct {
	limits  read.Limits
	layouts []segment.Layout
	tagger  *tag.Tagger
}

// NewMaker returns a Maker that tags by a vocabulary.
func NewMaker(v *vocabulary.Vocabulary, lim read.Limits) *Maker {
	return &Maker{limits: lim, layouts: segment.All(segment.NamesOf(v)), tagger: tag.New(v)}
}

// Fingerprint identifies what the Maker would make of a file: two Makers with
// the same fingerprint make the same report of the same bytes.
func (m *Maker) Fingerprint() string { return pipelineVersion }

// Make reads the file at a path and returns its report, tagged, with ids. Its
// error is a *corpus.Error that names the file.
func (m *Maker) Make(ctx context.Context, path string) (*corpus.Report, error) {
	content, src, err := load(path)
	if err != nil {
		return nil, err
	}
	return m.make(ctx, content, src)
}

func (m *Maker) make(ctx context.Context, content []byte, src corpus.Source) (r *corpus.Report, err error) {
	// One odd report must not end the run of a thousand.
	defer func() {
		if p := recover(); p != nil {
			r, err = nil, &corpus.Error{
				Code: corpus.Internal, Op: "index", File: src.File,
				Err:  fmt.Errorf("unexpected fault: %v", p),
				Hint: "Please report this with the file, if you may share it.",
			}
		}
	}()
	doc, err := read.Read(ctx, read.File{Name: src.File, Content: content}, m.limits)
	if err != nil {
		return nil, named(err, src.File)
	}
	r = describe.Report(doc)
	layout := segment.Pick(doc, m.layouts)
	parts := layout.Segment(doc)

	r.ID = corpus.NewReportID(content)
	r.Layout, r.Reader = layout.Name(), doc.Reader
	r.Pages, r.OCR = doc.Pages, doc.OCR
	r.Source = src
	r.Source.Pipeline = m.Fingerprint()
	r.Sections, r.Interventions = parts.Sections, parts.Interventions
	corpus.AssignIDs(r)
	m.tagger.Tag(r)
	return r, nil
}

// load reads a file and says where it came from.
func load(path string) ([]byte, corpus.Source, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, corpus.Source{}, unreadable(path, err)
	}
	defer func() { _ = f.Close() }() // only read from
	info, err := f.Stat()
	if err != nil {
		return nil, corpus.Source{}, unreadable(path, err)
	}
	if err := irregular(path, info.Mode()); err != nil {
		return nil, corpus.Source{}, err
	}
	// One byte more than allowed tells a file that grew from one that fits.
	content, err := io.ReadAll(io.LimitReader(f, min(info.Size(), MaxFileSize)+1))
	if err != nil {
		return nil, corpus.Source{}, unreadable(path, err)
	}
	if len(content) > MaxFileSize {
		return nil, corpus.Source{}, &corpus.Error{
			Code: corpus.Unsupported, Op: "read", File: path,
			Err:  fmt.Errorf("%d MB is more than the limit of %d MB for one file", info.Size()>>20, MaxFileSize>>20),
			Hint: "Split the file, or save it without its pictures.",
		}
	}
	sum := sha256.Sum256(content)
	src := corpus.Source{
		File: filepath.Base(path), SHA256: hex.EncodeToString(sum[:]),
		Size: int64(len(content)), Modified: info.ModTime().UTC(),
	}
	src.Path, err = filepath.Abs(path)
	if err != nil {
		return nil, corpus.Source{}, unreadable(path, err)
	}
	return content, src, nil
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
