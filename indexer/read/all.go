package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/gabriel-vasile/mimetype"

	"briefsearch/corpus"
)

const opRead = "read"

// Aids are what a reader may call for help. The zero value is none. Both take more
// time and memory than the readers themselves, and a hang of theirs cannot be
// ended: they are for a process that may be killed.
type Aids struct {
	PDF        Engine     // a second engine for PDF files
	SecondOnly bool       // ask it at once, for the first one failed on this file before
	OCR        Recogniser // for pages that are pictures
}

// All lists the readers, the surest of its format first: the first whose Sniff
// says yes reads the file.
func All(aids Aids) []Reader {
	return []Reader{
		PDF(aids),
		DOCX(),
		DOC(),
		ODT(),
		RTF(),
		HTML(),
		XML(),
		Subtitles(),
		Markdown(),
		Text(),
	}
}

// Read reads one file by the reader that knows its format. Its error is a
// *corpus.Error with one of the codes that Reader.Read promises; a reader that
// panics has met a Corrupt file.
//
// Read returns when ctx is done, whatever the reader does. A reader that hangs
// in foreign code then goes on by itself until the process ends: a process that
// must not carry such a burden reads in a process of its own.
func Read(ctx context.Context, f File, lim Limits) (*Document, error) {
	return With(ctx, Aids{}, f, lim)
}

// With is Read with aids.
func With(ctx context.Context, aids Aids, f File, lim Limits) (*Document, error) {
	r, err := pick(f, aids)
	if err != nil {
		return nil, err
	}
	type answer struct {
		doc *Document
		err error
	}
	done := make(chan answer, 1)
	go func() {
		doc, err := guarded(ctx, r, f, lim.orDefault())
		done <- answer{doc, err}
	}()
	select {
	case a := <-done:
		return a.doc, a.err
	case <-ctx.Done():
		return nil, timeout(f, ctx.Err())
	}
}

func pick(f File, aids Aids) (Reader, error) {
	if len(f.Content) == 0 {
		return nil, fault(corpus.Empty, f, "Check that the file was copied whole.", errors.New("the file is empty"))
	}
	for _, r := range All(aids) {
		if r.Sniff(f) {
			return r, nil
		}
	}
	if isLockedOffice(f.Content) {
		return nil, fault(corpus.Encrypted, f, "Open it with its password, save a copy without one, and add the copy.", errors.New("the document is encrypted"))
	}
	return nil, fault(corpus.Unsupported, f, "Save it as PDF, Word (.docx), OpenDocument (.odt), RTF, HTML or plain text and add that file.",
		fmt.Errorf("%s is not a format that is read", nameOf(f.Content)))
}

// guarded runs a reader and turns what it may do wrong into an error.
func guarded(ctx context.Context, r Reader, f File, lim Limits) (doc *Document, err error) {
	defer func() {
		if p := recover(); p != nil {
			doc, err = nil, corrupt(f, fmt.Errorf("the reader failed: %v", p))
		}
	}()
	doc, err = r.Read(ctx, f, lim)
	switch {
	case err == nil && len(doc.Blocks) == 0:
		return nil, fault(corpus.Empty, f, "Open it and see whether it shows any text.", errors.New("there is no text in it"))
	case err == nil:
		doc.Blocks = divideCounted(gatherMarks(doc.Blocks))
		mendMarks(doc.Blocks)
		mendSigns(doc.Blocks)
		if doc.OCR {
			mendBullets(doc.Blocks)
		}
		if doc.Reader == "" {
			doc.Reader = r.Name()
		}
		return doc, nil
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return nil, timeout(f, err)
	}
	var known *corpus.Error
	if errors.As(err, &known) {
		return nil, err
	}
	return nil, corrupt(f, err)
}

// isLockedOffice knows Office documents with a password: an old container that
// holds an encrypted new one.
func isLockedOffice(content []byte) bool {
	const name = "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"
	return bytes.HasPrefix(content, []byte("\xd0\xcf\x11\xe0")) && bytes.Contains(content, []byte(name))
}

func fault(code corpus.Code, f File, hint string, err error) error {
	return &corpus.Error{Code: code, Op: opRead, File: f.Name, Hint: hint, Err: err}
}

func corrupt(f File, err error) error {
	return fault(corpus.Corrupt, f, "Open the file in its own program, save it again, and add the new file.", err)
}

func timeout(f File, err error) error {
	return fault(corpus.Timeout, f, "Try again alone, or print the file to a new PDF.", fmt.Errorf("reading took too long: %w", err))
}

// nameOf says in plain words what a file seems to be.
func nameOf(content []byte) string {
	m := mimetype.Detect(content)
	for t := m; t != nil; t = t.Parent() {
		if name, ok := formatNames[formatOf(t)]; ok {
			return name
		}
	}
	if ext := m.Extension(); ext != "" {
		return fmt.Sprintf("a %s file (%s)", ext, m.String())
	}
	return "this file, of unknown kind,"
}

// formatOf is a type of media without what is said of its characters.
func formatOf(m *mimetype.MIME) string {
	format, _, _ := strings.Cut(m.String(), ";")
	return format
}

// formatNames are the formats that officers have and that are not read.
var formatNames = map[string]string{
	"application/msword":         "an old Word document (.doc)",
	"application/vnd.ms-excel":   "an old Excel workbook (.xls)",
	"application/x-ole-storage":  "an old Office document",
	"application/vnd.ms-outlook": "an Outlook message",
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet":         "an Excel workbook (.xlsx)",
	"application/vnd.openxmlformats-officedocument.presentationml.presentation": "a PowerPoint presentation (.pptx)",
	"application/epub+zip":   "an EPUB book",
	"application/zip":        "a ZIP archive",
	"application/gzip":       "a gzip archive",
	"application/x-tar":      "a tar archive",
	"application/json":       "a JSON file",
	"application/postscript": "a PostScript file",
	"text/xml":               "an XML file",
	"image/svg+xml":          "an SVG picture",
	"image/jpeg":             "a JPEG picture",
	"image/png":              "a PNG picture",
	"image/tiff":             "a TIFF picture",
	"image/gif":              "a GIF picture",
	"message/rfc822":         "an e-mail message",
}
