package read

import (
	"context"
	"encoding/xml"
	"errors"
	"io"
)

// eachToken calls do for the tokens of an XML part of an office document, while
// more says so. A part that is cut short ends where it ends: what came before is
// the text that there is.
func eachToken(ctx context.Context, d *xml.Decoder, more func() bool, do func(xml.Token) error) error {
	for n := 0; more(); n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		t, err := d.Token()
		switch {
		case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
			return nil
		case err != nil:
			return err
		}
		if err := do(t); err != nil {
			return err
		}
	}
	return nil
}
