package pdfium

import (
	"errors"
	"fmt"
	"image"
	"math"

	"github.com/klippa-app/go-pdfium/requests"
)

// maxPixels bounds a picture of a page; a larger page is drawn more coarsely.
const maxPixels = 30e6

// Render draws page i, from 0, in shades of grey, at a number of dots to the inch
// or fewer when the page is very large. It calls use with the picture, which is
// gone afterwards, and the dots to the inch that it has.
func (d *Document) Render(i int, dpi float64, use func(img *image.Gray, dpi float64) error) error {
	if err := d.ctx.Err(); err != nil {
		return err
	}
	v, err := d.view(d.page(i))
	if err != nil {
		return err
	}
	inches := v.width() / 72 * v.height() / 72
	dpi = math.Max(1, math.Floor(math.Min(dpi, math.Sqrt(maxPixels/inches))))
	res, err := d.lib.RenderPageInDPI(&requests.RenderPageInDPI{
		Page: d.page(i), DPI: int(dpi), ImageFormat: requests.RenderImageFormatGrayscale,
	})
	if err != nil {
		return fmt.Errorf("draw page %d: %w", i+1, err)
	}
	defer res.Cleanup()
	img, ok := res.Result.RenderedImage.(*image.Gray)
	if !ok {
		return errors.New("PDFium drew no picture in grey")
	}
	return use(img, dpi)
}
