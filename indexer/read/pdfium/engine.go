// Package pdfium reads the pages of a PDF file as runs of glyphs at their places,
// by the library that Chromium shows PDF files with, and draws pages.
//
// In: the bytes of a file. Out: layout.Pages, as package pdf gives them, or
// pictures of pages, which text recognition reads. PDFium opens more than package
// pdf does: it repairs broken structure and knows every encryption. It is the
// second reader because it is slower.
//
// It runs as WebAssembly, so what it does wrong stays in its own memory, and it
// sees no file system. Only time is not bounded: a call that hangs cannot be
// ended. Use it in a process that may be killed (package worker).
package pdfium

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"briefsearch/indexer/read/layout"
	"briefsearch/indexer/read/pdf"
)

// memoryPages bounds the memory of PDFium, in pages of 64 KB: 256 MB. What wants
// more, decompression bombs above all, fails in PDFium as a lack of memory.
const memoryPages = 4096

// Engine opens files by PDFium. PDFium is started with the first file. An Engine
// is safe for concurrent use.
type Engine struct {
	cacheDir string

	mu   sync.Mutex
	pool pdfium.Pool
}

// New returns an Engine that keeps PDFium, compiled for this machine, in a folder,
// so that starting it takes a fraction of a second instead of some. With "" it is
// compiled whenever it is started.
func New(cacheDir string) *Engine { return &Engine{cacheDir: cacheDir} }

// Name is what the readers call it.
func (e *Engine) Name() string { return "pdfium" }

// Start compiles PDFium, or loads it from the cache. Open does so too.
func (e *Engine) Start() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.pool != nil {
		return nil
	}
	pool, err := e.start(e.cacheDir)
	if err != nil && e.cacheDir != "" {
		pool, err = e.start("") // a cache that cannot be written costs time alone
	}
	if err != nil {
		return fmt.Errorf("start PDFium: %w", err)
	}
	e.pool = pool
	return nil
}

func (e *Engine) start(cacheDir string) (pdfium.Pool, error) {
	features := api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling
	config := wazero.NewRuntimeConfig().WithCoreFeatures(features).WithMemoryLimitPages(memoryPages)
	if cacheDir != "" {
		cache, err := wazero.NewCompilationCacheWithDir(cacheDir)
		if err != nil {
			return nil, err
		}
		config = config.WithCompilationCache(cache)
	}
	return webassembly.Init(webassembly.Config{
		Context: inPlace(context.Background()), MaxIdle: 1, MaxTotal: 4,
		FSConfig: wazero.NewFSConfig(), RuntimeConfig: config, Stdout: io.Discard, Stderr: io.Discard,
	})
}

// Close ends PDFium. Documents must be closed before.
func (e *Engine) Close() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.pool == nil {
		return nil
	}
	err := e.pool.Close()
	e.pool = nil
	return err
}

// Open opens a file. Its error is pdf.ErrEncrypted when no password fits.
func (e *Engine) Open(ctx context.Context, content []byte, opt pdf.Options) (layout.Source, error) {
	d, err := e.Document(ctx, content, opt)
	if err != nil {
		return nil, err
	}
	return d, nil
}

// Document is like Open, for those who want pictures of pages.
func (e *Engine) Document(ctx context.Context, content []byte, opt pdf.Options) (d *Document, err error) {
	defer func() {
		if p := recover(); p != nil { // WebAssembly without memory to begin with
			d, err = nil, fmt.Errorf("start PDFium: %v", p)
		}
	}()
	if err := e.Start(); err != nil {
		return nil, err
	}
	lib, err := e.pool.GetInstanceWithContext(ctx)
	if err != nil {
		return nil, fmt.Errorf("start PDFium: %w", err)
	}
	d = &Document{ctx: ctx, lib: lib}
	if err := d.open(content, opt); err != nil {
		_ = lib.Close() // the first error says more
		return nil, err
	}
	return d, nil
}

// Document is an open PDF file. It is not safe for concurrent use.
type Document struct {
	ctx     context.Context
	lib     pdfium.Pdfium
	doc     references.FPDF_DOCUMENT
	pages   int
	damaged bool
}

// open tries the empty password, then the others.
func (d *Document) open(content []byte, opt pdf.Options) error {
	err := d.unlock(content, nil)
	for i := 0; i < len(opt.Passwords) && errors.Is(err, pdfiumerrors.ErrPassword); i++ {
		err = d.unlock(content, &opt.Passwords[i])
	}
	switch {
	case errors.Is(err, pdfiumerrors.ErrPassword), errors.Is(err, pdfiumerrors.ErrSecurity):
		return pdf.ErrEncrypted
	case errors.Is(err, pdfiumerrors.ErrFormat), errors.Is(err, pdfiumerrors.ErrFile):
		return errors.New("the file is damaged beyond repair")
	case err != nil:
		return fmt.Errorf("open by PDFium: %w", err)
	}
	n, err := d.lib.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.doc})
	if err != nil {
		return fmt.Errorf("count pages by PDFium: %w", err)
	}
	d.pages = min(n.PageCount, opt.Pages)
	if d.pages == 0 {
		return errors.New("no pages found")
	}
	return nil
}

func (d *Document) unlock(content []byte, password *string) error {
	res, err := d.lib.OpenDocument(&requests.OpenDocument{
		FileReader: bytes.NewReader(content), FileReaderSize: int64(len(content)), Password: password,
	})
	if err != nil {
		return err
	}
	d.doc = res.Document
	return nil
}

// Close frees what the file takes.
func (d *Document) Close() error { return d.lib.Close() }

// NumPages is how many pages there are.
func (d *Document) NumPages() int { return d.pages }

// Damaged says whether any page read so far could not be read.
func (d *Document) Damaged() bool { return d.damaged }

// Title is the title in the file's metadata, or "".
func (d *Document) Title() string {
	res, err := d.lib.FPDF_GetMetaText(&requests.FPDF_GetMetaText{Document: d.doc, Tag: "Title"})
	if err != nil {
		return ""
	}
	return res.Value
}

// Language is the document's language in its catalogue, or "".
func (d *Document) Language() string {
	res, err := d.lib.FPDFCatalog_GetLanguage(&requests.FPDFCatalog_GetLanguage{Document: d.doc})
	if err != nil {
		return ""
	}
	return res.Language
}
