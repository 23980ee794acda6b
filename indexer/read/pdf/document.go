// Package pdf reads the pages of a PDF file as runs of glyphs at their places.
//
// In: the bytes of a file. Out: layout.Pages; package layout makes text of them.
// The file's structure (cross-references, objects, streams, decryption) is the
// business of github.com/ledongthuc/pdf. What the streams say is read here:
// content streams by a lexer of our own, which never fails and never waits for an
// end that is missing, fonts and their encodings, and text state.
//
// The library panics on much that is malformed; every call into it stands under a
// recover. What it cannot be kept from is refused beforehand (preflight.go).
package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/ledongthuc/pdf"

	"briefsearch/indexer/read/layout"
)

// ErrEncrypted says that the file wants a password, or is locked in a way that
// this reader does not know.
var ErrEncrypted = errors.New("the file is encrypted")

// Document is an open PDF file. It is not safe for concurrent use.
type Document struct {
	ctx     context.Context
	r       *pdf.Reader
	pages   []page
	fonts   map[string]*font
	budget  int64 // bytes of streams that may yet be unpacked
	damaged bool  // something could not be read on the way
}

// Options say what a file may cost and how it may be unlocked.
type Options struct {
	Pages     int
	Bytes     int64    // of streams, unpacked
	Passwords []string // to try besides the empty one
}

// Open reads the structure of a file as far as its list of pages.
func Open(ctx context.Context, content []byte, opt Options) (d *Document, err error) {
	defer func() {
		if p := recover(); p != nil {
			d, err = nil, fmt.Errorf("damaged structure: %v", p)
		}
	}()
	content, err = prepare(content)
	if err != nil {
		return nil, err
	}
	source := newMeteredReader(ctx, content)
	r, err := pdf.NewReaderEncrypted(source, int64(len(content)), each(opt.Passwords))
	switch {
	case err == nil:
	case errors.Is(err, pdf.ErrInvalidPassword), strings.Contains(err.Error(), "encrypt"), strings.Contains(err.Error(), "Encrypt"):
		return nil, fmt.Errorf("%w: %w", ErrEncrypted, err)
	default:
		return nil, err
	}
	source.budget = -1 // what follows is bounded by the pages
	d = &Document{ctx: ctx, r: r, fonts: map[string]*font{}, budget: opt.Bytes}
	pages, whole := collectPages(r.Trailer().Key("Root").Key("Pages"), opt.Pages)
	d.pages, d.damaged = pages, !whole
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if len(d.pages) == 0 {
		return nil, errors.New("no pages found")
	}
	return d, nil
}

// each gives the passwords one after the other, then "".
func each(passwords []string) func() string {
	return func() string {
		for len(passwords) > 0 {
			p := passwords[0]
			if passwords = passwords[1:]; p != "" {
				return p
			}
		}
		return ""
	}
}

// meteredReader ends reading when the context does, or when finding the structure
// takes more than any structure has: the library follows a chain of
// cross-references round in a circle for ever, but it reads as it goes.
type meteredReader struct {
	ctx    context.Context
	r      *bytes.Reader
	calls  int
	budget int64 // bytes; negative is no bound
}

// structureTimes is how often over a file may be read for its structure.
const structureTimes = 16

func newMeteredReader(ctx context.Context, content []byte) *meteredReader {
	return &meteredReader{ctx: ctx, r: bytes.NewReader(content), budget: 16<<20 + structureTimes*int64(len(content))}
}

func (m *meteredReader) ReadAt(p []byte, off int64) (int, error) {
	if m.calls++; m.calls%256 == 0 {
		if err := m.ctx.Err(); err != nil {
			return 0, err
		}
	}
	if m.budget >= 0 {
		if m.budget -= int64(len(p)); m.budget < 0 {
			m.budget = 0
			return 0, errors.New("its cross-references have no end")
		}
	}
	return m.r.ReadAt(p, off)
}

// NumPages is how many pages there are.
func (d *Document) NumPages() int { return len(d.pages) }

// Damaged says whether anything on the pages read so far could not be read.
func (d *Document) Damaged() bool { return d.damaged }

// Close does nothing; the file is in memory.
func (d *Document) Close() error { return nil }

// Title is the title in the file's metadata, or "".
func (d *Document) Title() string { return d.text("Info", "Title") }

// Language is the document's language in its catalogue, or "".
func (d *Document) Language() string { return d.text("Root", "Lang") }

func (d *Document) text(dict, key string) (s string) {
	defer func() {
		if recover() != nil {
			s = ""
		}
	}()
	return strings.TrimSpace(strings.ToValidUTF8(d.r.Trailer().Key(dict).Key(key).Text(), ""))
}

// Page reads page i, from 0. A page that is damaged is read as far as it goes.
// The error is that of the context.
func (d *Document) Page(i int) (layout.Page, error) {
	p := &d.pages[i]
	b := p.bounds()
	out := layout.Page{Number: i + 1, Width: b.width(), Height: b.height()}
	in := &interpreter{ctx: d.ctx, doc: d, page: &out, box: b, tm: identity, line: identity}
	in.gs = state{ctm: b.toPage(), hscale: 1}
	d.run(in, p)
	in.run.flush(&out)
	if in.paths > 300 {
		out.Pictures++
	}
	return out, d.ctx.Err()
}

func (d *Document) run(in *interpreter, p *page) {
	defer func() {
		if r := recover(); r != nil {
			d.damaged = true
		}
	}()
	contents := p.v.Key("Contents")
	var data []byte
	switch contents.Kind() {
	case pdf.Stream:
		data = d.part(contents)
	case pdf.Array:
		for i := range min(contents.Len(), 10_000) {
			data = append(append(data, d.part(contents.Index(i))...), '\n')
		}
	case pdf.Null:
		// The entry of a page without content is left out, not empty.
		d.damaged = d.damaged || slices.Contains(p.v.Keys(), "Contents")
	case pdf.Bool, pdf.Integer, pdf.Real, pdf.String, pdf.Name, pdf.Dict:
		d.damaged = true
	}
	in.execute(data, newResources(p.resources))
}

func (d *Document) part(v pdf.Value) []byte {
	data, err := d.stream(v, d.budget)
	if err != nil {
		d.damaged = true
	}
	return data
}

// stream unpacks a stream, up to limit bytes. It returns what there was before
// the error.
func (d *Document) stream(v pdf.Value, limit int64) (data []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("stream: %v", p)
		}
	}()
	if v.Kind() != pdf.Stream {
		return nil, errors.New("stream: missing")
	}
	rd := v.Reader()
	defer func() { _ = rd.Close() }() // it only reads
	var buf bytes.Buffer
	buf.Grow(int(min(max(4*v.Key("Length").Int64(), 512), 1<<20)))
	n, err := buf.ReadFrom(io.LimitReader(rd, min(limit, d.budget)))
	d.budget -= n
	return buf.Bytes(), err
}
