package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"briefsearch/corpus"
	"briefsearch/indexer/read/block"
	"briefsearch/indexer/read/layout"
	"briefsearch/indexer/read/pdf"
)

// Engine opens PDF files. Package pdf is the one that is always there.
type Engine interface {
	// Name is what inspect prints as "reader".
	Name() string
	// Open opens a file as far as its list of pages. Its error is
	// pdf.ErrEncrypted when the file is locked and no password fits.
	Open(ctx context.Context, content []byte, opt pdf.Options) (layout.Source, error)
}

// Recogniser reads the pages of a PDF file that are pictures.
type Recogniser interface {
	// Recognise returns those of the named pages (from 1) on which it found
	// text, by number.
	Recognise(ctx context.Context, content []byte, opt pdf.Options, pages []int) (map[int]layout.Page, error)
}

// PDF reads PDF files. With a second engine it tries that on files that the first
// does not read or seems to read wrongly; with a recogniser it reads pages that are
// pictures.
func PDF(aids Aids) Reader { return pdfFile{aids} }

type pdfFile struct{ aids Aids }

func (pdfFile) Name() string { return builtIn{}.Name() }

// builtIn is the engine of package pdf.
type builtIn struct{}

func (builtIn) Name() string { return "ledongthuc" }

func (builtIn) Open(ctx context.Context, content []byte, opt pdf.Options) (layout.Source, error) {
	d, err := pdf.Open(ctx, content, opt)
	if err != nil {
		return nil, err
	}
	return d, nil
}

// Sniff finds the header in the first bytes: mail programs and servers put things
// before it.
func (pdfFile) Sniff(f File) bool {
	return bytes.Contains(f.Content[:min(len(f.Content), 1024)], []byte("%PDF-"))
}

// unpackedPerText is how many bytes of content streams a byte of text may take.
const unpackedPerText = 4

func (r pdfFile) Read(ctx context.Context, f File, lim Limits) (*Document, error) {
	lim = lim.orDefault()
	best, err := r.choose(ctx, f, lim)
	if err != nil {
		return nil, err
	}
	if r.aids.OCR != nil && len(best.doc.Scanned) > 0 {
		if best, err = r.recognise(ctx, f, lim, best); err != nil {
			return nil, err
		}
	}
	if err := best.unreadable(f); err != nil {
		return nil, err
	}
	return best.doc, nil
}

// choose reads the file by the first engine and, when there is reason to, by the
// second, and returns the better reading.
func (r pdfFile) choose(ctx context.Context, f File, lim Limits) (*reading, error) {
	if r.aids.PDF == nil {
		return readBy(ctx, builtIn{}, f, lim, nil)
	}
	var first *reading
	var err error
	if !r.aids.SecondOnly {
		first, err = timely(ctx, f, lim)
		if err == nil && !first.doubtful() {
			return r.mend(ctx, f, lim, first), nil
		}
	}
	second, secondErr := readBy(ctx, r.aids.PDF, f, lim, nil)
	switch {
	case secondErr == nil && (first == nil || second.betterThan(first)):
		return second, nil
	case first != nil:
		return first, nil
	case err == nil || corpus.CodeOf(secondErr) == corpus.Encrypted || corpus.CodeOf(secondErr) == corpus.Timeout:
		return nil, secondErr
	}
	return nil, err
}

// mend reads the suspect pages of a sound file by the second engine, and takes what
// that reads better: a page may have a font that the first one cannot read.
func (r pdfFile) mend(ctx context.Context, f File, lim Limits, first *reading) *reading {
	if len(first.suspects) == 0 {
		return first
	}
	src, err := r.aids.PDF.Open(ctx, f.Content, pdfOptions(f, lim))
	if err != nil {
		return first
	}
	defer func() { _ = src.Close() }() // it was only read
	better := map[int]layout.Page{}
	for _, s := range first.suspects {
		if s.page > src.NumPages() {
			break
		}
		page, err := src.Page(s.page - 1)
		if err != nil {
			break // no time is left; the pages so far are won
		}
		if chars, bad := lookAt(&page); chars > 0 && bad*100 <= chars && (chars-bad)*100 >= s.good*98 {
			better[s.page] = page
		}
	}
	if len(better) == 0 {
		return first
	}
	mended, err := readBy(ctx, first.engine, f, lim, better)
	if err != nil {
		return first
	}
	return mended
}

// largeFile is a size from which a file that takes long is more likely long than
// odd.
const largeFile = 1 << 20

// timely reads by the built-in engine and gives it half of the time that there is,
// more for a large file, so that the second engine has the rest.
func timely(ctx context.Context, f File, lim Limits) (*reading, error) {
	if end, ok := ctx.Deadline(); ok {
		share := time.Until(end) / 2
		if len(f.Content) > largeFile {
			share += share / 2
		}
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, share)
		defer cancel()
	}
	type answer struct {
		r   *reading
		err error
	}
	done := make(chan answer, 1)
	go func() {
		var a answer
		defer func() {
			if p := recover(); p != nil {
				a = answer{nil, damage(f, fmt.Errorf("the reader failed: %v", p))}
			}
			done <- a
		}()
		a.r, a.err = readBy(ctx, builtIn{}, f, lim, nil)
	}()
	select {
	case a := <-done:
		return a.r, a.err
	case <-ctx.Done():
		return nil, timeout(f, ctx.Err())
	}
}

// readBy reads all pages by one engine, but for those that are known from elsewhere.
func readBy(ctx context.Context, engine Engine, f File, lim Limits, known map[int]layout.Page) (*reading, error) {
	opt := pdfOptions(f, lim)
	src, err := engine.Open(ctx, f.Content, opt)
	switch {
	case errors.Is(err, pdf.ErrEncrypted):
		return nil, fault(corpus.Encrypted, f, "Open it with its password and save a copy without one, or name its password.", err)
	case ctx.Err() != nil:
		return nil, timeout(f, ctx.Err())
	case err != nil:
		return nil, damage(f, err)
	}
	defer func() { _ = src.Close() }() // it was only read
	var p positioned
	for i, size := 0, int64(0); i < src.NumPages() && size <= lim.Text; i++ {
		page, ok := known[i+1]
		if !ok {
			if page, err = src.Page(i); err != nil {
				return nil, timeout(f, err)
			}
		}
		size += p.add(&page)
	}
	r := &reading{engine: engine, doc: p.document(), damaged: src.Damaged(), suspects: p.suspects, known: known}
	r.doc.Reader = engine.Name()
	r.doc.Title, r.doc.Language = block.Clean(src.Title()), block.Clean(src.Language())
	r.measure()
	return r, nil
}

// damage says in plain words what is wrong with a file that no engine opens. What
// an engine says of it is for those who unwrap the error.
func damage(f File, err error) error {
	tail := f.Content[max(len(f.Content)-tailLook, 0):]
	if !bytes.Contains(tail, []byte("%%EOF")) {
		return fault(corpus.Corrupt, f, "Copy or download the file again.", &plain{"the file is cut short: its end is missing", err})
	}
	return corrupt(f, &plain{"the file is damaged so that its pages cannot be found", err})
}

// tailLook is how much behind the end of a PDF file other things may stand.
const tailLook = 2048

// plain is an error in words for everybody.
type plain struct {
	words string
	cause error
}

func (p *plain) Error() string { return p.words }
func (p *plain) Unwrap() error { return p.cause }

func pdfOptions(f File, lim Limits) pdf.Options {
	return pdf.Options{Pages: lim.Pages, Bytes: unpackedPerText * lim.Text, Passwords: f.Passwords}
}

// recognise reads the pages that are pictures. When that fails and the file has
// text besides, the text is what there is.
func (r pdfFile) recognise(ctx context.Context, f File, lim Limits, plain *reading) (*reading, error) {
	pages, err := r.aids.OCR.Recognise(ctx, f.Content, pdfOptions(f, lim), plain.doc.Scanned)
	if len(pages) > 0 {
		recognised := maps.Clone(pages)
		maps.Copy(pages, plain.known)
		whole, again := readBy(context.WithoutCancel(ctx), plain.engine, f, lim, pages)
		if again != nil {
			return nil, again
		}
		whole.doc.OCR = true
		whole.doc.Scanned = slices.DeleteFunc(whole.doc.Scanned, func(n int) bool { _, ok := recognised[n]; return ok })
		plain = whole
	}
	plain.recognised = err == nil
	if err != nil && plain.unreadable(f) != nil {
		if ctx.Err() != nil {
			return nil, timeout(f, err)
		}
		return nil, fault(corpus.NeedsOCR, f, "Add a copy that has a text layer.", fmt.Errorf("its pictures could not be recognised: %w", err))
	}
	return plain, nil
}
