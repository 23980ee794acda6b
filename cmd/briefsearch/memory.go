package main

import (
	"context"
	"os"
	"runtime"
	"runtime/debug"

	"briefsearch/search"
)

// What a server needs beside its index is soon garbage, and little of it at a time.
// Collecting it when it has grown to headroom keeps the memory of a large index near
// to what is in use, where Go would let it double; a small one is not collected more
// often for that.
const (
	headroom     = 24 << 20 // bytes
	leastPercent = 25       // of what is in use, however large that is
	mostPercent  = 100      // what Go does by itself
)

// settle loads what searches need of an index, gives back what loading took, and keeps
// the memory near to what is in use from there on. If the index cannot be read, the
// requests will tell.
func settle(ctx context.Context, engine search.Engine) {
	if _, err := engine.Stats(ctx); err != nil {
		return
	}
	debug.FreeOSMemory()
	if os.Getenv("GOGC") != "" {
		return
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	debug.SetGCPercent(percent(m.HeapAlloc))
}

// percent is how much may be added to so many bytes in use before it is collected.
func percent(used uint64) int {
	return int(min(mostPercent, max(leastPercent, 100*headroom/max(1, used)))) // #nosec G115 -- between the two
}
