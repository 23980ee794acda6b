package worker

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"briefsearch/indexer/read"
	"briefsearch/indexer/read/ocr"
	"briefsearch/indexer/read/pdfium"
)

// newReader is the reader of a child: that of package read, with all its aids.
func newReader(cacheDir string) ReadFunc {
	if cacheDir == "" {
		// Without a cache folder PDFium is compiled in every child.
		if user, err := os.UserCacheDir(); err == nil {
			cacheDir = filepath.Join(user, "briefsearch", "pdfium")
		}
	}
	engine := pdfium.New(cacheDir)
	recogniser := ocr.New(engine)
	return func(ctx context.Context, f read.File, job Job) (*read.Document, bool, error) {
		aids := read.Aids{PDF: engine, SecondOnly: job.SecondOnly}
		if job.OCR {
			aids.OCR = recogniser
		}
		start := time.Now()
		doc, err := read.With(ctx, aids, f, job.Limits)
		// An engine that did not come to an end is still running here.
		late := doc != nil && doc.Reader == engine.Name() && time.Since(start) > job.Time/3
		return doc, late, err
	}
}
