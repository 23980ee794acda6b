//go:build unix

package pdfium

import (
	"context"

	"github.com/tetratelabs/wazero/experimental"
	"golang.org/x/sys/unix"
)

// inPlace makes PDFium's memory grow where it stands. Without it, every growth
// would copy the memory and hold it twice.
func inPlace(ctx context.Context) context.Context {
	return experimental.WithMemoryAllocator(ctx, experimental.MemoryAllocatorFunc(reserve))
}

// reserve sets address space aside without taking memory.
func reserve(_, limit uint64) experimental.LinearMemory {
	space, err := unix.Mmap(-1, 0, int(limit), unix.PROT_NONE, unix.MAP_ANON|unix.MAP_PRIVATE) //nolint:gosec // within memoryPages
	if err != nil {
		return &linear{}
	}
	return &linear{space: space}
}

type linear struct {
	space []byte
	used  uint64
}

// Reallocate gives more of the space out. The system counts it from now on, so a
// limit on the process is kept: the answer is nil then, and PDFium is told that
// there is no memory.
func (l *linear) Reallocate(size uint64) []byte {
	if size > uint64(len(l.space)) {
		return nil
	}
	if size > l.used {
		if err := unix.Mprotect(l.space[:size], unix.PROT_READ|unix.PROT_WRITE); err != nil {
			return nil
		}
		l.used = size
	}
	return l.space[:size:size]
}

// Free gives the space back.
func (l *linear) Free() {
	if l.space != nil {
		_ = unix.Munmap(l.space) // it was mapped above
		l.space = nil
	}
}
