//go:build !unix

package pdfium

import "context"

// inPlace leaves the memory to the WebAssembly runtime.
func inPlace(ctx context.Context) context.Context { return ctx }
