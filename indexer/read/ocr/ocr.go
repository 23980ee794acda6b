// Package ocr reads pages that are pictures, by Tesseract, which is a program of
// its own that an operator may install.
//
// In: a PDF file and the numbers of pages. Out: layout.Pages, as a PDF engine
// gives them. The engine of package pdfium draws the pages, Tesseract tells words
// and their places (hocr.go), and package read goes on as with any page.
package ocr

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"time"

	"briefsearch/indexer/read/layout"
	"briefsearch/indexer/read/pdf"
	"briefsearch/indexer/read/pdfium"
)

const (
	program = "tesseract"
	// dpi is what Tesseract's models were made for.
	dpi = 300
	// pageTimeout ends the reading of a page that is no page.
	pageTimeout = 90 * time.Second
)

// Installed says whether Tesseract is there.
func Installed() bool {
	_, err := exec.LookPath(program)
	return err == nil
}

// ErrNotInstalled says that there is no Tesseract, or none with a language.
var ErrNotInstalled = errors.New("Tesseract is not installed with a language of the reports")

// Tesseract recognises pages.
type Tesseract struct {
	engine *pdfium.Engine

	once      sync.Once
	languages [][]string // sets that are read together
}

// New returns a Tesseract for files that the engine opens.
func New(engine *pdfium.Engine) *Tesseract { return &Tesseract{engine: engine} }

// together are the languages of the reports that share a script. Tesseract is
// given a whole set, for what language a page is in shows only when it is read.
var together = [][]string{{"eng", "fra", "spa"}, {"ara"}, {"rus"}, {"chi_sim"}}

// Recognise returns those of the named pages, from 1, on which it found text. With
// an error it returns the pages read before it.
func (t *Tesseract) Recognise(ctx context.Context, content []byte, opt pdf.Options, pages []int) (map[int]layout.Page, error) {
	t.once.Do(func() { t.languages = installed(ctx) })
	if len(t.languages) == 0 {
		return nil, ErrNotInstalled
	}
	d, err := t.engine.Document(ctx, content, opt)
	if err != nil {
		return nil, err
	}
	defer func() { _ = d.Close() }() // it was only read
	out := make(map[int]layout.Page, len(pages))
	r := &recognition{sets: slices.Clone(t.languages)}
	for _, n := range pages {
		err := d.Render(n-1, dpi, func(img *image.Gray, dpi float64) error {
			page, err := r.page(ctx, img, dpi)
			if err == nil && len(page.Runs) > 0 {
				page.Number = n
				out[n] = page
			}
			return err
		})
		if ctx.Err() != nil {
			return out, ctx.Err()
		}
		if err != nil {
			return out, fmt.Errorf("page %d: %w", n, err)
		}
	}
	return out, nil
}

// installed are the sets of languages, each without those that are missing.
func installed(ctx context.Context) [][]string {
	out, err := exec.CommandContext(ctx, program, "--list-langs").CombinedOutput()
	if err != nil {
		return nil
	}
	have := map[string]bool{}
	for line := range strings.Lines(string(out)) {
		have[strings.TrimSpace(line)] = true
	}
	var sets [][]string
	for _, set := range together {
		var present []string
		for _, l := range set {
			if have[l] {
				present = append(present, l)
			}
		}
		if len(present) > 0 {
			sets = append(sets, present)
		}
	}
	return sets
}

// recognition reads the pages of one file. The languages that suited the page
// before are tried first, and as it lay.
type recognition struct {
	sets     [][]string
	quarters int // by which the page before was turned
}

// Confidences, of 100: a page above sure is in the languages that were tried, and
// one below doubtful in all of them has no text.
const (
	sure     = 70
	doubtful = 30
)

// page reads a page, which may lie on its side.
func (r *recognition) page(ctx context.Context, img *image.Gray, dpi float64) (layout.Page, error) {
	img = turned(img, r.quarters)
	best, err := run(ctx, img, dpi, r.sets[0])
	if err == nil && len(best.runs) > 0 && (best.confidence < sure || best.onSide()) {
		if more := quartersOf(ctx, img, dpi); more > 0 {
			r.quarters = (r.quarters + more) % 4
			img = turned(img, more)
			best, err = run(ctx, img, dpi, r.sets[0])
		}
	}
	if err == nil {
		best, err = r.inOthers(ctx, img, dpi, best)
	}
	if err != nil {
		return layout.Page{}, err
	}
	b := img.Bounds()
	page := layout.Page{Width: float64(b.Dx()) * 72 / dpi, Height: float64(b.Dy()) * 72 / dpi, Pictures: 1}
	if best.confidence >= doubtful {
		markBold(img, best.runs, best.boxes)
		page.Runs = best.runs
	}
	page.Turn(r.quarters) // to where it is seen
	return page, nil
}

// inOthers reads a picture in other languages than those that were tried first, if these do not
// suit it.
func (r *recognition) inOthers(ctx context.Context, img *image.Gray, dpi float64, best words) (words, error) {
	suited := 0
	for i := 1; i < len(r.sets) && best.confidence < sure && len(best.runs) > 0; i++ {
		w, err := run(ctx, img, dpi, r.sets[i])
		if err != nil {
			return words{}, err
		}
		if w.confidence > best.confidence {
			best, suited = w, i
		}
	}
	set := r.sets[suited]
	copy(r.sets[1:suited+1], r.sets[:suited])
	r.sets[0] = set
	return best, nil
}

// run has Tesseract read a picture.
func run(ctx context.Context, img *image.Gray, dpi float64, languages []string) (words, error) {
	out, err := tesseract(ctx, img, dpi, "-l", strings.Join(languages, "+"), "--psm", "3", "-c", "tessedit_create_hocr=1")
	if err != nil {
		return words{}, err
	}
	return parse(out, 72/dpi)
}

// tesseract runs the program on a picture.
func tesseract(ctx context.Context, img *image.Gray, dpi float64, flags ...string) (*bytes.Buffer, error) {
	ctx, cancel := context.WithTimeout(ctx, pageTimeout)
	defer cancel()
	flags = append([]string{"stdin", "stdout", "--dpi", fmt.Sprintf("%.0f", dpi)}, flags...)
	cmd := exec.CommandContext(ctx, program, flags...) //nolint:gosec // of this package
	// Several files may be read at the same time, each on one core; threads of
	// Tesseract would wait for one another.
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1")
	var out, said bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = greymap(img), &out, &said
	if err := cmd.Run(); err != nil {
		first, _, _ := strings.Cut(strings.TrimSpace(said.String()), "\n")
		return nil, fmt.Errorf("%s: %w: %s", program, err, first)
	}
	return &out, nil
}

// greymap is a picture in the simplest format that Tesseract reads.
func greymap(img *image.Gray) *bytes.Buffer {
	b := img.Bounds()
	var out bytes.Buffer
	out.Grow(b.Dx()*b.Dy() + 32)
	fmt.Fprintf(&out, "P5\n%d %d\n255\n", b.Dx(), b.Dy())
	for y := b.Min.Y; y < b.Max.Y; y++ {
		i := img.PixOffset(b.Min.X, y)
		out.Write(img.Pix[i : i+b.Dx()])
	}
	return &out
}
